import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../lib/fresh.mjs';
import { root, run } from '../lib/run.mjs';

const own = 'scripts/check/hygiene.mjs';
const rules = [
  { says: "a path of somebody's machine", pattern: /(?:^|["'`\s(=:])\/(?:home|Users|root|work)\/[\w.-]+/ },
  { says: 'the address of a package registry', pattern: /registry\.(?:npmjs|yarnpkg|npmmirror)\.|\bartifactory\b|\/_packaging\// },
  { says: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/ },
  { says: 'a conflict marker', pattern: /^(?:<{7}|>{7}) / },
];

/** Nothing of one machine, and nothing secret, in what is committed. */
export const hygiene = {
  key: 'hygiene',
  name: 'no machine paths, registries, keys or conflict markers',
  remedy: 'take it out, of the history as well when it is a secret',
  async run() {
    const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
    const files = listed.code === 0 ? listed.stdout.split('\n').filter(Boolean).map((file) => join(root, file)) : filesBelow(root);
    const problems = [];
    for (const file of files) {
      const name = file.slice(root.length);
      if (name === own || /\.(png|jpg|gif|webp|ico|woff2?)$/.test(name)) continue;
      let text;
      try {
        text = readFileSync(file, 'utf8');
      } catch {
        continue;
      }
      text.split('\n').forEach((line, index) => {
        for (const { says, pattern } of rules) if (pattern.test(line)) problems.push(`${name}:${index + 1}: ${says}`);
      });
    }
    return problems;
  },
};
