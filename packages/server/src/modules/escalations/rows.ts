import type { PersonView } from '../../kernel/views.js';
import type { EscalationStatus } from '../../kernel/words.js';
import { isoText } from '../../log/statement.js';
import { personJson } from '../../log/view-sql.js';

/** An escalation as staff see it. */
export interface EscalationView {
  readonly id: string;
  readonly caseId: string;
  /** The conversation of the agent with the admins. */
  readonly conversationId: string;
  readonly openedBy: PersonView;
  readonly reason: string;
  readonly status: EscalationStatus;
  /** Null while it is open. */
  readonly decision: string | null;
  readonly decidedBy: PersonView | null;
  readonly decidedAt: string | null;
  readonly createdAt: string;
}

/** {@link EscalationView} of a row of escalation, as JSON. */
export const escalationJson = (row: string): string =>
  `(SELECT jsonb_build_object('id', ${row}.id, 'caseId', ${row}.case_id, 'conversationId', ${row}.conversation_id, 'openedBy', ${personJson('eo')},
    'reason', ${row}.reason, 'status', ${row}.status, 'decision', ${row}.decision, 'decidedBy', CASE WHEN ed.id IS NULL THEN NULL ELSE ${personJson('ed')} END,
    'decidedAt', ${isoText(`${row}.decided_at`)}, 'createdAt', ${isoText(`${row}.created_at`)})
   FROM "user" eo LEFT JOIN "user" ed ON ed.id = ${row}.decided_by_id WHERE eo.id = ${row}.opened_by_id)`;

/** An escalation with what its changes depend on. */
export interface EscalationRow {
  readonly id: string;
  readonly caseId: string;
  readonly bodyHash: string;
  readonly decidedById: string | null;
  readonly view: EscalationView;
}

/** Select list of an {@link EscalationRow} from a row of escalation. */
export const escalationColumns = (row: string): string =>
  `${row}.id, ${row}.case_id AS "caseId", ${row}.body_hash AS "bodyHash", ${row}.decided_by_id AS "decidedById", ${escalationJson(row)} AS view`;
