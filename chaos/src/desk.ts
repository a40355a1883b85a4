import { createChatClient, memoryStorage, type Offer } from '@parley/sdk';
import { acceptOffer, offers, rejectOffer, resolveCase, setAgentStatus, startSupport, upsertAgent, upsertQueue } from '@parley/sdk/operations';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import { AGENT_LOADS, readDesk, type DeskTruth } from './desk-truth.js';
import type { History, Operation } from './history.js';
import type { Random } from './random.js';
import { makePerson, type Person } from './world.js';
import { inTime, PATIENCE_MS, pause, QUICK, refused } from './writers.js';

/** Who and what a desk is made of. */
export interface DeskOptions {
  readonly cluster: Cluster;
  readonly history: History;
  readonly random: Random;
  /** Keeps its people and lines apart from those of other desks. */
  readonly name: string;
  readonly admin: Person;
  readonly customers: number;
  /** The most cases that each agent takes at a time, one number for an agent. */
  readonly capacities: readonly number[];
}

/** An agent with what keeps them present. */
interface AgentAtWork {
  readonly person: Person;
  readonly leave: () => Promise<void>;
}

/** Milliseconds between two looks at what each agent holds. */
const WATCH_MS = 15;
/** The shortest that the server allows, so that offers end while they are answered. */
const OFFER_SECONDS = 5;

