import { builder } from '../../graphql/builder.js';
import type { VisitView } from '../../kernel/views.js';

/** Where a user is. */
export const VisitRef = builder.objectRef<VisitView>('Visit').implement({
  description: 'The page of the host’s site on which a user is or was last, as their browser reported it. Whether they are still there says their presence.',
  fields: (t) => ({
    userId: t.exposeID('userId', { description: 'The user.' }),
    url: t.exposeString('url', { description: 'Address of the page. The browser chose it: show it as text.' }),
    title: t.exposeString('title', { nullable: true, description: 'Its title.' }),
    referrer: t.exposeString('referrer', { nullable: true, description: 'Where they came from to the site.' }),
    userAgent: t.exposeString('userAgent', { nullable: true, description: 'What their browser calls itself.' }),
    ip: t.exposeString('ip', { nullable: true, description: 'Their address in the network.' }),
    at: t.field({ type: 'DateTime', description: 'When they came to this page.', resolve: (visit) => visit.at }),
  }),
});
