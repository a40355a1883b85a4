export { type Access, type AccessRequest, accessConversation, accessConversationIn } from './access.js';
export { isOpen, type Need } from './policy.js';
export type { ConversationRow, ParticipantRow } from './rows.js';
export { ConversationRef, ParticipantRef, UnreadTotalsRef } from './schema-types.js';
export { conversationView, participantView, placeView, previewOf } from './views.js';
