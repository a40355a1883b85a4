import type { HotStatement } from '../../db/contract.js';
import { behindActivity, byActivity } from '../../log/activity-sql.js';
import { inScope } from '../queues/index.js';

/** A conversation's place in a customer's list. */
export interface CustomerConversationRow {
  readonly id: string;
  readonly at: Date;
}

/**
 * Conversations of customer `$2` on site `$1`, newest activity first; `$3`/`$4` time and id of the cursor or null, `$5` limit, and from `$6` on the scope of cases: of
 * support's own those that are in it, and those in which viewer `$9` takes part.
 */
export const CUSTOMER_CONVERSATIONS: HotStatement = {
  name: 'desk.customer_conversations',
  text: `SELECT c.id, c.last_activity_at AS at FROM participant p JOIN conversation c ON c.id = p.conversation_id
    WHERE c.site_id = $1 AND p.user_id = $2 AND p.role IN ('client', 'provider', 'team_member') AND c.kind::text NOT IN ('team', 'escalation')
      AND (c.kind <> 'support' OR EXISTS (SELECT 1 FROM support_case s WHERE s.conversation_id = c.id AND ${inScope('s', 6)})
        OR EXISTS (SELECT 1 FROM participant me WHERE me.conversation_id = c.id AND me.user_id = $9 AND me.left_at IS NULL))
      AND ($3::timestamptz IS NULL OR ${behindActivity('c', { at: '$3::timestamptz', id: '$4::text' })})
    ORDER BY ${byActivity('c')} LIMIT $5::int`,
};

/** How much there is of a customer. */
export interface CustomerTotals {
  readonly conversations: number;
  readonly bookings: number;
  readonly payments: number;
  readonly cases: number;
}

/** {@link CustomerTotals} of user `$2` on site `$1`. */
export const CUSTOMER_TOTALS: HotStatement = {
  name: 'desk.customer_totals',
  text: `SELECT
    (SELECT count(*) FROM participant p JOIN conversation c ON c.id = p.conversation_id WHERE c.site_id = $1 AND p.user_id = $2
      AND p.role IN ('client', 'provider', 'team_member') AND c.kind::text NOT IN ('team', 'escalation'))::int AS conversations,
    (SELECT count(*) FROM booking b WHERE b.site_id = $1 AND (b.client_id = $2 OR b.provider_id = $2))::int AS bookings,
    (SELECT count(*) FROM payment y WHERE y.site_id = $1 AND y.user_id = $2)::int AS payments,
    (SELECT count(*) FROM support_case k WHERE k.site_id = $1 AND k.customer_id = $2)::int AS cases`,
};
