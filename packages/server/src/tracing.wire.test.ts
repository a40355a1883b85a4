import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectSocket, currentStack, eventually, seed, startServer, type TestServer } from './testing/index.js';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

const FEED = 'subscription ($id: ID!) { conversationFeed(conversationId: $id) { __typename } }';
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }';

let server: TestServer;

beforeAll(async () => {
  provider.register();
  server = await startServer({ nodes: currentStack() === 'cluster' ? 2 : 1, config: { trustsTraceparent: true } });
});
afterAll(async () => {
  await server.close();
  trace.disable();
});
beforeEach(() => exporter.reset());

async function scene() {
  const world = await seed(server).client('ada').provider('ben').booking('move').ready();
  const { conversationId } = world.bookings.move;
  // Ben follows on the last node, and Ada sends to the first.
  const sockets = await Promise.all([1, 2].map(() => connectSocket(server.urls.at(-1) ?? server.url, { token: world.people.ben.credential })));
  const feeds = sockets.map((socket) => socket.subscribe<{ conversationFeed: { __typename: string } }>(FEED, { id: conversationId }));
  await Promise.all(feeds.map((feed) => feed.next()));
  let count = 0;
  const input = () => ({ input: { conversationId, clientId: `c${(count += 1)}`, text: 'a secret text' } });
  const arrived = () => Promise.all(feeds.map((feed) => feed.next(({ conversationFeed }) => conversationFeed.__typename === 'MessageSent')));
  return { world, input, arrived, close: () => world.close() };
}

const named = (name: string): ReadableSpan[] => exporter.getFinishedSpans().filter((span) => span.name === name);
const parentOf = (span: ReadableSpan | undefined): string | undefined => span?.parentSpanContext?.spanId;
const idOf = (span: ReadableSpan | undefined): string | undefined => span?.spanContext().spanId;
const delivered = () => eventually('the span of the delivery', () => named('feed.deliver').length > 0);

describe('traces', () => {
  it('R196: one trace follows a message from its mutation through statement and bus to the audience of another node', async () => {
    const { world, input, arrived, close } = await scene();
    exporter.reset();
    await world.people.ada.must(SEND, input());
    await arrived();
    await delivered();
    const chain = ['mutation sendMessage', 'messages.send', 'messages.write', 'db messages.sendPlain'].map((name) => named(name)[0]);
    for (const [index, span] of chain.entries()) expect(parentOf(span), span?.name).toBe(idOf(chain[index - 1]));
    expect(idOf(chain[3])).toBeDefined();
    const [publish] = named('bus.publish');
    expect(parentOf(publish)).toBe(idOf(chain[1]));
    const [deliver] = named('feed.deliver');
    expect(parentOf(deliver)).toBe(idOf(publish));
    expect(deliver?.attributes).toMatchObject({ 'parley.subscribers': 2, 'parley.audience': expect.any(String), 'parley.event': 'MessageSent' });
    const traces = new Set([...chain, publish, deliver].map((span) => span?.spanContext().traceId));
    expect(traces.size).toBe(1);
    expect(JSON.stringify(exporter.getFinishedSpans().map(({ attributes, events, name, status }) => ({ attributes, events, name, status })))).not.toContain('secret');
    await close();
  });

  it('sends that share a statement keep their own traces, linked with the statement both ways', async () => {
    const { world, input, close } = await scene();
    const socket = await world.people.ada.socket();
    exporter.reset();
    await Promise.all(Array.from({ length: 24 }, () => socket.request(SEND, input())));
    const [many] = named('messages.write_many');
    const calls = Number(many?.attributes['parley.calls']);
    expect(calls).toBeGreaterThan(1);
    expect(many?.links).toHaveLength(calls - 1);
    const sends = new Map(named('messages.send').map((span) => [idOf(span), span]));
    expect(sends.has(parentOf(many))).toBe(true);
    for (const { context } of many?.links ?? []) {
      expect(sends.get(context.spanId)?.links.map((link) => link.context.spanId)).toContain(idOf(many));
    }
    expect(new Set(named('messages.send').map((span) => span.spanContext().traceId)).size).toBe(24);
    await close();
  });

  it('keeps the sampling of a client that is trusted, and only links one that is not', async () => {
    const { world, input, close } = await scene();
    const origin = '0af7651916cd43dd8448eb211c80319c';
    const send = async (flags: string): Promise<void> => {
      exporter.reset();
      const headers = { authorization: `Bearer ${world.people.ada.credential}`, 'content-type': 'application/json', traceparent: `00-${origin}-b7ad6b7169203331-${flags}` };
      await fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query: SEND, variables: input() }) });
    };
    await send('01');
    expect(named('mutation sendMessage')[0]?.spanContext().traceId).toBe(origin);
    await send('00');
    expect(named('mutation sendMessage')).toEqual([]);
    await close();
    const careful = await startServer();
    const other = await seed(careful).client('ada').ready();
    exporter.reset();
    const headers = { authorization: `Bearer ${other.people.ada.credential}`, 'content-type': 'application/json', traceparent: `00-${origin}-b7ad6b7169203331-00` };
    await fetch(careful.url, { method: 'POST', headers, body: JSON.stringify({ query: '{ viewer { id } }' }) });
    const [query] = named('query viewer');
    expect(query?.spanContext().traceId).not.toBe(origin);
    expect(query?.links[0]?.context.traceId).toBe(origin);
    await careful.close();
  });
});
