import { join } from 'node:path';
import { root, run } from '../lib/run.mjs';

const packages = ['packages/sdk-js', 'packages/react-hooks', 'packages/server'];

/** What npm would publish: exports, types and files, for ESM and CommonJS, by publint and by attw on the packed tarball. */
export const shape = {
  key: 'shape',
  needsBuild: true,
  name: 'shape of the packages (publint, attw)',
  remedy: "correct the package's exports, types or files",
  async run() {
    const problems = [];
    for (const folder of packages) {
      const publint = await run(process.execPath, [join(root, 'node_modules/publint/src/cli.js'), 'run', folder, '--strict', '--pack', 'npm']);
      if (publint.code !== 0) problems.push(`${folder}, publint:\n${publint.output.trim()}`);
      // node10 knows no exports map, and no supported Node is that old.
      const attw = await run(process.execPath, [join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'), '--pack', folder, '--profile', 'node16', '--no-color', '--format', 'ascii']);
      if (attw.code !== 0) problems.push(`${folder}, attw:\n${attw.output.trim()}`);
    }
    return problems;
  },
};
