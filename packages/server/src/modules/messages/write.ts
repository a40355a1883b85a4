import type { Db } from '../../db/contract.js';
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
  const outcomes = new Map(rows.map((row) => [row.ord, row]));
  return items.map(({ ord }) => outcomes.get(ord) ?? null);
}
