/** The desk of a replay: queues, agents, rules and articles, made for it and, but for queues and agents, taken away again. */
import { createHash } from 'node:crypto';
import { type ChatClient, createChatClient } from '@parley/sdk';
import { routingRules, saveRoutingRules, type RoutingRuleInput, upsertAgent, upsertQueue, viewer } from '@parley/sdk/operations';
import { CommandError } from '../outcome.js';
import { Desk, ReplayAgent } from './support-agents.js';
import { patiently, problemOf } from './patience.js';
import { type Lesson, teach, unteach } from './support-bot.js';

/** The lines of a replay: what a case is about decides which; each agent serves two of the departments. */
const LINES = [
  { department: 'cards', priority: 'MEDIUM', isBotFirst: false },
  { department: 'transfers', priority: 'HIGH', isBotFirst: true },
  { department: 'identity', priority: 'URGENT', isBotFirst: false },
  { department: 'accounts', priority: 'LOW', isBotFirst: false },
] as const;
/** One customer of so many needs an agent with a skill that one agent of {@link SKILLED_EACH} has. */
const SPECIAL_EACH = 5;
const SKILLED_EACH = 3;
const ATTRIBUTE = 'replay';

/** What a desk is made of. */
export interface DeskPlan {
  /** Marks all that belongs to this replay. */
  readonly run: string;
  readonly urlOf: (index: number) => string;
  readonly sign: (sub: string, role: 'admin' | 'agent' | 'client') => Promise<string>;
  readonly agents: number;
  readonly talkMs: number;
  readonly random: () => number;
  readonly lessons: readonly Lesson[];
}

/** A desk that is open. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly agents: readonly ReplayAgent[];
  /** How much each of them takes, by their id. */
  readonly capacities: ReadonlyMap<string, number>;
  /** The category of each article, by its id. */
  readonly categories: ReadonlyMap<string, string>;
  /** Where a question goes, and what is kept with it. */
  place(category: string, index: number): Placing;
  /** Takes rules and articles away; the agents have to be stopped before. */
  close(): Promise<void>;
}

/** How a customer asks. */
export interface Placing {
  readonly queue: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What only cases that the same agents can take share: queue, priority and skill. */
  readonly line: string;
}

/** The department of a category: the same one always. */
function departmentOf(category: string): (typeof LINES)[number] {
  const number = createHash('sha256').update(category).digest().readUInt32LE(0);
  return LINES[number % LINES.length] ?? LINES[0];
}

/** Whether the bot comes first where a category goes. */
export function isBotFirst(category: string): boolean {
  return departmentOf(category).isBotFirst;
}

/**
 * Makes queues, agents who serve two departments and take two to nine cases, some with the skills that the rules ask for, and what the bot knows; the agents are at work then.
 * @throws CommandError when the server does not take the credentials
 */
export async function openDesk(plan: DeskPlan): Promise<OpenDesk> {
  const { run, sign, urlOf } = plan;
  const keyOf = (department: string): string => `${department}-${run}`;
  const admin = createChatClient({ url: urlOf(0), token: await sign('admin', 'admin') });
  try {
    for (const { department, priority, isBotFirst: isFirst } of LINES) {
      const key = keyOf(department);
      const queue = { key, name: department, department: key, defaultPriority: priority, offerSeconds: 30, ageingSeconds: 20, isBotFirst: isFirst };
      await patiently(() => upsertQueue(admin, queue));
    }
    const desk = new Desk();
    const agents: ReplayAgent[] = [];
    const capacities = new Map<string, number>();
    for (let index = 0; index < plan.agents; index += 1) {
      const token = (): Promise<string> => sign(`agent-${index}`, 'agent');
      const capacity = index === 0 ? 8 : 2 + (index % 8);
      const client = createChatClient({ url: urlOf(index), token: await token() });
      const { id } = await patiently(() => viewer(client));
      await client.close();
      // The first serves all and can do all, so that no line is without anybody.
      const served = index === 0 ? LINES : LINES.filter((_, at) => at === index % LINES.length || at === (index + 1) % LINES.length);
      const skills = [...(index % SKILLED_EACH === 0 ? [`special-${run}`] : []), ...(index % 2 === 0 ? [`quick-${run}`] : [])].map((name) => ({ name }));
      const agent = { userId: id, departments: served.map(({ department }) => keyOf(department)), skills, maxConversations: capacity };
      await patiently(() => upsertAgent(admin, agent));
      capacities.set(id, capacity);
      agents.push(new ReplayAgent({ url: urlOf(index), token, capacity, talkMs: plan.talkMs, random: plan.random }, desk));
    }
    const mine = rulesOf(run);
    await changeRules(admin, (rules) => [...mine, ...rules]);
    const categories = await teach(admin, plan.lessons, run);
    await Promise.all(agents.map((agent) => agent.start()));
    return {
      desk,
      agents,
      capacities,
      categories,
      place(category, index) {
        const queue = keyOf(departmentOf(category).department);
        const mark = index % SPECIAL_EACH === 0 ? `${run}-special` : run;
        return { queue, attributes: { [ATTRIBUTE]: mark }, line: `${queue} ${mark}` };
      },
      async close() {
        await changeRules(admin, (rules) => rules.filter(({ id }) => !mine.some((rule) => rule.id === id)));
        await unteach(admin, categories.keys());
        await admin.close();
      },
    };
  } catch (error) {
    await admin.close();
    throw new CommandError(`unable to replay; ${urlOf(0)} does not take the credentials, or the desk: ${problemOf(error)}`);
  }
}

/** What of the customers of a replay asks for skills, above the rules that the site has. */
function rulesOf(run: string): RoutingRuleInput[] {
  const when = (value: string): RoutingRuleInput['when'] => ({ match: 'ALL', tests: [{ field: 'ATTRIBUTE', operator: 'IS', name: ATTRIBUTE, values: [value] }] });
  return [
    { id: `replay-${run}-special`, name: 'Replay: needs a specialist', when: when(`${run}-special`), skillsRequired: [`special-${run}`] },
    { id: `replay-${run}`, name: 'Replay: better quick', when: when(run), skillsPreferred: [`quick-${run}`] },
  ];
}

async function changeRules(admin: ChatClient, change: (rules: readonly RoutingRuleInput[]) => RoutingRuleInput[]): Promise<void> {
  const { version, rules } = await patiently(() => routingRules(admin));
  await patiently(() => saveRoutingRules(admin, { expectedVersion: version, rules: change(rules), note: 'replay' }));
}
