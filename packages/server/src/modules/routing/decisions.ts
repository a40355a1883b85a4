import type { Deps } from '../../deps.js';
import type { Viewer } from '../../kernel/viewer.js';
import { accessCase } from '../queues/index.js';
import type { RoutingOutcome, RoutingStep } from './evaluate.js';
import { actionsOf, isRecord, listOf, textOf } from './rule-set.js';
import type { RoutingActions } from './rules.js';

/** The most decisions that are shown of a case: the newest. */
const MOST = 50;
const ACTIONS: readonly (keyof RoutingActions)[] = ['queue', 'priority', 'skillsRequired', 'skillsPreferred', 'template'];

/** What the rules said of a case once. */
export interface RoutingDecisionView {
  readonly id: string;
  readonly at: Date;
  readonly version: number;
  readonly waitedSeconds: number;
  readonly outcome: RoutingOutcome;
}

/** What the rules said of a case so far, newest first. @throws ChatError NOT_FOUND, FORBIDDEN for all but staff */
export async function listDecisions(deps: Deps, viewer: Viewer, caseId: string): Promise<RoutingDecisionView[]> {
  const { id } = await accessCase(deps, viewer, { caseId, need: 'staff', operation: 'list routing decisions' });
  const rows = await deps.db.prisma.routingDecision.findMany({ where: { caseId: id }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MOST });
  return rows.map((row) => ({ id: row.id, at: row.createdAt, version: row.version, waitedSeconds: row.waited, outcome: outcomeOf(row.outcome) }));
}

function outcomeOf(stored: unknown): RoutingOutcome {
  const value = isRecord(stored) ? stored : {};
  return { ...actionsOf(value), steps: listOf(value.steps).flatMap((step) => stepOf(step) ?? []) };
}

function stepOf(value: unknown): RoutingStep | null {
  if (!isRecord(value)) return null;
  const because = listOf(value.because).filter((each) => typeof each === 'string');
  const applied = ACTIONS.filter((name) => listOf(value.applied).includes(name));
  return { ruleId: textOf(value.ruleId) ?? '', name: textOf(value.name) ?? '', isMatch: value.isMatch === true, because, applied, stopped: value.stopped === true };
}
