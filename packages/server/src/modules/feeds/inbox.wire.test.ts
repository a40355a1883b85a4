import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserViewer } from '../../kernel/viewer.js';
import { postNotice } from '../../log/notices.js';
import { signalUser } from '../../log/topics.js';
import { eventually } from '../../testing/deadline.js';
import { expectQueries } from '../../testing/queries.js';
import { reviseConversation, unreadTotals } from '../conversations/index.js';
import { addParticipant, leaveConversation, muteConversation } from '../conversations/membership.js';
import { deleteMessage } from '../messages/remove.js';
import { markRead } from '../receipts/index.js';
import { createFeedWorld, FeedReader, type FeedWorld, sweep } from './feeds.fixture.js';
import { inboxEvents, type InboxInput, openInboxFeed } from './inbox.js';
import type { InboxFeedItem } from './inbox-item.js';
import { feedCounters } from './runtime.js';

let world: FeedWorld;
let ada: UserViewer;
let ben: UserViewer;
let sam: UserViewer;
let root: UserViewer;
let first: string;
let second: string;
const opened: Array<FeedReader<InboxFeedItem>> = [];

beforeAll(async () => {
  world = await createFeedWorld(2);
});
afterAll(() => world.close());
beforeEach(async () => {
  [ada, ben, sam, root] = [await world.user('client'), await world.user('provider'), await world.user('agent'), await world.user('admin')];
  first = await world.conversation([[ada, 'client'], [ben, 'provider']]);
  second = await world.conversation([[ada, 'client'], [ben, 'provider'], [sam, 'agent']]);
});
afterEach(async () => {
  world.fate = () => 'pass';
  world.release();
  for (const reader of opened.splice(0)) await reader.stop();
  for (const { deps } of world.nodes) expect(feedCounters(deps)).toMatchObject({ inboxFeeds: 0, hubs: 0, surprises: 0 });
});

async function open(viewer: UserViewer, input: InboxInput = {}, node = 0): Promise<FeedReader<InboxFeedItem>> {
  const reader = new FeedReader(await openInboxFeed(world.node(node).deps, viewer, input));
  opened.push(reader);
  return reader;
}

/** Waits for the state of an entry to become what is expected. */
function changed(reader: FeedReader<InboxFeedItem>, id: string, unread: number) {
  return reader.next('InboxEntryChanged', ({ entry }) => entry.conversation.id === id && entry.conversation.viewer?.unreadCount === unread);
}

