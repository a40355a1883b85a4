import { request as send } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed, startServer, type TestServer } from '../testing/index.js';
import { knownDocuments } from './manifest.js';

const hashOf = (beginning: string): string => {
  const [found] = [...knownDocuments()].filter(([, text]) => text.startsWith(beginning));
  if (!found) throw new Error(`no document begins with ${beginning}`);
  return found[0];
};

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

let server: TestServer;
let token: string;
let conversationId: string;

beforeAll(async () => {
  server = await startServer();
  const world = await seed(server).client('ada').provider('ben').booking('move').ready();
  token = world.people.ada.token;
  conversationId = world.bookings.move.conversationId;
});
afterAll(() => server.close());

function post(body: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = send(server.url, { method: 'POST', agent: false, headers: { 'content-length': String(Buffer.byteLength(body)), ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const { date: _date, 'x-request-id': id, ...rest } = response.headers;
        resolve({ status: response.statusCode, headers: rest, body: text.replaceAll(String(id), 'the request id') });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The same request read here, and by Yoga, to which a media type with a parameter is left. */
async function both(body: string, headers: Record<string, string>): Promise<readonly [Answer, Answer]> {
  return [await post(body, { 'content-type': 'application/json', ...headers }), await post(body, { 'content-type': 'application/json; charset=utf-8', ...headers })];
}

const ACCEPTED = ['application/graphql-response+json, application/json', null, '*/*', 'application/json', 'application/graphql-response+json'];

const byHash = (sha256Hash: string, variables: object): string => JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe('requests of known documents', () => {
  const page = hashOf('query Messages(');
  const bodies = (): Readonly<Record<string, string>> => ({
    'a page': byHash(page, { conversationId, last: 50 }),
    'a page with an operation name': JSON.stringify({ ...JSON.parse(byHash(page, { conversationId })), operationName: 'Messages', query: '' }),
    'a mutation': byHash(hashOf('mutation MarkRead('), { input: { conversationId, seq: 0 } }),
    'what may not be seen': byHash(page, { conversationId: 'cnv_00000000000000000000000000000000' }),
    'null for what is not there': byHash(hashOf('query Message('), { id: 'msg_00000000000000000000000000000000' }),
    'variables of another type': byHash(page, { conversationId: 5, last: 'x' }),
    'an unknown hash': byHash('0'.repeat(64), {}),
    'a hash that is none': byHash('ä', {}),
    'an unknown operation name': JSON.stringify({ ...JSON.parse(byHash(page, { conversationId })), operationName: 'Other' }),
    'variables that are a list': JSON.stringify({ ...JSON.parse(byHash(page, {})), variables: [1] }),
    'a text': JSON.stringify({ query: '{ viewer { id } }' }),
    'a text with a mistake': JSON.stringify({ query: '{ viewer { nothing } }' }),
    'no JSON': '{"query":',
    'a list': '[1]',
    'nothing': '{}',
  });

  it('are answered as Yoga answers them, whatever comes of them', async () => {
    for (const [name, body] of Object.entries(bodies())) {
      const isSample = name === 'a page' || name === 'what may not be seen';
      for (const accept of isSample ? ACCEPTED : ACCEPTED.slice(0, 1)) {
        const [here, yoga] = await both(body, { authorization: `Bearer ${token}`, ...(accept === null ? {} : { accept }) });
        expect({ name, accept, ...here }).toEqual({ name, accept, ...yoga });
      }
    }
  });

  it('are refused alike without a credential, or with one that is none', async () => {
    const credentials: Record<string, string>[] = [{}, { authorization: 'Bearer no.to.ken' }, { authorization: 'nonsense' }];
    for (const headers of credentials) {
      const [here, yoga] = await both(bodies()['a page'] ?? '', headers);
      expect(here).toEqual(yoga);
      expect(here.body).toContain('UNAUTHENTICATED');
    }
  });

  it('may be broken off', async () => {
    const asked = send(server.url, { method: 'POST', agent: false, headers: { 'content-type': 'application/json', 'content-length': '100' } });
    asked.on('error', () => undefined);
    asked.write('{"vari');
    await new Promise((resolve) => asked.once('socket', (socket) => socket.once('connect', resolve)));
    asked.destroy();
    expect((await post(bodies()['a page'] ?? '', { 'content-type': 'application/json', authorization: `Bearer ${token}` })).status).toBe(200);
  });
});
