import Table from 'cli-table3';
import { pino } from 'pino';
import { createChatClient, type Offer } from '@parley/sdk';
import { caseOffers } from '@parley/sdk/operations';
import { DEMO_SITE } from '../demo/site.js';
import { stopwatch, systemClock } from '../kernel/clock.js';
import { randomToken } from '../kernel/ids.js';
import { provisionSite, signUserToken } from '../modules/identity/index.js';
import { createChatServer } from '../server.js';
import type { Example } from '../modules/knowledge/index.js';
import { readExamples } from './faq/rows.js';
import { CommandError, note, say } from './outcome.js';
import { type CuttableSockets, cuttableSockets, seededNumbers } from './replay/cuts.js';
import type { SiteKeys } from './replay/host.js';
import { patiently, pause } from './replay/patience.js';
import { splitLessons } from './replay/support-bot.js';
import type { ReplayAgent } from './replay/support-agents.js';
import { askAndWait } from './replay/support-customers.js';
import { isBotFirst, openDesk, type OpenDesk } from './replay/support-desk.js';
import { HandOvers } from './replay/support-seen.js';
import { type CustomerResult, isFair, type OfferRecord, type SupportReport, supportReportOf } from './replay/support-tally.js';

/** What `parley replay --support` takes. */
export interface ReplaySupportOptions {
  readonly support: string;
  readonly url?: readonly string[];
  readonly site?: string;
  readonly secret?: string;
  readonly customers: number;
  readonly agents: number;
  readonly waiting: number;
  readonly talk: number;
  readonly learn: number;
  readonly seed: string;
  readonly json?: boolean;
}

const TOKEN_SECONDS = 12 * 60 * 60;
/** All of them come from one address, and an agent here is quicker than a person. */
const LIMITS = { isRateLimited: false, socketsPerIp: 20_000, loopDelayMs: 600_000, sendWaitMs: 600_000 } as const;
/** How long there is between two deaths of agents, in milliseconds. */
const DEATH_MS = 3_000;
/** Of those who ask, one of so many loses the connection each time, as one of the agents does. */
const CUT_EACH = 50;

/**
 * `parley replay --support`: asks the questions of a file as customers of a support desk whose agents are simulated, and whose bot has learnt a part of the file for one of
 * its lines; kills agents and brings them back, cuts connections, and reports.
 * Exits with 1 when somebody was lost, was with two agents, or was overtaken unfairly, or an agent had more than they take.
 */
export async function replaySupport(options: ReplaySupportOptions): Promise<void> {
  const questions = await readExamples(options.support);
  if (options.learn > 20) throw new CommandError('unable to replay; --learn is above 20, the most that an article learns from');
  if (questions.length === 0) throw new CommandError(`unable to replay; ${options.support} has no questions`);
  if (options.customers < 1 || options.agents < 1 || options.waiting < 1) throw new CommandError('unable to replay; --customers, --agents and --waiting are 1 at least');
  if ((options.site === undefined) !== (options.secret === undefined)) throw new CommandError('unable to replay; --site and --secret go together');
  const target = await targetOf(options);
  try {
    const { report, problems } = await replayDesk(questions, target, options);
    for (const problem of problems.slice(0, 20)) note(problem);
    if (options.json) say(JSON.stringify(report));
    else sayTable(report);
    if (!isFair(report)) process.exitCode = 1;
  } finally {
    await target.close();
  }
}

interface Target {
  readonly urls: readonly string[];
  readonly site: SiteKeys;
  close(): Promise<void>;
}

/** The nodes of `--url`, or an embedded server in memory that lives as long as the replay. */
async function targetOf(options: ReplaySupportOptions): Promise<Target> {
  const site: SiteKeys = options.site !== undefined && options.secret !== undefined ? { publicKey: options.site, secret: options.secret } : DEMO_SITE;
  if (options.url?.length) {
    const bad = options.url.find((url) => !/^https?:\/\/[^/]/.test(url));
    if (bad !== undefined) throw new CommandError(`unable to replay; ${bad} is no http address`);
    return { urls: options.url, site, close: async () => undefined };
  }
  if (!options.json) note('starting an embedded server for the replay');
  const server = createChatServer({ config: { port: 0, hasGraphiql: false, limits: LIMITS }, log: pino({ level: 'error' }, pino.destination(2)) });
  const { url } = await server.start();
  await provisionSite(server.deps, { ...DEMO_SITE, ...site });
  return { urls: [url], site, close: () => server.close() };
}

interface Stage {
  readonly target: Target;
  readonly run: string;
  readonly urlOf: (index: number) => string;
  readonly sign: (sub: string, role: 'admin' | 'agent' | 'client') => Promise<string>;
}

