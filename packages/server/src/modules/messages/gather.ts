/** How calls that wait at the same time are run together. */
export interface GatherOptions<Item, Outcome> {
  /** Runs one alone. */
  readonly one: (item: Item) => Promise<Outcome>;
  /** Runs several, with one outcome for each in their order. When it throws, each is run alone, unless {@link isFinal} says no. */
  readonly many: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  /** Whether running them one by one would fail in the same way. */
  readonly isFinal: (error: unknown) => boolean;
  /** Runs under way at once; more calls than that wait, and go together. */
  readonly maxRuns: number;
  /** Most calls in one run. */
  readonly maxItems: number;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: a call goes at once while there is room, so a lone one never waits; those that have to wait anyway share the next run.
 * Each call settles with its own outcome.
 */
export function createGather<Item, Outcome>(options: GatherOptions<Item, Outcome>): (item: Item) => Promise<Outcome> {
  const queue: Waiting<Item, Outcome>[] = [];
  let runs = 0;

  const next = (): void => {
    while (runs < options.maxRuns && queue.length > 0) {
      runs += 1;
      void run(queue.splice(0, options.maxItems)).finally(() => {
        runs -= 1;
        next();
      });
    }
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

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      next();
    });
}
