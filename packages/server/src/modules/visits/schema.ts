import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { accessVisitor } from './access.js';
import { VisitRef } from './schema-types.js';
import { readVisit, reportPage } from './service.js';

const ReportPageInput = builder.inputType('ReportPageInput', {
  description: 'The page on which the viewer is.',
  fields: (t) => ({
    url: t.string({ required: true, description: 'Address of the page, at most 2,048 characters.' }),
    title: t.string({ description: 'Its title, at most 300 characters.' }),
    referrer: t.string({ description: 'Where the viewer came from to the site; left out, the one known stays.' }),
  }),
});

const ReportPagePayload = builder.objectRef<{ readonly at: string }>('ReportPagePayload').implement({
  description: 'The page was taken.',
  fields: (t) => ({ at: t.field({ type: 'DateTime', description: 'When the viewer came to it.', resolve: (payload) => payload.at }) }),
});

builder.queryField('visit', (t) =>
  t.field({
    type: VisitRef,
    nullable: true,
    description: describe('The page on which a user is or was last; null when none was reported. For staff.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { userId: t.arg.id({ required: true, description: 'The user.' }) },
    resolve: async (_root, { userId }, context) =>
      readVisit(context.deps, await accessVisitor(context.deps, requireViewer(context), { userId, operation: 'read visit' })),
  }),
);

builder.mutationField('reportPage', (t) =>
  t.field({
    type: ReportPagePayload,
    description: describe('Tells staff on which page of the host’s site the viewer is. At most one page a second; the last one is kept.', ['FORBIDDEN']),
    args: { input: t.arg({ type: ReportPageInput, required: true, description: 'The page.' }) },
    resolve: (_root, { input }, context) =>
      reportPage(context.deps, requireViewer(context), { ...input, userAgent: context.userAgent ?? null, ip: context.ip }),
  }),
);
