import { createChatClient, type ChatClient, type ConversationHandle, type ConversationState } from '@parley/sdk';
import { seed, startServer, within, type TestServer } from '@parley/server/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from './until.js';

let server: TestServer;
const clients: ChatClient[] = [];
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.close();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

async function world() {
  return seed(server).client('clara').provider('paul').booking('van').ready();
}
function client(token: string, options: Partial<Parameters<typeof createChatClient>[0]> = {}): ChatClient {
  const made = createChatClient({ url: server.url, token, ...options });
  clients.push(made);
  return made;
}
const texts = (state: ConversationState) => state.messages.filter((message) => message.kind === 'TEXT').map((message) => message.text);

describe('two people on one conversation', () => {
  it('R65 R92 P2 P5: what one sends the other has, and the sender sees the ticks', async () => {
    const { people, bookings } = await world();
    const id = bookings.van.conversationId;
    const mine: ConversationHandle = client(people.clara.token).conversation(id);
    const theirs = client(people.paul.token).conversation(id);
    mine.retain();
    theirs.retain();
    await until(mine, (state) => state.status === 'ready');
    await until(theirs, (state) => state.status === 'ready' && state.syncStatus === 'synced');

    const sent = mine.send('hello');
    expect(mine.getSnapshot().messages.at(-1)).toMatchObject({ text: 'hello', status: 'sending', id: null, isOwn: true });
    const key = mine.getSnapshot().messages.at(-1)?.key;
    const message = await within(sent, 'the answer');
    expect(message.text).toBe('hello');
    await until(theirs, (state) => texts(state).includes('hello'));
    await until(mine, (state) => state.messages.at(-1)?.status === 'delivered');
    void theirs.markRead();
    const state = await until(mine, (now) => now.messages.at(-1)?.status === 'read');
    expect(state.messages.at(-1)?.key).toBe(key);
    expect(texts(state)).toEqual(['hello']);
  });
});
