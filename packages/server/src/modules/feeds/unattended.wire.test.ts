import {
  claimGuest,
  deleteMessage,
  InboxFeedDocument,
  joinConversation,
  leaveConversation,
  QueueFeedDocument,
  sendMessage,
  startDirectConversation,
  startGuestSession,
  unattendedConversations,
  UnattendedConversationsDocument,
  UnattendedFeedDocument,
  type UnattendedFeedSubscription,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { able, ask, queue } from '../queues/desk.fixture.js';
import { Actor, currentStack, expectQueries, outcomeOf, seed, startServer, turning, type TestServer } from '../../testing/index.js';

let clock: TestClock;
let server: TestServer;
let sent = 0;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock, nodes: currentStack() === 'cluster' ? 2 : 1 });
});
afterAll(() => server.close());

type Item = UnattendedFeedSubscription['unattendedFeed'];
const fresh = (): string => `c${(sent += 1)}`;
const lastNode = (): string => server.urls.at(-1) ?? server.url;

/** A site with a guest who has written to its provider. */
async function scene() {
  const world = await seed(server).admin('ann').agent('sam').agent('sue').client('ada').provider('ben').booking('move').ready();
  const session = await startGuestSession(world.nobody, { siteKey: world.site.publicKey, displayName: 'Visitor' });
  const guest = new Actor(server.url, session.token);
  const write = async (text: string) => (await startDirectConversation(guest, { userId: world.people.ben.id, clientId: fresh(), text })).conversation.id;
  return { ...world, guest, session, write, moveId: world.bookings.move.conversationId };
}

/** The feed of one of the staff, on the last node. */
async function follow(as: Actor) {
  const feed = (await as.at(lastNode()).socket()).subscribe(UnattendedFeedDocument, {});
  const { unattendedFeed: snapshot } = await feed.next();
  if (snapshot.__typename !== 'UnattendedSnapshot') throw new Error('the feed does not begin with a snapshot');
  const next = async (accepts: (item: Item) => boolean): Promise<Item> => (await feed.next(({ unattendedFeed }) => accepts(unattendedFeed))).unattendedFeed;
  return {
    feed,
    snapshot: snapshot.conversations.map(({ conversationId, lastMessage }) => [conversationId, lastMessage.text]),
    says: (text: string) => next((item) => item.__typename === 'UnattendedChanged' && item.conversation.lastMessage.text === text),
    lacks: (id: string) => next((item) => item.__typename === 'UnattendedRemoved' && item.conversationId === id),
    /** The next conversation that is told of, whichever it is. */
    changed: () => next((item) => item.__typename === 'UnattendedChanged'),
    /** The next item, whatever it is. */
    any: () => next(() => true),
  };
}

const textsSeenBy = async (as: Actor): Promise<string[]> => (await unattendedConversations(as)).edges.map(({ node }) => node.lastMessage.text);

