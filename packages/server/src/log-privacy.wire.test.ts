import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectSocket, seed, startServer, type TestServer } from './testing/index.js';

const SECRET = 'canary-91e4';
const SENDER_ADDRESS = '203.0.113.77';
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq message { id } } }';

let written = '';
let server: TestServer;

beforeAll(async () => {
  const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _encoding, done) => ((written += String(chunk)), done()) }));
  server = await startServer({ options: { log }, config: { trustedProxies: 1, hasIntrospection: true } });
});
afterAll(() => server.close());

async function post(body: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': SENDER_ADDRESS, ...headers }, body });
  await response.text();
  return response.status;
}

it('R196: what comes in by any door leaves nothing private in the log, at its most talkative', async () => {
  const world = await seed(server).client('ada').provider('ben').booking('move').ready();
  const { conversationId } = world.bookings.move;
  const { ada } = world.people;
  const authorization = `Bearer ${ada.credential}`;
  const operation = (query: string, variables: unknown): Promise<number> => post(JSON.stringify({ query, variables }), { authorization });

  // What is sent as it should be.
  const input = { conversationId, clientId: 'one', text: `text ${SECRET}`, metadata: { note: SECRET } };
  const { sendMessage } = await ada.must<{ sendMessage: { message: { id: string } } }>(SEND, { input });
  const socket = await ada.socket();
  await socket.request(SEND, { input: { ...input, clientId: 'two' } });
  await ada.gql('mutation ($input: EditMessageInput!) { editMessage(input: $input) { seq } }', { input: { clientId: 'edit', messageId: sendMessage.message.id, text: `edited ${SECRET}` } });
  // What is refused: by content, variables, document, body, hash and credential.
  await operation(SEND, { input: { ...input, text: SECRET.repeat(1_000), clientId: 'three' } });
  await operation(SEND, { input: { ...input, text: { wrong: SECRET } } });
  await operation(`mutation { sendMessage(input: { conversationId: "${SECRET}", clientId: "${SECRET}", text: "${SECRET}" }) { seq } }`, {});
  await operation(`{ ${SECRET.replace('-', '_')} }`, {});
  await operation(`{ viewer { id "${SECRET}`, {});
  await post(`{"query": "${SECRET}`, { authorization });
  await post('{}', { authorization: `Bearer ${SECRET}` });
  await post('{}', { authorization: SECRET });
  await post('{}', { authorization: `Bearer ${ada.credential?.slice(0, -4) ?? ''}${SECRET}` });
  await connectSocket(server.url, { token: SECRET }).catch(() => undefined);
  await fetch(`${new URL(server.url).origin}/${SECRET}?token=${SECRET}`, { headers: { cookie: `session=${SECRET}`, origin: `https://${SECRET}.example` } });

  expect(written).toContain('"event":"conversation.event"');
  expect(written).toContain(`"conversation_id":"${conversationId}"`);
  expect(written).toContain('"message_type":"text"');
  expect(written).toContain('"event":"operation.refused"');
  for (const one of [SECRET, 'canary_91e4', SENDER_ADDRESS, String(ada.credential)]) expect(written).not.toContain(one);
  await world.close();
});
