export { type Access, type AccessRequest, accessConversation, accessConversationIn } from './access.js';
export { ensureConversation, type NewConversation } from './ensure.js';
export { addedParticipantRole, isOpen, isStaffPlace, type Need } from './policy.js';
export {
  type ConversationPage,
  findConversation,
  listMyConversations,
  loadConversationsFor,
  readConversation,
  unreadTotals,
} from './read.js';
export { type ConversationState, type Entering, reviseConversation, type Revised } from './revise.js';
export type { ConversationRow, ParticipantRow } from './rows.js';
export { ConversationConnection, ConversationRef, ParticipantRef, UnreadTotalsRef } from './schema-types.js';
export { conversationView, participantView, placeView, previewOf } from './views.js';
