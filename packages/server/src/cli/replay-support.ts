import { createHash } from 'node:crypto';
import Table from 'cli-table3';
import { pino } from 'pino';
import { createChatClient } from '@parley/sdk';
import { caseOffers, upsertAgent, upsertQueue, viewer } from '@parley/sdk/operations';
import { DEMO_SITE } from '../demo/site.js';
import { stopwatch, systemClock } from '../kernel/clock.js';
import { randomToken } from '../kernel/ids.js';
import { provisionSite, signUserToken } from '../modules/identity/index.js';
import { createChatServer } from '../server.js';
import { readExamples } from './faq/rows.js';
import { CommandError, note, say } from './outcome.js';
import { seededNumbers } from './replay/cuts.js';
import type { SiteKeys } from './replay/host.js';
import { Desk, pause, ReplayAgent } from './replay/support-agents.js';
import { askAndWait, type Asking, HandOvers } from './replay/support-customers.js';
import { type CustomerResult, isFair, type SupportReport, supportReportOf } from './replay/support-tally.js';

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
  readonly seed: string;
  readonly json?: boolean;
}

/** The lines of a replay: what a case is about decides which; each agent serves two of the departments. */
const LINES = [
  { department: 'cards', priority: 'MEDIUM' },
  { department: 'transfers', priority: 'HIGH' },
  { department: 'identity', priority: 'URGENT' },
  { department: 'accounts', priority: 'LOW' },
] as const;
const TOKEN_SECONDS = 12 * 60 * 60;
/** All of them come from one address, and an agent here is quicker than a person. */
const LIMITS = { isRateLimited: false, socketsPerIp: 20_000, loopDelayMs: 600_000 } as const;
/** How long there is between two deaths of agents, in milliseconds. */
const DEATH_MS = 3_000;

/**
 * `parley replay --support`: asks the questions of a file as customers of a support desk whose agents are simulated, kills agents and brings them back, and reports.
 * Exits with 1 when somebody was lost, was with two agents, or was overtaken unfairly, or an agent had more than they take.
 */
export async function replaySupport(options: ReplaySupportOptions): Promise<void> {
  const questions = await readExamples(options.support);
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
  questions: readonly { readonly text: string; readonly category: string }[],
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
  const desk = new Desk();
  const random = seededNumbers(options.seed);
  const agents = await openDesk(stage, { desk, random, count: options.agents, talkMs: options.talk });
  const elapsed = stopwatch();
  let isOver = false;
  const deaths = (async (): Promise<void> => {
    const dying: Promise<void>[] = [];
    for (let turn = 0; !isOver; turn += 1) {
      await pause(DEATH_MS);
      const unlucky = agents[Math.floor(random() * agents.length)];
      // One stays, so that the desk is never empty for good.
      if (!isOver && unlucky && unlucky !== agents[0]) dying.push(unlucky.die());
    }
    await Promise.all(dying);
  })();
  const results = await ask(stage, { questions, options });
  const elapsedMs = elapsed();
  isOver = true;
  const asked = await withOffers(stage, results);
  await Promise.all(agents.map((agent) => agent.stop()));
  await deaths;
  const problems = results.flatMap(({ problem }, index) => (problem === null ? [] : [`customer ${index + 1}: ${problem}`]));
  return { report: supportReportOf(asked, desk.result, { agents: options.agents, elapsedMs }), problems };
}

