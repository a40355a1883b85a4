// Keeps one throwaway service. Ends it and removes its folder when stdin closes: that happens whatever ends the parent,
// a SIGKILL included, so no database outlives the test run that started it. Commands on stdin: start, stop, kill.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

const { command, args, folder, workDir, uid, gid, stopSignal } = JSON.parse(process.argv[2]);
let child = null;
let wanted = false;
let ending = false;
let asked = false;
let tries = 0;

function start() {
  asked = false;
  const started = Date.now();
  child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], cwd: workDir, uid, gid });
  child.on('error', (error) => process.stderr.write(`${error.message}\n`));
  child.on('exit', () => {
    child = null;
    if (ending) return finish();
    if (wanted && asked) return start();
    // A database that was killed leaves backends for a moment, and a restart is refused until they are gone.
    if (wanted && Date.now() - started < 30_000 && (tries += 1) < 300) setTimeout(() => wanted && !child && start(), 200);
  });
}

function stop(signal) {
  wanted = false;
  asked = true;
  tries = 0;
  child?.kill(signal);
}

function end() {
  if (ending) return;
  ending = true;
  if (!child) return finish();
  stop(stopSignal);
  setTimeout(() => child?.kill('SIGKILL'), 3000);
}

function finish() {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  if (line === 'start') {
    wanted = true;
    if (!child) start();
  }
  if (line === 'stop') stop(stopSignal);
  if (line === 'kill') stop('SIGKILL');
});
lines.on('close', end);
