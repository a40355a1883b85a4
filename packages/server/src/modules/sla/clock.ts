/** One clock of a case: how much time is used, and when it warns and is due. Pure: every function answers with another clock. */
import type { SlaClockKind, SlaClockStatus } from '../../kernel/words.js';
import { addBusinessTime, businessTimeBetween, type Calendar } from '../hours/index.js';

/** A clock as it is kept. All lengths are in milliseconds of the calendar that it runs by. */
export interface Clock {
  readonly id: string;
  readonly kind: SlaClockKind;
  readonly policyId: string;
  readonly status: SlaClockStatus;
  readonly targetMs: number;
  /** Part of the target after which it warns; null for no warning. */
  readonly warnMs: number | null;
  /** Time used before `runningSince`. */
  readonly usedMs: number;
  /** Null while it stands. */
  readonly runningSince: Date | null;
  readonly startedAt: Date;
  /** When the target is used up if nothing stops it; null while it stands, and when that moment never comes. */
  readonly dueAt: Date | null;
  /** When it warns; null like `dueAt`, and once it has warned. */
  readonly warnAt: Date | null;
  readonly warnedAt: Date | null;
  /** When the target was used up; null while it is not. */
  readonly breachedAt: Date | null;
  readonly stoppedAt: Date | null;
}

/** What a new clock needs. */
export interface NewClock {
  readonly id: string;
  readonly kind: SlaClockKind;
  readonly policyId: string;
  readonly targetMs: number;
  readonly warnMs: number | null;
  readonly at: Date;
}

/** A clock that begins to run. */
export function startClock(calendar: Calendar, { id, kind, policyId, targetMs, warnMs, at }: NewClock): Clock {
  const clock: Clock = {
    id,
    kind,
    policyId,
    status: 'running',
    targetMs,
    warnMs,
    usedMs: 0,
    runningSince: at,
    startedAt: at,
    dueAt: null,
    warnAt: null,
    warnedAt: null,
    breachedAt: null,
    stoppedAt: null,
  };
  return plan(calendar, clock);
}

/** Time used up to a moment. */
export function usedAt(calendar: Calendar, clock: Clock, at: Date): number {
  return clock.usedMs + (clock.runningSince === null ? 0 : businessTimeBetween(calendar, clock.runningSince, at));
}

/** Whether a clock neither was met nor given up. */
export function isLive({ status }: Clock): boolean {
  return status === 'running' || status === 'paused';
}

/** Lets a running clock stand. */
export function pauseClock(calendar: Calendar, clock: Clock, at: Date): Clock {
  if (clock.status !== 'running') return clock;
  return { ...settle(calendar, clock, at), status: 'paused', dueAt: null, warnAt: null };
}

/** Lets a clock that stands run on. */
export function resumeClock(calendar: Calendar, clock: Clock, at: Date): Clock {
  if (clock.status !== 'paused') return clock;
  return plan(calendar, { ...clock, status: 'running', runningSince: at });
}

/** Ends a clock: what it measures has come (`met`, even if late), or will not. */
export function stopClock(calendar: Calendar, clock: Clock, end: { readonly as: 'met' | 'cancelled'; readonly at: Date }): Clock {
  if (!isLive(clock)) return clock;
  return { ...settle(calendar, clock, end.at), status: end.as, stoppedAt: end.at, dueAt: null, warnAt: null };
}

/** Goes on under other terms; the time used so far stays used. */
export function changeTerms(calendars: { readonly before: Calendar; readonly after: Calendar }, clock: Clock, terms: Pick<NewClock, 'policyId' | 'targetMs' | 'warnMs' | 'at'>): Clock {
  if (!isLive(clock)) return clock;
  const { at, ...rest } = terms;
  const settled = settle(calendars.before, clock, at);
  const isBreached = settled.breachedAt !== null && settled.usedMs >= rest.targetMs;
  const next: Clock = { ...settled, ...rest, breachedAt: isBreached ? settled.breachedAt : null, runningSince: clock.runningSince === null ? null : at };
  return clock.status === 'running' ? plan(calendars.after, next) : next;
}

/** What the passing of time alone does to a running clock: it warns, and it is breached. */
export function passTime(clock: Clock, now: Date): Clock {
  if (clock.status !== 'running') return clock;
  const warns = clock.warnAt !== null && clock.warnAt <= now;
  const breaks = clock.breachedAt === null && clock.dueAt !== null && clock.dueAt <= now;
  if (!warns && !breaks) return clock;
  return {
    ...clock,
    warnAt: warns || breaks ? null : clock.warnAt,
    warnedAt: clock.warnedAt ?? (warns ? clock.warnAt : null),
    breachedAt: breaks ? clock.dueAt : clock.breachedAt,
  };
}

/** The next moment at which {@link passTime} does something; null when there is none. */
export function nextMoment({ status, warnAt, dueAt, breachedAt }: Clock): Date | null {
  if (status !== 'running') return null;
  return warnAt ?? (breachedAt === null ? dueAt : null);
}

/** Counts the time up to a moment, and the breach that nobody has noted yet. */
function settle(calendar: Calendar, clock: Clock, at: Date): Clock {
  const { breachedAt, warnedAt } = passTime(clock, at);
  return { ...clock, usedMs: usedAt(calendar, clock, at), runningSince: null, breachedAt, warnedAt };
}

function plan(calendar: Calendar, clock: Clock): Clock {
  const { runningSince, usedMs, targetMs, warnMs } = clock;
  if (runningSince === null) return clock;
  const after = (ms: number): Date | null => addBusinessTime(calendar, runningSince, Math.max(0, ms - usedMs));
  const isOver = clock.breachedAt !== null;
  return { ...clock, dueAt: isOver ? clock.dueAt : after(targetMs), warnAt: warnMs === null || isOver || clock.warnedAt !== null ? null : after(warnMs) };
}
