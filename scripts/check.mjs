import { checks } from './check/index.mjs';
import { build } from './lib/build.mjs';
import { ensureClient } from './lib/client.mjs';
import { install } from './lib/install.mjs';
import { say } from './lib/run.mjs';

// The gate. `npm run check -- sizes links` runs some checks only; `--update` writes what a check compares, where it can.
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const update = process.argv.includes('--update');
const unknown = wanted.find((key) => !checks.some((check) => check.key === key));
if (unknown) {
  process.stderr.write(`unable to check ${unknown}; the checks are ${checks.map((check) => check.key).join(', ')}\n`);
  process.exit(1);
}

const chosen = wanted.length > 0 ? checks.filter((check) => wanted.includes(check.key)) : checks;
await install();
if (chosen.some((check) => check.needsBuild)) await build();
else await ensureClient();
let passed = 0;
let failed = 0;
for (const check of chosen) {
  const started = Date.now();
  let problems;
  try {
    problems = await check.run({ update });
  } catch (error) {
    problems = [error.remedy ? error.message : (error.stack ?? String(error))];
  }
  const time = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (problems.length === 0) {
    passed += 1;
    say(`ok    ${check.name} (${check.key}, ${time})`);
    continue;
  }
  failed += 1;
  say(`FAIL  ${check.name} (${check.key}, ${time})`);
  for (const problem of problems.slice(0, 40)) process.stdout.write(`        ${problem.replaceAll('\n', '\n        ')}\n`);
  if (problems.length > 40) process.stdout.write(`        … and ${problems.length - 40} more\n`);
  process.stdout.write(`        → ${check.remedy}\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed ? 1 : 0;
