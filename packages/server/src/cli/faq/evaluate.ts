/** Measures what the FAQ bot would have answered. */
import { type Example, FaqModel } from '../../modules/knowledge/index.js';

/** What comes of one threshold. */
export interface ThresholdResult {
  readonly threshold: number;
  /** Questions answered, as a share of all that were asked. */
  readonly answered: number;
  /** Right answers, as a share of those given; null when there was none. */
  readonly precision: number | null;
}

/** What an evaluation found. */
export interface FaqReport {
  readonly categories: number;
  readonly examples: number;
  readonly asked: number;
  /** Asked questions whose category was not learnt: they cannot be answered rightly. */
  readonly unknown: number;
  /** Share of questions whose best candidate is right, whatever its score. */
  readonly accuracy: number;
  readonly thresholds: readonly ThresholdResult[];
  /** The same by share: the precision where this share of the questions, those with the best scores, is answered. */
  readonly shares: readonly { readonly answered: number; readonly threshold: number; readonly precision: number }[];
  readonly milliseconds: { readonly learn: number; readonly question: number };
}

const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
const SHARES = [0.25, 0.4, 0.5, 0.6, 0.75, 1] as const;

interface Answer {
  readonly score: number;
  readonly isRight: boolean;
}

/**
 * Learns from some questions and asks others. A category is an article: its name is the title, from which the bot learns too, as `card_arrival` from "card arrival".
 * @param stopwatch begins to measure; what it answers with tells the milliseconds since
 */
export async function evaluateFaq(learn: readonly Example[], ask: readonly Example[], stopwatch: () => () => number): Promise<FaqReport> {
  const categories = [...new Set(learn.map(({ category }) => category))];
  const titles = categories.map((category) => ({ category, text: category.replaceAll(/[_-]+/g, ' ') }));
  const learning = stopwatch();
  const model = await FaqModel.learn([...titles, ...learn]);
  const learnMs = learning();
  const asking = stopwatch();
  const answers = ask.map(({ text, category }): Answer => {
    const [best] = model.classify(text, { most: 1 });
    return { score: best?.score ?? 0, isRight: best?.category === category };
  });
  const askMs = asking();
  const known = new Set(categories);
  return {
    categories: categories.length,
    examples: learn.length,
    asked: ask.length,
    unknown: ask.filter(({ category }) => !known.has(category)).length,
    accuracy: rounded(shareRight(answers)),
    thresholds: THRESHOLDS.map((threshold) => {
      const given = answers.filter(({ score }) => score >= threshold);
      return { threshold, answered: rounded(given.length / Math.max(1, answers.length)), precision: given.length === 0 ? null : rounded(shareRight(given)) };
    }),
    shares: sharesOf(answers),
    milliseconds: { learn: Math.round(learnMs), question: rounded(askMs / Math.max(1, ask.length)) },
  };
}

function sharesOf(answers: readonly Answer[]): FaqReport['shares'] {
  const sorted = answers.toSorted((one, other) => other.score - one.score);
  return SHARES.map((answered) => {
    const given = sorted.slice(0, Math.max(1, Math.floor(sorted.length * answered)));
    return { answered, threshold: rounded(given.at(-1)?.score ?? 0), precision: rounded(shareRight(given)) };
  });
}

function shareRight(answers: readonly Answer[]): number {
  return answers.filter(({ isRight }) => isRight).length / Math.max(1, answers.length);
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
