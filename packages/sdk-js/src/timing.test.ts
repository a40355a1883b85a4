import { describe, expect, it } from 'vitest';
import { backoffMs } from './timing.js';

const pacing = (random: number) => ({ timing: { retryBaseMs: 500, retryMaxMs: 15_000 }, clock: { random: () => random } });

describe('waits between attempts', () => {
  it('R94: are a random part of a bound that doubles and is capped, down to nothing', () => {
    expect([0, 1, 2, 10, 5_000].map((attempt) => backoffMs(pacing(1), attempt))).toEqual([500, 1_000, 2_000, 15_000, 15_000]);
    expect(backoffMs(pacing(0), 7)).toBe(0);
    expect(backoffMs(pacing(0.25), 2)).toBe(500);
  });

  it('R94: begin when the server said, and are spread from there', () => {
    expect(backoffMs(pacing(0), 0, 3_000)).toBe(3_000);
    expect(backoffMs(pacing(0.5), 3, 3_000)).toBe(5_000);
    expect(backoffMs(pacing(0.5), 1, null)).toBe(500);
  });
});
