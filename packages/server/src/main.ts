#!/usr/bin/env node
import { refuseOldNode } from './cli/node-version.js';

// The rest is loaded only where it can run: its packages do not even parse on an old Node.
if (refuseOldNode(process.versions.node)) {
  process.exitCode = 1;
} else {
  void import('./cli/program.js').then(({ runProgram }) => runProgram(process.argv));
}
