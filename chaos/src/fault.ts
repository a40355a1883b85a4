import { judge, type Promised, type Violation } from './checker.js';
import type { Cluster } from './cluster.js';
import { Follower, type FollowerOptions } from './follower.js';
import { History } from './history.js';
import type { Random } from './random.js';
import { headFor, readTruth, type Truth } from './truth.js';
import { makeTalk, makeWorld, type Person, type Talk, type World } from './world.js';
import { inTime, pause, rawWriter, sdkWriter, type ListWriter, type RawWriter, type Writer } from './writers.js';

/** What can go wrong, and what must hold all the same. */
export interface Fault {
  readonly name: string;
  /** What is done to whom. */
  readonly does: string;
  /** What must hold, in the words of docs/PROTOCOL.md. */
  readonly holds: string;
  readonly promises: readonly Promised[];
  /** Nodes beside the ones that the fault itself starts. Default 2. */
  readonly nodes?: number;
  /** Whether it leaves the cluster in a state that others must not meet. */
  readonly isLast?: boolean;
  /** Brings the fault about, under load, and heals it. */
  run(arena: Arena): Promise<void>;
}

/** How a run is made. */
export interface RunOptions {
  readonly cluster: Cluster;
  readonly random: Random;
  /** Names what the run makes. */
  readonly name: string;
  /** How often a fault is brought about in one run, and how long things last: 1 in the smoke set. */
  readonly scale: number;
}

/** What one run came to. */
export interface Verdict {
  readonly operations: number;
  readonly unknown: number;
  readonly failed: number;
  readonly violations: readonly Violation[];
  /** Figures worth telling, by name. */
  readonly figures: Readonly<Record<string, number>>;
}

/** Milliseconds in which everything must have arrived once all is well: three sweeps, and room for a machine ten times slower than usual. */
const SETTLE_MS = 120_000;

/** Milliseconds after which a change of who takes part is asked for again. */
const CHANGE_MS = 3_000;

/** The place of one run: people who write and read, and whatever a fault wants of them. */
export class Arena {
  readonly cluster: Cluster;
  readonly random: Random;
  readonly scale: number;
  readonly history = new History();
  readonly followers: Follower[] = [];
  readonly writers: Writer[] = [];
  readonly lists: ListWriter[] = [];
  readonly figures: Record<string, number> = {};
  readonly #violations: Violation[] = [];
  readonly #name: string;
  #world: World | null = null;
  readonly agents: RawWriter[] = [];
  readonly #quiet: Talk[] = [];
  #sideTalks = 0;
  /** See {@link Evidence}. */
  allowedResets: readonly string[] = ['TOO_FAR_BEHIND'];
  since = 0;
  epoch: string | null = null;

  constructor(options: RunOptions) {
    this.cluster = options.cluster;
    this.random = options.random;
    this.scale = options.scale;
    this.#name = options.name;
  }

