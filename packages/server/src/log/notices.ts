import type { Bus } from '../bus/contract.js';
import type { Tx } from '../db/contract.js';
import { newId } from '../kernel/ids.js';
import type { NoticeView } from '../kernel/views.js';
import type { JsonObject, NoticeKind } from '../kernel/words.js';
import { signalUser } from './topics.js';

/** What to tell whom. */
export interface NewNotice {
  readonly siteId: string;
  readonly userId: string;
  readonly kind: NoticeKind;
  readonly conversationId: string | null;
  /** Small facts to show with it; default none. */
  readonly data?: JsonObject;
  readonly now: Date;
}

/** The same to tell several people. */
export interface NewNotices extends Omit<NewNotice, 'userId'> {
  readonly userIds: readonly string[];
}

/**
 * Writes a notice for one user inside a transaction and tells their inbox after the commit. It lives here, below all
 * modules, so that any of them may post. Takes the row lock of the user; to several in one transaction use {@link postNotices},
 * or go in the order of their ids. Returns null when there is no such user on the site.
 */
export async function postNotice(deps: { readonly bus: Bus }, tx: Tx, input: NewNotice): Promise<NoticeView | null> {
  const [notice] = await postNotices(deps, tx, { ...input, userIds: [input.userId] });
  return notice ?? null;
}

/**
 * Writes one notice for each of the users, in one statement however many they are, and tells their inboxes after the commit. Row locks
 * are taken in the order of ids, so that two that post to the same people cannot wait for each other. Users of other sites get none.
 */
export async function postNotices(deps: { readonly bus: Bus }, tx: Tx, input: NewNotices): Promise<NoticeView[]> {
  const data = input.data ?? {};
  const at = input.now.toISOString();
  const ids = input.userIds.map(() => newId('notice'));
  const rows = await tx.raw<{ id: string; userId: string; seq: number }>(
    `WITH locked AS (SELECT id FROM "user" WHERE id = ANY($1::text[]) AND site_id = $3 ORDER BY id FOR NO KEY UPDATE),
     told AS (UPDATE "user" u SET notice_seq = u.notice_seq + 1 FROM locked WHERE u.id = locked.id RETURNING u.id, u.notice_seq)
     INSERT INTO notice (id, user_id, site_id, seq, kind, conversation_id, data, created_at)
     SELECT n.id, told.id, $3, told.notice_seq, $4::notice_kind, $5, $6::jsonb, $7::timestamptz
       FROM told JOIN unnest($1::text[], $2::text[]) AS n(user_id, id) ON n.user_id = told.id
     RETURNING id, user_id AS "userId", seq`,
    [input.userIds, ids, input.siteId, input.kind, input.conversationId, JSON.stringify(data), at],
  );
  return rows.map(({ id, userId, seq }) => {
    const notice: NoticeView = { id, seq, kind: input.kind, conversationId: input.conversationId, data, createdAt: at, readAt: null };
    tx.afterCommit(() => signalUser(deps, userId, { kind: 'notice', notice }));
    return notice;
  });
}
