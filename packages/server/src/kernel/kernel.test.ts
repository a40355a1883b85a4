import { describe, expect, it, vi } from 'vitest';
import { audiencesOf, canSee, headOf } from './audience.js';
import { createTestClock, systemClock } from './clock.js';
import { ChatError, ERROR_CODES, ERROR_TABLE, isChatError } from './errors.js';
import { isId, kindOfId, newId } from './ids.js';
import { inTurn } from './in-turn.js';
import { parseClientId, parseExternalId, parseJsonObject, parseText, parseUrl } from './input.js';
import { createLog } from './log.js';

const at = { operation: 'test', field: 'value' };

describe('kernel', () => {
  it('R61 R63: each role sees its own audiences, staff see all', () => {
    expect(canSee(audiencesOf('client'), 'provider')).toBe(false);
    expect(canSee(audiencesOf('client'), 'staff')).toBe(false);
    expect(canSee(audiencesOf('team_member'), 'provider')).toBe(true);
    expect(canSee(audiencesOf('agent'), 'staff')).toBe(true);
    expect(canSee(audiencesOf('client'), 'all')).toBe(true);
    expect(canSee(audiencesOf('provider'), 'some_flow_role')).toBe(false);
  });

  it('R82: a head counts and shows only what the audience sees', () => {
    const head = (n: number, seq: number, text: string) => ({ n, seq, text, by: 'usr_1', kind: 'text' as const, at: '2026-01-05T09:00:00.000Z' });
    const heads = { all: head(3, 7, 'hello'), staff: head(2, 9, 'secret') };
    expect(headOf(heads, audiencesOf('client'))).toEqual({ count: 3, last: heads.all });
    expect(headOf(heads, audiencesOf('agent'))).toEqual({ count: 5, last: heads.staff });
    expect(headOf({}, audiencesOf('agent'))).toEqual({ count: 0, last: null });
  });

  it('text is kept exactly as sent and counted in code points', () => {
    const kept = '  <b>\u202Eevil\u0007 👩‍👩‍👧 ';
    expect(parseText(at, kept, { min: 1, max: 50 })).toBe(kept);
    expect(parseText(at, '😀😀', { min: 2, max: 2 })).toBe('😀😀');
    for (const bad of ['\ud800', 'a\u0000b', 'x'.repeat(51)]) {
      expect(() => parseText(at, bad, { max: 50 })).toThrow(ChatError);
    }
  });

  it('client ids, external ids, addresses and JSON are bounded', () => {
    expect(() => parseClientId(at, 'a b')).toThrow('unable to test; value');
    expect(() => parseClientId(at, '')).toThrow(ChatError);
    expect(() => parseExternalId(at, 'a\nb')).toThrow(ChatError);
    expect(() => parseUrl(at, 'javascript:alert(1)')).toThrow(ChatError);
    expect(parseUrl(at, 'https://example.com/a.png')).toBe('https://example.com/a.png');
    expect(() => parseJsonObject(at, [])).toThrow(ChatError);
    expect(() => parseJsonObject(at, { a: { b: { c: { d: { e: { f: 1 } } } } } })).toThrow(ChatError);
    expect(() => parseJsonObject(at, { a: 'x'.repeat(5000) })).toThrow(ChatError);
    expect(() => parseJsonObject(at, { a: '\ud800' })).toThrow(ChatError);
    expect(() => parseJsonObject(at, { a: '\u0000' })).toThrow(ChatError);
    expect(parseJsonObject(at, { a: [1, null, { b: true }] })).toEqual({ a: [1, null, { b: true }] });
  });

  it('ids carry their kind', () => {
    const id = newId('message');
    expect(isId('message', id)).toBe(true);
    expect(isId('user', id)).toBe(false);
    expect(kindOfId(id)).toBe('message');
    expect(kindOfId('msg_x')).toBeNull();
  });

  it('every code has a row that says whether to retry', () => {
    for (const code of ERROR_CODES) expect(ERROR_TABLE[code].hint.endsWith('.'), code).toBe(true);
    expect(isChatError(new ChatError('NOT_FOUND', 'x'), 'NOT_FOUND')).toBe(true);
    expect(isChatError(new Error('x'))).toBe(false);
  });

  it('what fails for one of what a sweep has found keeps none of the others waiting; a database out of reach ends it at once', async () => {
    const lines: string[] = [];
    const log = createLog('error', { write: (line: string) => void lines.push(line) });
    const done: number[] = [];
    const how = (failure: Error) => ({ log, event: 'queues.failed', operation: 'wake a case', work: (item: number) => (item === 2 ? Promise.reject(failure) : Promise.resolve(void done.push(item))) }) as const;
    await inTurn([1, 2, 3], how(new ChatError('CONFLICT', 'unable to do it')));
    expect(done).toEqual([1, 3]);
    expect(lines.map((line) => JSON.parse(line).message)).toEqual(['unable to wake a case; trying again later']);
    await expect(inTurn([1, 2, 3], how(new ChatError('UNAVAILABLE', 'unable to do it')))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(done).toEqual([1, 3, 1]);
  });

  it('what the machine\'s clock repeats begins at a moment of its own, and ends when it is cancelled', () => {
    vi.useFakeTimers();
    try {
      const begun = Date.now();
      const calls: number[][] = Array.from({ length: 50 }, () => []);
      const timers = calls.map((own) => systemClock.every(1_000, () => own.push(Date.now() - begun)));
      vi.advanceTimersByTime(3_000);
      for (const own of calls) {
        const [first = NaN] = own;
        expect(first).toBeLessThanOrEqual(1_000);
        expect(own).toEqual(own.map((_, index) => first + index * 1_000));
        expect(own.length).toBeGreaterThanOrEqual(2);
      }
      // Fifty at one moment, or at a few, would be no chance.
      expect(new Set(calls.map(([first]) => first)).size).toBeGreaterThan(10);
      for (const timer of [...timers, systemClock.every(1_000, () => calls.push([]))]) timer.cancel();
      const before = calls.flat().length;
      vi.advanceTimersByTime(5_000);
      expect([calls.length, calls.flat().length]).toEqual([50, before]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('a test clock runs its timers in the order of their due time', async () => {
    const clock = createTestClock();
    const start = clock.now().getTime();
    const seen: string[] = [];
    clock.after(20, () => seen.push(`b@${clock.now().getTime() - start}`));
    clock.after(10, () => {
      seen.push(`a@${clock.now().getTime() - start}`);
      clock.after(5, () => seen.push(`c@${clock.now().getTime() - start}`));
    });
    const every = clock.every(12, () => seen.push(`e@${clock.now().getTime() - start}`));
    await clock.advance(24);
    every.cancel();
    await clock.advance(100);
    expect(seen).toEqual(['a@10', 'e@12', 'c@15', 'b@20', 'e@24']);
    expect(clock.pending).toBe(0);
  });

  it('a test clock that slept runs what fell due, and what repeats once', async () => {
    const clock = createTestClock();
    const start = clock.now().getTime();
    const seen: string[] = [];
    const at = (): number => clock.now().getTime() - start;
    clock.after(20, () => seen.push(`b@${at()}`));
    clock.after(10, () => {
      seen.push(`a@${at()}`);
      clock.after(5, () => seen.push(`c@${at()}`));
    });
    const every = clock.every(12, () => seen.push(`e@${at()}`));
    await clock.sleep(100);
    expect(seen).toEqual(['a@100', 'e@100', 'b@100']);
    await clock.advance(12);
    expect(seen.slice(3)).toEqual(['c@105', 'e@112']);
    every.cancel();
    expect(clock.pending).toBe(0);
  });
});
