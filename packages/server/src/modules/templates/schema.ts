import type { Template } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { forwardPage } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import {
  countQuickReplyUse,
  createQuickReply,
  cursorOf,
  deleteQuickReply,
  listQuickReplies,
  renderQuickReply,
  updateQuickReply,
} from './service.js';

const QuickReply = builder.objectRef<Template>('QuickReply').implement({
  description: 'A text to be sent again and again: one’s own, or one of the site’s.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the quick reply.' }),
    shortcut: t.exposeString('shortcut', { description: 'What is typed to find it, in lower case.' }),
    title: t.exposeString('title', { description: 'Title for lists.' }),
    text: t.exposeString('text', { description: 'Text with variables, such as `{{client.name}}`; `renderQuickReply` fills them in.' }),
    tags: t.exposeStringList('tags', { description: 'Words to find it by, in lower case.' }),
    department: t.exposeString('department', { nullable: true, description: 'The department that it is for; null for all.' }),
    isActive: t.exposeBoolean('isActive', { description: 'Whether it can be used.' }),
    isShared: t.boolean({ description: 'True for one of the site’s.', resolve: (template) => template.ownerId === null }),
    createdById: t.exposeID('createdById', { description: 'The id of the user who made it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    usageCount: t.exposeInt('usageCount', { description: 'How many messages were sent with it.' }),
    usedAt: t.expose('usedAt', { type: 'DateTime', nullable: true, description: 'When it was last sent; null for never.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
  }),
});

const QuickReplyConnection = builder.connectionObject(
  { type: QuickReply, name: 'QuickReplyConnection', description: 'A page of quick replies.' },
  { name: 'QuickReplyEdge', description: 'A quick reply on a page.' },
);

const CreateQuickReplyInput = builder.inputType('CreateQuickReplyInput', {
  description: 'A new quick reply.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: a retry with the same one makes no second.' }),
    shortcut: t.string({ required: true, description: 'What is typed to find it: 1 to 40 letters, digits, `_` and `-`.' }),
    title: t.string({ required: true, description: 'Title for lists, 1 to 120 characters.' }),
    text: t.string({
      required: true,
      description:
        'Text of 1 to 4,000 characters. Variables: `{{me.name}}`, `{{client.name}}`, `{{provider.name}}`, `{{booking.title}}`, `{{booking.status}}`, ' +
        '`{{booking.startsAt}}`, `{{booking.endsAt}}`, `{{conversation.title}}`.',
    }),
    tags: t.stringList({ description: 'Words to find it by, at most 10 of 1 to 40 characters.' }),
    department: t.string({ description: 'The department that it is for, 1 to 60 characters; all when it is left out.' }),
    isShared: t.boolean({ description: 'For everybody on the site but clients, instead of the viewer alone. For admins, and agents with MANAGE_TEMPLATES.' }),
  }),
});

const UpdateQuickReplyInput = builder.inputType('UpdateQuickReplyInput', {
  description: 'Changes of a quick reply. What is left out stays.',
  fields: (t) => ({
    quickReplyId: t.id({ required: true, description: 'The quick reply.' }),
    shortcut: t.string({ description: 'What is typed to find it.' }),
    title: t.string({ description: 'Title for lists.' }),
    text: t.string({ description: 'Text with variables.' }),
    tags: t.stringList({ description: 'Words to find it by; replaces those so far.' }),
    department: t.string({ description: 'The department that it is for; empty for all.' }),
    isActive: t.boolean({ description: 'False takes it out of use, true puts it back.' }),
  }),
});

const DeleteQuickReplyInput = builder.inputType('DeleteQuickReplyInput', {
  description: 'Which quick reply goes.',
  fields: (t) => ({ quickReplyId: t.id({ required: true, description: 'The quick reply.' }) }),
});

const CountQuickReplyUseInput = builder.inputType('CountQuickReplyUseInput', {
  description: 'Which message was sent with which quick reply.',
  fields: (t) => ({
    quickReplyId: t.id({ required: true, description: 'The quick reply.' }),
    messageId: t.id({ required: true, description: 'The viewer’s own message.' }),
  }),
});

