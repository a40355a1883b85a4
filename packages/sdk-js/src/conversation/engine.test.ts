import { afterEach, describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import type { Link } from '../connection/connection.js';
import type { ClientContext } from '../context.js';
import type { ConversationFeedItem, Message, MessageConnection } from '../generated/types.js';
import { Outbox } from '../outbox/outbox.js';
import { memoryStorage } from '../storage.js';
import { createStore } from '../store.js';
import { createTestClock } from '../test-clock.js';
import { DEFAULT_TIMING } from '../timing.js';
import type { Executor } from '../transport/execute.js';
import { AT, message, person, receipt, snapshot } from './fixtures.js';
import { createConversation, type OwnedConversation } from './handle.js';
import { MarkBook } from './mark-book.js';

/** A conversation whose server is the test: it feeds items and answers requests by hand. */
function setUp() {
  const clock = createTestClock();
  const feeds: { after: unknown; next(item: ConversationFeedItem): void; fail(error: ChatError): void }[] = [];
  const requests: { field: string; variables: unknown; answer(data: unknown): void; fail(error: ChatError): void }[] = [];
  const resets: string[] = [];
  const sends: { clientId: string; answer(message: Message): void }[] = [];
  const executor: Executor = {
    run: (document, variables) =>
      new Promise((resolve, reject) => {
        requests.push({ field: document.field, variables, answer: (data) => void resolve(JSON.parse(JSON.stringify(data))), fail: reject });
      }),
    stream: (_document, variables, sink) => {
      const { after } = JSON.parse(JSON.stringify(variables));
      feeds.push({ after, next: (item) => sink.next(JSON.parse(JSON.stringify({ conversationFeed: item }))), fail: (error) => sink.error(error) });
      return () => undefined;
    },
  };
  const link = createStore<Link | null>({ generation: 1, transport: 'websocket', executor });
  const runner = { request: <D, V>(document: Parameters<typeof executor.run<D, V>>[0], variables: V) => executor.run(document, variables, () => () => undefined), subscribe: executor.stream };
  const context: ClientContext = {
    clock,
    timing: DEFAULT_TIMING,
    runner,
    outbox: new Outbox({
      clock,
      timing: DEFAULT_TIMING,
      storage: memoryStorage(),
      key: async () => 'outbox',
      send: ({ clientId }) => new Promise((resolve) => void sends.push({ clientId, answer: resolve })),
      report: () => undefined,
    }),
    delivered: new MarkBook({ clock, timing: DEFAULT_TIMING, runner }),
    viewer: createStore(person('usr_b')),
    connect: () => undefined,
    report: () => undefined,
    reset: ({ reason }) => resets.push(reason),
    listed: () => undefined,
    syncChanged: () => undefined,
    feed: { link, clock, timing: DEFAULT_TIMING, wait: () => () => undefined, refused: () => undefined, fallBack: () => undefined },
  };
  const owned = createConversation(context, 'cnv_1', {});
  open.push(owned);
  let generation = 1;
  return {
    clock,
    handle: owned.handle,
    feeds,
    resets,
    requests,
    sends,
    feed: () => feeds.at(-1) ?? expect.fail('no feed'),
    asked: (field: string) => requests.filter((request) => request.field === field).at(-1) ?? expect.fail(`${field} was not asked`),
    relink: () => {
      generation += 1;
      link.set({ generation, transport: 'websocket', executor });
    },
  };
}
const open: OwnedConversation[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.end();
});

const sent = (seq: number, rest: Partial<Message> = {}, prevSeq = seq - 1): ConversationFeedItem => ({ __typename: 'MessageSent', seq, prevSeq, at: AT, message: message(seq, rest) });
const page = (messages: Message[], hasPreviousPage = false): MessageConnection => ({
  edges: messages.map((node) => ({ cursor: String(node.seq), node })),
  pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage },
});

