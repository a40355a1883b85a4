import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectSocket, currentStack, seed, startServer, type TestServer } from '../../testing/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ nodes: currentStack() === 'cluster' ? 2 : 1 });
});
afterAll(() => server.close());

/** What the tests ask of any item; which fields are there depends on its type. */
interface WireItem {
  readonly __typename: string;
  readonly epoch?: string;
  readonly seq?: number;
  readonly position?: string;
  readonly prevSeq?: number;
  readonly [field: string]: unknown;
}

const CONVERSATION = `__typename
  ... on ConversationSnapshot { epoch seq reason conversation { id viewer { role unreadCount canSend } lastMessage { text } participants { role user { id } } }
    messages { edges { cursor node { seq text sender { displayName } } } pageInfo { hasPreviousPage hasNextPage } } receipts { userId readSeq } presences { userId status } typing { user { id } } }
  ... on ConversationResumed { epoch resumedAt: seq head presences { userId status } typing { user { id } } }
  ... on ConversationEvent { seq prevSeq at }
  ... on MessageSent { message { id text sender { displayName } } }
  ... on MessageEdited { message { text editCount } }
  ... on MessageDeleted { message { text isDeleted } }
  ... on ReactionAdded { messageId emoji userId } ... on ReactionRemoved { messageId emoji userId }
  ... on ReceiptAdvanced { receipt { userId readSeq deliveredSeq } }
  ... on ParticipantJoined { participant { role user { id } } } ... on ParticipantLeft { participant { leftAt user { id } } }
  ... on ConversationUpdated { conversation { sendGate { state } booking { status } viewer { role } } }
  ... on TypingStarted { user { id } expiresAt } ... on TypingStopped { userId }
  ... on PresenceChanged { presence { userId status lastSeenAt } }
  ... on FeedHead { head: seq at }`;
const FEED = `subscription Feed($id: ID!, $after: FeedPosition) { conversationFeed(conversationId: $id, after: $after) { ${CONVERSATION} } }`;
const EVENTS = `query Events($id: ID!, $after: FeedPosition) { conversationEvents(conversationId: $id, after: $after, first: 20) { epoch seq hasMore items { ${CONVERSATION} } } }`;
const INBOX_ITEM = `__typename
  ... on InboxSnapshot { epoch position reason hasMore unread { messages conversations } entries { conversation { id viewer { unreadCount } } } presences { userId status } notices { kind } }
  ... on InboxResumed { epoch position unread { messages } presences { userId } }
  ... on InboxEntryChanged { unread { messages conversations } entry { conversation { id lastMessage { text } viewer { unreadCount } } } }
  ... on InboxEntryRemoved { conversationId unread { messages } }
  ... on NoticePosted { notice { seq kind conversationId } }
  ... on PresenceChanged { presence { userId status } }
  ... on InboxHead { position at }`;
const INBOX = `subscription Inbox($after: InboxPosition) { inboxFeed(after: $after) { ${INBOX_ITEM} } }`;
const INBOX_EVENTS = `query InboxEvents($after: InboxPosition) { inboxEvents(after: $after) { epoch position items { ${INBOX_ITEM} } } }`;

type Sub = { next(accepts?: (data: { conversationFeed: WireItem }) => boolean): Promise<{ conversationFeed: WireItem }> };
const nextOf = async (feed: Sub, type: string): Promise<WireItem> => (await feed.next(({ conversationFeed }) => conversationFeed.__typename === type)).conversationFeed;

