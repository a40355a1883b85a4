/** What feeds count, for `/metrics` and tests. Only ever rising, except the gauges. */
export interface FeedCounters {
  /** Gauge: conversations followed on this node. */
  hubs: number;
  /** Gauge: open conversation feeds. */
  conversationFeeds: number;
  /** Gauge: open inbox feeds. */
  inboxFeeds: number;
  /** Events that came over the bus in order. */
  eventsLive: number;
  /** Events that the bus repeated or brought too late. */
  eventsDropped: number;
  /** Holes and silent tails that were read from the log. */
  holes: number;
  /** Events read from the log because the bus had lost or delayed them. */
  eventsFromLog: number;
  /** Feeds ended with RESYNC_REQUIRED. */
  overflows: number;
  /** Feeds ended with ACCESS_REVOKED. */
  revoked: number;
  /** Feeds opened by a snapshot, and by a resumption. */
  snapshots: number;
  resumed: number;
  /** Gauge: events of the database's log that the hubs of this node had not dealt with when the last sweep looked. */
  lag: number;
  /** Sweeps done, and failed. */
  sweeps: number;
  sweepFailures: number;
  /** Anything else unexpected; each is logged as an error. */
  surprises: number;
}

/** All at zero. */
export function createFeedCounters(): FeedCounters {
  return {
    hubs: 0,
    conversationFeeds: 0,
    inboxFeeds: 0,
    eventsLive: 0,
    eventsDropped: 0,
    holes: 0,
    eventsFromLog: 0,
    overflows: 0,
    revoked: 0,
    snapshots: 0,
    resumed: 0,
    lag: 0,
    sweeps: 0,
    sweepFailures: 0,
    surprises: 0,
  };
}
