import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed, startServer, type TestServer } from './testing/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const UPSERT = 'mutation ($input: UpsertUserInput!) { upsertUser(input: $input) { user { id role } } }';
const ADD = 'mutation ($input: AddParticipantInput!) { addParticipant(input: $input) { participant { role user { id role } } } }';
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { origin sender { id displayName role isGuest } } } }';
const OPEN = 'mutation ($input: OpenBookingConversationInput!) { openBookingConversation(input: $input) { conversation { id participants { role user { id } } } } }';
const MESSAGES = 'query ($id: ID!) { messages(conversationId: $id) { edges { node { text } } } }';

describe('who is who', () => {
  it('R2 R9: roles are a closed set with providers and bots in it, and a bot takes part under its own name', async () => {
    const { people, bookings, service, close } = await seed(server).client('ada').provider('ben').bot('robo').booking('move').ready();
    for (const role of ['CLIENT', 'PROVIDER', 'AGENT', 'ADMIN', 'BOT']) {
      const { upsertUser } = await service.must<{ upsertUser: { user: { role: string } } }>(UPSERT, { input: { externalId: `a-${role}`, role } });
      expect(upsertUser.user.role).toBe(role);
    }
    expect(await service.codeOf(UPSERT, { input: { externalId: 'x', role: 'OWNER' } })).toBe('INVALID_INPUT');
    const conversationId = bookings.move.conversationId;
    const { addParticipant } = await service.must<{ addParticipant: object }>(ADD, { input: { conversationId, userId: people.robo.id } });
    expect(addParticipant).toEqual({ participant: { role: 'BOT', user: { id: people.robo.id, role: 'BOT' } } });
    const { sendMessage } = await people.robo.must<{ sendMessage: object }>(SEND, { input: { conversationId, clientId: 'r1', text: 'Reminder: tomorrow at nine' } });
    expect(sendMessage).toEqual({ message: { origin: 'AUTOMATED', sender: { id: people.robo.id, displayName: 'robo', role: 'BOT', isGuest: false } } });
    await close();
  });

  it('R7 R44 R46 R67: client and provider find the conversation by the booking’s id, and no other booking hears of it', async () => {
    const { people, bookings, close } = await seed(server).client('ada').client('cleo').provider('ben').booking('move').booking('clean', { client: 'cleo' }).ready();
    const opened = await people.ada.must<{ openBookingConversation: { conversation: { id: string; participants: object[] } } }>(OPEN, {
      input: { bookingId: bookings.move.id },
    });
    const { id, participants } = opened.openBookingConversation.conversation;
    expect(id).toBe(bookings.move.conversationId);
    expect(participants).toEqual([
      { role: 'CLIENT', user: { id: people.ada.id } },
      { role: 'PROVIDER', user: { id: people.ben.id } },
    ]);
    const { sendMessage } = await people.ben.must<{ sendMessage: object }>(SEND, { input: { conversationId: id, clientId: 'b1', text: 'for the move alone' } });
    expect(sendMessage).toMatchObject({ message: { sender: { id: people.ben.id, displayName: 'ben', role: 'PROVIDER' } } });
    const other = await people.cleo.must<{ messages: { edges: object[] } }>(MESSAGES, { id: bookings.clean.conversationId });
    expect(other.messages.edges).toEqual([]);
    expect(await people.cleo.codeOf(MESSAGES, { id })).toBe('NOT_FOUND');
    await close();
  });
});
