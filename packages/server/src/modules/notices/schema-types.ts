import { builder, nodeInterface } from '../../graphql/builder.js';
import { NoticeKindEnum } from '../../graphql/enums.js';
import type { NoticeView } from '../../kernel/views.js';

/** A line for one user. */
export const NoticeRef = builder.objectRef<NoticeView>('Notice').implement({
  description: 'A line for one user about something that happened, kept until read and after.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the notice.' }),
    seq: t.exposeInt('seq', { description: 'Number among the user’s notices; consecutive from 1.' }),
    kind: t.field({ type: NoticeKindEnum, description: 'What it tells.', resolve: (notice) => notice.kind }),
    conversationId: t.exposeID('conversationId', { nullable: true, description: 'The conversation it is about, if any.' }),
    data: t.field({ type: 'JSON', description: 'Facts, by kind.', resolve: (notice) => notice.data }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was written.', resolve: (notice) => notice.createdAt }),
    readAt: t.field({ type: 'DateTime', nullable: true, description: 'When it was read.', resolve: (notice) => notice.readAt }),
  }),
});

/** A page of notices. */
export const NoticeConnection = builder.connectionObject(
  { type: NoticeRef, name: 'NoticeConnection', description: 'A page of notices, newest first.' },
  { name: 'NoticeEdge', description: 'A notice on a page.' },
);
