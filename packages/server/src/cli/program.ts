/** The `parley` command. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { PROTOCOL_VERSION } from '../index.js';
import { doctor } from './doctor.js';
import { evaluate } from './faq.js';
import { migrate } from './migrate.js';
import { command, CommandError } from './outcome.js';
import { replay, type ReplayOptions } from './replay.js';
import { replaySupport, type ReplaySupportOptions } from './replay-support.js';
import { seed } from './seed.js';
import { serve } from './serve.js';
import { enable } from './site.js';
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
  OTEL_EXPORTER_OTLP_ENDPOINT   where traces go; the standard variables of OpenTelemetry apply; PARLEY_TRUST_TRACEPARENT
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
    .option('--new-epoch', 'after a restore, with no node running: positions in the lost history become void, and every client begins anew')
    .action(command(migrate));

  program
    .command('seed')
    .description('make a site: its keys are printed once')
    .option('--demo', 'the demo site instead, with users, bookings and messages; its secret is public')
    .option('--name <name>', 'name of the site', 'My site')
    .option('--origin <origin...>', 'pages that may use it, such as https://example.com')
    .action(command(seed));

  program
    .command('site')
    .description('what only the operator may do to a site')
    .command('enable <key>')
    .description('switch a site on again, by its public key')
    .action(command(enable));

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
    .option('--file <path>', 'one JSON object a line: {id, service, booking, turns: [{from: "client" | "provider", text}]}')
    .option('--url <address...>', 'a running server, or two nodes of one, for a side each (default: an embedded one, started for it and thrown away)')
    .option('--site <key>', 'public key of the site (default: the demo site)')
    .option('--secret <secret>', 'secret of that site')
    .option('--concurrency <number>', 'conversations at a time', wholeNumber, 20)
    .option('--limit <number>', 'conversations in all', wholeNumber)
    .option('--cuts <number>', 'connections cut for each 100 messages', wholeNumber, 5)
    .option('--support <path>', 'instead of --file: ask the questions of this CSV (columns text and category) at a support desk with simulated agents, who die now and then')
    .option('--customers <number>', 'with --support: how many ask', wholeNumber, 2_000)
    .option('--agents <number>', 'with --support: how many answer', wholeNumber, 20)
    .option('--waiting <number>', 'with --support: how many ask at a time', wholeNumber, 250)
    .option('--learn <number>', 'with --support: how many questions of each category the bot of one line learns; they are not asked', wholeNumber, 8)
    .option('--talk <milliseconds>', 'with --support: how long a conversation takes on the average', wholeNumber, 9_000)
    .option('--seed <text>', 'makes the cuts, or the deaths, come at the same moments again', 'parley')
    .option('--json', 'print one JSON object')
    .action(command(replayEither));

  program
    .command('faq')
    .description('the bot that answers out of the articles')
    .command('evaluate')
    .description('learn from some questions, ask others, and tell how much would be answered and how rightly')
    .requiredOption('--learn <file>', 'CSV with the columns text and category: a handful of questions for each category')
    .requiredOption('--ask <file>', 'CSV with the same columns: the questions to ask')
    .option('--json', 'print one JSON object')
    .action(command(evaluate));

  await program.parseAsync([...argv]);
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

/** Conversations of two, or customers of a support desk. */
async function replayEither(options: Omit<ReplayOptions, 'file'> & Omit<ReplaySupportOptions, 'support'> & { readonly file?: string; readonly support?: string }): Promise<void> {
  const { file, support } = options;
  if ((file === undefined) === (support === undefined)) throw new CommandError('unable to replay; give --file or --support, and not both');
  if (support !== undefined) await replaySupport({ ...options, support });
  else if (file !== undefined) await replay({ ...options, file });
}
