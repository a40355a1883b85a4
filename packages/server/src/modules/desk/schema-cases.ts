import type { CaseView } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { bulkCases, type BulkResult } from './bulk.js';
import { countCases, listInboxCases } from './cases.js';
import { BulkResultRef, CaseCountsRef, CaseFilterInput, CaseSortEnum, CaseViewRef, InboxCaseConnection } from './schema-cases-types.js';
import { createView, deleteView, listViews, updateView } from './views.js';

const CreateCaseViewInput = builder.inputType('CreateCaseViewInput', {
  description: 'A new view of cases.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: repeating the call with it makes no second.' }),
    name: t.string({ required: true, description: 'Name, 1 to 80 characters.' }),
    filter: t.field({ type: CaseFilterInput, description: 'Which cases; all when it is left out.' }),
    sort: t.field({ type: CaseSortEnum, description: 'In which order; by activity when it is left out.' }),
    isShared: t.boolean({ description: 'For all staff, instead of the viewer alone. For admins, and agents with MANAGE_ROUTING.' }),
  }),
});

const UpdateCaseViewInput = builder.inputType('UpdateCaseViewInput', {
  description: 'Changes of a view. What is left out stays.',
  fields: (t) => ({
    viewId: t.id({ required: true, description: 'The view.' }),
    name: t.string({ description: 'Name.' }),
    filter: t.field({ type: CaseFilterInput, description: 'Which cases.' }),
    sort: t.field({ type: CaseSortEnum, description: 'In which order.' }),
  }),
});

const DeleteCaseViewInput = builder.inputType('DeleteCaseViewInput', {
  description: 'Which view goes.',
  fields: (t) => ({ viewId: t.id({ required: true, description: 'The view.' }) }),
});

const BulkCasesInput = builder.inputType('BulkCasesInput', {
  description: 'What to do with which cases.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: what it moved once it does not move again.' }),
    caseIds: t.idList({ required: true, description: 'The cases, 1 to 100.' }),
    action: t.field({
      required: true,
      description: 'What to do.',
      type: builder.enumType('BulkCaseAction', {
        description: 'What can be done with many cases at once.',
        values: {
          ASSIGN: { value: 'assign', description: 'Gives them to `agentId`; to the viewer as taking over.' },
          TRANSFER: { value: 'transfer', description: 'Puts them into the line of `queue`.' },
          CLOSE: { value: 'close', description: 'Closes them.' },
          TAG: { value: 'tag', description: 'Puts `tagId` on them.' },
          UNTAG: { value: 'untag', description: 'Takes `tagId` off them.' },
        } as const,
      }),
    }),
    agentId: t.id({ description: 'With ASSIGN.' }),
    queue: t.string({ description: 'With TRANSFER: key of the queue.' }),
    tagId: t.id({ description: 'With TAG and UNTAG.' }),
    note: t.string({ description: 'With ASSIGN and TRANSFER: for colleagues.' }),
    wrapUpCode: t.string({ description: 'With CLOSE.' }),
  }),
});

const viewPayload = (name: string) =>
  builder.objectRef<{ readonly view: CaseView }>(name).implement({
    description: 'The view as it is now.',
    fields: (t) => ({ view: t.field({ type: CaseViewRef, description: 'The view.', resolve: (payload) => payload.view }) }),
  });

const DeleteCaseViewPayload = builder.objectRef<{ readonly viewId: string }>('DeleteCaseViewPayload').implement({
  description: 'The view is gone.',
  fields: (t) => ({ viewId: t.exposeID('viewId', { description: 'The view.' }) }),
});

const BulkCasesPayload = builder.objectRef<{ readonly results: readonly BulkResult[] }>('BulkCasesPayload').implement({
  description: 'What became of each case.',
  fields: (t) => ({ results: t.field({ type: [BulkResultRef], description: 'In the order given.', resolve: (payload) => [...payload.results] }) }),
});

builder.queryFields((t) => ({
  cases: t.field({
    type: InboxCaseConnection,
    description: describe('The agent’s inbox: cases that the viewer may see, for staff. `queueFeed` tells when to ask again.', ['FORBIDDEN']),
    args: {
      filter: t.arg({ type: CaseFilterInput, description: 'Which cases.' }),
      sort: t.arg({ type: CaseSortEnum, description: 'In which order; by activity when it is left out.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on, of a page in the same order.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list cases', args.after);
      const { cases, hasMore } = await listInboxCases(context.deps, requireViewer(context), { filter: args.filter, sort: args.sort ?? 'activity', first: args.first ?? 20, after });
      const places = new Map(cases.map((listed) => [listed.view, encodeCursor(listed)]));
      return forwardPage([...places.keys()], { hasMore, isFirst: after === null, cursorOf: (view) => places.get(view) ?? '' });
    },
  }),
  caseCounts: t.field({
    type: CaseCountsRef,
    description: describe('How many cases there are that the viewer may see, by status, queue, tag and agent, for staff. One statement.', ['FORBIDDEN']),
    args: { filter: t.arg({ type: CaseFilterInput, description: 'Which cases.' }) },
    resolve: (_root, { filter }, context) => countCases(context.deps, requireViewer(context), filter),
  }),
  caseViews: t.field({
    type: [CaseViewRef],
    description: describe('The viewer’s own views of cases and the site’s, by name, for staff.', ['FORBIDDEN']),
    resolve: (_root, _args, context) => listViews(context.deps, requireViewer(context)),
  }),
}));

builder.mutationFields((t) => ({
  createCaseView: t.field({
    type: viewPayload('CreateCaseViewPayload'),
    description: describe('Keeps a way to look at cases, at most 50 for each owner. For staff.', ['FORBIDDEN', 'IDEMPOTENCY_CONFLICT', 'LIMIT_EXCEEDED']),
    args: { input: t.arg({ type: CreateCaseViewInput, required: true, description: 'The view.' }) },
    resolve: async (_root, { input }, context) => ({ view: await createView(context.deps, requireViewer(context), input) }),
  }),
  updateCaseView: t.field({
    type: viewPayload('UpdateCaseViewPayload'),
    description: describe('Changes a view: one’s own or, by who manages routing, the site’s.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: UpdateCaseViewInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => ({ view: await updateView(context.deps, requireViewer(context), input) }),
  }),
  deleteCaseView: t.field({
    type: DeleteCaseViewPayload,
    description: describe('Deletes a view: one’s own or, by who manages routing, the site’s.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: DeleteCaseViewInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ viewId: await deleteView(context.deps, requireViewer(context), input.viewId) }),
  }),
  bulkCases: t.field({
    type: BulkCasesPayload,
    description: describe('Does the same with up to 100 cases, each for itself and with its own result. For admins, and agents with BULK_ACTIONS.', ['FORBIDDEN']),
    args: { input: t.arg({ type: BulkCasesInput, required: true, description: 'What, and with which.' }) },
    resolve: async (_root, { input }, context) => ({ results: await bulkCases(context.deps, requireViewer(context), input) }),
  }),
}));
