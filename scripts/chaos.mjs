import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { root, run } from './lib/run.mjs';

// Standard output belongs to the results, which programs read with --json.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
await install();
await build({ only: ['packages/sdk-js', 'packages/server'] });
process.stdout.write = write;

// From TypeScript, on the packages as they were built.
const main = ['--import', import.meta.resolve('tsx'), join(root, 'chaos/src/main.ts'), ...process.argv.slice(2)];
// It ends what it started when it is told to stop; this process only waits for that.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
const { code } = await run(process.execPath, main, { inherit: true, env: { TSX_TSCONFIG_PATH: join(root, 'chaos/tsconfig.run.json') } });
process.exitCode = code;
