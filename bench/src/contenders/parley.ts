import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Contender, Env, SeededConversation, SeedPlan } from '../contender.js';
import { inParallel } from '../parallel.js';
import { type ServerProcess, startServer } from './processes.js';

const program = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url));
const TOKEN_SECONDS = 12 * 60 * 60;
const SEED_AT_ONCE = 8;

/**
 * The settings under which `parley serve` is measured: those of an operator who trusts the load generator. Nothing is switched off but the
 * limits on how often one address and one user may come.
 */
export function parleyEnvironment(env: Pick<Env, 'databaseUrl' | 'redisUrl' | 'maxSockets'>): Readonly<Record<string, string>> {
  const sockets = String(env.maxSockets);
  return {
    DATABASE_URL: env.databaseUrl,
    ...(env.redisUrl === null ? {} : { REDIS_URL: env.redisUrl }),
    PARLEY_LOG_LEVEL: 'error',
    PARLEY_RATE_LIMITS: 'false',
    PARLEY_MAX_SOCKETS: sockets,
    PARLEY_MAX_SOCKETS_PER_IP: sockets,
    PARLEY_MAX_SOCKETS_PER_USER: sockets,
  };
}

/** `parley serve` of the built package, as an operator runs it. */
export const parley: Contender = {
  name: 'parley',
  async start(env) {
    const environment = parleyEnvironment(env);
    const processes: ServerProcess[] = [];
    for (let index = 0; index < env.nodes; index += 1) {
      processes.push(await serve(environment, env));
    }
    const nodes = processes.map(({ node }) => node);
    let site: Promise<Site> | null = null;
    return {
      nodes,
      startMs: processes.map(({ startMs }) => startMs),
      async seed(plan) {
        const [first] = nodes;
        if (!first) throw new Error('no node');
        site ??= makeSite(environment);
        return seed(`${first.url}/graphql`, await site, plan);
      },
      async stop() {
        await Promise.all(processes.map((each) => each.stop()));
      },
    };
  },
};

function serve(environment: Readonly<Record<string, string>>, env: Pick<Env, 'nodeOptions'>): Promise<ServerProcess> {
  return startServer({ name: 'parley serve', command: [program, 'serve'], environment, probe: '/readyz', socketPath: '/graphql' }, env);
}

/** `parley serve` without any setting: the embedded database, in a folder. */
export function startEmbedded(dataDir: string): Promise<ServerProcess> {
  return serve({ PARLEY_DATA_DIR: dataDir, PARLEY_LOG_LEVEL: 'error' }, {});
}

interface Site {
  readonly publicKey: string;
  readonly secret: string;
  readonly apiKey: string;
}

/** Runs `parley seed`, as an operator does for a new site. */
async function makeSite(environment: Readonly<Record<string, string>>): Promise<Site> {
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'seed', '--name', 'Bench'], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`unable to make a site; parley seed exited with ${code}`))));
  });
  const value = (name: string): string => new RegExp(`^${name}\\s+(\\S+)$`, 'm').exec(output)?.[1] ?? '';
  return { publicKey: value('public key'), secret: value('secret'), apiKey: value('API key') };
}

const UPSERT = 'mutation ($input: UpsertUserInput!) { upsertUser(input: $input) { user { id } } }';
const SYNC = 'mutation ($input: SyncBookingInput!) { syncBooking(input: $input) { conversation { id } } }';
const ADD = 'mutation ($input: AddParticipantInput!) { addParticipant(input: $input) { seq } }';

/** Makes bookings as a host's back-end does; who is neither client nor provider joins as a member of the provider's team. */
async function seed(url: string, site: Site, plan: SeedPlan): Promise<readonly SeededConversation[]> {
  const ask = async (query: string, input: object): Promise<{ syncBooking?: { conversation: { id: string } } }> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${site.apiKey}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { data, errors }: { data?: { syncBooking?: { conversation: { id: string } } }; errors?: unknown } = JSON.parse(await response.text());
    if (!data || errors) throw new Error(`unable to seed; ${JSON.stringify(errors)}`);
    return data;
  };
  const run = randomBytes(4).toString('hex');
  return inParallel(Array.from({ length: plan.conversations }, (_, index) => index), SEED_AT_ONCE, async (index) => {
    const name = `bench-${run}-${index}`;
    const booked = await ask(SYNC, {
      externalId: name,
      status: 'CONFIRMED',
      title: 'Bench',
      client: { externalId: `${name}-0` },
      provider: { externalId: `${name}-1` },
    });
    const id = booked.syncBooking?.conversation.id;
    if (!id) throw new Error('unable to seed; a confirmed booking has no conversation');
    const others = Array.from({ length: plan.members - 2 }, (_, number) => `${name}-${number + 2}`);
    await inParallel(others, SEED_AT_ONCE, async (externalId) => {
      await ask(UPSERT, { externalId, role: 'PROVIDER' });
      await ask(ADD, { conversationId: id, externalId });
    });
    const members = Array.from({ length: plan.members }, (_, number) => tokenOf(site, `${name}-${number}`, number === 0 ? 'client' : 'provider'));
    return { id, members };
  });
}

/** A user token, as a host's back-end signs it with any JWT library. */
function tokenOf(site: Site, subject: string, role: string): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'HS256', typ: 'JWT' });
  const claims = part({ iss: 'parley', aud: site.publicKey, sub: subject, role, iat: now, exp: now + TOKEN_SECONDS });
  const signature = createHmac('sha256', site.secret).update(`${head}.${claims}`).digest('base64url');
  return `${head}.${claims}.${signature}`;
}
