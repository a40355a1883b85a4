/** How late live messages are, counted for whole groups of subscribers at once. */
import { Histogram, type HistogramConfiguration, type MetricObjectWithValues, type MetricValueWithName } from 'prom-client';

/** What a {@link DeliveryHistogram} is made with: as for any histogram, without labels. */
export type DeliveryHistogramOptions = Omit<HistogramConfiguration<never>, 'labelNames' | 'buckets' | 'aggregator' | 'collect'> & {
  /** Upper bounds in seconds, rising. */
  readonly buckets: readonly number[];
};

/**
 * A histogram that takes many equal observations in one call and allocates nothing for them: it stands on the way of every
 * delivery. Its values are put together when they are asked for.
 */
export class DeliveryHistogram extends Histogram {
  readonly #bounds: readonly number[];
  /** Observations by bucket; the last counts those above all bounds. */
  readonly #counts: Float64Array;
  readonly #name: string;
  /** Describes itself as the library's histograms do. */
  readonly #plain: Histogram;
  #sum = 0;
  #count = 0;

  constructor({ buckets, ...options }: DeliveryHistogramOptions) {
    super({ ...options, buckets: [...buckets] });
    this.#name = options.name;
    this.#plain = new Histogram({ ...options, buckets: [...buckets], registers: [] });
    this.#bounds = buckets;
    this.#counts = new Float64Array(buckets.length + 1);
  }

  /** How much was observed so far. */
  get count(): number {
    return this.#count;
  }

  /** Takes `times` observations of `seconds`. */
  observeMany(seconds: number, times: number): void {
    let index = 0;
    for (; index < this.#bounds.length; index += 1) if (seconds <= (this.#bounds[index] ?? Infinity)) break;
    this.#counts[index] = (this.#counts[index] ?? 0) + times;
    this.#sum += seconds * times;
    this.#count += times;
  }

  override get(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    return this.getForPromString();
  }

  /** What the registry writes as text. */
  async getForPromString(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    const described = await this.#plain.get();
    let below = 0;
    const values: MetricValueWithName<string>[] = [...this.#bounds, '+Inf' as const].map((le, index) => {
      below += this.#counts[index] ?? 0;
      return { metricName: `${this.#name}_bucket`, labels: { le }, value: below };
    });
    values.push({ metricName: `${this.#name}_sum`, labels: {}, value: this.#sum }, { metricName: `${this.#name}_count`, labels: {}, value: this.#count });
    return { ...described, values };
  }
}
