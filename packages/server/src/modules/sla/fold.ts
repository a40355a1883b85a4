/** What happens to a case, and what that does to its clocks. Pure: all of it follows from the events of the case's log, in their order. */
import type { SlaClockKind, SupportControl, SupportPriority, SupportStatus } from '../../kernel/words.js';
import type { Calendar } from '../hours/index.js';
import { changeTerms, type Clock, isLive, pauseClock, resumeClock, startClock, stopClock } from './clock.js';

/** Targets for cases of some kind. */
export interface Policy {
  readonly id: string;
  /** Seconds; null for no such target. */
  readonly targets: Readonly<Record<SlaClockKind, number | null>>;
  /** Percent of a target after which its clock warns; null for no warning. */
  readonly warnPercent: number | null;
  /** Where clocks stand still. */
  readonly pausesOn: readonly SupportStatus[];
  /** When it was made: what had begun before is not measured by it. */
  readonly since: Date;
}

/** Something that happened. */
export type Step =
  | {
      readonly type: 'case';
      readonly at: Date;
      readonly status: SupportStatus;
      readonly control: SupportControl;
      readonly priority: SupportPriority;
      readonly queueId: string;
    }
  | { readonly type: 'customer' | 'agent'; readonly at: Date };

/** What is known of a case from the events so far. */
export interface SlaState {
  readonly status: SupportStatus;
  readonly priority: SupportPriority;
  readonly queueId: string;
  /** Whether it came into a line yet: before, a program may answer all of it. */
  readonly hasBegun: boolean;
  /** Whether an agent has written to the customer. */
  readonly isAnswered: boolean;
  readonly clocks: readonly Clock[];
}

/** What the clocks of one site run by. */
export interface SlaTerms {
  /** The policy for cases of this queue and priority; null for none. */
  policyFor(queueId: string, priority: SupportPriority): Policy | null;
  /** The calendar that the clocks of a policy run by, for cases of this queue. */
  calendarFor(policyId: string, queueId: string): Calendar;
  newId(): string;
}

const OVER: readonly SupportStatus[] = ['resolved', 'closed'];

/** The state after one more step; null is before the first. */
export function foldStep(terms: SlaTerms, before: SlaState | null, step: Step): SlaState | null {
  if (step.type === 'case') return onCase(terms, before, step);
  if (before === null || !before.hasBegun) return before;
  return step.type === 'agent' ? onAnswer(terms, before, step.at) : onQuestion(terms, before, step.at);
}

/** What a change of the policies, of opening hours or of a queue means for the clocks that run. */
export function replan(terms: SlaTerms, state: SlaState, at: Date): SlaState {
  return retarget(terms, { before: state, after: state, at });
}

function onCase(terms: SlaTerms, before: SlaState | null, step: Extract<Step, { type: 'case' }>): SlaState {
  const { at, status, priority, queueId } = step;
  const was = before ?? { status, priority, queueId, hasBegun: false, isAnswered: false, clocks: [] };
  const after: SlaState = { ...was, status, priority, queueId, hasBegun: was.hasBegun || (step.control !== 'bot' && !OVER.includes(status)) };
  if (!after.hasBegun) return after;
  if (!was.hasBegun) return begin(terms, after, { kinds: ['first_response', 'resolution'], at });
  if (OVER.includes(status)) return OVER.includes(was.status) ? after : end(terms, after, at);
  const moved = was.queueId === queueId && was.priority === priority ? after : move(terms, { before: was, after, at });
  const reopened = OVER.includes(was.status) ? begin(terms, moved, { kinds: ['resolution'], at }) : moved;
  return rest(terms, reopened, at);
}

