import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { forwardPage } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { invalidInput } from '../../kernel/errors.js';
import type { TagView } from '../../kernel/views.js';
import { TagConnection, TagRef } from './schema-types.js';
import { readTags, tagConversation, type Tagged, untagConversation } from './tagging.js';
import { nameKeyOf } from './tag-input.js';
import { createTag, deleteTag, listTags, updateTag } from './tags.js';

const CreateTagInput = builder.inputType('CreateTagInput', {
  description: 'A new tag.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The word, 1 to 40 characters; once for each site, whatever the case.' }),
    color: t.string({ required: true, description: '`#rrggbb`.' }),
  }),
});

const UpdateTagInput = builder.inputType('UpdateTagInput', {
  description: 'Changes of a tag. What is left out stays.',
  fields: (t) => ({
    tagId: t.id({ required: true, description: 'The tag.' }),
    name: t.string({ description: 'The word.' }),
    color: t.string({ description: '`#rrggbb`.' }),
  }),
});

const DeleteTagInput = builder.inputType('DeleteTagInput', {
  description: 'Which tag goes.',
  fields: (t) => ({ tagId: t.id({ required: true, description: 'The tag.' }) }),
});

const taggingInput = (name: string, description: string) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({
      conversationId: t.id({ required: true, description: 'The conversation.' }),
      tagId: t.id({ required: true, description: 'The tag.' }),
    }),
  });

const TagConversationInput = taggingInput('TagConversationInput', 'Which tag to put on which conversation.');
const UntagConversationInput = taggingInput('UntagConversationInput', 'Which tag to take off which conversation.');

const tagPayload = (name: string) =>
  builder.objectRef<{ readonly tag: TagView }>(name).implement({
    description: 'The tag as it is now.',
    fields: (t) => ({ tag: t.field({ type: TagRef, description: 'The tag.', resolve: (payload) => payload.tag }) }),
  });

const DeleteTagPayload = builder.objectRef<{ readonly tagId: string }>('DeleteTagPayload').implement({
  description: 'The tag is gone.',
  fields: (t) => ({ tagId: t.exposeID('tagId', { description: 'The tag.' }) }),
});

const taggedPayload = (name: string) =>
  builder.objectRef<Tagged>(name).implement({
    description: 'The tags of a conversation as they are now.',
    fields: (t) => ({
      conversationId: t.exposeID('conversationId', { description: 'The conversation.' }),
      tags: t.field({ type: [TagRef], description: 'All its tags, by name.', resolve: (payload) => [...payload.tags] }),
      seq: t.exposeInt('seq', { description: 'Number of the conversation’s newest event after this change.' }),
    }),
  });

builder.queryFields((t) => ({
  tags: t.field({
    type: TagConnection,
    description: describe('The site’s tags by name, for staff.', ['FORBIDDEN']),
    args: {
      prefix: t.arg.string({ description: 'Only those that begin with this, at most 40 characters.' }),
      first: t.arg.int({ defaultValue: 50, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseNameCursor(args.after);
      const { tags, hasMore } = await listTags(context.deps, requireViewer(context), { first: args.first ?? 50, after, prefix: args.prefix ?? null });
      return forwardPage(tags, { hasMore, isFirst: after === null, cursorOf: ({ name }) => Buffer.from(nameKeyOf(name)).toString('base64url') });
    },
  }),
  conversationTags: t.field({
    type: [TagRef],
    description: describe('The tags of a conversation by name, for staff who may read it; `conversationFeed` tells of them too.', ['NOT_FOUND', 'FORBIDDEN']),
    args: { conversationId: t.arg.id({ required: true, description: 'The conversation.' }) },
    resolve: async (_root, { conversationId }, context) => [...(await readTags(context.deps, requireViewer(context), conversationId))],
  }),
}));

builder.mutationFields((t) => ({
  createTag: t.field({
    type: tagPayload('CreateTagPayload'),
    description: describe('Makes a tag; one that is there, with the same colour, is answered. For admins, and agents with MANAGE_TAGS.', ['FORBIDDEN', 'CONFLICT', 'LIMIT_EXCEEDED']),
    args: { input: t.arg({ type: CreateTagInput, required: true, description: 'The tag.' }) },
    resolve: async (_root, { input }, context) => ({ tag: await createTag(context.deps, requireViewer(context), input) }),
  }),
  updateTag: t.field({
    type: tagPayload('UpdateTagPayload'),
    description: describe('Changes a tag. For admins, and agents with MANAGE_TAGS.', ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT']),
    args: { input: t.arg({ type: UpdateTagInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => ({ tag: await updateTag(context.deps, requireViewer(context), input) }),
  }),
  deleteTag: t.field({
    type: DeleteTagPayload,
    description: describe('Deletes a tag, on all conversations at once. For admins, and agents with MANAGE_TAGS.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: DeleteTagInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ tagId: await deleteTag(context.deps, requireViewer(context), input.tagId) }),
  }),
  tagConversation: t.field({
    type: taggedPayload('TagConversationPayload'),
    description: describe('Puts a tag on a conversation, 20 at most, for staff who may read it. One that is there already changes nothing.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'LIMIT_EXCEEDED',
    ]),
    args: { input: t.arg({ type: TagConversationInput, required: true, description: 'Which, and where.' }) },
    resolve: (_root, { input }, context) => tagConversation(context.deps, requireViewer(context), input),
  }),
  untagConversation: t.field({
    type: taggedPayload('UntagConversationPayload'),
    description: describe('Takes a tag off a conversation, for staff who may read it. One that is not there changes nothing.', ['NOT_FOUND', 'FORBIDDEN']),
    args: { input: t.arg({ type: UntagConversationInput, required: true, description: 'Which, and where.' }) },
    resolve: (_root, { input }, context) => untagConversation(context.deps, requireViewer(context), input),
  }),
}));

function parseNameCursor(cursor: string | null | undefined): string | null {
  if (cursor == null) return null;
  const name = Buffer.from(cursor, 'base64url').toString();
  if (name === '' || name.length > 80 || name.includes('\u0000')) throw invalidInput('list tags', 'after', 'is not a cursor of this list');
  return name;
}
