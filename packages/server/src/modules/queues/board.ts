import type { Bus, Unsubscribe } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import type { SupportCaseView } from '../../kernel/views.js';
import type { QueuePositionItem } from '../../log/feed-item.js';
import { isQueueSignal, queuesTopic } from '../../log/topics.js';
import { type PresenceNode, presenceNode } from '../presence/index.js';
import { type Lines, type QueueState, readLines } from './line.js';

/** How often a board reads everything again, in milliseconds: what the bus lost is seen within this, and estimates move with the time. */
export const LINES_READ_MS = 15_000;
/** The least time between two readings after signals, in milliseconds. */
export const LINES_PAUSE_MS = 500;

/** What staff who follow a board hear. */
export interface LinesListener {
  /** A queue's new state; the same object for all listeners. */
  queue(state: QueueState): void;
  /** A case's new state, or a new case. */
  changed(view: SupportCaseView): void;
  /** The case is over. */
  removed(caseId: string): void;
  /** All was read again: so far nothing is missed. */
  read(at: string): void;
}

/** Is told where a case stands. */
export type PositionListener = (item: QueuePositionItem) => void;

/**
 * The lines of one site as one node knows them, for all customers and staff who follow them there. However many wait and watch, a node reads them twice a second at
 * most, and not at all while nobody follows.
 */
class LineBoard {
  readonly #deps: Deps;
  readonly #siteId: string;
  /** A reading that is under way while the node stops must not make it another one. */
  readonly #presence: PresenceNode;
  readonly #staff = new Set<LinesListener>();
  /** By conversation. */
  readonly #customers = new Map<string, Set<PositionListener>>();
  readonly #told = new Map<string, QueuePositionItem>();
  readonly #following: Promise<Unsubscribe>;
  readonly #timer: Timer;
  #lines: Lines = { queues: [], positions: new Map(), cases: [] };
  #hasCases = false;
  #pause: Timer | null = null;
  #isDirty = false;
  #reading: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(deps: Deps, siteId: string) {
    this.#deps = deps;
    this.#siteId = siteId;
    this.#presence = presenceNode(deps);
    this.#following = deps.bus.subscribe(queuesTopic(siteId), (message) => {
      if (isQueueSignal(message)) this.#notice();
    });
    this.#following.then(
      () => this.#quietly(false),
      () => undefined,
    );
    this.#timer = deps.clock.every(LINES_READ_MS, () => this.#quietly(true));
  }

  get isIdle(): boolean {
    return this.#staff.size === 0 && this.#customers.size === 0;
  }

  /** Follows for staff: answers with everything at this moment, and what changes goes to the listener. */
  async follow(listener: LinesListener): Promise<Lines> {
    this.#staff.add(listener);
    await this.#following;
    await this.#reading;
    // Customers keep a board whose reading has failed, so everybody who comes reads until one succeeds.
    if (!this.#hasCases) await this.#then();
    return this.#lines;
  }

  unfollow(listener: LinesListener): void {
    this.#staff.delete(listener);
  }

  /** Follows one case for its customer, who is told at once what is known, and then what changes. */
  watch(conversationId: string, listener: PositionListener): void {
    const known = this.#customers.get(conversationId) ?? new Set();
    this.#customers.set(conversationId, known.add(listener));
    const told = this.#told.get(conversationId);
    if (told) listener(told);
    else this.#notice();
  }

  unwatch(conversationId: string, listener: PositionListener): void {
    const known = this.#customers.get(conversationId);
    known?.delete(listener);
    if (known?.size !== 0) return;
    this.#customers.delete(conversationId);
    this.#told.delete(conversationId);
  }

  close(): void {
    this.#isClosed = true;
    this.#timer.cancel();
    this.#pause?.cancel();
    this.#following.then(
      (end) => end(),
      () => undefined,
    );
  }

  #notice(): void {
    this.#isDirty = true;
    if (this.#pause !== null || this.#isClosed) return;
    this.#isDirty = false;
    this.#quietly(false);
    this.#pause = this.#deps.clock.after(LINES_PAUSE_MS, () => {
      this.#pause = null;
      if (this.#isDirty) this.#notice();
    });
  }

  async #read(): Promise<void> {
    const withCases = this.#staff.size > 0;
    const before = this.#lines;
    const hadCases = this.#hasCases;
    const lines = await readLines(this.#deps, this.#siteId, { withCases, presence: this.#presence });
    if (this.#isClosed) return;
    this.#lines = keepSame(before, lines);
    this.#hasCases = withCases;
    this.#tellCustomers(lines);
    if (hadCases && withCases) this.#tellStaff(before);
  }

  #tellCustomers({ positions }: Lines): void {
    const at = this.#deps.clock.now().toISOString();
    for (const [conversationId, listeners] of this.#customers) {
      const told = this.#told.get(conversationId);
      const now = positions.get(conversationId) ?? (told && told.position !== null ? gone(told, at) : undefined);
      if (!now || (told && isSame(told, now))) continue;
      this.#told.set(conversationId, now);
      for (const listener of [...listeners]) listener(now);
    }
  }

  #tellStaff(before: Lines): void {
    const { queues, cases } = this.#lines;
    const knownQueues = new Set(before.queues);
    const knownCases = new Set(before.cases);
    const ids = new Set(cases.map(({ id }) => id));
    for (const listener of [...this.#staff]) {
      for (const state of queues) if (!knownQueues.has(state)) listener.queue(state);
      // First what is over, so that nobody is shown more than there is.
      for (const { id } of before.cases) if (!ids.has(id)) listener.removed(id);
      for (const view of cases) if (!knownCases.has(view)) listener.changed(view);
    }
  }

  /** One reading after the other, so that an older one never comes last. */
  #then(): Promise<void> {
    const next = this.#reading.then(() => (this.#isClosed ? undefined : this.#read()));
    this.#reading = next.catch(() => undefined);
    return next;
  }

  #quietly(isFull: boolean): void {
    this.#then().then(
      () => {
        const at = this.#deps.clock.now().toISOString();
        if (isFull) for (const listener of [...this.#staff]) listener.read(at);
      },
      (error: unknown) => this.#deps.log.error({ event: 'queues.unread', err: error }, 'unable to read the queues; trying again later'),
    );
  }
}

