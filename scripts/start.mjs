import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/run.mjs';

await install();
await build();

const main = join(root, 'packages/server/dist/main.js');
const examples = join(root, 'examples');
const pages = existsSync(examples) ? ['--examples', examples] : [];
const server = spawn(process.execPath, [main, 'serve', '--demo', ...pages, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // Its own process group: a terminal sends Ctrl+C to everyone of a group, npm passes it on once more, and the server
  // takes a second one for impatience. It gets what is passed on below.
  detached: true,
});

let passedOn = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (Date.now() - passedOn < 1000) return;
    passedOn = Date.now();
    server.kill(signal);
  });
}
server.on('error', (error) => {
  process.stderr.write(`unable to start the server; ${error.message}\n`);
  process.exitCode = 1;
});
server.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
});
