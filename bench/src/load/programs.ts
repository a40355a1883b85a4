import { fanOut } from './fan-out.js';
import { idle } from './idle.js';
import { paced } from './paced.js';
import { pages } from './pages.js';
import { positions } from './positions.js';
import { saturate } from './saturate.js';
import { steady } from './steady.js';
import { storm } from './storm.js';

/** What the load generator can do, by name. A new program is put here and is then known to {@link Tools.load}. */
export const LOAD_PROGRAMS = { fanOut, idle, paced, pages, positions, saturate, steady, storm };

/** Names of the load programs. */
export type LoadName = keyof typeof LOAD_PROGRAMS;
/** What a load program is given. */
export type LoadArgs<Name extends LoadName> = Parameters<(typeof LOAD_PROGRAMS)[Name]>[0];
/** What a load program resolves with. */
export type LoadResult<Name extends LoadName> = Awaited<ReturnType<(typeof LOAD_PROGRAMS)[Name]>>;

/** One order to the load generator. */
export interface LoadOrder<Name extends LoadName = LoadName> {
  readonly name: Name;
  readonly args: LoadArgs<Name>;
}

/** Its answer. */
export type LoadAnswer = { readonly result: unknown } | { readonly problem: string };
