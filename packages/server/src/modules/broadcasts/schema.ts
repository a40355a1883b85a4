import type { Broadcast } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { BroadcastStateEnum, GuestAudienceEnum, RoleEnum } from '../../graphql/enums.js';
import { registerNode } from '../../graphql/node.js';
import { invalidInput } from '../../kernel/errors.js';
import { accessBroadcast } from './access.js';
import { countUnreadBroadcasts, findBroadcast, listBroadcasts, markBroadcastsRead } from './reading.js';
import { BroadcastConnection, SegmentFieldEnum, SegmentOperatorEnum, SentBroadcastConnection, SentBroadcastRef } from './schema-types.js';
import { audienceSize, broadcastReach, listSentBroadcasts, type Reach, revokeBroadcast, sendBroadcast } from './service.js';
import { updateBroadcast } from './update.js';

const SegmentConditionInput = builder.inputType('SegmentConditionInput', {
  description: 'A condition on a user. Which of the values it needs depends on the operator; it takes no others.',
  fields: (t) => ({
    field: t.field({ type: SegmentFieldEnum, required: true, description: 'What it looks at.' }),
    operator: t.field({ type: SegmentOperatorEnum, required: true, description: 'How it compares. `BEFORE` and `AFTER` are for `CREATED_AT`, all others for `PROFILE`.' }),
    key: t.string({ description: 'For `PROFILE`: a name of letters, digits, `_` and `-`, or up to three joined by dots into nested objects.' }),
    texts: t.stringList({ description: '1 to 50 texts to compare with, of at most 200 characters.' }),
    number: t.float({ description: 'Number to compare with.' }),
    boolean: t.boolean({ description: 'Truth value to compare with.' }),
    at: t.field({ type: 'DateTime', description: 'Time to compare with.' }),
  }),
});

const SegmentGroupInput = builder.inputType('SegmentGroupInput', {
  description: 'Conditions that must all hold.',
  fields: (t) => ({ allOf: t.field({ type: [SegmentConditionInput], required: true, description: '1 to 10 conditions.' }) }),
});

const BroadcastAudienceInput = builder.inputType('BroadcastAudienceInput', {
  description: 'Whom a broadcast is for. With nothing given, everybody of the site.',
  fields: (t) => ({
    roles: t.field({ type: [RoleEnum], description: 'Roles that it is for; none for all.' }),
    guests: t.field({ type: GuestAudienceEnum, description: 'Whether it is for guests; default `INCLUDED`.' }),
    segment: t.field({ type: [SegmentGroupInput], description: 'At most 10 groups, of which one must hold as a whole.' }),
    includesNewcomers: t.boolean({ description: 'True: also for users who are made after it was published. Default false.' }),
  }),
});

const BroadcastLinkInput = builder.inputType('BroadcastLinkInput', {
  description: 'Where to read more.',
  fields: (t) => ({
    url: t.string({ required: true, description: 'Address, https.' }),
    label: t.string({ description: 'What to show for it, 1 to 80 characters.' }),
  }),
});

const SendBroadcastInput = builder.inputType('SendBroadcastInput', {
  description: 'A broadcast.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: a retry with the same one makes no second.' }),
    audience: t.field({ type: BroadcastAudienceInput, description: 'Whom it is for; default everybody of the site.' }),
    title: t.string({ required: true, description: 'Title, 1 to 120 characters.' }),
    text: t.string({ required: true, description: 'Text, 1 to 2,000 characters.' }),
    metadata: t.field({ type: 'JSON', description: 'Small data for the site’s product, at most 4 KiB.' }),
    link: t.field({ type: BroadcastLinkInput, description: 'Where to read more.' }),
    sendAt: t.field({ type: 'DateTime', description: 'When to publish it, to within five seconds; at most a year ahead. At once by default and where it lies in the past.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'When to stop showing it: at most a year after its publication; default 30 days.' }),
  }),
});

