/** The closed vocabularies of the product, as the database and the services spell them. GraphQL spells them in capitals. */

/** What a user is on their site. */
export type Role = 'client' | 'provider' | 'agent' | 'admin' | 'bot' | 'system';
/** What a user is in one conversation. */
export type ParticipantRole = 'client' | 'provider' | 'team_member' | 'agent' | 'admin' | 'bot';
/** What a conversation is about. */
export type ConversationKind = 'booking' | 'direct';
/** Whether a conversation takes messages: `open` (see also `openUntil`), `read_only`, or `hidden` from all but staff. */
export type SendGateState = 'open' | 'read_only' | 'hidden';
/** Where a booking stands, as its host says. */
export type BookingStatus = 'requested' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled';
/** What a message contains. */
export type MessageKind = 'text' | 'system';
/** Where a message came from. */
export type MessageOrigin = 'user_input' | 'system' | 'automated' | 'audit';
/** Whether a person has a feed open somewhere. */
export type PresenceStatus = 'online' | 'offline';
/** What a notice tells its user. */
export type NoticeKind = 'conversation_added' | 'conversation_removed' | 'staff_joined' | 'booking_changed';
/** Any value that survives JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** A JSON object. */
export type JsonObject = { [key: string]: JsonValue };
