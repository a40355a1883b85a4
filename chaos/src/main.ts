/** `npm run chaos`: brings faults about and judges what came of them. */
import { parseArgs } from 'node:util';
import { missingServices, requireAll } from '../../scripts/lib/services.mjs';
import { FAULTS } from './faults/index.js';
import { upgradeFrom } from './faults/upgrade.js';
import { MUTANTS } from './mutants.js';
import { buildOlder } from './older.js';
import { list, runAll, runMutants } from './run.js';

const HELP = `npm run chaos -- [options]

  --smoke           every fault once, briefly (the default)
  --minutes <n>     every fault again and again, longer, for so many minutes
  --only <names>    some faults alone, with commas between
  --seed <text>     the seed of a run; what it prints on a violation replays it
  --older <commit>  a rolling upgrade from an earlier version, a commit or tag of this repository
  --mutants         breaks the code on purpose and shows that each mutant is caught
  --list            what there is
  --json            one object a line`;

const { values } = parseArgs({
  options: {
    smoke: { type: 'boolean' },
    minutes: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string' },
    older: { type: 'string' },
    mutants: { type: 'boolean' },
    list: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (values.list) {
    list();
    return 0;
  }
  const missing = missingServices().cluster;
  if (missing.length > 0) {
    process.stderr.write(`##########################################################################\n## SKIPPED: chaos, because this machine has no ${missing.join(' and no ')}.\n##########################################################################\n`);
    process.stderr.write('0 passed, 0 failed, 1 skipped\n');
    return requireAll() ? 1 : 0;
  }
  const names = values.only?.split(',').map((name) => name.trim()) ?? [];
  const known = values.mutants === true ? MUTANTS : FAULTS;
  const unknown = names.filter((name) => !known.some((each) => each.name === name));
  if (unknown.length > 0) throw new Error(`unable to run ${unknown.join(', ')}; --list shows what there is`);
  const minutes = values.minutes === undefined ? null : Number(values.minutes);
  if (minutes !== null && !(minutes > 0)) throw new Error('unable to run; --minutes is not a number above 0');
  const seed = values.seed ?? Math.random().toString(36).slice(2, 10);
  const isJson = values.json === true;
  if (values.mutants) return runMutants({ mutants: names.length > 0 ? MUTANTS.filter(({ name }) => names.includes(name)) : MUTANTS, seed, isJson });
  if (values.older !== undefined) {
    const from = await buildOlder(values.older);
    return runAll({ faults: [upgradeFrom(from)], seed, minutes, isJson, from });
  }
  const faults = names.length > 0 ? FAULTS.filter((fault) => names.includes(fault.name)) : FAULTS;
  return runAll({ faults, seed, minutes, isJson });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
// The guards of the services do not keep this process alive while it waits for them.
setInterval(() => undefined, 60_000);
main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  })
  // Whatever is left open must not keep a finished run alive.
  .then((code) => process.exit(code));
