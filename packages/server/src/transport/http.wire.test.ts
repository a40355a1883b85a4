import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChatError } from '../kernel/errors.js';
import { seed, startServer, type TestServer } from '../testing/index.js';
import { sha256 } from './documents.js';

const CANARY = 'canary-7f3a';
const KNOWN = '{ hello }';

const trialSchema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      hello: { type: GraphQLString, args: { to: { type: GraphQLString } }, resolve: (_root, { to }: { to?: string }) => `hello ${to ?? 'all'}` },
      twice: { type: GraphQLInt, args: { of: { type: new GraphQLNonNull(GraphQLInt) } }, resolve: (_root, { of }: { of: number }) => of * 2 },
      boom: {
        type: GraphQLString,
        resolve: () => {
          throw new Error(`password=${CANARY}`);
        },
      },
      closed: {
        type: GraphQLString,
        resolve: () => {
          throw new ChatError('RATE_LIMITED', 'unable to try; too soon', { retryAfterMs: 1500, details: { class: 'trial' }, cause: new Error(CANARY) });
        },
      },
      missing: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
    },
  }),
  mutation: new GraphQLObjectType({ name: 'Mutation', fields: { touch: { type: GraphQLString, resolve: () => 'touched' } } }),
});

let server: TestServer;
const logged: string[] = [];

beforeAll(async () => {
  const log = pino({ level: 'info' }, new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) }));
  server = await startServer({
    options: { schema: trialSchema, log, documents: new Map([[sha256(KNOWN), KNOWN]]) },
    config: { limits: { bodyBytes: 4096 } },
  });
});
afterAll(() => server.close());

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: ReadonlyArray<{ readonly message: string; readonly extensions: Record<string, unknown> }>;
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer;
  return { response, answer, code: answer.errors?.[0]?.extensions['code'] };
}

