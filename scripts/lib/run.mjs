import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Prints one progress line. */
export const say = (line) => process.stdout.write(`parley: ${line}\n`);

/**
 * Runs a command in the repository and resolves with its exit code and output.
 * With `inherit` the output goes to this terminal and is not collected.
 */
export function run(command, args, { cwd = root, env = {}, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout?.on('data', (chunk) => ((output += chunk), (stdout += chunk)));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output, stdout }));
  });
}

/** An expected failure: its message is printed alone, without a stack. */
export class Failure extends Error {
  remedy = true;
}

/** Runs a command; on failure prints what it printed and throws `unable to <what>`. */
export async function must(what, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0) {
    if (result.output) process.stderr.write(result.output);
    throw new Failure(`unable to ${what}; \`${command} ${args.join(' ')}\` exited with ${result.code}`);
  }
  return result;
}
