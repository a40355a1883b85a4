import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { SupportPriorityEnum, SupportStatusEnum } from '../../graphql/enums.js';
import { listQueues, upsertQueue } from './admin.js';
import { findCase, listCases } from './list.js';
import type { QueueRow } from './rows.js';
import { QueueRef, SupportCaseRef } from './schema-types.js';
import './schema-join.js';
import './schema-life.js';
import './schema-offers.js';

const UpsertQueueInput = builder.inputType('UpsertQueueInput', {
  description: 'A queue. What is left out stays; null takes away what may be absent.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The host’s own name of it: 1 to 60 of a-z 0-9 _ -.' }),
    name: t.string({ description: 'Name shown to people, 1 to 120 characters; the key for a new queue.' }),
    department: t.string({ description: 'Department whose agents serve it; null for any agent.' }),
    schedule: t.string({ description: 'Key of the opening hours that hold for it.' }),
    isDefault: t.boolean({ description: 'Whether it takes the cases of its department, or of the site, that name no queue.' }),
    defaultPriority: t.field({ type: SupportPriorityEnum, description: 'Priority of cases for which nobody said otherwise; MEDIUM for a new queue.' }),
    maxWaiting: t.int({ description: 'Most cases that wait in it, 0 to 100,000; null for no limit.' }),
    overflow: t.string({ description: 'Key of the queue that takes what it has no room for; null to refuse it with QUEUE_FULL.' }),
    ageingSeconds: t.int({ description: 'Seconds of waiting that one step of priority is worth, 0 to 604,800; 300 for a new queue.' }),
    offerSeconds: t.int({ description: 'Seconds that an agent has to answer an offer, 5 to 3,600; 30 for a new queue.' }),
    wrapUpSeconds: t.int({ description: 'Seconds that an agent has after a conversation to finish the case, 0 to 86,400; 0 for a new queue.' }),
    closeAfterSeconds: t.int({
      description: 'Seconds after which a resolved case closes by itself, 60 to 31,622,400; null for never; 259,200, three days, for a new queue.',
    }),
    isBotFirst: t.boolean({ description: 'Whether its cases begin with a program that answers.' }),
    isActive: t.boolean({ description: 'Whether it takes new cases.' }),
  }),
});

const UpsertQueuePayload = builder.objectRef<{ readonly queue: QueueRow }>('UpsertQueuePayload').implement({
  description: 'The queue as it is now.',
  fields: (t) => ({ queue: t.field({ type: QueueRef, description: 'The queue.', resolve: (payload) => payload.queue }) }),
});

const SupportCaseConnection = builder.connectionObject(
  { type: SupportCaseRef, name: 'SupportCaseConnection', description: 'A page of cases, newest in line first.' },
  { name: 'SupportCaseEdge', description: 'A case on a page.' },
);

builder.queryFields((t) => ({
  queues: t.field({
    type: [QueueRef],
    description: describe('The queues of the site, in the order of their making. For staff.', ['FORBIDDEN']),
    resolve: (_root, _args, context) => listQueues(context.deps, requireViewer(context)),
  }),
  supportCase: t.field({
    type: SupportCaseRef,
    nullable: true,
    description: describe('A case by its own id or that of its conversation: for its customer and staff; null for others.', []),
    args: { id: t.arg.id({ required: true, description: 'The id of the case, or of its conversation.' }) },
    resolve: (_root, { id }, context) => findCase(context.deps, requireViewer(context), id),
  }),
  supportCases: t.field({
    type: SupportCaseConnection,
    description: describe('Cases, newest in line first: for staff all of the site, for others their own.', []),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      status: t.arg({ type: [SupportStatusEnum], description: 'Only cases that stand here.' }),
      queueId: t.arg.id({ description: 'Only cases of this queue.' }),
      agentId: t.arg.id({ description: 'Only cases of this agent.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list cases', args.after);
      const { cases, hasMore } = await listCases(context.deps, requireViewer(context), { ...args, first: args.first ?? 20, after });
      const places = new Map(cases.map((listed) => [listed.view, encodeCursor(listed)]));
      return forwardPage([...places.keys()], { hasMore, isFirst: after === null, cursorOf: (view) => places.get(view) ?? '' });
    },
  }),
}));

builder.mutationField('upsertQueue', (t) =>
  t.field({
    type: UpsertQueuePayload,
    description: describe('Makes or changes a queue. For admins and back-ends, and agents with MANAGE_ROUTING.', ['FORBIDDEN', 'NOT_FOUND', 'LIMIT_EXCEEDED']),
    args: { input: t.arg({ type: UpsertQueueInput, required: true, description: 'The queue.' }) },
    resolve: async (_root, { input }, context) => ({ queue: await upsertQueue(context.deps, requireViewer(context), input) }),
  }),
);
