/** Nodes on one database and one bus that can be told to lose, repeat and delay: for tests of feeds beneath the transport. */
import { pino } from 'pino';
import type { Bus, Ephemeral } from '../../bus/contract.js';
import { createMemoryEphemeral } from '../../bus/ephemeral-memory.js';
import { createRedisEphemeral } from '../../bus/ephemeral-redis.js';
import { createMemoryBus } from '../../bus/memory.js';
import { createRedisBus } from '../../bus/redis.js';
import { DEFAULT_CONFIG } from '../../config.js';
import type { OpenedDb } from '../../db/index.js';
import type { Deps } from '../../deps.js';
import { createTestClock, systemClock, type TestClock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { UserViewer, Viewer } from '../../kernel/viewer.js';
import type { ParticipantRole, Role } from '../../kernel/words.js';
import { createTestDatabase } from '../../testing/database.js';
import { guardBus } from '../../testing/guarded-bus.js';
import { Arrivals } from '../../testing/arrivals.js';
import { testRedisUrl } from '../../testing/stack.js';
import { sendMessage } from '../messages/index.js';
import { feedRuntime, stopFeeds } from './runtime.js';

/** What becomes of a message on the bus. */
export type Fate = 'pass' | 'lost' | 'twice' | 'late';

/** One server without its transport. */
export interface Node {
  readonly deps: Deps;
  readonly db: OpenedDb;
}

/** A site on some nodes. */
export interface FeedWorld {
  readonly nodes: readonly Node[];
  /** The first node's. */
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly siteId: string;
  /** Decides what becomes of each message; `pass` by default. */
  fate: (topic: string, message: object) => Fate;
  /** Lets late messages go, the last first. */
  release(): void;
  node(index: number): Node;
  user(role: Exclude<Role, 'system'>): Promise<UserViewer>;
  conversation(places: ReadonlyArray<readonly [UserViewer, ParticipantRole]>): Promise<string>;
  /** Sends a message and answers with its seq. */
  send(viewer: Viewer, conversationId: string, of?: { text?: string; audience?: 'all' | 'staff' | 'client' | 'provider'; at?: Deps }): Promise<number>;
  close(): Promise<void>;
}

/** Makes a {@link FeedWorld} on the stack of the run, or on a Redis of its own; close it when done. */
export async function createFeedWorld(count = 1, redisUrl?: string): Promise<FeedWorld> {
  const database = await createTestDatabase();
  const clock = createTestClock();
  const log = pino({ level: process.env.PARLEY_TEST_LOG ?? 'silent' });
  const isCluster = database.stack === 'cluster';
  const prefix = `${newId('site')}:`;
  const late: Array<() => void> = [];
  const shared = isCluster ? null : { db: await database.open(), bus: guardBus(createMemoryBus({ log })), ephemeral: createMemoryEphemeral(clock) };

  const openNode = async (): Promise<Node> => {
    const db = shared?.db ?? (await database.open());
    const inner = shared?.bus ?? (await createRedisBus({ url: redisUrl ?? testRedisUrl(), prefix, log }));
    const ephemeral: Ephemeral = shared?.ephemeral ?? (await createRedisEphemeral({ url: redisUrl ?? testRedisUrl(), prefix, log, clock: systemClock }));
    const bus: Bus = {
      kind: inner.kind,
      isUp: true,
      subscribe: (topic, handler) => inner.subscribe(topic, handler),
      onState: (listener) => inner.onState(listener),
      close: () => (shared ? Promise.resolve() : inner.close()),
      publish(topic, message) {
        const fate = world.fate(topic, message);
        if (fate === 'late') late.push(() => inner.publish(topic, message));
        else if (fate !== 'lost') for (let n = fate === 'twice' ? 2 : 1; n > 0; n -= 1) inner.publish(topic, message);
      },
    };
    return { db, deps: { config: DEFAULT_CONFIG, db, bus, clock, log, ephemeral } };
  };

  let sent = 0;
  const nodes: Node[] = [];
  const siteId = newId('site');
  const now = clock.now();
  const world: FeedWorld = {
    nodes,
    get deps() {
      return world.node(0).deps;
    },
    clock,
    siteId,
    fate: () => 'pass',
    release() {
      for (const go of late.splice(0).reverse()) go();
    },
    node(index) {
      const node = nodes[index];
      if (!node) throw new Error(`there is no node ${index}`);
      return node;
    },
    async user(role) {
      const userId = newId('user');
      const displayName = `${role} ${userId.slice(-4)}`;
      const { prisma } = world.deps.db;
      await prisma.user.create({ data: { id: userId, siteId, externalId: userId, role, displayName, createdAt: now, updatedAt: now } });
      return { kind: 'user', siteId, userId, role, displayName, isGuest: false, avatarUrl: null, tokenExpiresAt: now.getTime() + 3_600_000 };
    },
    async conversation(places) {
      const id = newId('conversation');
      const { prisma } = world.deps.db;
      await prisma.conversation.create({ data: { id, siteId, kind: 'direct', title: 'Test', lastActivityAt: now, createdAt: now } });
      await prisma.participant.createMany({
        data: places.map(([viewer, role]) => ({ conversationId: id, userId: viewer.userId, siteId, role, joinedAt: now })),
      });
      return id;
    },
    async send(viewer, conversationId, of = {}) {
      sent += 1;
      const input = { conversationId, clientId: `c${sent}`, text: of.text ?? `text ${sent}`, audience: of.audience ?? 'all' };
      return (await sendMessage(of.at ?? world.deps, viewer, input)).seq;
    },
    async close() {
      for (const node of nodes) {
        await stopFeeds(node.deps);
        await node.deps.bus.close();
        if (isCluster) await node.deps.ephemeral.close();
      }
      for (const db of new Set(nodes.map((node) => node.db))) await db.close();
      await database.drop();
      if (shared && shared.bus.problems.length > 0) throw new Error(`something was published that JSON would change: ${shared.bus.problems.join(', ')}`);
    },
  };
  for (let index = 0; index < count; index += 1) nodes.push(await openNode());
  await world.deps.db.prisma.site.create({
    data: { id: siteId, name: 'Test', publicKey: `pk_${siteId}`, secret: 'secret', createdAt: now, updatedAt: now },
  });
  return world;
}

/** Reads a feed as it comes. */
export class FeedReader<Item extends { readonly type: string }> {
  readonly arrivals = new Arrivals<Item>('a feed item');
  /** Answers when the feed is over: with its error, or null. */
  readonly ended: Promise<unknown>;

  constructor(readonly feed: AsyncIterableIterator<Item, undefined>) {
    this.ended = this.#drain();
  }

  /** Everything that came. */
  get items(): readonly Item[] {
    return this.arrivals.all;
  }

  /** The next item of a type that was not asked for yet; those before it stay. */
  async next<Type extends Item['type']>(type: Type, accepts: (item: Extract<Item, { type: Type }>) => boolean = () => true): Promise<Extract<Item, { type: Type }>> {
    const isWanted = (item: Item): item is Extract<Item, { type: Type }> => item.type === type;
    const item = await this.arrivals.next((each) => isWanted(each) && accepts(each));
    if (!isWanted(item)) throw new Error('the waiter answered with another type');
    return item;
  }

  async stop(): Promise<void> {
    await this.feed.return?.();
  }

  async #drain(): Promise<unknown> {
    try {
      for await (const item of this.feed) this.arrivals.push(item);
      this.arrivals.end(new Error('the feed completed'));
      return null;
    } catch (error) {
      this.arrivals.end(error instanceof Error ? error : new Error(String(error)));
      return error;
    }
  }
}

/** Makes a node look for what the bus lost, as it does by itself every five seconds. */
export function sweep(deps: Deps, withHeads = false): Promise<void> {
  return feedRuntime(deps).sweeper.sweep(withHeads);
}