describe('GraphQL over HTTP', () => {
  it('answers a query by POST in the media type that was asked for, and names the request', async () => {
    const { response, answer } = await post({ query: '{ hello }' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{16}$/);
    expect(answer).toEqual({ data: { hello: 'hello all' } });
  });

  it('answers in application/json where nothing else is asked for', async () => {
    const { response } = await post({ query: '{ hello }' }, { accept: '*/*' });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('takes variables and an operation name', async () => {
    const query = 'query A($to: String) { hello(to: $to) } query B { twice(of: 2) }';
    expect((await post({ query, operationName: 'A', variables: { to: 'ada' } })).answer.data).toEqual({ hello: 'hello ada' });
    expect((await post({ query, operationName: 'B' })).answer.data).toEqual({ twice: 4 });
    expect((await post({ query })).code).toBe('QUERY_INVALID');
    expect((await post({ query, operationName: 'C' })).code).toBe('QUERY_INVALID');
  });

  it.each([
    ['a syntax error', { query: '{ hello' }, 'QUERY_INVALID'],
    ['a field that does not exist', { query: '{ nope }' }, 'QUERY_INVALID'],
    ['no document', {}, 'QUERY_INVALID'],
    ['a document that is no text', { query: { a: 1 } }, 'QUERY_INVALID'],
    ['variables that are no object', { query: '{ hello }', variables: 'x' }, 'QUERY_INVALID'],
    ['extensions that are no object', { query: '{ hello }', extensions: 'x' }, 'QUERY_INVALID'],
    ['a variable of the wrong type', { query: 'query ($of: Int!) { twice(of: $of) }', variables: { of: 'two' } }, 'INVALID_INPUT'],
    ['a variable that is missing', { query: 'query ($of: Int!) { twice(of: $of) }' }, 'INVALID_INPUT'],
    ['a body that is no JSON', '{"query":', 'QUERY_INVALID'],
    ['a batch', [{ query: '{ hello }' }, { query: '{ hello }' }], 'QUERY_INVALID'],
  ])('R179: %s is answered with 400 and a code', async (_name, body, code) => {
    const { response, answer, code: actual } = await post(body);
    expect(response.status).toBe(400);
    expect(actual).toBe(code);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions['requestId']).toBe(response.headers.get('x-request-id'));
    expect(answer.errors?.[0]?.extensions).not.toHaveProperty('http');
  });

  it('answers an application/json client with 200 for errors of the document', async () => {
    const { response, code } = await post({ query: '{ nope }' }, { accept: 'application/json' });
    expect([response.status, code]).toEqual([200, 'QUERY_INVALID']);
  });

  it('refuses a body above the limit', async () => {
    const { response, code } = await post({ query: `{ hello(to: "${'x'.repeat(5000)}") }` });
    expect([response.status, code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('refuses a body above the limit that does not say how long it is', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`{"query":"{ hello(to: \\"${'x'.repeat(5000)}\\") }"}`));
        controller.close();
      },
    });
    const request: RequestInit & { duplex: 'half' } = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
    const response = await fetch(server.url, request);
    expect([response.status, ((await response.json()) as Answer).errors?.[0]?.extensions['code']]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('takes a query by GET with the CSRF header, and no mutation', async () => {
    const get = (query: string, headers: Record<string, string> = {}) => fetch(`${server.url}?query=${encodeURIComponent(query)}`, { headers });
    expect(await (await get('{ hello }', { 'x-parley-csrf': '1' })).json()).toEqual({ data: { hello: 'hello all' } });
    expect((await get('{ hello }')).status).toBe(403);
    const mutation = await get('mutation { touch }', { 'x-parley-csrf': '1' });
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'R179: %s, which a page may post without being asked, is refused',
    async (type) => {
      const response = await fetch(server.url, { method: 'POST', headers: { 'content-type': type }, body: 'query=mutation{touch}' });
      expect(response.status).toBe(403);
      expect(((await response.json()) as Answer).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    },
  );

  it('answers a method that it does not know with 405', async () => {
    expect((await fetch(server.url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(405);
  });
});

describe('known documents', () => {
  it('runs one by its hash alone', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(KNOWN) } };
    expect((await post({ extensions })).answer).toEqual({ data: { hello: 'hello all' } });
    expect((await post({ query: '', extensions })).answer).toEqual({ data: { hello: 'hello all' } });
    const short = { persistedQuery: { version: 1, sha256Hash: sha256(KNOWN).slice(0, 16) } };
    expect((await post({ extensions: short })).answer).toEqual({ data: { hello: 'hello all' } });
  });

  it('asks for the text of one that it does not know', async () => {
    for (const sha256Hash of [sha256('{ twice(of: 1) }'), sha256(KNOWN).slice(0, 15), sha256(KNOWN).slice(0, 17), 'x', 7, null]) {
      const { answer, code } = await post({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
      expect([code, answer.errors?.[0]?.extensions['retry']]).toEqual(['PERSISTED_QUERY_NOT_FOUND', 'now']);
    }
  });
});

describe('errors', () => {
  it('masks what was not thrown on purpose, and logs its cause under the request id', async () => {
    const { answer } = await post({ query: '{ boom hello }' });
    const error = answer.errors?.[0];
    expect(error?.extensions).toMatchObject({ code: 'INTERNAL', retry: 'after' });
    expect(answer.data).toEqual({ boom: null, hello: 'hello all' });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
    expect(JSON.stringify(answer)).not.toContain('stack');
    const line = logged.find((each) => each.includes(String(error?.extensions['requestId'])));
    expect(line).toContain(CANARY);
  });

  it('masks a non-null field that is null', async () => {
    expect((await post({ query: '{ missing }' })).code).toBe('INTERNAL');
  });

  it('hands on a coded error with its details and its wait, but not its cause', async () => {
    const { response, answer } = await post({ query: '{ closed }' });
    expect(answer.errors?.[0]).toMatchObject({
      message: 'unable to try; too soon',
      extensions: { code: 'RATE_LIMITED', retry: 'after', retryAfterMs: 1500, details: { class: 'trial' } },
    });
    expect(response.status).toBe(200);
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });
});

describe('credentials', () => {
  it.each([
    ['no token at all', 'Bearer nonsense', 'UNAUTHENTICATED'],
    ['another scheme', 'Basic YWRhOmFkYQ==', 'UNAUTHENTICATED'],
    ['an API key that does not exist', 'Bearer sk_nothing', 'UNAUTHENTICATED'],
  ])('R176: %s is refused with 401', async (_name, authorization, code) => {
    const { response, code: actual } = await post({ query: '{ hello }' }, { authorization });
    expect([response.status, actual]).toEqual([401, code]);
  });

  it('R176: an expired token says so', async () => {
    const world = await seed(server).ready();
    const token = await world.token('ada', 'client', -60);
    const { response, answer } = await post({ query: '{ hello }' }, { authorization: `Bearer ${token}` });
    expect(response.status).toBe(401);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'TOKEN_EXPIRED', retry: 'now' });
  });
});
