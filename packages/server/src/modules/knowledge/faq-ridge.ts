import type { Pace } from './faq-pace.js';
import type { QuestionIndex, Vector } from './faq-vectors.js';

/** The weight of the penalty that keeps the fit from following single questions. */
const PENALTY = 1;
/** The most questions, and the most multiplications, that a fit may take: about two seconds of one processor. */
const MAX_QUESTIONS = 1_500;
const MAX_WORK = 1_500_000_000;

/** Where a fit would cost too much it is left out, and the other measures decide alone. */
export function isFitAffordable(questions: number, categories: number): boolean {
  return questions <= MAX_QUESTIONS && questions * questions * (questions / 6 + categories) <= MAX_WORK;
}

/** Known questions with the number of each one's category. */
export interface Questions {
  readonly index: QuestionIndex;
  readonly vectors: readonly Vector[];
  readonly labels: readonly number[];
  /** How many categories there are. */
  readonly categories: number;
}

/**
 * Ridge regression of "is of this category" on the questions, for all categories at once, in its dual form: what a category makes of a question is the sum of the
 * question's cosines with all known ones, each times a weight. The answer has the weights of a category in one array.
 */
export async function fitRidge(questions: Questions, pace: Pace): Promise<Float64Array[]> {
  const { index, vectors, labels, categories } = questions;
  const factor: Float64Array[] = [];
  for (const [number, vector] of vectors.entries()) {
    const row = index.cosines(vector).slice(0, number + 1);
    row[number] = (row[number] ?? 0) + PENALTY;
    reduce(row, factor);
    factor.push(row);
    await pace.after(number * number);
  }
  const fits: Float64Array[] = [];
  for (let category = 0; category < categories; category += 1) {
    fits.push(solve(factor, Float64Array.from(labels, (label) => Number(label === category))));
    await pace.after(factor.length * factor.length);
  }
  return fits;
}

/** Makes the next row of the Cholesky factor out of a row of the matrix, given the rows above. */
function reduce(row: Float64Array, above: readonly Float64Array[]): void {
  for (const [column, other] of above.entries()) {
    row[column] = ((row[column] ?? 0) - dot(row, other, column)) / (other[column] ?? 1);
  }
  const last = above.length;
  row[last] = Math.sqrt((row[last] ?? 0) - dot(row, row, last));
}

function solve(factor: readonly Float64Array[], target: Float64Array): Float64Array {
  for (const [index, row] of factor.entries()) target[index] = ((target[index] ?? 0) - dot(row, target, index)) / (row[index] ?? 1);
  for (const [index, row] of [...factor.entries()].reverse()) {
    const value = (target[index] ?? 0) / (row[index] ?? 1);
    target[index] = value;
    for (let above = 0; above < index; above += 1) target[above] = (target[above] ?? 0) - value * (row[above] ?? 0);
  }
  return target;
}

function dot(one: Float64Array, other: Float64Array, length: number): number {
  let sum = 0;
  for (let index = 0; index < length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
