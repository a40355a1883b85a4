import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { must, root, say } from './run.mjs';

const packages = ['packages/sdk-js', 'packages/react-hooks', 'packages/server'];

/** Builds every package, dependencies first. */
export async function build() {
  for (const folder of packages) {
    say(`building ${folder}`);
    await must(`build ${folder}`, process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], {
      cwd: join(root, folder),
      env: { NODE_ENV: 'production' },
    });
    if (!existsSync(join(root, folder, 'dist'))) throw new Error(`no dist in ${folder}`);
  }
}
