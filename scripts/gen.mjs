import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClient } from './lib/client.mjs';
import { steps } from './lib/generated.mjs';
import { install, markInstalled } from './lib/install.mjs';
import { Failure, must, root, say } from './lib/run.mjs';

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const clientOnly = process.argv.includes('--client-only');
const keys = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const known = ['client', ...steps.map((step) => step.key)];
const unknown = keys.find((key) => !known.includes(key));
if (unknown) throw new Failure(`unable to generate ${unknown}; the steps are ${known.join(', ')}`);

if (clientOnly) {
  // Runs at the end of every install, whoever started it.
  await ensureClient();
  markInstalled();
} else {
  await install();
  await ensureClient({ force: keys.includes('client') });
  for (const step of steps) {
    if (keys.length > 0 && !keys.includes(step.key)) continue;
    if (!existsSync(join(root, step.script))) {
      say(`unable to generate ${step.name}; ${step.script} is missing`);
      process.exitCode = 1;
      continue;
    }
    say(`generating ${step.name}`);
    const args = step.script.endsWith('.ts') ? [tsx, join(root, step.script)] : [join(root, step.script)];
    await must(`generate ${step.name}`, process.execPath, args, { cwd: join(root, step.cwd), inherit: step.inherit ?? false });
  }
}
