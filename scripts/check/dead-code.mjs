import { join } from 'node:path';
import { root, run } from '../lib/run.mjs';

/** Files, exports and dependencies that nothing uses, by knip (knip.json names the entries). */
export const deadCode = {
  key: 'dead-code',
  name: 'no dead code and no unused dependency',
  remedy: 'delete it, or use it; `npx knip` shows the same list',
  async run() {
    const { code, output } = await run(process.execPath, [join(root, 'node_modules/knip/bin/knip.js'), '--no-progress', '--no-config-hints']);
    return code === 0 ? [] : output.trim().split('\n').filter(Boolean);
  },
};
