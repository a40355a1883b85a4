/** How many statements an operation takes does not depend on how many people take part. */
import {
  addParticipant,
  addReaction,
  booking,
  conversation,
  conversationEvents,
  conversations,
  ConversationFeedDocument,
  deleteMessage,
  editMessage,
  inboxEvents,
  InboxFeedDocument,
  joinConversation,
  leaveConversation,
  markDelivered,
  markRead,
  message,
  messageReceipts,
  messages,
  muteConversation,
  receipts,
  removeParticipant,
  sendMessage,
  sendSystemMessage,
  startTyping,
  thread,
  unread,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from './kernel/ids.js';
import { createTestClock, recordQueries, seed, startServer, type Actor, type Person, type TestServer } from './testing/index.js';

// Nothing runs by the clock, so every statement is one of the operation.
const clock = createTestClock();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock });
});
afterAll(() => server.close());

interface Crowd {
  readonly people: Readonly<Record<'client' | 'provider' | 'agent' | 'extra', Person>>;
  readonly service: Actor;
  readonly conversationId: string;
  readonly bookingId: string;
  readonly messageId: string;
  readonly deletableId: string;
}

async function crowd(size: number): Promise<Crowd> {
  const { people, service, bookings, site } = await seed(server)
    .client('client')
    .provider('provider')
    .agent('agent')
    .provider('extra')
    .booking('move')
    .ready();
  const { conversationId } = bookings.move;
  const now = clock.now();
  const members = Array.from({ length: size - 2 }, (_, index) => ({ id: newId('user'), name: `member ${index}` }));
  await server.db.prisma.user.createMany({
    data: members.map(({ id, name }) => ({ id, siteId: site.id, externalId: name, role: 'provider', displayName: name, createdAt: now, updatedAt: now })),
  });
  await server.db.prisma.participant.createMany({
    data: members.map(({ id }) => ({ conversationId, userId: id, siteId: site.id, role: 'team_member', joinedAt: now })),
  });
  const { message: first } = await sendMessage(people.client, { conversationId, clientId: 'one', text: 'one' });
  const { message: second } = await sendMessage(people.client, { conversationId, clientId: 'two', text: 'two', parentId: first.id });
  await server.db.prisma.reaction.createMany({
    data: members.map(({ id }, position) => ({ messageId: first.id, userId: id, emoji: '👍', seq: 1, position, createdAt: now })),
  });
  return { people, service, conversationId, bookingId: bookings.move.id, messageId: first.id, deletableId: second.id };
}

const OPERATIONS: Readonly<Record<string, (at: Crowd) => Promise<unknown>>> = {
  conversation: ({ people, conversationId }) => conversation(people.provider, { id: conversationId }),
  conversations: ({ people }) => conversations(people.provider),
  booking: ({ people, bookingId }) => booking(people.provider, { id: bookingId }),
  messages: ({ people, conversationId }) => messages(people.provider, { conversationId, last: 50 }),
  message: ({ people, messageId }) => message(people.provider, { id: messageId }),
  thread: ({ people, messageId }) => thread(people.provider, { messageId, last: 10 }),
  receipts: ({ people, conversationId }) => receipts(people.provider, { conversationId }),
  messageReceipts: ({ people, messageId }) => messageReceipts(people.client, { messageId }),
  unread: ({ people }) => unread(people.provider),
  conversationEvents: ({ people, conversationId }) => conversationEvents(people.provider, { conversationId }),
  inboxEvents: ({ people }) => inboxEvents(people.provider),
  sendMessage: ({ people, conversationId }) => sendMessage(people.provider, { conversationId, clientId: 'count', text: 'hello' }),
  sendSystemMessage: ({ service, conversationId }) => sendSystemMessage(service, { conversationId, clientId: 'count', text: 'hello' }),
  editMessage: ({ people, messageId }) => editMessage(people.client, { messageId, clientId: 'edit', text: 'changed' }),
  addReaction: ({ people, messageId }) => addReaction(people.provider, { messageId, emoji: '👍' }),
  deleteMessage: ({ people, deletableId }) => deleteMessage(people.client, { messageId: deletableId }),
  markDelivered: ({ people, conversationId }) => markDelivered(people.provider, { conversationId, seq: 1 }),
  markRead: ({ people, conversationId }) => markRead(people.provider, { conversationId, seq: 2 }),
  startTyping: ({ people, conversationId }) => startTyping(people.client, { conversationId }),
  muteConversation: ({ people, conversationId }) => muteConversation(people.client, { conversationId, muted: true }),
  addParticipant: ({ people, conversationId }) => addParticipant(people.provider, { conversationId, userId: people.extra.id }),
  leaveConversation: ({ people, conversationId }) => leaveConversation(people.extra, { conversationId }),
  'addParticipant again': ({ people, conversationId }) => addParticipant(people.provider, { conversationId, userId: people.extra.id }),
  removeParticipant: ({ people, conversationId }) => removeParticipant(people.provider, { conversationId, userId: people.extra.id }),
  joinConversation: ({ people, conversationId }) => joinConversation(people.agent, { conversationId }),
  'opening a conversation feed': async ({ people, conversationId }) => {
    const socket = await people.provider.socket();
    await socket.subscribe(ConversationFeedDocument, { conversationId }).next();
    await socket.close();
  },
  'opening an inbox feed': async ({ people }) => {
    const socket = await people.provider.socket();
    await socket.subscribe(InboxFeedDocument, {}).next();
    await socket.close();
  },
};

it('R198: counts of statements are the same with 2 participants and with 200', async () => {
  await server.db.epoch();
  const small = await crowd(2);
  const large = await crowd(200);
  const grown: string[] = [];
  for (const [name, run] of Object.entries(OPERATIONS)) {
    const few = await recordQueries(server.db, () => run(small));
    const many = await recordQueries(server.db, () => run(large));
    if (many.statements.length !== few.statements.length) {
      grown.push(`${name}: ${few.statements.length} with 2, ${many.statements.length} with 200; the last: ${many.statements.at(-1)?.slice(0, 160)}`);
    }
  }
  expect(grown).toEqual([]);
});

it('R47: a list of conversations takes as many statements for one as for thirty', async () => {
  const world = await seed(server).client('client').provider('provider').booking('first').ready();
  const { client } = world.people;
  const one = await recordQueries(server.db, () => conversations(client, { first: 50 }));
  // The epoch is read once for ever.
  await server.db.epoch();
  const inbox = await recordQueries(server.db, () => inboxEvents(client));
  for (let index = 0; index < 30; index += 1) {
    const input = { externalId: `more-${index}`, title: 'more', status: 'CONFIRMED', client: { externalId: 'client' }, provider: { externalId: 'provider' } };
    await world.service.must('mutation ($input: SyncBookingInput!) { syncBooking(input: $input) { seq } }', { input });
  }
  const thirty = await recordQueries(server.db, () => conversations(client, { first: 50 }));
  expect(thirty.result.edges).toHaveLength(31);
  expect(thirty.statements).toEqual(one.statements);
  expect((await recordQueries(server.db, () => inboxEvents(client))).statements).toEqual(inbox.statements);
});
