import { CONNECT, markedText } from '../client.js';
import { inParallel } from '../parallel.js';
import { type Faults, NO_FAULTS } from '../sequence.js';
import { type CpuUse, type Target, watchCpu } from './program.js';

/** Reads pages as fast as they come. */
export interface PagesArgs {
  readonly target: Target;
  /** Pages that are under way at any moment. */
  readonly inFlight: number;
  /** Messages that each conversation gets before. */
  readonly messages: number;
  readonly textLength: number;
  readonly warmMs: number;
  readonly measureMs: number;
}

/** What came of it. */
export interface PagesResult extends Faults {
  readonly pages: number;
  readonly seconds: number;
  /** Bytes of one page. */
  readonly bytes: number;
  readonly cpu: CpuUse;
}

/** Closed loop: each reader asks for the next page of 50 once the last one is there, of the conversations in turn. */
export async function pages(args: PagesArgs): Promise<PagesResult> {
  const [node] = args.target.nodes;
  if (!node) throw new Error('no node');
  const readers = await inParallel(args.target.conversations, 10, async ({ id, members }) => {
    const client = await CONNECT[args.target.contender](node, members[0] ?? '');
    for (let mark = 1; mark <= args.messages; mark += 1) await client.send(id, markedText(mark, args.textLength));
    return { id, client };
  });
  let count = 0;
  let bytes = 0;
  let isOver = false;
  const keepReading = async (start: number): Promise<void> => {
    for (let turn = start; !isOver; turn += 1) {
      const reader = readers[turn % readers.length];
      if (reader) bytes = await reader.client.page(reader.id);
      count += 1;
    }
  };
  const all = Promise.all(Array.from({ length: args.inFlight }, (_, index) => keepReading(index)));
  await Promise.race([all, wait(args.warmMs)]);
  const cpu = watchCpu(args.target);
  const before = { count, at: performance.now() };
  await Promise.race([all, wait(args.measureMs)]);
  const measured = { pages: count - before.count, seconds: (performance.now() - before.at) / 1000, cpu: cpu() };
  isOver = true;
  await all;
  await Promise.all(readers.map(({ client }) => client.close()));
  return { ...measured, bytes, ...NO_FAULTS };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
