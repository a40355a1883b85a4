/** One device: the SDK's own feeds, reducers, outbox and marks over a simulated link. */
import type { UserViewer } from '../../../packages/server/src/kernel/viewer.js';
import type { TestClock } from '../../../packages/server/src/kernel/clock.js';
import { ChatError, isRecord } from '../../../packages/sdk-js/src/chat-error.js';
import { randomId, type ClientClock, type TimerHandle } from '../../../packages/sdk-js/src/clock.js';
import type { Link } from '../../../packages/sdk-js/src/connection/connection.js';
import type { ClientContext } from '../../../packages/sdk-js/src/context.js';
import { ConversationEngine } from '../../../packages/sdk-js/src/conversation/engine.js';
import { MarkBook } from '../../../packages/sdk-js/src/conversation/mark-book.js';
import { InboxEngine } from '../../../packages/sdk-js/src/inbox/engine.js';
import { SendMessageDocument } from '../../../packages/sdk-js/src/generated/operations.js';
import type { Audience, Message, Person } from '../../../packages/sdk-js/src/generated/types.js';
import type { OperationDocument, OperationRunner } from '../../../packages/sdk-js/src/operation.js';
import { Outbox } from '../../../packages/sdk-js/src/outbox/outbox.js';
import { memoryStorage } from '../../../packages/sdk-js/src/storage.js';
import { createStore } from '../../../packages/sdk-js/src/store.js';
import { DEFAULT_TIMING } from '../../../packages/sdk-js/src/timing.js';
import type { SimulatedNode } from './node.js';
import type { Scheduler } from './scheduler.js';
import { connect, type SimulatedLink } from './server.js';
import { InboxWatch, StreamWatch } from './watch.js';

/** What a client is made of. */
export interface SimulatedClientOptions {
  readonly name: string;
  readonly viewer: UserViewer;
  readonly conversationId: string;
  readonly scheduler: Scheduler;
  readonly clock: TestClock;
}

/** What came of a message that a client wrote. */
export interface Written {
  readonly conversationId: string;
  readonly text: string;
  outcome: 'waiting' | 'sent' | 'refused';
}

const nothing = (): void => undefined;

/** One device. */
export class SimulatedClient {
  readonly name: string;
  readonly viewer: UserViewer;
  readonly engine: ConversationEngine;
  readonly inbox: InboxEngine;
  readonly written: Written[] = [];
  /** What its feeds were sent, judged as it came. */
  readonly watches: StreamWatch[] = [];
  readonly inboxWatches: InboxWatch[] = [];
  readonly runner: OperationRunner;
  readonly #options: SimulatedClientOptions;
  readonly #link = createStore<Link | null>(null);
  readonly #outbox: Outbox;
  readonly #clock: ClientClock;
  readonly #delivered: MarkBook;
  readonly #releases: readonly (() => void)[];
  #now: SimulatedLink | null = null;
  #generation = 0;

