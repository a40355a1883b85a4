/** Events that a program could not work on in several tries: they step aside, so that they hold nothing up, and are tried again later. */
import { BY_THE_CLOCK, type Db, type HotStatement } from '../db/contract.js';
import { ChatError } from '../kernel/errors.js';
import type { ConsumedEvent } from './consumed-event.js';

/** How often an event is tried before it steps aside. */
export const TRIES = 5;
/** The most that steps back in at once. */
const AT_ONCE = 20;

// $1 name, $2 conversation, $3 number, $4 event, $5 error, $6 now
const PUT: HotStatement = {
  name: 'log.consumer_aside_put',
  text: `INSERT INTO consumer_aside (name, conversation_id, seq, event, error, tries, next_at, created_at)
    VALUES ($1, $2, $3::int, $4::jsonb, $5, 0, $6::timestamptz + interval '1 minute', $6::timestamptz) ON CONFLICT (name, conversation_id, seq) DO NOTHING RETURNING seq`,
};

// $1 name, $2 now
const TAKE: HotStatement = {
  name: 'log.consumer_aside_take',
  text: `${BY_THE_CLOCK} UPDATE consumer_aside a SET tries = a.tries + 1, next_at = $2::timestamptz + least(interval '1 hour', interval '1 minute' * power(2, least(a.tries + 1, 6)))
    FROM (SELECT conversation_id, seq FROM consumer_aside WHERE name = $1 AND next_at <= $2::timestamptz ORDER BY next_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) d
    WHERE a.name = $1 AND a.conversation_id = d.conversation_id AND a.seq = d.seq RETURNING a.event`,
};

const DONE: HotStatement = { name: 'log.consumer_aside_done', text: 'DELETE FROM consumer_aside WHERE name = $1 AND conversation_id = $2 AND seq = $3::int' };
const COUNT: HotStatement = { name: 'log.consumer_aside_count', text: `${BY_THE_CLOCK} SELECT count(*)::int AS count FROM consumer_aside WHERE name = $1` };

const counts = new WeakMap<Db, Map<string, number>>();

/** Events that stood aside when this node looked last, of all programs and nodes. */
export function eventsAside(db: Db): number {
  return [...(counts.get(db)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

/** What of one program stands aside, on all nodes. */
export class EventsAside {
  readonly #db: Db;
  readonly #name: string;

  constructor(db: Db, name: string) {
    this.#db = db;
    this.#name = name;
  }

  /** Lets an event step aside; answers whether it was this call that did. */
  async put(event: ConsumedEvent, of: { readonly error: unknown; readonly now: Date }): Promise<boolean> {
    // What an error says may quote what people wrote.
    const error = of.error instanceof ChatError ? of.error.code : of.error instanceof Error ? of.error.name : typeof of.error;
    const rows = await this.#db.hot(PUT, [this.#name, event.conversationId, event.seq, JSON.stringify(event), error, of.now.toISOString()]);
    return rows.length > 0;
  }

  /** Takes those whose time has come, for one more try each; no other node gets them before the next. */
  async take(now: Date): Promise<ConsumedEvent[]> {
    return (await this.#db.hot<{ readonly event: ConsumedEvent }>(TAKE, [this.#name, now.toISOString()])).map(({ event }) => event);
  }

  /** It was worked on after all. */
  async done({ conversationId, seq }: ConsumedEvent): Promise<void> {
    await this.#db.hot(DONE, [this.#name, conversationId, seq]);
  }

  /** Counts what stands aside, for {@link eventsAside}. */
  async count(): Promise<void> {
    const [row] = await this.#db.hot<{ readonly count: number }>(COUNT, [this.#name]);
    this.counted(row?.count ?? 0);
  }

  /** Takes over what was counted together with something else, for {@link eventsAside}. */
  counted(count: number): void {
    const known = counts.get(this.#db) ?? new Map<string, number>();
    known.set(this.#name, count);
    counts.set(this.#db, known);
  }
}
