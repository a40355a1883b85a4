import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { AudienceSet } from '../../kernel/audience.js';
import { invalidInput } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { MessageView } from '../../kernel/views.js';
import { messageViewsOf, pageJson, type PageJson } from '../../log/message-rows.js';
import { accessConversation } from '../conversations/index.js';
import { accessMessage } from './access.js';
import { read, type Source, VIEWS } from './store.js';

/** Which messages: at most one of `first`, `last` and `around` alone; `around` takes both as the numbers after and before it. */
export interface PageArgs {
  /** From the beginning, or from behind `after`. 1 to 100. */
  readonly first?: number | null | undefined;
  /** A cursor: the seq behind which the page lies. */
  readonly after?: string | null | undefined;
  /** From the end, or from before `before`. 1 to 100. */
  readonly last?: number | null | undefined;
  /** A cursor: the seq before which the page lies. */
  readonly before?: string | null | undefined;
  /** A seq in whose middle the page lies: `last` messages before it and `first` from it on, 25 each by default. */
  readonly around?: number | null | undefined;
}

/** A page of messages, ascending by seq whichever way it was asked for. */
export interface MessagePage {
  readonly messages: readonly MessageView[];
  /** Whether this viewer has messages after the page. */
  readonly hasNextPage: boolean;
  /** Whether this viewer has messages before the page. */
  readonly hasPreviousPage: boolean;
}

const MAX_PAGE = 100;
const DEFAULT_PAGE = 50;
const END = 2 ** 31 - 1;

/** A page as two runs: `before` messages down from the pivot and `from` messages up from it, between two exclusive bounds. */
interface Range {
  readonly pivot: number;
  readonly before: number;
  readonly from: number;
  readonly low: number;
  readonly high: number;
}

/** $1 conversation or thread, $2 audiences, $3 pivot, $4 before, $5 from, $6 low, $7 high. */
function pageSql(scope: 'conversation_id' | 'parent_id'): string {
  const mine = `m.${scope} = $1 AND m.audience = ANY($2::text[])`;
  return `
WITH page AS MATERIALIZED (
  (SELECT m.* FROM message m WHERE ${mine} AND m.seq < $3::int AND m.seq > $6::int ORDER BY m.seq DESC LIMIT $4::int)
  UNION ALL
  (SELECT m.* FROM message m WHERE ${mine} AND m.seq >= $3::int AND m.seq < $7::int ORDER BY m.seq LIMIT $5::int)
)
SELECT
  (SELECT m.seq FROM message m WHERE ${mine} AND m.seq < COALESCE((SELECT min(seq) FROM page), $6::int + 1) ORDER BY m.seq DESC LIMIT 1)
    IS NOT NULL AS "hasPreviousPage",
  (SELECT m.seq FROM message m WHERE ${mine} AND m.seq > COALESCE((SELECT max(seq) FROM page), $7::int - 1) ORDER BY m.seq LIMIT 1)
    IS NOT NULL AS "hasNextPage",${pageJson('page')}`;
}

const PAGE: HotStatement = { name: 'messages.page', text: pageSql('conversation_id') };
const THREAD_PAGE: HotStatement = { name: 'messages.threadPage', text: pageSql('parent_id') };

/** Whose messages: what access to a conversation proves. */
export interface Readable {
  readonly conversation: { readonly id: string };
  readonly audiences: AudienceSet;
}

/**
 * A page of the messages that these audiences see; the last 50 by default. One statement, whatever the length of the page.
 * @throws ChatError INVALID_INPUT for arguments that contradict each other or a page of more than 100.
 */
export function listMessages(source: Source, readable: Readable, args: PageArgs): Promise<MessagePage> {
  return page(source, PAGE, { id: readable.conversation.id, audiences: readable.audiences, range: parsePage(args) });
}

/** {@link listMessages} for a caller: authorises first. @throws ChatError NOT_FOUND, INVALID_INPUT */
export async function readMessages(deps: Deps, viewer: Viewer, input: PageArgs & { readonly conversationId: string }): Promise<MessagePage> {
  const readable = await accessConversation(deps, viewer, { conversationId: input.conversationId, need: 'read', operation: 'read messages' });
  return listMessages(deps, readable, input);
}

