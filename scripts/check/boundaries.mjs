import { join, relative } from 'node:path';
import { filesBelow } from '../lib/fresh.mjs';
import { root, run } from '../lib/run.mjs';

const folders = ['packages/server/src', 'packages/sdk-js/src', 'packages/react-hooks/src'];
// Fewer than this means that the tool saw nothing, whatever it says.
const floor = 80;

/** The order of rooms and modules, as .dependency-cruiser.cjs has it, with a floor under what was looked at. */
export const boundaries = {
  key: 'boundaries',
  name: 'module boundaries',
  remedy: 'import downwards, through the index.ts of a module; the order stands in .dependency-cruiser.cjs',
  async run() {
    const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { stdout, output } = await run(process.execPath, [cli, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]);
    let result;
    try {
      result = JSON.parse(stdout);
    } catch {
      return [`dependency-cruiser gave no result\n${output}`];
    }
    const problems = result.summary.violations.map(
      ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name).join(' → ') : to}`,
    );
    const cruised = new Set(result.modules.map((module) => module.source));
    const sources = folders.flatMap((folder) => filesBelow(join(root, folder))).map((file) => relative(root, file));
    const missed = sources.filter((file) => /\.tsx?$/.test(file) && !file.includes('/generated/') && !cruised.has(file));
    if (missed.length > 0) problems.push(`${missed.length} files were not looked at, such as ${missed[0]}`);
    if (cruised.size < floor) problems.push(`only ${cruised.size} modules were looked at; at least ${floor} are expected`);
    return problems;
  },
};
