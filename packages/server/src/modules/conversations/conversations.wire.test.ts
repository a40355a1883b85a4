import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { expectQueries, recordQueries, seed, startServer, type TestServer } from '../../testing/index.js';

const READ = `query ($id: ID!) { conversation(id: $id) { id kind title lastSeq lastActivityAt sendGate { state openUntil } booking { externalId status }
  lastMessage { text seq sender } participants { user { id displayName } role leftAt } viewer { role unreadCount isMuted canSend readSeq } } }`;
const LIST = `query ($first: Int!, $after: String, $kind: ConversationKind) { conversations(first: $first, after: $after, kind: $kind) {
  edges { cursor node { id lastMessage { text } participants { user { displayName } } viewer { unreadCount } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
const ALL = `query ($userId: ID) { allConversations(first: 100, userId: $userId) { edges { node { id viewer { role } } } } }`;
const ADD = `mutation ($input: AddParticipantInput!) { addParticipant(input: $input) { seq participant { user { id } role joinedAt leftAt } } }`;
const REMOVE = `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { seq participant { user { id } role leftAt } } }`;
const LEAVE = `mutation ($input: LeaveConversationInput!) { leaveConversation(input: $input) { seq participant { leftAt } } }`;
const JOIN = `mutation ($input: JoinConversationInput!) { joinConversation(input: $input) { seq participant { role }
  conversation { id lastMessage { text } viewer { role unreadCount readSeq } } } }`;
const MUTE = `mutation ($input: MuteConversationInput!) { muteConversation(input: $input) { conversation { viewer { isMuted } } } }`;
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }`;
const MESSAGES = `query ($id: ID!) { messages(conversationId: $id) { edges { node { text } } } }`;
const UNREAD = '{ unread { messages conversations } }';
const NOTICES = 'query ($first: Int! = 20, $after: String) { notices(first: $first, after: $after) { edges { cursor node { id seq kind conversationId data readAt } } pageInfo { hasNextPage } } }';

interface Place {
  readonly role: string;
  readonly unreadCount: number;
  readonly isMuted: boolean;
  readonly canSend: boolean;
  readonly readSeq: number;
}
interface Read {
  readonly conversation: {
    readonly id: string;
    readonly lastSeq: number;
    readonly lastMessage: { readonly text: string } | null;
    readonly participants: readonly { readonly user: { readonly id: string }; readonly role: string }[];
    readonly viewer: Place | null;
  } | null;
}
interface List {
  readonly conversations: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
  };
}
interface Membership {
  readonly seq: number;
  readonly participant: { readonly user: { readonly id: string }; readonly role: string; readonly leftAt: string | null };
}
interface NoticePage {
  readonly notices: { readonly edges: readonly { readonly cursor: string; readonly node: { readonly kind: string; readonly seq: number; readonly readAt: string | null; readonly data: unknown } }[]; readonly pageInfo: { hasNextPage: boolean } };
}

let clock: TestClock;
let server: TestServer;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const everybody = () =>
  seed(server).client('ada').client('eve').provider('ben').provider('tom').provider('tim').agent('sam').admin('root').bot('bob').booking('move');
let messages = 0;
const message = (conversationId: string, text = 'hello') => {
  messages += 1;
  return { input: { conversationId, clientId: `m-${messages}`, text } };
};

