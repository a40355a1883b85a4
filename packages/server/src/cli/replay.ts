import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import { pino } from 'pino';
import { DEMO_SITE } from '../demo/site.js';
import { stopwatch } from '../kernel/clock.js';
import { provisionSite } from '../modules/identity/index.js';
import { createChatServer } from '../server.js';
import { CommandError, note, say } from './outcome.js';
import { replayConversation } from './replay/conversation.js';
import { type Dialogue, readDialogues } from './replay/dialogue.js';
import { openHost, type SiteKeys } from './replay/host.js';
import { type ConversationResult, isFlawless, reportOf, type ReplayReport } from './replay/tally.js';

/** What `parley replay` takes. */
export interface ReplayOptions {
  readonly file: string;
  /** One address, or one for each side. */
  readonly url?: readonly string[];
  readonly site?: string;
  readonly secret?: string;
  readonly concurrency: number;
  readonly limit?: number;
  readonly cuts: number;
  readonly seed: string;
  readonly json?: boolean;
}

/**
 * `parley replay`: replays the conversations of a file through two SDK clients each, cutting their connections, and reports. Exits
 * with 1 when a line cannot be replayed, or anything was lost, repeated, out of order or left unread.
 */
export async function replay(options: ReplayOptions): Promise<void> {
  const { dialogues, badLines } = await readDialogues(options.file, options.limit);
  for (const { line, reason } of badLines) note(`unable to replay line ${line}; ${reason}`);
  if (options.concurrency < 1) throw new CommandError('unable to replay; --concurrency is below 1');
  if (options.cuts > 300) throw new CommandError('unable to replay; --cuts is above 300, three for each message');
  if ((options.site === undefined) !== (options.secret === undefined)) throw new CommandError('unable to replay; --site and --secret go together');
  const target = await targetOf(options);
  try {
    const outcome = await replayAll(dialogues, target, options);
    if (options.json) say(JSON.stringify(outcome.report));
    else sayTable(outcome, badLines.length);
    if (!isFlawless(outcome.report) || badLines.length > 0) process.exitCode = 1;
  } finally {
    await target.close();
  }
}

interface Target {
  /** Where the clients connect, and where the providers do. */
  readonly urls: readonly [client: string, provider: string];
  readonly site: SiteKeys;
  close(): Promise<void>;
}

/** The server of `--url`, or an embedded one in memory that lives as long as the replay. */
async function targetOf(options: ReplayOptions): Promise<Target> {
  const site: SiteKeys =
    options.site !== undefined && options.secret !== undefined ? { publicKey: options.site, secret: options.secret } : DEMO_SITE;
  const [first, second, ...more] = options.url ?? [];
  if (first !== undefined) {
    for (const url of [first, second ?? first]) {
      if (!/^https?:\/\/[^/]/.test(url)) throw new CommandError(`unable to replay; ${url} is no http address`);
    }
    if (more.length > 0) throw new CommandError('unable to replay; --url takes one address, or two');
    return { urls: [first, second ?? first], site, close: async () => undefined };
  }
  if (!options.json) note('starting an embedded server for the replay');
  const server = createChatServer({ config: { port: 0, hasGraphiql: false }, log: pino({ level: 'error' }, pino.destination(2)) });
  const { url } = await server.start();
  await provisionSite(server.deps, { ...DEMO_SITE, ...site });
  return { urls: [url, url], site, close: () => server.close() };
}

interface Outcome {
  readonly report: ReplayReport;
  readonly cuts: number;
  readonly seconds: number;
}

async function replayAll(dialogues: readonly Dialogue[], target: Target, options: ReplayOptions): Promise<Outcome> {
  const host = await openHost(target.urls[0], target.site);
  const bar = progressOf(dialogues, options);
  const results: ConversationResult[] = [];
  const problems: string[] = [];
  const elapsed = stopwatch();
  const waiting = dialogues.values();
  const work = async (): Promise<void> => {
    for (const dialogue of waiting) {
      const setting = { urls: target.urls, host, cuts: options.cuts, seed: options.seed, onMessage: () => bar?.increment() };
      const result = await replayConversation(dialogue, setting);
      results.push(result);
      if (result.problem !== null) problems.push(`line ${dialogue.line}, ${dialogue.id}: ${result.problem}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.concurrency, dialogues.length) }, work));
  const elapsedMs = elapsed();
  bar?.stop();
  for (const problem of problems) note(problem);
  await host.close();
  return { report: reportOf(results, elapsedMs), cuts: results.reduce((sum, result) => sum + result.cuts, 0), seconds: elapsedMs / 1000 };
}

function progressOf(dialogues: readonly Dialogue[], options: ReplayOptions): SingleBar | null {
  if (options.json) return null;
  const bar = new SingleBar({
    format: 'replaying {bar} {percentage}% | {value} of {total} messages | {duration_formatted}',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    hideCursor: true,
  });
  bar.start(
    dialogues.reduce((sum, dialogue) => sum + dialogue.turns.length, 0),
    0,
  );
  return bar;
}

function sayTable({ report, cuts, seconds }: Outcome, badLines: number): void {
  const table = new Table({ style: { head: [], border: [] } });
  const { latencyMs } = report;
  table.push(
    ['conversations', report.conversations],
    ['messages', report.messages],
    ['lost', report.lost],
    ['repeated', report.repeated],
    ['out of order', report.outOfOrder],
    ['unread left', report.unread],
    ['latency p50 / p95 / p99', `${latencyMs.p50} / ${latencyMs.p95} / ${latencyMs.p99} ms`],
    ['messages a second', report.perSecond],
    ['connections cut', cuts],
    ['lines not replayed', badLines],
    ['time', `${seconds.toFixed(1)} s`],
  );
  say(table.toString());
  say(isFlawless(report) ? 'Every message arrived at both sides once and in order.' : 'NOT every message arrived at both sides once and in order.');
}
