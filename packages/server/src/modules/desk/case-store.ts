import type { HotStatement } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import type { PersonView, SupportCaseView, TagView } from '../../kernel/views.js';
import type { SupportStatus } from '../../kernel/words.js';
import { caseJson, personJson, tagsJson } from '../../log/view-sql.js';
import { inScope } from '../queues/index.js';
import type { CaseSort } from './case-filter.js';

/** A case of an inbox as {@link casePage} reads it. */
export interface InboxCaseRow {
  readonly id: string;
  /** Its place in the order asked for. */
  readonly at: Date;
  readonly case: SupportCaseView;
  readonly tags: readonly TagView[];
  readonly heads: Heads;
  readonly lastActivityAt: Date;
  /** Whether the viewer may read its messages. */
  readonly isReadable: boolean;
  readonly openEscalations: number;
}

/** Whether user `$at` reads the conversation `c`: they take part in it, or read every one (`$at + 1`). */
const reads = (at: number): string =>
  `($${at + 1}::boolean OR EXISTS (SELECT 1 FROM participant vp WHERE vp.conversation_id = c.id AND vp.user_id = $${at} AND vp.left_at IS NULL))`;

/**
 * The cases that fit: `$1` site, `$2` to `$10` the filter, from `$at` on the viewer, whether they read every conversation, and the scope; `s`, `c` and `cu` are case,
 * conversation and customer. Messages are looked into only where the viewer may read them.
 */
const fitting = (at: number): string => `support_case s JOIN conversation c ON c.id = s.conversation_id JOIN "user" cu ON cu.id = s.customer_id
  WHERE s.site_id = $1 AND ($2::text[] IS NULL OR s.status::text = ANY($2::text[])) AND ($3::text[] IS NULL OR s.priority::text = ANY($3::text[]))
    AND ($4::text[] IS NULL OR s.queue_id = ANY($4::text[]))
    AND (($5::text[] IS NULL AND NOT $6::boolean) OR s.agent_id = ANY($5::text[]) OR ($6::boolean AND s.agent_id IS NULL))
    AND ($7::text[] IS NULL OR EXISTS (SELECT 1 FROM conversation_tag ft JOIN tag fg ON fg.id = ft.tag_id AND fg.deleted_at IS NULL
      WHERE ft.conversation_id = s.conversation_id AND ft.tag_id = ANY($7::text[])))
    AND ($8::text IS NULL OR s.customer_id = $8::text)
    AND ($9::text IS NULL OR lower(s.subject) LIKE $9::text OR lower(cu.display_name) LIKE $9::text OR lower(cu.email) LIKE $9::text
      OR (${reads(at)} AND EXISTS (SELECT 1 FROM message fm WHERE fm.conversation_id = s.conversation_id AND fm.kind = 'text' AND fm.deleted_at IS NULL
        AND to_tsvector('simple', fm.text) @@ websearch_to_tsquery('simple', $10::text))))
    AND ${inScope('s', at + 2)}`;

const ORDERS: Readonly<Record<CaseSort, { readonly by: string; readonly direction: 'ASC' | 'DESC' }>> = {
  activity: { by: 'c.last_activity_at', direction: 'DESC' },
  newest: { by: 's.queued_at', direction: 'DESC' },
  oldest: { by: 's.queued_at', direction: 'ASC' },
  line: { by: 's.rank', direction: 'ASC' },
};

/**
 * A page of the cases that fit, in an order: `$1` to `$10` site and filter, `$11`/`$12` time and id of the cursor or null, `$13` limit, `$14` the viewer,
 * `$15` whether they read every conversation, `$16` to `$18` the scope.
 */
export function casePage(sort: CaseSort): HotStatement {
  const { by, direction } = ORDERS[sort];
  const behind = direction === 'ASC' ? '>' : '<';
  return {
    name: `desk.cases.${sort}`,
    text: `WITH page AS (SELECT s.id, ${by} AS at FROM ${fitting(14)} AND ($11::timestamptz IS NULL OR (${by}, s.id) ${behind} ($11::timestamptz, $12::text))
      ORDER BY ${by} ${direction}, s.id ${direction} LIMIT $13::int)
    SELECT p.id, p.at, ${caseJson('s')} AS "case", ${tagsJson('c')} AS tags, c.heads, c.last_activity_at AS "lastActivityAt",
      ${reads(14)} AS "isReadable",
      (SELECT count(*)::int FROM escalation x WHERE x.case_id = s.id AND x.status = 'open') AS "openEscalations"
    FROM page p JOIN support_case s ON s.id = p.id JOIN conversation c ON c.id = s.conversation_id ORDER BY p.at ${direction}, p.id ${direction}`,
  };
}