describe('staff and visitors', () => {
  it('R86: staff hear at once of a visitor whom nobody attends, on every node; of a talk between the parties of a booking they do not', async () => {
    const { people, moveId, write, guest, session } = await scene();
    const watch = await follow(people.sam);
    expect(watch.snapshot).toEqual([]);
    await sendMessage(people.ada, { conversationId: moveId, clientId: fresh(), text: 'between us' });
    const conversationId = await write('Is anybody there?');
    expect(await watch.any()).toMatchObject({
      __typename: 'UnattendedChanged',
      conversation: { conversationId, kind: 'DIRECT', visitor: { id: session.user.id, displayName: 'Visitor', isGuest: true }, lastMessage: { text: 'Is anybody there?', seq: 3 } },
    });
    expect(await textsSeenBy(people.ann)).toEqual(['Is anybody there?']);
    // An answer by whomever they wrote to ends the waiting, and the next question begins it again.
    await sendMessage(people.ben, { conversationId, clientId: fresh(), text: 'I am' });
    await turning(clock, 500, watch.lacks(conversationId));
    const { message } = await sendMessage(guest, { conversationId, clientId: fresh(), text: 'And now?' });
    await turning(clock, 500, watch.says('And now?'));
    await deleteMessage(guest, { messageId: message.id });
    await turning(clock, 500, watch.lacks(conversationId));
    expect(await textsSeenBy(people.ann)).toEqual([]);
  });

  it('R86: whoever takes it on hears the visitor by the inbox, and the others no more, until the last of the staff leaves', async () => {
    const { people, write, guest } = await scene();
    const { sam, sue } = people;
    const conversationId = await write('Help');
    const watch = await follow(sue);
    expect(watch.snapshot).toEqual([[conversationId, 'Help']]);
    await joinConversation(sam, { conversationId });
    await watch.lacks(conversationId);
    const inbox = (await sam.at(lastNode()).socket()).subscribe(InboxFeedDocument, {});
    await inbox.next();
    await sendMessage(guest, { conversationId, clientId: fresh(), text: 'Thank you' });
    const { inboxFeed: item } = await inbox.next(({ inboxFeed }) => inboxFeed.__typename === 'InboxEntryChanged');
    expect(item.__typename === 'InboxEntryChanged' && [item.entry.conversation.lastMessage?.text, item.entry.conversation.viewer?.unreadCount]).toEqual(['Thank you', 1]);
    expect(await textsSeenBy(sue)).toEqual([]);
    await leaveConversation(sam, { conversationId });
    await turning(clock, 500, watch.says('Thank you'));
  });

  it('R86: a client who wrote to an agent waits for the others once that agent has left', async () => {
    const { people } = await scene();
    const { ada, sam, sue } = people;
    const { conversation } = await startDirectConversation(ada, { userId: sam.id, clientId: fresh(), text: 'My invoice' });
    const watch = await follow(sue);
    expect(watch.snapshot).toEqual([]);
    expect(await outcomeOf(joinConversation(sue, { conversationId: conversation.id }))).toBe('NOT_FOUND');
    await leaveConversation(sam, { conversationId: conversation.id });
    await watch.says('My invoice');
    expect(await outcomeOf(joinConversation(sue, { conversationId: conversation.id }))).toBe('ok');
    await turning(clock, 500, watch.lacks(conversation.id));
  });

  it('R86: however much a visitor writes, staff are told twice a second at most, and the newest is not left out', async () => {
    const { people, write, guest } = await scene();
    const watch = await follow(people.sam);
    const conversationId = await write('1');
    await watch.says('1');
    for (let n = 2; n <= 12; n += 1) await sendMessage(guest, { conversationId, clientId: fresh(), text: `${n}` });
    expect(await turning(clock, 500, watch.changed())).toMatchObject({ __typename: 'UnattendedChanged', conversation: { lastMessage: { text: '12' } } });
    // With and without the many: one statement.
    await expectQueries(server.db, 1, () => people.ann.must(UnattendedConversationsDocument, {}));
  });

  it('R86 P6: what the bus loses is seen with the next reading', async () => {
    const { people, write } = await scene();
    const watch = await follow(people.sam);
    const lost = server.nodes.map(({ deps }) => vi.spyOn(deps.bus, 'publish').mockImplementation(() => undefined));
    const conversationId = await write('Lost on the way');
    for (const spy of lost) spy.mockRestore();
    expect(await turning(clock, 15_000, watch.any())).toMatchObject({ __typename: 'UnattendedChanged', conversation: { conversationId } });
    expect(await watch.any()).toMatchObject({ __typename: 'UnattendedRead' });
  });

  it('R86 R4: a guest who signs in takes the question along, and writes to a provider from then on', async () => {
    const { people, write, session } = await scene();
    const conversationId = await write('As a guest');
    const watch = await follow(people.sam);
    await claimGuest(people.ada, { visitorId: session.visitorId });
    await watch.lacks(conversationId);
  });

  it('P8 R57 R105 R114: a case that waits is shown to the agents of its department, on the feed, the list and by its id; what an admin changes of that holds for a feed that is open', async () => {
    const { people, service } = await scene();
    const { ann, sam, sue, ada } = people;
    await able(ann, sam, { departments: ['sales'] });
    await able(ann, sue, { departments: ['billing'] });
    await queue(ann, { key: 'sales', department: 'sales', isDefault: true });
    const near = await follow(sam);
    const far = await follow(sue);
    const board = (await sue.at(lastNode()).socket()).subscribe(QueueFeedDocument, {});
    await board.next();
    const { conversationId } = await ask(ada, { department: 'sales', text: 'A van, please' });
    await clock.advance(500);
    await near.says('A van, please');
    expect([await textsSeenBy(sam), await textsSeenBy(sue), await textsSeenBy(service)]).toEqual([['A van, please'], [], ['A van, please']]);
    expect((await follow(sue)).snapshot).toEqual([]);
    expect(await outcomeOf(joinConversation(sue, { conversationId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(joinConversation(sue, { conversationId: 'cnv_01890000-0000-7000-8000-000000000000' }))).toBe('NOT_FOUND');
    await able(ann, sue, { departments: ['billing', 'sales'] });
    for (const ended of [await far.feed.ended, await board.ended]) expect(ended[0]?.extensions?.code).toBe('RESYNC_REQUIRED');
    expect((await follow(sue)).snapshot).toEqual([[conversationId, 'A van, please']]);
    const open = await follow(sue);
    await able(ann, sue, { departments: ['billing'] });
    expect((await open.feed.ended)[0]?.extensions?.code).toBe('RESYNC_REQUIRED');
    expect((await follow(sue)).snapshot).toEqual([]);
    expect(await outcomeOf(joinConversation(sue, { conversationId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(joinConversation(sam, { conversationId }))).toBe('ok');
  });

  it('R86 P8: only staff follow and list, and only their own site', async () => {
    const { people, guest, service, write } = await scene();
    const other = await scene();
    const watch = await follow(other.people.sam);
    await write('Of another site');
    await other.write('Of this site');
    expect(await watch.any()).toMatchObject({ conversation: { lastMessage: { text: 'Of this site' } } });
    expect(await textsSeenBy(other.people.ann)).toEqual(['Of this site']);
    expect(await textsSeenBy(service)).toEqual(['Of another site']);
    for (const as of [guest, people.ada, people.ben]) {
      expect(await outcomeOf(unattendedConversations(as))).toBe('FORBIDDEN');
      const refused = (await as.socket()).subscribe(UnattendedFeedDocument, {});
      expect((await refused.ended)[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    for (const page of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }]) expect(await outcomeOf(unattendedConversations(people.sam, page))).toBe('INVALID_INPUT');
    const session = await startGuestSession(other.nobody, { siteKey: other.site.publicKey });
    await clock.advance(1_000);
    await startDirectConversation(new Actor(server.url, session.token), { userId: other.people.ben.id, clientId: fresh(), text: 'Later' });
    const first = await unattendedConversations(other.people.sam, { first: 1 });
    const second = await unattendedConversations(other.people.sam, { first: 1, after: first.pageInfo.endCursor ?? null });
    expect([first, second].map(({ edges, pageInfo }) => [edges[0]?.node.lastMessage.text, pageInfo.hasNextPage])).toEqual([['Later', true], ['Of this site', false]]);
  });
});