/** Makes queues and agents: each agent serves two departments and takes two to nine cases. */
async function openDesk(stage: Stage, of: { readonly desk: Desk; readonly random: () => number; readonly count: number; readonly talkMs: number }): Promise<ReplayAgent[]> {
  const { run, sign, urlOf } = stage;
  const admin = createChatClient({ url: urlOf(0), token: await sign('admin', 'admin') });
  const departmentOf = (name: string): string => `${name}-${run}`;
  try {
    for (const { department, priority } of LINES) {
      await upsertQueue(admin, { key: departmentOf(department), name: department, department: departmentOf(department), defaultPriority: priority, offerSeconds: 10, ageingSeconds: 20 });
    }
    const agents: ReplayAgent[] = [];
    for (let index = 0; index < of.count; index += 1) {
      const token = (): Promise<string> => sign(`agent-${index}`, 'agent');
      const capacity = index === 0 ? 8 : 2 + (index % 8);
      const client = createChatClient({ url: urlOf(index), token: await token() });
      const { id } = await viewer(client);
      await client.close();
      // The first serves all, so that no line is without anybody.
      const served = index === 0 ? LINES : LINES.filter((_, at) => at === index % LINES.length || at === (index + 1) % LINES.length);
      await upsertAgent(admin, { userId: id, departments: served.map(({ department }) => departmentOf(department)), maxConversations: capacity });
      agents.push(new ReplayAgent({ url: urlOf(index), token, capacity, talkMs: of.talkMs, refuses: index > 0, random: of.random }, of.desk));
    }
    await Promise.all(agents.map((agent) => agent.start()));
    return agents;
  } catch (error) {
    throw new CommandError(`unable to replay; ${urlOf(0)} does not take the credentials of site ${stage.target.site.publicKey}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await admin.close();
  }
}

async function ask(
  stage: Stage,
  of: { readonly questions: readonly { readonly text: string; readonly category: string }[]; readonly options: ReplaySupportOptions },
): Promise<CustomerResult[]> {
  const { questions, options } = of;
  const handOvers = new HandOvers();
  const results: CustomerResult[] = [];
  const turns = Array.from({ length: options.customers }, (_, index) => index).values();
  const work = async (): Promise<void> => {
    for (const index of turns) {
      // Spread over the file, whose rows lie together by what they are about.
      const question = questions[(index * 7_919) % questions.length];
      if (!question) continue;
      const asking: Asking = {
        url: stage.urlOf(index),
        token: await stage.sign(`customer-${index}`, 'client'),
        clientId: `replay-${index}`,
        queue: `${lineOf(question.category)}-${stage.run}`,
        text: question.text,
      };
      results[index] = await askAndWait(asking, handOvers);
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.waiting, options.customers) }, work));
  return results;
}

/** Asks, as a supervisor does, when an agent was first asked to take each case. */
async function withOffers(stage: Stage, results: readonly CustomerResult[]): Promise<CustomerResult[]> {
  const admin = createChatClient({ url: stage.urlOf(0), token: await stage.sign('admin', 'admin') });
  const asked = [...results];
  const turns = asked.keys();
  const work = async (): Promise<void> => {
    for (const index of turns) {
      const result = asked[index];
      if (!result?.caseId) continue;
      const [first] = await caseOffers(admin, { caseId: result.caseId });
      asked[index] = { ...result, offeredAt: first ? Date.parse(first.createdAt) : null };
    }
  };
  await Promise.all(Array.from({ length: 10 }, work));
  await admin.close();
  return asked;
}

/** The line of a category: the same one always. */
function lineOf(category: string): string {
  const number = createHash('sha256').update(category).digest().readUInt32LE(0);
  return LINES[number % LINES.length]?.department ?? LINES[0].department;
}

function sayTable(report: SupportReport): void {
  const table = new Table({ style: { head: [], border: [] } });
  const { waitMs, positionError, estimateError } = report;
  table.push(
    ['customers', report.customers],
    ['assigned', report.assigned],
    ['answered by the bot', report.answeredByBot],
    ['lost', report.lost],
    ['with two agents', report.doubleAssigned],
    ['above capacity', report.overCapacity],
    ['overtaken unfairly', report.inversions],
    ['wait p50 / p95 / max', `${waitMs.p50} / ${waitMs.p95} / ${waitMs.max} ms`],
    ['place shown, error p50 / p95 / max', `${positionError.p50} / ${positionError.p95} / ${positionError.max}`],
    ['estimate, error p50 / p95 / max', estimateError ? `${estimateError.p50} / ${estimateError.p95} / ${estimateError.max} s` : 'none was shown'],
    ['agents killed', report.kills],
    ['time', `${report.seconds.toFixed(1)} s`],
  );
  say(table.toString());
  say(isFair(report) ? 'Everybody was answered, once and in order.' : 'NOT everybody was answered, once and in order.');
}
