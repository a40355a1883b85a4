import { builder } from '../../graphql/builder.js';
import { OfferStatusEnum, SupportControlEnum, SupportPriorityEnum, SupportStatusEnum } from '../../graphql/enums.js';
import type { OfferView, QueueSummaryView, SupportCaseView } from '../../kernel/views.js';
import type { QueuePositionItem } from '../../log/feed-item.js';
import { PersonRef } from '../identity/index.js';
import type { QueueRow } from './rows.js';

const QueueSummaryRef = builder.objectRef<QueueSummaryView>('QueueSummary').implement({
  description: 'The queue of a case, as everybody may know it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the queue.' }),
    key: t.exposeString('key', { description: 'The host’s own name of it.' }),
    name: t.exposeString('name', { description: 'Name shown to people.' }),
  }),
});

const STAFF_ONLY = 'Null for all but staff.';

/** A case of support. */
export const SupportCaseRef = builder.objectRef<SupportCaseView>('SupportCase').implement({
  description: 'One matter of one customer with support; it has a conversation of its own. What only staff see is null for others.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the case.' }),
    conversationId: t.exposeID('conversationId', { description: 'The id of its conversation, of the kind SUPPORT.' }),
    customer: t.field({ type: PersonRef, description: 'Whose matter it is.', resolve: (view) => view.customer }),
    queue: t.field({ type: QueueSummaryRef, description: 'The queue in which it waits, or waited last.', resolve: (view) => view.queue }),
    department: t.exposeString('department', { nullable: true, description: 'The department of that queue; null for any.' }),
    subject: t.exposeString('subject', { description: 'What it is about; may be empty.' }),
    language: t.exposeString('language', { nullable: true, description: 'Language of the customer, as a BCP 47 tag.' }),
    priority: t.field({ type: SupportPriorityEnum, nullable: true, description: `How urgent it is. ${STAFF_ONLY}`, resolve: (view) => view.priority }),
    status: t.field({ type: SupportStatusEnum, description: 'Where it stands. What staff snoozed is PENDING to the customer.', resolve: (view) => view.status }),
    control: t.field({ type: SupportControlEnum, description: 'Who leads the conversation.', resolve: (view) => view.control }),
    agent: t.field({ type: PersonRef, nullable: true, description: 'Who has it, or had it last when it is over; null while it waits.', resolve: (view) => view.agent }),
    queuedAt: t.field({ type: 'DateTime', description: 'When it came into the line.', resolve: (view) => view.queuedAt }),
    assignedAt: t.field({ type: 'DateTime', nullable: true, description: 'When its agent got it.', resolve: (view) => view.assignedAt }),
    firstResponseAt: t.field({ type: 'DateTime', nullable: true, description: 'When an agent first answered.', resolve: (view) => view.firstResponseAt }),
    resolvedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it was resolved.', resolve: (view) => view.resolvedAt }),
    closedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it was closed.', resolve: (view) => view.closedAt }),
    endedById: t.id({ nullable: true, description: 'The id of the user who ended it; null when time did, and while it is not over.', resolve: (view) => view.endedById }),
    skillsRequired: t.stringList({ nullable: true, description: `Skills that its agent must have. ${STAFF_ONLY}`, resolve: (view) => view.skillsRequired && [...view.skillsRequired] }),
    skillsPreferred: t.stringList({ nullable: true, description: `Skills that are better to have. ${STAFF_ONLY}`, resolve: (view) => view.skillsPreferred && [...view.skillsPreferred] }),
    snoozedUntil: t.field({ type: 'DateTime', nullable: true, description: `Until when it is put aside. ${STAFF_ONLY}`, resolve: (view) => view.snoozedUntil }),
    wrapUpCode: t.exposeString('wrapUpCode', { nullable: true, description: `What the agent noted about its end. ${STAFF_ONLY}` }),
    page: t.exposeString('page', { nullable: true, description: `Address of the page on which the customer asked. ${STAFF_ONLY}` }),
    referrer: t.exposeString('referrer', { nullable: true, description: `Address from which the customer came to that page. ${STAFF_ONLY}` }),
    userAgent: t.exposeString('userAgent', { nullable: true, description: `What the customer’s browser calls itself. ${STAFF_ONLY}` }),
    attributes: t.field({ type: 'JSON', nullable: true, description: `Further facts that came with it. ${STAFF_ONLY}`, resolve: (view) => view.attributes }),
    version: t.exposeInt('version', { description: 'Grows with each change; 0 for all but staff.' }),
  }),
});

