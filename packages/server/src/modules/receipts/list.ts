import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { audiencesOf, canSee } from '../../kernel/audience.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { PersonView, ReceiptView } from '../../kernel/views.js';
import type { ParticipantRole } from '../../kernel/words.js';
import { isoText } from '../../log/statement.js';
import { personJson, receiptJson } from '../../log/view-sql.js';
import { accessConversation } from '../conversations/index.js';
import { accessMessage } from '../messages/index.js';

/** When one recipient got and read one message; null for not yet. */
export interface MessageReceiptView {
  readonly user: PersonView;
  readonly deliveredAt: string | null;
  readonly readAt: string | null;
}

const RECEIPTS: HotStatement = {
  name: 'receipts.list',
  text: `SELECT ${receiptJson('p')} AS receipt FROM participant p WHERE p.conversation_id = $1 AND p.left_at IS NULL ORDER BY p.joined_at, p.user_id`,
};

/**
 * $1 conversation, $2 seq of the message, $3 its sender. A mark passed the message with the first receipt that says so, or with the
 * first message to all that the recipient sent after it.
 */
const MESSAGE_RECEIPTS: HotStatement = {
  name: 'receipts.ofMessage',
  text: `
SELECT p.role::text AS role, ${personJson('u')} AS "user",
  ${isoText(`(SELECT e.created_at FROM event e ${passed('deliveredSeq')})`)} AS "deliveredAt",
  ${isoText(`(SELECT e.created_at FROM event e ${passed('readSeq')})`)} AS "readAt"
FROM participant p JOIN "user" u ON u.id = p.user_id
WHERE p.conversation_id = $1 AND p.left_at IS NULL AND p.user_id <> $3
ORDER BY p.joined_at, p.user_id`,
};

function passed(mark: 'deliveredSeq' | 'readSeq'): string {
  return `WHERE e.conversation_id = $1 AND e.seq > $2::int AND e.actor_id = p.user_id
    AND ((e.type = 'MessageSent' AND e.audience = 'all') OR (e.type = 'ReceiptAdvanced' AND (e.data->>'${mark}')::int >= $2::int))
    ORDER BY e.seq LIMIT 1`;
}

/**
 * How far everybody in a conversation is.
 * @throws ChatError NOT_FOUND
 */
export async function listReceipts(deps: Deps, viewer: Viewer, conversationId: string): Promise<readonly ReceiptView[]> {
  await accessConversation(deps, viewer, { conversationId, need: 'read', operation: 'read receipts' });
  const rows = await deps.db.hot<{ receipt: ReceiptView }>(RECEIPTS, [conversationId]);
  return rows.map(({ receipt }) => receipt);
}

/**
 * When each recipient got and read a message: everybody who takes part now and may see it, its sender aside.
 * @throws ChatError NOT_FOUND
 */
export async function listMessageReceipts(deps: Deps, viewer: Viewer, messageId: string): Promise<readonly MessageReceiptView[]> {
  const { message } = await accessMessage(deps, viewer, { messageId, operation: 'read receipts' });
  const rows = await deps.db.hot<MessageReceiptView & { readonly role: ParticipantRole }>(MESSAGE_RECEIPTS, [
    message.conversationId,
    message.seq,
    message.senderId,
  ]);
  return rows
    .filter(({ role }) => canSee(audiencesOf(role), message.audience))
    .map(({ user, deliveredAt, readAt }) => ({ user, deliveredAt, readAt }));
}
