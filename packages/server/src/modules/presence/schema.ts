import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { setActivity } from './colleagues.js';
import { PresenceRef } from './schema-types.js';
import { presences } from './service.js';
import { startTyping, stopTyping } from './typing.js';

builder.queryField('presences', (t) =>
  t.field({
    type: [PresenceRef],
    description: describe(
      'The presence of people, in the order asked for. People with whom the viewer shares no conversation are left out; staff see all.',
      [],
    ),
    args: { userIds: t.arg.idList({ required: true, description: 'At most 100 ids of users.' }) },
    resolve: (_root, args, context) => presences(context.deps, requireViewer(context), { userIds: args.userIds }),
  }),
);

const StartTypingInput = builder.inputType('StartTypingInput', {
  description: 'Input of `startTyping`.',
  fields: (t) => ({ conversationId: t.id({ required: true, description: 'The conversation.' }) }),
});

const StartTypingPayload = builder.objectRef<{ readonly expiresAt: string }>('StartTypingPayload').implement({
  description: 'Answer of `startTyping`.',
  fields: (t) => ({
    expiresAt: t.field({ type: 'DateTime', description: 'When the others stop showing it unless it is said again.', resolve: (it) => it.expiresAt }),
  }),
});

const StopTypingInput = builder.inputType('StopTypingInput', {
  description: 'Input of `stopTyping`.',
  fields: (t) => ({ conversationId: t.id({ required: true, description: 'The conversation.' }) }),
});

const StopTypingPayload = builder.objectRef<{ readonly conversationId: string }>('StopTypingPayload').implement({
  description: 'Answer of `stopTyping`.',
  fields: (t) => ({ conversationId: t.exposeID('conversationId', { description: 'The conversation.' }) }),
});

const ShowActivityInput = builder.inputType('ShowActivityInput', {
  description: 'What the viewer does with a conversation.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'The conversation.' }),
    activity: t.field({
      required: true,
      description: 'LOOKING lasts 12 seconds, TYPING 6; AWAY takes both back.',
      type: builder.enumType('OwnActivity', {
        description: 'What a member of staff says that they do with a conversation.',
        values: {
          LOOKING: { value: 'looking', description: 'Has it before their eyes.' },
          TYPING: { value: 'typing', description: 'Writes: an answer, or an internal note.' },
          AWAY: { value: 'away', description: 'Neither any more.' },
        } as const,
      }),
    }),
  }),
});

const ShowActivityPayload = builder.objectRef<{ readonly expiresAt: string | null }>('ShowActivityPayload').implement({
  description: 'Answer of `showActivity`.',
  fields: (t) => ({
    expiresAt: t.field({ type: 'DateTime', nullable: true, description: 'When colleagues stop showing it unless it is said again; null after AWAY.', resolve: (it) => it.expiresAt }),
  }),
});

builder.mutationFields((t) => ({
  showActivity: t.field({
    type: ShowActivityPayload,
    description: describe(
      'Shows colleagues who have the conversation open that the viewer looks at it or writes, so that two do not answer at once. For agents and admins; customers never see it. ' +
        'Say it every few seconds: the same is told at most every two.',
      ['NOT_FOUND', 'FORBIDDEN'],
    ),
    args: { input: t.arg({ type: ShowActivityInput, required: true, description: 'Where, and what.' }) },
    resolve: (_root, { input }, context) => setActivity(context.deps, requireViewer(context), input),
  }),
  startTyping: t.field({
    type: StartTypingPayload,
    description: describe(
      'Shows the others that the viewer writes. Call it with every keystroke or every few seconds: it is told at most every two seconds.',
      ['NOT_FOUND', 'FORBIDDEN', 'CONVERSATION_CLOSED'],
    ),
    args: { input: t.arg({ type: StartTypingInput, required: true, description: 'Where.' }) },
    resolve: (_root, { input }, context) => startTyping(context.deps, requireViewer(context), input),
  }),
  stopTyping: t.field({
    type: StopTypingPayload,
    description: describe('Takes it back at once. Without it, typing ends by itself after six seconds.', ['NOT_FOUND']),
    args: { input: t.arg({ type: StopTypingInput, required: true, description: 'Where.' }) },
    resolve: (_root, { input }, context) => stopTyping(context.deps, requireViewer(context), input),
  }),
}));
