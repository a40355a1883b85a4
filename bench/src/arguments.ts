import { parseArgs } from 'node:util';
import { CONTENDER_NAMES, type ContenderName, isPeer } from './contender.js';

/** What the bench was asked to do. */
export interface Arguments {
  readonly quick: boolean;
  readonly json: boolean;
  readonly runs: number;
  /** Seconds that a run measures; null leaves it to each scenario. */
  readonly seconds: number | null;
  /** File for a page of results; null for none. */
  readonly save: string | null;
  /** Folder for CPU profiles of the servers; null for none. */
  readonly profile: string | null;
  /** Letters of the scenarios; null for all. */
  readonly only: readonly string[] | null;
  /** As asked for; else all, but without the peers in a quick run, which would not end in ten minutes with them. */
  readonly contenders: readonly ContenderName[];
}

/**
 * Reads the command line.
 * @throws Error in one line for what it does not know.
 */
export function readArguments(argv: readonly string[], letters: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      contenders: { type: 'string' },
      runs: { type: 'string' },
      seconds: { type: 'string' },
      profile: { type: 'string' },
      save: { type: 'string' },
    },
  });
  const runs = Number(values.runs ?? (values.quick ? 3 : 5));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('unable to run; --runs is no whole number from 1 up');
  const seconds = values.seconds === undefined ? null : Number(values.seconds);
  if (seconds !== null && !(seconds > 0)) throw new Error('unable to run; --seconds is no number above 0');
  const only = values.only === undefined ? null : values.only.split(',').map((letter) => letter.trim());
  const unknown = only?.find((letter) => !letters.includes(letter));
  if (unknown !== undefined) throw new Error(`unable to run; there is no scenario ${unknown}, but ${letters.join(', ')}`);
  const asked = values.contenders?.split(',').map((name) => name.trim()) ?? CONTENDER_NAMES.filter((name) => !values.quick || !isPeer(name));
  const contenders = asked.map((name) => {
    const found = CONTENDER_NAMES.find((each) => each === name);
    if (!found) throw new Error(`unable to run; there is no contender ${name}, but ${CONTENDER_NAMES.join(', ')}`);
    return found;
  });
  return { quick: values.quick, json: values.json, runs, seconds, profile: values.profile ?? null, save: values.save ?? null, only, contenders };
}
