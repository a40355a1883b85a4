/** Runs `work` on every item, `width` at a time, and resolves with the outcomes in the order of the items. */
export async function inParallel<Item, Outcome>(items: readonly Item[], width: number, work: (item: Item) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1;
      const item = items[index];
      if (item !== undefined) outcomes.set(index, await work(item));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return [...outcomes.entries()].sort(([one], [other]) => one - other).map(([, outcome]) => outcome);
}
