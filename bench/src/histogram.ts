import { build, type Histogram } from 'hdr-histogram-js';

/** A distribution of times, in milliseconds. */
export interface Distribution {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Records times from a microsecond to a minute, to three digits. */
export class Latencies {
  readonly #histogram: Histogram = build({ lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: 3 });

  /** @param ms milliseconds; what is beyond a minute counts as a minute */
  record(ms: number): void {
    this.#histogram.recordValue(Math.min(60_000_000, Math.max(1, Math.round(ms * 1000))));
  }

  distribution(): Distribution {
    const at = (percentile: number): number => this.#histogram.getValueAtPercentile(percentile) / 1000;
    return { count: this.#histogram.totalCount, p50: at(50), p95: at(95), p99: at(99), max: this.#histogram.maxValue / 1000 };
  }
}
