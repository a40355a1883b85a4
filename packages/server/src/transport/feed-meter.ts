/** Counts what a feed hands to its subscriber: how it began, and how late its live messages are. */
import type { Clock } from '../kernel/clock.js';
import type { Metrics } from './metrics.js';

/** Watches the items of one feed. */
export interface FeedMeter {
  saw(item: unknown): void;
}

/** What a {@link FeedMeter} writes to. */
export interface FeedMeterOptions {
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** The feed's root field. */
  readonly field: string;
}

/** Makes the meter of one subscription. */
export function createFeedMeter(options: FeedMeterOptions): FeedMeter {
  let isFirst = true;
  // What a resumed feed replays first is old by nature.
  let replayedUpTo = 0;
  return {
    saw(item) {
      if (typeof item !== 'object' || item === null) return;
      if (isFirst) {
        isFirst = false;
        options.metrics.feedStarts.inc({ feed: options.field, kind: kindOfStart(item) });
        replayedUpTo = 'head' in item && typeof item.head === 'number' ? item.head : 0;
        return;
      }
      if (!('message' in item && 'seq' in item && 'at' in item)) return;
      if (typeof item.seq !== 'number' || item.seq <= replayedUpTo || typeof item.at !== 'string') return;
      options.metrics.deliveries.inc();
      options.metrics.deliverySeconds.observe(Math.max(0, options.clock.now().getTime() - Date.parse(item.at)) / 1000);
    },
  };
}

function kindOfStart(item: object): string {
  return 'reason' in item && typeof item.reason === 'string' ? `snapshot_${item.reason.toLowerCase()}` : 'resumed';
}