describe('feeds over the wire', () => {
  it('R99 R100: every kind of item arrives, on another node than the one that was told', async () => {
    const { people, bookings, service, close } = await seed(server).client('ada').provider('ben').agent('sam').booking('move').ready();
    const { ada, ben, sam } = people;
    const id = bookings.move.conversationId;
    const feed = (await ada.at(server.urls.at(-1) ?? server.url).socket()).subscribe<{ conversationFeed: WireItem }>(FEED, { id });
    const snapshot = await nextOf(feed, 'ConversationSnapshot');
    expect(snapshot).toMatchObject({ reason: 'FIRST', conversation: { id, viewer: { role: 'CLIENT', unreadCount: 0, canSend: true } } });

    const { sendMessage } = await ben.must<{ sendMessage: { seq: number; message: { id: string } } }>(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq message { id } } }',
      { input: { conversationId: id, clientId: 'one', text: 'hello' } },
    );
    const messageId = sendMessage.message.id;
    expect(await nextOf(feed, 'MessageSent')).toMatchObject({ seq: sendMessage.seq, prevSeq: snapshot.seq, message: { id: messageId, text: 'hello', sender: { displayName: 'ben' } } });
    const act = (who: typeof ben, name: string, type: string, input: object) => who.must(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
    await act(ben, 'editMessage', 'EditMessageInput', { messageId, clientId: 'edit', text: 'hello!' });
    expect(await nextOf(feed, 'MessageEdited')).toMatchObject({ message: { text: 'hello!', editCount: 1 } });
    await act(ada, 'addReaction', 'AddReactionInput', { messageId, emoji: '👍' });
    expect(await nextOf(feed, 'ReactionAdded')).toMatchObject({ messageId, emoji: '👍', userId: ada.id });
    await act(ada, 'removeReaction', 'RemoveReactionInput', { messageId, emoji: '👍' });
    expect(await nextOf(feed, 'ReactionRemoved')).toMatchObject({ messageId, emoji: '👍', userId: ada.id });
    await act(ada, 'markRead', 'MarkReadInput', { conversationId: id, seq: sendMessage.seq });
    expect(await nextOf(feed, 'ReceiptAdvanced')).toMatchObject({ receipt: { userId: ada.id, readSeq: sendMessage.seq } });
    await act(ben, 'startTyping', 'StartTypingInput', { conversationId: id });
    expect(await nextOf(feed, 'TypingStarted')).toMatchObject({ user: { id: ben.id } });
    await act(ben, 'stopTyping', 'StopTypingInput', { conversationId: id });
    expect(await nextOf(feed, 'TypingStopped')).toMatchObject({ userId: ben.id });
    await act(sam, 'joinConversation', 'JoinConversationInput', { conversationId: id, reason: 'to help' });
    expect(await nextOf(feed, 'ParticipantJoined')).toMatchObject({ participant: { role: 'AGENT', user: { id: sam.id } } });
    const sams = await sam.socket();
    sams.subscribe(FEED, { id });
    const arrival = { __typename: 'PresenceChanged', presence: { userId: sam.id, status: 'ONLINE', lastSeenAt: null } };
    await feed.next(({ conversationFeed }) => JSON.stringify(conversationFeed) === JSON.stringify(arrival));
    await act(sam, 'leaveConversation', 'LeaveConversationInput', { conversationId: id });
    expect(await nextOf(feed, 'ParticipantLeft')).toMatchObject({ participant: { user: { id: sam.id } } });
    await act(ben, 'deleteMessage', 'DeleteMessageInput', { messageId });
    expect(await nextOf(feed, 'MessageDeleted')).toMatchObject({ message: { text: '', isDeleted: true } });
    await bookings.move.become('COMPLETED');
    const updated = await nextOf(feed, 'ConversationUpdated');
    expect(updated).toMatchObject({ conversation: { booking: { status: 'COMPLETED' }, viewer: null } });

    const after = { epoch: snapshot.epoch, seq: snapshot.seq };
    const resumed = (await ada.socket()).subscribe<{ conversationFeed: WireItem }>(FEED, { id, after });
    expect(await nextOf(resumed, 'ConversationResumed')).toMatchObject({ epoch: snapshot.epoch, resumedAt: snapshot.seq });
    expect(await nextOf(resumed, 'ConversationUpdated')).toMatchObject({ seq: updated.seq });
    const { conversationEvents } = await ada.must<{ conversationEvents: { items: WireItem[]; seq: number } }>(EVENTS, { id, after });
    const live = feed.all.map(({ conversationFeed }) => conversationFeed).filter(({ prevSeq }) => prevSeq !== undefined);
    expect(conversationEvents.items.map(({ __typename, seq, prevSeq }) => [__typename, seq, prevSeq])).toEqual(live.map(({ __typename, seq, prevSeq }) => [__typename, seq, prevSeq]));
    expect(await service.codeOf(EVENTS, { id })).toBeNull();
    await close();
  });

  it('P8 R40 R41: a booking that is no longer confirmed ends the feeds of its parties, and a stranger gets none', async () => {
    const { people, bookings, close } = await seed(server).client('ada').client('eve').provider('ben').booking('move').ready();
    const id = bookings.move.conversationId;
    const feed = (await people.ada.socket()).subscribe<{ conversationFeed: WireItem }>(FEED, { id });
    await nextOf(feed, 'ConversationSnapshot');
    const strange = (await people.eve.socket()).subscribe(FEED, { id });
    expect((await strange.ended)[0]?.extensions?.code).toBe('NOT_FOUND');
    await bookings.move.become('REQUESTED');
    expect((await feed.ended)[0]?.extensions?.code).toBe('ACCESS_REVOKED');
    expect(await people.ada.codeOf(EVENTS, { id })).toBe('NOT_FOUND');
    await close();
  });

  it('R98 R102: the inbox follows all conversations, people and notices, and resumes', async () => {
    const { people, bookings, close } = await seed(server).client('ada').provider('ben').agent('sam').booking('move').booking('clean').ready();
    const { ada, ben, sam } = people;
    const socket = await ben.at(server.urls.at(-1) ?? server.url).socket();
    const inbox = socket.subscribe<{ inboxFeed: WireItem }>(INBOX);
    const of = async (feed: typeof inbox, type: string): Promise<WireItem> => (await feed.next(({ inboxFeed }) => inboxFeed.__typename === type)).inboxFeed;
    const snapshot = await of(inbox, 'InboxSnapshot');
    expect(snapshot).toMatchObject({ reason: 'FIRST', hasMore: false, unread: { messages: 0, conversations: 0 } });
    const conversationId = bookings.clean.conversationId;
    await ada.must('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }', { input: { conversationId, clientId: 'one', text: 'hello' } });
    // Any conversation's state may come again at any time: what matters is that this one comes.
    const changed = (await inbox.next(({ inboxFeed }) => JSON.stringify(inboxFeed).includes('hello'))).inboxFeed;
    expect(changed).toMatchObject({ unread: { messages: 1, conversations: 1 }, entry: { conversation: { id: conversationId, lastMessage: { text: 'hello' }, viewer: { unreadCount: 1 } } } });
    const adas = await connectSocket(server.url, { token: ada.token });
    adas.subscribe(INBOX);
    expect(await of(inbox, 'PresenceChanged')).toMatchObject({ presence: { userId: ada.id, status: 'ONLINE' } });
    await adas.close();
    await sam.must('mutation ($input: JoinConversationInput!) { joinConversation(input: $input) { seq } }', { input: { conversationId } });
    expect(await of(inbox, 'NoticePosted')).toMatchObject({ notice: { kind: 'STAFF_JOINED', conversationId } });
    await bookings.move.become('REQUESTED');
    expect(await of(inbox, 'InboxEntryRemoved')).toMatchObject({ conversationId: bookings.move.conversationId, unread: { messages: 1 } });

    const after = { epoch: snapshot.epoch, position: snapshot.position };
    const resumed = (await ben.socket()).subscribe<{ inboxFeed: WireItem }>(INBOX, { after });
    expect(await of(resumed, 'InboxResumed')).toMatchObject({ position: snapshot.position, unread: { messages: 1 } });
    await of(resumed, 'InboxEntryChanged');
    await of(resumed, 'InboxEntryRemoved');
    await of(resumed, 'NoticePosted');
    await of(resumed, 'InboxHead');
    const { inboxEvents } = await ben.must<{ inboxEvents: { items: WireItem[] } }>(INBOX_EVENTS, { after });
    expect(new Set(inboxEvents.items.map(({ __typename }) => __typename))).toEqual(new Set(['InboxEntryChanged', 'InboxEntryRemoved', 'NoticePosted']));
    await close();
  });
});
