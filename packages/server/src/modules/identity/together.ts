import type { Deps } from '../../deps.js';
import { GroupedReads } from '../../log/grouped-reads.js';
import type { KnownUser } from './rows.js';
import { USERS_TOGETHER } from './store.js';

/** Which user to find: by the host's own id, or by the id here. */
export type UserQuestion = { readonly siteId: string; readonly externalId: string } | { readonly siteId: string; readonly id: string };

type Found = { readonly user: KnownUser | undefined };

const reads = new WeakMap<Deps['db'], GroupedReads<UserQuestion, Found>>();

/** Finds a user of a site. Where many ask at once, as when all clients come back, they share a query and do not fill the pool. */
export async function findUserTogether({ db }: Pick<Deps, 'db'>, question: UserQuestion): Promise<KnownUser | undefined> {
  const known = reads.get(db);
  if (known) return (await known.read(question)).user;
  const made = new GroupedReads<UserQuestion, Found>({
    keyOf: ({ siteId }) => siteId,
    atOnce: 2,
    most: 250,
    read: async (questions) => {
      const [first] = questions;
      if (!first) return [];
      const externalIds = questions.flatMap((each) => ('externalId' in each ? each.externalId : []));
      const ids = questions.flatMap((each) => ('id' in each ? each.id : []));
      const rows = await db.hot<KnownUser>(USERS_TOGETHER, [first.siteId, externalIds, ids]);
      const byExternalId = new Map(rows.map((user) => [user.externalId, user]));
      const byId = new Map(rows.map((user) => [user.id, user]));
      return questions.map((each): Found => ({ user: 'externalId' in each ? byExternalId.get(each.externalId) : byId.get(each.id) }));
    },
  });
  reads.set(db, made);
  return (await made.read(question)).user;
}