/** Two lines, the customers who come to them, and the agents who take them, through the balancer and with retries as apps make them. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #customers: Person[] = [];
  readonly #agents: AgentAtWork[] = [];
  /** What was seen on the way, in words: an agent with more than their capacity, a case with two. */
  readonly seen = new Set<string>();
  readonly #lines: { readonly low: string; readonly high: string };
  readonly #department: string;
  readonly #declined = new Set<string>();
  #asked = 0;
  #isPicky = true;
  #isOver = false;
  #work: Promise<unknown>[] = [];

  private constructor(options: DeskOptions) {
    this.#options = options;
    const key = options.name.toLowerCase().replaceAll(/[^a-z0-9]/g, '-').slice(-50);
    this.#lines = { low: `${key}-low`, high: `${key}-high` };
    this.#department = key;
  }

  /** Opens the lines, makes the people, and has the agents come to work. */
  static async open(options: DeskOptions): Promise<Desk> {
    const desk = new Desk(options);
    await desk.#openLines(OFFER_SECONDS);
    const { cluster, name, customers, capacities } = options;
    for (let count = 1; count <= customers; count += 1) desk.#customers.push(await makePerson(cluster, `${name}-customer-${count}`, 'client'));
    for (const [index, max] of capacities.entries()) {
      const person = await makePerson(cluster, `${name}-agent-${index + 1}`, 'agent');
      await desk.#able(person, max);
      // Present while they have a feed open, which the SDK opens again wherever it can.
      const client = createChatClient({ url: cluster.url, token: person.token, storage: memoryStorage(), timing: QUICK });
      client.inbox().retain();
      desk.#agents.push({ person, leave: () => client.close() });
    }
    return desk;
  }

  get agents(): readonly Person[] {
    return this.#agents.map(({ person }) => person);
  }

  /** A customer asks for help, again under the same client id until they know that they wait. `subject` may name a point to die at. */
  async ask(subject: string, line: 'low' | 'high' = this.#options.random.pick(['low', 'high'])): Promise<void> {
    const { random, history } = this.#options;
    const customer = random.pick(this.#customers);
    this.#asked += 1;
    const clientId = `${customer.name}-${this.#asked}`;
    const input = { clientId, queue: this.#lines[line], subject, text: `${clientId} needs help` };
    for (let attempt = 1; attempt <= 80; attempt += 1) {
      const pending = history.begin({ kind: 'ask', by: customer.name, conversationId: '', key: clientId, clientId });
      try {
        const { case: made, seq } = await inTime(startSupport(customer.actor, input), PATIENCE_MS);
        pending.done({ seq, messageId: made.id, clientId });
        return;
      } catch (error) {
        refused(pending, error);
      }
      await pause(random.whole(50, 300));
    }
  }

  /** The agents begin to answer what they are offered, each in two places at once, until {@link rest}. */
  work(): void {
    this.#isOver = false;
    this.#work = [this.#watch(), ...this.agents.flatMap((agent) => [this.#answer(agent), this.#answer(agent)])];
  }

  /** The agents finish what they do and answer nothing more. */
  async rest(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#work.splice(0));
  }

  /**
   * Everybody stays away while customers come to both lines; then the agents come, one case at a time each, and the order in which they are offered is that of
   * the lines. Answers with when it began, as the database knows it.
   */
  async inOrder(count: number): Promise<Date> {
    const { cluster } = this.#options;
    this.#isPicky = false;
    await this.#openLines(600);
    for (const agent of this.agents) await this.#until(() => setAgentStatus(agent.actor, { status: 'OFFLINE' }));
    for (const agent of this.agents) await this.#able(agent, 1);
    const [row] = await cluster.sql<{ now: Date }>('SELECT clock_timestamp() AS now');
    for (let index = 0; index < count; index += 1) await this.ask('in order', index % 3 === 2 ? 'high' : 'low');
    this.work();
    for (const agent of this.agents) await this.#until(() => setAgentStatus(agent.actor, { status: 'ONLINE' }));
    if (!row) throw new Error('unable to judge; the database did not tell its time');
    return row.now;
  }

  /** How many cases are not over yet. */
  async unfinished(): Promise<number> {
    return (await this.truth()).cases.filter(({ status }) => status !== 'resolved' && status !== 'closed').length;
  }

  truth(): Promise<DeskTruth> {
    return readDesk(this.#options.cluster, Object.values(this.#lines));
  }

  async close(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#agents.map(({ leave }) => leave()));
  }

  async #openLines(offerSeconds: number): Promise<void> {
    const { actor } = this.#options.admin;
    const shared = { department: this.#department, offerSeconds, wrapUpSeconds: 0, ageingSeconds: 600 };
    await this.#until(() => upsertQueue(actor, { ...shared, key: this.#lines.low, defaultPriority: 'LOW' }));
    await this.#until(() => upsertQueue(actor, { ...shared, key: this.#lines.high, defaultPriority: 'HIGH' }));
  }

  async #able(agent: Person, maxConversations: number): Promise<void> {
    await this.#until(() => upsertAgent(this.#options.admin.actor, { userId: agent.id, departments: [this.#department], maxConversations }));
  }

  /** Does what may be repeated until it is done. */
  async #until(act: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await inTime(act(), PATIENCE_MS);
        return;
      } catch (error) {
        if (attempt >= 40) throw error;
        await pause(150);
      }
    }
  }

  async #answer(agent: Person): Promise<void> {
    const { random } = this.#options;
    while (!this.#isOver) {
      const open = await inTime(offers(agent.actor), PATIENCE_MS).catch((): readonly Offer[] => []);
      for (const offer of open) await this.#handle(agent, offer);
      await pause(random.whole(60, 160));
    }
  }

  async #handle(agent: Person, offer: Offer): Promise<void> {
    const { random } = this.#options;
    const caseId = offer.case.id;
    const offerId = offer.id;
    if (offer.status === 'ACCEPTED') {
      // Some work, so that what an agent holds at once can be seen.
      await pause(random.whole(0, 150));
      await this.#call('resolve', agent, caseId, () => resolveCase(agent.actor, { caseId }));
    } else if (offer.status === 'PENDING') {
      // Once for a case: one that everybody declines is offered to nobody for a minute.
      const isDeclined = this.#isPicky && !this.#declined.has(caseId) && random.chance(0.25);
      if (isDeclined) this.#declined.add(caseId);
      if (isDeclined && random.chance(0.5)) {
        await this.#call('reject', agent, offerId, () => rejectOffer(agent.actor, { offerId, reason: 'not now' }));
        return;
      }
      // At the very moment at which the offer ends.
      if (isDeclined) await pause(Math.max(0, Date.parse(offer.expiresAt) - Date.now() - random.whole(0, 40)));
      await this.#call('accept', agent, offerId, () => acceptOffer(agent.actor, { offerId }));
    }
  }

  /** One call, a second time where its outcome is unknown, as an app would. */
  async #call(kind: Operation['kind'], agent: Person, key: string, act: () => Promise<{ readonly seq: number; readonly case: { readonly id: string } }>): Promise<void> {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const pending = this.#options.history.begin({ kind, by: agent.id, conversationId: '', key });
      try {
        const { seq, case: shown } = await inTime(act(), PATIENCE_MS);
        pending.done({ seq, messageId: shown.id, clientId: null });
        return;
      } catch (error) {
        refused(pending, error);
      }
      if (pending.operation.outcome !== 'unknown') return;
    }
  }

  /** Looks at what everybody holds, past every link, again and again: each look is one snapshot of the database. */
  async #watch(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#options.cluster.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      while (!this.#isOver) {
        const { rows } = await client.query<{ says: string }>(AGENT_LOADS, [Object.values(this.#lines)]);
        for (const { says } of rows) this.seen.add(says);
        await pause(WATCH_MS);
      }
    } finally {
      await client.end();
    }
  }
}
