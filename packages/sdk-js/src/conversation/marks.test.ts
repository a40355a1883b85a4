import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import { createTestClock } from '../test-clock.js';
import { DEFAULT_TIMING } from '../timing.js';
import { Mark } from './marks.js';
import { TypingSender, TypingWatch } from './typing.js';
import { person } from './fixtures.js';

describe('a mark', () => {
  function setUp(answer: (seq: number) => number = (seq) => seq) {
    const clock = createTestClock();
    const asked: number[] = [];
    const mark = new Mark({
      clock,
      timing: DEFAULT_TIMING,
      send: async (seq) => {
        asked.push(seq);
        return answer(seq);
      },
    });
    return { clock, asked, mark };
  }

  it('R93: many moves become few requests, the newest wins, and it never goes back', async () => {
    const { clock, asked, mark } = setUp();
    const moves = [1, 2, 3, 2, 5].map((seq) => mark.move(seq));
    await clock.advance(DEFAULT_TIMING.markIntervalMs + 1);
    await Promise.all(moves);
    expect(asked).toEqual([1, 5]);
    await mark.move(4);
    mark.reached(9);
    await mark.move(8);
    await clock.advance(10_000);
    expect(asked).toEqual([1, 5]);
  });

  it('believes the server about how far it got', async () => {
    const { clock, asked, mark } = setUp((seq) => Math.min(seq, 3));
    await mark.move(1_000);
    await clock.advance(DEFAULT_TIMING.markIntervalMs + 1);
    const later = mark.move(4);
    await clock.advance(10_000);
    await later;
    expect(asked).toEqual([1_000, 4]);
  });

  it('tries again what was lost, and gives up what is refused', async () => {
    const lost = new ChatError('NETWORK_ERROR', 'unable to mark; lost');
    const refused = new ChatError('NOT_FOUND', 'unable to mark; no such conversation');
    const failures = [lost, lost];
    const { clock, asked, mark } = setUp((seq) => {
      const failure = failures.shift() ?? (seq === 7 ? refused : null);
      if (failure) throw failure;
      return seq;
    });
    const moved = mark.move(5);
    await clock.advance(60_000);
    await moved;
    expect(asked).toEqual([5, 5, 5]);
    const bad = mark.move(7);
    const outcome = expect(bad).rejects.toBe(refused);
    await clock.advance(60_000);
    await outcome;
    expect(asked).toEqual([5, 5, 5, 7]);
  });
});

describe('typing', () => {
  it('R90: is told now and then while keys are pressed, and its end after a silence', async () => {
    const clock = createTestClock();
    const said: string[] = [];
    const typing = new TypingSender({ clock, timing: DEFAULT_TIMING, start: () => said.push('start'), stop: () => said.push('stop') });
    for (let key = 0; key < 10; key += 1) {
      typing.keystroke();
      await clock.advance(500);
    }
    expect(said).toEqual(['start', 'start']);
    await clock.advance(DEFAULT_TIMING.typingIdleMs);
    expect(said).toEqual(['start', 'start', 'stop']);
    typing.stop();
    typing.keystroke();
    typing.sent();
    await clock.advance(60_000);
    expect(said).toEqual(['start', 'start', 'stop', 'start']);
    expect(clock.pending).toBe(0);
  });

  it('R90: that of others ends by itself, however wrong the clock is', async () => {
    const clock = createTestClock();
    const gone: string[] = [];
    const watch = new TypingWatch(clock, (userId) => gone.push(userId));
    const past = { user: person('usr_b'), expiresAt: '2020-01-01T00:00:00.000Z' };
    const future = { user: person('usr_c'), expiresAt: new Date(clock.now() + 3_600_000).toISOString() };
    watch.update([past, future]);
    await clock.advance(2_001);
    expect(gone).toEqual(['usr_b']);
    await clock.advance(12_000);
    expect(gone).toEqual(['usr_b', 'usr_c']);
    watch.update([future]);
    watch.update([]);
    expect(clock.pending).toBe(0);
  });
});
