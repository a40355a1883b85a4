import type { ConversationView, ParticipantView } from '../../kernel/views.js';
import type { NewEvent } from '../../log/event.js';
import type { EnteredRow } from './store.js';

/** Somebody came in, or came back. */
export function participantJoined(actorId: string | null, participant: ParticipantView): NewEvent {
  return { type: 'ParticipantJoined', payload: { participant }, audience: 'all', actorId };
}

/** Somebody left or was removed. */
export function participantLeft(actorId: string | null, participant: ParticipantView): NewEvent {
  return { type: 'ParticipantLeft', payload: { participant }, audience: 'all', actorId };
}

/** The marks with which somebody came in. */
export function receiptAdvanced(actorId: string | null, row: EnteredRow): NewEvent {
  const { userId, deliveredSeq, deliveredAt, readSeq, readAt } = row;
  const receipt = {
    userId,
    deliveredSeq,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    readSeq,
    readAt: readAt?.toISOString() ?? null,
  };
  return { type: 'ReceiptAdvanced', payload: { receipt }, audience: 'all', actorId, hint: { readCount: row.readCount } };
}

/** The title, the gate, the booking around a conversation or the name of somebody's part changed. */
export function conversationUpdated(actorId: string | null, conversation: ConversationView): NewEvent {
  return { type: 'ConversationUpdated', payload: { conversation }, audience: 'all', actorId };
}
