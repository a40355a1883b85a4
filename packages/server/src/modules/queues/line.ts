/** The lines of a site at one moment: who stands where, how long it may take, and what staff see of the queues. */
import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { SupportCaseView } from '../../kernel/views.js';
import type { NoEstimate, QueuePositionItem } from '../../log/feed-item.js';
import { isoText } from '../../log/statement.js';
import { caseJson } from '../../log/view-sql.js';
import { type ReadyAgent, readyAgents } from '../agents/index.js';
import type { PresenceNode } from '../presence/index.js';
import { loadQueues } from './admin.js';
import type { QueueRow } from './rows.js';

/** The newest hand-overs of a queue that an estimate looks at, and how far back at most, in seconds. */
export const HAND_OVERS = 20;
export const HAND_OVER_SECONDS = 3_600;
/** With fewer there is no estimate. */
export const LEAST_HAND_OVERS = 3;
/** The most cases that staff are shown. */
const MAX_CASES = 1_000;

/** A queue and what is in it. */
export interface QueueState {
  readonly queue: QueueRow;
  /** Cases in the line, those offered included. */
  readonly waiting: number;
  /** Cases of the line that an agent is asked to take. */
  readonly offered: number;
  readonly open: number;
  readonly pending: number;
  readonly snoozed: number;
  /** RFC 3339; null while nobody waits. */
  readonly oldestQueuedAt: string | null;
}

/** A reading of a site's lines. */
export interface Lines {
  readonly queues: readonly QueueState[];
  /** By conversation. */
  readonly positions: ReadonlyMap<string, QueuePositionItem>;
  /** Those that are not over; empty where nobody asked. */
  readonly cases: readonly SupportCaseView[];
}

interface Row {
  readonly counts: readonly (Omit<QueueState, 'queue'> & { readonly queueId: string })[];
  readonly line: readonly { readonly caseId: string; readonly conversationId: string; readonly queueId: string; readonly position: number }[];
  /** Milliseconds since the epoch, by queue, newest first. */
  readonly handOvers: Readonly<Partial<Record<string, readonly number[]>>>;
  readonly cases: readonly SupportCaseView[];
}

// $1 site, $2 hand-overs since, $3 whether cases are wanted
const LINES: HotStatement = {
  name: 'queues.lines',
  text: `WITH live AS MATERIALIZED (SELECT s.* FROM support_case s WHERE s.site_id = $1 AND s.status IN ('queued', 'open', 'pending', 'snoozed'))
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('queueId', x.queue_id, 'waiting', x.waiting, 'offered', x.offered, 'open', x.open, 'pending', x.pending,
        'snoozed', x.snoozed, 'oldestQueuedAt', x.oldest)) FROM (
        SELECT l.queue_id, (count(*) FILTER (WHERE l.status = 'queued' AND l.control = 'queue'))::int AS waiting,
          (count(*) FILTER (WHERE l.status = 'queued' AND l.offer_id IS NOT NULL))::int AS offered, (count(*) FILTER (WHERE l.status = 'open'))::int AS open,
          (count(*) FILTER (WHERE l.status = 'pending'))::int AS pending, (count(*) FILTER (WHERE l.status = 'snoozed'))::int AS snoozed,
          ${isoText(`min(l.queued_at) FILTER (WHERE l.status = 'queued' AND l.control = 'queue')`)} AS oldest
        FROM live l GROUP BY l.queue_id) x), '[]'::jsonb) AS counts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('caseId', p.id, 'conversationId', p.conversation_id, 'queueId', p.queue_id, 'position', p.position)) FROM (
        SELECT l.id, l.conversation_id, l.queue_id, (row_number() OVER (PARTITION BY l.queue_id ORDER BY l.rank, l.id))::int AS position
        FROM live l WHERE l.status = 'queued' AND l.control = 'queue') p), '[]'::jsonb) AS line,
      coalesce((SELECT jsonb_object_agg(q.id, q.times) FROM (
        SELECT q.id, (SELECT jsonb_agg(h.at ORDER BY h.at DESC) FROM (SELECT extract(epoch FROM o.accepted_at)::float8 * 1000 AS at FROM offer o
          WHERE o.queue_id = q.id AND o.accepted_at > $2::timestamptz ORDER BY o.accepted_at DESC LIMIT ${HAND_OVERS}) h) AS times
        FROM queue q WHERE q.site_id = $1) q WHERE q.times IS NOT NULL), '{}'::jsonb) AS "handOvers",
      CASE WHEN $3::boolean THEN coalesce((SELECT jsonb_agg(${caseJson('l')} ORDER BY l.rank, l.id)
        FROM (SELECT * FROM live ORDER BY rank, id LIMIT ${MAX_CASES}) l), '[]'::jsonb) ELSE '[]'::jsonb END AS cases`,
};

