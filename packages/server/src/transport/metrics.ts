/**
 * What an operator watches. Each server has its own registry, shown at `/metrics`; docs/metrics.md is made from it. No label
 * names a tenant, a user or a conversation: every label has a closed set of values.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DeliveryHistogram } from './delivery-histogram.js';
import { addNodeMetrics, type NodeState } from './node-metrics.js';

/** Upper bounds in seconds of what should be fast. */
const FAST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The instruments of one server. */
export interface Metrics {
  readonly sockets: Gauge;
  readonly socketOpens: Counter;
  readonly socketCloses: Counter<'code'>;
  readonly subscriptions: Gauge<'field'>;
  readonly operations: Counter<'kind' | 'field' | 'transport'>;
  readonly sends: Counter;
  readonly sendSeconds: Histogram;
  /** Live messages handed to subscribers, and how late; counts `parley_deliveries_total` too. */
  readonly deliverySeconds: DeliveryHistogram;
  readonly feedStarts: Counter<'feed' | 'kind'>;
  readonly resyncs: Counter;
  readonly shed: Counter<'limit'>;
  readonly errors: Counter<'code' | 'field'>;
  /** The registry in the text format of Prometheus. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
  /** Every metric by name, for docs and tests. */
  describe(): readonly MetricDescription[];
}

/** A metric as documents tell of it. */
export interface MetricDescription {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly labels: readonly string[];
}

/** How {@link Metrics} are made. */
export interface MetricsOptions {
  /** Whether to add memory, CPU and event loop, which are the same for every server of a process. */
  readonly ofProcess: boolean;
  /** What this node counts elsewhere; asked when somebody looks. */
  readonly node: () => NodeState;
}

/** Close codes that are told apart; the rest is `other`. */
const CLOSE_CODES: ReadonlySet<number> = new Set([1000, 1001, 1005, 1006, 1009, 1011, 1012, 1013, 4400, 4401, 4403, 4408, 4409, 4429, 4499, 4500]);

/** The value of the label `code` for a close. */
export function closeLabel(code: number): string {
  return CLOSE_CODES.has(code) ? String(code) : 'other';
}

/** Makes the instruments of one server. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.ofProcess) collectDefaultMetrics({ register: registry });
  const labelsOf = new Map<string, readonly string[]>();
  const named = <Label extends string>(name: string, help: string, ...labelNames: Label[]) => {
    labelsOf.set(name, labelNames);
    return { name, help, labelNames, registers };
  };
  addNodeMetrics(named, options.node);
  const deliverySeconds = new DeliveryHistogram({
    ...named('parley_delivery_seconds', 'Seconds from the time of a message to its handing over to a subscriber. Replayed messages are not counted.'),
    buckets: FAST_SECONDS,
  });
  new Counter({
    ...named('parley_deliveries_total', 'Live messages handed to subscribers.'),
    collect() {
      this.reset();
      this.inc(deliverySeconds.count);
    },
  });
  return {
    sockets: new Gauge(named('parley_sockets', 'WebSocket connections open now.')),
    socketOpens: new Counter(named('parley_socket_opens_total', 'WebSocket connections opened.')),
    socketCloses: new Counter(named('parley_socket_closes_total', 'WebSocket connections closed, by close code.', 'code')),
    subscriptions: new Gauge(named('parley_subscriptions', 'Subscriptions open now, by root field.', 'field')),
    operations: new Counter(named('parley_operations_total', 'Operations started, by kind, first root field and transport.', 'kind', 'field', 'transport')),
    sends: new Counter(named('parley_sends_total', 'Messages acknowledged to their sender.')),
    sendSeconds: new Histogram({
      ...named('parley_send_seconds', 'Seconds from the arrival of a send to its acknowledgement.'),
      buckets: FAST_SECONDS,
    }),
    deliverySeconds,
    feedStarts: new Counter(named('parley_feed_starts_total', 'First items of feeds, by feed and kind: resumed, or a snapshot and its reason.', 'feed', 'kind')),
    resyncs: new Counter(named('parley_resyncs_total', 'Feeds that ended with RESYNC_REQUIRED: their subscriber read too slowly, or its place changed.')),
    shed: new Counter(named('parley_shed_total', 'Operations refused with OVERLOADED, by the limit that was reached.', 'limit')),
    errors: new Counter(named('parley_errors_total', 'Errors answered, by code and root field; the field is none where no operation was reached.', 'code', 'field')),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
    describe: () =>
      registry.getMetricsAsArray().map(({ name, type, help }) => ({ name, type: String(type), help, labels: labelsOf.get(name) ?? [] })),
  };
}
