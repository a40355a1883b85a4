import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserViewer } from '../../kernel/viewer.js';
import type { ConversationFeedItem, DurableItem } from '../../log/feed-item.js';
import { deleteMessage } from '../messages/remove.js';
import { leaveConversation } from '../conversations/membership.js';
import { eventually } from '../../testing/deadline.js';
import { expectQueries } from '../../testing/queries.js';
import { conversationEvents, type ConversationFeedInput, openConversationFeed } from './conversation-feed.js';
import { createFeedWorld, FeedReader, type FeedWorld, type Node, sweep } from './feeds.fixture.js';
import { feedCounters } from './runtime.js';

let world: FeedWorld;
let ada: UserViewer;
let ben: UserViewer;
let sam: UserViewer;
let id: string;

const opened: Reader[] = [];

beforeAll(async () => {
  world = await createFeedWorld(2);
});
afterAll(() => world.close());
beforeEach(async () => {
  [ada, ben, sam] = [await world.user('client'), await world.user('provider'), await world.user('agent')];
  id = await world.conversation([[ada, 'client'], [ben, 'provider'], [sam, 'agent']]);
});
afterEach(async () => {
  world.fate = () => 'pass';
  world.release();
  for (const reader of opened.splice(0)) await reader.stop();
  // Whatever a test opened is gone when its feeds are.
  for (const { deps } of world.nodes) expect(feedCounters(deps)).toMatchObject({ conversationFeeds: 0, hubs: 0, surprises: 0 });
});

type Reader = FeedReader<ConversationFeedItem>;

async function open(viewer: UserViewer, input: Partial<ConversationFeedInput> = {}, node: Node = world.node(0)): Promise<Reader> {
  const reader = new FeedReader(await openConversationFeed(node.deps, viewer, { conversationId: id, ...input }));
  opened.push(reader);
  return reader;
}

function durable(items: readonly ConversationFeedItem[]): DurableItem[] {
  return items.filter((item): item is DurableItem => 'prevSeq' in item);
}

function chainOf(items: readonly ConversationFeedItem[]): Array<readonly [number, number]> {
  return durable(items).map(({ seq, prevSeq }) => [seq, prevSeq] as const);
}

/** Waits until a feed has the event of this seq. */
async function reaches(reader: Reader, seq: number): Promise<void> {
  await eventually(`seq ${seq}`, () => durable(reader.items).some((item) => item.seq >= seq));
}

async function positionOf(viewer: UserViewer, seq: number): Promise<{ epoch: string; seq: number }> {
  return { epoch: (await conversationEvents(world.deps, viewer, { conversationId: id })).epoch, seq };
}

