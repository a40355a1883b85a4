import type { OfferView, SupportCaseView } from '../../kernel/views.js';
import type { OfferStatus, SupportControl, SupportPriority, SupportStatus } from '../../kernel/words.js';
import { isoText } from '../../log/statement.js';
import { caseJson } from '../../log/view-sql.js';

/** A case with what its changes depend on. */
export interface CaseRow {
  readonly id: string;
  readonly siteId: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly queueId: string;
  readonly status: SupportStatus;
  readonly control: SupportControl;
  readonly priority: SupportPriority;
  readonly agentId: string | null;
  readonly offerId: string | null;
  readonly statusSeq: number;
  readonly queuedAt: Date;
  readonly firstResponseAt: Date | null;
  /** All of it, as staff see it. */
  readonly view: SupportCaseView;
}

/** Select list of a {@link CaseRow} from a row of support_case. */
export const caseColumns = (row: string): string =>
  `${row}.id, ${row}.site_id AS "siteId", ${row}.conversation_id AS "conversationId", ${row}.customer_id AS "customerId", ${row}.queue_id AS "queueId",
    ${row}.status::text AS status, ${row}.control::text AS control, ${row}.priority::text AS priority, ${row}.agent_id AS "agentId",
    ${row}.offer_id AS "offerId", ${row}.status_seq AS "statusSeq", ${row}.queued_at AS "queuedAt", ${row}.first_response_at AS "firstResponseAt",
    ${caseJson(row)} AS view`;

/** A queue. */
export interface QueueRow {
  readonly id: string;
  readonly siteId: string;
  readonly key: string;
  readonly name: string;
  readonly department: string | null;
  readonly schedule: string | null;
  readonly isDefault: boolean;
  readonly defaultPriority: SupportPriority;
  readonly maxWaiting: number | null;
  readonly overflowQueueId: string | null;
  readonly ageingSeconds: number;
  readonly offerSeconds: number;
  readonly wrapUpSeconds: number;
  readonly closeAfterSeconds: number | null;
  readonly isBotFirst: boolean;
  readonly isActive: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Select list of a {@link QueueRow} from a row of queue. */
export const queueColumns = (row: string): string =>
  `${row}.id, ${row}.site_id AS "siteId", ${row}.key, ${row}.name, ${row}.department, ${row}.schedule, ${row}.is_default AS "isDefault",
    ${row}.default_priority::text AS "defaultPriority", ${row}.max_waiting AS "maxWaiting", ${row}.overflow_queue_id AS "overflowQueueId",
    ${row}.ageing_seconds AS "ageingSeconds", ${row}.offer_seconds AS "offerSeconds", ${row}.wrap_up_seconds AS "wrapUpSeconds",
    ${row}.close_after_seconds AS "closeAfterSeconds",
    ${row}.is_bot_first AS "isBotFirst", ${row}.is_active AS "isActive", ${row}.created_at AS "createdAt", ${row}.updated_at AS "updatedAt"`;

/** An offer with what its changes depend on. */
export interface OfferRow {
  readonly id: string;
  readonly siteId: string;
  readonly caseId: string;
  readonly queueId: string;
  readonly agentId: string;
  readonly status: OfferStatus;
  readonly expiresAt: Date;
  readonly respondedAt: Date | null;
}

/** Select list of an {@link OfferRow} from a row of offer. */
export const offerColumns = (row: string): string =>
  `${row}.id, ${row}.site_id AS "siteId", ${row}.case_id AS "caseId", ${row}.queue_id AS "queueId", ${row}.agent_id AS "agentId",
    ${row}.status::text AS status, ${row}.expires_at AS "expiresAt", ${row}.responded_at AS "respondedAt"`;

/** {@link OfferView} of a row of offer and that of its case. */
export const offerJson = (offer: string, row: string): string =>
  `jsonb_build_object('id', ${offer}.id, 'agentId', ${offer}.agent_id, 'status', ${offer}.status, 'createdAt', ${isoText(`${offer}.created_at`)},
    'expiresAt', ${isoText(`${offer}.expires_at`)}, 'acceptedAt', ${isoText(`${offer}.accepted_at`)}, 'wrapUpUntil', ${isoText(`${offer}.wrap_up_until`)},
    'endedAt', ${isoText(`${offer}.ended_at`)}, 'reason', ${offer}.reason, 'case', ${caseJson(row)})`;

/** The offers that count against an agent's capacity, as SQL. */
export const LIVE = `('pending', 'accepted', 'wrapping_up')`;

/** What {@link offerJson} yields, in a column. */
export interface OfferJson {
  readonly view: OfferView;
}
