import { typecheck } from '../lib/typecheck.mjs';

/** The compiler over every workspace, tests included. */
export const types = {
  key: 'types',
  name: 'types of every package, tests included',
  remedy: 'fix the types; `npm run typecheck` runs this alone',
  async run() {
    return (await typecheck()).flatMap(({ output }) => output.split('\n'));
  },
};
