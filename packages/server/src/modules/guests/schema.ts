import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { UserRef } from '../identity/index.js';
import { claimGuest, type ClaimResult } from './service.js';

const ClaimGuestInput = builder.inputType('ClaimGuestInput', {
  description: 'Which guest.',
  fields: (t) => ({
    visitorId: t.string({ required: true, description: 'What `startGuestSession` answered with on this device.' }),
  }),
});

const ClaimGuestPayload = builder.objectRef<ClaimResult>('ClaimGuestPayload').implement({
  description: 'The viewer with what came from the guest.',
  fields: (t) => ({
    user: t.field({ type: UserRef, description: 'The viewer’s own user.', resolve: (payload) => payload.user }),
    conversationIds: t.field({
      type: ['ID'],
      description: 'The conversations that came from the guest.',
      resolve: (payload) => [...payload.conversationIds],
    }),
  }),
});

builder.mutationField('claimGuest', (t) =>
  t.field({
    type: ClaimGuestPayload,
    description: describe('Makes a guest’s history that of the viewer, after the visitor signed in as a known user.', ['NOT_FOUND', 'FORBIDDEN']),
    args: { input: t.arg({ type: ClaimGuestInput, required: true, description: 'Which guest.' }) },
    resolve: (_root, { input }, context) => claimGuest(context.deps, requireViewer(context), input),
  }),
);
