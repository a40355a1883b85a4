import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import type { ConversationView } from '../../kernel/views.js';
import {
  addParticipant,
  leaveConversation,
  type MembershipResult,
  muteConversation,
  removeParticipant,
} from './membership.js';
import { ConversationRef, ParticipantRef } from './schema-types.js';

const SEQ = 'Number of the conversation’s newest event after this change.';

const AddParticipantInput = builder.inputType('AddParticipantInput', {
  description: 'Whom to add to which conversation: by `userId` or by `externalId`, exactly one of them.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'The id of the conversation.' }),
    userId: t.id({ description: 'The id of the user.' }),
    externalId: t.string({ description: 'The host’s own id of the user.' }),
    flowRole: t.string({
      description:
        'What the host calls their part, such as `influencer`: 1 to 40 of a-z 0-9 _. Admins and back-ends alone give it, also to who takes part already; null takes it away.',
    }),
  }),
});

const RemoveParticipantInput = builder.inputType('RemoveParticipantInput', {
  description: 'Whom to remove from which conversation.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'The id of the conversation.' }),
    userId: t.id({ required: true, description: 'The id of the user.' }),
  }),
});

const LeaveConversationInput = builder.inputType('LeaveConversationInput', {
  description: 'What to leave.',
  fields: (t) => ({ conversationId: t.id({ required: true, description: 'The id of the conversation.' }) }),
});

/** What to join; the field that takes it stands where cases are known. */
export const JoinConversationInput = builder.inputType('JoinConversationInput', {
  description: 'What to join as support.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'The id of the conversation.' }),
    reason: t.string({ description: 'Why, for the record; at most 500 characters.' }),
  }),
});

const MuteConversationInput = builder.inputType('MuteConversationInput', {
  description: 'What to mute.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'The id of the conversation.' }),
    muted: t.boolean({ required: true, description: 'True mutes, false ends it.' }),
  }),
});

const membershipPayload = (name: string, description: string) =>
  builder.objectRef<MembershipResult>(name).implement({
    description,
    fields: (t) => ({
      participant: t.field({ type: ParticipantRef, description: 'The participant as they are now.', resolve: (payload) => payload.participant }),
      seq: t.exposeInt('seq', { description: SEQ }),
    }),
  });

const AddParticipantPayload = membershipPayload('AddParticipantPayload', 'Who takes part now.');
const RemoveParticipantPayload = membershipPayload('RemoveParticipantPayload', 'Who was removed.');
const LeaveConversationPayload = membershipPayload('LeaveConversationPayload', 'The viewer’s place as it ended.');

/** What {@link JoinConversationInput} leads to. */
export const JoinConversationPayload = builder
  .objectRef<MembershipResult & { readonly conversation: ConversationView }>('JoinConversationPayload')
  .implement({
    description: 'The conversation, joined.',
    fields: (t) => ({
      conversation: t.field({ type: ConversationRef, description: 'The conversation.', resolve: (payload) => payload.conversation }),
      participant: t.field({ type: ParticipantRef, description: 'The viewer in it.', resolve: (payload) => payload.participant }),
      seq: t.exposeInt('seq', { description: SEQ }),
    }),
  });

const MuteConversationPayload = builder.objectRef<{ readonly conversation: ConversationView }>('MuteConversationPayload').implement({
  description: 'The conversation as the viewer has it now.',
  fields: (t) => ({
    conversation: t.field({ type: ConversationRef, description: 'The conversation.', resolve: (payload) => payload.conversation }),
  }),
});

builder.mutationFields((t) => ({
  addParticipant: t.field({
    type: AddParticipantPayload,
    description: describe('Lets a user take part: a provider adds their team to a booking’s conversation, staff colleagues to a conversation of their own, admins and back-ends anyone; but nobody other than staff to where staff are among themselves.', [
      'NOT_FOUND',
      'FORBIDDEN',
    ]),
    args: { input: t.arg({ type: AddParticipantInput, required: true, description: 'Whom, and where.' }) },
    resolve: (_root, { input }, context) => addParticipant(context.deps, requireViewer(context), input),
  }),
  removeParticipant: t.field({
    type: RemoveParticipantPayload,
    description: describe('Ends somebody’s part and their open feeds: a provider for their team, admins and back-ends for anyone.', [
      'NOT_FOUND',
      'FORBIDDEN',
    ]),
    args: { input: t.arg({ type: RemoveParticipantInput, required: true, description: 'Whom, and where.' }) },
    resolve: (_root, { input }, context) => removeParticipant(context.deps, requireViewer(context), input),
  }),
  leaveConversation: t.field({
    type: LeaveConversationPayload,
    description: describe('Ends the viewer’s own part. The client and the provider of a booking cannot leave.', ['NOT_FOUND', 'FORBIDDEN']),
    args: { input: t.arg({ type: LeaveConversationInput, required: true, description: 'What to leave.' }) },
    resolve: (_root, { input }, context) => leaveConversation(context.deps, requireViewer(context), input),
  }),
  muteConversation: t.field({
    type: MuteConversationPayload,
    description: describe('Mutes a conversation for the viewer, or ends that.', ['NOT_FOUND', 'FORBIDDEN']),
    args: { input: t.arg({ type: MuteConversationInput, required: true, description: 'What, and whether.' }) },
    resolve: async (_root, { input }, context) => ({ conversation: await muteConversation(context.deps, requireViewer(context), input) }),
  }),
}));
