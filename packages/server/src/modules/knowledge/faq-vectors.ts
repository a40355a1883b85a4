import { featuresOf } from './faq-features.js';
import type { Pace } from './faq-pace.js';

/** A question or a mean of several: weights by feature. */
export type Vector = ReadonlyMap<string, number>;

/** How much what is said twice counts more than what is said once, and how much what is rare counts more than what is frequent. */
const REPEATED = 0.8;
const RARE = 0.8;
/** What a feature that no known question has counts, beside one that a single question has. */
const UNKNOWN = 0.5;

/** Steps of {@link Pace} that a character takes. */
const STEPS_PER_CHARACTER = 1_200;

/** Known questions, to be compared with another by the cosines of their vectors. */
export class QuestionIndex {
  /** How many questions there are. */
  readonly size: number;
  readonly #rarity: ReadonlyMap<string, number>;
  readonly #rarest: number;
  /** For each feature the questions that have it: number and weight in turn. */
  readonly #places = new Map<string, number[]>();

  private constructor(size: number, counts: ReadonlyMap<string, number>) {
    const rarityOf = (count: number): number => (Math.log((size + 1) / (count + 1)) + 1) ** RARE;
    this.size = size;
    this.#rarity = new Map([...counts].map(([feature, count]) => [feature, rarityOf(count)]));
    this.#rarest = rarityOf(0);
  }

  /** Takes texts in, with pauses for others. Answers with their vectors too, which the index does not keep. */
  static async of(texts: readonly string[], pace: Pace): Promise<{ readonly index: QuestionIndex; readonly vectors: readonly Vector[] }> {
    const features: ReadonlyMap<string, number>[] = [];
    const counts = new Map<string, number>();
    for (const text of texts) {
      const each = featuresOf(text);
      for (const feature of each.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      features.push(each);
      await pace.after(STEPS_PER_CHARACTER * text.length);
    }
    const index = new QuestionIndex(texts.length, counts);
    const vectors: Vector[] = [];
    for (const each of features) {
      const vector = index.#weigh(each);
      index.#take(vector, vectors.length);
      vectors.push(vector);
      await pace.after(STEPS_PER_CHARACTER * each.size);
    }
    return { index, vectors };
  }

  /** A text as a vector of length 1 at most: what no known question has makes the rest count less. */
  vectorOf(text: string): Vector {
    return this.#weigh(featuresOf(text));
  }

  /** The cosine of a vector with each known question, 0 to 1. */
  cosines(vector: Vector): Float64Array {
    const cosines = new Float64Array(this.size);
    for (const [feature, weight] of vector) {
      const places = this.#places.get(feature) ?? [];
      for (let at = 0; at < places.length; at += 2) {
        const index = places[at] ?? 0;
        cosines[index] = (cosines[index] ?? 0) + weight * (places[at + 1] ?? 0);
      }
    }
    return cosines;
  }

  #take(vector: Vector, index: number): void {
    for (const [feature, weight] of vector) {
      const places = this.#places.get(feature);
      if (places) places.push(index, weight);
      else this.#places.set(feature, [index, weight]);
    }
  }

  #weigh(features: ReadonlyMap<string, number>): Vector {
    const weights = new Map<string, number>();
    let square = 0;
    for (const [feature, count] of features) {
      const rarity = this.#rarity.get(feature);
      const weight = count ** REPEATED * (rarity ?? UNKNOWN * this.#rarest);
      square += weight * weight;
      if (rarity !== undefined) weights.set(feature, weight);
    }
    const length = Math.sqrt(square);
    for (const [feature, weight] of weights) weights.set(feature, weight / length);
    return weights;
  }
}

/** The length of the sum of vectors. */
export function lengthOfSum(vectors: readonly Vector[]): number {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [feature, weight] of vector) sum.set(feature, (sum.get(feature) ?? 0) + weight);
  let square = 0;
  for (const weight of sum.values()) square += weight * weight;
  return Math.sqrt(square);
}
