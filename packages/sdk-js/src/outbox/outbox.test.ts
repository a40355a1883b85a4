import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import { message as made } from '../conversation/fixtures.js';
import type { Message } from '../generated/types.js';
import { memoryStorage, type ChatStorage } from '../storage.js';
import { createTestClock, type TestClock } from '../test-clock.js';
import { DEFAULT_TIMING } from '../timing.js';
import { Outbox } from './outbox.js';
import type { OutboxEntry } from './queue.js';

/** What a network does to one attempt. */
type Fate = 'ok' | 'lostBefore' | 'lostAfter' | 'slow' | 'limited';

/** A server as far as sending goes: one message per client id, in the order in which they come. */
function createServer(clock: TestClock, fates: Fate[]) {
  const stored: Message[] = [];
  const store = ({ clientId, conversationId, text }: OutboxEntry): Message => {
    const known = stored.find((each) => each.clientId === clientId && each.conversationId === conversationId);
    if (known) return known;
    if (text.startsWith('bad')) throw new ChatError('MESSAGE_TOO_LONG', 'unable to send message; it is too long');
    const message = made(stored.length + 1, { clientId, conversationId, text });
    stored.push(message);
    return message;
  };
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.setTimeout(resolve, ms));
  return {
    stored,
    texts: (conversationId: string) => stored.filter((each) => each.conversationId === conversationId).map((each) => each.text),
    send: async (entry: OutboxEntry): Promise<Message> => {
      const fate = fates.shift() ?? 'ok';
      await pause(fate === 'slow' ? 3_000 : 10);
      if (fate === 'lostBefore') throw new ChatError('NETWORK_ERROR', 'unable to send; lost');
      if (fate === 'limited') throw new ChatError('RATE_LIMITED', 'unable to send; too many', { retryAfterMs: 700 });
      const message = store(entry);
      await pause(10);
      if (fate === 'lostAfter') throw new ChatError('TIMEOUT', 'unable to send; no answer');
      return message;
    },
  };
}

function createOutbox(clock: TestClock, send: (entry: OutboxEntry) => Promise<Message>, storage: ChatStorage = memoryStorage()) {
  const errors: ChatError[] = [];
  const outbox = new Outbox({ clock, timing: DEFAULT_TIMING, storage, key: async () => 'outbox', send, report: (error) => errors.push(error) });
  let count = 0;
  const write = (text: string, conversationId = 'cnv_1') => {
    count += 1;
    const clientId = `${text}#${count}`;
    return outbox.add({ clientId, conversationId, text, parentId: null, metadata: null, audience: null, createdAt: clock.now(), state: 'queued', error: null, message: null });
  };
  return { outbox, write, errors };
}

