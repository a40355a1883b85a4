import { install } from './lib/install.mjs';
import { ensureClient } from './lib/client.mjs';
import { say } from './lib/run.mjs';
import { typecheck } from './lib/typecheck.mjs';

await install();
await ensureClient();
const failed = await typecheck();
for (const { folder, output } of failed) process.stdout.write(`${folder}\n${output}\n`);
say(failed.length === 0 ? 'types ok' : `types FAILED in ${failed.map(({ folder }) => folder).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