  constructor(options: SimulatedClientOptions) {
    const { name, viewer, conversationId } = options;
    this.name = name;
    this.viewer = viewer;
    this.#options = options;
    const clock = clockOver(options);
    this.#clock = clock;
    const runner: OperationRunner = {
      request: <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables): Promise<Data> => {
        const link = this.#link.getSnapshot();
        if (!link) return Promise.reject(new ChatError('NETWORK_ERROR', 'unable to run; there is no link'));
        return link.executor.run(document, variables, () => nothing);
      },
      subscribe: () => nothing,
    };
    this.runner = runner;
    this.#outbox = new Outbox({
      clock,
      timing: DEFAULT_TIMING,
      storage: memoryStorage(),
      key: () => Promise.resolve(name),
      send: async ({ conversationId: to, clientId, text, audience }) => {
        const input = { conversationId: to, clientId, text, ...(audience ? { audience } : {}) };
        return (await runner.request(SendMessageDocument, { input })).sendMessage.message;
      },
      report: nothing,
    });
    const person: Person = { id: viewer.userId, displayName: viewer.displayName, role: 'CLIENT', avatarUrl: null, isGuest: false };
    this.#delivered = new MarkBook({ clock, timing: DEFAULT_TIMING, runner });
    const context: ClientContext = {
      clock,
      timing: DEFAULT_TIMING,
      runner,
      outbox: this.#outbox,
      delivered: this.#delivered,
      viewer: createStore<Person | null>(person),
      connect: nothing,
      report: nothing,
      reset: nothing,
      listed: nothing,
      syncChanged: nothing,
      feed: { link: this.#link, clock, timing: DEFAULT_TIMING, wait: () => nothing, refused: nothing, fallBack: nothing },
    };
    this.engine = new ConversationEngine(context, conversationId, {});
    this.inbox = new InboxEngine(context);
    this.#releases = [this.engine.retainer.retain(), this.inbox.retainer.retain()];
  }

  /** Whether there is a link. */
  get isLinked(): boolean {
    return this.#now !== null;
  }

  /** Leaves its node, if it has one, and connects to another. */
  connect(node: SimulatedNode): void {
    this.#now?.cut();
    const link = connect({ scheduler: this.#options.scheduler, node, viewer: this.viewer, onCut: () => this.#lost(link) });
    this.#now = link;
    this.#generation += 1;
    const { executor } = link;
    this.#link.set({
      generation: this.#generation,
      transport: 'websocket',
      executor: {
        run: (document, variables, wait) => executor.run(document, variables, wait),
        stream: (document, variables, sink) => {
          const watch = document.field === 'inboxFeed' ? this.#watchInbox() : this.#watchConversation();
          return executor.stream(document, variables, {
            ...sink,
            next: (data) => {
              if (isRecord(data)) watch.take(data[document.field]);
              sink.next(data);
            },
            error: (error) => {
              sink.error(error);
            },
            complete: () => {
              sink.complete();
            },
          });
        },
      },
    });
    this.#outbox.wake();
    this.#delivered.wake();
    this.engine.read.wake();
  }

  /** Loses its link. */
  disconnect(): void {
    this.#now?.cut();
  }

  /** Writes a message, as an application would: once, whatever the link does. */
  write(text: string, audience: Audience | null, conversationId = this.#options.conversationId): void {
    const entry: Written = { conversationId, text, outcome: 'waiting' };
    this.written.push(entry);
    this.#outbox
      .add({ clientId: randomId(this.#clock), conversationId, text, parentId: null, metadata: null, audience, createdAt: this.#clock.now(), state: 'queued', error: null, message: null })
      .then(
        () => (entry.outcome = 'sent'),
        () => (entry.outcome = 'refused'),
      );
  }

  /** A message of its own that is not deleted, if it knows of one. */
  ownMessage(): Message | null {
    const own = this.engine.state.messages.filter(({ sender, isDeleted }) => sender.id === this.viewer.userId && !isDeleted);
    return own.length === 0 ? null : this.#options.scheduler.pick(own);
  }

  /** An id for a call that may be repeated. */
  newId(): string {
    return randomId(this.#clock);
  }

  /** Ends it. */
  close(): void {
    for (const release of this.#releases) release();
    this.#now?.cut();
    void this.#outbox.close();
  }

  #watchConversation(): StreamWatch {
    const watch = new StreamWatch();
    this.watches.push(watch);
    return watch;
  }

  #watchInbox(): InboxWatch {
    const watch = new InboxWatch();
    this.inboxWatches.push(watch);
    return watch;
  }

  #lost(link: SimulatedLink): void {
    if (this.#now !== link) return;
    this.#now = null;
    this.#link.set(null);
  }
}

/** The clock and chance of the simulation as the SDK takes them. */
function clockOver({ clock, scheduler }: SimulatedClientOptions): ClientClock {
  const timers = new Map<TimerHandle, { cancel(): void }>();
  return {
    now: () => clock.now().getTime(),
    random: scheduler.random,
    setTimeout: (run, ms) => {
      // A timer that never fires gives a handle of the platform's own type.
      const handle = setTimeout(nothing, 0);
      clearTimeout(handle);
      timers.set(handle, clock.after(ms, run));
      return handle;
    },
    clearTimeout: (handle) => {
      timers.get(handle)?.cancel();
      timers.delete(handle);
    },
  };
}