describe('an outbox', () => {
  it('R94: shows an entry at once and keeps it until the feed has it', async () => {
    const clock = createTestClock();
    const server = createServer(clock, []);
    const { outbox, write } = createOutbox(clock, server.send);
    let changes = 0;
    outbox.watch('cnv_1', () => (changes += 1));
    const sent = write('one');
    expect(outbox.lane('cnv_1')).toMatchObject([{ text: 'one', state: 'queued' }]);
    await clock.advance(50);
    await expect(sent).resolves.toMatchObject({ text: 'one', seq: 1 });
    expect(outbox.lane('cnv_1')).toMatchObject([{ state: 'acknowledged', message: { seq: 1 } }]);
    outbox.seen('cnv_1', [], 1);
    expect(outbox.lane('cnv_1')).toEqual([]);
    expect(changes).toBeGreaterThan(2);
  });

  it('R95 P3: whatever is lost, each message is there once and in order, in every conversation', async () => {
    const fate = fc.constantFrom<Fate>('ok', 'ok', 'lostBefore', 'lostAfter', 'slow', 'limited');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 30 }), fc.array(fc.tuple(fc.constantFrom('cnv_1', 'cnv_2'), fc.nat({ max: 2_000 })), { minLength: 1, maxLength: 10 }), fc.nat(), async (fates, writes, seed) => {
        const clock = createTestClock(seed);
        const server = createServer(clock, [...fates]);
        const { outbox, write } = createOutbox(clock, server.send);
        const expected: Record<string, string[]> = { cnv_1: [], cnv_2: [] };
        const sent: Promise<Message>[] = [];
        for (const [index, [conversationId, pause]] of writes.entries()) {
          expected[conversationId]?.push(`text ${index}`);
          sent.push(write(`text ${index}`, conversationId));
          await clock.advance(pause);
          if (pause % 3 === 0) outbox.wake();
        }
        await clock.advance(10 * 60_000);
        expect((await Promise.all(sent)).map((each) => each.text)).toEqual(writes.map((_, index) => `text ${index}`));
        for (const id of ['cnv_1', 'cnv_2']) expect(server.texts(id)).toEqual(expected[id]);
        await outbox.close();
        expect(clock.pending).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('R97 P3: a program that ends at any moment and starts again loses nothing and repeats nothing', async () => {
    const fate = fc.constantFrom<Fate>('ok', 'lostBefore', 'lostAfter', 'slow');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 20 }), fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 6 }), async (fates, lives) => {
        const clock = createTestClock(7);
        const storage = memoryStorage();
        const server = createServer(clock, [...fates]);
        const expected: string[] = [];
        for (const [life, ms] of lives.entries()) {
          const { outbox, write } = createOutbox(clock, server.send, storage);
          for (const part of ['a', 'b']) {
            expected.push(`life ${life} ${part}`);
            void write(`life ${life} ${part}`);
          }
          await clock.advance(ms);
          await outbox.close();
        }
        const { outbox } = createOutbox(clock, server.send, storage);
        await outbox.load();
        await clock.advance(10 * 60_000);
        expect(server.texts('cnv_1')).toEqual(expected);
        expect(await storage.get('outbox')).toBeNull();
        await outbox.close();
      }),
      { numRuns: 100 },
    );
  });

  it('a refused message is put aside, the others go on, and a retry goes last', async () => {
    const clock = createTestClock();
    const server = createServer(clock, []);
    const { outbox, write } = createOutbox(clock, server.send);
    outbox.watch('cnv_1', () => undefined);
    const bad = write('bad one');
    const good = write('good');
    await clock.advance(100);
    await expect(bad).rejects.toMatchObject({ code: 'MESSAGE_TOO_LONG' });
    await expect(good).resolves.toMatchObject({ text: 'good' });
    const failed = outbox.lane('cnv_1').find((entry) => entry.state === 'failed');
    expect(failed?.error?.code).toBe('MESSAGE_TOO_LONG');
    outbox.retry('cnv_1', failed?.clientId ?? '');
    await clock.advance(100);
    expect(outbox.lane('cnv_1').find((entry) => entry.clientId === failed?.clientId)?.state).toBe('failed');
    outbox.discard('cnv_1', failed?.clientId ?? '');
    expect(outbox.lane('cnv_1').some((entry) => entry.state === 'failed')).toBe(false);
    expect(server.texts('cnv_1')).toEqual(['good']);
  });

  it('a failed message outlives a reload as failed, with its code', async () => {
    const clock = createTestClock();
    const storage = memoryStorage();
    const first = createOutbox(clock, createServer(clock, []).send, storage);
    await Promise.all([expect(first.write('bad')).rejects.toThrow(), clock.advance(100)]);
    await first.outbox.close();
    const second = createOutbox(clock, createServer(clock, []).send, storage);
    await second.outbox.load();
    expect(second.outbox.lane('cnv_1')).toMatchObject([{ state: 'failed', error: { code: 'MESSAGE_TOO_LONG' } }]);
  });

  it('the feed may bring a message before its answer, and the answer may never come', async () => {
    const clock = createTestClock();
    const { outbox, write } = createOutbox(clock, () => new Promise(() => undefined));
    outbox.watch('cnv_1', () => undefined);
    const sent = write('one');
    await clock.advance(20);
    const [entry] = outbox.lane('cnv_1');
    outbox.seen('cnv_1', [made(9, { clientId: entry?.clientId ?? '', text: 'one' })], 9);
    await expect(sent).resolves.toMatchObject({ seq: 9 });
    expect(outbox.lane('cnv_1')).toEqual([]);
  });

  it('a storage that refuses is reported and does not keep messages from being sent', async () => {
    const clock = createTestClock();
    const server = createServer(clock, []);
    const refuse = async (): Promise<never> => {
      throw new Error('quota');
    };
    const { write, errors } = createOutbox(clock, server.send, { get: refuse, set: refuse, remove: refuse });
    const sent = write('one');
    await clock.advance(100);
    await expect(sent).resolves.toMatchObject({ text: 'one' });
    expect(errors.map((error) => error.code)).toContain('STORAGE_FAILED');
  });

  it('what a broken storage holds is ignored', async () => {
    const clock = createTestClock();
    const storage = memoryStorage();
    await storage.set('outbox', '[{"clientId":1},{"clientId":"a","conversationId":"cnv_1","text":"kept"},null]');
    const server = createServer(clock, []);
    const { outbox } = createOutbox(clock, server.send, storage);
    await outbox.load();
    await clock.advance(100);
    expect(server.texts('cnv_1')).toEqual(['kept']);
  });
});
