import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { install, workspaces } from './lib/install.mjs';
import { root, run, say } from './lib/run.mjs';

await install();
let failed = 0;
for (const folder of workspaces()) {
  if (!existsSync(join(root, folder, 'tsconfig.json'))) continue;
  const { code, output } = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  say(`types of ${JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).name}: ${code === 0 ? 'ok' : 'FAILED'}`);
  if (code !== 0) {
    failed += 1;
    process.stdout.write(output);
  }
}
process.exitCode = failed ? 1 : 0;