describe('a conversation', () => {
  it('P4 P5: shows the snapshot, then events; a hole is filled from the position before it', async () => {
    const { clock, handle, feeds, feed } = setUp();
    expect(handle.getSnapshot().status).toBe('idle');
    handle.retain();
    expect(handle.getSnapshot()).toMatchObject({ status: 'loading', syncStatus: 'replaying' });
    feed().next(snapshot({ seq: 5, messages: [message(4), message(5)] }));
    feed().next(sent(6));
    expect(handle.getSnapshot()).toMatchObject({ status: 'ready', syncStatus: 'synced', seq: 6 });
    feed().next(sent(9, {}, 8));
    await clock.advance(1);
    expect(feeds).toHaveLength(2);
    expect(feed().after).toEqual({ epoch: 'e1', seq: 6 });
    feed().next({ __typename: 'ConversationResumed', epoch: 'e1', seq: 6, head: 9, presences: [], typing: [], colleagues: [] });
    expect(handle.getSnapshot().syncStatus).toBe('replaying');
    for (const seq of [7, 8, 9]) feed().next(sent(seq));
    expect(handle.getSnapshot()).toMatchObject({ seq: 9, syncStatus: 'synced' });
    expect(handle.getSnapshot().messages.map((each) => each.seq)).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('R74 P4: an older page that knows of replies which the feed has yet to bring counts them once', async () => {
    const { clock, handle, feed, asked, relink } = setUp();
    handle.retain();
    const first = snapshot({ seq: 5, messages: [message(4), message(5, { parentId: 'msg_2' })] });
    feed().next({ ...first, messages: { ...first.messages, pageInfo: { ...first.messages.pageInfo, hasPreviousPage: true } } });
    relink();
    const loaded = handle.loadMore();
    await clock.advance(1);
    asked('messages').answer({ messages: page([message(2, { replyCount: 3 }), message(3)]) });
    await loaded;
    const count = () => handle.getSnapshot().messages.find((each) => each.id === 'msg_2')?.replyCount;
    expect(count()).toBe(3);
    feed().next({ __typename: 'ConversationResumed', epoch: 'e1', seq: 5, head: 8, presences: [], typing: [], colleagues: [] });
    for (const seq of [6, 7]) feed().next(sent(seq, { parentId: 'msg_2' }));
    expect(count()).toBe(3);
    feed().next(sent(8, { parentId: 'msg_2' }));
    expect(count()).toBe(4);
  });

  it('P4: events that come in a flood are readable at once, and told once', async () => {
    const { clock, handle, feed } = setUp();
    const told: number[] = [];
    handle.subscribe(() => told.push(handle.getSnapshot().seq));
    feed().next(snapshot({ seq: 5, messages: [message(5)] }));
    await clock.advance(100);
    told.length = 0;
    for (let seq = 6; seq <= 105; seq += 1) {
      feed().next(sent(seq));
      expect(handle.getSnapshot().seq).toBe(seq);
    }
    const { messages } = handle.getSnapshot();
    expect(handle.getSnapshot().messages).toBe(messages);
    expect(told).toEqual([6]);
    await clock.advance(16);
    expect(told).toEqual([6, 105]);
    expect(handle.getSnapshot().messages).toBe(messages);
    await clock.advance(100);
    expect(told).toEqual([6, 105]);
    feed().next(sent(106));
    expect(told).toEqual([6, 105, 106]);
  });

  it('P6: a head past the position is a hole too', async () => {
    const { clock, handle, feeds, feed } = setUp();
    handle.retain();
    feed().next(snapshot({ seq: 5 }));
    feed().next({ __typename: 'FeedHead', seq: 7, at: AT });
    await clock.advance(1);
    expect(feeds).toHaveLength(2);
    expect(feed().after).toEqual({ epoch: 'e1', seq: 5 });
  });

  it('a replay whose end is of another audience ends in silence', async () => {
    const { clock, handle, feed, relink } = setUp();
    handle.retain();
    feed().next(snapshot({ seq: 5 }));
    relink();
    feed().next({ __typename: 'ConversationResumed', epoch: 'e1', seq: 5, head: 8, presences: [], typing: [], colleagues: [] });
    feed().next(sent(6));
    expect(handle.getSnapshot().syncStatus).toBe('replaying');
    await clock.advance(1_000);
    expect(handle.getSnapshot().syncStatus).toBe('synced');
  });

  it('P4: a snapshot in place of a resumption resets everything and says so', () => {
    const { handle, feed, relink, resets } = setUp();
    const shown: string[] = [];
    handle.subscribe(() => shown.push(handle.getSnapshot().syncStatus));
    feed().next(snapshot({ seq: 5, messages: [message(5)] }));
    relink();
    feed().next(snapshot({ seq: 2, messages: [message(2)], epoch: 'e2', reason: 'EPOCH_CHANGED' }));
    expect(handle.getSnapshot()).toMatchObject({ epoch: 'e2', seq: 2, syncStatus: 'synced' });
    expect(handle.getSnapshot().messages.map((each) => each.seq)).toEqual([2]);
    expect(shown).toContain('resetting');
    expect(resets).toEqual(['EPOCH_CHANGED']);
  });

  it('P2 P4: what was acknowledged by a log that is gone is shown no more as its message, and is sent again', async () => {
    const { clock, handle, feed, sends, relink } = setUp();
    handle.retain();
    feed().next(snapshot({ seq: 5, messages: [message(5)] }));
    const acknowledged = handle.send('kept');
    await clock.advance(1);
    const [first] = sends;
    const own = { clientId: first?.clientId ?? '', sender: person('usr_b'), text: 'kept' };
    first?.answer(message(9, own));
    await expect(acknowledged).resolves.toMatchObject({ seq: 9 });
    expect(handle.getSnapshot().messages.map((each) => each.seq)).toEqual([5, 9]);
    relink();
    feed().next(snapshot({ seq: 2, messages: [message(2)], epoch: 'e2', reason: 'EPOCH_CHANGED' }));
    expect(handle.getSnapshot().messages).toMatchObject([{ seq: 2 }, { seq: null, text: 'kept', status: 'sending' }]);
    expect(sends.map(({ clientId }) => clientId)).toEqual([own.clientId, own.clientId]);
    sends[1]?.answer(message(3, own));
    feed().next(sent(3, own));
    await clock.advance(1);
    expect(handle.getSnapshot().messages.map((each) => each.seq)).toEqual([2, 3]);
  });

  it('R81: an older page takes in what happened to it on its way, and is dropped by a reset', async () => {
    const { clock, handle, feed, asked, relink } = setUp();
    handle.retain();
    const first = snapshot({ seq: 5, messages: [message(5)] });
    feed().next({ ...first, messages: page([message(5)], true) });
    const loading = handle.loadMore();
    expect(handle.getSnapshot().isLoadingMore).toBe(true);
    await clock.advance(1);
    feed().next({ __typename: 'MessageEdited', seq: 6, prevSeq: 5, at: AT, message: message(3, { text: 'edited' }) });
    asked('messages').answer({ messages: page([message(2), message(3)]) });
    await loading;
    expect(handle.getSnapshot().messages.map((each) => each.text)).toEqual(['text 2', 'edited', 'text 5']);
    expect(handle.getSnapshot()).toMatchObject({ hasMore: false, isLoadingMore: false });

    relink();
    feed().next({ ...snapshot({ seq: 9, messages: [message(9)], epoch: 'e2', reason: 'EPOCH_CHANGED' }), messages: page([message(9)], true) });
    const late = handle.loadMore();
    await clock.advance(1);
    relink();
    feed().next(snapshot({ seq: 1, messages: [message(1)], epoch: 'e3', reason: 'EPOCH_CHANGED' }));
    asked('messages').answer({ messages: page([message(7)]) });
    await late;
    await clock.advance(1);
    expect(handle.getSnapshot().messages.map((each) => each.seq)).toEqual([1]);
  });

  it('R93: what others sent is marked delivered by itself, own messages are not', async () => {
    const { clock, handle, feed, requests, asked } = setUp();
    handle.retain();
    feed().next(snapshot({ seq: 5, messages: [message(5)] }));
    await clock.advance(1);
    expect(asked('markDelivered').variables).toEqual({ input: { conversationId: 'cnv_1', seq: 5 } });
    asked('markDelivered').answer({ markDelivered: { receipt: receipt('usr_b', { deliveredSeq: 5 }), seq: 6 } });
    feed().next({ __typename: 'ReceiptAdvanced', seq: 6, prevSeq: 5, at: AT, receipt: receipt('usr_b', { deliveredSeq: 5 }) });
    feed().next(sent(7, { sender: person('usr_b') }));
    await clock.advance(10_000);
    expect(requests.filter((request) => request.field === 'markDelivered')).toHaveLength(1);
  });

  it('P8: a feed that ended for good says why, keeps what it has, and can be tried again', () => {
    const { handle, feed, feeds } = setUp();
    handle.retain();
    feed().next(snapshot({ seq: 5, messages: [message(5)] }));
    feed().fail(new ChatError('ACCESS_REVOKED', 'unable to follow; access ended'));
    expect(handle.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'ACCESS_REVOKED' } });
    expect(handle.getSnapshot().messages).toHaveLength(1);
    handle.retry();
    expect(feeds).toHaveLength(2);
    expect(handle.getSnapshot()).toMatchObject({ status: 'ready', error: null });
  });
});

