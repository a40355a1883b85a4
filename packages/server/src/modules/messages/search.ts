import type { Deps } from '../../deps.js';
import { invalidInput } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { MessageView } from '../../kernel/views.js';
import { accessConversation } from '../conversations/index.js';
import { searchStatement } from './search-statement.js';
import { parseSearch, type Snippet, snippetOf } from './search-words.js';

/** What the hits are ordered by. */
export type SearchOrder = 'newest' | 'relevance';

/** What to look for, and where. */
export interface SearchInput {
  readonly query: string;
  /** Only in this conversation; default everywhere. */
  readonly conversationId?: string | null | undefined;
  readonly orderBy: SearchOrder;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A message that was found. */
export interface SearchHit {
  readonly message: MessageView;
  readonly snippet: Snippet;
  readonly cursor: string;
}

interface HitRow {
  readonly rank: number;
  readonly at: Date;
  readonly id: string;
  readonly view: MessageView;
}

const OPERATION = 'search messages';

/**
 * Messages that contain what is looked for, out of what the viewer may read at this moment: in one conversation or in all. Words are compared whole
 * and, where they have three letters or more, as parts of words; `"…"` is a phrase, `-` leaves out, `or` is an alternative. Only the text as it is now is
 * looked at: not earlier versions, not tombstones, not lines of the system. One statement, by relevance over the newest 1,000 hits.
 * @throws ChatError NOT_FOUND for a conversation that the viewer may not read, INVALID_INPUT
 */
export async function searchMessages(deps: Deps, viewer: Viewer, input: SearchInput): Promise<{ readonly hits: SearchHit[]; readonly hasMore: boolean }> {
  const words = parseSearch(input.query);
  const first = parsePageSize({ operation: OPERATION, field: 'first' }, input.first);
  const after = parsePlace(input.after ?? null);
  const { conversationId = null } = input;
  if (conversationId !== null) await accessConversation(deps, viewer, { conversationId, need: 'read', operation: OPERATION });
  const rows = await deps.db.hot<HitRow>(searchStatement(input.orderBy, words.patterns.length), [
    viewer.siteId,
    viewer.userId,
    isAdmin(viewer),
    conversationId,
    words.query,
    after?.rank ?? 0,
    after?.at ?? null,
    after?.id ?? '',
    first + 1,
    ...words.patterns,
  ]);
  const hits = rows.slice(0, first).map(({ rank, at, id, view }) => ({
    message: view,
    snippet: snippetOf(view.text, words),
    cursor: Buffer.from(`${rank}.${at.getTime()}.${id}`).toString('base64url'),
  }));
  return { hits, hasMore: rows.length > first };
}

function parsePlace(cursor: string | null): { readonly rank: number; readonly at: string; readonly id: string } | null {
  if (cursor === null) return null;
  const [, rank, at, id] = /^(\d{1,9})\.(\d{1,15})\.(msg_[0-9a-f]{32})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (rank === undefined || at === undefined || id === undefined) throw invalidInput(OPERATION, 'after', 'is not a cursor of this list');
  return { rank: Number(rank), at: new Date(Number(at)).toISOString(), id };
}