/** How many cases there are, by what. */
export interface CaseCountsRow {
  readonly total: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly byStatus: readonly { readonly status: SupportStatus; readonly count: number }[];
  readonly byQueue: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly byTag: readonly { readonly tag: TagView; readonly count: number }[];
  readonly byAgent: readonly { readonly agent: PersonView; readonly count: number }[];
}

/** The most queues, tags and agents of one answer. */
const MAX_GROUPS = 200;
const LIVE = `status NOT IN ('resolved', 'closed')`;

/**
 * {@link CaseCountsRow} of the cases that fit: `$1` to `$10` site and filter, `$11` the viewer, `$12` whether they read every conversation, `$13` to `$15` the scope. By queue, tag and agent only those that are not
 * over are counted. Closed cases are in no count unless the filter asks for them.
 */
export const CASE_COUNTS: HotStatement = {
  name: 'desk.case_counts',
  text: `WITH fit AS MATERIALIZED (SELECT s.id, s.status, s.queue_id, s.agent_id, s.conversation_id FROM ${fitting(11)} AND ($2::text[] IS NOT NULL OR s.status <> 'closed'))
  SELECT (SELECT count(*)::int FROM fit WHERE ${LIVE}) AS total,
    (SELECT count(*)::int FROM fit WHERE ${LIVE} AND agent_id = $11) AS mine, (SELECT count(*)::int FROM fit WHERE ${LIVE} AND agent_id IS NULL) AS unassigned,
    coalesce((SELECT jsonb_agg(jsonb_build_object('status', g.status, 'count', g.n) ORDER BY g.status) FROM (SELECT status, count(*)::int AS n FROM fit GROUP BY status) g), '[]'::jsonb) AS "byStatus",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'count', g.n) ORDER BY q.name, q.id)
      FROM (SELECT queue_id, count(*)::int AS n FROM fit WHERE ${LIVE} GROUP BY queue_id ORDER BY n DESC LIMIT ${MAX_GROUPS}) g JOIN queue q ON q.id = g.queue_id), '[]'::jsonb) AS "byQueue",
    coalesce((SELECT jsonb_agg(jsonb_build_object('tag', jsonb_build_object('id', t.id, 'name', t.name, 'color', t.color), 'count', g.n) ORDER BY t.name_key)
      FROM (SELECT ct.tag_id, count(*)::int AS n FROM fit JOIN conversation_tag ct ON ct.conversation_id = fit.conversation_id WHERE fit.${LIVE} GROUP BY ct.tag_id ORDER BY n DESC LIMIT ${MAX_GROUPS}) g
      JOIN tag t ON t.id = g.tag_id AND t.deleted_at IS NULL), '[]'::jsonb) AS "byTag",
    coalesce((SELECT jsonb_agg(jsonb_build_object('agent', ${personJson('u')}, 'count', g.n) ORDER BY u.display_name, u.id)
      FROM (SELECT agent_id, count(*)::int AS n FROM fit WHERE ${LIVE} AND agent_id IS NOT NULL GROUP BY agent_id ORDER BY n DESC LIMIT ${MAX_GROUPS}) g JOIN "user" u ON u.id = g.agent_id), '[]'::jsonb) AS "byAgent"`,
};

/** Cases of customer `$2` on site `$1` that are not over, in the scope (`$3` to `$5`), newest first; 20 at most. */
export const OPEN_CASES: HotStatement = {
  name: 'desk.open_cases',
  text: `SELECT ${caseJson('s')} AS "case" FROM support_case s WHERE s.site_id = $1 AND s.customer_id = $2 AND s.status NOT IN ('resolved', 'closed') AND ${inScope('s', 3)}
    ORDER BY s.queued_at DESC, s.id DESC LIMIT 20`,
};

/** The case of conversation `$1` of site `$2`, if it is in the scope (`$3` to `$5`). */
export const CASE_OF_CONVERSATION: HotStatement = {
  name: 'desk.case_of_conversation',
  text: `SELECT s.id FROM support_case s WHERE s.conversation_id = $1 AND s.site_id = $2 AND ${inScope('s', 3)}`,
};
