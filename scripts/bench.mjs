import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildBench, buildPages } from './lib/bench.mjs';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/run.mjs';

await install();
await build({ only: ['packages/sdk-js', 'packages/react-hooks', 'packages/server'] });
await buildBench();
await buildPages();

const bench = spawn(process.execPath, ['--enable-source-maps', join(root, 'bench/dist/main.js'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// The bench is of the same group and hears a Ctrl+C by itself; what is sent to this process alone is passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => bench.kill('SIGTERM'));
bench.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