const UpdateBroadcastInput = builder.inputType('UpdateBroadcastInput', {
  description: 'Changes of a scheduled broadcast. What is left out stays.',
  fields: (t) => ({
    broadcastId: t.id({ required: true, description: 'The broadcast.' }),
    audience: t.field({ type: BroadcastAudienceInput, description: 'Whom it is for; replaces the whole audience.' }),
    title: t.string({ description: 'Title, 1 to 120 characters.' }),
    text: t.string({ description: 'Text, 1 to 2,000 characters.' }),
    metadata: t.field({ type: 'JSON', description: 'Small data for the site’s product, at most 4 KiB; null for none.' }),
    link: t.field({ type: BroadcastLinkInput, description: 'Where to read more; null for nowhere.' }),
    sendAt: t.field({ type: 'DateTime', description: 'When to publish it, at most a year ahead; a time in the past publishes it at once.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'When to stop showing it: after its publication, at most a year.' }),
  }),
});

const RevokeBroadcastInput = builder.inputType('RevokeBroadcastInput', {
  description: 'Which broadcast is taken back.',
  fields: (t) => ({ broadcastId: t.id({ required: true, description: 'The broadcast.' }) }),
});

const MarkBroadcastsReadInput = builder.inputType('MarkBroadcastsReadInput', {
  description: 'How far the viewer has read.',
  fields: (t) => ({ upToSeq: t.int({ required: true, description: '`seq` of the newest broadcast that was read.' }) }),
});

const payload = (name: string, description: string) =>
  builder.objectRef<{ readonly broadcast: Broadcast }>(name).implement({
    description,
    fields: (t) => ({ broadcast: t.field({ type: SentBroadcastRef, description: 'The broadcast.', resolve: (answer) => answer.broadcast }) }),
  });

const MarkBroadcastsReadPayload = builder.objectRef<{ readonly readSeq: number }>('MarkBroadcastsReadPayload').implement({
  description: 'The mark as it is now.',
  fields: (t) => ({ readSeq: t.exposeInt('readSeq', { description: 'Broadcasts up to this `seq` are read.' }) }),
});

const BroadcastReach = builder.objectRef<Reach>('BroadcastReach').implement({
  description: 'How far a broadcast reaches, counted over the users as they are now.',
  fields: (t) => ({
    audienceCount: t.exposeInt('audienceCount', { description: 'Active users that it is for.' }),
    seenCount: t.exposeInt('seenCount', { description: 'Those of them who have read it.' }),
  }),
});

builder.queryFields((t) => ({
  broadcasts: t.field({
    type: BroadcastConnection,
    description: describe('The broadcasts that are shown to the viewer, newest first.', []),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseSeqCursor(args.after);
      const { broadcasts, hasMore } = await listBroadcasts(context.deps, requireViewer(context), { first: args.first ?? 20, after });
      return forwardPage(broadcasts, { hasMore, isFirst: after === null, cursorOf: (broadcast) => String(broadcast.seq) });
    },
  }),
  unreadBroadcasts: t.field({
    type: 'Int',
    description: describe('How many of the broadcasts shown to the viewer they have not read.', []),
    resolve: (_root, _args, context) => countUnreadBroadcasts(context.deps, requireViewer(context)),
  }),
  sentBroadcasts: t.field({
    type: SentBroadcastConnection,
    description: describe('The site’s broadcasts whatever their state, newest first. For admins, back-ends and agents with `MANAGE_BROADCASTS`.', ['FORBIDDEN']),
    args: {
      state: t.arg({ type: BroadcastStateEnum, description: 'Only those of this state.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const page = { first: args.first ?? 20, after: parseCursor('list sent broadcasts', args.after), state: args.state ?? null };
      const { broadcasts, hasMore } = await listSentBroadcasts(context.deps, requireViewer(context), page);
      return forwardPage(broadcasts, { hasMore, isFirst: page.after === null, cursorOf: ({ createdAt, id }) => encodeCursor({ at: createdAt, id }) });
    },
  }),
  sentBroadcast: t.field({
    type: SentBroadcastRef,
    description: describe('One of the site’s broadcasts, whatever its state. For admins, back-ends and agents with `MANAGE_BROADCASTS`.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { id: t.arg.id({ required: true, description: 'The broadcast.' }) },
    resolve: (_root, { id }, context) => accessBroadcast(context.deps, requireViewer(context), { broadcastId: id, operation: 'read broadcast' }),
  }),
  broadcastReach: t.field({
    type: BroadcastReach,
    description: describe('How many a broadcast is for and how many saw it. It goes over all users of the site. For admins, back-ends and agents with `MANAGE_BROADCASTS`.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { broadcastId: t.arg.id({ required: true, description: 'The broadcast.' }) },
    resolve: (_root, { broadcastId }, context) => broadcastReach(context.deps, requireViewer(context), broadcastId),
  }),
  audienceSize: t.field({
    type: 'Int',
    description: describe('How many active users an audience fits now, to look before sending. For admins, back-ends and agents with `MANAGE_BROADCASTS`.', ['FORBIDDEN']),
    args: { audience: t.arg({ type: BroadcastAudienceInput, required: true, description: 'The audience.' }) },
    resolve: (_root, { audience }, context) => audienceSize(context.deps, requireViewer(context), audience),
  }),
}));

builder.mutationFields((t) => ({
  sendBroadcast: t.field({
    type: payload('SendBroadcastPayload', 'The broadcast that was sent or scheduled.'),
    description: describe('Sends an announcement to an audience, at once or at a time. For admins, back-ends and agents with `MANAGE_BROADCASTS`.', ['FORBIDDEN', 'IDEMPOTENCY_CONFLICT', 'LIMIT_EXCEEDED']),
    args: { input: t.arg({ type: SendBroadcastInput, required: true, description: 'The broadcast.' }) },
    resolve: async (_root, { input }, context) => ({ broadcast: await sendBroadcast(context.deps, requireViewer(context), input) }),
  }),
  updateBroadcast: t.field({
    type: payload('UpdateBroadcastPayload', 'The broadcast as it is now.'),
    description: describe(
      'Changes a scheduled broadcast before it is sent. Repeating a change answers with the broadcast. For admins, back-ends and agents with `MANAGE_BROADCASTS`.',
      ['FORBIDDEN', 'NOT_FOUND', 'BROADCAST_STATE_INVALID'],
    ),
    args: { input: t.arg({ type: UpdateBroadcastInput, required: true, description: 'Which, and what of it.' }) },
    resolve: async (_root, { input }, context) => ({ broadcast: await updateBroadcast(context.deps, requireViewer(context), input) }),
  }),
  revokeBroadcast: t.field({
    type: payload('RevokeBroadcastPayload', 'The broadcast as it is now.'),
    description: describe('Takes a broadcast back: it disappears wherever it is shown. One that has ended stays as it is. For admins, back-ends and agents with `MANAGE_BROADCASTS`.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: RevokeBroadcastInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ broadcast: await revokeBroadcast(context.deps, requireViewer(context), input) }),
  }),
  markBroadcastsRead: t.field({
    type: MarkBroadcastsReadPayload,
    description: describe('Marks the viewer’s broadcasts up to a number as read. The mark only rises.', ['FORBIDDEN']),
    args: { input: t.arg({ type: MarkBroadcastsReadInput, required: true, description: 'How far.' }) },
    resolve: async (_root, { input }, context) => ({ readSeq: await markBroadcastsRead(context.deps, requireViewer(context), input) }),
  }),
}));

registerNode('Broadcast', (context, id) => findBroadcast(context.deps, requireViewer(context), id));

function parseSeqCursor(cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  if (!/^\d{1,9}$/.test(cursor)) throw invalidInput('list broadcasts', 'after', 'is not a cursor of this list');
  return Number(cursor);
}
