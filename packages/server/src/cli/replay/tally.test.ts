import { describe, expect, it } from 'vitest';
import { seededNumbers } from './cuts.js';
import { compareTurns, isFlawless, percentile, reportOf } from './tally.js';

describe('what a replay counts', () => {
  it.each([
    [[0, 1, 2], { lost: 0, repeated: 0, outOfOrder: 0 }],
    [[0, 2], { lost: 1, repeated: 0, outOfOrder: 0 }],
    [[], { lost: 3, repeated: 0, outOfOrder: 0 }],
    [[0, 1, 1, 2], { lost: 0, repeated: 1, outOfOrder: 0 }],
    [[0, 2, 1], { lost: 0, repeated: 0, outOfOrder: 1 }],
    [[2, 1, 0, 0], { lost: 0, repeated: 1, outOfOrder: 2 }],
  ])('%j of three turns', (turns, differences) => {
    expect(compareTurns(turns, 3)).toEqual(differences);
  });

  it('sums up, and takes nearest ranks', () => {
    const one = { messages: 2, lost: 0, repeated: 0, outOfOrder: 0, unread: 0, cuts: 1, latencies: [4, 1] };
    const report = reportOf([one, { ...one, latencies: [3, 2] }], 2_000);
    expect(report).toEqual({
      conversations: 2,
      messages: 4,
      lost: 0,
      repeated: 0,
      outOfOrder: 0,
      unread: 0,
      latencyMs: { p50: 2, p95: 4, p99: 4 },
      perSecond: 2,
    });
    expect(isFlawless(report)).toBe(true);
    for (const flaw of ['lost', 'repeated', 'outOfOrder', 'unread'] as const) expect(isFlawless({ ...report, [flaw]: 1 })).toBe(false);
    expect(percentile([], 0.5)).toBe(0);
  });

  it('draws the same numbers for the same seed, and others for another', () => {
    const draw = (seed: string): number[] => {
      const next = seededNumbers(seed);
      return [next(), next(), next()];
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('a').every((number) => number >= 0 && number < 1)).toBe(true);
  });
});
