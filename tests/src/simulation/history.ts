/** One history: four people and an administrator on two nodes, a bad bus, and steps one after the other. */
import { ConversationFeedDocument, InboxFeedDocument } from '../../../packages/sdk-js/src/generated/operations.js';
import type { ConversationFeedItem, InboxFeedItem } from '../../../packages/sdk-js/src/generated/types.js';
import type { OperationRunner } from '../../../packages/sdk-js/src/operation.js';
import type { OperationDocument } from '../../../packages/sdk-js/src/operation.js';
import { applyInboxItem, emptyInbox, type InboxFeedState } from '../../../packages/sdk-js/src/inbox/apply.js';
import { applyConversationItem } from '../../../packages/sdk-js/src/conversation/apply.js';
import { emptyConversation, type ConversationFeedState } from '../../../packages/sdk-js/src/conversation/feed-state.js';
import { conversationEvents } from '../../../packages/server/src/modules/feeds/index.js';
import { SimulatedClient } from './client.js';
import { SimulatedNode, type Surroundings } from './node.js';
import { connect } from './server.js';
import { take, type Step } from './steps.js';
import { PLACES, surroundings, type Stage, type World } from './world.js';

const NODES = 2;
/** Items after which a history that does not come to rest has a defect. */
const TOO_MANY = 20_000;
/** Sweeps and retries get this long when the faults have ended; less than the silence after which the SDK opens a feed anew by itself. */
const RECOVERY_MS = 40_000;
const RECOVERY_STEP_MS = 2_500;

/** A history under way. */
export class History {
  readonly around: Surroundings;
  readonly world: World;
  readonly stage: Stage;
  readonly clients: readonly SimulatedClient[];
  /** Back-office calls, each on any node. */
  readonly admin: OperationRunner;

  private constructor(world: World, around: Surroundings, stage: Stage) {
    this.world = world;
    this.around = around;
    this.stage = stage;
    const { conversationId, people, admin } = stage;
    for (let count = 0; count < NODES; count += 1) around.nodes.push(new SimulatedNode(around));
    this.clients = PLACES.map(([name]) => {
      const viewer = people.get(name);
      if (!viewer) throw new Error(`there is nobody of the name ${name}`);
      return new SimulatedClient({ name, viewer, conversationId, scheduler: around.scheduler, clock: around.clock });
    });
    this.admin = {
      request: (document, variables) => connect({ scheduler: around.scheduler, node: this.anyNode(), viewer: admin, onCut: () => undefined }).executor.run(document, variables, () => () => undefined),
      subscribe: () => () => undefined,
    };
  }

  /** Plays the steps, then ends the faults and lets everything recover. */
  static async play(world: World, of: { readonly seed: number; readonly mutant: Surroundings['mutant']; readonly steps: readonly Step[] }): Promise<History> {
    const around = surroundings(world, of);
    const history = new History(world, around, await world.stage());
    for (const client of history.clients) client.connect(history.anyNode());
    await around.scheduler.run(Math.floor(around.scheduler.random() * 80));
    for (const step of of.steps) {
      await take(history, step);
      history.#replaceDead();
      await around.scheduler.run(Math.floor(around.scheduler.random() * 12));
    }
    await history.#recover();
    return history;
  }

  /** The one who comes and goes. */
  get guest(): SimulatedClient {
    return this.client(PLACES.length - 1);
  }

  client(index: number): SimulatedClient {
    const client = this.clients[index];
    if (!client) throw new Error(`there is no client ${index}`);
    return client;
  }

  anyNode(): SimulatedNode {
    return this.around.scheduler.pick(this.around.nodes);
  }

  kill(index: number): void {
    this.around.nodes[index]?.die();
  }

  doom(index: number): void {
    const node = this.around.nodes[index];
    if (node) node.isDoomed = true;
  }

  /** The conversation as somebody who opens it now sees it; null when they may not. */
  async fresh(client: SimulatedClient): Promise<ConversationFeedState | null> {
    const variables = { conversationId: this.stage.conversationId, after: null, last: 100 };
    const first = await this.#first(client, ConversationFeedDocument, { variables, itemOf: (data): ConversationFeedItem => data.conversationFeed });
    return first ? applyConversationItem(emptyConversation(), first) : null;
  }

  /** The inbox as somebody who opens it now sees it. */
  async freshInbox(client: SimulatedClient): Promise<InboxFeedState | null> {
    const first = await this.#first(client, InboxFeedDocument, { variables: { after: null, first: 50 }, itemOf: (data): InboxFeedItem => data.inboxFeed });
    return first ? applyInboxItem(emptyInbox(), first) : null;
  }

  /** The first item of a feed that is opened now; null when it is refused. */
  async #first<Data, Variables, Item>(
    client: SimulatedClient,
    document: OperationDocument<Data, Variables>,
    of: { readonly variables: Variables; readonly itemOf: (data: Data) => Item },
  ): Promise<Item | null> {
    const items: Item[] = [];
    let isRefused = false;
    const link = connect({ scheduler: this.around.scheduler, node: this.anyNode(), viewer: client.viewer, onCut: () => undefined });
    link.executor.stream(document, of.variables, {
      next: (data) => void items.push(of.itemOf(data)),
      error: () => {
        isRefused = true;
      },
      complete: () => undefined,
    });
    for (let round = 0; round < 200 && items.length === 0 && !isRefused; round += 1) await this.around.scheduler.run(5);
    link.cut();
    return items[0] ?? null;
  }

  /** Unread messages of the conversation as the server counts them for somebody. */
  async unreadOf(client: SimulatedClient): Promise<number | null> {
    const deps = { ...this.anyNode().deps, db: this.world.db };
    const [first] = (await conversationEvents(deps, client.viewer, { conversationId: this.stage.conversationId })).items;
    return first?.type === 'ConversationSnapshot' ? (first.conversation.viewer?.unreadCount ?? null) : null;
  }

  /** Forgets it. */
  close(): void {
    for (const client of this.clients) client.close();
    for (const node of this.around.nodes) node.die();
  }

  #replaceDead(): void {
    const { nodes } = this.around;
    for (const [index, node] of nodes.entries()) if (node.isDead) nodes[index] = new SimulatedNode(this.around);
  }

  async #recover(): Promise<void> {
    const { scheduler, clock } = this.around;
    this.around.isBusBad = false;
    for (const node of this.around.nodes) node.isDoomed = false;
    for (let passed = 0; passed <= RECOVERY_MS; passed += RECOVERY_STEP_MS) {
      this.#replaceDead();
      await scheduler.run(TOO_MANY);
      if (scheduler.waiting > 0) throw new Error('the history does not come to rest');
      for (const client of this.clients) {
        // Those who have a link keep it: coming back would heal what the feed itself must notice.
        if (!client.isLinked) client.connect(this.anyNode());
        for (const engine of [client.engine, client.inbox]) if (engine.store.getSnapshot().status === 'failed') engine.retry();
      }
      await clock.advance(RECOVERY_STEP_MS);
    }
    await scheduler.run(TOO_MANY);
  }
}