/**
 * A page of the replies in a message's thread. For a message that is itself a reply it is the thread that it is in.
 * @throws ChatError NOT_FOUND, INVALID_INPUT
 */
export async function readThread(deps: Deps, viewer: Viewer, input: PageArgs & { readonly messageId: string }): Promise<MessagePage> {
  const { access, message } = await accessMessage(deps, viewer, { messageId: input.messageId, operation: 'read thread' });
  const id = message.view.parentId ?? message.id;
  return page(deps, THREAD_PAGE, { id, audiences: access.audiences, range: parsePage(input) });
}

/** One message. @throws ChatError NOT_FOUND */
export async function readMessage(deps: Deps, viewer: Viewer, messageId: string): Promise<MessageView> {
  return (await accessMessage(deps, viewer, { messageId, operation: 'read message' })).message.view;
}

/** Messages by id as they are now, for replay; authorise before. Ids without a row are left out. */
export async function loadMessageViews(source: Source, ids: readonly string[]): Promise<ReadonlyMap<string, MessageView>> {
  if (ids.length === 0) return new Map();
  const rows = await read<{ view: MessageView }>(source, VIEWS, [ids]);
  return new Map(rows.map(({ view }) => [view.id, view]));
}

interface PageRow extends PageJson {
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

interface PageQuery {
  readonly id: string;
  readonly audiences: AudienceSet;
  readonly range: Range;
}

async function page(source: Source, statement: HotStatement, { id, audiences, range }: PageQuery): Promise<MessagePage> {
  const [row] = await read<PageRow>(source, statement, [
    id,
    audiences.keys,
    range.pivot,
    range.before,
    range.from,
    range.low,
    range.high,
  ]);
  if (!row) throw new Error('a page has one row, whatever is on it');
  return { messages: messageViewsOf(row), hasNextPage: row.hasNextPage, hasPreviousPage: row.hasPreviousPage };
}

/** Turns page arguments into a range. */
export function parsePage(args: PageArgs): Range {
  const low = args.after == null ? 0 : parseCursor('after', args.after);
  const high = args.before == null ? END : parseCursor('before', args.before);
  const first = args.first == null ? null : size('first', args.first);
  const last = args.last == null ? null : size('last', args.last);
  if (args.around != null) return around(args.around, { first, last, isBounded: args.after != null || args.before != null });
  if (first !== null && last !== null) throw contradiction('last', 'cannot be combined with first');
  // Forward when the caller says so, or has only an `after` to start from.
  const isForward = first !== null || (last === null && args.after != null && args.before == null);
  return isForward
    ? { pivot: low + 1, before: 0, from: first ?? DEFAULT_PAGE, low, high }
    : { pivot: high, before: last ?? DEFAULT_PAGE, from: 0, low, high };
}

function around(seq: number, wish: { readonly first: number | null; readonly last: number | null; readonly isBounded: boolean }): Range {
  if (wish.isBounded) throw contradiction('around', 'cannot be combined with after or before');
  if (!Number.isInteger(seq) || seq < 0) throw contradiction('around', 'is not a seq');
  const before = wish.last ?? DEFAULT_PAGE / 2;
  const from = wish.first ?? DEFAULT_PAGE / 2;
  if (before + from > MAX_PAGE) throw contradiction('around', `asks for more than ${MAX_PAGE} messages`);
  return { pivot: seq, before, from, low: 0, high: END };
}

function size(field: string, value: number): number {
  return parsePageSize({ operation: 'read messages', field }, value);
}

function parseCursor(field: string, value: string): number {
  const seq = /^\d{1,10}$/.test(value) ? Number(value) : END;
  if (seq >= END) throw contradiction(field, 'is not a cursor');
  return seq;
}

function contradiction(field: string, reason: string): Error {
  return invalidInput('read messages', field, reason);
}
