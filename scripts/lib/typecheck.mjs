import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspaces } from './install.mjs';
import { root, run } from './run.mjs';

/** Checks the types of every workspace, tests included, and resolves with the compiler's lines for each that fails. */
export async function typecheck() {
  const failed = [];
  for (const folder of workspaces()) {
    if (!existsSync(join(root, folder, 'tsconfig.json'))) continue;
    const { code, output } = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false']);
    if (code !== 0) failed.push({ folder, output: output.trim() });
  }
  return failed;
}
