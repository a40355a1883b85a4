/** How calls that wait at the same time are run together. */
export interface GatherOptions<Item, Outcome> {
  /** Runs one alone. */
  readonly one: (item: Item) => Promise<Outcome>;
  /** Runs several, with one outcome for each in their order. When it throws, each is run alone, unless {@link isFinal} says no. */
  readonly many: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** Whether running them one by one would fail in the same way. */
  readonly isFinal: (error: unknown) => boolean;
  /** What a call is about. Calls of one key never run beside each other, since they would only wait for each other's locks. */
  readonly keyOf: (item: Item) => string;
  /** Runs under way at once, at most. */
  readonly maxRuns: number;
  /** So many calls go in a run of their own beside another; more of them wait for it to end, because one large run costs less than two. */
  readonly few: number;
  /** Milliseconds after which a run counts as held up, and whatever waits goes beside it. */
  readonly slowMs: number;
  /** Most calls in one run. */
  readonly maxItems: number;
  /** Calls that may wait; what is more is refused. */
  readonly maxWaiting: number;
  /** Milliseconds after which a call that still waits is refused before its run begins. */
  readonly maxWaitMs: number;
  /** The present moment in milliseconds. */
  readonly now: () => number;
  /** Calls back once after so many milliseconds. */
  readonly after: (ms: number, fn: () => void) => unknown;
  /** The error of a call that is refused; nothing of it was done. */
  readonly refusal: (limit: 'maxWaiting' | 'maxWaitMs') => Error;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly since: number;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Runs a call with others, or alone. */
export type Gather<Item, Outcome> = ((item: Item) => Promise<Outcome>) & {
  /** Calls that wait for a run, those under way aside. */
  waiting(): number;
};

/**
 * Group commit: a call goes at once while nothing is under way, so a lone one never waits. Beside a run, those that come in the same turn of
 * the event loop go together while they are few; more of them share the next run. Without that turn a server that is short of processor
 * time would never gather: the database, quicker than it, would always be free for each call alone. A run that is held up, by a lock say, holds up
 * the calls of its own keys alone.
 * Each call settles with its own outcome. The queue is bounded in number and in time, so that a call that is taken has its outcome soon.
 */
export function createGather<Item, Outcome>(options: GatherOptions<Item, Outcome>): Gather<Item, Outcome> {
  let queue: Waiting<Item, Outcome>[] = [];
  const busy = new Set<string>();
  let runs = 0;
  let isTurnAwaited = false;
  let isAlarmSet = false;
  /** When the newest run began. */
  let begunAt = 0;

  /** Refuses those that have waited for too long; the queue is in the order of their coming. */
  const expire = (): void => {
    for (let [first] = queue; first && options.now() - first.since > options.maxWaitMs; [first] = queue) {
      queue.shift();
      first.reject(options.refusal('maxWaitMs'));
    }
  };

  /** Takes the oldest calls whose key is free out of the queue; those of one key stay in their order. */
  const take = (): readonly Waiting<Item, Outcome>[] => {
    const calls: Waiting<Item, Outcome>[] = [];
    const left: Waiting<Item, Outcome>[] = [];
    for (const call of queue) (calls.length < options.maxItems && !busy.has(options.keyOf(call.item)) ? calls : left).push(call);
    queue = left;
    return calls;
  };

  const areFew = (): boolean => {
    let free = 0;
    for (const { item } of queue) if (!busy.has(options.keyOf(item)) && (free += 1) > options.few) return false;
    return true;
  };

  const mayRun = (): boolean => runs === 0 || (runs < options.maxRuns && (areFew() || options.now() - begunAt >= options.slowMs));

  /** Looks again when what is under way may be held up. */
  const watch = (): void => {
    if (isAlarmSet || runs === 0 || queue.length === 0 || runs >= options.maxRuns) return;
    isAlarmSet = true;
    options.after(options.slowMs, () => {
      isAlarmSet = false;
      next();
    });
  };

  const next = (): void => {
    expire();
    while (queue.length > 0 && mayRun()) {
      const calls = take();
      if (calls.length === 0) break;
      begunAt = options.now();
      const keys = new Set(calls.map(({ item }) => options.keyOf(item)));
      for (const key of keys) busy.add(key);
      runs += 1;
      void run(calls).finally(() => {
        for (const key of keys) busy.delete(key);
        runs -= 1;
        next();
      });
    }
    watch();
  };

  const alone = async ({ item, resolve, reject }: Waiting<Item, Outcome>): Promise<void> => {
    await options.one(item).then(resolve, reject);
  };

  const run = async (calls: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    const [first] = calls;
    if (first && calls.length === 1) return alone(first);
    try {
      const outcomes = await options.many(calls.map(({ item }) => item));
      calls.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined) reject(new Error('unable to settle a gathered call; the run gave it no outcome'));
        else resolve(outcome);
      });
    } catch (error) {
      if (options.isFinal(error)) for (const { reject } of calls) reject(error);
      else await Promise.all(calls.map(alone));
    }
  };

  const call = (item: Item): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      expire();
      if (queue.length >= options.maxWaiting) return reject(options.refusal('maxWaiting'));
      queue.push({ item, since: options.now(), resolve, reject });
      if (runs === 0) next();
      else if (!isTurnAwaited) {
        isTurnAwaited = true;
        setImmediate(() => {
          isTurnAwaited = false;
          next();
        });
      }
    });
  return Object.assign(call, { waiting: () => queue.length });
}
