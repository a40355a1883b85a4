import { Cluster, startServices, type Services } from './cluster.js';
import type { Violation } from './checker.js';
import { runFault, type Fault, type Verdict } from './fault.js';
import { FAULTS } from './faults/index.js';
import { MUTANTS, type Mutant } from './mutants.js';
import type { OlderVersion } from './older.js';
import { randomOf } from './random.js';
import { buildVariant } from './variant.js';

/** What to run. */
export interface Plan {
  readonly faults: readonly Fault[];
  readonly seed: string;
  /** How long to go on; null for the smoke set once. */
  readonly minutes: number | null;
  readonly isJson: boolean;
  /** What the nodes and apps of a cluster are at its beginning; default this version. */
  readonly from?: OlderVersion;
}

/** Prints the faults and what must hold. */
export function list(): void {
  for (const { name, does, holds, promises } of FAULTS) process.stdout.write(`${name}  (${promises.join(' ')})\n    ${does}\n    ${holds}\n`);
  for (const { name, does, caughtBy } of MUTANTS) process.stdout.write(`mutant ${name}\n    ${does}\n    caught by ${caughtBy}\n`);
}

/** Runs the faults and prints what came of each. Answers the exit code. */
export async function runAll({ faults, seed, minutes, isJson, from }: Plan): Promise<number> {
  const services = await startServices();
  const end = performance.now() + (minutes ?? 0) * 60_000;
  const count = { passed: 0, failed: 0 };
  let cluster: Cluster | null = null;
  if (!isJson) process.stdout.write(`seed ${seed}\n${'fault'.padEnd(30)}  ${'calls'.padStart(6)}  ${'open'.padStart(6)}  ${'broken'.padStart(6)}  ${'time'.padStart(8)}\n`);
  try {
    for (let round = 1; round === 1 || performance.now() < end; round += 1) {
      for (const fault of faults) {
        const own = minutes === null ? seed : `${seed}.${round}`;
        cluster ??= await Cluster.open({ services, nodes: 2, ...(from ? { program: from.program, sdk: from.sdk } : {}) });
        const outcome = await attempt(fault, { cluster, seed: own, scale: minutes === null ? 1 : 3 });
        print(fault, outcome, { seed: own, isJson });
        count[outcome.violations.length === 0 ? 'passed' : 'failed'] += 1;
        if (fault.isLast || outcome.violations.length > 0) {
          await cluster.close();
          cluster = null;
        }
        if (minutes !== null && round > 1 && performance.now() > end) break;
      }
    }
  } finally {
    await cluster?.close().catch(() => undefined);
    await stopServices(services);
  }
  if (!isJson) process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
  return count.failed === 0 ? 0 : 1;
}

/** Which mutants to try. */
export interface MutantPlan {
  readonly mutants: readonly Mutant[];
  readonly seed: string;
  readonly isJson: boolean;
}

/** Runs each mutant's fault against it. Answers the exit code: 0 when every mutant was caught. */
export async function runMutants({ mutants, seed, isJson }: MutantPlan): Promise<number> {
  const services = await startServices();
  let isGood = true;
  try {
    for (const mutant of mutants) {
      const fault = FAULTS.find(({ name }) => name === mutant.caughtBy);
      if (!fault) throw new Error(`unable to try ${mutant.name}; there is no fault ${mutant.caughtBy}`);
      const program = await buildVariant(mutant.name, mutant.patches);
      const cluster = await Cluster.open({ services, nodes: 2, program, ...(mutant.sql === undefined ? {} : { sql: mutant.sql }) });
      const outcome = await attempt(fault, { cluster, seed, scale: mutant.scale ?? 1 });
      await cluster.close();
      // A run that breaks off, or a node that dies, is no proof.
      const found = outcome.violations.filter(({ promise }) => promise !== '-');
      isGood &&= found.length > 0;
      tell(mutant, { found, outcome, seed, isJson });
    }
  } finally {
    await stopServices(services);
  }
  return isGood ? 0 : 1;
}

function tell({ name, caughtBy }: Mutant, of: { readonly found: readonly Violation[]; readonly outcome: Outcome; readonly seed: string; readonly isJson: boolean }): void {
  const { found, outcome, seed } = of;
  const caught = found.length > 0;
  const promises = [...new Set(found.map(({ promise }) => promise))];
  if (of.isJson) {
    process.stdout.write(`${JSON.stringify({ mutant: name, fault: caughtBy, seed, caught, violations: found.length, promises, example: found[0]?.says ?? null })}\n`);
    return;
  }
  process.stdout.write(`${name.padEnd(24)}  ${caught ? 'caught' : 'NOT CAUGHT'} by ${caughtBy} in ${outcome.seconds.toFixed(1)} s: ${found.length} violations of ${promises.join(', ') || 'nothing'}\n`);
  for (const { promise, says } of (caught ? found.slice(0, 2) : outcome.violations)) process.stdout.write(`    ${promise} ${says}\n`);
}

/** Ends both. */
export async function stopServices({ postgres, redis }: Services): Promise<void> {
  await Promise.all([postgres.stop(), redis.stop()]);
}

interface Outcome extends Verdict {
  readonly seconds: number;
}

/** Runs a fault; what fails in the run itself is a violation too. */
export async function attempt(fault: Fault, of: { readonly cluster: Cluster; readonly seed: string; readonly scale: number }): Promise<Outcome> {
  const startedAt = performance.now();
  const seconds = (): number => Math.round((performance.now() - startedAt) / 100) / 10;
  const name = `${fault.name}-${of.seed}-${Math.random().toString(36).slice(2, 6)}`;
  try {
    const verdict = await runFault(fault, { cluster: of.cluster, random: randomOf(`${of.seed}/${fault.name}`), scale: of.scale, name });
    return { ...verdict, seconds: seconds() };
  } catch (error) {
    const says = `the run did not come to its end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    return { operations: 0, unknown: 0, failed: 0, figures: {}, violations: [{ promise: '-', says }], seconds: seconds() };
  }
}

function print(fault: Fault, outcome: Outcome, { seed, isJson }: { readonly seed: string; readonly isJson: boolean }): void {
  const { operations, unknown, failed, violations, seconds, figures } = outcome;
  if (isJson) {
    const details = violations.length > 0 ? { details: violations } : {};
    process.stdout.write(`${JSON.stringify({ fault: fault.name, seed, operations, unknown, violations: violations.length, failed, seconds, figures, ...details })}\n`);
    return;
  }
  const columns = [fault.name.padEnd(30), String(operations).padStart(6), String(unknown).padStart(6), String(violations.length).padStart(6), `${seconds.toFixed(1)} s`.padStart(8)];
  const told = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`${columns.join('  ')}   ${told.join(', ')}\n`);
  if (violations.length === 0) return;
  for (const { promise, says } of violations.slice(0, 20)) process.stdout.write(`    ${promise} ${says}\n`);
  if (violations.length > 20) process.stdout.write(`    and ${violations.length - 20} more\n`);
  process.stdout.write(`    replay: npm run chaos -- --only ${fault.name} --seed ${seed}\n`);
}
