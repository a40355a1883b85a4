import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadAnswer, LoadArgs, LoadName, LoadResult } from './programs.js';

// Beside the bundle that this file becomes part of.
const generator = fileURLToPath(new URL('./load/main.js', import.meta.url));

/**
 * Runs a load program in a process of its own, which ends with it.
 * @throws when the program fails, with what it said.
 */
export async function runLoad<Name extends LoadName>(name: Name, args: LoadArgs<Name>): Promise<LoadResult<Name>> {
  const child = fork(generator, { serialization: 'advanced', execArgv: ['--max-old-space-size=4096'] });
  try {
    const answer = await new Promise<LoadAnswer>((resolve, reject) => {
      child.once('message', (message: LoadAnswer) => resolve(message));
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`the load generator ended with ${signal ?? code}`)));
      child.send({ name, args });
    });
    if ('problem' in answer) throw new Error(`load ${name}: ${answer.problem}`);
    // What the child sends is what the program of that name resolves with.
    return answer.result as LoadResult<Name>;
  } finally {
    child.kill();
  }
}