describe('inbox feed', () => {
  it('P5 R82: begins with the list, newest activity first, and unread counts; then sends states', async () => {
    await world.clock.advance(1_000);
    await world.send(ada, first, { text: 'old' });
    await world.clock.advance(1_000);
    await world.send(ada, second, { text: 'new' });
    const inbox = await open(ben, {}, 1);
    const snapshot = await inbox.next('InboxSnapshot');
    expect(snapshot).toMatchObject({ reason: 'FIRST', hasMore: false, unread: { messages: 2, conversations: 2 } });
    expect(snapshot.entries.map(({ conversation }) => [conversation.id, conversation.lastMessage?.text, conversation.viewer?.unreadCount])).toEqual([
      [second, 'new', 1],
      [first, 'old', 1],
    ]);
    await world.send(ada, first, { text: 'newest' });
    expect(await changed(inbox, first, 2)).toMatchObject({
      unread: { messages: 3, conversations: 2 },
      entry: { conversation: { lastMessage: { text: 'newest', sender: ada.userId } } },
    });
    const page = await open(ben, { first: 1 });
    expect(await page.next('InboxSnapshot')).toMatchObject({ hasMore: true, unread: { messages: 3 } });
  });

  it('R82: reading, on whichever device, brings the count down; one’s own message is read; what one may not see does not count', async () => {
    const [inbox, other] = [await open(ben), await open(ben, {}, 1)];
    await world.send(ada, second);
    await world.send(ada, second);
    await changed(inbox, second, 2);
    await world.send(sam, second, { audience: 'staff', text: 'a note' });
    await markRead(world.deps, ben, { conversationId: second, seq: 1 });
    for (const each of [inbox, other]) expect(await changed(each, second, 1)).toMatchObject({ unread: { messages: 1, conversations: 1 } });
    await world.send(ben, second);
    for (const each of [inbox, other]) expect(await changed(each, second, 0)).toMatchObject({ unread: { messages: 0, conversations: 0 } });
    for (const each of [inbox, other]) expect(JSON.stringify(each.items)).not.toContain('a note');
  });

  it('a deleted last message loses its text in the list as well', async () => {
    await world.send(ada, first, { text: 'secret' });
    const inbox = await open(ben);
    const { id } = await world.deps.db.prisma.message.findFirstOrThrow({ where: { conversationId: first } });
    await deleteMessage(world.deps, ada, id);
    const item = await inbox.next('InboxEntryChanged');
    expect(item.entry.conversation.lastMessage).toMatchObject({ text: '' });
  });

  it('P8: who is added gets the conversation and its events; who leaves loses both, on every node', async () => {
    const inbox = await open(sam, {}, 1);
    expect((await inbox.next('InboxSnapshot')).entries.map(({ conversation }) => conversation.id)).toEqual([second]);
    await addParticipant(world.deps, root, { conversationId: first, userId: sam.userId });
    await inbox.next('InboxEntryChanged', ({ entry }) => entry.conversation.id === first);
    await world.send(ada, first, { text: 'hello' });
    await inbox.next('InboxEntryChanged', ({ entry }) => entry.conversation.lastMessage?.text === 'hello');
    await leaveConversation(world.deps, sam, { conversationId: first });
    await inbox.next('InboxEntryRemoved', ({ conversationId }) => conversationId === first);
    const seen = inbox.items.length;
    await world.send(ada, first, { text: 'unseen' });
    await world.send(ada, second, { text: 'seen' });
    await inbox.next('InboxEntryChanged', ({ entry }) => entry.conversation.lastMessage?.text === 'seen');
    expect(JSON.stringify(inbox.items.slice(seen))).not.toContain('unseen');
  });

  it('P6: with every bus message lost, the sweep brings messages, places and notices', async () => {
    const inbox = await open(sam, {}, 1);
    await inbox.next('InboxSnapshot');
    world.fate = () => 'lost';
    await world.send(ada, second, { text: 'lost' });
    await addParticipant(world.deps, root, { conversationId: first, userId: sam.userId });
    await world.deps.db.transaction((tx) =>
      postNotice(world.deps, tx, { siteId: world.siteId, userId: sam.userId, kind: 'booking_changed', conversationId: first, now: world.clock.now() }),
    );
    await sweep(world.node(1).deps, true);
    await changed(inbox, second, 1);
    await inbox.next('InboxEntryChanged', ({ entry }) => entry.conversation.id === first);
    await inbox.next('NoticePosted', ({ notice }) => notice.kind === 'booking_changed');
    await inbox.next('InboxHead');
    expect(inbox.items.at(-1)?.type).toBe('InboxHead');
    world.fate = (topic) => (topic.startsWith('conversation:') ? 'lost' : 'pass');
    await leaveConversation(world.deps, sam, { conversationId: second });
    await inbox.next('InboxEntryRemoved', ({ conversationId }) => conversationId === second);
  });

  it('P4: resumed after any position, it brings whatever changed, and removals and notices', async () => {
    const before = await open(sam);
    const { epoch, position } = await before.next('InboxSnapshot');
    await before.stop();
    await world.send(ada, second, { text: 'missed' });
    const third = await world.conversation([[sam, 'agent'], [ada, 'client']]);
    await world.send(ada, third, { text: 'quite new' });
    const fourth = await world.conversation([[sam, 'agent'], [ada, 'client']]);
    await leaveConversation(world.deps, sam, { conversationId: fourth });
    await world.deps.db.transaction((tx) =>
      postNotice(world.deps, tx, { siteId: world.siteId, userId: sam.userId, kind: 'staff_joined', conversationId: null, now: world.clock.now() }),
    );
    const after = { epoch, position };
    const resumed = await open(sam, { after });
    expect(await resumed.next('InboxResumed')).toMatchObject({ position, unread: { messages: 2, conversations: 2 } });
    await changed(resumed, second, 1);
    await changed(resumed, third, 1);
    await resumed.next('InboxEntryRemoved', ({ conversationId }) => conversationId === fourth);
    expect(await resumed.next('NoticePosted')).toMatchObject({ notice: { seq: 1, kind: 'staff_joined' } });
    const head = await resumed.next('InboxHead');

    const polled = await inboxEvents(world.deps, sam, { after });
    expect(polled.items.map(({ type }) => type).sort()).toEqual(['InboxEntryChanged', 'InboxEntryChanged', 'InboxEntryRemoved', 'NoticePosted']);
    const later = await inboxEvents(world.deps, sam, { after: { epoch, position: head.position } });
    // A position reaches back to the oldest transaction under way anywhere in the database server, so states may come again.
    for (const item of later.items) if (item.type === 'NoticePosted') expect(item.notice.seq).toBe(1);
    expect(later.position).toMatch(/:1$/);
    await world.send(sam, third);
    const last = await inboxEvents(world.deps, sam, { after: later });
    const item = last.items.find((each) => each.type === 'InboxEntryChanged' && each.entry.conversation.id === third);
    expect(item).toMatchObject({ entry: { conversation: { viewer: { unreadCount: 0 } } } });
  });

  it('P4: a position of another epoch or past the end begins anew; one that is none is refused', async () => {
    const { epoch, position } = await inboxEvents(world.deps, ada, {});
    expect(await (await open(ada, { after: { epoch: 'other', position } })).next('InboxSnapshot')).toMatchObject({ reason: 'EPOCH_CHANGED', epoch });
    expect(await (await open(ada, { after: { epoch, position: '999999999999:0' } })).next('InboxSnapshot')).toMatchObject({ reason: 'AHEAD_OF_LOG' });
    expect((await inboxEvents(world.deps, ada, { after: { epoch, position: '1:7' } })).items).toMatchObject([{ type: 'InboxSnapshot', reason: 'AHEAD_OF_LOG' }]);
    for (const bad of ['', '1', '1:', 'x:1', '1:1:1', '9'.repeat(30) + ':1']) {
      await expect(open(ada, { after: { epoch, position: bad } })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('R84: muting, on another device too, takes a conversation out of the totals', async () => {
    await world.send(ada, first);
    const inbox = await open(ben, {}, 1);
    expect(await inbox.next('InboxSnapshot')).toMatchObject({ unread: { messages: 1, conversations: 1 } });
    await muteConversation(world.deps, ben, { conversationId: first, muted: true });
    const item = await inbox.next('InboxEntryChanged', ({ entry }) => entry.conversation.viewer?.isMuted === true);
    expect(item).toMatchObject({ unread: { messages: 0, conversations: 0 }, entry: { conversation: { viewer: { unreadCount: 1 } } } });
  });

  it('P8: a conversation that is hidden leaves the lists of its parties, and comes back when it opens', async () => {
    const [inbox, staff] = [await open(ben), await open(sam)];
    const move = (gate: 'open' | 'hidden') =>
      world.deps.db.transaction((tx) =>
        reviseConversation(world.deps, tx, {
          conversationId: second,
          siteId: world.siteId,
          actorId: null,
          now: world.clock.now(),
          set: { title: 'Test', gate, openUntil: null, context: null },
        }),
      );
    await move('hidden');
    await inbox.next('InboxEntryRemoved', ({ conversationId }) => conversationId === second);
    await staff.next('InboxEntryChanged', ({ entry }) => entry.conversation.sendGate.state === 'hidden');
    await move('open');
    await inbox.next('InboxEntryChanged', ({ entry }) => entry.conversation.id === second && entry.conversation.sendGate.state === 'open');
  });

  it('P7: however slow its reader, what waits is one state for each conversation, and the newest', async () => {
    const feed = await openInboxFeed(world.deps, ben, {});
    await feed.next();
    const { eventsLive } = feedCounters(world.deps);
    for (let n = 0; n < 300; n += 1) await world.send(ada, n % 2 ? first : second);
    await eventually('all events', () => feedCounters(world.deps).eventsLive === eventsLive + 300);
    for (const item of [await nextOf(feed), await nextOf(feed)]) {
      expect(item).toMatchObject({ unread: { messages: 300, conversations: 2 }, entry: { conversation: { viewer: { unreadCount: 150 } } } });
    }
    await feed.return?.();
  });

  it('an event costs no query in the inboxes that follow it', async () => {
    const inboxes = [await open(ada), await open(ben), await open(sam)];
    await expectQueries(world.node(0).db, 1, async () => {
      await world.send(ada, second, { text: 'one statement' });
      for (const inbox of inboxes) await inbox.next('InboxEntryChanged', ({ entry }) => entry.conversation.lastMessage?.text === 'one statement');
    });
    await expectQueries(world.node(0).db, 2, async () => {
      await markRead(world.deps, ben, { conversationId: second, seq: 1 });
      await world.send(sam, second, { text: 'and one' });
      await inboxes[1]?.next('InboxEntryChanged', ({ entry }) => entry.conversation.viewer?.unreadCount === 1 && entry.conversation.viewer.readSeq === 1);
    });
  });

  it('P2: after any number of acts the list equals one read anew, also when the bus lost half of them', async () => {
    const inbox = await open(ben);
    await inbox.next('InboxSnapshot');
    let n = 0;
    world.fate = () => (['pass', 'lost', 'twice', 'late'] as const)[(n += 1) % 4] ?? 'pass';
    for (let act = 0; act < 40; act += 1) {
      const id = act % 3 ? first : second;
      if (act % 5 === 4) await markRead(world.deps, ben, { conversationId: id, seq: act });
      else if (act % 7 === 6) await world.send(ben, id);
      else await world.send(ada, id);
      if (act % 10 === 0) world.release();
    }
    world.release();
    await sweep(world.deps);
    const expected = await unreadTotals(world.deps, ben);
    expect(expected.messages).toBeGreaterThan(0);
    await eventually('the same totals', () => {
      const last = inbox.items.findLast((item) => 'unread' in item);
      return last && 'unread' in last && JSON.stringify(last.unread) === JSON.stringify(expected);
    });
    const anew = await inboxEvents(world.deps, ben, {});
    const [snapshot] = anew.items;
    if (snapshot?.type !== 'InboxSnapshot') throw new Error('no snapshot');
    for (const { conversation } of snapshot.entries) {
      await expect.poll(() => inbox.items.findLast((item) => item.type === 'InboxEntryChanged' && item.entry.conversation.id === conversation.id)).toMatchObject({ entry: { conversation } });
    }
  });

  it('P8: a user who is switched off loses the inbox; one whose history changes as a whole begins again', async () => {
    const [inbox, other] = [await open(ada, {}, 1), await open(ben, {}, 1)];
    signalUser(world.deps, ada.userId, { kind: 'deactivated' });
    signalUser(world.deps, ben.userId, { kind: 'refresh' });
    await expect(inbox.ended).resolves.toMatchObject({ code: 'ACCESS_REVOKED' });
    await expect(other.ended).resolves.toMatchObject({ code: 'RESYNC_REQUIRED' });
  });
});

async function nextOf(feed: AsyncIterableIterator<InboxFeedItem, undefined>) {
  const { value } = await feed.next();
  if (value?.type !== 'InboxEntryChanged') throw new Error(`expected an entry, got ${value?.type}`);
  return value;
}
