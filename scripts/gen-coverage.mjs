import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveragePage, proofs, provedIn } from './lib/coverage.mjs';
import { root } from './lib/run.mjs';

const file = join(root, 'docs/coverage.md');
const before = existsSync(file) ? provedIn(readFileSync(file, 'utf8')) : new Set();
const now = proofs();
const lost = [...before].filter((number) => !now.has(number));
// A number must not lose its proof by somebody running the generator: that would hide it from the gate.
if (lost.length > 0 && process.env.PARLEY_ALLOW_LOST_PROOF !== '1') {
  process.stderr.write(
    `unable to write docs/coverage.md; no test names ${lost.join(', ')} any more, and one did. ` +
      'Name the number in the test that proves it, or set PARLEY_ALLOW_LOST_PROOF=1 to give the proof up\n',
  );
  process.exit(1);
}
writeFileSync(file, coveragePage());
