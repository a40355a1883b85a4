import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './run.mjs';

const guard = fileURLToPath(new URL('./guard.mjs', import.meta.url));

function executable(names, folders = []) {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...folders]) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        continue;
      }
    }
  }
  return null;
}

/** Folder that holds initdb and postgres, or null. The newest version wins. */
export function findPostgres() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(base, version, 'bin')), '/opt/homebrew/bin', '/usr/local/bin'];
  const initdb = executable(['initdb'], folders);
  const folder = initdb?.slice(0, -'/initdb'.length);
  return folder && existsSync(join(folder, 'postgres')) ? folder : null;
}

/** Path of redis-server (or valkey-server), or null. */
export const findRedis = () => executable(['redis-server', 'valkey-server'], ['/opt/homebrew/bin', '/usr/local/bin']);

/** Path of a Chromium or Chrome that Playwright can drive, or null. PARLEY_CHROMIUM names one by hand. */
export function findChromium() {
  if (process.env.PARLEY_CHROMIUM) return process.env.PARLEY_CHROMIUM;
  const found = executable(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']);
  if (found) return found;
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(process.env.HOME ?? '/root', '.cache/ms-playwright');
  const folders = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('chromium-')) : [];
  const candidates = [
    ...folders.flatMap((name) => [join(cache, name, 'chrome-linux/chrome'), join(cache, name, 'chrome-linux64/chrome')]),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** A TCP port that was free a moment ago, and that the system gives to no outgoing connection before it is bound, or while its service is down. */
export async function freePort() {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 17_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

// PostgreSQL refuses to run as root, so that a container's root hands it to another user.
function ownerOf(folder) {
  if (process.getuid?.() !== 0) return {};
  const id = (flag, user) => Number(spawnSync('id', [flag, user]).stdout?.toString().trim() || Number.NaN);
  const user = ['postgres', 'nobody'].find((name) => id('-u', name) > 0);
  if (!user) throw new Failure('unable to start PostgreSQL as root; no user `postgres` or `nobody` exists to run it');
  const ids = { uid: id('-u', user), gid: id('-g', user) };
  chownSync(folder, ids.uid, ids.gid);
  return ids;
}

/** `yes` when it answers as it should, `gone` when nothing listens; a busy one may do neither. */
function answers(port, question, answer) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const finish = (value) => (socket.destroy(), resolve(value));
    socket.setTimeout(5000, () => finish('late'));
    socket.on('error', (error) => finish(error.code === 'ECONNREFUSED' ? 'gone' : 'late'));
    socket.on('close', () => finish('late'));
    socket.on('connect', () => socket.write(question));
    socket.on('data', (data) => finish(answer(data) ? 'yes' : 'late'));
  });
}

/** How long a service may take to start or to stop, in milliseconds; it takes as long as it needs. */
const LIMIT_MS = 120_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a guarded service and resolves when `ready` says so; its handle can kill, restart and stop it. */
async function guarded(name, { command, args, folder, workDir, ids, stopSignal, port, url, ready }) {
  const logFile = join(folder, `${name}.log`);
  const log = openSync(logFile, 'a');
  const spec = JSON.stringify({ command, args, folder, workDir, ...ids, stopSignal });
  // Detached: Ctrl+C reaches the whole foreground group, and the guard must outlive it long enough to clean up.
  const child = spawn(process.execPath, [guard, spec], { stdio: ['pipe', log, log], detached: true });
  const closed = new Promise((resolve) => child.on('exit', resolve));
  child.stdin.on('error', () => undefined);
  child.unref();
  child.stdin.unref?.();

  const until = async (state) => {
    const deadline = performance.now() + LIMIT_MS;
    while (performance.now() < deadline) {
      if ((await ready()) === state) return;
      await pause(50);
    }
    const tail = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n') : '';
    child.stdin.end();
    throw new Failure(`unable to start ${name}; it did not ${state === 'yes' ? 'answer' : 'stop'} within ${LIMIT_MS / 1000} s\n${tail}`);
  };
  child.stdin.write('start\n');
  await until('yes');

  return {
    folder,
    url,
    port,
    async kill() {
      child.stdin.write('kill\n');
      await until('gone');
    },
    async pause() {
      child.stdin.write('stop\n');
      await until('gone');
    },
    async restart() {
      child.stdin.write('stop\n');
      await until('gone');
      child.stdin.write('start\n');
      await until('yes');
    },
    async start() {
      child.stdin.write('start\n');
      await until('yes');
    },
    async stop() {
      child.stdin.end();
      await closed;
    },
  };
}

/**
 * Starts a throwaway PostgreSQL on a free port. Committed data survives `kill` and `restart` (not a power cut:
 * fsync is off unless `settings` say otherwise), and is gone after `stop`. Throws a one-line failure when PostgreSQL is not installed.
 */
export async function startPostgres({ settings: own = {} } = {}) {
  const bin = findPostgres();
  if (!bin) throw new Failure('unable to start PostgreSQL; initdb and postgres were not found, install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'parley-pg-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  mkdirSync(data);
  chmodSync(data, 0o700);
  const ids = ownerOf(data);
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'parley', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    cwd: data,
    ...ids,
  });
  if (made.status !== 0) throw new Failure(`unable to make a PostgreSQL data folder; ${made.stderr}`);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: data,
    max_connections: 200,
    shared_buffers: '64MB',
    timezone: 'UTC',
    fsync: 'off',
    full_page_writes: 'off',
    ...own,
  };
  // A startup packet: answered with R(eady to authenticate) once the database serves, with E(rror) while it starts.
  const words = Buffer.from('user\0parley\0database\0postgres\0\0');
  const packet = Buffer.concat([Buffer.alloc(8), words]);
  packet.writeInt32BE(packet.length, 0);
  packet.writeInt32BE(196_608, 4);
  return guarded('PostgreSQL', {
    command: join(bin, 'postgres'),
    args: ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    folder,
    workDir: data,
    ids,
    stopSignal: 'SIGINT',
    port,
    url: `postgres://parley@127.0.0.1:${port}/postgres`,
    ready: () => answers(port, packet, (data) => data.toString('latin1').startsWith('R')),
  });
}

/** Starts a throwaway Redis on a free port, without persistence. */
export async function startRedis() {
  const command = findRedis();
  if (!command) throw new Failure('unable to start Redis; redis-server was not found, install redis');
  const folder = mkdtempSync(join(tmpdir(), 'parley-redis-'));
  const port = await freePort();
  return guarded('Redis', {
    command,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    folder,
    workDir: folder,
    ids: {},
    stopSignal: 'SIGTERM',
    port,
    url: `redis://127.0.0.1:${port}`,
    ready: () => answers(port, 'PING\r\n', (data) => data.toString().startsWith('+PONG')),
  });
}

/** What the cluster and browser tests need and this machine lacks: names for people, empty when nothing is missing. */
export function missingServices() {
  return {
    cluster: [
      ...(process.env.DATABASE_URL || findPostgres() ? [] : ['PostgreSQL']),
      ...(process.env.REDIS_URL || findRedis() ? [] : ['Redis']),
    ],
    browser: findChromium() ? [] : ['Chromium'],
  };
}

/** True where a missing service is a failure and not a skip. */
export const requireAll = () => process.env.PARLEY_REQUIRE_ALL === '1' || process.env.CI === 'true';
