/** What the clock and the absence of agents do to cases, looked for by every node; whoever comes first does it. */
import { BY_THE_CLOCK, type HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { shownAgents } from '../agents/index.js';
import { type FormerStaff, leaveAsStaff } from './former.js';
import { endWrapUp, type OfferKey, takeBack, timeOut } from './give-back.js';
import { closeResolved } from './life.js';
import { isToClose } from './store.js';
import { wakeSnoozed } from './wake.js';

/** For how long an agent without a connection keeps the cases that they have not answered yet, in milliseconds: enough to load a page again. */
export const UNANSWERED_GRACE_MS = 10_000;
/** For how long an agent without a connection, or who chose to be offline, keeps the cases that they have answered, in milliseconds. */
export const HELD_GRACE_MS = 60_000;
/** The most of each kind that one sweep deals with. */
const MOST = 500;

interface Held extends OfferKey {
  readonly agentId: string;
  readonly status: 'pending' | 'accepted';
  readonly isAnswered: boolean;
  /** Milliseconds since the epoch; null while the agent was there. */
  readonly lostAt: number | null;
}

interface CaseKey {
  readonly caseId: string;
  readonly siteId: string;
}

interface Due {
  readonly expired: readonly OfferKey[];
  readonly wrapped: readonly OfferKey[];
  readonly snoozed: readonly CaseKey[];
  readonly resolved: readonly CaseKey[];
  readonly held: readonly Held[];
  readonly former: readonly FormerStaff[];
  readonly sites: readonly string[];
}

const KEY = `'offerId', o.id, 'caseId', o.case_id, 'siteId', o.site_id`;
// $1 now, $2 the most of each
const DUE: HotStatement = {
  name: 'queues.due',
  text: `${BY_THE_CLOCK} SELECT
    coalesce((SELECT jsonb_agg(jsonb_build_object(${KEY})) FROM (SELECT * FROM offer
      WHERE status = 'pending' AND expires_at <= $1::timestamptz ORDER BY expires_at LIMIT $2::int) o), '[]'::jsonb) AS expired,
    coalesce((SELECT jsonb_agg(jsonb_build_object(${KEY})) FROM (SELECT * FROM offer
      WHERE status = 'wrapping_up' AND wrap_up_until <= $1::timestamptz ORDER BY wrap_up_until LIMIT $2::int) o), '[]'::jsonb) AS wrapped,
    coalesce((SELECT jsonb_agg(jsonb_build_object('caseId', s.id, 'siteId', s.site_id)) FROM (SELECT * FROM support_case
      WHERE status = 'snoozed' AND snoozed_until <= $1::timestamptz ORDER BY snoozed_until LIMIT $2::int) s), '[]'::jsonb) AS snoozed,
    coalesce((SELECT jsonb_agg(jsonb_build_object('caseId', r.id, 'siteId', r.site_id)) FROM (SELECT r.* FROM queue q
      CROSS JOIN LATERAL (SELECT s.* FROM support_case s WHERE s.queue_id = q.id AND ${isToClose('$1')} ORDER BY s.resolved_at LIMIT $2::int) r LIMIT $2::int) r), '[]'::jsonb) AS resolved,
    coalesce((SELECT jsonb_agg(jsonb_build_object(${KEY}, 'agentId', o.agent_id, 'status', o.status, 'isAnswered', o.responded_at IS NOT NULL,
        'lostAt', extract(epoch FROM w.lost_at) * 1000))
      FROM offer o LEFT JOIN agent_work w ON w.agent_id = o.agent_id WHERE o.status IN ('pending', 'accepted')), '[]'::jsonb) AS held,
    coalesce((SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'siteId', u.site_id)) FROM (SELECT * FROM "user"
      WHERE staff_left_at IS NOT NULL ORDER BY staff_left_at LIMIT $2::int) u), '[]'::jsonb) AS former,
    ARRAY(SELECT DISTINCT s.site_id FROM support_case s WHERE s.status = 'queued' AND s.control = 'queue' AND s.offer_id IS NULL) AS sites`,
};

const LOST: HotStatement = {
  name: 'queues.lost',
  text: `UPDATE agent_work SET lost_at = CASE WHEN agent_id = ANY($1::text[]) THEN $3::timestamptz END
    WHERE (agent_id = ANY($1::text[]) AND lost_at IS NULL) OR (agent_id = ANY($2::text[]) AND lost_at IS NOT NULL)`,
};

/** Does what is due on all sites. Answers with the sites in which cases wait. */
export async function sweepQueues(deps: Deps): Promise<readonly string[]> {
  const [due] = await deps.db.hot<Due>(DUE, [deps.clock.now().toISOString(), MOST]);
  if (!due) return [];
  for (const key of due.expired) await timeOut(deps, key);
  for (const key of due.wrapped) await endWrapUp(deps, key);
  for (const key of due.snoozed) await wakeSnoozed(deps, key);
  for (const key of due.resolved) await closeResolved(deps, key);
  for (const each of due.former) await leaveAsStaff(deps, each);
  await settleHeld(deps, due.held);
  return due.sites;
}

/** Takes back what agents hold who are away or gone. */
async function settleHeld(deps: Deps, held: readonly Held[]): Promise<void> {
  // Without the bus this node knows of its own people alone, and would take everybody else for gone.
  if (held.length === 0 || !deps.bus.isUp) return;
  const now = deps.clock.now();
  const shown = new Map((await shownAgents(deps, [...new Set(held.map(({ agentId }) => agentId))])).map(({ id, status }) => [id, status]));
  const isGone = ({ agentId }: Held): boolean => (shown.get(agentId) ?? 'offline') === 'offline';
  const newlyLost = new Set(held.filter((each) => isGone(each) && each.lostAt === null).map(({ agentId }) => agentId));
  const back = new Set(held.filter((each) => !isGone(each) && each.lostAt !== null).map(({ agentId }) => agentId));
  if (newlyLost.size + back.size > 0) await deps.db.hot(LOST, [[...newlyLost], [...back], now.toISOString()]);
  for (const each of held) {
    const lostMs = isGone(each) && each.lostAt !== null ? now.getTime() - each.lostAt : 0;
    if (isToBeTakenBack(each, { isGone: isGone(each), isAway: shown.get(each.agentId) === 'away', lostMs })) await takeBack(deps, each, isGone(each) ? 'agent is gone' : 'agent is away');
  }
}

/** Whether an agent who is not there loses this one. Pure. */
export function isToBeTakenBack(
  offer: Pick<Held, 'status' | 'isAnswered'>,
  agent: { readonly isGone: boolean; readonly isAway: boolean; readonly lostMs: number },
): boolean {
  if (!agent.isGone && !agent.isAway) return false;
  if (offer.status === 'pending') return true;
  if (offer.isAnswered) return agent.isGone && agent.lostMs >= HELD_GRACE_MS;
  return agent.isAway || agent.lostMs >= UNANSWERED_GRACE_MS;
}
