import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { ParticipantRoleEnum } from '../../graphql/enums.js';
import type { AwaitedView } from './policy.js';
import { type ContextView, findContext } from './service.js';

const ConversationStatusEnum = builder.enumType('ConversationStatus', {
  description: 'Where a conversation stands: its support case says it, and without one whether it takes messages.',
  values: {
    HIDDEN: { value: 'hidden', description: 'Not there yet for all but staff, as while its booking is only requested.' },
    QUEUED: { value: 'queued', description: 'Its case waits for an agent.' },
    OPEN: { value: 'open', description: 'It takes messages; of a case, an agent has it.' },
    PENDING: { value: 'pending', description: 'Its case waits for the customer.' },
    SNOOZED: { value: 'snoozed', description: 'Its case is put aside; for the customer it is PENDING.' },
    RESOLVED: { value: 'resolved', description: 'Its case is answered. A new message of the customer opens it again.' },
    CLOSED: { value: 'closed', description: 'Nobody writes any more.' },
  } as const,
});

const ConversationActionEnum = builder.enumType('ConversationAction', {
  description: 'What can be done with a conversation. Each is the mutation of that name: `TAKE_OVER_CASE` is `takeOverCase`.',
  values: {
    SEND_MESSAGE: { value: 'send_message', description: 'Write into it.' },
    ADD_NOTE: { value: 'add_note', description: 'Write for staff alone.' },
    ADD_PARTICIPANT: { value: 'add_participant', description: 'Let somebody in.' },
    JOIN_CONVERSATION: { value: 'join_conversation', description: 'Enter as staff, on record.' },
    LEAVE_CONVERSATION: { value: 'leave_conversation', description: 'End one’s own part.' },
    TAKE_OVER_CASE: { value: 'take_over_case', description: 'Take the case, from its line or from a colleague.' },
    TRANSFER_CASE: { value: 'transfer_case', description: 'Hand the case to an agent, a queue or a skill.' },
    SET_CASE_PENDING: { value: 'set_case_pending', description: 'Wait for the customer.' },
    SNOOZE_CASE: { value: 'snooze_case', description: 'Put the case aside.' },
    SET_CASE_PRIORITY: { value: 'set_case_priority', description: 'Say how urgent the case is.' },
    RESOLVE_CASE: { value: 'resolve_case', description: 'Settle the case.' },
    CLOSE_CASE: { value: 'close_case', description: 'End the case.' },
    REOPEN_CASE: { value: 'reopen_case', description: 'Open the case again.' },
    COMPLETE_WRAP_UP: { value: 'complete_wrap_up', description: 'End the wrapping up.' },
    OPEN_ESCALATION: { value: 'open_escalation', description: 'Ask admins to decide about the case.' },
    DECIDE_ESCALATION: { value: 'decide_escalation', description: 'Decide what was asked in it.' },
    END_SUPPORT: { value: 'end_support', description: 'End one’s own case, as its customer.' },
    TALK_TO_HUMAN: { value: 'talk_to_human', description: 'Ask for a person instead of the bot, as the customer.' },
    RATE_CASE: { value: 'rate_case', description: 'Rate one’s own case.' },
    ESCALATE_CONVERSATION: { value: 'escalate_conversation', description: 'Ask support to help, as a party of the booking.' },
  } as const,
});

const AwaitedPartyRef = builder.objectRef<AwaitedView>('AwaitedParty').implement({
  description: 'Whose turn it is in a conversation.',
  fields: (t) => ({
    role: t.field({ type: ParticipantRoleEnum, description: 'What they are in it. The customer of a case is its CLIENT.', resolve: (view) => view.role }),
    userIds: t.idList({ description: 'The ids of those whose turn it is; empty where any of them may, as while a case waits in its line.', resolve: (view) => [...view.userIds] }),
    since: t.field({
      type: 'DateTime',
      description: 'Since when: what the case says, else when the others began to speak; of their newest 200 messages the first.',
      resolve: (view) => view.since,
    }),
  }),
});

const ConversationContextRef = builder.objectRef<ContextView>('ConversationContext').implement({
  description: 'Where a conversation stands for its viewer at one moment. It changes with the events of the conversation; read it again with them.',
  fields: (t) => ({
    conversationId: t.exposeID('conversationId', { description: 'The id of the conversation.' }),
    status: t.field({ type: ConversationStatusEnum, description: 'Where it stands, for bookings and support alike.', resolve: (view) => view.status }),
    actions: t.field({
      type: [ConversationActionEnum],
      description:
        'What the viewer can do now and what would change something. What hangs on more than the conversation may still be refused, as with AGENT_UNAVAILABLE or QUEUE_FULL.',
      resolve: (view) => [...view.actions],
    }),
    awaited: t.field({
      type: AwaitedPartyRef,
      nullable: true,
      description: 'Whose turn it is; null where it is nobody’s, and for staff who have not joined it.',
      resolve: (view) => view.awaited,
    }),
    seq: t.exposeInt('seq', { description: 'Number of the conversation’s newest event at that moment.' }),
  }),
});

builder.queryFields((t) => ({
  conversationContext: t.field({
    type: ConversationContextRef,
    nullable: true,
    description: describe(
      'Where a conversation stands, what the viewer can do with it now, and whose turn it is; null when there is none that they may know of. Staff also get it of what they may join.',
      [],
    ),
    args: { conversationId: t.arg.id({ required: true, description: 'The id of the conversation.' }) },
    resolve: (_root, { conversationId }, context) => findContext(context.deps, requireViewer(context), conversationId),
  }),
}));
