import { ERROR_TABLE } from '../kernel/errors.js';
import { builder } from './builder.js';

/** What a user is on the whole site. */
export const RoleEnum = builder.enumType('Role', {
  description: 'What a user is on the whole site; what they are in one conversation is their `ParticipantRole`.',
  values: {
    CLIENT: { value: 'client', description: 'Someone who books or buys.' },
    PROVIDER: { value: 'provider', description: 'Someone who provides what is booked.' },
    AGENT: { value: 'agent', description: 'Support staff: may join any conversation between client and provider.' },
    ADMIN: { value: 'admin', description: 'Runs the site: sees every conversation.' },
    BOT: { value: 'bot', description: 'A program that takes part in conversations.' },
    SYSTEM: { value: 'system', description: 'The site itself, as the sender of system messages; one for each site.' },
  } as const,
});

/** What a user is in one conversation. */
export const ParticipantRoleEnum = builder.enumType('ParticipantRole', {
  description: 'What a user is in one conversation.',
  values: {
    CLIENT: { value: 'client', description: 'The client side.' },
    PROVIDER: { value: 'provider', description: 'The provider side.' },
    TEAM_MEMBER: { value: 'team_member', description: 'Added by the provider; sees what the provider sees.' },
    AGENT: { value: 'agent', description: 'Support staff who joined.' },
    ADMIN: { value: 'admin', description: 'An admin who joined.' },
    BOT: { value: 'bot', description: 'A program.' },
  } as const,
});

/** What a conversation is about. */
export const ConversationKindEnum = builder.enumType('ConversationKind', {
  description: 'What a conversation is about.',
  values: {
    BOOKING: { value: 'booking', description: 'Client and provider of one booking; exactly one for each booking.' },
    DIRECT: { value: 'direct', description: 'Two people; exactly one for each pair.' },
    TEAM: { value: 'team', description: 'Staff among themselves; customers are never in it.' },
    ESCALATION: { value: 'escalation', description: 'An agent and admins about a case; customers are never in it.' },
    SUPPORT: { value: 'support', description: 'A customer and support; exactly one for each support case.' },
  } as const,
});

/** Where a case of support stands. */
export const SupportStatusEnum = builder.enumType('SupportStatus', {
  description: 'Where a support case stands.',
  values: {
    QUEUED: { value: 'queued', description: 'Waits in its queue; also while an agent is asked to take it.' },
    OPEN: { value: 'open', description: 'An agent has it.' },
    PENDING: { value: 'pending', description: 'An agent has it and waits for the customer. It is open again once the customer writes.' },
    SNOOZED: { value: 'snoozed', description: 'Put aside until a moment, or until the customer writes.' },
    RESOLVED: { value: 'resolved', description: 'Answered. A new message of the customer opens it again.' },
    CLOSED: { value: 'closed', description: 'Over: nobody writes any more.' },
  } as const,
});

/** How urgent a case is. */
export const SupportPriorityEnum = builder.enumType('SupportPriority', {
  description: 'How urgent a support case is.',
  values: {
    LOW: { value: 'low', description: 'Can wait.' },
    MEDIUM: { value: 'medium', description: 'As usual.' },
    HIGH: { value: 'high', description: 'Before the usual ones.' },
    URGENT: { value: 'urgent', description: 'Before all others.' },
  } as const,
});

/** Who leads the conversation of a case. */
export const SupportControlEnum = builder.enumType('SupportControl', {
  description: 'Who leads the conversation of a support case.',
  values: {
    BOT: { value: 'bot', description: 'A program answers.' },
    QUEUE: { value: 'queue', description: 'It waits for an agent.' },
    AGENT: { value: 'agent', description: 'An agent has it.' },
  } as const,
});