describe('reading conversations', () => {
  it('R26 R27 R41 R45: a party sees the conversation with its booking; an outsider sees nothing at all', async () => {
    const world = await everybody().ready();
    const id = world.bookings.move.conversationId;
    const { conversation } = await world.people.ada.must<Read>(READ, { id });
    expect(conversation).toMatchObject({
      kind: 'BOOKING',
      title: 'move',
      sendGate: { state: 'OPEN', openUntil: null },
      booking: { externalId: world.bookings.move.externalId, status: 'CONFIRMED' },
      lastMessage: null,
      viewer: { role: 'CLIENT', unreadCount: 0, isMuted: false, canSend: true },
    });
    for (const outsider of [world.people.eve, world.people.tom, world.people.sam, world.people.bob]) expect(await outsider.must(READ, { id })).toEqual({ conversation: null });
    for (const wrong of ['', 'nonsense', `cnv_${'0'.repeat(32)}`, world.people.ada.id, "cnv_' OR 1=1 --"]) {
      expect([wrong, await world.people.ada.must(READ, { id: wrong })]).toEqual([wrong, { conversation: null }]);
    }
    expect(await world.nobody.codeOf(READ, { id })).toBe('UNAUTHENTICATED');
    await world.close();
  });

  it('R58 R59: an admin and a back-end see every conversation without having joined', async () => {
    const world = await everybody().ready();
    const id = world.bookings.move.conversationId;
    for (const staff of [world.people.root, world.service]) {
      expect((await staff.must<Read>(READ, { id })).conversation).toMatchObject({ id, viewer: null });
      expect(await staff.must(ALL, {})).toMatchObject({ allConversations: { edges: [{ node: { id, viewer: null } }] } });
      expect(await staff.must(ALL, { userId: world.people.eve.id })).toEqual({ allConversations: { edges: [] } });
    }
    for (const other of [world.people.ada, world.people.ben, world.people.sam]) expect(await other.codeOf(ALL, {})).toBe('FORBIDDEN');
    await world.close();
  });

  it('R81 R217 R47: pages of one’s own, newest activity first, with the same queries for 2 as for 25', async () => {
    let plan = seed(server).client('ada').provider('ben');
    for (let index = 0; index < 25; index += 1) plan = plan.booking(`b${index}`);
    const world = await plan.ready();
    const { ada } = world.people;
    const read = async (first: number, after: string | null = null) => (await ada.must<List>(LIST, { first, after })).conversations;
    const first = (await read(1)).edges[0]?.node.id ?? '';
    await clock.advance(1000);
    const oldest = (await read(100)).edges.at(-1)?.node.id ?? '';
    await world.people.ben.must(SEND, message(oldest, 'wake up'));
    expect((await read(1)).edges[0]?.node).toMatchObject({ id: oldest, lastMessage: { text: 'wake up' }, viewer: { unreadCount: 1 } });
    expect(first).not.toBe(oldest);
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page = await read(10, after);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      pages += 1;
    } while (after !== null);
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 25, 25]);
    const { statements } = await recordQueries(server.db, () => read(2));
    await expectQueries(server.db, statements.length, () => read(25));
    for (const wrong of [{ first: 0 }, { first: 101 }, { first: -1 }, { first: 5, after: 'x' }, { first: 5, after: Buffer.from('1.usr_x').toString('base64url') }]) {
      expect([wrong, await ada.codeOf(LIST, wrong)]).toEqual([wrong, 'INVALID_INPUT']);
    }
    expect((await ada.must<List>(LIST, { first: 5, kind: 'DIRECT' })).conversations.edges).toEqual([]);
    await world.close();
  });
});

