import { describe, expect, it } from 'vitest';
import { ChatError, fromWire, isChatError, toChatError } from '../chat-error.js';
import type { OperationDocument } from '../operation.js';
import { httpUrl, socketUrl } from '../url.js';
import type { Channel, ChannelSink, WireRequest } from './channel.js';
import { createExecutor } from './execute.js';
import { explain } from './socket.js';

const document: OperationDocument<{ unread: number }, Record<string, never>> = { kind: 'query', field: 'unread', hash: 'abc', text: 'query Unread { unread }' };
const never = () => () => undefined;

function setUp() {
  const sent: { request: WireRequest; sink: ChannelSink<never> }[] = [];
  const channel: Channel = (request, sink) => {
    sent.push({ request, sink: { ...sink, next: (data) => sink.next(data) } });
    return () => undefined;
  };
  return { sent, executor: createExecutor(channel) };
}

describe('an executor', () => {
  it('sends the hash alone, and the text once the server does not know it', async () => {
    const { sent, executor } = setUp();
    const answer = executor.run(document, {}, never);
    expect(sent[0]?.request.body).toEqual({ query: '', operationName: 'Unread', variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } });
    sent[0]?.sink.error(new ChatError('PERSISTED_QUERY_NOT_FOUND', 'unable to run; unknown'));
    expect(sent[1]?.request.body).toEqual({ query: document.text, operationName: 'Unread', variables: {} });
    sent[1]?.sink.error(new ChatError('FORBIDDEN', 'unable to run; no'));
    await expect(answer).rejects.toMatchObject({ code: 'FORBIDDEN' });
    void executor.run(document, {}, never).catch(() => undefined);
    expect(sent[2]?.request.body.query).toBe(document.text);
  });

  it('two that go out at once are both sent again by text', () => {
    const { sent, executor } = setUp();
    const outcomes = [executor.run(document, {}, never), executor.run(document, {}, never)].map((each) => each.catch(() => undefined));
    for (const { sink } of sent.slice(0, 2)) sink.error(new ChatError('PERSISTED_QUERY_NOT_FOUND', 'unable to run; unknown'));
    expect(sent.map(({ request }) => request.body.query)).toEqual(['', '', document.text, document.text]);
    expect(outcomes).toHaveLength(2);
  });

  it('an end without an answer is an error, and so is a wait that is too long', async () => {
    const { sent, executor } = setUp();
    const ended = executor.run(document, {}, never);
    sent[0]?.sink.complete();
    await expect(ended).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
    const late = executor.run(document, {}, (giveUp) => {
      void Promise.resolve().then(giveUp);
      return () => undefined;
    });
    await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
  });
});

describe('errors', () => {
  it('an error of the server keeps its code, advice and facts; so does one of a newer server; what is none of ours is INTERNAL', () => {
    const error = fromWire({ message: 'unable to send message; too many', extensions: { code: 'RATE_LIMITED', retry: 'after', retryAfterMs: 700, details: { limit: 'sends' }, requestId: 'r1' } });
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryable: true, retryAfterMs: 700, details: { limit: 'sends' }, requestId: 'r1' });
    expect(fromWire({ message: 'x', extensions: { code: 'FROM_THE_FUTURE', retry: 'now' } })).toMatchObject({ code: 'FROM_THE_FUTURE', retry: 'now', details: null });
    expect(fromWire({ message: 'x', extensions: { code: 'BAD_USER_INPUT' } })).toMatchObject({ code: 'INTERNAL', retry: 'after', details: { code: 'BAD_USER_INPUT' } });
    expect(new ChatError('FORBIDDEN', 'x')).toMatchObject({ retry: 'never', retryable: false });
    expect(isChatError(error, 'RATE_LIMITED')).toBe(true);
    expect(isChatError(error, 'FORBIDDEN')).toBe(false);
    expect(isChatError(new Error('x'))).toBe(false);
    expect(toChatError(error, 'test')).toBe(error);
    expect(toChatError(new Error('boom'), 'test')).toMatchObject({ code: 'NETWORK_ERROR', message: 'unable to test; boom' });
  });

  it('the end of a socket says what it means', () => {
    expect(explain(4403, 'TOKEN_EXPIRED').code).toBe('TOKEN_EXPIRED');
    expect(explain(4403, '').code).toBe('UNAUTHENTICATED');
    expect(explain(4429, 'LIMIT_EXCEEDED')).toMatchObject({ code: 'LIMIT_EXCEEDED', retryable: true });
    expect(explain(4403, 'ORIGIN_NOT_ALLOWED').retryable).toBe(false);
    expect(explain(1012, 'RESTARTING').code).toBe('NETWORK_ERROR');
    expect(explain(1006, '').retryable).toBe(true);
  });
});

describe('addresses', () => {
  it('takes http and ws, with and without a path, and refuses the rest', () => {
    expect(httpUrl('http://localhost:4000')).toBe('http://localhost:4000/graphql');
    expect(httpUrl('https://chat.example/')).toBe('https://chat.example/graphql');
    expect(httpUrl('wss://chat.example/api/graphql?x=1')).toBe('https://chat.example/api/graphql?x=1');
    expect(httpUrl('ws://a')).toBe('http://a/graphql');
    expect(socketUrl('https://chat.example/graphql')).toBe('wss://chat.example/graphql');
    for (const bad of ['', 'localhost:4000', 'ftp://a', 'http://']) expect(() => httpUrl(bad)).toThrow(/unable to create client/);
  });
});