/** A queue, for staff. */
export const QueueRef = builder.objectRef<QueueRow>('Queue').implement({
  description: 'A line of customers who wait for support. For staff.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the queue.' }),
    key: t.exposeString('key', { description: 'The host’s own name of it, unique on the site.' }),
    name: t.exposeString('name', { description: 'Name shown to people.' }),
    department: t.exposeString('department', { nullable: true, description: 'Department whose agents serve it; null for any agent.' }),
    schedule: t.exposeString('schedule', { nullable: true, description: 'Key of the opening hours that hold for it.' }),
    isDefault: t.exposeBoolean('isDefault', { description: 'Whether it takes the cases of its department, or of the site, that name no queue.' }),
    defaultPriority: t.field({ type: SupportPriorityEnum, description: 'Priority of cases for which nobody said otherwise.', resolve: (row) => row.defaultPriority }),
    maxWaiting: t.exposeInt('maxWaiting', { nullable: true, description: 'Most cases that wait in it; null for no limit.' }),
    overflowQueueId: t.id({ nullable: true, description: 'The queue that takes what it has no room for; null to refuse it.', resolve: (row) => row.overflowQueueId }),
    ageingSeconds: t.exposeInt('ageingSeconds', { description: 'Seconds of waiting that one step of priority is worth.' }),
    offerSeconds: t.exposeInt('offerSeconds', { description: 'Seconds that an agent has to answer an offer.' }),
    wrapUpSeconds: t.exposeInt('wrapUpSeconds', { description: 'Seconds that an agent has after a conversation to finish the case.' }),
    closeAfterSeconds: t.exposeInt('closeAfterSeconds', { nullable: true, description: 'Seconds after which a resolved case closes by itself; null for never.' }),
    isBotFirst: t.exposeBoolean('isBotFirst', { description: 'Whether its cases begin with a program that answers.' }),
    isActive: t.exposeBoolean('isActive', { description: 'Whether it takes new cases.' }),
  }),
});

/** The question to an agent whether they take a case. */
export const OfferRef = builder.objectRef<OfferView>('Offer').implement({
  description: 'The question to an agent whether they take a case, and what became of it. A case has one live offer at most.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the offer.' }),
    agentId: t.exposeID('agentId', { description: 'The id of the user whom it asks.' }),
    status: t.field({ type: OfferStatusEnum, description: 'What became of it.', resolve: (view) => view.status }),
    createdAt: t.field({ type: 'DateTime', description: 'When the agent was asked.', resolve: (view) => view.createdAt }),
    expiresAt: t.field({ type: 'DateTime', description: 'Until when it can be accepted.', resolve: (view) => view.expiresAt }),
    acceptedAt: t.field({ type: 'DateTime', nullable: true, description: 'When the agent accepted.', resolve: (view) => view.acceptedAt }),
    wrapUpUntil: t.field({ type: 'DateTime', nullable: true, description: 'Until when the agent wraps up.', resolve: (view) => view.wrapUpUntil }),
    endedAt: t.field({ type: 'DateTime', nullable: true, description: 'When it ended.', resolve: (view) => view.endedAt }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it ended, in short.' }),
    case: t.field({ type: SupportCaseRef, description: 'The case.', resolve: (view) => view.case }),
  }),
});

const NoEstimateEnum = builder.enumType('NoEstimateReason', {
  description: 'Why there is no estimate of a wait.',
  values: {
    TOO_FEW_HAND_OVERS: { description: 'Too few cases of the queue were handed to agents lately.' },
    NO_AGENTS: { description: 'No agent who could take a case of the queue is there.' },
  } as const,
});

const WaitBasis = builder.objectRef<NonNullable<QueuePositionItem['basis']>>('WaitBasis').implement({
  description: 'What an estimate rests on.',
  fields: (t) => ({
    handOvers: t.exposeInt('handOvers', { description: 'Cases of the queue that were handed to agents.' }),
    seconds: t.exposeInt('seconds', { description: 'Within so many seconds until now.' }),
  }),
});

/** Where a case stands in its line. */
export const QueuePositionRef = builder.objectRef<QueuePositionItem>('QueuePositionChanged').implement({
  description: 'Where the case stands in its line now. Ephemeral: it has no `seq`, is never replayed and may be lost; the next one replaces it.',
  fields: (t) => ({
    caseId: t.exposeID('caseId', { description: 'The id of the case.' }),
    position: t.exposeInt('position', { nullable: true, description: '1 is the next; null once it waits no more.' }),
    estimatedWaitSeconds: t.exposeInt('estimatedWaitSeconds', { nullable: true, description: 'Seconds from `at`; null with a reason.' }),
    basis: t.field({ type: WaitBasis, nullable: true, description: 'What the estimate rests on; null without one.', resolve: (item) => item.basis }),
    noEstimateReason: t.field({ type: NoEstimateEnum, nullable: true, description: 'Why there is no estimate; null with one, and once it waits no more.', resolve: (item) => item.noEstimateReason }),
    at: t.field({ type: 'DateTime', description: 'When it was computed.', resolve: (item) => item.at }),
  }),
});
