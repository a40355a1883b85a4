#!/usr/bin/env node
// A file that exists before the first build, so that package managers can link the command at install time.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('unable to run parley; the server is not built yet, run `npm run build` first\n');
  process.exitCode = 1;
}
