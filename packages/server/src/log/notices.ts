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

/**
 * Writes a notice for one user inside a transaction and tells their inbox after the commit. It lives here, below all
 * modules, so that any of them may post. Takes the row lock of the user; when posting to several, go in the order of their
 * ids. Returns null when there is no such user on the site.
 */
export async function postNotice(deps: { readonly bus: Bus }, tx: Tx, input: NewNotice): Promise<NoticeView | null> {
  const id = newId('notice');
  const data = input.data ?? {};
  const [row] = await tx.raw<{ seq: number }>(
    `WITH u AS (UPDATE "user" SET notice_seq = notice_seq + 1 WHERE id = $2 AND site_id = $3 RETURNING notice_seq)
     INSERT INTO notice (id, user_id, site_id, seq, kind, conversation_id, data, created_at)
     SELECT $1, $2, $3, u.notice_seq, $4::notice_kind, $5, $6::jsonb, $7::timestamptz FROM u
     RETURNING seq`,
    [id, input.userId, input.siteId, input.kind, input.conversationId, JSON.stringify(data), input.now.toISOString()],
  );
  if (!row) return null;
  const notice: NoticeView = {
    id,
    seq: row.seq,
    kind: input.kind,
    conversationId: input.conversationId,
    data,
    createdAt: input.now.toISOString(),
    readAt: null,
  };
  tx.afterCommit(() => signalUser(deps, input.userId, { kind: 'notice', notice }));
  return notice;
}
