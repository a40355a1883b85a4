/** What a node counts for itself, in its feeds, queues and pools, shown as metrics when somebody looks. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { PoolState } from '../db/contract.js';
import type { FeedCounters } from '../log/counters.js';
import type { FeedQueueState } from '../modules/feeds/index.js';

/** The state of a node at one moment. */
export interface NodeState {
  readonly feeds: FeedCounters;
  readonly queues: readonly FeedQueueState[];
  readonly pools: readonly PoolState[];
  /** Sends that wait for a statement to share. */
  readonly sendsWaiting: number;
  /** Committed events that no program could work on and that are tried again later, of all nodes. */
  readonly eventsAside: number;
  /** Queries and mutations under way. */
  readonly operations: number;
  /** Share of operations that is refused because the event loop is late. */
  readonly shedShare: number;
  readonly isBusUp: boolean;
  readonly isDraining: boolean;
}

/** Makes what every metric needs, and notes its labels. */
export type Named = <Label extends string>(
  name: string,
  help: string,
  ...labelNames: Label[]
) => { readonly name: string; readonly help: string; readonly labelNames: Label[]; readonly registers: Registry[] };

type Read = (state: NodeState) => number;

const GAUGES: ReadonlyArray<readonly [name: string, help: string, read: Read]> = [
  ['parley_bus_up', '1 while the bus reaches the other nodes.', ({ isBusUp }) => Number(isBusUp)],
  ['parley_draining', '1 while the server is about to stop.', ({ isDraining }) => Number(isDraining)],
  ['parley_events_aside', 'Committed events that a program could not work on in several tries and that are tried again later: of all nodes, as this one saw it last.', ({ eventsAside }) => eventsAside],
  ['parley_hubs', 'Conversations followed on this node.', ({ feeds }) => feeds.hubs],
  ['parley_log_lag_events', 'Events of the database’s log that the hubs of this node had not dealt with at the last sweep, every 5 seconds.', ({ feeds }) => feeds.lag],
  ['parley_operations_under_way', 'Queries and mutations under way.', ({ operations }) => operations],
  ['parley_shed_share', 'Share of queries and mutations refused because the event loop is late, from 0 to 1.', ({ shedShare }) => shedShare],
  ['parley_sends_waiting', 'Sends that wait for a statement to share.', ({ sendsWaiting }) => sendsWaiting],
];

const COUNTERS: ReadonlyArray<readonly [name: string, help: string, read: Read]> = [
  ['parley_feed_holes_total', 'Holes and silent tails of the bus that were read from the log.', ({ feeds }) => feeds.holes],
  ['parley_surprises_total', 'Unexpected states of the feeds; each is logged as an error.', ({ feeds }) => feeds.surprises],
];

const LABELLED: ReadonlyArray<readonly [name: string, help: string, label: string, reads: Readonly<Record<string, Read>>]> = [
  [
    'parley_feed_events_total',
    'Events that the hubs of this node dealt with, by way: live over the bus, read from the log since the bus lost or delayed them, or dropped as repeated.',
    'way',
    { live: ({ feeds }) => feeds.eventsLive, log: ({ feeds }) => feeds.eventsFromLog, dropped: ({ feeds }) => feeds.eventsDropped },
  ],
  ['parley_feeds_cut_total', 'Feeds ended by the server, by reason: overflow (slow reader) or revoked.', 'reason', { overflow: ({ feeds }) => feeds.overflows, revoked: ({ feeds }) => feeds.revoked }],
  ['parley_sweeps_total', 'Looks at the log for what the bus has lost, by outcome.', 'outcome', { done: ({ feeds }) => feeds.sweeps, failed: ({ feeds }) => feeds.sweepFailures }],
];

/** Adds the metrics whose values the node holds itself. */
export function addNodeMetrics(named: Named, node: () => NodeState): void {
  for (const [name, help, read] of GAUGES) {
    new Gauge({
      ...named(name, help),
      collect() {
        this.set(read(node()));
      },
    });
  }
  for (const [name, help, read] of COUNTERS) {
    new Counter({
      ...named(name, help),
      collect() {
        this.reset();
        this.inc(read(node()));
      },
    });
  }
  for (const [name, help, label, reads] of LABELLED) {
    new Counter({
      ...named(name, help, label),
      collect() {
        this.reset();
        const state = node();
        for (const [value, read] of Object.entries(reads)) this.inc({ [label]: value }, read(state));
      },
    });
  }
  addFeedGauges(named, node);
  new Gauge({
    ...named('parley_db_connections', 'Connections to the database, by pool and state: busy or idle.', 'pool', 'state'),
    collect() {
      for (const { pool, busy, idle } of node().pools) {
        this.set({ pool, state: 'busy' }, busy);
        this.set({ pool, state: 'idle' }, idle);
      }
    },
  });
  new Gauge({
    ...named('parley_db_waiting', 'Pieces of work that wait for a connection to the database, by pool.', 'pool'),
    collect() {
      for (const { pool, waiting } of node().pools) this.set({ pool }, waiting);
    },
  });
}

function addFeedGauges(named: Named, node: () => NodeState): void {
  new Gauge({
    ...named('parley_feeds', 'Feeds of conversations and inboxes open now, by kind; parley_subscriptions has those of every field.', 'feed'),
    collect() {
      const { feeds } = node();
      this.set({ feed: 'conversation' }, feeds.conversationFeeds);
      this.set({ feed: 'inbox' }, feeds.inboxFeeds);
    },
  });
  new Gauge({
    ...named('parley_feed_queue_items', 'Items that wait for the readers of feeds, in all, by kind.', 'feed'),
    collect() {
      for (const { feed, waiting } of node().queues) this.set({ feed }, waiting);
    },
  });
  new Gauge({
    ...named('parley_feed_queue_longest', 'Items in the longest queue of a feed, by kind; a conversation’s feed ends when it is full.', 'feed'),
    collect() {
      for (const { feed, longest } of node().queues) this.set({ feed }, longest);
    },
  });
}
