import type { Broadcast } from '../../db/generated/client.js';
import { builder, nodeInterface } from '../../graphql/builder.js';
import { BroadcastStateEnum, GuestAudienceEnum, RoleEnum } from '../../graphql/enums.js';
import type { BroadcastView } from '../../kernel/views.js';
import { type ConditionInput, conditionView } from './segment.js';

interface LinkView {
  readonly url: string;
  readonly label: string | null;
}

const BroadcastLink = builder.objectRef<LinkView>('BroadcastLink').implement({
  description: 'Where to read more.',
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Address, https.' }),
    label: t.exposeString('label', { nullable: true, description: 'What to show for it; null for the address.' }),
  }),
});

/** A broadcast as those see it whom it is for. */
export const BroadcastRef = builder.objectRef<BroadcastView>('Broadcast').implement({
  description: 'An announcement of the site to the viewer among others. It cannot be answered and never changes; it is shown until it is revoked or expires.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the broadcast.' }),
    seq: t.exposeInt('seq', { description: 'Its place among the site’s broadcasts. Others may be for other people, so numbers may be missing.' }),
    title: t.exposeString('title', { description: 'Title.' }),
    text: t.exposeString('text', { description: 'Text. Show it as text, never as markup.' }),
    metadata: t.field({ type: 'JSON', description: 'Small data that the site’s product attached.', resolve: (broadcast) => broadcast.metadata }),
    link: t.field({ type: BroadcastLink, nullable: true, description: 'Where to read more, if anywhere.', resolve: (broadcast) => broadcast.link }),
    publishedAt: t.field({ type: 'DateTime', description: 'When it was published.', resolve: (broadcast) => broadcast.publishedAt }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it stops being shown, to within five seconds.', resolve: (broadcast) => broadcast.expiresAt }),
  }),
});

/** A page of broadcasts for the viewer. */
export const BroadcastConnection = builder.connectionObject(
  { type: BroadcastRef, name: 'BroadcastConnection', description: 'A page of broadcasts, newest first.' },
  { name: 'BroadcastEdge', description: 'A broadcast on a page.' },
);

/** What of a user a condition looks at. */
export const SegmentFieldEnum = builder.enumType('SegmentField', {
  description: 'What of a user a condition looks at.',
  values: {
    PROFILE: { value: 'profile', description: 'A value of the user’s `profile`, named by `key`.' },
    CREATED_AT: { value: 'created_at', description: 'When the user was first seen.' },
  } as const,
});

/** How a condition compares. */
export const SegmentOperatorEnum = builder.enumType('SegmentOperator', {
  description: 'How a condition compares.',
  values: {
    IS: { value: 'is', description: 'The value is one of the `texts`, or the `number`, or the `boolean`.' },
    IS_NOT: { value: 'is_not', description: 'The value is none of them, or there is none.' },
    HAS: { value: 'has', description: 'The value is a list and has one of them.' },
    EXISTS: { value: 'exists', description: 'There is a value, and it is not null.' },
    MISSING: { value: 'missing', description: 'There is no value, or it is null.' },
    AT_LEAST: { value: 'at_least', description: 'The value is a number, and not below `number`.' },
    AT_MOST: { value: 'at_most', description: 'The value is a number, and not above `number`.' },
    BEFORE: { value: 'before', description: 'The time is before `at`.' },
    AFTER: { value: 'after', description: 'The time is after `at`.' },
  } as const,
});

const SegmentCondition = builder.objectRef<ConditionInput>('SegmentCondition').implement({
  description: 'A condition on a user.',
  fields: (t) => ({
    field: t.field({ type: SegmentFieldEnum, description: 'What it looks at.', resolve: (condition) => condition.field }),
    operator: t.field({ type: SegmentOperatorEnum, description: 'How it compares.', resolve: (condition) => condition.operator }),
    key: t.string({ nullable: true, description: 'Name in the profile.', resolve: (condition) => condition.key ?? null }),
    texts: t.stringList({ nullable: true, description: 'Texts to compare with.', resolve: (condition) => (condition.texts ? [...condition.texts] : null) }),
    number: t.float({ nullable: true, description: 'Number to compare with.', resolve: (condition) => condition.number ?? null }),
    boolean: t.boolean({ nullable: true, description: 'Truth value to compare with.', resolve: (condition) => condition.boolean ?? null }),
    at: t.field({ type: 'DateTime', nullable: true, description: 'Time to compare with.', resolve: (condition) => condition.at ?? null }),
  }),
});

const SegmentGroup = builder.objectRef<readonly ConditionInput[]>('SegmentGroup').implement({
  description: 'Conditions that must all hold.',
  fields: (t) => ({ allOf: t.field({ type: [SegmentCondition], description: 'The conditions.', resolve: (group) => [...group] }) }),
});

const BroadcastAudience = builder.objectRef<Broadcast>('BroadcastAudience').implement({
  description: 'Whom a broadcast is for.',
  fields: (t) => ({
    roles: t.field({ type: [RoleEnum], description: 'Roles that it is for; none for all.', resolve: (broadcast) => broadcast.roles }),
    guests: t.field({ type: GuestAudienceEnum, description: 'Whether it is for guests.', resolve: (broadcast) => broadcast.guests }),
    segment: t.field({ type: [SegmentGroup], description: 'Groups of which one must hold as a whole; none for everybody.', resolve: (broadcast) => groupsOf(broadcast.segment) }),
    includesNewcomers: t.exposeBoolean('includesNewcomers', { description: 'Whether it is also for users who were made after it was published.' }),
  }),
});

/** A broadcast as those see it who send them. */
export const SentBroadcastRef = builder.objectRef<Broadcast>('SentBroadcast').implement({
  description: 'A broadcast as admins see it, whatever its state. How far it reaches says `broadcastReach`.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the broadcast.' }),
    seq: t.exposeInt('seq', { nullable: true, description: 'Its place among the site’s broadcasts; null until it is published.' }),
    state: t.field({ type: BroadcastStateEnum, description: 'Where it stands.', resolve: (broadcast) => broadcast.state }),
    title: t.exposeString('title', { description: 'Title.' }),
    text: t.exposeString('text', { description: 'Text.' }),
    metadata: t.field({ type: 'JSON', description: 'Small data that the site’s product attached.', resolve: (broadcast) => broadcast.metadata }),
    link: t.field({
      type: BroadcastLink,
      nullable: true,
      description: 'Where to read more, if anywhere.',
      resolve: ({ linkUrl, linkLabel }) => (linkUrl === null ? null : { url: linkUrl, label: linkLabel }),
    }),
    audience: t.field({ type: BroadcastAudience, description: 'Whom it is for.', resolve: (broadcast) => broadcast }),
    sendAt: t.expose('sendAt', { type: 'DateTime', description: 'When it is or was due.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true, description: 'When it was published.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it stops being shown.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was revoked.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdById: t.exposeID('createdById', { description: 'The user who made it; for a back-end, the site’s system user.' }),
  }),
});

/** A page of broadcasts for those who send them. */
export const SentBroadcastConnection = builder.connectionObject(
  { type: SentBroadcastRef, name: 'SentBroadcastConnection', description: 'A page of sent broadcasts, newest first.' },
  { name: 'SentBroadcastEdge', description: 'A broadcast on a page.' },
);

function groupsOf(segment: unknown): ConditionInput[][] {
  if (!Array.isArray(segment)) return [];
  return segment.map((group: unknown) => (Array.isArray(group) ? group.flatMap((condition: unknown) => conditionView(condition) ?? []) : []));
}
