export { type Access, type AccessRequest, accessConversation, accessConversationIn, accessTogether } from './access.js';
export { settleAttendance } from './attend.js';
export { joinConversation, type JoinConversation, type MembershipResult } from './membership.js';
export { ensureConversation, type NewConversation } from './ensure.js';
export { addedParticipantRole, type ConversationAction, conversationActions, isInternal, isOpen, isStaffPlace, type Need, staffParticipantRole } from './policy.js';
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
export { JoinConversationInput, JoinConversationPayload } from './schema-mutations.js';
export { ConversationConnection, ConversationRef, MessagePreviewRef, ParticipantRef, UnreadTotalsRef } from './schema-types.js';
export { conversationView, participantView, placeView, previewOf } from './views.js';
