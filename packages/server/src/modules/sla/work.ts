/** What is done for one case: its clocks are brought up to date, and a breach has the consequences that its policy names. */
import type { Deps } from '../../deps.js';
import type { SupportPriority } from '../../kernel/words.js';
import { type CaseChanges, changeCase, lockCase, loadQueues, type LockedCase, rankOf } from '../queues/index.js';
import { type Applied, applyClocks } from './apply.js';
import { FOLLOWED, IS_MEASURED, TAKE } from './store.js';
import { siteTerms, type SiteTerms } from './terms.js';
import { tellOfClocks } from './tell.js';

/** Which case. */
export interface SlaCaseKey {
  readonly caseId: string;
  readonly siteId: string;
  readonly conversationId: string;
}

const PRIORITIES: readonly SupportPriority[] = ['low', 'medium', 'high', 'urgent'];

/** Whether anything is measured on a site; one statement. */
export async function isMeasured(deps: Pick<Deps, 'db'>, siteId: string): Promise<boolean> {
  return (await deps.db.hot(IS_MEASURED, [siteId])).length > 0;
}

/**
 * Brings the clocks of a case up to date. With `waits: false` it leaves a case alone that somebody else works on at the moment; they, or the next sweep, will do it.
 */
export async function workOn(deps: Deps, key: SlaCaseKey, how: { readonly waits: boolean; readonly isStale: boolean }): Promise<void> {
  const terms = await siteTerms(deps, key.siteId);
  const queues = await loadQueues(deps, key.siteId);
  await deps.db.transaction(async (tx) => {
    if (!how.waits && (await tx.raw(TAKE, [key.conversationId])).length === 0) return;
    const row = await lockCase(tx, key);
    if (!row) return;
    const now = deps.clock.now();
    const applied = await applyClocks(tx, { row, terms, now, isStale: how.isStale });
    if (!applied || applied.changed.length === 0) return;
    await tellOfClocks(deps, tx, { row, warned: applied.warned, breached: applied.breached, now });
    const ageing = queues.find(({ id }) => id === row.queueId)?.ageingSeconds ?? 0;
    const set = raised({ row, applied, terms, ageing });
    const { seq } = await changeCase(deps, tx, { before: row, set: set ?? {}, actorId: null, now });
    // That event is of the clocks themselves, unless it changed the case.
    if (set === null && applied.isAll) await tx.raw(FOLLOWED, [row.id, seq]);
  });
}

interface Raise {
  readonly row: LockedCase;
  readonly applied: Applied;
  readonly terms: SiteTerms;
  readonly ageing: number;
}

/** A case whose clock was breached gets the priority that the policy names, if that is higher; null otherwise. The clocks follow that change like any other. */
function raised({ row, applied, terms, ageing }: Raise): CaseChanges | null {
  const wanted = applied.breached.flatMap(({ policyId }) => terms.rowOf(policyId)?.breachPriority ?? []);
  const highest = wanted.sort((one, other) => PRIORITIES.indexOf(other) - PRIORITIES.indexOf(one))[0];
  if (highest === undefined || PRIORITIES.indexOf(highest) <= PRIORITIES.indexOf(row.priority)) return null;
  return { priority: highest, rank: rankOf({ queuedAt: row.queuedAt, priority: highest, ageingSeconds: ageing }).toISOString() };
}
