import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { forwardPage } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { registerNode } from '../../graphql/node.js';
import { invalidInput } from '../../kernel/errors.js';
import { NoticeConnection } from './schema-types.js';
import { findNotice, listNotices, markNoticesRead } from './service.js';

const MarkNoticesReadInput = builder.inputType('MarkNoticesReadInput', {
  description: 'How far the viewer has read their notices.',
  fields: (t) => ({ upToSeq: t.int({ required: true, description: 'Number of the newest notice that was read.' }) }),
});

const MarkNoticesReadPayload = builder.objectRef<{ readonly readCount: number }>('MarkNoticesReadPayload').implement({
  description: 'What was marked.',
  fields: (t) => ({ readCount: t.exposeInt('readCount', { description: 'How many notices were unread before; 0 on repetition.' }) }),
});

builder.queryField('notices', (t) =>
  t.field({
    type: NoticeConnection,
    description: describe('The viewer’s own notices, newest first.', []),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseSeqCursor(args.after);
      const { notices, hasMore } = await listNotices(context.deps, requireViewer(context), { first: args.first ?? 20, after });
      return forwardPage(notices, { hasMore, isFirst: after === null, cursorOf: (notice) => String(notice.seq) });
    },
  }),
);

builder.mutationField('markNoticesRead', (t) =>
  t.field({
    type: MarkNoticesReadPayload,
    description: describe('Marks the viewer’s notices up to a number as read.', []),
    args: { input: t.arg({ type: MarkNoticesReadInput, required: true, description: 'How far.' }) },
    resolve: async (_root, { input }, context) => ({ readCount: await markNoticesRead(context.deps, requireViewer(context), input) }),
  }),
);

registerNode('Notice', (context, id) => findNotice(context.deps, requireViewer(context), id));

function parseSeqCursor(cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  if (!/^\d{1,9}$/.test(cursor)) throw invalidInput('list notices', 'after', 'is not a cursor of this list');
  return Number(cursor);
}