describe('taking part', () => {
  it('R16 R48 R56 R243 P3: a provider adds a member of the team, who sees it from then on; twice changes nothing', async () => {
    const world = await everybody().ready();
    const conversationId = world.bookings.move.conversationId;
    const { ada, ben, tom } = world.people;
    const input = { conversationId, externalId: 'tom' };
    const first = await ben.must<{ addParticipant: Membership }>(ADD, { input });
    expect(first.addParticipant.participant).toMatchObject({ user: { id: tom.id }, role: 'TEAM_MEMBER', leftAt: null });
    expect(await ben.must(ADD, { input })).toEqual(first);
    await ada.must(SEND, message(conversationId, 'hi team'));
    const seen = (await tom.must<Read>(READ, { id: conversationId })).conversation;
    expect(seen).toMatchObject({ lastMessage: { text: 'hi team' }, viewer: { role: 'TEAM_MEMBER', canSend: true } });
    expect((await tom.must<NoticePage>(NOTICES)).notices.edges.map(({ node }) => node.kind)).toEqual(['CONVERSATION_ADDED']);
    const removed = await ben.must<{ removeParticipant: Membership }>(REMOVE, { input: { conversationId, userId: tom.id } });
    expect(removed.removeParticipant.participant.leftAt).not.toBeNull();
    expect(await ben.must(REMOVE, { input: { conversationId, userId: tom.id } })).toEqual(removed);
    expect(await tom.must(READ, { id: conversationId })).toEqual({ conversation: null });
    expect(await tom.codeOf(SEND, message(conversationId))).toBe('NOT_FOUND');
    expect((await tom.must<NoticePage>(NOTICES)).notices.edges.map(({ node }) => node.kind)).toEqual(['CONVERSATION_REMOVED', 'CONVERSATION_ADDED']);
    const back = await ben.must<{ addParticipant: Membership }>(ADD, { input });
    expect(back.addParticipant.seq).toBeGreaterThan(removed.removeParticipant.seq);
    expect(await tom.codeOf(SEND, message(conversationId))).toBeNull();
    await world.close();
  });

  it('P8 R56: nobody adds beyond their right, and outsiders are told that there is nothing', async () => {
    const world = await everybody().ready();
    const conversationId = world.bookings.move.conversationId;
    const { ada, ben, tom, tim, eve, sam, root } = world.people;
    await ben.must(ADD, { input: { conversationId, userId: tom.id } });
    const add = (userId: string) => ({ input: { conversationId, userId } });
    expect(await ada.codeOf(ADD, add(eve.id))).toBe('FORBIDDEN');
    expect(await tom.codeOf(ADD, add(tim.id))).toBe('FORBIDDEN');
    expect(await ben.codeOf(ADD, add(eve.id))).toBe('FORBIDDEN');
    expect(await ben.codeOf(ADD, add(sam.id))).toBe('FORBIDDEN');
    expect(await eve.codeOf(ADD, add(eve.id))).toBe('NOT_FOUND');
    expect(await tim.codeOf(ADD, add(tim.id))).toBe('NOT_FOUND');
    expect(await sam.codeOf(ADD, add(sam.id))).toBe('NOT_FOUND');
    const other = await everybody().ready();
    expect(await root.codeOf(ADD, add(other.people.tom.id))).toBe('NOT_FOUND');
    expect(await other.people.root.codeOf(ADD, add(other.people.tom.id))).toBe('NOT_FOUND');
    const remove = (userId: string) => ({ input: { conversationId, userId } });
    expect(await ben.codeOf(REMOVE, remove(ada.id))).toBe('FORBIDDEN');
    expect(await ada.codeOf(REMOVE, remove(ben.id))).toBe('FORBIDDEN');
    expect(await tom.codeOf(REMOVE, remove(tom.id))).toBe('FORBIDDEN');
    expect(await root.codeOf(REMOVE, remove(tim.id))).toBe('NOT_FOUND');
    expect(await root.codeOf(ADD, { input: { conversationId } })).toBe('INVALID_INPUT');
    expect(await root.codeOf(ADD, add(eve.id))).toBeNull();
    expect(await root.codeOf(REMOVE, remove(eve.id))).toBeNull();
    await Promise.all([world.close(), other.close()]);
  });

  it('R49 R57 P8: support joins on record; those who are there get a notice; twice changes nothing', async () => {
    const world = await everybody().ready();
    const conversationId = world.bookings.move.conversationId;
    const { ada, ben, sam, root, eve } = world.people;
    await ada.must(SEND, message(conversationId, 'help'));
    expect(await sam.codeOf(MESSAGES, { id: conversationId })).toBe('NOT_FOUND');
    const input = { conversationId, reason: 'dispute 7' };
    const joined = await sam.must<{ joinConversation: { seq: number; participant: { role: string }; conversation: { viewer: Place } } }>(JOIN, { input });
    expect(joined.joinConversation).toMatchObject({
      participant: { role: 'AGENT' },
      conversation: { lastMessage: { text: 'help' }, viewer: { role: 'AGENT', unreadCount: 0 } },
    });
    expect((await sam.must<{ joinConversation: { seq: number } }>(JOIN, { input })).joinConversation.seq).toBe(joined.joinConversation.seq);
    expect(await sam.codeOf(SEND, message(conversationId))).toBeNull();
    for (const party of [ada, ben]) {
      expect((await party.must<NoticePage>(NOTICES)).notices.edges.map(({ node }) => [node.kind, node.data])).toEqual([
        ['STAFF_JOINED', { userId: sam.id, displayName: 'sam' }],
      ]);
    }
    const row = await server.db.prisma.participant.findUniqueOrThrow({ where: { conversationId_userId: { conversationId, userId: sam.id } } });
    expect(row).toMatchObject({ joinReason: 'dispute 7', role: 'agent' });
    expect(await root.codeOf(SEND, message(conversationId))).toBe('FORBIDDEN');
    expect(await root.codeOf(JOIN, { input: { conversationId } })).toBeNull();
    expect(await root.codeOf(SEND, message(conversationId))).toBeNull();
    expect(await ada.codeOf(JOIN, { input })).toBe('FORBIDDEN');
    expect(await eve.codeOf(JOIN, { input })).toBe('NOT_FOUND');
    expect(await world.service.codeOf(JOIN, { input })).toBe('FORBIDDEN');
    expect(await sam.codeOf(JOIN, { input: { conversationId, reason: 'x'.repeat(501) } })).toBe('INVALID_INPUT');
    const other = await everybody().ready();
    expect(await other.people.sam.codeOf(JOIN, { input })).toBe('NOT_FOUND');
    await Promise.all([world.close(), other.close()]);
  });

  it('R41 P3: team and support leave by themselves, the parties stay; a repeated leave answers the same', async () => {
    const world = await everybody().ready();
    const conversationId = world.bookings.move.conversationId;
    const { ada, ben, tom, sam, eve, root } = world.people;
    await ben.must(ADD, { input: { conversationId, userId: tom.id } });
    await sam.must(JOIN, { input: { conversationId } });
    const input = { conversationId };
    const left = await tom.must<{ leaveConversation: Membership }>(LEAVE, { input });
    await ada.must(SEND, message(conversationId));
    expect(await tom.must(LEAVE, { input })).toEqual(left);
    expect(await tom.codeOf(MESSAGES, { id: conversationId })).toBe('NOT_FOUND');
    expect(await sam.codeOf(LEAVE, { input })).toBeNull();
    expect(await ada.codeOf(LEAVE, { input })).toBe('FORBIDDEN');
    expect(await ben.codeOf(LEAVE, { input })).toBe('FORBIDDEN');
    expect(await eve.codeOf(LEAVE, { input })).toBe('NOT_FOUND');
    expect(await root.codeOf(LEAVE, { input })).toBe('FORBIDDEN');
    await world.close();
  });

  it('R82 R84 R222: unread counts leave out what is muted, and mine alone', async () => {
    const world = await everybody().booking('second').ready();
    const { ada, ben, root } = world.people;
    const [one, two] = [world.bookings.move.conversationId, world.bookings.second.conversationId];
    await ben.must(SEND, message(one));
    await ben.must(SEND, message(one));
    await ben.must(SEND, message(two));
    expect(await ada.must(UNREAD)).toEqual({ unread: { messages: 3, conversations: 2 } });
    expect(await ben.must(UNREAD)).toEqual({ unread: { messages: 0, conversations: 0 } });
    const mute = (muted: boolean) => ({ input: { conversationId: one, muted } });
    expect(await ada.must(MUTE, mute(true))).toEqual({ muteConversation: { conversation: { viewer: { isMuted: true } } } });
    expect(await ada.must(MUTE, mute(true))).toEqual({ muteConversation: { conversation: { viewer: { isMuted: true } } } });
    expect(await ada.must(UNREAD)).toEqual({ unread: { messages: 1, conversations: 1 } });
    expect((await ada.must<Read>(READ, { id: one })).conversation?.viewer).toMatchObject({ unreadCount: 2, isMuted: true });
    expect((await ben.must<Read>(READ, { id: one })).conversation?.viewer).toMatchObject({ isMuted: false });
    await ada.must(MUTE, mute(false));
    expect(await ada.must(UNREAD)).toEqual({ unread: { messages: 3, conversations: 2 } });
    expect(await root.codeOf(MUTE, mute(true))).toBe('FORBIDDEN');
    expect(await world.people.eve.codeOf(MUTE, mute(true))).toBe('NOT_FOUND');
    await world.bookings.move.become('REQUESTED');
    expect(await ada.must(UNREAD)).toEqual({ unread: { messages: 1, conversations: 1 } });
    await world.close();
  });

  it('R82 R63: unread counts what that person may see', async () => {
    const world = await everybody().ready();
    const conversationId = world.bookings.move.conversationId;
    const { ada, ben, sam } = world.people;
    await sam.must(JOIN, { input: { conversationId } });
    await sam.must(SEND, { input: { ...message(conversationId, 'internal').input, audience: 'STAFF' } });
    await sam.must(SEND, { input: { ...message(conversationId, 'for ben').input, audience: 'PROVIDER' } });
    const unread = async (who: typeof ada) => (await who.must<Read>(READ, { id: conversationId })).conversation;
    expect(await unread(ada)).toMatchObject({ lastMessage: null, viewer: { unreadCount: 0 } });
    expect(await unread(ben)).toMatchObject({ lastMessage: { text: 'for ben' }, viewer: { unreadCount: 1 } });
    expect(await ada.must(UNREAD)).toEqual({ unread: { messages: 0, conversations: 0 } });
    expect(await ben.must(UNREAD)).toEqual({ unread: { messages: 1, conversations: 1 } });
    await world.close();
  });
});