describe('a thread', () => {
  it('R74: waits for the feed, and misses no reply that comes while it loads', async () => {
    const { clock, handle, feed, asked, requests } = setUp();
    const thread = handle.thread('msg_2');
    expect(handle.thread('msg_2')).toBe(thread);
    thread.retain();
    expect(thread.getSnapshot().status).toBe('loading');
    expect(requests).toHaveLength(0);
    feed().next(snapshot({ seq: 5, messages: [message(2), message(5)] }));
    await clock.advance(1);
    const first = asked('thread');
    feed().next(sent(6, { parentId: 'msg_2' }));
    // Read before the reply: the count of its message is uncertain, so it is asked once more.
    first.answer({ thread: page([]) });
    await clock.advance(1);
    expect(asked('thread')).not.toBe(first);
    asked('thread').answer({ thread: page([message(6, { parentId: 'msg_2' })]) });
    await clock.advance(1);
    expect(thread.getSnapshot()).toMatchObject({ status: 'ready', parent: { id: 'msg_2', replyCount: 1 } });
    feed().next(sent(7, { parentId: 'msg_2' }));
    feed().next(sent(8));
    expect(thread.getSnapshot().messages.map((each) => each.seq)).toEqual([6, 7]);
    expect(thread.getSnapshot().parent?.replyCount).toBe(2);
    void thread.send('mine');
    expect(thread.getSnapshot().messages.at(-1)).toMatchObject({ text: 'mine', parentId: 'msg_2', status: 'sending' });
  });

  it('says why it could not load, and loads when the feed is back', async () => {
    const { clock, handle, feed, asked, relink } = setUp();
    const window = handle.around(3);
    window.retain();
    feed().next(snapshot({ seq: 5 }));
    await clock.advance(1);
    asked('messages').fail(new ChatError('TIMEOUT', 'unable to load; too late'));
    await clock.advance(1);
    expect(window.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'TIMEOUT' } });
    relink();
    feed().next({ __typename: 'ConversationResumed', epoch: 'e1', seq: 5, head: 5, presences: [], typing: [], colleagues: [] });
    await clock.advance(1_000);
    asked('messages').answer({ messages: page([message(3)]) });
    await clock.advance(1);
    expect(window.getSnapshot()).toMatchObject({ status: 'ready', error: null });
  });
});
