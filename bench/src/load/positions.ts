import { CONNECT } from '../client.js';
import { Latencies } from '../histogram.js';
import type { Target } from './program.js';

/** Opens feeds of conversations of different length, in turn. */
export interface PositionsArgs {
  readonly target: Target;
  /** How often each conversation is opened in each way. */
  readonly times: number;
  /** How many events behind a resumption begins. */
  readonly behind: number;
}

/** Medians in milliseconds, conversation by conversation in the order of the target. */
export interface PositionsResult {
  readonly snapshot: readonly number[];
  readonly resume: readonly number[];
  readonly page: readonly number[];
}

/** From asking for a feed to its first item, with and without a position, and for the last page; the conversations take turns. */
export async function positions(args: PositionsArgs): Promise<PositionsResult> {
  const [node] = args.target.nodes;
  if (!node) throw new Error('no node');
  const times = args.target.conversations.map(() => ({ snapshot: new Latencies(), resume: new Latencies(), page: new Latencies() }));
  for (let turn = 0; turn < args.times + WARM_TURNS; turn += 1) {
    for (const [index, { id, members }] of args.target.conversations.entries()) {
      const client = await CONNECT[args.target.contender](node, members[0] ?? '');
      const timed = async <Value>(what: 'snapshot' | 'resume' | 'page', work: () => Promise<Value>): Promise<Value> => {
        const startedAt = performance.now();
        const value = await work();
        if (turn >= WARM_TURNS) times[index]?.[what].record(performance.now() - startedAt);
        return value;
      };
      const { seq } = await timed('snapshot', () => client.subscribe(id, () => undefined));
      await timed('resume', () => client.resume(id, seq - args.behind, () => undefined));
      await timed('page', () => client.page(id));
      await client.close();
    }
  }
  const medians = (what: 'snapshot' | 'resume' | 'page'): number[] => times.map((each) => each[what].distribution().p50);
  return { snapshot: medians('snapshot'), resume: medians('resume'), page: medians('page') };
}

const WARM_TURNS = 20;
