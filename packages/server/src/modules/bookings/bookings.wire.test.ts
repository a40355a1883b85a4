import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { expectQueries, recordQueries, seed, startServer, type TestServer } from '../../testing/index.js';

const SYNC = `mutation ($input: SyncBookingInput!) { syncBooking(input: $input) {
  seq booking { id status title version: updatedAt client { id externalId } provider { id externalId displayName } }
  conversation { id title sendGate { state openUntil } booking { status title startsAt metadata } participants { user { id } role } } } }`;
const OPEN = `mutation ($input: OpenBookingConversationInput!) { openBookingConversation(input: $input) {
  seq conversation { id sendGate { state } lastMessage { text kind } participants { user { id } role } viewer { role canSend unreadCount } } } }`;
const BOOKING = `query ($id: ID) { booking(id: $id) { id status conversation { id lastMessage { text } viewer { role } } } }`;
const BOOKINGS = `query ($first: Int!, $after: String, $status: BookingStatus) { bookings(first: $first, after: $after, status: $status) {
  edges { cursor node { externalId client { displayName } provider { displayName } conversation { id participants { user { displayName } } } } }
  pageInfo { hasNextPage endCursor } } }`;
const MESSAGES = `query ($id: ID!) { messages(conversationId: $id) { edges { node { text kind origin sender { id role } } } } }`;
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq message { text } } }`;
const NOTICES = `{ notices { edges { node { kind data conversationId } } } }`;

interface Gate {
  readonly state: string;
  readonly openUntil?: string | null;
}
interface Members {
  readonly participants: readonly { readonly user: { readonly id: string }; readonly role: string }[];
}
interface Synced {
  readonly syncBooking: {
    readonly seq: number | null;
    readonly booking: { readonly id: string; readonly status: string; readonly title: string };
    readonly conversation: ({ readonly id: string; readonly title: string; readonly sendGate: Gate; readonly booking: { readonly status: string; readonly title: string } } & Members) | null;
  };
}
interface Opened {
  readonly openBookingConversation: {
    readonly seq: number;
    readonly conversation: { readonly id: string; readonly sendGate: Gate; readonly lastMessage: { text: string } | null; readonly viewer: { canSend: boolean } | null } & Members;
  };
}
interface Texts {
  readonly messages: { readonly edges: readonly { readonly node: { readonly text: string; readonly kind: string; readonly sender: { role: string } } }[] };
}
interface NoticeList {
  readonly notices: { readonly edges: readonly { readonly node: { readonly kind: string; readonly data: Record<string, unknown> } }[] };
}

let clock: TestClock;
let server: TestServer;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

let count = 0;
const party = (externalId: string) => ({ externalId });
function input(over: Record<string, unknown> = {}) {
  count += 1;
  return { externalId: `b-${count}`, client: party('ada'), provider: party('ben'), status: 'CONFIRMED', title: 'Move', ...over };
}
const send = (conversationId: string, clientId: string) => ({ input: { conversationId, clientId, text: 'hello' } });

describe('a booking pushed by its host', () => {
  it('R17 R38 R43: confirmation makes the conversation with both parties and one welcome', async () => {
    const world = await seed(server).site({ welcomeMessage: 'Welcome aboard' }).client('ada').provider('ben').ready();
    const push = input({ metadata: { rooms: 3 } });
    const first = await world.service.must<Synced>(SYNC, { input: push });
    expect(first.syncBooking.conversation).toMatchObject({ title: 'Move', sendGate: { state: 'OPEN', openUntil: null }, booking: { status: 'CONFIRMED', title: 'Move' } });
    const roles = first.syncBooking.conversation?.participants.map((member) => member.role).sort();
    expect(roles).toEqual(['CLIENT', 'PROVIDER']);
    const again = await world.service.must<Synced>(SYNC, { input: push });
    expect(again.syncBooking.conversation?.id).toBe(first.syncBooking.conversation?.id);
    expect(again.syncBooking.seq).toBe(first.syncBooking.seq);
    const { messages } = await world.people.ada.must<Texts>(MESSAGES, { id: first.syncBooking.conversation?.id });
    expect(messages.edges.map(({ node }) => [node.text, node.kind, node.sender.role])).toEqual([['Welcome aboard', 'SYSTEM', 'SYSTEM']]);
    await world.close();
  });

  it('P3 R39: pushes and first accesses at the same moment make exactly one conversation and one welcome', async () => {
    const world = await seed(server).site({ welcomeMessage: 'Hi' }).client('ada').provider('ben').ready();
    const requested = input({ status: 'REQUESTED' });
    await world.service.must(SYNC, { input: requested });
    const confirm = { input: { ...requested, status: 'CONFIRMED' } };
    await Promise.all(Array.from({ length: 6 }, () => world.service.must(SYNC, confirm)));
    const opened = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        (index % 2 ? world.people.ada : world.people.ben).must<Opened>(OPEN, { input: { externalId: requested.externalId } }),
      ),
    );
    const ids = new Set(opened.map((each) => each.openBookingConversation.conversation.id));
    expect(ids.size).toBe(1);
    const { messages } = await world.people.ben.must<Texts>(MESSAGES, { id: [...ids][0] });
    expect(messages.edges).toHaveLength(1);
    await world.close();
  });

  it('R40 R41: while requested there is no conversation, and access says why', async () => {
    const world = await seed(server).client('ada').provider('ben').client('eve').agent('sam').ready();
    const push = input({ status: 'REQUESTED' });
    const { syncBooking } = await world.service.must<Synced>(SYNC, { input: push });
    expect(syncBooking.conversation).toBeNull();
    const open = { input: { externalId: push.externalId } };
    for (const actor of [world.people.ada, world.people.ben, world.people.sam, world.service]) {
      expect(await actor.codeOf(OPEN, open)).toBe('BOOKING_STATE_INVALID');
    }
    expect(await world.people.eve.codeOf(OPEN, open)).toBe('NOT_FOUND');
    expect(await world.people.eve.must(BOOKING, { id: syncBooking.booking.id })).toEqual({ booking: null });
    await world.close();
  });

  it('R42 P8: access follows the state: open, open for a time, readable, hidden', async () => {
    const world = await seed(server).site({ bookingOpenHours: 2 }).client('ada').provider('ben').ready();
    const push = input();
    const first = await world.service.must<Synced>(SYNC, { input: push });
    const id = first.syncBooking.conversation?.id ?? '';
    const { ada } = world.people;
    const become = (status: string) => world.service.must<Synced>(SYNC, { input: { ...push, status } });
    await become('IN_PROGRESS');
    expect(await ada.codeOf(SEND, send(id, 'c1'))).toBeNull();
    const completed = await become('COMPLETED');
    const until = new Date(clock.now().getTime() + 2 * 3_600_000).toISOString();
    expect(completed.syncBooking.conversation?.sendGate).toEqual({ state: 'OPEN', openUntil: until });
    expect(await ada.codeOf(SEND, send(id, 'c2'))).toBeNull();
    await clock.sleep(2 * 3_600_000);
    const fresh = await refreshed(world, 'ada', 'client');
    expect(await fresh.codeOf(SEND, send(id, 'c3'))).toBe('CONVERSATION_CLOSED');
    expect((await fresh.must<Opened>(OPEN, { input: { externalId: push.externalId } })).openBookingConversation.conversation.viewer?.canSend).toBe(false);
    // Completed once is completed at that time: the same push later does not open it again.
    expect((await become('COMPLETED')).syncBooking.conversation?.sendGate.openUntil).toBe(until);
    await become('CANCELLED');
    expect(await fresh.codeOf(SEND, send(id, 'c4'))).toBe('CONVERSATION_CLOSED');
    expect((await fresh.must<Texts>(MESSAGES, { id })).messages.edges).toHaveLength(2);
    await become('REQUESTED');
    expect(await fresh.codeOf(MESSAGES, { id })).toBe('NOT_FOUND');
    expect(await fresh.codeOf(OPEN, { input: { externalId: push.externalId } })).toBe('BOOKING_STATE_INVALID');
    await become('CONFIRMED');
    expect(await fresh.codeOf(SEND, send(id, 'c5'))).toBeNull();
    await world.close();
  });

  it('P3: a push that comes late is ignored by its version', async () => {
    const world = await seed(server).client('ada').provider('ben').ready();
    const push = input({ version: 7, status: 'IN_PROGRESS', title: 'New' });
    await world.service.must(SYNC, { input: push });
    const late = await world.service.must<Synced>(SYNC, { input: { ...push, version: 6, status: 'CONFIRMED', title: 'Old' } });
    expect(late.syncBooking.booking).toMatchObject({ status: 'IN_PROGRESS', title: 'New' });
    expect(late.syncBooking.conversation?.title).toBe('New');
    await world.close();
  });

  it('R41 R48 P8: another provider replaces the old one, who loses access and is told', async () => {
    const world = await seed(server).client('ada').provider('ben').provider('cem').ready();
    const push = input();
    const first = await world.service.must<Synced>(SYNC, { input: push });
    const id = first.syncBooking.conversation?.id ?? '';
    const second = await world.service.must<Synced>(SYNC, { input: { ...push, provider: party('cem') } });
    const members = second.syncBooking.conversation?.participants.map((member) => member.user.id).sort();
    expect(members).toEqual([world.people.ada.id, world.people.cem.id].sort());
    expect(await world.people.ben.codeOf(MESSAGES, { id })).toBe('NOT_FOUND');
    expect(await world.people.cem.codeOf(SEND, send(id, 'c1'))).toBeNull();
    const ben = await world.people.ben.must<NoticeList>(NOTICES);
    expect(ben.notices.edges.map(({ node }) => node.kind)).toEqual(['CONVERSATION_REMOVED']);
    const ada = await world.people.ada.must<NoticeList>(NOTICES);
    expect(ada.notices.edges[0]?.node).toMatchObject({ kind: 'BOOKING_CHANGED', data: { status: 'confirmed' } });
    await world.close();
  });

  it('P8: only admins and back-ends push; wrong input is named', async () => {
    const world = await seed(server).client('ada').provider('ben').agent('sam').admin('root').ready();
    for (const actor of [world.people.ada, world.people.ben, world.people.sam]) expect(await actor.codeOf(SYNC, { input: input() })).toBe('FORBIDDEN');
    expect(await world.nobody.codeOf(SYNC, { input: input() })).toBe('UNAUTHENTICATED');
    expect(await world.people.root.codeOf(SYNC, { input: input() })).toBeNull();
    for (const wrong of [
      { externalId: '' },
      { externalId: 'a\u0007b' },
      { provider: party('ada') },
      { client: party('system') },
      { title: 'x'.repeat(201) },
      { startsAt: '2026-02-02T00:00:00Z', endsAt: '2026-02-01T00:00:00Z' },
      { version: -1 },
      { metadata: { big: 'x'.repeat(5000) } },
    ]) {
      expect([wrong, await world.service.codeOf(SYNC, { input: input(wrong) })]).toEqual([wrong, 'INVALID_INPUT']);
    }
    await world.close();
  });

  it('P8: a site never reaches the bookings of another', async () => {
    const one = await seed(server).client('ada').provider('ben').ready();
    const two = await seed(server).client('ada').provider('ben').ready();
    const push = input();
    const { syncBooking } = await one.service.must<Synced>(SYNC, { input: push });
    for (const actor of [two.service, two.people.ada]) {
      expect(await actor.must(BOOKING, { id: syncBooking.booking.id })).toEqual({ booking: null });
      expect(await actor.codeOf(OPEN, { input: { bookingId: syncBooking.booking.id } })).toBe('NOT_FOUND');
      expect(await actor.codeOf(MESSAGES, { id: syncBooking.conversation?.id })).toBe('NOT_FOUND');
    }
    const theirs = await two.service.must<Synced>(SYNC, { input: push });
    expect(theirs.syncBooking.booking.id).not.toBe(syncBooking.booking.id);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('bookings of a person', () => {
  it('R47: lists one’s own with their conversations, in pages, with as many queries for 2 as for 12', async () => {
    const world = await seed(server).client('ada').client('eve').provider('ben').ready();
    for (let index = 0; index < 12; index += 1) await world.service.must(SYNC, { input: input() });
    await world.service.must(SYNC, { input: input({ client: party('eve') }) });
    const page = async (first: number, after?: string) =>
      (await world.people.ada.must<{ bookings: { edges: { cursor: string; node: { externalId: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(BOOKINGS, { first, after })).bookings;
    const one = await page(5);
    const two = await page(5, one.pageInfo.endCursor);
    const three = await page(5, two.pageInfo.endCursor);
    const all = [one, two, three].flatMap(({ edges }) => edges.map(({ node }) => node.externalId));
    expect(new Set(all).size).toBe(12);
    expect(three.pageInfo.hasNextPage).toBe(false);
    await page(2);
    const { statements } = await recordQueries(server.db, () => page(2));
    await expectQueries(server.db, statements.length, () => page(12));
    await world.close();
  });

  it('R47: completed bookings get their conversation at first access; support that has not joined sees no content', async () => {
    const world = await seed(server).site({ welcomeMessage: 'Hi' }).client('ada').provider('ben').agent('sam').ready();
    const push = input({ status: 'COMPLETED' });
    const { syncBooking } = await world.service.must<Synced>(SYNC, { input: push });
    expect(syncBooking.conversation).toBeNull();
    const opened = await world.people.ada.must<Opened>(OPEN, { input: { bookingId: syncBooking.booking.id } });
    expect(opened.openBookingConversation.conversation.lastMessage?.text).toBe('Hi');
    const seen = await world.people.sam.must<{ booking: { conversation: { id: string; lastMessage: unknown; viewer: unknown } } }>(BOOKING, { id: syncBooking.booking.id });
    expect(seen.booking.conversation).toMatchObject({ lastMessage: null, viewer: null });
    expect(await world.people.sam.codeOf(MESSAGES, { id: seen.booking.conversation.id })).toBe('NOT_FOUND');
    await world.close();
  });
});

/** The same person with a token of the present, after the clock was turned. */
async function refreshed(world: Awaited<ReturnType<ReturnType<typeof seed>['ready']>>, name: string, role: 'client' | 'provider') {
  const { Actor } = await import('../../testing/index.js');
  return new Actor(server.url, await world.token(name, role));
}
