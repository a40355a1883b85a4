/** Programs that work on committed events of support: at once on the node that committed them, and never not, whatever dies. */
import type { Deps } from '../deps.js';
import { BY_THE_CLOCK, type HotStatement } from '../db/contract.js';
import { asUnavailable } from '../db/index.js';
import type { Timer } from '../kernel/clock.js';
import { isChatError } from '../kernel/errors.js';
import { onCommitted } from './committed.js';
import { type ConsumedEvent, consumedOf, keyOf } from './consumed-event.js';
import { EventsAside, TRIES } from './consumer-aside.js';
import type { DurableEventType } from './event.js';

export type { ConsumedEvent } from './consumed-event.js';

/** How often a node looks for events that nobody has worked on, in milliseconds. */
export const CONSUME_MS = 5_000;
/** The most events that one look takes. */
const PAGE = 2_000;
/** The most events of one look that are worked on at once: what was left for a while must not take every connection from those who are served now. */
const AT_ONCE = 8;
/** How many events a node remembers to have worked on. */
const REMEMBERED = 10_000;

/** A program that works on events of support conversations. */
export interface Consumer {
  /** Unique and for ever: its position is kept under it. */
  readonly name: string;
  readonly types: readonly DurableEventType[];
  /** Works on one event. It may come again, on this node or another, and then must change nothing. Events of one conversation come one after the other. */
  handle(event: ConsumedEvent): Promise<void>;
}

/** By how many transactions a position may fall behind while there is nothing to work on: a server that has nothing to do must not write every few seconds. */
const MAX_BEHIND = 200;

interface Row {
  readonly xmin: string;
  readonly events: readonly ConsumedEvent[] | null;
  readonly last: string | null;
  readonly is_behind: boolean;
  /** Events that stand aside, and of these the ones whose time has come. */
  readonly aside: number;
  readonly aside_due: number;
}

const BEGIN: HotStatement = {
  name: 'log.consumer_begin',
  text: `${BY_THE_CLOCK} INSERT INTO consumer_position (name, position) VALUES ($1, pg_snapshot_xmin(pg_current_snapshot())::text) ON CONFLICT (name) DO NOTHING`,
};

// $1 name, $2 types, $3 the most events, $4 now
const READ: HotStatement = {
  name: 'log.consumer_read',
  text: `${BY_THE_CLOCK} WITH due AS MATERIALIZED (
      SELECT e.* FROM event e JOIN conversation c ON c.id = e.conversation_id AND c.kind = 'support'
      WHERE e.xid >= (SELECT position::xid8 FROM consumer_position WHERE name = $1) AND e.xid < pg_snapshot_xmin(pg_current_snapshot()) AND e.type = ANY($2::text[])
      ORDER BY e.xid, e.conversation_id, e.seq LIMIT $3::int)
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin, (SELECT max(xid)::text FROM due) AS last,
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint - (SELECT position::bigint FROM consumer_position WHERE name = $1) > ${MAX_BEHIND} AS is_behind,
      (SELECT count(*)::int FROM consumer_aside WHERE name = $1) AS aside,
      (SELECT count(*)::int FROM consumer_aside WHERE name = $1 AND next_at <= $4::timestamptz) AS aside_due,
      (SELECT jsonb_agg(jsonb_build_object('conversationId', d.conversation_id, 'siteId', d.site_id, 'seq', d.seq, 'type', d.type, 'audience', d.audience,
        'actorId', d.actor_id, 'messageId', d.message_id, 'userId', d.data->>'userId', 'at', to_char(d.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY d.xid, d.conversation_id, d.seq) FROM due d) AS events`,
};

const MOVE: HotStatement = {
  name: 'log.consumer_move',
  text: `${BY_THE_CLOCK} UPDATE consumer_position SET position = $2 WHERE name = $1 AND position::xid8 < $2::text::xid8`,
};

/**
 * Runs a program on this node. What this node commits it works on at once; what a node that died has left, and what failed, is found by its position in the
 * log, which all nodes share, within {@link CONSUME_MS} or so. A look that finds nothing is one statement and writes nothing. An event that fails in {@link TRIES}
 * looks steps aside: it holds the position no more, and is tried again after a minute, then ever less often up to once an hour.
 */
export class LogConsumer {
  readonly #deps: Pick<Deps, 'db' | 'bus' | 'clock' | 'log'>;
  readonly #consumer: Consumer;
  readonly #done = new Set<string>();
  /** How often an event has failed, while it holds the position. */
  readonly #failures = new Map<string, number>();
  readonly #aside: EventsAside;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #timer: Timer;
  readonly #endListening: () => void;
  #sweeping: Promise<void> | null = null;
  #hasBegun = false;
  #isStopped = false;

