import {
  addNote,
  cases,
  conversation,
  conversationEvents,
  ConversationFeedDocument,
  type ConversationFeedSubscription,
  conversations,
  editMessage,
  InboxFeedDocument,
  inboxEvents,
  joinConversation,
  markRead,
  messages,
  notes,
  receipts,
  searchMessages,
  sendMessage,
  startTyping,
  supportCase,
  takeOverCase,
  unread,
  upsertUser,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, currentStack, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';
import { able, ask, queue } from './desk.fixture.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock, nodes: currentStack() === 'cluster' ? 2 : 1 });
});
afterAll(() => server.close());

const SECRET = 'between us: a zebra';
let made = 0;
const fresh = (): string => `f${(made += 1)}`;

/** An agent who has a case, is in a booking’s conversation, and follows both and the inbox on the last node. A colleague wrote a note in each. */
async function scene() {
  const world = await seed(server).client('ada').provider('ben').agent('sam').agent('sue').admin('ann').booking('move').ready();
  const { ada, sam, sue, ann } = world.people;
  for (const agent of [sam, sue]) await able(ann, agent, { departments: ['sales'] });
  await queue(ann, { key: 'sales', department: 'sales', isDefault: true });
  const booking = world.bookings.move.conversationId;
  for (const agent of [sam, sue]) await joinConversation(agent, { conversationId: booking });
  const opened = await ask(ada, { department: 'sales' });
  await takeOverCase(sam, { caseId: opened.id });
  await joinConversation(sue, { conversationId: opened.conversationId });
  const own: Record<string, string> = {};
  for (const conversationId of [booking, opened.conversationId]) {
    await addNote(sue, { conversationId, clientId: fresh(), text: SECRET });
    own[conversationId] = (await addNote(sam, { conversationId, clientId: fresh(), text: `${SECRET}, says sam` })).message.id;
  }
  const socket = await sam.at(server.urls.at(-1) ?? server.url).socket();
  const feeds = [booking, opened.conversationId].map((conversationId) => socket.subscribe<ConversationFeedSubscription>(ConversationFeedDocument, { conversationId }));
  for (const feed of feeds) await feed.next();
  const inbox = socket.subscribe(InboxFeedDocument, {});
  await inbox.next();
  return { ...world, booking, caseId: opened.id, support: opened.conversationId, places: [booking, opened.conversationId], own, socket, feeds };
}

/** What somebody with this credential finds of conversations in which they were as staff. */
async function findsNothing(as: Actor, at: Awaited<ReturnType<typeof scene>>): Promise<void> {
  for (const conversationId of at.places) {
    expect(await conversation(as, { id: conversationId })).toBeNull();
    const feed = (await as.socket()).subscribe(ConversationFeedDocument, { conversationId });
    const tried = {
      messages: await outcomeOf(messages(as, { conversationId })),
      events: await outcomeOf(conversationEvents(as, { conversationId })),
      receipts: await outcomeOf(receipts(as, { conversationId })),
      notes: await outcomeOf(notes(as, { conversationId })),
      send: await outcomeOf(sendMessage(as, { conversationId, clientId: fresh(), text: 'still here' })),
      note: await outcomeOf(addNote(as, { conversationId, clientId: fresh(), text: 'still here' })),
      edit: await outcomeOf(editMessage(as, { messageId: at.own[conversationId] ?? '', clientId: fresh(), text: 'mine' })),
      read: await outcomeOf(markRead(as, { conversationId, seq: 1 })),
      type: await outcomeOf(startTyping(as, { conversationId })),
      join: await outcomeOf(joinConversation(as, { conversationId })),
      feed: (await feed.ended)[0]?.extensions?.code,
    };
    expect(tried).toEqual(Object.fromEntries(Object.keys(tried).map((name) => [name, 'NOT_FOUND'])));
  }
  expect((await conversations(as)).edges).toEqual([]);
  expect(await unread(as)).toEqual({ messages: 0, conversations: 0 });
  expect(JSON.stringify(await inboxEvents(as))).not.toContain('zebra');
  expect((await searchMessages(as, { query: 'zebra' })).edges).toEqual([]);
  expect(await supportCase(as, { id: at.caseId })).toBeNull();
  expect(await outcomeOf(cases(as))).toBe('FORBIDDEN');
}

const staffIn = async (as: Actor, conversationId: string): Promise<string[]> =>
  ((await conversation(as, { id: conversationId }))?.participants ?? []).filter(({ role }) => role === 'AGENT').map(({ user }) => user.displayName);

describe('who works for the site no more', () => {
  it('P8 R15 R41 R57 R63 R64: has no place of staff in a booking or a case from that moment, and no note reaches them by any path; then everybody sees them leave', async () => {
    const at = await scene();
    const { ada, sue } = at.people;
    await upsertUser(at.service, { externalId: 'sam', role: 'CLIENT' });
    expect((await at.socket.closed).code).toBe(4403);
    const sam = new Actor(server.url, await at.token('sam', 'client'));
    await findsNothing(sam, at);
    for (const conversationId of at.places) await addNote(sue, { conversationId, clientId: fresh(), text: SECRET });
    await findsNothing(sam, at);
    await expect
      .poll(async () => {
        await clock.advance(2_000);
        return [await staffIn(ada, at.booking), await staffIn(sue, at.support), (await supportCase(sue, { id: at.caseId }))?.status];
      })
      .toEqual([['sue'], ['sue'], 'QUEUED']);
    await findsNothing(sam, at);
  });

  it('P8 R64: whose token says so loses the sockets that were opened as staff, and is staff again once a token says that', async () => {
    const at = await scene();
    const sam = new Actor(server.url, await at.token('sam', 'client'));
    await findsNothing(sam, at);
    expect((await at.socket.closed).code).toBe(4403);
    await expect.poll(async () => {
      await clock.advance(2_000);
      return staffIn(at.people.ada, at.booking);
    }).toEqual(['sue']);
    expect(await outcomeOf(joinConversation(at.people.sam, { conversationId: at.booking }))).toBe('ok');
    expect(await outcomeOf(addNote(at.people.sam, { conversationId: at.booking, clientId: fresh(), text: 'back' }))).toBe('ok');
  });

  it('R64: the news of it, which may come late, ends no socket that was opened since', async () => {
    const at = await scene();
    const sam = new Actor(server.url, await at.token('sam', 'client'));
    const socket = await sam.socket();
    await at.socket.closed;
    const { bus } = server.deps;
    const nonce = fresh();
    let hear = (): void => undefined;
    const isHeard = new Promise<void>((resolve) => (hear = resolve));
    await bus.subscribe('identity', (news) => {
      if (JSON.stringify(news).includes(nonce)) hear();
    });
    bus.publish('identity', { siteId: at.site.id, userId: at.people.sam.id, endsSessions: true, role: 'client', nonce });
    await isHeard;
    await socket.subscribe(InboxFeedDocument, {}).next();
    await socket.close();
  });

  it('P6 P8: a feed that is open ends within a sweep, also when nobody was told', async () => {
    const at = await scene();
    await server.db.hot({ name: 'test.demote', text: `UPDATE "user" SET role = 'client' WHERE id = $1` }, [at.people.sam.id]);
    await clock.advance(5_000);
    for (const feed of at.feeds) expect((await feed.ended)[0]?.extensions?.code).toBe('ACCESS_REVOKED');
  });
});
