import Table from 'cli-table3';
import { stopwatch } from '../kernel/clock.js';
import { evaluateFaq, type FaqReport } from './faq/evaluate.js';
import { readExamples } from './faq/rows.js';
import { CommandError, say } from './outcome.js';

/** What `parley faq evaluate` takes. */
export interface EvaluateOptions {
  readonly learn: string;
  readonly ask: string;
  readonly json?: boolean;
}

/** The most examples that a site could hold; more would measure what cannot be had. */
const MAX_EXAMPLES = 5_000;

/** `parley faq evaluate`: tells how much of a file of questions the FAQ bot would answer, and how rightly. */
export async function evaluate(options: EvaluateOptions): Promise<void> {
  const learn = await readExamples(options.learn);
  const ask = await readExamples(options.ask);
  if (learn.length === 0) throw new CommandError(`unable to evaluate; ${options.learn} has no questions`);
  if (ask.length === 0) throw new CommandError(`unable to evaluate; ${options.ask} has no questions`);
  if (learn.length > MAX_EXAMPLES) throw new CommandError(`unable to evaluate; ${options.learn} has ${learn.length} questions, and a site holds ${MAX_EXAMPLES} at most`);
  const report = await evaluateFaq(learn, ask, stopwatch);
  if (options.json) say(JSON.stringify(report));
  else sayTables(report);
}

function sayTables(report: FaqReport): void {
  say(`Learnt ${report.examples} questions of ${report.categories} categories in ${report.milliseconds.learn} ms; asked ${report.asked}, ${report.milliseconds.question} ms each.`);
  if (report.unknown > 0) say(`${report.unknown} of those asked are of a category that was not learnt: no answer to them is right.`);
  const table = new Table({ head: ['answers from a score of', 'share answered', 'of these right'], style: { head: [], border: [] } });
  for (const { threshold, answered, precision } of report.thresholds) table.push([threshold.toFixed(1), answered.toFixed(3), precision?.toFixed(3) ?? '-']);
  say(table.toString());
  const shares = new Table({ head: ['share answered', 'from a score of', 'of these right'], style: { head: [], border: [] } });
  for (const { answered, threshold, precision } of report.shares) shares.push([answered.toFixed(2), threshold.toFixed(3), precision.toFixed(3)]);
  say(shares.toString());
}
