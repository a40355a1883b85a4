/** For tests: a client whose server is the test, which feeds items and answers requests by hand. */
import type { ChatError } from '../chat-error.js';
import type { Link, TransportKind } from '../connection/connection.js';
import { CONTEXT, type ClientContext, type ContextOwner } from '../context.js';
import { createConversation, type OwnedConversation } from '../conversation/handle.js';
import { MarkBook } from '../conversation/mark-book.js';
import { createClientOn, type ChatClient } from '../create-chat-client.js';
import type { Person } from '../generated/types.js';
import { createInbox } from '../inbox/handle.js';
import { Outbox } from '../outbox/outbox.js';
import { memoryStorage } from '../storage.js';
import { createStore } from '../store.js';
import { createTestClock } from '../test-clock.js';
import { DEFAULT_TIMING } from '../timing.js';
import type { Executor } from '../transport/execute.js';

/** A subscription that the client opened. */
export interface OpenedFeed {
  readonly field: string;
  readonly variables: unknown;
  isStopped: boolean;
  next(item: unknown): void;
  fail(error: ChatError): void;
}

/** A query or mutation that waits for its answer. */
export interface AskedRequest {
  readonly field: string;
  readonly variables: unknown;
  /** Answers with the value of the root field. */
  answer(value: unknown): void;
  fail(error: ChatError): void;
}

/** Makes the client, connected. */
export function setUpClient(me: Person = { id: 'usr_sam', displayName: 'Sam', role: 'AGENT', avatarUrl: null, isGuest: false }) {
  const clock = createTestClock();
  const feeds: OpenedFeed[] = [];
  const requests: AskedRequest[] = [];
  const executor: Executor = {
    run: (document, variables) =>
      new Promise((resolve, reject) => {
        requests.push({ field: document.field, variables, answer: (value) => void resolve(JSON.parse(JSON.stringify({ [document.field]: value }))), fail: reject });
      }),
    stream: (document, variables, sink) => {
      const feed: OpenedFeed = {
        field: document.field,
        variables,
        isStopped: false,
        next: (item) => sink.next(JSON.parse(JSON.stringify({ [document.field]: item }))),
        fail: (error) => sink.error(error),
      };
      feeds.push(feed);
      return () => {
        feed.isStopped = true;
      };
    },
  };
  let generation = 1;
  const linkOf = (transport: TransportKind): Link => ({ generation, transport, executor });
  const link = createStore<Link | null>(linkOf('websocket'));
  const runner: ClientContext['runner'] = { request: (document, variables) => executor.run(document, variables, () => () => undefined), subscribe: executor.stream };
  const viewer = createStore<Person | null>(me);
  const context: ClientContext = {
    clock,
    timing: DEFAULT_TIMING,
    runner,
    outbox: new Outbox({ clock, timing: DEFAULT_TIMING, storage: memoryStorage(), key: async () => 'outbox', send: () => new Promise(() => undefined), report: () => undefined }),
    delivered: new MarkBook({ clock, timing: DEFAULT_TIMING, runner }),
    viewer,
    connect: () => undefined,
    report: () => undefined,
    reset: () => undefined,
    listed: () => undefined,
    syncChanged: () => undefined,
    feed: { link, clock, timing: DEFAULT_TIMING, wait: () => () => undefined, refused: () => undefined, fallBack: () => undefined },
  };
  const inbox = createInbox(context).handle;
  const conversations = new Map<string, OwnedConversation>();
  const client: ChatClient & ContextOwner = {
    ...createClientOn({ loadWebSocket: async () => null }, { url: 'http://localhost:9', token: 'none' }),
    [CONTEXT]: context,
    inbox: () => inbox,
    conversation: (id) => {
      const known = conversations.get(id) ?? createConversation(context, id, { onIdle: () => conversations.delete(id) });
      conversations.set(id, known);
      return known.handle;
    },
  };
  const asked = (field: string) => requests.filter((request) => request.field === field);
  const last = <Item>(items: readonly Item[], what: string): Item => {
    const item = items.at(-1);
    if (!item) throw new Error(`${what} was not asked for`);
    return item;
  };
  return {
    clock,
    client,
    context,
    viewer,
    feeds,
    asked,
    /** The newest subscription of a root field. */
    feed: (field: string) => last(feeds.filter((feed) => feed.field === field), field),
    /** The newest request of a root field. */
    request: (field: string) => last(asked(field), field),
    /** Loses the connection. */
    cut: () => {
      link.set(null);
    },
    /** A new connection. */
    relink: (transport: TransportKind = 'websocket') => {
      generation += 1;
      link.set(linkOf(transport));
    },
    /** Lets promises settle. */
    settle: () => clock.advance(0),
  };
}
