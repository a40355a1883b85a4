/** How a command ends: with what it says, and an exit code. */
import { ConfigError } from '../config.js';
import { StartupError } from '../db/index.js';
import { isChatError } from '../kernel/errors.js';

/** Something that a user of the command did wrong or can put right. Its message is one line that says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Prints a line of the answer. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a line for the person at the terminal, apart from the answer. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a command's work. What it can put right is one line on standard error; anything else is a defect and shows its stack. Both exit with 1. */
export function command<Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await work(...args);
    } catch (error) {
      process.exitCode = 1;
      note(lineOf(error));
    }
  };
}

function lineOf(error: unknown): string {
  if (error instanceof CommandError || error instanceof ConfigError || error instanceof StartupError || isChatError(error)) return error.message;
  return `unable to finish; an unexpected error\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
