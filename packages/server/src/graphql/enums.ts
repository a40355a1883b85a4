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
  } as const,
});

builder.enumType('ErrorCode', {
  description: 'Every code that `extensions.code` of an error can carry. The list is closed.',
  values: Object.fromEntries(
    Object.entries(ERROR_TABLE).map(([code, row]) => [code, { value: code, description: row.hint }]),
  ),
});