  get talks(): readonly Talk[] {
    if (!this.#world) throw new Error('unable to use the arena; it is not open');
    return [...this.#world.talks, ...this.#quiet];
  }

  /** The first conversation: where a fault does what it does once. */
  get talk(): Talk {
    const [talk] = this.talks;
    if (!talk) throw new Error('unable to use the arena; it has no conversation');
    return talk;
  }

  /** Says that something did not hold. */
  violated(promise: Promised, says: string): void {
    this.#violations.push({ promise, says });
  }

  /** Makes people who write and read at a moderate rate. */
  async open(talks: number): Promise<void> {
    this.#world = await makeWorld(this.cluster, this.#name, talks);
    for (const talk of this.talks) {
      const of = (person: Person) => ({
        person,
        conversationId: talk.id,
        url: this.cluster.url,
        history: this.history,
        random: this.random.fork(person.name),
        paceMs: 350,
      });
      this.lists.push(sdkWriter(of(talk.client)), sdkWriter(of(talk.provider)));
      this.agents.push(rawWriter(of(talk.agent)));
      for (const person of talk.everybody) this.follow(person, talk);
    }
    this.writers.push(...this.lists, ...this.agents);
    await this.until('every feed to have begun', () => this.followers.every(({ position }) => position) && this.lists.every(({ isSynced }) => isSynced));
  }

  /** Makes one more conversation, in which nobody writes or reads unasked. */
  async quietTalk(): Promise<Talk> {
    if (!this.#world) throw new Error('unable to use the arena; it is not open');
    const talk = await makeTalk(this.cluster, this.#world.service, `${this.#name}-quiet-${this.#quiet.length + 1}`);
    this.#quiet.push(talk);
    return talk;
  }

  /** Makes a conversation that the judge does not read: whoever fills it judges it. */
  sideTalk(): Promise<Talk> {
    if (!this.#world) throw new Error('unable to use the arena; it is not open');
    this.#sideTalks += 1;
    return makeTalk(this.cluster, this.#world.service, `${this.#name}-side-${this.#sideTalks}`);
  }

  /** Takes the agent out of a conversation; answers the seq of the event. */
  async removeAgent(talk: Talk): Promise<number> {
    return this.#change('remove', talk, talk.agent.name, async () => (await talk.admin.sdk.removeParticipant(talk.admin.actor, { conversationId: talk.id, userId: talk.agent.id })).seq);
  }

  /** Takes the agent in again, who was taken out at `seq`, and has their feeds begin again. */
  async addAgent(talk: Talk, seq: number): Promise<void> {
    await this.#change('add', talk, `${talk.agent.name} after ${seq}`, async () => (await talk.admin.sdk.addParticipant(talk.admin.actor, { conversationId: talk.id, userId: talk.agent.id })).seq);
    for (const follower of this.followers) if (follower.person === talk.agent && follower.isRevoked) follower.start();
  }

  async #change(kind: 'remove' | 'add', talk: Talk, key: string, act: () => Promise<number>): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const pending = this.history.begin({ kind, by: talk.admin.name, conversationId: talk.id, key });
      try {
        // Over HTTP on a connection that is kept open, whose node may be asleep.
        const seq = await inTime(act(), CHANGE_MS);
        pending.done({ seq, messageId: '', clientId: null });
        return seq;
      } catch (error) {
        pending.unknown('NETWORK_ERROR');
        if (attempt >= 40) throw error;
        await pause(150);
      }
    }
  }

  /** Follows a conversation as somebody, by default through the balancer. */
  follow(person: Person, talk: Talk, options: Partial<Pick<FollowerOptions, 'url' | 'patienceMs'>> = {}): Follower {
    const random = this.random.fork(`${person.name} follows ${this.followers.length}`);
    const follower = new Follower({ person, conversationId: talk.id, url: () => this.cluster.url, history: this.history, random, ...options });
    this.followers.push(follower.start());
    return follower;
  }

  /** Lets everybody write for a while. */
  async load(ms: number): Promise<void> {
    for (const writer of this.writers) writer.start();
    await pause(ms);
  }

  /** Stops following for good, and leaves what was seen to the judge. */
  leave(follower: Follower): void {
    follower.stop();
    follower.isOver = true;
  }

  /** Everybody stops writing, and what was begun ends. */
  async quiet(): Promise<void> {
    for (const writer of this.writers) writer.stop();
    await this.until('what was begun to end', () => this.writers.every(({ isSettled }) => isSettled));
  }

  /** Looks whether calls that began in a span of time all succeeded, and notes how long they took. */
  checkCalls(promise: Promised, name: string, span: { readonly from: number; readonly to: number }): void {
    const calls = this.history.operations.filter(({ kind, invokedAt }) => (kind === 'send' || kind === 'edit') && invokedAt >= span.from && invokedAt <= span.to);
    const bad = calls.filter(({ code }) => code !== null && code !== 'TIMEOUT' && code !== 'NOT_FOUND' && code !== 'FORBIDDEN');
    for (const { kind, by, code } of bad.slice(0, 5)) this.violated(promise, `a ${kind} of ${by} failed with ${code} ${name}`);
    const times = calls.flatMap(({ endedAt, invokedAt }) => (endedAt === null ? [] : [endedAt - invokedAt])).sort((a, b) => a - b);
    this.figures[`${name.replaceAll(' ', '-')}-calls`] = calls.length;
    this.figures[`${name.replaceAll(' ', '-')}-medianMs`] = times[Math.floor(times.length / 2)] ?? 0;
  }

  /** Resolves when it holds; fails the run when it does not in time. */
  async until(what: string, holds: () => boolean | Promise<boolean>, ms = SETTLE_MS): Promise<void> {
    const end = performance.now() + ms;
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
      await pause(50);
    }
  }

  /** Ends the writing, waits until everything has arrived everywhere, and judges. */
  async close(): Promise<Verdict> {
    for (const writer of this.writers) writer.stop();
    const dead = await this.cluster.heal();
    for (const node of dead) this.violated('-', `a node ended by itself (${node.end?.signal ?? node.end?.code}): ${node.lines.slice(-3).join(' | ')}`);
    const healedAt = performance.now();
    await this.#settled('P3', () => this.writers.filter((writer) => !writer.isSettled).map(({ person }) => `a message of ${person.name} was never settled`));
    let truths: Truth[] = [];
    await this.#settled('P4', async () => {
      truths = await Promise.all(this.talks.map(({ id }) => readTruth(this.cluster, id)));
      return [...this.followers.flatMap((follower) => lateness(follower, truths)), ...this.lists.flatMap((list) => listLateness(list, truths))];
    });
    this.figures['settledMs'] = Math.round(performance.now() - healedAt);
    for (const follower of this.followers) follower.stop();
    truths = await Promise.all(this.talks.map(({ id }) => readTruth(this.cluster, id)));
    const { history, followers, writers, lists, allowedResets, since, epoch } = this;
    this.#violations.push(...judge({ history, truths, followers, writers, lists, allowedResets, since, ...(epoch === null ? {} : { epoch }) }));
    await this.release();
    this.figures['events'] = truths.reduce((sum, { events }) => sum + events.length, 0);
    return {
      operations: history.operations.length,
      unknown: history.count('unknown'),
      failed: history.count('failed'),
      violations: this.#violations,
      figures: this.figures,
    };
  }

  /** Ends all clients. */
  async release(): Promise<void> {
    for (const follower of this.followers) follower.stop();
    await Promise.all(this.writers.map((writer) => writer.close()));
  }

  async #settled(promise: Promised, read: () => readonly string[] | Promise<readonly string[]>): Promise<void> {
    const end = performance.now() + SETTLE_MS;
    for (;;) {
      const left = await read();
      if (left.length === 0) return;
      if (performance.now() > end) {
        for (const says of left) this.violated(promise, `${says}, ${SETTLE_MS / 1000} s after all was well again`);
        return;
      }
      await pause(250);
    }
  }
}

function lateness(follower: Follower, truths: readonly Truth[]): string[] {
  const truth = truths.find(({ conversationId }) => conversationId === follower.conversationId);
  if (!truth || follower.isRevoked || follower.isOver) return [];
  const head = headFor(follower.person.place, truth);
  return (follower.position?.seq ?? 0) >= head ? [] : [`${follower.person.name} stood at ${follower.position?.seq ?? 'nothing'} and the log at ${head}`];
}

function listLateness(list: ListWriter, truths: readonly Truth[]): string[] {
  const truth = truths.find(({ conversationId }) => conversationId === list.conversationId);
  const last = truth?.messages.findLast(({ audience }) => audience === 'all')?.seq ?? 0;
  return list.seq >= last && list.isSynced ? [] : [`the list of ${list.person.name} stood at ${list.seq} and the log at ${last}`];
}

/** Runs one fault to its verdict. */
export async function runFault(fault: Fault, options: RunOptions): Promise<Verdict> {
  const arena = new Arena(options);
  try {
    await arena.open(options.scale > 1 ? 5 : 2);
    await fault.run(arena);
    return await arena.close();
  } catch (error) {
    await arena.release();
    throw error;
  }
}