  constructor(deps: Pick<Deps, 'db' | 'bus' | 'clock' | 'log'>, consumer: Consumer) {
    this.#deps = deps;
    this.#consumer = consumer;
    this.#aside = new EventsAside(deps.db, consumer.name);
    const types: ReadonlySet<string> = new Set(consumer.types);
    this.#endListening = onCommitted(deps.bus, (event) => {
      if (types.has(event.type)) this.#work(consumedOf(event)).catch((error: unknown) => this.#failed(error));
    });
    this.#timer = deps.clock.every(CONSUME_MS, () => void this.sweep());
    void this.sweep();
  }

  /** Works on everything that nobody has worked on. Never throws. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#sweeping = null;
      });
    return this.#sweeping;
  }

  /** Resolves when nothing is under way on this node. */
  async idle(): Promise<void> {
    while (this.#lanes.size > 0) await Promise.all(this.#lanes.values());
  }

  /** Stops for good; resolves when what is under way is over. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#endListening();
    this.#timer.cancel();
    await this.#sweeping;
    await this.idle();
  }

  async #sweep(): Promise<void> {
    if (this.#isStopped) return;
    const { db, clock } = this.#deps;
    const { name, types } = this.#consumer;
    if (!this.#hasBegun) await db.hot(BEGIN, [name]);
    this.#hasBegun = true;
    const [row] = await db.hot<Row>(READ, [name, types, PAGE, clock.now().toISOString()]);
    if (!row) return;
    this.#aside.counted(row.aside);
    if (row.aside_due > 0) await this.#workOnAside();
    const events = row.events ?? [];
    await this.#workOnAll(events);
    if (this.#isStopped) return;
    // Of a full page the last transaction may be incomplete: it is read again.
    if (events.length > 0 || row.is_behind) await db.hot(MOVE, [name, events.length === PAGE && row.last !== null ? row.last : row.xmin]);
    this.#failures.clear();
  }

  /** Tries again what stepped aside, and counts what still stands there. */
  async #workOnAside(): Promise<void> {
    for (const event of await this.#aside.take(this.#deps.clock.now())) {
      if (this.#isStopped) return;
      this.#done.delete(keyOf(event));
      await this.#work(event).then(
        () => this.#aside.done(event),
        (error: unknown) => this.#failed(error, event),
      );
    }
    await this.#aside.count();
  }

  /** Works on events in their order, a few at once. Each is tried, until the database is out of reach or the node stops. Rejects with the first failure that holds the position. */
  async #workOnAll(events: readonly ConsumedEvent[]): Promise<void> {
    const failures: unknown[] = [];
    let isOutOfReach = false;
    const rest = events.values();
    const worker = async (): Promise<void> => {
      for (const event of rest) {
        if (isOutOfReach || this.#isStopped) return;
        await this.#work(event).catch(async (error: unknown) => {
          isOutOfReach ||= isChatError(asUnavailable(error), 'UNAVAILABLE');
          if (isOutOfReach || !(await this.#stepsAside(event, error))) failures.push(error);
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (failures.length > 0) throw failures[0];
  }

  /** Lets an event step aside that has failed often enough; answers whether it did. */
  async #stepsAside(event: ConsumedEvent, error: unknown): Promise<boolean> {
    const key = keyOf(event);
    const tries = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, tries);
    if (tries < TRIES) return false;
    try {
      if (await this.#aside.put(event, { error, now: this.#deps.clock.now() })) this.#steppedAside(error, event);
    } catch (failure) {
      this.#failed(failure);
      return false;
    }
    this.#remember(key);
    return true;
  }

  #work(event: ConsumedEvent): Promise<void> {
    const key = keyOf(event);
    const { conversationId } = event;
    const step = async (): Promise<void> => {
      if (this.#done.has(key)) return;
      await this.#consumer.handle(event);
      this.#remember(key);
    };
    const work = (this.#lanes.get(conversationId) ?? Promise.resolve()).then(step);
    const lane = work.catch(() => undefined).then(() => {
      if (this.#lanes.get(conversationId) === lane) this.#lanes.delete(conversationId);
    });
    this.#lanes.set(conversationId, lane);
    return work;
  }

  #remember(key: string): void {
    this.#done.add(key);
    if (this.#done.size <= REMEMBERED) return;
    for (const oldest of this.#done) {
      this.#done.delete(oldest);
      return;
    }
  }

  #failed(error: unknown, of?: ConsumedEvent): void {
    const where = of && { conversation_id: of.conversationId, seq: of.seq };
    if (!this.#isStopped) this.#deps.log.error({ event: 'consumer.failed', err: error, ...where }, `unable to work on events for ${this.#consumer.name}; trying again later`);
  }

  #steppedAside(error: unknown, { conversationId, siteId, seq, type }: ConsumedEvent): void {
    const { name } = this.#consumer;
    this.#deps.log.error({ event: 'consumer.aside', err: error, conversation_id: conversationId, site_id: siteId, seq, type }, `unable to work on an event for ${name} in ${TRIES} tries; it steps aside`);
  }
}
