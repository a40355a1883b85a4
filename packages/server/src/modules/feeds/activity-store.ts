import type { Db, HotStatement } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import { isoText } from '../../log/statement.js';
import { holdsSql } from '../../log/view-sql.js';

/** The most cases of one reading: those in which something was said last. */
const MOST = 1_000;

/** What was said last in a case, and who of the staff may read it. */
export interface CaseActivity {
  readonly caseId: string;
  readonly conversationId: string;
  readonly department: string | null;
  readonly agentId: string | null;
  readonly heads: Heads;
  readonly lastActivityAt: string;
  /** Agents who take part. */
  readonly readers: readonly string[];
}

/** Cases of site `$1` that are not over, newest activity first, or with `$2` those of these conversations, over or not. */
const ACTIVITY: HotStatement = {
  name: 'feeds.activity',
  text: `SELECT s.id AS "caseId", c.id AS "conversationId", q.department, s.agent_id AS "agentId", c.heads, ${isoText('c.last_activity_at')} AS "lastActivityAt",
      ARRAY(SELECT p.user_id FROM participant p WHERE p.conversation_id = c.id AND p.left_at IS NULL AND p.role IN ('agent', 'admin', 'bot') AND ${holdsSql('p')} ORDER BY p.user_id) AS readers
    FROM support_case s JOIN conversation c ON c.id = s.conversation_id JOIN queue q ON q.id = s.queue_id
    WHERE s.site_id = $1 AND CASE WHEN $2::text[] IS NULL THEN s.status NOT IN ('resolved', 'closed') ELSE s.conversation_id = ANY($2::text[]) END
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT ${MOST}`,
};

/** Reads what was said last. One query, however many cases. */
export function readActivity(db: Db, of: { readonly siteId: string; readonly ids: readonly string[] | null }): Promise<CaseActivity[]> {
  return db.hot<CaseActivity>(ACTIVITY, [of.siteId, of.ids]);
}
