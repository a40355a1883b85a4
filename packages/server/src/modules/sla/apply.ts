/** The clocks of one case follow the log: whatever node does it, in the order of the log and once. */
import type { Tx } from '../../db/contract.js';
import type { SupportControl, SupportPriority, SupportStatus } from '../../kernel/words.js';
import type { LockedCase } from '../queues/index.js';
import { type Clock, isLive, nextMoment, passTime } from './clock.js';
import { foldStep, replan, type SlaState, type Step } from './fold.js';
import { CLOCKS, STATE, STEPS, WRITE_CLOCKS, WRITE_STATE } from './store.js';
import type { SiteTerms } from './terms.js';

/** The most events that one transaction follows; the rest is followed in the next. */
const MAX_STEPS = 1_000;

interface StepRow {
  readonly seq: number;
  readonly at: Date;
  readonly type: 'case' | 'customer' | 'agent';
  readonly status: SupportStatus | null;
  readonly control: SupportControl | null;
  readonly priority: SupportPriority | null;
  readonly queueId: string | null;
}

interface StateRow extends Omit<SlaState, 'clocks'> {
  readonly appliedSeq: number;
}

/** What became of the clocks of a case. */
export interface Applied {
  readonly state: SlaState;
  /** Clocks that changed for everybody to see. */
  readonly changed: readonly Clock[];
  /** Of those that run, the ones that have just been breached. */
  readonly breached: readonly Clock[];
  /** And those that have just warned. */
  readonly warned: readonly Clock[];
  /** Whether there are no further events to follow. */
  readonly isAll: boolean;
}

/** What is to be done with the clocks of a case. */
export interface Apply {
  readonly row: LockedCase;
  readonly terms: SiteTerms;
  readonly now: Date;
  /** Whether what the clocks run by may have changed. */
  readonly isStale: boolean;
}

/**
 * Brings the clocks of a locked case up to date inside its transaction: first the events that they have not followed, then what time does to them. What
 * changed is for the caller to tell. Null when there is nothing to measure.
 */
export async function applyClocks(tx: Tx, { row, terms, now, isStale }: Apply): Promise<Applied | null> {
  const known = await loadState(tx, row.id);
  const steps = await tx.raw<StepRow>(STEPS, [row.conversationId, known?.appliedSeq ?? 0, row.customerId, MAX_STEPS]);
  const followed = steps.reduce<SlaState | null>((state, step) => foldStep(terms, state, stepOf(step)), known?.state ?? null);
  if (followed === null) return null;
  const planned = isStale ? replan(terms, followed, now) : followed;
  const state: SlaState = { ...planned, clocks: planned.clocks.map((clock) => passTime(clock, now)) };
  const before = new Map((known?.state.clocks ?? []).map((clock) => [clock.id, clock]));
  const written = state.clocks.filter((clock) => !isSame(before.get(clock.id), clock));
  const changed = written.filter((clock) => looksOther(before.get(clock.id), clock));
  const began = (name: 'breachedAt' | 'warnedAt'): Clock[] =>
    changed.filter((clock) => clock.status === 'running' && clock[name] !== null && (before.get(clock.id)?.[name] ?? null) === null);
  const seq = steps.at(-1)?.seq ?? known?.appliedSeq ?? 0;
  await save(tx, { row, state, seq, written, plannedAt: state.clocks.some(isLive) ? now : null });
  return { state, changed, breached: began('breachedAt'), warned: began('warnedAt'), isAll: steps.length < MAX_STEPS };
}

async function loadState(tx: Tx, caseId: string): Promise<{ readonly state: SlaState; readonly appliedSeq: number } | null> {
  const [row] = await tx.raw<StateRow>(STATE, [caseId]);
  if (!row) return null;
  const { appliedSeq, ...rest } = row;
  return { appliedSeq, state: { ...rest, clocks: await tx.raw<Clock>(CLOCKS, [caseId]) } };
}

interface Save {
  readonly row: LockedCase;
  readonly state: SlaState;
  readonly seq: number;
  readonly written: readonly Clock[];
  readonly plannedAt: Date | null;
}

async function save(tx: Tx, { row, state, seq, written, plannedAt }: Save): Promise<void> {
  const { clocks: _clocks, ...rest } = state;
  await tx.raw(WRITE_STATE, [row.id, row.siteId, row.conversationId, seq, JSON.stringify(rest), plannedAt?.toISOString() ?? null]);
  if (written.length === 0) return;
  const rows = written.map((clock) => ({ ...clock, nextAt: nextMoment(clock) }));
  await tx.raw(WRITE_CLOCKS, [JSON.stringify(rows), row.id, row.siteId, row.conversationId, state.queueId, state.priority]);
}

function stepOf({ type, at, status, control, priority, queueId }: StepRow): Step {
  if (type !== 'case') return { type, at };
  if (!status || !control || !priority || !queueId) throw new Error('unable to follow a case; its event does not say where it stood');
  return { type, at, status, control, priority, queueId };
}

function isSame(one: Clock | undefined, other: Clock): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify({ ...one, ...other });
}

/** Whether anybody who looks at a clock sees a difference. */
function looksOther(one: Clock | undefined, other: Clock): boolean {
  const seen = ({ kind, status, targetMs, dueAt, warnedAt, breachedAt, stoppedAt }: Clock): string => JSON.stringify([kind, status, targetMs, dueAt, warnedAt, breachedAt, stoppedAt]);
  return one === undefined || seen(one) !== seen(other);
}