function gone(told: QueuePositionItem, at: string): QueuePositionItem {
  return { ...told, position: null, estimatedWaitSeconds: null, basis: null, noEstimateReason: null, at };
}

/** Whether a customer need not be told: the same place, and an estimate that did not move by a tenth. */
function isSame(one: QueuePositionItem, other: QueuePositionItem): boolean {
  if (one.position !== other.position || one.noEstimateReason !== other.noEstimateReason) return false;
  const [a, b] = [one.estimatedWaitSeconds, other.estimatedWaitSeconds];
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= a / 10);
}

/** The new reading, with the objects of the one before where nothing is different. */
function keepSame(before: Lines, after: Lines): Lines {
  const queues = new Map(before.queues.map((state) => [state.queue.id, state]));
  const cases = new Map(before.cases.map((view) => [view.id, view]));
  const same = <T>(known: T | undefined, now: T): T => (known !== undefined && JSON.stringify(known) === JSON.stringify(now) ? known : now);
  return {
    ...after,
    queues: after.queues.map((state) => same(queues.get(state.queue.id), state)),
    cases: after.cases.map((view) => same(cases.get(view.id), view)),
  };
}

const boards = new WeakMap<Bus, Map<string, LineBoard>>();

function boardOf(deps: Deps, siteId: string): LineBoard {
  const ofNode = boards.get(deps.bus) ?? new Map<string, LineBoard>();
  boards.set(deps.bus, ofNode);
  const board = ofNode.get(siteId) ?? new LineBoard(deps, siteId);
  ofNode.set(siteId, board);
  return board;
}

function closeIfIdle(deps: Deps, siteId: string, board: LineBoard): void {
  if (!board.isIdle) return;
  board.close();
  const ofNode = boards.get(deps.bus);
  if (ofNode?.get(siteId) === board) ofNode.delete(siteId);
}

/** Follows the queues of a site for staff on this node. @throws what keeps them from being read at first. */
export async function followLines(deps: Deps, siteId: string, listener: LinesListener): Promise<{ readonly lines: Lines; readonly leave: () => void }> {
  const board = boardOf(deps, siteId);
  const leave = (): void => {
    board.unfollow(listener);
    closeIfIdle(deps, siteId, board);
  };
  try {
    return { lines: await board.follow(listener), leave };
  } catch (error) {
    leave();
    throw error;
  }
}

/** Follows where the case of a conversation stands, on this node. The answer ends it. */
export function followPosition(deps: Deps, of: { readonly siteId: string; readonly conversationId: string }, listener: PositionListener): () => void {
  const board = boardOf(deps, of.siteId);
  board.watch(of.conversationId, listener);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    board.unwatch(of.conversationId, listener);
    closeIfIdle(deps, of.siteId, board);
  };
}
