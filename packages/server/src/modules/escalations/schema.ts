import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { EscalationStatusEnum } from '../../graphql/enums.js';
import { invalidInput } from '../../kernel/errors.js';
import { SupportCaseRef } from '../queues/index.js';
import { type EscalatedConversation, escalateConversation } from './from-conversation.js';
import type { EscalationView } from './rows.js';
import { CaseTrailConnection, EscalationConnection, EscalationRef } from './schema-types.js';
import { decideEscalation, findEscalation, listEscalations, openEscalation } from './service.js';
import { placeOf, readTrail } from './trail.js';

const OpenEscalationInput = builder.inputType('OpenEscalationInput', {
  description: 'What to ask admins about a case.',
  fields: (t) => ({
    caseId: t.id({ required: true, description: 'The case.' }),
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: repeating the call with it makes no second.' }),
    reason: t.string({ required: true, description: 'What is asked, 1 to 2,000 characters.' }),
    adminIds: t.idList({ description: 'Whom to ask, at most 20; by default the admins of the site.' }),
  }),
});

const DecideEscalationInput = builder.inputType('DecideEscalationInput', {
  description: 'The decision about an escalation.',
  fields: (t) => ({
    escalationId: t.id({ required: true, description: 'The escalation.' }),
    status: t.field({ type: EscalationStatusEnum, required: true, description: 'APPROVED, DECLINED or ADVISED.' }),
    text: t.string({ required: true, description: 'What is decided and why, 1 to 2,000 characters.' }),
  }),
});

const EscalateConversationInput = builder.inputType('EscalateConversationInput', {
  description: 'What a party of a booking asks support.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'The conversation of the booking.' }),
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: repeating the call with it makes no second case.' }),
    reason: t.string({ required: true, description: 'What it is about, 1 to 2,000 characters; the first message of the case.' }),
    queue: t.string({ description: 'Key of the queue; by default that of the site.' }),
  }),
});

const payload = (name: string) =>
  builder.objectRef<{ readonly escalation: EscalationView }>(name).implement({
    description: 'The escalation as it is now.',
    fields: (t) => ({ escalation: t.field({ type: EscalationRef, description: 'The escalation.', resolve: (answer) => answer.escalation }) }),
  });

const EscalateConversationPayload = builder.objectRef<EscalatedConversation>('EscalateConversationPayload').implement({
  description: 'The case that came of it.',
  fields: (t) => ({
    case: t.field({ type: SupportCaseRef, description: 'The case, as its customer sees it.', resolve: (answer) => answer.case }),
    isDuplicate: t.exposeBoolean('isDuplicate', { description: 'Whether it was there before, from an earlier try.' }),
  }),
});

builder.queryFields((t) => ({
  escalation: t.field({
    type: EscalationRef,
    nullable: true,
    description: describe('An escalation by id, for staff who may see its case and who opened it; null for others.', []),
    args: { id: t.arg.id({ required: true, description: 'The id of the escalation.' }) },
    resolve: (_root, { id }, context) => findEscalation(context.deps, requireViewer(context), id),
  }),
  escalations: t.field({
    type: EscalationConnection,
    description: describe('Escalations, newest first, for staff: one’s own, and those of cases that one may see.', ['FORBIDDEN']),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      caseId: t.arg.id({ description: 'Only those about this case.' }),
      status: t.arg({ type: EscalationStatusEnum, description: 'Only those of which this became.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list escalations', args.after);
      const { escalations, hasMore } = await listEscalations(context.deps, requireViewer(context), { ...args, first: args.first ?? 20, after });
      const places = new Map(escalations.map((listed) => [listed.view, encodeCursor(listed)]));
      return forwardPage([...places.keys()], { hasMore, isFirst: after === null, cursorOf: (view) => places.get(view) ?? '' });
    },
  }),
  caseTrail: t.field({
    type: CaseTrailConnection,
    description: describe('What happened to a case, oldest first, for staff who may see it: who had it, who joined, escalations with decision and answer.', ['NOT_FOUND', 'FORBIDDEN']),
    args: {
      caseId: t.arg.id({ required: true, description: 'The case.' }),
      first: t.arg.int({ defaultValue: 50, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const after = args.after ?? null;
      const { entries, hasMore } = await readTrail(context.deps, requireViewer(context), { caseId: args.caseId, first: args.first ?? 50, after });
      return forwardPage(entries, { hasMore, isFirst: after === null, cursorOf: placeOf });
    },
  }),
}));

builder.mutationFields((t) => ({
  openEscalation: t.field({
    type: payload('OpenEscalationPayload'),
    description: describe('Asks admins to decide about a case, in a conversation of their own. For the agent who has the case, and admins.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'CASE_STATE_INVALID',
      'MESSAGE_TOO_LONG',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: OpenEscalationInput, required: true, description: 'The question.' }) },
    resolve: async (_root, { input }, context) => ({ escalation: await openEscalation(context.deps, requireViewer(context), input) }),
  }),
  decideEscalation: t.field({
    type: payload('DecideEscalationPayload'),
    description: describe('Decides an escalation, once; the agent hears of it. For admins and back-ends.', ['NOT_FOUND', 'FORBIDDEN', 'MESSAGE_TOO_LONG', 'ESCALATION_DECIDED']),
    args: { input: t.arg({ type: DecideEscalationInput, required: true, description: 'The decision.' }) },
    resolve: async (_root, { input }, context) => {
      const { status, ...rest } = input;
      if (status === 'open') throw invalidInput('decide escalation', 'status', 'is no decision');
      return { escalation: await decideEscalation(context.deps, requireViewer(context), { ...rest, status }) };
    },
  }),
  escalateConversation: t.field({
    type: EscalateConversationPayload,
    description: describe('Asks support to help with the conversation of a booking: a case of the viewer that is linked to it. For the parties of the booking.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'CASE_STATE_INVALID',
      'QUEUE_FULL',
      'MESSAGE_TOO_LONG',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: EscalateConversationInput, required: true, description: 'What to ask.' }) },
    resolve: (_root, { input }, context) => escalateConversation(context.deps, requireViewer(context), input),
  }),
}));
