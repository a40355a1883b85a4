import type { Db } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import { isChatError } from '../../kernel/errors.js';
import { createGather } from './gather.js';
import { type Outgoing, paramsOf, type Stamp } from './outgoing.js';
import { type ManyItem, type ManySentRow, SEND_MANY } from './send-many-statement.js';
import { SEND, type SentRow } from './send-statement.js';

interface Write {
  readonly outgoing: Outgoing;
  readonly stamp: Stamp;
}

/** Most statements of this kind under way, so that those behind them gather; and most messages of one. */
const MAX_RUNS = { embedded: 1, postgres: 4 };
const MAX_ITEMS = 64;
const PREVIEW_LENGTH = 120;

const gathers = new WeakMap<Db, (write: Write) => Promise<SentRow | null>>();

/**
 * Writes a message, at once where nothing waits and otherwise together with the others that wait. Null when its statement refused it.
 * A unique violation is that of this message alone.
 */
export function writeMessage(db: Db, outgoing: Outgoing, stamp: Stamp): Promise<SentRow | null> {
  if (outgoing.statement !== SEND) return writeOne(db, { outgoing, stamp });
  let gather = gathers.get(db);
  if (!gather) {
    gather = createGather<Write, SentRow | null>({
      one: (write) => writeOne(db, write),
      many: (writes) => writeMany(db, writes),
      isFinal: (error) => isChatError(error, 'UNAVAILABLE'),
      maxRuns: MAX_RUNS[db.kind],
      maxItems: MAX_ITEMS,
    });
    gathers.set(db, gather);
  }
  return gather({ outgoing, stamp });
}

async function writeOne(db: Db, { outgoing, stamp }: Write): Promise<SentRow | null> {
  const [row] = await db.hot<SentRow>(outgoing.statement, paramsOf(outgoing, stamp));
  return row ?? null;
}

async function writeMany(db: Db, writes: readonly Write[]): Promise<readonly (SentRow | null)[]> {
  const items = writes.map(({ outgoing: { body, siteId, sender }, stamp }, ord): ManyItem => ({
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
  const rows = await db.hot<ManySentRow>(SEND_MANY, [JSON.stringify(items)]);
  const outcomes = withHeads(items, rows);
  return items.map(({ ord }) => outcomes.get(ord) ?? null);
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
    const before = reached.get(item.conversation_id) ?? row.heads;
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
