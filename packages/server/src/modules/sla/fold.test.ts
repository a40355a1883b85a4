import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlaClockKind, SupportStatus } from '../../kernel/words.js';
import { calendarOf, isOpenAt } from '../hours/calendar.js';
import { type Clock, isLive, nextMoment, passTime, usedAt } from './clock.js';
import { foldStep, type Policy, replan, type SlaState, type SlaTerms, type Step } from './fold.js';

const MINUTE = 60_000;
// The Thursday before the clocks of Europe go forward; the ninth day is after it.
const START = Date.parse('2026-03-26T00:00:00Z');
const calendar = calendarOf({ timeZone: 'Europe/Vienna', week: [1, 2, 4, 5, 7].map((day) => ({ day, from: 9 * 60, to: day === 7 ? 26 * 60 : 17 * 60 })), holidays: [] });
const at = (minutes: number): Date => new Date(START + minutes * MINUTE);

function terms(policies: Readonly<Record<string, Partial<Policy>>>): SlaTerms {
  let ids = 0;
  const of = (queueId: string): Policy | null => {
    const given = policies[queueId];
    return given ? { id: queueId, targets: { first_response: null, next_response: null, resolution: null }, warnPercent: 80, pausesOn: ['pending', 'snoozed'], since: at(0), ...given } : null;
  };
  return { policyFor: of, calendarFor: () => calendar, newId: () => `slk_${(ids += 1)}` };
}

const onCase = (minutes: number, status: SupportStatus, rest: Partial<Extract<Step, { type: 'case' }>> = {}): Step => ({
  type: 'case', at: at(minutes), status, control: 'queue', priority: 'medium', queueId: 'q', ...rest,
});
const says = (minutes: number, type: 'customer' | 'agent'): Step => ({ type, at: at(minutes) });
const fold = (of: SlaTerms, steps: readonly Step[]): SlaState | null => steps.reduce<SlaState | null>((state, step) => foldStep(of, state, step), null);
const clockOf = (state: SlaState | null, kind: SlaClockKind): Clock | undefined => state?.clocks.findLast((clock) => clock.kind === kind);
const hour = (text: string): number => (Date.parse(text) - START) / MINUTE;

