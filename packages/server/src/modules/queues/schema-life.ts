import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { SupportPriorityEnum } from '../../graphql/enums.js';
import { type CaseAnswer, closeCase, completeWrapUp, reopenCase, resolveCase, setCasePending, setCasePriority, snoozeCase } from './life.js';
import { SupportCaseRef } from './schema-types.js';
import { takeOverCase, transferCase } from './transfer.js';

const CASE_ID = 'The id of the case.';

const casePayload = (name: string, description: string) =>
  builder.objectRef<CaseAnswer>(name).implement({
    description,
    fields: (t) => ({
      case: t.field({ type: SupportCaseRef, description: 'The case as it is now.', resolve: (payload) => payload.case }),
      seq: t.exposeInt('seq', { description: 'Number of the conversation’s newest event after this change.' }),
    }),
  });

const caseInput = (name: string, description: string) =>
  builder.inputType(name, { description, fields: (t) => ({ caseId: t.id({ required: true, description: CASE_ID }) }) });

const endInput = (name: string, description: string) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({
      caseId: t.id({ required: true, description: CASE_ID }),
      wrapUpCode: t.string({ description: 'What the agent notes about it, 1 to 60 characters.' }),
    }),
  });

const SetCasePendingInput = caseInput('SetCasePendingInput', 'Which case waits for its customer.');
const ReopenCaseInput = caseInput('ReopenCaseInput', 'Which case to open again.');
const TakeOverCaseInput = caseInput('TakeOverCaseInput', 'Which case to take.');
const ResolveCaseInput = endInput('ResolveCaseInput', 'Which case is settled.');
const CloseCaseInput = endInput('CloseCaseInput', 'Which case to end.');
const CompleteWrapUpInput = endInput('CompleteWrapUpInput', 'Which case is finished.');

const SnoozeCaseInput = builder.inputType('SnoozeCaseInput', {
  description: 'Which case to put aside, and until when.',
  fields: (t) => ({
    caseId: t.id({ required: true, description: CASE_ID }),
    until: t.field({ type: 'DateTime', required: true, description: 'Within the next 366 days.' }),
  }),
});

const SetCasePriorityInput = builder.inputType('SetCasePriorityInput', {
  description: 'How urgent a case is.',
  fields: (t) => ({
    caseId: t.id({ required: true, description: CASE_ID }),
    priority: t.field({ type: SupportPriorityEnum, required: true, description: 'The priority.' }),
  }),
});

const TransferCaseInput = builder.inputType('TransferCaseInput', {
  description: 'Which case to transfer, and to whom: exactly one of `agentId`, `queue` and `skill`.',
  fields: (t) => ({
    caseId: t.id({ required: true, description: CASE_ID }),
    clientId: t.string({ required: true, description: 'Made by the client; a repeated transfer with the same one is the same.' }),
    agentId: t.id({ description: 'The agent who has it from then on.' }),
    queue: t.string({ description: 'Key of the queue in which it waits.' }),
    skill: t.string({ description: 'A skill that its next agent must have.' }),
    note: t.string({ description: 'For colleagues, at most 2,000 characters; the customer never sees it.' }),
  }),
});

const SetCasePendingPayload = casePayload('SetCasePendingPayload', 'The case, waiting for its customer.');
const SnoozeCasePayload = casePayload('SnoozeCasePayload', 'The case, put aside.');
const ResolveCasePayload = casePayload('ResolveCasePayload', 'The case, settled.');
const CloseCasePayload = casePayload('CloseCasePayload', 'The case, over.');
const ReopenCasePayload = casePayload('ReopenCasePayload', 'The case, open or in its line.');
const CompleteWrapUpPayload = casePayload('CompleteWrapUpPayload', 'The case, finished.');
const SetCasePriorityPayload = casePayload('SetCasePriorityPayload', 'The case with its priority.');
const TransferCasePayload = casePayload('TransferCasePayload', 'The case, with another agent or in its line.');
const TakeOverCasePayload = casePayload('TakeOverCasePayload', 'The case, the viewer’s own.');

builder.mutationFields((t) => ({
  setCasePending: t.field({
    type: SetCasePendingPayload,
    description: describe('The agent waits for the customer, whose next message opens the case again.', ['FORBIDDEN', 'NOT_FOUND', 'CASE_STATE_INVALID']),
    args: { input: t.arg({ type: SetCasePendingInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => setCasePending(context.deps, requireViewer(context), input),
  }),
  snoozeCase: t.field({
    type: SnoozeCasePayload,
    description: describe('Puts a case aside until a moment, or until its customer writes. It takes no place of its agent meanwhile.', ['FORBIDDEN', 'NOT_FOUND', 'CASE_STATE_INVALID']),
    args: { input: t.arg({ type: SnoozeCaseInput, required: true, description: 'Which, and until when.' }) },
    resolve: (_root, { input }, context) => snoozeCase(context.deps, requireViewer(context), input),
  }),
  resolveCase: t.field({
    type: ResolveCasePayload,
    description: describe('Settles a case. A new message of its customer opens it again.', ['FORBIDDEN', 'NOT_FOUND', 'CASE_STATE_INVALID']),
    args: { input: t.arg({ type: ResolveCaseInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => resolveCase(context.deps, requireViewer(context), input),
  }),
  closeCase: t.field({
    type: CloseCasePayload,
    description: describe('Ends a case: nobody writes any more, and its customer is told.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: CloseCaseInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => closeCase(context.deps, requireViewer(context), input),
  }),
  reopenCase: t.field({
    type: ReopenCasePayload,
    description: describe('Opens a case again: with the agent who had it, if they are there and have room, else in its line.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: ReopenCaseInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => reopenCase(context.deps, requireViewer(context), input),
  }),
  completeWrapUp: t.field({
    type: CompleteWrapUpPayload,
    description: describe('Ends the wrapping up of a case that is over; the agent has room for another.', ['FORBIDDEN', 'NOT_FOUND', 'CASE_STATE_INVALID']),
    args: { input: t.arg({ type: CompleteWrapUpInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => completeWrapUp(context.deps, requireViewer(context), input),
  }),
  setCasePriority: t.field({
    type: SetCasePriorityPayload,
    description: describe('Gives a case another priority, and the place in the line that goes with it.', ['FORBIDDEN', 'NOT_FOUND', 'CASE_STATE_INVALID']),
    args: { input: t.arg({ type: SetCasePriorityInput, required: true, description: 'Which, and which one.' }) },
    resolve: (_root, { input }, context) => setCasePriority(context.deps, requireViewer(context), input),
  }),
  transferCase: t.field({
    type: TransferCasePayload,
    description: describe('Transfers a case to another agent, to a queue, or to whoever has a skill. Its customer sees to whom, and never the note.', [
      'FORBIDDEN',
      'NOT_FOUND',
      'CASE_STATE_INVALID',
      'AGENT_UNAVAILABLE',
      'QUEUE_FULL',
    ]),
    args: { input: t.arg({ type: TransferCaseInput, required: true, description: 'Which, and to whom.' }) },
    resolve: (_root, { input }, context) => transferCase(context.deps, requireViewer(context), input),
  }),
  takeOverCase: t.field({
    type: TakeOverCasePayload,
    description: describe('Takes a case that another agent has, or that waits.', ['FORBIDDEN', 'NOT_FOUND', 'CASE_STATE_INVALID', 'AGENT_UNAVAILABLE']),
    args: { input: t.arg({ type: TakeOverCaseInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => takeOverCase(context.deps, requireViewer(context), input),
  }),
}));
