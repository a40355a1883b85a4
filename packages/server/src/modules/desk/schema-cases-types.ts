import type { CaseView } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { SupportPriorityEnum, SupportStatusEnum } from '../../graphql/enums.js';
import { MessagePreviewRef } from '../conversations/index.js';
import { PersonRef } from '../identity/index.js';
import { SupportCaseRef } from '../queues/index.js';
import type { BulkResult } from './bulk.js';
import { CASE_SORTS, type CaseSort } from './case-filter.js';
import type { CaseCountsRow } from './case-store.js';
import type { InboxCaseView } from './cases.js';
import { TagRef } from './schema-types.js';

/** The orders in which cases are listed. */
export const CaseSortEnum = builder.enumType('CaseSort', {
  description: 'The orders in which cases are listed.',
  values: {
    ACTIVITY: { value: 'activity', description: 'Newest message first.' },
    NEWEST: { value: 'newest', description: 'Newest in line first.' },
    OLDEST: { value: 'oldest', description: 'Oldest in line first.' },
    LINE: { value: 'line', description: 'As they wait: by priority and time.' },
  } as const,
});

/** Which cases. */
export const CaseFilterInput = builder.inputType('CaseFilterInput', {
  description: 'Which cases; what is left out lets all through. Lists have at most 20 entries.',
  fields: (t) => ({
    statuses: t.field({ type: [SupportStatusEnum], description: 'Cases that stand at any of these.' }),
    priorities: t.field({ type: [SupportPriorityEnum], description: 'Cases of any of these priorities.' }),
    queueIds: t.idList({ description: 'Cases of any of these queues.' }),
    agentIds: t.idList({ description: 'Cases that any of these agents has.' }),
    isUnassigned: t.boolean({ description: 'Cases that nobody has, beside those of `agentIds`.' }),
    tagIds: t.idList({ description: 'Cases with any of these tags.' }),
    customerId: t.id({ description: 'Cases of this user.' }),
    text: t.string({ description: 'Part of the subject, the customer’s name or e-mail, or words of a message that the viewer may read; at most 100 characters.' }),
  }),
});

/** A case in an inbox. */
export const InboxCaseRef = builder.objectRef<InboxCaseView>('InboxCase').implement({
  description: 'A case in an agent’s inbox.',
  fields: (t) => ({
    case: t.field({ type: SupportCaseRef, description: 'The case.', resolve: (view) => view.case }),
    tags: t.field({ type: [TagRef], description: 'The tags of its conversation, by name.', resolve: (view) => [...view.tags] }),
    lastMessage: t.field({
      type: MessagePreviewRef,
      nullable: true,
      description: 'Its newest message, notes too; null without one, and for an agent who has not joined its conversation.',
      resolve: (view) => view.lastMessage,
    }),
    lastActivityAt: t.field({ type: 'DateTime', description: 'When its newest message for everyone was sent, or when it was made.', resolve: (view) => view.lastActivityAt }),
    openEscalations: t.exposeInt('openEscalations', { description: 'Escalations about it that wait for an admin.' }),
  }),
});

/** A page of an inbox. */
export const InboxCaseConnection = builder.connectionObject(
  { type: InboxCaseRef, name: 'InboxCaseConnection', description: 'A page of an agent’s inbox.' },
  { name: 'InboxCaseEdge', description: 'A case on a page.' },
);

const StatusCount = builder.objectRef<CaseCountsRow['byStatus'][number]>('CaseStatusCount').implement({
  description: 'How many cases stand somewhere.',
  fields: (t) => ({
    status: t.field({ type: SupportStatusEnum, description: 'Where.', resolve: (row) => row.status }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const QueueCount = builder.objectRef<CaseCountsRow['byQueue'][number]>('CaseQueueCount').implement({
  description: 'How many cases a queue has that are not over.',
  fields: (t) => ({
    queueId: t.id({ description: 'The id of the queue.', resolve: (row) => row.id }),
    name: t.exposeString('name', { description: 'Its name.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const TagCount = builder.objectRef<CaseCountsRow['byTag'][number]>('CaseTagCount').implement({
  description: 'How many cases that are not over have a tag.',
  fields: (t) => ({
    tag: t.field({ type: TagRef, description: 'The tag.', resolve: (row) => row.tag }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const AgentCount = builder.objectRef<CaseCountsRow['byAgent'][number]>('CaseAgentCount').implement({
  description: 'How many cases an agent has that are not over.',
  fields: (t) => ({
    agent: t.field({ type: PersonRef, description: 'The agent.', resolve: (row) => row.agent }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

/** How many cases there are, by what. */
export const CaseCountsRef = builder.objectRef<CaseCountsRow>('CaseCounts').implement({
  description: 'How many cases there are that the viewer may see. Closed ones count only where the filter asks for them.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'Cases that are not over.' }),
    mine: t.exposeInt('mine', { description: 'Of these, those that the viewer has.' }),
    unassigned: t.exposeInt('unassigned', { description: 'Of these, those that nobody has.' }),
    byStatus: t.field({ type: [StatusCount], description: 'By where they stand.', resolve: (row) => [...row.byStatus] }),
    byQueue: t.field({ type: [QueueCount], description: 'By queue, 200 at most.', resolve: (row) => [...row.byQueue] }),
    byTag: t.field({ type: [TagCount], description: 'By tag, 200 at most.', resolve: (row) => [...row.byTag] }),
    byAgent: t.field({ type: [AgentCount], description: 'By agent, 200 at most.', resolve: (row) => [...row.byAgent] }),
  }),
});

/** A kept way to look at cases. */
export const CaseViewRef = builder.objectRef<CaseView>('CaseView').implement({
  description: 'A way to look at cases that staff keep: one’s own, or the site’s.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the view.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    filter: t.field({ type: 'JSON', description: 'Which cases, as `CaseFilterInput` takes it.', resolve: (view) => view.filter }),
    sort: t.field({ type: CaseSortEnum, description: 'In which order.', resolve: (view): CaseSort => CASE_SORTS.find((sort) => sort === view.sort.toLowerCase()) ?? 'activity' }),
    isShared: t.boolean({ description: 'True for one of the site’s.', resolve: (view) => view.ownerId === null }),
  }),
});

/** What became of one case of many. */
export const BulkResultRef = builder.objectRef<BulkResult>('BulkCaseResult').implement({
  description: 'What became of one case of many.',
  fields: (t) => ({
    caseId: t.exposeID('caseId', { description: 'The case.' }),
    isDone: t.boolean({ description: 'Whether it is as asked now.', resolve: (result) => result.code === null }),
    code: t.exposeString('code', { nullable: true, description: 'Why not, as an `ErrorCode`; null when it was done.' }),
    message: t.exposeString('message', { nullable: true, description: 'Why not, for people.' }),
    case: t.field({ type: SupportCaseRef, nullable: true, description: 'The case as it is now; null when the viewer may not see it.', resolve: (result) => result.case }),
  }),
});
