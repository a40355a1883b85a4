/** The `parley` command. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { PROTOCOL_VERSION } from '../index.js';
import { doctor } from './doctor.js';
import { migrate } from './migrate.js';
import { command } from './outcome.js';
import { replay } from './replay.js';
import { seed } from './seed.js';
import { serve } from './serve.js';
import { token } from './token.js';

const ENVIRONMENT = `
Environment:
  PORT, HOST            where to listen (4000, 127.0.0.1; 0.0.0.0 lets other machines in)
  DATABASE_URL          PostgreSQL; without it the embedded database is used
  REDIS_URL             Redis, for several nodes; without it a single node
  PARLEY_DATA_DIR       folder of the embedded database (.parley/data)
  NODE_ENV=production   switches GraphiQL and introspection off
  PARLEY_GRAPHIQL, PARLEY_INTROSPECTION, PARLEY_METRICS, PARLEY_RATE_LIMITS   true or false
  PARLEY_ALLOWED_ORIGINS, PARLEY_TRUSTED_PROXIES, PARLEY_LOG_LEVEL, PARLEY_DRAIN_MS
  PARLEY_MAX_SOCKETS, PARLEY_MAX_SOCKETS_PER_IP, PARLEY_MAX_SOCKETS_PER_USER`;

/** Runs the command line. The exit code is 0 when all went well. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  // Whoever read the output may have gone, such as a closed terminal; that is no reason to stop a server, or to fail.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const program = new Command('parley')
    .description('A chat server: GraphQL over HTTP, SSE and WebSocket.')
    .version(`protocol ${PROTOCOL_VERSION}`)
    .showHelpAfterError('(parley --help shows what there is)')
    .addHelpText('after', ENVIRONMENT);

  program
    .command('serve')
    .description('start the server; the database is brought up to date first')
    .option('--demo', 'make the demo site with its users, and hand out their tokens at /examples/token?user=ada')
    .option('--examples <dir>', 'serve the built example pages of this folder under /examples/')
    .option('--port <number>', 'instead of PORT', wholeNumber)
    .option('--host <address>', 'instead of HOST')
    .action(command(serve));

  program
    .command('migrate')
    .description('bring the database up to date and stop')
    .action(command(migrate));

  program
    .command('seed')
    .description('make a site: its keys are printed once')
    .option('--demo', 'the demo site instead, with users, bookings and messages; its secret is public')
    .option('--name <name>', 'name of the site', 'My site')
    .option('--origin <origin...>', 'pages that may use it, such as https://example.com')
    .action(command(seed));

  program
    .command('token')
    .description('print a token for a user, who is made when first seen')
    .requiredOption('--user <id>', 'your own id of the user')
    .addOption(new Option('--role <role>', 'what the user is').choices(['client', 'provider', 'agent', 'admin', 'bot']).makeOptionMandatory())
    .option('--site <key>', 'public key of the site (default: the demo site, or else the first one)')
    .option('--name <name>', 'name to show')
    .option('--hours <number>', 'how long it lives, at most 24', wholeNumber, 12)
    .action(command(token));

  program
    .command('doctor')
    .description('check Node, database, Redis, port, data folder, migrations and clock')
    .option('--json', 'print one JSON object')
    .action(command(doctor));

  program
    .command('replay')
    .description('replay conversations of a file with real clients over real sockets, and check that each message arrives once and in order')
    .requiredOption('--file <path>', 'one JSON object a line: {id, service, booking, turns: [{from: "client" | "provider", text}]}')
    .option('--url <address...>', 'a running server, or two nodes of one, for a side each (default: an embedded one, started for it and thrown away)')
    .option('--site <key>', 'public key of the site (default: the demo site)')
    .option('--secret <secret>', 'secret of that site')
    .option('--concurrency <number>', 'conversations at a time', wholeNumber, 20)
    .option('--limit <number>', 'conversations in all', wholeNumber)
    .option('--cuts <number>', 'connections cut for each 100 messages', wholeNumber, 5)
    .option('--seed <text>', 'makes the cuts come at the same messages again', 'parley')
    .option('--json', 'print one JSON object')
    .action(command(replay));

  await program.parseAsync([...argv]);
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}
