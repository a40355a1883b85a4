/** The load generator's process: takes one order over IPC, runs it, and answers. */
import { LOAD_PROGRAMS, type LoadAnswer, type LoadName, type LoadOrder } from './programs.js';

async function run(order: LoadOrder): Promise<unknown> {
  // The name says which arguments come with it; the compiler cannot follow that through a table.
  const program: (args: never) => Promise<unknown> = LOAD_PROGRAMS[order.name];
  return program(order.args as never);
}

function isOrder(message: unknown): message is LoadOrder {
  return typeof message === 'object' && message !== null && 'name' in message && isName(message.name);
}

function isName(name: unknown): name is LoadName {
  return typeof name === 'string' && name in LOAD_PROGRAMS;
}

process.on('message', (message: unknown) => {
  const answer = (value: LoadAnswer): void => {
    process.send?.(value, () => process.exit(0));
  };
  if (!isOrder(message)) {
    answer({ problem: 'no such load program' });
    return;
  }
  run(message).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on('disconnect', () => process.exit(1));
