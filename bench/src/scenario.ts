/** What a scenario is, and what it has to work with. */
import type { Contender, ContenderName } from './contender.js';
import type { LoadArgs, LoadName, LoadResult } from './load/programs.js';
import type { Faults } from './sequence.js';
import type { Services } from './services.js';

/** What a scenario is given. */
export interface Tools {
  /** Whether the whole is to take less than ten minutes. */
  readonly quick: boolean;
  /** How often each contender is measured; figures are medians over these. */
  readonly runs: number;
  /** Seconds that a run measures, where they were asked for; else each scenario has its own. */
  readonly seconds: number | null;
  readonly contenders: readonly Contender[];
  /** Options of Node that were asked for on the command line, for the servers. */
  readonly nodeOptions: readonly string[];
  readonly services: Services;
  /** Runs a load program in a process of its own. */
  load<Name extends LoadName>(name: Name, args: LoadArgs<Name>): Promise<LoadResult<Name>>;
  /** Prints a line of progress. */
  log(line: string): void;
}

/** What is aimed at: a ratio of Parley to the floor, or a least or greatest value of Parley itself. */
export interface RowTarget {
  readonly ratio?: number;
  readonly min?: number;
  readonly max?: number;
}

/** How long a run warms up and measures, in milliseconds: as asked for, or the scenario's own. */
export function timesOf(tools: Pick<Tools, 'quick' | 'seconds'>, own: { readonly quick: number; readonly full: number }): { readonly warmMs: number; readonly measureMs: number } {
  const seconds = tools.seconds ?? (tools.quick ? own.quick : own.full);
  return { warmMs: Math.min(4, seconds / 2) * 1000, measureMs: seconds * 1000 };
}

/** One measured quantity. */
export interface Row extends Faults {
  /** Letter of the scenario. */
  readonly scenario: string;
  readonly metric: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /** The median of each contender that was measured. */
  readonly values: Readonly<Partial<Record<ContenderName, number>>>;
  readonly target?: RowTarget;
}

/** A way of measuring. Its rows carry the faults of Parley; those of the others, if any, are in the log. */
export interface Scenario {
  readonly letter: string;
  readonly title: string;
  /** Whether it is about what the peers have no part in; they are left out of it. */
  readonly isWithoutPeers?: boolean;
  run(tools: Tools): Promise<readonly Row[]>;
}
