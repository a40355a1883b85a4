/** The load generator's process: takes one order over IPC, runs it, and answers. */
import { LOAD_PROGRAMS, type LoadAnswer, type LoadArgs, type LoadName, type LoadOrder } from './programs.js';

/** With each name the program that takes the arguments of that name. */
const programs: { readonly [Name in LoadName]: (args: LoadArgs<Name>) => Promise<unknown> } = LOAD_PROGRAMS;

async function run<Name extends LoadName>({ name, args }: LoadOrder<Name>): Promise<unknown> {
  return programs[name](args);
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
