/** What an operator watches. Each server has its own registry, shown at `/metrics`. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { FeedCounters } from '../log/counters.js';

const FAST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The instruments of one server. */
export interface Metrics {
  readonly sockets: Gauge;
  readonly subscriptions: Gauge<'field'>;
  readonly operations: Counter<'kind' | 'transport'>;
  readonly sends: Counter;
  readonly sendSeconds: Histogram;
  readonly deliveries: Counter;
  readonly deliverySeconds: Histogram;
  readonly feedStarts: Counter<'feed' | 'kind'>;
  readonly resyncs: Counter;
  readonly errors: Counter<'code'>;
  readonly isBusUp: Gauge;
  /** The registry in the text format of Prometheus. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** How {@link Metrics} are made. */
export interface MetricsOptions {
  /** Whether to add memory, CPU and event loop, which are the same for every server of a process. */
  readonly ofProcess: boolean;
  /** What the feeds of this node have counted so far. */
  readonly feeds: () => FeedCounters;
}

/** Makes the instruments of one server. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.ofProcess) collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'parley_feed_events',
    help: 'What the feeds of this node have counted: events by their way (live, from_log, dropped), holes, revoked, sweeps and their failures.',
    labelNames: ['what'],
    registers,
    collect() {
      const counters = options.feeds();
      for (const [what, value] of Object.entries(counters)) {
        this.set({ what: what.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) }, value);
      }
    },
  });
  return {
    sockets: new Gauge({ name: 'parley_sockets', help: 'WebSocket connections open now.', registers }),
    subscriptions: new Gauge({ name: 'parley_subscriptions', help: 'Subscriptions open now, by root field.', labelNames: ['field'], registers }),
    operations: new Counter({
      name: 'parley_operations_total',
      help: 'Operations started, by kind and transport.',
      labelNames: ['kind', 'transport'],
      registers,
    }),
    sends: new Counter({ name: 'parley_sends_total', help: 'Messages acknowledged to their sender.', registers }),
    sendSeconds: new Histogram({
      name: 'parley_send_seconds',
      help: 'Seconds from the arrival of a send to its acknowledgement.',
      buckets: FAST_SECONDS,
      registers,
    }),
    deliveries: new Counter({ name: 'parley_deliveries_total', help: 'Live messages handed to subscribers.', registers }),
    deliverySeconds: new Histogram({
      name: 'parley_delivery_seconds',
      help: 'Seconds from the time of a message to its handing over to a subscriber. Replayed messages are not counted.',
      buckets: FAST_SECONDS,
      registers,
    }),
    feedStarts: new Counter({
      name: 'parley_feed_starts_total',
      help: 'First items of feeds, by feed and kind: resumed, or a snapshot and its reason.',
      labelNames: ['feed', 'kind'],
      registers,
    }),
    resyncs: new Counter({ name: 'parley_resyncs_total', help: 'Feeds ended because their subscriber read too slowly.', registers }),
    errors: new Counter({ name: 'parley_errors_total', help: 'Errors answered, by code.', labelNames: ['code'], registers }),
    isBusUp: new Gauge({ name: 'parley_bus_up', help: '1 while the bus reaches the other nodes.', registers }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
