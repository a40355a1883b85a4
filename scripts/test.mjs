import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { root, run, say } from './lib/run.mjs';
import { missingServices, requireAll } from './lib/services.mjs';

await install();
await build();

const report = join(root, 'node_modules/.cache/parley/tests.json');
mkdirSync(join(report, '..'), { recursive: true });
rmSync(report, { force: true });

const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { code } = await run(process.execPath, [...vitest, ...process.argv.slice(2)], { inherit: true });

let result = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  say('the test runner ended without a report');
}
// A file that does not load has no tests that could fail, and an error outside of any test belongs to none.
const broken = result.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
for (const file of broken) say(`FAILED to run: ${file.name.replace(root, '')} ${file.message?.split('\n')[0] ?? ''}`);
let failed = result.numFailedTests + broken.length;
if (code !== 0 && failed === 0) failed = 1;

// A test of one stack alone is left out on the other; it is skipped only where it ran on none.
const keyOf = (file, test) => `${file.name}\n${test.fullName}`;
const every = result.testResults.flatMap((file) => file.assertionResults.map((test) => ({ key: keyOf(file, test), status: test.status })));
const ran = new Set(every.filter(({ status }) => status === 'passed' || status === 'failed').map(({ key }) => key));
let skipped = new Set(every.filter(({ key, status }) => !['passed', 'failed'].includes(status) && !ran.has(key)).map(({ key }) => key)).size;
if (!requireAll()) {
  const missing = missingServices();
  for (const [project, names] of Object.entries(missing)) {
    if (names.length === 0) continue;
    skipped += 1;
    say('');
    say('##########################################################################');
    say(`## SKIPPED: every \`${project}\` test, because this machine has no ${names.join(' and no ')}.`);
    say('## Install what is missing to run them; PARLEY_REQUIRE_ALL=1 makes this a failure.');
    say('##########################################################################');
  }
}

say('');
process.stdout.write(`${result.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed ? 1 : 0;
