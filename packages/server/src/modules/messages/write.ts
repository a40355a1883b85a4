import type { Db } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import type { Deps } from '../../deps.js';
import { isChatError, overloaded } from '../../kernel/errors.js';
import { forAll, type TracePoint, tracePoint } from '../../kernel/tracing.js';
import { createGather, type Gather } from './gather.js';
import { type Outgoing, paramsOf, type Stamp } from './outgoing.js';
import { type ManyItem, type ManySentRow, SEND_MANY, SEND_MANY_PLAIN } from './send-many-statement.js';
import { SEND, SEND_PLAIN, type SentRow } from './send-statement.js';

interface Write {
  readonly outgoing: Outgoing;
  readonly stamp: Stamp;
  readonly trace: TracePoint;
}

/** Most statements of this kind under way, so that those behind them gather; and most messages of one. */
const MAX_RUNS = { embedded: 1, postgres: 4 };
const MAX_ITEMS = 128;
/** Calls that do not wait for a statement under way, and milliseconds after which nobody waits for it. */
const FEW = 1;
const SLOW_MS = 250;
const PREVIEW_LENGTH = 120;

const gathers = new WeakMap<Db, Gather<Write, SentRow | null>>();

/**
 * Writes a message, at once where nothing waits and otherwise together with the others that wait. Null when its statement refused it.
 * A unique violation is that of this message alone.
 * @throws ChatError OVERLOADED when too many wait, or this one waited for too long.
 */
export function writeMessage(deps: Pick<Deps, 'db' | 'clock' | 'config'>, outgoing: Outgoing, stamp: Stamp): Promise<SentRow | null> {
  const { db, clock } = deps;
  const { waitingSends, sendWaitMs } = deps.config.limits;
  if (outgoing.statement !== SEND) return writeOne(db, { outgoing, stamp, trace: tracePoint() });
  let gather = gathers.get(db);
  if (!gather) {
    gather = createGather<Write, SentRow | null>({
      one: (write) => forAll([write.trace], { name: 'messages.write' }, () => writeOne(db, write)),
      many: (writes) => forAll(writes.map(({ trace }) => trace), { name: 'messages.write_many' }, () => writeMany(db, writes)),
      keyOf: ({ outgoing }) => outgoing.body.conversationId,
      isFinal: (error) => isChatError(error, 'UNAVAILABLE'),
      maxRuns: MAX_RUNS[db.kind],
      maxItems: MAX_ITEMS,
      few: FEW,
      slowMs: SLOW_MS,
      maxWaiting: waitingSends,
      maxWaitMs: sendWaitMs,
      now: () => clock.now().getTime(),
      after: (ms, fn) => clock.after(ms, fn),
      refusal: (limit) =>
        overloaded('send message', limit === 'maxWaiting' ? { limit: 'waitingSends', max: waitingSends } : { limit: 'sendWaitMs', max: sendWaitMs }),
    });
    gathers.set(db, gather);
  }
  return gather({ outgoing, stamp, trace: tracePoint() });
}

/** Sends of this node that wait for a statement to share. */
export function sendsWaiting(db: Db): number {
  return gathers.get(db)?.waiting() ?? 0;
}

async function writeOne(db: Db, { outgoing, stamp }: Write): Promise<SentRow | null> {
  const statement = outgoing.statement === SEND && outgoing.body.parentId === null ? SEND_PLAIN : outgoing.statement;
  const [row] = await db.hot<SentRow>(statement, paramsOf(outgoing, stamp));
  return row ?? null;
}

async function writeMany(db: Db, writes: readonly Write[]): Promise<readonly (SentRow | null)[]> {
  const all = writes.map(({ outgoing: { body, siteId, sender }, stamp }, ord): ManyItem => ({
    ord,
    conversation_id: body.conversationId,
    site_id: siteId,
    sender_id: sender,
    id: stamp.id,
    client_id: body.clientId,
    hash: body.hash,
    kind: body.kind,
    origin: body.origin,
    text: body.text,
    metadata: body.metadata,
    parent_id: body.parentId,
    audience: body.audience,
    at: stamp.now.toISOString(),
  }));
  const items = withoutRepeats(all);
  const statement = items.some((item) => item.parent_id !== null) ? SEND_MANY : SEND_MANY_PLAIN;
  const rows = await db.hot<ManySentRow>(statement, [JSON.stringify(items)]);
  const outcomes = withHeads(all, rows);
  return all.map(({ ord }) => outcomes.get(ord) ?? null);
}

/** A message that was sent again while its first try still waited: only that one is written, and the other answered from it. */
function withoutRepeats(items: readonly ManyItem[]): readonly ManyItem[] {
  const first = new Map(items.toReversed().map((item) => [`${item.conversation_id} ${item.sender_id} ${item.client_id}`, item]));
  return first.size === items.length ? items : items.filter((item) => first.get(`${item.conversation_id} ${item.sender_id} ${item.client_id}`) === item);
}

/**
 * Each row with the heads as they were after its own message: whoever follows the events counts by them, so they must not know of
 * the messages behind it.
 */
function withHeads(items: readonly ManyItem[], rows: readonly ManySentRow[]): ReadonlyMap<number, SentRow> {
  const reached = new Map<string, Heads>();
  const outcomes = new Map<number, SentRow>();
  for (const row of [...rows].sort((one, other) => one.seq - other.seq)) {
    const item = items[row.ord];
    if (!item) continue;
    const before = reached.get(item.conversation_id) ?? row.heads ?? {};
    const head = { n: (before[row.audience]?.n ?? 0) + 1, seq: row.seq, text: previewOf(item.text), by: row.sender_id, kind: item.kind, at: item.at };
    const heads = { ...before, [row.audience]: head };
    reached.set(item.conversation_id, heads);
    outcomes.set(row.ord, { ...row, heads });
  }
  return outcomes;
}

/** Cut as the statement cuts it: by code points. */
function previewOf(text: string): string {
  return text.length <= PREVIEW_LENGTH ? text : [...text].slice(0, PREVIEW_LENGTH).join('');
}
