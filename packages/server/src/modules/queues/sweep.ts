/** What the clock and the absence of agents do to cases, looked for by every node; whoever comes first does it. */
import { BY_THE_CLOCK, type HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { inTurn } from '../../kernel/in-turn.js';
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
}

interface Holder {
  readonly agentId: string;
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
  /** Agents who are asked or have cases. */
  readonly holders: readonly Holder[];
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
    coalesce((SELECT jsonb_agg(jsonb_build_object('agentId', h.agent_id, 'lostAt', extract(epoch FROM w.lost_at) * 1000))
      FROM (SELECT DISTINCT o.agent_id FROM offer o WHERE o.status IN ('pending', 'accepted')) h LEFT JOIN agent_work w ON w.agent_id = h.agent_id), '[]'::jsonb) AS holders,
    coalesce((SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'siteId', u.site_id)) FROM (SELECT * FROM "user"
      WHERE staff_left_at IS NOT NULL ORDER BY staff_left_at LIMIT $2::int) u), '[]'::jsonb) AS former,
    ARRAY(SELECT DISTINCT s.site_id FROM support_case s WHERE s.status = 'queued' AND s.control = 'queue' AND s.offer_id IS NULL) AS sites`,
};

// $1 agents, $2 the most
const HELD: HotStatement = {
  name: 'queues.held',
  text: `SELECT o.id AS "offerId", o.case_id AS "caseId", o.site_id AS "siteId", o.agent_id AS "agentId", o.status::text AS status, o.responded_at IS NOT NULL AS "isAnswered"
    FROM offer o WHERE o.agent_id = ANY($1::text[]) AND o.status IN ('pending', 'accepted') ORDER BY o.created_at, o.id LIMIT $2::int`,
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
  await inTurn(due.expired, { ...ofSweep(deps, 'end an offer'), work: (key) => timeOut(deps, key) });
  await inTurn(due.wrapped, { ...ofSweep(deps, 'end the wrapping up of a case'), work: (key) => endWrapUp(deps, key) });
  await inTurn(due.snoozed, { ...ofSweep(deps, 'wake a case'), work: (key) => wakeSnoozed(deps, key) });
  await inTurn(due.resolved, { ...ofSweep(deps, 'close a case'), work: (key) => closeResolved(deps, key) });
  await inTurn(due.former, { ...ofSweep(deps, 'take the places of former staff away'), work: (each) => leaveAsStaff(deps, each) });
  await settleHeld(deps, due.holders);
  return due.sites;
}

/** Takes back what agents hold who are away or gone. */
async function settleHeld(deps: Deps, holders: readonly Holder[]): Promise<void> {
  // Without the bus this node knows of its own people alone, and would take everybody else for gone.
  if (holders.length === 0 || !deps.bus.isUp) return;
  const now = deps.clock.now();
  const shown = new Map((await shownAgents(deps, holders.map(({ agentId }) => agentId))).map(({ id, status }) => [id, status]));
  const seen = holders.map(({ agentId, lostAt }) => {
    const status = shown.get(agentId) ?? 'offline';
    const isGone = status === 'offline';
    return { agentId, wasLost: lostAt !== null, isGone, isAway: status === 'away', lostMs: isGone && lostAt !== null ? now.getTime() - lostAt : 0 };
  });
  const newlyLost = seen.filter(({ isGone, wasLost }) => isGone && !wasLost).map(({ agentId }) => agentId);
  const back = seen.filter(({ isGone, wasLost }) => !isGone && wasLost).map(({ agentId }) => agentId);
  if (newlyLost.length + back.length > 0) await deps.db.hot(LOST, [newlyLost, back, now.toISOString()]);
  const absent = new Map(seen.filter(({ isGone, isAway }) => isGone || isAway).map((each) => [each.agentId, each]));
  const held = absent.size === 0 ? [] : await deps.db.hot<Held>(HELD, [[...absent.keys()], MOST]);
  await inTurn(held, {
    ...ofSweep(deps, 'take a case back'),
    async work(each) {
      const agent = absent.get(each.agentId);
      if (agent && isToBeTakenBack(each, agent)) await takeBack(deps, each, agent.isGone ? 'agent is gone' : 'agent is away');
    },
  });
}

function ofSweep({ log }: Deps, operation: string) {
  return { log, event: 'queues.failed', operation } as const;
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
