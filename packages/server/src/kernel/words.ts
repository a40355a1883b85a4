/** The closed vocabularies of the product, as the database and the services spell them. GraphQL spells them in capitals. */

/** What a user is on their site. */
export type Role = 'client' | 'provider' | 'agent' | 'admin' | 'bot' | 'system';
/** What a user is in one conversation. */
export type ParticipantRole = 'client' | 'provider' | 'team_member' | 'agent' | 'admin' | 'bot';
/** What a conversation is about. */
export type ConversationKind = 'booking' | 'direct' | 'team' | 'escalation' | 'support';
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
/** What an admin lets an agent do beyond their role; admins and back-ends may all of it. */
export const PERMISSIONS = [
  'manage_templates',
  'manage_tags',
  'manage_knowledge',
  'manage_routing',
  'manage_broadcasts',
  'see_all_cases',
  'bulk_actions',
] as const;
/** One of {@link PERMISSIONS}. */
export type Permission = (typeof PERMISSIONS)[number];
/** What an agent of support is: what they chose, or `offline` while they have no connection. */
export type AgentStatus = 'online' | 'away' | 'busy' | 'offline';
/** Where a case of support stands. */
export type SupportStatus = 'queued' | 'open' | 'pending' | 'snoozed' | 'resolved' | 'closed';
/** How urgent a case of support is. */
export type SupportPriority = 'low' | 'medium' | 'high' | 'urgent';
/** Who leads the conversation of a case: a program, nobody yet, or an agent. */
export type SupportControl = 'bot' | 'queue' | 'agent';
/** What became of the question to an agent whether they take a case. */
export type OfferStatus = 'pending' | 'accepted' | 'rejected' | 'timed_out' | 'rescinded' | 'wrapping_up' | 'completed';
/** What a clock of service levels measures. */
export type SlaClockKind = 'first_response' | 'next_response' | 'resolution';
/** Whether a clock of service levels runs, stands, or is over. */
export type SlaClockStatus = 'running' | 'paused' | 'met' | 'cancelled';
/** What a notice tells its user. */
export type NoticeKind = 'conversation_added' | 'conversation_removed' | 'staff_joined' | 'booking_changed' | 'mentioned' | 'escalated' | 'escalation_decided' | 'sla_warned' | 'sla_breached';
/** What became of an agent's question to admins about a case. */
export type EscalationStatus = 'open' | 'approved' | 'declined' | 'advised';
/** Where a broadcast stands. */
export type BroadcastState = 'scheduled' | 'published' | 'revoked' | 'expired';
/** Whether a broadcast is for visitors without an account. */
export type GuestAudience = 'included' | 'excluded' | 'only';
/** Where a payment stands, as its host says. */
export type PaymentStatus = 'pending' | 'paid' | 'refunded' | 'failed';
/** Any value that survives JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** A JSON object. */
export type JsonObject = { [key: string]: JsonValue };