/** Reads the lines of a site: three queries, however many wait. */
export async function readLines(deps: Deps, siteId: string, of: { readonly withCases: boolean; readonly presence: PresenceNode }): Promise<Lines> {
  const now = deps.clock.now();
  const since = new Date(now.getTime() - HAND_OVER_SECONDS * 1_000).toISOString();
  const [row] = await deps.db.hot<Row>(LINES, [siteId, since, of.withCases]);
  const queues = await loadQueues(deps, siteId);
  const agents = row && row.line.length > 0 ? await readyAgents(deps, siteId, of.presence) : [];
  const counts = new Map(row?.counts.map(({ queueId, ...rest }) => [queueId, rest]));
  const nobody = { waiting: 0, offered: 0, open: 0, pending: 0, snoozed: 0, oldestQueuedAt: null };
  const rates = new Map(queues.map((queue) => [queue.id, rateOf({ handOvers: row?.handOvers[queue.id] ?? [], isServed: isServed(queue, agents), now })]));
  const positions = (row?.line ?? []).map(({ caseId, conversationId, queueId, position }): [string, QueuePositionItem] => {
    const estimate = estimateOf(position, rates.get(queueId) ?? { noEstimateReason: 'TOO_FEW_HAND_OVERS' });
    return [conversationId, { type: 'QueuePositionChanged', caseId, position, ...estimate, at: now.toISOString() }];
  });
  return {
    queues: queues.map((queue) => ({ queue, ...(counts.get(queue.id) ?? nobody) })),
    positions: new Map(positions),
    cases: row?.cases ?? [],
  };
}

/** How fast a queue moves, or why that is not known. */
export type Rate = { readonly handOvers: number; readonly seconds: number } | { readonly noEstimateReason: NoEstimate };

/** How fast a queue moved lately: its newest hand-overs, over the time from the first of them until now. Pure. */
export function rateOf(of: { readonly handOvers: readonly number[]; readonly isServed: boolean; readonly now: Date }): Rate {
  if (!of.isServed) return { noEstimateReason: 'NO_AGENTS' };
  const first = of.handOvers.at(-1);
  if (first === undefined || of.handOvers.length < LEAST_HAND_OVERS) return { noEstimateReason: 'TOO_FEW_HAND_OVERS' };
  return { handOvers: of.handOvers.length, seconds: Math.max(1, Math.round((of.now.getTime() - first) / 1_000)) };
}

/** How long who stands here will wait if the queue goes on as it did. Pure. */
export function estimateOf(position: number, rate: Rate): Pick<QueuePositionItem, 'estimatedWaitSeconds' | 'basis' | 'noEstimateReason'> {
  if ('noEstimateReason' in rate) return { estimatedWaitSeconds: null, basis: null, noEstimateReason: rate.noEstimateReason };
  return { estimatedWaitSeconds: Math.round((position * rate.seconds) / rate.handOvers), basis: rate, noEstimateReason: null };
}

function isServed(queue: QueueRow, agents: readonly ReadyAgent[]): boolean {
  return agents.some(({ departments }) => queue.department === null || departments.includes(queue.department));
}
