/** For the tests of messages and receipts: a site with its people and one conversation, on a real database. */
import { pino } from 'pino';
import type { Bus } from '../../bus/contract.js';
import { createMemoryBus } from '../../bus/memory.js';
import { createMemoryEphemeral } from '../../bus/ephemeral-memory.js';
import { DEFAULT_CONFIG } from '../../config.js';
import type { OpenedDb } from '../../db/index.js';
import type { Deps } from '../../deps.js';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { ServiceViewer, UserViewer } from '../../kernel/viewer.js';
import type { ParticipantRole, Role } from '../../kernel/words.js';
import { isLogEvent, type LogEvent } from '../../log/event.js';
import { createTestDatabase } from '../../testing/database.js';

/** A server's insides with two parties in an open conversation, and others around it. */
export interface World {
  readonly deps: Deps;
  readonly db: OpenedDb;
  readonly clock: TestClock;
  /** Every durable event that was published, in order. */
  readonly published: LogEvent[];
  readonly siteId: string;
  readonly client: UserViewer;
  readonly provider: UserViewer;
  /** Support that has joined the conversation. */
  readonly agent: UserViewer;
  /** Runs the site and has not joined. */
  readonly admin: UserViewer;
  /** A client who has nothing to do with the conversation. */
  readonly outsider: UserViewer;
  readonly service: ServiceViewer;
  readonly conversationId: string;
  user(role: Exclude<Role, 'system'>): Promise<UserViewer>;
  conversation(places: ReadonlyArray<readonly [UserViewer, ParticipantRole]>): Promise<string>;
  close(): Promise<void>;
}

/** Makes a {@link World}; close it when done. */
export async function createWorld(): Promise<World> {
  const database = await createTestDatabase();
  const db = await database.open();
  const clock = createTestClock();
  const log = pino({ level: 'silent' });
  const published: LogEvent[] = [];
  const bus: Bus = {
    ...createMemoryBus({ log }),
    publish: (_topic, message) => {
      if (isLogEvent(message)) published.push(message);
    },
  };
  const deps: Deps = { config: DEFAULT_CONFIG, db, bus, clock, log, ephemeral: createMemoryEphemeral(clock) };
  const now = clock.now();
  const siteId = newId('site');
  await db.prisma.site.create({
    data: { id: siteId, name: 'Test', publicKey: `pk_${siteId}`, secret: 'secret', createdAt: now, updatedAt: now },
  });
  const system = await createUser('system');
  const user = async (role: Exclude<Role, 'system'>): Promise<UserViewer> => ({
    kind: 'user',
    role,
    ...(await createUser(role)),
    tokenExpiresAt: now.getTime() + 3_600_000,
  });

  async function createUser(role: Role) {
    const userId = newId('user');
    const displayName = `${role} ${userId.slice(-4)}`;
    const externalId = role === 'system' ? 'system' : userId;
    await db.prisma.user.create({ data: { id: userId, siteId, externalId, role, displayName, createdAt: now, updatedAt: now } });
    return { siteId, userId, displayName, isGuest: false, avatarUrl: null } as const;
  }

  async function conversation(places: ReadonlyArray<readonly [UserViewer, ParticipantRole]>): Promise<string> {
    const id = newId('conversation');
    await db.prisma.conversation.create({ data: { id, siteId, kind: 'direct', title: 'Test', lastActivityAt: now, createdAt: now } });
    await db.prisma.participant.createMany({
      data: places.map(([viewer, role]) => ({ conversationId: id, userId: viewer.userId, siteId, role, joinedAt: now })),
    });
    return id;
  }

  const [client, provider, agent] = [await user('client'), await user('provider'), await user('agent')];
  return {
    deps,
    db,
    clock,
    published,
    siteId,
    client,
    provider,
    agent,
    admin: await user('admin'),
    outsider: await user('client'),
    service: { kind: 'service', role: 'admin', ...system, isGuest: false, avatarUrl: null, apiKeyId: newId('apiKey'), tokenExpiresAt: null },
    conversationId: await conversation([
      [client, 'client'],
      [provider, 'provider'],
      [agent, 'agent'],
    ]),
    user,
    conversation,
    async close() {
      await db.close();
      await database.drop();
    },
  };
}

let made = 0;

/** A client id that was not used before. */
export function clientId(): string {
  made += 1;
  return `c${made}`;
}

/** Waits for a promise to fail and answers with the code, or fails itself. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  throw new Error('expected a failure; the call succeeded');
}
