import type { Deps } from '../deps.js';
import type { HotStatement } from '../db/contract.js';
import type { Timer } from '../kernel/clock.js';
import type { FeedHeadItem } from './feed-item.js';
import { holdsSql } from './view-sql.js';
import type { HubRegistry } from './hubs.js';

/** How often a node asks the log what it may have missed, in milliseconds. */
export const SWEEP_MS = 5_000;
/** How many sweeps there are for one head to every feed: one each 15 seconds. */
export const SWEEPS_PER_HEAD = 3;

/** A broadcast that was changed, and by which transaction. */
export interface SweptBroadcast {
  readonly id: string;
  readonly siteId: string;
  readonly xid: string;
}

/** The open inboxes of a node, as the sweeper sees them. */
export interface SweptInboxes {
  /** Users who have any feed open here, with the newest notice that their inbox has; null without an open inbox. */
  users(): Iterable<readonly [userId: string, noticeSeq: number | null]>;
  /** A conversation has new events; these users came or went in it. Resolves once the inboxes have caught up. */
  changed(conversationId: string, userIds: readonly string[]): Promise<void>;
  /** A user has newer notices than their inbox here. */
  noticed(userId: string): Promise<void>;
  /** These broadcasts were published or ended. Resolves once the inboxes have caught up. */
  broadcasted(changed: readonly SweptBroadcast[]): Promise<void>;
  /** A user was switched off. */
  deactivated(userId: string): void;
  /** Everything of transactions before `xmin` has been dealt with. Calls `breathe` after each inbox that was told. */
  sendHeads(xmin: string, at: string, breathe: () => Promise<void> | undefined): Promise<void>;
}

/** Heads that are sent in one go. */
const HEADS_AT_ONCE = 200;

/** Lets everything else of the event loop have its turn after so many steps. */
class Pause {
  #steps = 0;

  constructor(private readonly every: number) {}

  /** `steps` were done. Undefined, or a pause to wait for. */
  after(steps: number): Promise<void> | undefined {
    this.#steps += steps;
    if (this.#steps < this.every) return undefined;
    this.#steps = 0;
    return new Promise((resolve) => setImmediate(resolve));
  }
}

interface SweepRow {
  readonly xmin: string;
  readonly changed: ReadonlyArray<{ readonly id: string; readonly seq: number; readonly users: readonly string[] | null }>;
  readonly users: ReadonlyArray<{ readonly id: string; readonly isActive: boolean }>;
  readonly broadcasts: readonly SweptBroadcast[];
  readonly revoked: ReadonlyArray<{ readonly conversationId: string; readonly userId: string }>;
}

// $1 transaction to reach back to or null, $2 [{id, seq}] users here, $3 [{c, u, staff}] feeds here whose access hangs on a place
const SWEEP: HotStatement = {
  name: 'log.sweep',
  text: `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.conversation_id, 'seq', x.seq, 'users', x.users)) FROM (
      SELECT e.conversation_id, max(e.seq) AS seq,
        jsonb_agg(DISTINCT e.data->>'userId') FILTER (WHERE e.type IN ('ParticipantJoined', 'ParticipantLeft')) AS users
      FROM event e WHERE e.xid >= $1::text::xid8 GROUP BY e.conversation_id) x), '[]'::jsonb) AS changed,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', u.id, 'isActive', u.is_active))
      FROM jsonb_to_recordset($2::jsonb) AS k(id text, seq int) JOIN "user" u ON u.id = k.id
      WHERE NOT u.is_active OR u.notice_seq > k.seq), '[]'::jsonb) AS users,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'siteId', b.site_id, 'xid', b.last_xid::text))
      FROM broadcast b WHERE b.last_xid >= $1::text::xid8 AND b.state <> 'scheduled'), '[]'::jsonb) AS broadcasts,
    coalesce((SELECT jsonb_agg(jsonb_build_object('conversationId', f.c, 'userId', f.u))
      FROM jsonb_to_recordset($3::jsonb) AS f(c text, u text, staff boolean)
      JOIN conversation v ON v.id = f.c
      LEFT JOIN participant p ON p.conversation_id = f.c AND p.user_id = f.u AND p.left_at IS NULL AND ${holdsSql('p')}
      WHERE p.user_id IS NULL OR (v.gate = 'hidden' AND NOT f.staff)), '[]'::jsonb) AS revoked`,
};

/**
 * Looks, once per interval and node, whether the bus has lost anything: one query for all feeds of the node. It reaches back to the
 * oldest transaction that the sweep before could not see the end of, so no commit slips between two sweeps.
 */
export class Sweeper {
  readonly #deps: Pick<Deps, 'db' | 'clock' | 'log'>;
  readonly #hubs: HubRegistry;
  readonly #inboxes: SweptInboxes;
  readonly #timer: Timer;
  #from: string | null = null;
  #count = 0;
  #isDue = false;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(deps: Pick<Deps, 'db' | 'clock' | 'log'>, hubs: HubRegistry, inboxes: SweptInboxes) {
    this.#deps = deps;
    this.#hubs = hubs;
    this.#inboxes = inboxes;
    hubs.onBegin = (xmin) => {
      if (this.#from === null || BigInt(xmin) < BigInt(this.#from)) this.#from = xmin;
    };
    this.#timer = deps.clock.every(SWEEP_MS, () => {
      this.#count += 1;
      this.#isDue = true;
      if (this.#running === null) void this.#sweepWhileDue();
    });
  }

