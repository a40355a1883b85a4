import './schema-sites.js';
import './schema-users.js';
import './schema-widget.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { RoleEnum } from '../../graphql/enums.js';
import { registerNode } from '../../graphql/node.js';
import { listApiKeys } from './api-keys.js';
import { ApiKeyRef, SiteRef, UserConnection, UserRef } from './schema-types.js';
import { findUser, listUsers } from './users.js';

builder.queryFields((t) => ({
  viewer: t.field({
    type: UserRef,
    description: describe('The user who is signed in; with an API key, the site’s system user.', []),
    resolve: (_root, _args, context) => {
      const viewer = requireViewer(context);
      return context.deps.db.prisma.user.findUniqueOrThrow({ where: { id: viewer.userId } });
    },
  }),
  site: t.field({
    type: SiteRef,
    description: describe('The site that the credential belongs to.', []),
    resolve: (_root, _args, context) => {
      const viewer = requireViewer(context);
      return context.deps.db.prisma.site.findUniqueOrThrow({ where: { id: viewer.siteId } });
    },
  }),
  user: t.field({
    type: UserRef,
    nullable: true,
    description: describe(
      'A user of the site by `id` or by `externalId`; exactly one of them. By `externalId` only staff find others. Null when there is none.',
      [],
    ),
    args: {
      id: t.arg.id({ description: 'The id of the user.' }),
      externalId: t.arg.string({ description: 'The host’s own id of the user.' }),
    },
    resolve: (_root, args, context) => findUser(context.deps, requireViewer(context), args),
  }),
  users: t.field({
    type: UserConnection,
    description: describe('The users of the site in the order in which they were made. For admins and back-ends.', ['FORBIDDEN']),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      role: t.arg({ type: RoleEnum, description: 'Only users of this role.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list users', args.after);
      const { users, hasMore } = await listUsers(context.deps, requireViewer(context), { first: args.first ?? 20, after, role: args.role ?? null });
      return forwardPage(users, { hasMore, isFirst: after === null, cursorOf: (user) => encodeCursor({ at: user.createdAt, id: user.id }) });
    },
  }),
  apiKeys: t.field({
    type: [ApiKeyRef],
    description: describe('The API keys of the site, newest first. For admins and back-ends.', ['FORBIDDEN']),
    resolve: (_root, _args, context) => listApiKeys(context.deps, requireViewer(context)),
  }),
}));

registerNode('User', (context, id) => findUser(context.deps, requireViewer(context), { id }));

registerNode('Site', async (context, id) => {
  const viewer = requireViewer(context);
  return id === viewer.siteId ? context.deps.db.prisma.site.findUnique({ where: { id } }) : null;
});

registerNode('ApiKey', async (context, id) => {
  const viewer = requireViewer(context);
  if (viewer.role !== 'admin') return null;
  return context.deps.db.prisma.apiKey.findFirst({ where: { id, siteId: viewer.siteId } });
});
