import { describe, expect, it } from 'vitest';
import { gateOf, isNews, opensAtOnce, opensOnAccess } from './policy.js';

const completedAt = new Date('2026-01-05T09:00:00.000Z');
const STATUSES = ['requested', 'confirmed', 'in_progress', 'completed', 'cancelled'] as const;

describe('what a booking’s state means for its conversation', () => {
  it('R40 R42: the gate of each state', () => {
    expect(STATUSES.map((status) => gateOf({ status, completedAt: status === 'completed' ? completedAt : null, openHours: 3 }))).toEqual([
      { gate: 'hidden', openUntil: null },
      { gate: 'open', openUntil: null },
      { gate: 'open', openUntil: null },
      { gate: 'open', openUntil: new Date('2026-01-05T12:00:00.000Z') },
      { gate: 'read_only', openUntil: null },
    ]);
    expect(gateOf({ status: 'completed', completedAt, openHours: 0 })).toEqual({ gate: 'read_only', openUntil: null });
  });

  it('R38: made at confirmation, or at first access where there is something to talk about', () => {
    expect(STATUSES.map(opensAtOnce)).toEqual([false, true, true, false, false]);
    expect(STATUSES.map(opensOnAccess)).toEqual([false, true, true, true, false]);
  });

  it('P3: an older version is no news; the same one, or none, is', () => {
    expect([isNews(5, 4), isNews(5, 5), isNews(5, 6), isNews(5, null)]).toEqual([false, true, true, true]);
  });
});
