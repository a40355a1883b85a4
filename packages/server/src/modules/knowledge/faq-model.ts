import { Pace } from './faq-pace.js';
import { fitRidge, isFitAffordable } from './faq-ridge.js';
import { lengthOfSum, QuestionIndex, type Vector } from './faq-vectors.js';

/** One way to ask for something, and the category that answers it. */
export interface Example {
  readonly text: string;
  readonly category: string;
}

/** A category that may answer a question. */
export interface Candidate {
  readonly category: string;
  /** How sure that is, 0 to 1: where it is 0.5 or more, about nine of ten are right. */
  readonly score: number;
}

/** What each of the three nearest examples of a category counts. */
const NEAREST = [0.6, 0.25, 0.15] as const;
/** What the nearest examples, the mean of all examples and the fit count; without a fit, its part goes to the others. */
const WEIGHTS = { nearest: 0.2, mean: 0.4, fit: 0.4 } as const;
/** How fast a lead becomes certainty. */
const TEMPERATURE = 0.04;
/** As like as questions are that have nothing to do with each other: "none of them" is a candidate with this, so that what fits nothing is answered by nothing. */
const UNRELATED = 0.25;
/** What is added to that where there are few examples: how rare a word is cannot be told from a handful, so all questions are much alike. */
const FEW = { added: 0.25, halvedAt: 3 } as const;
/** The power to which the share of all certainty is raised, so that from a half on about nine of ten are right. */
const CAUTION = 2;

/**
 * Tells which of several categories answers a question, by what it has learnt from a handful of examples of each. It is the same on every machine, calls nobody and
 * knows no language. See docs/faq.md.
 */
export class FaqModel {
  readonly #categories: readonly string[];
  readonly #labels: readonly number[];
  readonly #questions: QuestionIndex;
  /** The length of the sum of each category's examples. */
  readonly #lengths: readonly number[];
  /** For each category, what each example counts; null where fitting them would have cost too much. */
  readonly #fits: readonly Float64Array[] | null;

  private constructor(made: { categories: readonly string[]; labels: readonly number[]; questions: QuestionIndex; lengths: readonly number[]; fits: readonly Float64Array[] | null }) {
    this.#categories = made.categories;
    this.#labels = made.labels;
    this.#questions = made.questions;
    this.#lengths = made.lengths;
    this.#fits = made.fits;
  }

  /** Learns. Takes a second of processor time for 1,000 examples of 100 categories, with pauses for others. */
  static async learn(examples: readonly Example[]): Promise<FaqModel> {
    const categories = [...new Set(examples.map(({ category }) => category))];
    const numbers = new Map(categories.map((category, index) => [category, index]));
    const labels = examples.map(({ category }) => numbers.get(category) ?? 0);
    const pace = new Pace();
    const { index, vectors } = await QuestionIndex.of(examples.map(({ text }) => text), pace);
    const ofCategory = categories.map((): Vector[] => []);
    for (const [number, label] of labels.entries()) ofCategory[label]?.push(vectors[number] ?? new Map());
    const lengths = ofCategory.map(lengthOfSum);
    const isFitted = isFitAffordable(examples.length, categories.length);
    const fits = isFitted ? await fitRidge({ index, vectors, labels, categories: categories.length }, pace) : null;
    return new FaqModel({ categories, labels, questions: index, lengths, fits });
  }

  /** How many examples it knows. */
  get size(): number {
    return this.#labels.length;
  }

  /**
   * The likeliest categories of a question, best first; none when no example shares anything with it.
   * @param isAllowed which categories there are at all for the one who asks
   */
  classify(text: string, options: { readonly most: number; readonly isAllowed?: (category: string) => boolean }): Candidate[] {
    const cosines = this.#questions.cosines(this.#questions.vectorOf(text));
    if (cosines.every((cosine) => cosine === 0)) return [];
    const { isAllowed = () => true } = options;
    const rated = this.#rate(cosines).flatMap((likeness, index) => {
      const category = this.#categories[index];
      return category !== undefined && isAllowed(category) ? [{ category, likeness }] : [];
    });
    const unrelated = UNRELATED + FEW.added / (1 + this.size / FEW.halvedAt);
    const best = Math.max(unrelated, ...rated.map(({ likeness }) => likeness));
    const certainty = (likeness: number): number => Math.exp((likeness - best) / TEMPERATURE);
    const all = rated.reduce((sum, { likeness }) => sum + certainty(likeness), certainty(unrelated));
    return rated
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, options.most)
      .map(({ category, likeness }) => ({ category, score: (certainty(likeness) / all) ** CAUTION }));
  }

  /** How like a question is to each category, about 0 to 1. */
  #rate(cosines: Float64Array): number[] {
    const nearest = this.#categories.map((): number[] => []);
    const sums = this.#categories.map(() => 0);
    this.#labels.forEach((label, index) => {
      const cosine = cosines[index] ?? 0;
      sums[label] = (sums[label] ?? 0) + cosine;
      keepNearest(nearest[label] ?? [], cosine);
    });
    return sums.map((sum, index) => {
      const near = (nearest[index] ?? []).reduce((total, cosine, place) => total + cosine * (NEAREST[place] ?? 0), 0);
      const length = this.#lengths[index] ?? 0;
      const mean = length === 0 ? 0 : sum / length;
      const fit = this.#fits?.[index];
      if (!fit) return (WEIGHTS.nearest * near + WEIGHTS.mean * mean) / (WEIGHTS.nearest + WEIGHTS.mean);
      return WEIGHTS.nearest * near + WEIGHTS.mean * mean + WEIGHTS.fit * fit.reduce((total, weight, at) => total + weight * (cosines[at] ?? 0), 0);
    });
  }
}

function keepNearest(nearest: number[], cosine: number): void {
  const place = nearest.findIndex((other) => other < cosine);
  if (place === -1) nearest.push(cosine);
  else nearest.splice(place, 0, cosine);
  if (nearest.length > NEAREST.length) nearest.pop();
}
