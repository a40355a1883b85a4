import type { SlaPolicy } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { newId } from '../../kernel/ids.js';
import type { SupportPriority } from '../../kernel/words.js';
import { ALWAYS_OPEN, siteCalendars } from '../hours/index.js';
import { loadQueues } from '../queues/index.js';
import type { Policy, SlaTerms } from './fold.js';

/** Of several that fit a case, the one that says most about it: queue and priority, then queue, then priority, then all; by key where they are equal. */
export function bestPolicy(policies: readonly SlaPolicy[], of: { readonly queue: string | null; readonly priority: SupportPriority }): SlaPolicy | null {
  const weight = ({ queue, priorities }: SlaPolicy): number => (queue === null ? 0 : 2) + (priorities.length === 0 ? 0 : 1);
  const fitting = policies.filter(
    (policy) => policy.deletedAt === null && (policy.queue === null || policy.queue === of.queue) && (policy.priorities.length === 0 || policy.priorities.includes(of.priority)),
  );
  return fitting.sort((one, other) => weight(other) - weight(one) || (one.key < other.key ? -1 : 1))[0] ?? null;
}

/** What the clocks of a site run by, as of now; deleted policies too, for the clocks that still have their targets. */
export interface SiteTerms extends SlaTerms {
  /** The row behind a policy. */
  rowOf(policyId: string): SlaPolicy | null;
}

/** Reads what the clocks of a site run by, in a number of statements that does not grow. */
export async function siteTerms(deps: Deps, siteId: string): Promise<SiteTerms> {
  const [policies, queues, calendars] = await Promise.all([deps.db.prisma.slaPolicy.findMany({ where: { siteId } }), loadQueues(deps, siteId), siteCalendars(deps, siteId)]);
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const queueOf = new Map(queues.map((queue) => [queue.id, queue]));
  return {
    policyFor: (queueId, priority) => asPolicy(bestPolicy(policies, { queue: queueOf.get(queueId)?.key ?? null, priority })),
    calendarFor(policyId, queueId) {
      const policy = byId.get(policyId);
      if (!policy?.isBusinessHours) return ALWAYS_OPEN;
      return calendars.of(policy.schedule ?? queueOf.get(queueId)?.schedule ?? null);
    },
    newId: () => newId('slaClock'),
    rowOf: (policyId) => byId.get(policyId) ?? null,
  };
}

function asPolicy(row: SlaPolicy | null): Policy | null {
  if (!row) return null;
  const { id, firstResponseSeconds, nextResponseSeconds, resolutionSeconds, warnPercent, pausesOn, createdAt } = row;
  return { id, targets: { first_response: firstResponseSeconds, next_response: nextResponseSeconds, resolution: resolutionSeconds }, warnPercent, pausesOn, since: createdAt };
}
