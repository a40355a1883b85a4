import type { Cluster } from './cluster.js';

/** A case of support as it is kept. */
export interface KeptCase {
  readonly id: string;
  readonly clientId: string;
  readonly customerId: string;
  readonly status: string;
  readonly agentId: string | null;
  /** Place in the line, in milliseconds since the epoch. */
  readonly rank: number;
  /** When it came, in milliseconds since the epoch. */
  readonly createdAt: number;
  /** Agents who take part in its conversation. */
  readonly present: readonly string[];
}

/** An offer as it is kept. Times are milliseconds since the epoch. */
export interface KeptOffer {
  /** Begins with the moment of its making, which lies behind the locks under which it was made. */
  readonly id: string;
  readonly caseId: string;
  readonly agentId: string;
  readonly status: string;
  readonly acceptedAt: number | null;
  readonly endedAt: number | null;
}

/** Lines as the database has them, which is what is true. */
export interface DeskTruth {
  readonly cases: readonly KeptCase[];
  readonly offers: readonly KeptOffer[];
}

const ms = (column: string): string => `extract(epoch FROM ${column})::float8 * 1000`;

const READ = `WITH line AS (SELECT s.* FROM support_case s JOIN queue q ON q.id = s.queue_id WHERE q.key = ANY($1::text[]))
  SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'clientId', s.client_id, 'customerId', s.customer_id, 'status', s.status, 'agentId', s.agent_id,
      'rank', ${ms('s.rank')}, 'createdAt', ${ms('s.created_at')},
      'present', ARRAY(SELECT p.user_id FROM participant p WHERE p.conversation_id = s.conversation_id AND p.role = 'agent' AND p.left_at IS NULL))) FROM line s), '[]'::jsonb) AS cases,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'caseId', o.case_id, 'agentId', o.agent_id, 'status', o.status,
      'acceptedAt', ${ms('o.accepted_at')}, 'endedAt', ${ms('o.ended_at')}) ORDER BY o.id) FROM offer o JOIN line s ON s.id = o.case_id), '[]'::jsonb) AS offers`;

/** Reads the cases of some lines, named by their keys, with all their offers, as they are at one moment. */
export async function readDesk(cluster: Cluster, keys: readonly string[]): Promise<DeskTruth> {
  const [row] = await cluster.sql<DeskTruth & Record<string, unknown>>(READ, [keys]);
  if (!row) throw new Error('unable to judge; the database did not answer');
  return row;
}

/** What P9 forbids at any moment, in words: a case with two live offers, an agent with more of them than they take. `$1` names the lines. */
export const AGENT_LOADS = `WITH live AS (SELECT o.case_id, o.agent_id FROM offer o JOIN queue q ON q.id = o.queue_id
    WHERE q.key = ANY($1::text[]) AND o.status IN ('pending', 'accepted', 'wrapping_up'))
  SELECT 'case ' || case_id || ' had ' || count(*) || ' live offers at once' AS says FROM live GROUP BY case_id HAVING count(*) > 1
  UNION ALL SELECT 'agent ' || l.agent_id || ' had ' || count(*) || ' cases at once and takes ' || a.max_conversations
    FROM live l JOIN agent a ON a.user_id = l.agent_id GROUP BY l.agent_id, a.max_conversations HAVING count(*) > a.max_conversations`;
