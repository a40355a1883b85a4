/** The bench: runs scenarios and prints what they measured. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArguments } from './arguments.js';
import { type Contender, type ContenderName, isPeer } from './contender.js';
import { CONTENDERS } from './contenders/all.js';
import { runLoad } from './load/child.js';
import { jsonOf, tableOf } from './report.js';
import { resultsPage } from './results-page.js';
import type { Row, Tools } from './scenario.js';
import { SCENARIOS } from './scenarios/all.js';
import { startServices } from './services.js';

const log = (line: string): void => void process.stderr.write(`bench: ${line}\n`);

const programs = (names: readonly ContenderName[]): readonly Contender[] => names.map((name) => CONTENDERS[name]);

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  const asked = readArguments(argv, SCENARIOS.map(({ letter }) => letter));
  const services = await startServices();
  const stop = (): void => {
    void services.stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const versions = await services.versions();
    log(Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', '));
    const tools: Tools = {
      quick: asked.quick,
      runs: asked.runs,
      seconds: asked.seconds,
      contenders: programs(asked.contenders),
      nodeOptions: asked.profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(asked.profile)}`],
      services,
      load: runLoad,
      log,
    };
    const rows: Row[] = [];
    for (const scenario of SCENARIOS) {
      if (asked.only && !asked.only.includes(scenario.letter)) continue;
      const startedAt = performance.now();
      log(`${scenario.letter}: ${scenario.title}`);
      const taking = asked.contenders.filter((name) => !scenario.isWithoutPeers || !isPeer(name));
      const measured = await scenario.run({ ...tools, contenders: programs(taking) });
      rows.push(...measured);
      if (asked.json) for (const row of measured) process.stdout.write(`${jsonOf(row)}\n`);
      log(`${scenario.letter} took ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    }
    if (asked.save !== null) {
      const command = `npm run bench -- ${argv.filter((word, index) => word !== '--save' && argv[index - 1] !== '--save').join(' ')}`.trim();
      writeFileSync(asked.save, resultsPage(rows, { versions, command, contenders: asked.contenders, runs: asked.runs }));
    }
    if (!asked.json) process.stdout.write(`${tableOf(rows, asked.contenders)}\n`);
    if (rows.some(({ lost, repeated, outOfOrder }) => lost + repeated + outOfOrder > 0)) process.exitCode = 1;
  } finally {
    await services.stop();
  }
}

// What the services run in does not keep this process alive, and their end is waited for.
setInterval(() => undefined, 60_000);
main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