describe('conversation feed', () => {
  it('P5 R101: begins with state and position, and goes on live, on every node', async () => {
    const first = await world.send(ada, id, { text: 'before' });
    const feeds = [await open(ben), await open(ada, {}, world.node(1))];
    for (const feed of feeds) {
      const snapshot = await feed.next('ConversationSnapshot');
      expect(snapshot).toMatchObject({ reason: 'FIRST', seq: first });
      expect(snapshot.messages.items.map(({ text }) => text)).toEqual(['before']);
      expect(snapshot.conversation.participants.map(({ user }) => user.id).sort()).toEqual([ada.userId, ben.userId, sam.userId].sort());
      expect(snapshot.conversation.lastMessage?.text).toBe('before');
      expect(snapshot.receipts.find(({ userId }) => userId === ada.userId)).toMatchObject({ readSeq: first });
    }
    expect(feeds[0]?.items[0]).toMatchObject({ conversation: { viewer: { unreadCount: 1, canSend: true } } });
    expect(feeds[1]?.items[0]).toMatchObject({ conversation: { viewer: { unreadCount: 0 } } });
    const second = await world.send(ben, id, { text: 'after' });
    for (const feed of feeds) {
      expect(await feed.next('MessageSent')).toMatchObject({ seq: second, prevSeq: first, message: { text: 'after', sender: { id: ben.userId } } });
    }
  });

  it('a snapshot has the newest messages and says whether there are older ones', async () => {
    for (let n = 0; n < 5; n += 1) await world.send(ada, id, { text: `m${n}` });
    const { messages } = await (await open(ben, { last: 3 })).next('ConversationSnapshot');
    expect(messages.items.map(({ text }) => text)).toEqual(['m2', 'm3', 'm4']);
    expect(messages).toMatchObject({ hasMoreBefore: true, hasMoreAfter: false });
    await expect(open(ben, { last: 0 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(open(ben, { last: 101 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('P8: is closed to outsiders, and to positions that are none', async () => {
    const eve = await world.user('client');
    await expect(open(eve)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open(ada, { conversationId: 'cnv_nonsense' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open(ada, { after: { epoch: 'x', seq: -1 } })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(feedCounters(world.deps)).toMatchObject({ conversationFeeds: 0, hubs: 0 });
  });

  it('P5: whatever is written while feeds open is in the snapshot or behind it, never in both, never in neither', async () => {
    const readers: Reader[] = [];
    let last = 0;
    const writing = (async () => {
      for (let n = 0; n < 60; n += 1) last = await world.send(n % 2 ? ada : ben, id, { at: world.node(n % 2).deps });
    })();
    // Each opens a little later than the one before, in the middle of the writing.
    for (let n = 0; n < 12; n += 1) {
      for (let turn = 0; turn < n * 2; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
      readers.push(await open(n % 2 ? ada : ben, { last: 100 }, world.node(n % 2)));
    }
    await writing;
    for (const reader of readers) {
      await eventually('all events', () => (durable(reader.items).at(-1)?.seq ?? seqOfSnapshot(reader)) === last);
      const [snapshot] = reader.items;
      if (snapshot?.type !== 'ConversationSnapshot') throw new Error('no snapshot');
      const seqs = [...snapshot.messages.items.map(({ seq }) => seq), ...durable(reader.items).map(({ seq }) => seq)];
      expect(seqs).toEqual(Array.from({ length: last }, (_, index) => index + 1));
      expect(snapshot.messages.items.at(-1)?.seq ?? 0).toBe(snapshot.seq);
    }
  });

  it('P4 R92: resumed at any point, however often it is cut, a feed is the same as an uncut one', async () => {
    const whole = await open(ben);
    await whole.next('ConversationSnapshot');
    const { epoch } = await positionOf(ben, 0);
    let cut: Reader | null = null;
    let position = 0;
    const got: Array<readonly [number, number]> = [];
    const keep = (): void => {
      for (const item of durable(cut?.items ?? [])) {
        if (item.seq > position) got.push([item.seq, item.prevSeq]);
        position = Math.max(position, item.seq);
      }
    };
    for (let round = 0; round < 10; round += 1) {
      // The feed is cut at a moment of its own; some rounds pass with none open.
      await cut?.stop();
      keep();
      cut = round % 4 === 3 ? null : await open(ben, { after: { epoch, seq: position } }, world.node(round % 2));
      for (let n = 0; n < 5; n += 1) {
        const audience = n % 3 === 1 ? 'all' : n % 3 === 2 ? 'provider' : 'staff';
        await world.send(audience === 'all' ? ada : sam, id, { audience, at: world.node(n % 2).deps });
      }
    }
    keep();
    const end = await world.send(ada, id);
    const tail = await open(ben, { after: { epoch, seq: position } });
    await reaches(tail, end);
    await reaches(whole, end);
    expect(tail.items[0]).toMatchObject({ type: 'ConversationResumed', seq: position, head: end });
    expect([...got, ...chainOf(tail.items)]).toEqual(chainOf(whole.items));
  });

  it('P4: content is replayed as it is now, and the rest of the story arrives too', async () => {
    const { epoch } = await positionOf(ben, 0);
    await world.send(ada, id, { text: 'secret' });
    const { id: messageId } = await world.deps.db.prisma.message.findFirstOrThrow({ where: { conversationId: id } });
    await deleteMessage(world.deps, ada, messageId);
    const feed = await open(ben, { after: { epoch, seq: 0 } });
    expect(await feed.next('MessageSent')).toMatchObject({ message: { text: '', isDeleted: true } });
    expect(await feed.next('MessageDeleted')).toMatchObject({ seq: 2, prevSeq: 1, message: { text: '', isDeleted: true } });
    expect(JSON.stringify(feed.items)).not.toContain('secret');
  });

  it('P4: a position of another epoch, past the end or too far behind begins anew and says why', async () => {
    await world.send(ada, id);
    const { epoch } = await positionOf(ben, 0);
    expect(await (await open(ben, { after: { epoch: 'other', seq: 1 } })).next('ConversationSnapshot')).toMatchObject({ reason: 'EPOCH_CHANGED', epoch });
    expect(await (await open(ben, { after: { epoch, seq: 2 } })).next('ConversationSnapshot')).toMatchObject({ reason: 'AHEAD_OF_LOG', seq: 1 });
    await world.deps.db.prisma.$executeRawUnsafe(
      `INSERT INTO event (conversation_id, site_id, seq, type, audience, actor_id, created_at)
       SELECT $1, $2, n, 'ReceiptAdvanced', 'all', $3, now() FROM generate_series(2, 1001) n`, id, world.siteId, ada.userId);
    await world.deps.db.prisma.conversation.update({ where: { id }, data: { lastSeq: 1001 } });
    const near = await open(ben, { after: { epoch, seq: 1 } });
    expect(await near.next('ConversationResumed')).toMatchObject({ seq: 1, head: 1001 });
    await reaches(near, 1001);
    expect(durable(near.items)).toHaveLength(1_000);
    expect(await (await open(ben, { after: { epoch, seq: 0 } })).next('ConversationSnapshot')).toMatchObject({ reason: 'TOO_FAR_BEHIND', seq: 1001 });
  });

  it('P6: what the bus loses is found by the sweep, what it delays or repeats comes once; heads prove that nothing is missing', async () => {
    const feeds = [await open(ada), await open(ben, {}, world.node(1))];
    for (const feed of feeds) await feed.next('ConversationSnapshot');
    world.fate = () => 'lost';
    await world.send(ada, id, { text: 'lost' });
    world.fate = () => 'late';
    await world.send(ben, id, { text: 'late' });
    world.fate = () => 'twice';
    await world.send(ada, id, { text: 'twice' });
    for (const feed of feeds) await reaches(feed, 3);
    world.release();
    world.fate = () => 'lost';
    await world.send(ben, id, { text: 'tail' });
    for (const [index, feed] of feeds.entries()) {
      await sweep(world.node(index).deps, true);
      await reaches(feed, 4);
      expect(chainOf(feed.items)).toEqual([[1, 0], [2, 1], [3, 2], [4, 3]]);
      expect(await feed.next('FeedHead')).toMatchObject({ seq: 4 });
    }
  });

  it('P6: the sweep comes by itself, every five seconds of the clock, and a head at the third', async () => {
    const feed = await open(ben);
    await feed.next('ConversationSnapshot');
    world.fate = () => 'lost';
    await world.send(ada, id);
    await world.clock.advance(4_999);
    expect(durable(feed.items)).toEqual([]);
    await world.clock.advance(1);
    await reaches(feed, 1);
    await world.clock.advance(10_000);
    expect(await feed.next('FeedHead')).toMatchObject({ seq: 1 });
  });

  it('P7: a feed that is not read ends alone with RESYNC_REQUIRED, and resumes with nothing lost', async () => {
    const before = feedCounters(world.deps).overflows;
    const stalled = await openConversationFeed(world.deps, ada, { conversationId: id });
    const reader = await open(ben);
    for (let n = 0; n < 300; n += 1) await world.send(ben, id);
    await reaches(reader, 300);
    expect(durable(reader.items)).toHaveLength(300);
    await expect(stalled.next()).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
    expect(feedCounters(world.deps).overflows).toBe(before + 1);
    const again = await open(ada, { after: await positionOf(ada, 0) });
    await reaches(again, 300);
    expect(chainOf(again.items)).toEqual(chainOf(reader.items));
  });

  it('P8: who is removed on one node loses the feed on the other at once', async () => {
    const feed = await open(sam, {}, world.node(1));
    const stays = await open(ada, {}, world.node(1));
    await leaveConversation(world.deps, sam, { conversationId: id });
    await expect(feed.ended).resolves.toMatchObject({ code: 'ACCESS_REVOKED' });
    await stays.next('ParticipantLeft');
    await world.send(ada, id, { text: 'unseen' });
    expect(JSON.stringify(feed.items)).not.toContain('unseen');
    await expect(open(sam)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('P8: with the bus message lost, the next sweep ends it, and nothing written since reaches it', async () => {
    const feed = await open(sam, {}, world.node(1));
    await feed.next('ConversationSnapshot');
    world.fate = () => 'lost';
    await leaveConversation(world.deps, sam, { conversationId: id });
    await world.send(ada, id, { text: 'unseen' });
    await sweep(world.node(1).deps);
    await expect(feed.ended).resolves.toMatchObject({ code: 'ACCESS_REVOKED' });
    expect(JSON.stringify(feed.items)).not.toContain('unseen');
    expect(feedCounters(world.node(1).deps)).toMatchObject({ conversationFeeds: 0, hubs: 0 });
  });

  it('P8: access that ended without any event is found by the sweep as well, and so is a user who was switched off', async () => {
    const [feed, other] = [await open(sam), await open(ben)];
    await world.deps.db.prisma.participant.update({ where: { conversationId_userId: { conversationId: id, userId: sam.userId } }, data: { leftAt: world.clock.now() } });
    await world.deps.db.prisma.user.update({ where: { id: ben.userId }, data: { isActive: false } });
    await sweep(world.deps);
    await expect(feed.ended).resolves.toMatchObject({ code: 'ACCESS_REVOKED' });
    await expect(other.ended).resolves.toMatchObject({ code: 'ACCESS_REVOKED' });
  });

  it('P8 R63: internal notes reach staff alone, live, replayed and by polling', async () => {
    const admin = await world.user('admin');
    const { epoch } = await positionOf(ada, 0);
    const live = { ada: await open(ada), sam: await open(sam), admin: await open(admin) };
    await world.send(ada, id, { text: 'one' });
    await world.send(sam, id, { text: 'a note', audience: 'staff' });
    const end = await world.send(ben, id, { text: 'two' });
    for (const feed of Object.values(live)) await reaches(feed, end);
    const replayed = await open(ada, { after: { epoch, seq: 0 } });
    await reaches(replayed, end);
    const polled = await conversationEvents(world.deps, ada, { conversationId: id, after: { epoch, seq: 0 } });
    for (const items of [live.ada.items, replayed.items, polled.items]) {
      expect(JSON.stringify(items)).not.toContain('a note');
      expect(chainOf(items)).toEqual([[1, 0], [3, 1]]);
    }
    for (const feed of [live.sam, live.admin]) expect(chainOf(feed.items)).toEqual([[1, 0], [2, 1], [3, 2]]);
  });

  it('R96: the polling twin answers the same items, page by page, and resets like the feed', async () => {
    const { epoch } = await positionOf(ada, 0);
    const feed = await open(ada);
    for (let n = 0; n < 7; n += 1) await world.send(n % 3 ? ada : sam, id, { audience: n % 3 ? 'all' : 'staff' });
    const end = await world.send(ben, id);
    await reaches(feed, end);
    const items: ConversationFeedItem[] = [];
    let seq = 0;
    for (let hasMore = true; hasMore; ) {
      const page = await conversationEvents(world.deps, ada, { conversationId: id, after: { epoch, seq }, first: 2 });
      expect(page.items.length).toBeLessThanOrEqual(2);
      items.push(...page.items);
      ({ seq, hasMore } = page);
    }
    expect(items).toEqual(durable(feed.items));
    expect(seq).toBe(end);
    expect((await conversationEvents(world.deps, ada, { conversationId: id, after: { epoch, seq } })).items).toEqual([]);
    expect((await conversationEvents(world.deps, ada, { conversationId: id })).items[0]).toMatchObject({ type: 'ConversationSnapshot', reason: 'FIRST' });
    const reset = await conversationEvents(world.deps, ada, { conversationId: id, after: { epoch, seq: end + 1 } });
    expect(reset).toMatchObject({ seq: end, hasMore: false, items: [{ type: 'ConversationSnapshot', reason: 'AHEAD_OF_LOG' }] });
  });

  it('an event costs the same whether one or fifty follow: the statement of its writer and nothing else', async () => {
    const one = await open(ada);
    await one.next('ConversationSnapshot');
    const cost = async (): Promise<void> => {
      const seq = await world.send(ben, id);
      await reaches(one, seq);
    };
    await expectQueries(world.node(0).db, 1, cost);
    const others: Reader[] = [];
    for (let n = 0; n < 50; n += 1) others.push(await open(n % 2 ? ada : sam));
    await expectQueries(world.node(0).db, 1, cost);
    for (const other of others) await other.next('MessageSent');
  });

  it('P4: forty that come back at once share their readings, each as their audience sees it, and miss nothing sent meanwhile', async () => {
    const before = await open(ada);
    const snapshot = await before.next('ConversationSnapshot');
    if (snapshot.type !== 'ConversationSnapshot') throw new Error('no snapshot');
    for (let n = 0; n < 3; n += 1) await world.send(ben, id);
    const after = { epoch: snapshot.epoch, seq: snapshot.seq };
    // Read once for ever.
    await world.node(0).deps.db.epoch();
    // Access of all in one statement, then the log once for each of two audiences.
    const readers = await expectQueries(world.node(0).db, 3, () => Promise.all(Array.from({ length: 40 }, (_, n) => open(n % 2 ? ada : ben, { after }))));
    const last = await world.send(ben, id);
    for (const reader of readers) await reaches(reader, last);
    const chain = [1, 2, 3, 4].map((n) => snapshot.seq + n);
    for (const { items } of readers) {
      expect(items[0]).toMatchObject({ type: 'ConversationResumed', seq: snapshot.seq, head: snapshot.seq + 3 });
      expect(items.flatMap((item) => ('prevSeq' in item ? [item.seq] : []))).toEqual(chain);
    }
    // The same objects, so that they are executed once.
    expect(readers[3]?.items[1]).toBe(readers[1]?.items[1]);
  });

  it('R98: an ended feed lets everything go at once, also while it waits', async () => {
    // Those of other tests end by themselves.
    await expect.poll(() => feedCounters(world.deps)).toMatchObject({ conversationFeeds: 0, hubs: 0 });
    const feed = await openConversationFeed(world.deps, ada, { conversationId: id });
    await feed.next();
    const waiting = feed.next();
    await feed.return?.();
    expect(feedCounters(world.deps)).toMatchObject({ conversationFeeds: 0, hubs: 0 });
    // Somebody's presence may have come in between; after the end nothing does.
    let last = await waiting;
    if (!last.done) last = await feed.next();
    expect(last).toEqual({ value: undefined, done: true });
  });
});

function seqOfSnapshot(reader: Reader): number {
  const [first] = reader.items;
  return first?.type === 'ConversationSnapshot' ? first.seq : -1;
}
