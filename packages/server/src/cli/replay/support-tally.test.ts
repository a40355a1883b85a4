import { describe, expect, it } from 'vitest';
import { type CustomerResult, inversionsOf, isFair, supportReportOf } from './support-tally.js';

const one = (rest: Partial<CustomerResult>): CustomerResult => ({
  line: 'help',
  caseId: 'case_1',
  offeredAt: 900,
  queuedAt: 0,
  lineAt: 0,
  isHandedOver: false,
  assignedAt: 1_000,
  isAnswered: true,
  isAnsweredByBot: false,
  shown: null,
  handedOver: null,
  estimate: null,
  problem: null,
  ...rest,
});
const quiet = { doubleAssigned: 0, overCapacity: 0, kills: 0 };

describe('the tally of a replay of support', () => {
  it('sums waits, places and estimates up', () => {
    const customers = [
      one({ shown: { position: 3, handedOver: 10 }, handedOver: 13, estimate: { seconds: 2, at: 0 } }),
      one({ assignedAt: 3_000, shown: { position: 4, handedOver: 10 }, handedOver: 12, estimate: { seconds: 1, at: 1_000 } }),
    ];
    const report = supportReportOf(customers, quiet, { agents: 2, elapsedMs: 4_200 });
    expect(report).toMatchObject({ customers: 2, assigned: 2, lost: 0, waitMs: { p50: 1_000, max: 3_000 }, positionError: { p50: 0, max: 2 }, estimateError: { count: 2, max: 1 }, seconds: 4.2 });
    expect(isFair(report)).toBe(true);
  });

  it('counts who was never answered, and what agents should never see', () => {
    const lost = supportReportOf([one({ isAnswered: false, assignedAt: null })], quiet, { agents: 1, elapsedMs: 0 });
    expect(lost).toMatchObject({ lost: 1, assigned: 0, estimateError: null });
    expect(isFair(lost)).toBe(false);
    expect(isFair(supportReportOf([one({})], { ...quiet, doubleAssigned: 1 }, { agents: 1, elapsedMs: 0 }))).toBe(false);
    expect(isFair(supportReportOf([one({})], { ...quiet, overCapacity: 1 }, { agents: 1, elapsedMs: 0 }))).toBe(false);
    expect(supportReportOf([one({ isAnswered: false, isAnsweredByBot: true })], quiet, { agents: 1, elapsedMs: 0 })).toMatchObject({ lost: 0, answeredByBot: 1 });
  });

  it('counts those whom more of their line overtook than there are agents', () => {
    const overtaken = { line: 'a', queuedAt: 0, lineAt: 0, offeredAt: 100 };
    const later = [1, 2, 3].map((at) => ({ line: 'a', queuedAt: at, lineAt: at, offeredAt: at + 10 }));
    expect(inversionsOf([overtaken, ...later], 3)).toBe(0);
    expect(inversionsOf([overtaken, ...later], 2)).toBe(1);
    expect(inversionsOf([{ ...overtaken, line: 'b' }, ...later], 2)).toBe(0);
    // While the bot had it, nobody overtook it.
    expect(inversionsOf([{ ...overtaken, lineAt: 12 }, ...later], 2)).toBe(0);
  });
});
