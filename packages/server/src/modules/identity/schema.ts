import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { notFound } from '../../kernel/errors.js';
import { SiteRef, UserRef } from './schema-types.js';

builder.queryFields((t) => ({
  viewer: t.prismaField({
    type: UserRef,
    description: describe('The user who is signed in; with an API key, the site’s system user.', []),
    resolve: async (query, _root, _args, context) => {
      const viewer = requireViewer(context);
      const user = await context.deps.db.prisma.user.findUnique({ ...query, where: { id: viewer.userId } });
      if (!user) throw notFound('read viewer', 'user');
      return user;
    },
  }),
  site: t.prismaField({
    type: SiteRef,
    description: describe('The site that the credential belongs to.', []),
    resolve: async (query, _root, _args, context) => {
      const viewer = requireViewer(context);
      const site = await context.deps.db.prisma.site.findUnique({ ...query, where: { id: viewer.siteId } });
      if (!site) throw notFound('read site', 'site');
      return site;
    },
  }),
}));
