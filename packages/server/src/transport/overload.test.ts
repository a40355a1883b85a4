import { afterEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../kernel/clock.js';
import { createOverload, type Overload } from './overload.js';

const open: Overload[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

function scene(limits = { operations: 10, loopDelayMs: 100 }) {
  const clock = createTestClock();
  const loop = { delay: 0 };
  let turn = 0;
  // Every tenth in turn, so that shares can be counted.
  const overload = createOverload({ limits, clock, readDelay: () => loop.delay, random: () => ((turn += 1) % 10) / 10 });
  open.push(overload);
  const refused = (): number => Array.from({ length: 10 }, () => (isRefused(overload) ? 1 : 0)).reduce<number>((sum, one) => sum + one, 0);
  return { clock, loop, overload, refused };
}

function isRefused(overload: Overload): boolean {
  try {
    overload.admit();
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'OVERLOADED', retryAfterMs: expect.any(Number) });
    return true;
  }
}

describe('overload', () => {
  it('no more operations are under way than may be; each that ends lets another in', async () => {
    const { overload } = scene();
    const ends: (() => void)[] = [];
    const start = () => overload.during(() => new Promise<void>((resolve) => void ends.push(resolve)));
    const running = Array.from({ length: 10 }, start);
    expect(isRefused(overload)).toBe(true);
    ends[0]?.();
    await running[0];
    expect(isRefused(overload)).toBe(false);
    const failing = overload.during(() => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(overload.underWay).toBe(9);
  });

  it('the later the event loop, the more is refused, never all of it; it recovers by itself, and does not flap', async () => {
    const { clock, loop, overload, refused } = scene();
    expect(refused()).toBe(0);
    loop.delay = 300;
    await clock.advance(500);
    expect(refused()).toBe(2);
    await clock.advance(10_000);
    expect(refused()).toBe(9);
    // Between half of the limit and the limit nothing changes.
    loop.delay = 70;
    await clock.advance(10_000);
    expect(refused()).toBe(9);
    loop.delay = 20;
    await clock.advance(1_000);
    expect(refused()).toBe(7);
    await clock.advance(4_000);
    expect([overload.share, refused()]).toEqual([0, 0]);
  });

  it('the event loop is measured where nothing else is said', async () => {
    const clock = createTestClock();
    // The machine may be late by itself, so what is not late is told by a limit that no machine reaches.
    const [strict, patient] = [20, 600_000].map((loopDelayMs) => createOverload({ limits: { operations: 1, loopDelayMs }, clock }));
    if (!strict || !patient) throw new Error('two are needed');
    open.push(strict, patient);
    await clock.advance(500);
    for (let blocks = 0; blocks < 5; blocks += 1) {
      const until = performance.now() + 120;
      while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await clock.advance(500);
    expect(strict.share).toBeGreaterThan(0);
    expect(patient.share).toBe(0);
  });
});
