import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { JoinConversationInput, JoinConversationPayload } from '../conversations/index.js';
import { joinAsStaff } from './join.js';

builder.mutationFields((t) => ({
  joinConversation: t.field({
    type: JoinConversationPayload,
    description: describe(
      'Lets support into a conversation between client and provider, and into those of the cases that they may see; an admin into any. It is recorded, and those who are there get a notice.',
      ['NOT_FOUND', 'FORBIDDEN'],
    ),
    args: { input: t.arg({ type: JoinConversationInput, required: true, description: 'What to join, and why.' }) },
    resolve: (_root, { input }, context) => joinAsStaff(context.deps, requireViewer(context), input),
  }),
}));