const payload = (name: string) =>
  builder.objectRef<{ readonly quickReply: Template }>(name).implement({
    description: 'The quick reply as it is now.',
    fields: (t) => ({ quickReply: t.field({ type: QuickReply, description: 'The quick reply.', resolve: (answer) => answer.quickReply }) }),
  });

const DeleteQuickReplyPayload = builder.objectRef<{ readonly quickReplyId: string }>('DeleteQuickReplyPayload').implement({
  description: 'The quick reply is gone.',
  fields: (t) => ({ quickReplyId: t.exposeID('quickReplyId', { description: 'The quick reply.' }) }),
});

builder.queryFields((t) => ({
  quickReplies: t.field({
    type: QuickReplyConnection,
    description: describe('The viewer’s own quick replies and the site’s, by shortcut. For everybody but clients.', ['FORBIDDEN']),
    args: {
      prefix: t.arg.string({ description: 'Only those whose shortcut or title begins with this, at most 40 characters.' }),
      tag: t.arg.string({ description: 'Only those with this tag.' }),
      department: t.arg.string({ description: 'Only those for this department, and those for all.' }),
      isActive: t.arg.boolean({ defaultValue: true, description: 'False for those that are out of use.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const page = { ...args, first: args.first ?? 20, after: args.after ?? null, prefix: args.prefix ?? null };
      const { templates, hasMore } = await listQuickReplies(context.deps, requireViewer(context), page);
      return forwardPage(templates, { hasMore, isFirst: page.after === null, cursorOf });
    },
  }),
  renderQuickReply: t.field({
    type: 'String',
    description: describe(
      'The text of a quick reply for a conversation that the viewer takes part in, with its variables filled in; what has no value there becomes nothing.',
      ['NOT_FOUND', 'FORBIDDEN'],
    ),
    args: {
      quickReplyId: t.arg.id({ required: true, description: 'The quick reply.' }),
      conversationId: t.arg.id({ required: true, description: 'Where it will be sent.' }),
    },
    resolve: (_root, args, context) => renderQuickReply(context.deps, requireViewer(context), args),
  }),
}));

builder.mutationFields((t) => ({
  createQuickReply: t.field({
    type: payload('CreateQuickReplyPayload'),
    description: describe('Makes a quick reply for the viewer or, by who manages templates, for the site. For everybody but clients.', [
      'FORBIDDEN',
      'CONFLICT',
      'IDEMPOTENCY_CONFLICT',
      'LIMIT_EXCEEDED',
    ]),
    args: { input: t.arg({ type: CreateQuickReplyInput, required: true, description: 'The quick reply.' }) },
    resolve: async (_root, { input }, context) => ({ quickReply: await createQuickReply(context.deps, requireViewer(context), input) }),
  }),
  updateQuickReply: t.field({
    type: payload('UpdateQuickReplyPayload'),
    description: describe('Changes a quick reply: one’s own or, by who manages templates, the site’s.', ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT']),
    args: { input: t.arg({ type: UpdateQuickReplyInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => ({ quickReply: await updateQuickReply(context.deps, requireViewer(context), input) }),
  }),
  deleteQuickReply: t.field({
    type: DeleteQuickReplyPayload,
    description: describe('Deletes a quick reply: one’s own or, by who manages templates, the site’s. Its shortcut is free again.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: DeleteQuickReplyInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ quickReplyId: await deleteQuickReply(context.deps, requireViewer(context), input.quickReplyId) }),
  }),
  countQuickReplyUse: t.field({
    type: payload('CountQuickReplyUsePayload'),
    description: describe('Counts one of the viewer’s messages as sent with a quick reply: once, however often it is told.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: CountQuickReplyUseInput, required: true, description: 'What was sent with what.' }) },
    resolve: async (_root, { input }, context) => ({ quickReply: await countQuickReplyUse(context.deps, requireViewer(context), input) }),
  }),
}));