  /** A database so slow that sweeps pile up is not helped by more of them: those that fall due meanwhile are done as one. */
  async #sweepWhileDue(): Promise<void> {
    while (this.#isDue && !this.#isStopped) {
      this.#isDue = false;
      await this.sweep(this.#count >= SWEEPS_PER_HEAD);
    }
  }

  /** Sweeps, after those asked for before. Never throws. */
  sweep(withHeads = false): Promise<void> {
    const run = (this.#running ?? Promise.resolve()).then(() => this.#sweep(withHeads)).catch((error: unknown) => {
      this.#hubs.counters.sweepFailures += 1;
      if (!this.#isStopped) this.#deps.log.error({ event: 'sweep.failed', err: error }, 'unable to sweep the log; the next sweep tries again');
    });
    this.#running = run;
    return run.finally(() => {
      if (this.#running === run) this.#running = null;
    });
  }

  /** Stops for good; resolves when the sweep under way is over. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer.cancel();
    await this.#running;
  }

  async #sweep(withHeads: boolean): Promise<void> {
    if (this.#isStopped) return;
    const users = new Map(this.#inboxes.users());
    const hubs = [...this.#hubs.hubs()];
    if (users.size === 0 && hubs.length === 0) {
      this.#from = null;
      this.#hubs.counters.lag = 0;
      return;
    }
    const from = this.#from;
    // Feeds that open while the query runs have checked their access themselves.
    const feeds = hubs.flatMap((hub) => [...hub.subscribers()].filter((one) => !one.seesAll).map((one) => ({ hub, one })));
    const [row] = await this.#deps.db.hot<SweepRow>(SWEEP, [
      from,
      JSON.stringify([...users].map(([id, seq]) => ({ id, seq: seq ?? 2_147_483_647 }))),
      JSON.stringify(feeds.map(({ hub, one }) => ({ c: hub.conversationId, u: one.userId, staff: one.audiences.key === 'staff' }))),
    ]);
    if (!row) return;
    const revoked = new Set(row.revoked.map(({ conversationId, userId }) => `${conversationId} ${userId}`));
    for (const { hub, one } of feeds) if (revoked.has(`${hub.conversationId} ${one.userId}`)) hub.revoke(one);
    this.#hubs.counters.lag = this.#lagOf(row);
    await this.#catchUp(row);
    // A hub that began meanwhile may need an older start.
    if (this.#from === from) this.#from = row.xmin;
    this.#hubs.counters.sweeps += 1;
    if (!withHeads) return;
    this.#count = 0;
    const at = this.#deps.clock.now().toISOString();
    await this.#sendHeads(row.xmin, at);
  }

  /** A node may have ten thousand feeds: they are told some at a time, so that nobody waits for all of them. */
  async #sendHeads(xmin: string, at: string): Promise<void> {
    const pause = new Pause(HEADS_AT_ONCE);
    // Feeds of many conversations stand at the same number, above all at small ones; what is equal is made once.
    const items = new Map<number, FeedHeadItem>();
    const headAt = (seq: number): FeedHeadItem => {
      const known = items.get(seq);
      if (known) return known;
      const item: FeedHeadItem = { type: 'FeedHead', seq, at };
      items.set(seq, item);
      return item;
    };
    for (const hub of [...this.#hubs.hubs()]) {
      await pause.after(hub.sendHeads(headAt));
      if (this.#isStopped) return;
    }
    await this.#inboxes.sendHeads(xmin, at, () => pause.after(1));
  }

  /** Events that the log has and the hubs of this node have not; a moment's lag is the way over the bus. */
  #lagOf(row: SweepRow): number {
    let lag = 0;
    for (const { id, seq } of row.changed) {
      const head = this.#hubs.get(id)?.head ?? 0;
      // A hub at 0 has most likely not begun yet.
      if (head > 0) lag += Math.max(0, seq - head);
    }
    return lag;
  }

  async #catchUp(row: SweepRow): Promise<void> {
    for (const user of row.users) if (!user.isActive) this.#inboxes.deactivated(user.id);
    await Promise.all([
      ...row.changed.map(async ({ id, seq, users }) => {
        await this.#hubs.get(id)?.notice(seq);
        await this.#inboxes.changed(id, users ?? []);
      }),
      ...(row.broadcasts.length > 0 ? [this.#inboxes.broadcasted(row.broadcasts)] : []),
      ...row.users.filter((user) => user.isActive).map((user) => this.#inboxes.noticed(user.id)),
    ]);
  }
}