/** What became of an offer. */
export const OfferStatusEnum = builder.enumType('OfferStatus', {
  description: 'What became of the question to an agent whether they take a case. PENDING, ACCEPTED and WRAPPING_UP are live and count against the agent’s capacity.',
  values: {
    PENDING: { value: 'pending', description: 'Asked, not answered.' },
    ACCEPTED: { value: 'accepted', description: 'Taken: the agent has the case.' },
    REJECTED: { value: 'rejected', description: 'Refused by the agent.' },
    TIMED_OUT: { value: 'timed_out', description: 'Not answered in time.' },
    RESCINDED: { value: 'rescinded', description: 'Taken back, as when the agent went away.' },
    WRAPPING_UP: { value: 'wrapping_up', description: 'The conversation is over and the agent finishes the case.' },
    COMPLETED: { value: 'completed', description: 'Over.' },
  } as const,
});

/** Whether a conversation takes messages. */
export const SendGateStateEnum = builder.enumType('SendGateState', {
  description: 'Whether a conversation can be read and written by its participants.',
  values: {
    OPEN: { value: 'open', description: 'Readable and writable (until `openUntil`, where that is set).' },
    READ_ONLY: { value: 'read_only', description: 'Readable; sending answers CONVERSATION_CLOSED.' },
    HIDDEN: { value: 'hidden', description: 'Not reachable for its participants; staff still read it.' },
  } as const,
});

/** Where a booking stands. */
export const BookingStatusEnum = builder.enumType('BookingStatus', {
  description: 'Where a booking stands; its conversation follows it.',
  values: {
    REQUESTED: { value: 'requested', description: 'Not confirmed yet: no conversation can be reached.' },
    CONFIRMED: { value: 'confirmed', description: 'Confirmed: the conversation is open.' },
    IN_PROGRESS: { value: 'in_progress', description: 'Under way: the conversation is open.' },
    COMPLETED: { value: 'completed', description: 'Done: open for the time the site sets, readable afterwards.' },
    CANCELLED: { value: 'cancelled', description: 'Cancelled: the conversation stays readable.' },
  } as const,
});

/** What a message's content is. */
export const MessageKindEnum = builder.enumType('MessageKind', {
  description: 'What the content of a message is.',
  values: {
    TEXT: { value: 'text', description: 'Text that somebody wrote.' },
    SYSTEM: { value: 'system', description: 'A line of the system, such as a welcome or a join.' },
  } as const,
});

/** What caused a message. */
export const MessageOriginEnum = builder.enumType('MessageOrigin', {
  description: 'What caused a message, whatever its content is.',
  values: {
    USER_INPUT: { value: 'user_input', description: 'A person wrote it.' },
    SYSTEM: { value: 'system', description: 'The system reports what happened.' },
    AUTOMATED: { value: 'automated', description: 'An automation of the site sent it.' },
    AUDIT: { value: 'audit', description: 'Written for the record.' },
  } as const,
});

/** Who may see a message. */
export const AudienceEnum = builder.enumType('Audience', {
  description: 'Who of a conversation may see a message. Staff see every audience.',
  values: {
    EVERYONE: { value: 'all', description: 'All participants.' },
    STAFF: { value: 'staff', description: 'Agents, admins and bots only: an internal note.' },
    CLIENT: { value: 'client', description: 'The client side, and staff.' },
    PROVIDER: { value: 'provider', description: 'The provider side with its team, and staff.' },
  } as const,
});

/** Why somebody was told something. */
export const NoticeKindEnum = builder.enumType('NoticeKind', {
  description: 'What a notice tells its user.',
  values: {
    CONVERSATION_ADDED: { value: 'conversation_added', description: 'You were added to a conversation.' },
    CONVERSATION_REMOVED: { value: 'conversation_removed', description: 'You no longer take part in a conversation.' },
    STAFF_JOINED: { value: 'staff_joined', description: 'Support joined one of your conversations.' },
    BOOKING_CHANGED: { value: 'booking_changed', description: 'A booking of yours changed its status, times or parties.' },
    MENTIONED: { value: 'mentioned', description: 'A colleague named you in an internal note; `data.messageId` is the note.' },
    ESCALATED: { value: 'escalated', description: 'An agent asks you to decide about a case; `data.escalationId` names it.' },
    ESCALATION_DECIDED: { value: 'escalation_decided', description: 'Your escalation has its decision; `data.escalationId` names it.' },
    SLA_WARNED: { value: 'sla_warned', description: 'A case of yours is close to missing a service level; `data.caseId` and `data.clocks` say which.' },
    SLA_BREACHED: { value: 'sla_breached', description: 'A case has missed a service level; `data.caseId` and `data.clocks` say which. Its agent and admins are told.' },
  } as const,
});