describe('notices', () => {
  it('R147 P3: are one’s own, in pages, and read up to a number', async () => {
    const world = await everybody().ready();
    const { ada, eve } = world.people;
    for (const status of ['IN_PROGRESS', 'CONFIRMED', 'IN_PROGRESS'] as const) await world.bookings.move.become(status);
    const page = async (first: number, after: string | null = null) => (await ada.must<NoticePage>(NOTICES, { first, after })).notices;
    const top = await page(2);
    expect(top.edges.map(({ node }) => [node.seq, node.kind])).toEqual([[3, 'BOOKING_CHANGED'], [2, 'BOOKING_CHANGED']]);
    expect(top.pageInfo.hasNextPage).toBe(true);
    expect((await page(2, top.edges[1]?.cursor)).edges.map(({ node }) => node.seq)).toEqual([1]);
    const mark = (upToSeq: number) => ada.must<{ markNoticesRead: { readCount: number } }>('mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { readCount } }', { input: { upToSeq } });
    expect((await mark(2)).markNoticesRead.readCount).toBe(2);
    expect((await mark(2)).markNoticesRead.readCount).toBe(0);
    expect((await page(3)).edges.map(({ node }) => node.readAt !== null)).toEqual([false, true, true]);
    expect((await eve.must<NoticePage>(NOTICES)).notices.edges).toEqual([]);
    const id = await server.db.prisma.notice.findFirstOrThrow({ where: { userId: ada.id } });
    const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await ada.must(NODE, { id: id.id })).toEqual({ node: { id: id.id } });
    expect(await eve.must(NODE, { id: id.id })).toEqual({ node: null });
    await world.close();
  });
});