async function replayDesk(
  questions: readonly Example[],
  target: Target,
  options: ReplaySupportOptions,
): Promise<{ readonly report: SupportReport; readonly problems: readonly string[] }> {
  const run = randomToken(6).toLowerCase().replaceAll(/[^a-z0-9]/g, 'x');
  const stage: Stage = {
    target,
    run,
    urlOf: (index) => target.urls[index % target.urls.length] ?? '',
    sign: (sub, role) => signUserToken(target.site, { sub: `replay-${run}-${sub}`, role, name: sub, expiresInSeconds: TOKEN_SECONDS, now: systemClock.now() }),
  };
  const random = seededNumbers(options.seed);
  const { lessons, asked: rest } = splitLessons(questions, { isTaught: isBotFirst, each: options.learn });
  const open = await openDesk({ ...stage, agents: options.agents, talkMs: options.talk, random, lessons });
  const elapsed = stopwatch();
  let isOver = false;
  const waiting = new Set<CuttableSockets>();
  let cuts = 0;
  const misfortunes = (async (): Promise<void> => {
    const dying: Promise<void>[] = [];
    const anyone = (): ReplayAgent | undefined => open.agents[Math.floor(random() * open.agents.length)];
    for (let turn = 0; !isOver; turn += 1) {
      await pause(DEATH_MS);
      if (isOver) break;
      const unlucky = anyone();
      // One stays, so that the desk is never empty for good.
      if (unlucky && unlucky !== open.agents[0]) dying.push(unlucky.die());
      for (const line of [anyone(), ...[...waiting].filter(() => random() * CUT_EACH < 1)]) if (line?.cut()) cuts += 1;
    }
    await Promise.all(dying);
  })();
  const results = await ask(stage, { questions: rest, options, open, waiting });
  const elapsedMs = elapsed();
  isOver = true;
  const asked = await withOffers(stage, results);
  await Promise.all(open.agents.map((agent) => agent.stop()));
  await misfortunes;
  await open.close();
  const problems = results.flatMap(({ problem }, index) => (problem === null ? [] : [`customer ${index + 1}: ${problem}`]));
  return { report: supportReportOf(asked, open.desk.result, { agents: options.agents, capacities: open.capacities, cuts, elapsedMs }), problems };
}

async function ask(
  stage: Stage,
  of: { readonly questions: readonly Example[]; readonly options: ReplaySupportOptions; readonly open: OpenDesk; readonly waiting: Set<CuttableSockets> },
): Promise<CustomerResult[]> {
  const { questions, options, open, waiting } = of;
  const handOvers = new HandOvers();
  const results: CustomerResult[] = [];
  const turns = Array.from({ length: options.customers }, (_, index) => index).values();
  const work = async (): Promise<void> => {
    for (const index of turns) {
      // Spread over the file, whose rows lie together by what they are about.
      const question = questions[(index * 7_919) % questions.length];
      if (!question) continue;
      const { text, category } = question;
      const token = await stage.sign(`customer-${index}`, 'client');
      const sockets = cuttableSockets();
      waiting.add(sockets);
      results[index] = await askAndWait(
        { ...open.place(category, index), url: stage.urlOf(index), token, sockets, clientId: `replay-${index}`, text, category, categories: open.categories },
        handOvers,
      );
      waiting.delete(sockets);
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.waiting, options.customers) }, work));
  return results;
}

/** Asks, as a supervisor does, who was asked to take each case, and when. */
async function withOffers(stage: Stage, results: readonly CustomerResult[]): Promise<CustomerResult[]> {
  const admin = createChatClient({ url: stage.urlOf(0), token: await stage.sign('admin', 'admin') });
  const asked = [...results];
  const turns = asked.keys();
  const work = async (): Promise<void> => {
    for (const index of turns) {
      const result = asked[index];
      if (!result?.caseId) continue;
      const { caseId } = result;
      const offers = await patiently(() => caseOffers(admin, { caseId }));
      asked[index] = { ...result, offers: offers.map(recordOf) };
    }
  };
  await Promise.all(Array.from({ length: 10 }, work));
  await admin.close();
  return asked;
}

function recordOf({ agentId, createdAt, acceptedAt, endedAt }: Offer): OfferRecord {
  const timeOf = (text: string | null): number | null => (text === null ? null : Date.parse(text));
  return { agentId, offeredAt: Date.parse(createdAt), acceptedAt: timeOf(acceptedAt), endedAt: timeOf(endedAt) };
}

function sayTable(report: SupportReport): void {
  const table = new Table({ style: { head: [], border: [] } });
  const { waitMs, positionError, estimateError } = report;
  table.push(
    ['customers', report.customers],
    ['assigned', report.assigned],
    ['answered by the bot', report.answeredByBot],
    ['handed over by the bot', report.handedOver],
    ['lost', report.lost],
    ['with two agents', report.doubleAssigned],
    ['seen as theirs when another had it', report.heardLate],
    ['above capacity', report.overCapacity],
    ['overtaken unfairly', report.inversions],
    ['wait p50 / p95 / max', `${waitMs.p50} / ${waitMs.p95} / ${waitMs.max} ms`],
    ['place shown, error p50 / p95 / max', `${positionError.p50} / ${positionError.p95} / ${positionError.max}`],
    ['estimate, error p50 / p95 / max', estimateError ? `${estimateError.p50} / ${estimateError.p95} / ${estimateError.max} s` : 'none was shown'],
    ['agents killed', report.kills],
    ['connections cut', report.cuts],
    ['time', `${report.seconds.toFixed(1)} s`],
  );
  say(table.toString());
  say(isFair(report) ? 'Everybody was answered, once and in order.' : 'NOT everybody was answered, once and in order.');
}
