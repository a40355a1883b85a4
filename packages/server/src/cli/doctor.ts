import Table from 'cli-table3';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Config, ConfigError, processEnvironment, readConfig } from '../config.js';
import { openBus } from '../bus/open.js';
import { openDb, type OpenedDb, readMigrations, StartupError } from '../db/index.js';
import { systemClock } from '../kernel/clock.js';
import { pino } from 'pino';
import { isNodeNewEnough } from './node-version.js';
import { say } from './outcome.js';

/** What `parley doctor` takes. */
export interface DoctorOptions {
  readonly json?: boolean;
}

/** One thing that was looked at. */
interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
}

/** Milliseconds by which the clocks of server and database may differ. */
const MAX_SKEW_MS = 2_000;

/** `parley doctor`: looks at everything that a server needs, changes nothing, and exits with 1 when something is missing. */
export async function doctor(options: DoctorOptions): Promise<void> {
  const findings = await examine();
  if (options.json) say(JSON.stringify({ findings }));
  else sayTable(findings);
  if (findings.some(({ state }) => state === 'failed')) process.exitCode = 1;
}

async function examine(): Promise<readonly Finding[]> {
  const node = process.versions.node;
  const findings: Finding[] = [{ check: 'Node', state: isNodeNewEnough(node) ? 'ok' : 'failed', detail: node }];
  let config: Config;
  try {
    config = readConfig(processEnvironment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...findings, { check: 'settings', state: 'failed', detail: error.message }];
  }
  findings.push({ check: 'settings', state: 'ok', detail: 'every variable can be used' });
  findings.push(await examinePort(config));
  findings.push(...(await examineDatabase(config)));
  findings.push(await examineRedis(config));
  return findings;
}

async function examinePort({ host, port }: Config): Promise<Finding> {
  const place = `${host}:${port}`;
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve({
        check: 'port',
        state: error.code === 'EADDRINUSE' ? 'warning' : 'failed',
        detail: error.code === 'EADDRINUSE' ? `${place} is in use: a server may be running, or set PORT to another one` : `${place}: ${error.message}`,
      }),
    );
    probe.listen(port, host, () => probe.close(() => resolve({ check: 'port', state: 'ok', detail: `${place} is free` })));
  });
}

async function examineDatabase(config: Config): Promise<readonly Finding[]> {
  const place = config.databaseUrl === null ? `embedded, ${config.dataDir ?? 'memory'}` : 'PostgreSQL';
  if (config.databaseUrl === null && config.dataDir !== null && !existsSync(join(config.dataDir, 'database', 'PG_VERSION'))) {
    return [{ check: 'database', state: 'ok', detail: `${place}, not made yet: \`parley serve\` makes it` }];
  }
  const warnings: string[] = [];
  let db: OpenedDb;
  try {
    db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, onWarning: (line) => warnings.push(line) });
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return [{ check: 'database', state: error.message.includes('is using it') ? 'warning' : 'failed', detail: error.message }];
  }
  try {
    return [
      { check: 'database', state: warnings.length === 0 ? 'ok' : 'warning', detail: [place, ...warnings].join('; ') },
      await examineClock(db),
      ...(await examineMigrations(db)),
    ];
  } finally {
    await db.close();
  }
}

async function examineClock(db: OpenedDb): Promise<Finding> {
  const before = systemClock.now().getTime();
  const [row] = await db.hot<{ now: Date | string }>({ name: 'doctor.now', text: 'SELECT clock_timestamp() AS now' }, []);
  const middle = (before + systemClock.now().getTime()) / 2;
  const skew = Math.round(Math.abs(new Date(row?.now ?? 0).getTime() - middle));
  return { check: 'clock', state: skew <= MAX_SKEW_MS ? 'ok' : 'warning', detail: `${skew} ms apart from the database's` };
}

async function examineMigrations(db: OpenedDb): Promise<readonly Finding[]> {
  const known = readMigrations().map(({ name }) => name);
  const [history] = await db.hot<{ table: string | null }>({ name: 'doctor.history', text: `SELECT to_regclass('_prisma_migrations')::text AS table` }, []);
  if (!history?.table) {
    return [{ check: 'migrations', state: 'warning', detail: `the database is empty: \`parley serve\` or \`parley migrate\` applies all ${known.length}` }];
  }
  const rows = await db.hot<{ name: string }>(
    { name: 'doctor.applied', text: 'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL' },
    [],
  );
  const applied = new Set(rows.map(({ name }) => name));
  const missing = known.filter((name) => !applied.has(name));
  const sites = await db.prisma.site.count().catch(() => null);
  return [
    missing.length === 0
      ? { check: 'migrations', state: 'ok', detail: `all ${known.length} applied` }
      : { check: 'migrations', state: 'warning', detail: `not applied yet: ${missing.join(', ')}; \`parley serve\` or \`parley migrate\` does it` },
    { check: 'epoch', state: 'ok', detail: await db.epoch() },
    sites === 0
      ? { check: 'sites', state: 'warning', detail: 'none yet: make one with `parley seed`' }
      : { check: 'sites', state: 'ok', detail: sites === null ? 'not readable before the migrations' : String(sites) },
  ];
}

async function examineRedis(config: Config): Promise<Finding> {
  if (config.redisUrl === null) return { check: 'Redis', state: 'ok', detail: 'not set: a single node' };
  try {
    const bus = await openBus({ redisUrl: config.redisUrl, clock: systemClock, log: pino({ level: 'silent' }) });
    await bus.close();
    return { check: 'Redis', state: 'ok', detail: new URL(config.redisUrl).host };
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return { check: 'Redis', state: 'failed', detail: error.message };
  }
}

function sayTable(findings: readonly Finding[]): void {
  const table = new Table({ head: ['check', 'state', 'detail'], style: { head: [], border: [] }, wordWrap: true, colWidths: [12, 10, 80] });
  for (const { check, state, detail } of findings) table.push([check, state, detail]);
  say(table.toString());
}
