export { ConversationRef, ParticipantRef, UnreadTotalsRef } from './schema-types.js';
