import { describe, expect, it } from 'vitest';
import { type CustomerResult, heldTwice, inversionsOf, isFair, type OfferRecord, overfull, supportReportOf } from './support-tally.js';

/** An offer that was accepted, and over at last. */
const offer = (rest: Partial<OfferRecord> = {}): OfferRecord => ({ agentId: 'sam', offeredAt: 900, acceptedAt: 1_000, endedAt: 5_000, ...rest });

const one = (rest: Partial<CustomerResult>): CustomerResult => ({
  line: 'help',
  caseId: 'case_1',
  offers: [offer()],
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
const quiet = { doubleAssigned: new Set<string>(), heardLate: 0, overCapacity: 0, kills: 0 };
const of = { agents: 1, capacities: new Map([['sam', 2]]), cuts: 0, elapsedMs: 0 };

describe('the tally of a replay of support', () => {
  it('sums waits, places and estimates up', () => {
    const customers = [
      one({ shown: { position: 3, handedOver: 10 }, handedOver: 13, estimate: { seconds: 2, at: 0 } }),
      one({ assignedAt: 3_000, shown: { position: 4, handedOver: 10 }, handedOver: 12, estimate: { seconds: 1, at: 1_000 } }),
    ];
    const report = supportReportOf(customers, quiet, { ...of, agents: 2, elapsedMs: 4_200 });
    expect(report).toMatchObject({ customers: 2, assigned: 2, lost: 0, waitMs: { p50: 1_000, max: 3_000 }, positionError: { p50: 0, max: 2 }, estimateError: { count: 2, max: 1 }, seconds: 4.2 });
    expect(isFair(report)).toBe(true);
  });

  it('counts who was never answered, and what agents should never see', () => {
    const lost = supportReportOf([one({ isAnswered: false, assignedAt: null })], quiet, of);
    expect(lost).toMatchObject({ lost: 1, assigned: 0, estimateError: null });
    expect(isFair(lost)).toBe(false);
    expect(isFair(supportReportOf([one({})], { ...quiet, doubleAssigned: new Set(['case_1']) }, of))).toBe(false);
    expect(isFair(supportReportOf([one({})], { ...quiet, overCapacity: 1 }, of))).toBe(false);
    expect(supportReportOf([one({ isAnswered: false, isAnsweredByBot: true })], quiet, of)).toMatchObject({ lost: 0, answeredByBot: 1 });
  });

  it('P9: counts a case that two agents had at a time by the server’s record, once whoever else saw it', () => {
    const given = one({ offers: [offer({ endedAt: 2_000 }), offer({ agentId: 'sue', offeredAt: 2_000, acceptedAt: 2_000 })] });
    expect(heldTwice([given, one({ offers: [offer({ acceptedAt: null }), offer({ agentId: 'sue' })] })])).toEqual([]);
    const twice = one({ caseId: 'case_2', offers: [offer({ endedAt: 2_001 }), offer({ agentId: 'sue', offeredAt: 2_000, acceptedAt: 2_000 })] });
    expect(heldTwice([given, twice])).toEqual(['case_2']);
    expect(heldTwice([one({ offers: [offer({ endedAt: null }), offer({ agentId: 'sue', acceptedAt: 900_000 })] })])).toEqual(['case_1']);
    const report = supportReportOf([given, twice], { ...quiet, doubleAssigned: new Set(['case_2', 'case_3']) }, of);
    expect([report.doubleAssigned, isFair(report)]).toEqual([2, false]);
  });

  it('P9 R110: counts when an agent was asked beyond what they take by the server’s record; what ends at that moment makes room', () => {
    const asked = (offeredAt: number, endedAt: number | null, agentId = 'sam') => one({ offers: [offer({ agentId, offeredAt, endedAt, acceptedAt: null })] });
    const full = [asked(0, null), asked(0, 10)];
    expect(overfull([...full, asked(10, 20), asked(20, null)], of.capacities)).toBe(0);
    expect(overfull([...full, asked(5, 20, 'sue')], of.capacities)).toBe(0);
    expect(overfull([...full, asked(9, 20)], of.capacities)).toBe(1);
    const report = supportReportOf([...full, asked(9, 20)], quiet, of);
    expect([report.overCapacity, isFair(report)]).toEqual([1, false]);
  });

  it('counts those whom more of their line overtook than there are agents', () => {
    const overtaken = { line: 'a', queuedAt: 0, lineAt: 0, offers: [offer({ offeredAt: 100 })] };
    const later = [1, 2, 3].map((at) => ({ line: 'a', queuedAt: at, lineAt: at, offers: [offer({ offeredAt: at + 10 })] }));
    expect(inversionsOf([overtaken, ...later], 3)).toBe(0);
    expect(inversionsOf([overtaken, ...later], 2)).toBe(1);
    expect(inversionsOf([{ ...overtaken, line: 'b' }, ...later], 2)).toBe(0);
    // While the bot had it, nobody overtook it.
    expect(inversionsOf([{ ...overtaken, lineAt: 12 }, ...later], 2)).toBe(0);
  });
});
