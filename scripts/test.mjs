import { join } from 'node:path';
import { install } from './lib/install.mjs';
import { root, run } from './lib/run.mjs';

await install();
const { code } = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], { inherit: true });
process.exitCode = code;