/** Another queue or priority: other terms, and clocks that there were no targets for so far. */
function move(terms: SlaTerms, of: { readonly before: SlaState; readonly after: SlaState; readonly at: Date }): SlaState {
  const moved = retarget(terms, of);
  const has = (kind: SlaClockKind): boolean => moved.clocks.some((clock) => clock.kind === kind);
  const kinds: readonly SlaClockKind[] = [...(moved.isAnswered || has('first_response') ? [] : ['first_response' as const]), ...(has('resolution') ? [] : ['resolution' as const])];
  return begin(terms, moved, { kinds, at: of.at });
}

/** An agent wrote to the customer. */
function onAnswer(terms: SlaTerms, state: SlaState, at: Date): SlaState {
  const clocks = state.clocks.map((clock) => (clock.kind === 'resolution' ? clock : stopClock(calendarOf(terms, state, clock), clock, { as: 'met', at })));
  return { ...state, isAnswered: true, clocks };
}

/** The customer wrote: from the first answer on, each question waits for the next. */
function onQuestion(terms: SlaTerms, state: SlaState, at: Date): SlaState {
  const isWaiting = state.clocks.some((clock) => clock.kind !== 'resolution' && isLive(clock));
  return !state.isAnswered || isWaiting || state.status === 'closed' ? state : begin(terms, state, { kinds: ['next_response'], at });
}

function begin(terms: SlaTerms, state: SlaState, of: { readonly kinds: readonly SlaClockKind[]; readonly at: Date }): SlaState {
  const policy = terms.policyFor(state.queueId, state.priority);
  if (policy === null || policy.since > of.at) return state;
  const calendar = terms.calendarFor(policy.id, state.queueId);
  const started = of.kinds.flatMap((kind) => {
    const target = lengths(policy, kind);
    return target === null ? [] : [startClock(calendar, { id: terms.newId(), kind, policyId: policy.id, at: of.at, ...target })];
  });
  return { ...state, clocks: [...state.clocks, ...started] };
}

/** The case is over: it is resolved, and answers that did not come will not. */
function end(terms: SlaTerms, state: SlaState, at: Date): SlaState {
  const stop = (clock: Clock): Clock => stopClock(calendarOf(terms, state, clock), clock, { as: clock.kind === 'resolution' ? 'met' : 'cancelled', at });
  return { ...state, clocks: state.clocks.map(stop) };
}

/** Clocks stand still where their policy says so, and run elsewhere. */
function rest(terms: SlaTerms, state: SlaState, at: Date): SlaState {
  const stands = terms.policyFor(state.queueId, state.priority)?.pausesOn.includes(state.status) ?? false;
  const turn = (clock: Clock): Clock => (stands ? pauseClock : resumeClock)(calendarOf(terms, state, clock), clock, at);
  return { ...state, clocks: state.clocks.map((clock) => (isLive(clock) ? turn(clock) : clock)) };
}

/** Goes on under the policy that fits now. A clock that it has no target for is given up. */
function retarget(terms: SlaTerms, of: { readonly before: SlaState; readonly after: SlaState; readonly at: Date }): SlaState {
  const { before, after, at } = of;
  const policy = terms.policyFor(after.queueId, after.priority);
  const clocks = after.clocks.map((clock) => {
    if (!isLive(clock)) return clock;
    const target = policy && lengths(policy, clock.kind);
    const calendar = calendarOf(terms, before, clock);
    if (!policy || !target) return stopClock(calendar, clock, { as: 'cancelled', at });
    return changeTerms({ before: calendar, after: terms.calendarFor(policy.id, after.queueId) }, clock, { policyId: policy.id, at, ...target });
  });
  return { ...after, clocks };
}

function calendarOf(terms: SlaTerms, state: SlaState, clock: Clock): Calendar {
  return terms.calendarFor(clock.policyId, state.queueId);
}

function lengths(policy: Policy, kind: SlaClockKind): { readonly targetMs: number; readonly warnMs: number | null } | null {
  const seconds = policy.targets[kind];
  if (seconds === null) return null;
  return { targetMs: seconds * 1_000, warnMs: policy.warnPercent === null ? null : seconds * 10 * policy.warnPercent };
}
