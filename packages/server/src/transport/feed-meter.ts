/** Counts what feeds hand to their subscribers: how each began, and how late its live messages are. */
import type { Clock } from '../kernel/clock.js';
import type { Metrics } from './metrics.js';

/** Watches the items of all feeds of a server. */
export interface FeedMeter {
  /** The first item of a feed of this root field. Answers up to which `seq` its items are replayed, so old by nature. */
  began(field: string, item: unknown): number;
  /** A later item of a feed that replays up to `replayedUpTo`. */
  saw(item: unknown, replayedUpTo: number): void;
}

/** Makes the meter of one server. */
export function createFeedMeter(options: { readonly metrics: Metrics; readonly clock: Clock }): FeedMeter {
  const { metrics, clock } = options;
  // A fan-out brings the same item to one subscriber after the other, all in one go.
  let last: object | null = null;
  let seconds = 0;
  return {
    began(field, item) {
      if (typeof item !== 'object' || item === null) return 0;
      metrics.feedStarts.inc({ feed: field, kind: kindOfStart(item) });
      return 'head' in item && typeof item.head === 'number' ? item.head : 0;
    },
    saw(item, replayedUpTo) {
      if (typeof item !== 'object' || item === null) return;
      if (item !== last) {
        if (!('message' in item && 'seq' in item && 'at' in item)) return;
        if (typeof item.seq !== 'number' || item.seq <= replayedUpTo || typeof item.at !== 'string') return;
        last = item;
        seconds = Math.max(0, clock.now().getTime() - Date.parse(item.at)) / 1000;
      }
      metrics.deliverySeconds.observeMany(seconds, 1);
    },
  };
}

function kindOfStart(item: object): string {
  return 'reason' in item && typeof item.reason === 'string' ? `snapshot_${item.reason.toLowerCase()}` : 'resumed';
}