/** What an admin lets an agent do. */
export const PermissionEnum = builder.enumType('Permission', {
  description: 'What an admin lets an agent do beyond their role. Admins and back-ends may all of it.',
  values: {
    MANAGE_TEMPLATES: { value: 'manage_templates', description: 'Makes and changes the site’s templates.' },
    MANAGE_TAGS: { value: 'manage_tags', description: 'Makes and changes the site’s tags.' },
    MANAGE_KNOWLEDGE: { value: 'manage_knowledge', description: 'Writes and publishes knowledge.' },
    MANAGE_ROUTING: { value: 'manage_routing', description: 'Changes queues, routing rules, hours and service levels.' },
    MANAGE_BROADCASTS: { value: 'manage_broadcasts', description: 'Sends broadcasts.' },
    SEE_ALL_CASES: { value: 'see_all_cases', description: 'Sees every case of the site, not only their own and those of their departments.' },
    BULK_ACTIONS: { value: 'bulk_actions', description: 'Acts on many cases at once.' },
  } as const,
});

/** What became of an escalation. */
export const EscalationStatusEnum = builder.enumType('EscalationStatus', {
  description: 'What became of an agent’s question to admins about a case.',
  values: {
    OPEN: { value: 'open', description: 'Waits for an admin.' },
    APPROVED: { value: 'approved', description: 'An admin agreed.' },
    DECLINED: { value: 'declined', description: 'An admin did not agree.' },
    ADVISED: { value: 'advised', description: 'An admin said what to do.' },
  } as const,
});

/** What an agent is at the moment. */
export const AgentStatusEnum = builder.enumType('AgentStatus', {
  description: 'What an agent of support is at the moment.',
  values: {
    ONLINE: { value: 'online', description: 'There, and takes conversations.' },
    AWAY: { value: 'away', description: 'Back soon.' },
    BUSY: { value: 'busy', description: 'There, and takes nothing more.' },
    OFFLINE: { value: 'offline', description: 'Does not work, or has no connection.' },
  } as const,
});

/** Where a broadcast stands. */
export const BroadcastStateEnum = builder.enumType('BroadcastState', {
  description: 'Where a broadcast stands.',
  values: {
    SCHEDULED: { value: 'scheduled', description: 'Waits for its time.' },
    PUBLISHED: { value: 'published', description: 'Shown to everybody that it is for.' },
    REVOKED: { value: 'revoked', description: 'Taken back by an admin; shown to nobody.' },
    EXPIRED: { value: 'expired', description: 'Its time is over; shown to nobody.' },
  } as const,
});

/** Whether a broadcast is for guests. */
export const GuestAudienceEnum = builder.enumType('GuestAudience', {
  description: 'Whether a broadcast is for visitors without an account.',
  values: {
    INCLUDED: { value: 'included', description: 'For them too.' },
    EXCLUDED: { value: 'excluded', description: 'Not for them.' },
    ONLY: { value: 'only', description: 'For them alone.' },
  } as const,
});

builder.enumType('ErrorCode', {
  description: 'Every code that `extensions.code` of an error can carry. The list is closed.',
  values: Object.fromEntries(
    Object.entries(ERROR_TABLE).map(([code, row]) => [code, { value: code, description: row.hint }]),
  ),
});