describe('service level clocks', () => {
  it('R116 R185: a first response is due in business time, across the night in which the clocks go forward, and met by the first answer of an agent', () => {
    const of = terms({ q: { targets: { first_response: 7_200, next_response: 3_600, resolution: null } } });
    // Friday 16:30 in Vienna; half an hour is left of the day, the rest is on Sunday from 9:00 summer time.
    const begun = fold(of, [onCase(hour('2026-03-27T15:30:00Z'), 'queued'), says(hour('2026-03-27T15:30:00Z'), 'customer')]);
    expect(clockOf(begun, 'first_response')).toMatchObject({ status: 'running', dueAt: new Date('2026-03-29T08:30:00Z'), warnAt: new Date('2026-03-29T08:06:00Z') });
    const met = foldStep(of, begun, says(hour('2026-03-29T07:10:00Z'), 'agent'));
    expect(clockOf(met, 'first_response')).toMatchObject({ status: 'met', usedMs: 40 * MINUTE, dueAt: null, breachedAt: null, stoppedAt: new Date('2026-03-29T07:10:00Z') });
    const asked = foldStep(of, met, says(hour('2026-03-29T07:20:00Z'), 'customer'));
    expect(clockOf(asked, 'next_response')).toMatchObject({ status: 'running', dueAt: new Date('2026-03-29T08:20:00Z') });
    expect(foldStep(of, asked, says(hour('2026-03-29T07:30:00Z'), 'customer'))?.clocks).toHaveLength(2);
  });

  it('R116: a late answer is late even where nobody noticed in time, and what never came is given up', () => {
    const of = terms({ q: { targets: { first_response: 60, next_response: null, resolution: 600 } } });
    const open = hour('2026-03-27T10:00:00Z');
    const late = fold(of, [onCase(open, 'queued'), says(open + 5, 'agent')]);
    expect(clockOf(late, 'first_response')).toMatchObject({ status: 'met', usedMs: 5 * MINUTE, breachedAt: at(open + 1) });
    const gone = fold(of, [onCase(open, 'queued'), onCase(open + 3, 'closed')]);
    expect(gone?.clocks.map(({ kind, status, breachedAt }) => [kind, status, breachedAt])).toEqual([['first_response', 'cancelled', at(open + 1)], ['resolution', 'met', null]]);
    const reopened = fold(of, [onCase(open, 'queued'), onCase(open + 3, 'resolved'), onCase(open + 9, 'open')]);
    expect(reopened?.clocks.filter(({ kind }) => kind === 'resolution').map(({ status, startedAt }) => [status, startedAt])).toEqual([['met', at(open)], ['running', at(open + 9)]]);
  });

  it('R116: what a program answers is not measured, nor what had begun before there was a policy', () => {
    const of = terms({ q: { targets: { first_response: 60, next_response: 60, resolution: 600 } }, late: { targets: { first_response: 60, next_response: 60, resolution: 600 }, since: at(100) } });
    expect(fold(of, [onCase(10, 'queued', { control: 'bot' }), says(11, 'customer'), onCase(12, 'resolved', { control: 'bot' })])?.clocks).toEqual([]);
    expect(fold(of, [onCase(10, 'queued', { control: 'bot' }), onCase(20, 'queued')])?.clocks.map(({ startedAt }) => startedAt)).toEqual([at(20), at(20)]);
    expect(fold(of, [onCase(10, 'queued', { queueId: 'late' })])?.clocks).toEqual([]);
    expect(fold(of, [onCase(10, 'queued', { queueId: 'none' }), onCase(50, 'queued', { queueId: 'q' })])?.clocks.map(({ kind }) => kind)).toEqual(['first_response', 'resolution']);
  });

  it('R116: another queue means other targets, with the time used so far', () => {
    const of = terms({ q: { targets: { first_response: 3_600, next_response: null, resolution: 7_200 } }, fast: { targets: { first_response: 600, next_response: null, resolution: null } } });
    const open = hour('2026-03-27T10:00:00Z');
    const moved = fold(of, [onCase(open, 'queued'), onCase(open + 4, 'queued', { queueId: 'fast' })]);
    expect(clockOf(moved, 'first_response')).toMatchObject({ policyId: 'fast', usedMs: 4 * MINUTE, dueAt: at(open + 10) });
    expect(clockOf(moved, 'resolution')).toMatchObject({ status: 'cancelled', usedMs: 4 * MINUTE });
    const state = moved as SlaState;
    const longer = replan(terms({ fast: { targets: { first_response: 1_200, next_response: null, resolution: null } } }), state, at(open + 6));
    expect(clockOf(longer, 'first_response')).toMatchObject({ usedMs: 6 * MINUTE, dueAt: at(open + 20) });
  });

  it('R116: clocks agree with a watch that is stopped and started by hand, minute by minute, through pauses, closed hours and the change of the clocks', () => {
    const status = fc.constantFrom<SupportStatus>('queued', 'open', 'pending', 'snoozed', 'resolved');
    const step = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.oneof(status, fc.constantFrom('customer' as const, 'agent' as const)));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 2_000 }), (gaps, target) => {
        const of = terms({ q: { targets: { first_response: target * 60, next_response: target * 30, resolution: target * 120 } } });
        let minute = 0;
        const steps: Step[] = [onCase(0, 'queued')];
        for (const [gap, what] of gaps) {
          minute += gap;
          steps.push(what === 'customer' || what === 'agent' ? says(minute, what) : onCase(minute, what));
        }
        const end = minute + 50;
        let state: SlaState | null = null;
        let done = 0;
        const used = new Map<string, number>();
        const late = new Map<string, number>();
        for (let now = 0; now <= end; now += 1) {
          for (; steps[done] && Number(steps[done]?.at) === Number(at(now)); done += 1) state = foldStep(of, state, steps[done] as Step);
          // The sweep sees the clock only now and then.
          if (state && now % 37 === 0) state = { ...state, clocks: state.clocks.map((clock) => passTime(clock, at(now))) };
          for (const { id, status: is, targetMs } of state?.clocks ?? []) {
            const so = used.get(id) ?? 0;
            if (is === 'running' && so * MINUTE >= targetMs && !late.has(id)) late.set(id, now);
            if (is === 'running' && isOpenAt(calendar, at(now))) used.set(id, so + 1);
          }
        }
        for (const clock of state?.clocks ?? []) {
          const counted = (used.get(clock.id) ?? 0) - (clock.status === 'running' && isOpenAt(calendar, at(end)) ? 1 : 0);
          expect(usedAt(calendar, clock, at(end)) / MINUTE).toBe(counted);
          const passed = passTime(clock, at(end));
          if (isLive(clock)) expect(passed.breachedAt !== null).toBe(counted * MINUTE >= clock.targetMs);
          if (late.has(clock.id)) expect(passed.breachedAt).not.toBeNull();
          const next = nextMoment(passed);
          if (next !== null) expect(next.getTime()).toBeGreaterThan(at(end).getTime());
        }
      }),
      { numRuns: 60 },
    );
  });
});
