import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { diffMigrations } from '../../scripts/schema-engine.js';
import { createTestDatabase, currentStack, testDatabaseUrl } from '../testing/index.js';
import { openDb, readMigrations } from './index.js';
import { migrateDatabase } from './migrate.js';
import { openEmbedded } from './embedded.js';
import { openPostgres } from './postgres.js';
import pg from 'pg';

async function emptyDriver() {
  if (currentStack() === 'embedded') {
    const driver = await openEmbedded({ dataDir: null });
    return { driver, drop: () => driver.close() };
  }
  const name = `parley_migrate_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: testDatabaseUrl() });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(testDatabaseUrl());
  url.pathname = `/${name}`;
  const driver = await openPostgres({ databaseUrl: url.href });
  const drop = async () => {
    await driver.close();
    // A connection that was closed a moment ago may not have gone yet.
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { driver, drop };
}

it('applies everything once, even when several nodes start together', async () => {
  const { driver, drop } = await emptyDriver();
  const names = readMigrations().map(({ name }) => name);
  const reports = await Promise.all([migrateDatabase(driver), migrateDatabase(driver), migrateDatabase(driver)]);
  expect(reports.flatMap(({ applied }) => applied)).toEqual(names);
  expect(await migrateDatabase(driver)).toEqual({ applied: [], unknown: [], isNewEpoch: false });
  const epochs = await driver.hot({ name: 'test.epochs', text: `SELECT value FROM meta WHERE key = 'epoch'` }, []);
  expect(epochs).toHaveLength(1);
  await drop();
});

it('rolls a failing migration back, says which one, and carries on once it is repaired', async () => {
  const { driver, drop } = await emptyDriver();
  const broken = { name: '99999999999999_broken', sql: 'CREATE TABLE half (id INT); SELECT no_such_function();', checksum: 'x' };
  await expect(migrateDatabase(driver, { migrations: [...readMigrations(), broken] })).rejects.toThrow(/unable to migrate; 99999999999999_broken failed and was rolled back/);
  expect(await driver.hot({ name: 'test.half', text: `SELECT to_regclass('half')::text AS half` }, [])).toEqual([{ half: null }]);
  const repaired = { ...broken, sql: 'CREATE TABLE half (id INT);' };
  expect(await migrateDatabase(driver, { migrations: [...readMigrations(), repaired] })).toEqual({ applied: [broken.name], unknown: [], isNewEpoch: false });
  expect((await migrateDatabase(driver)).unknown).toEqual([broken.name]);
  await drop();
});

it('refuses a migration that differs from the one that was applied', async () => {
  const { driver, drop } = await emptyDriver();
  await migrateDatabase(driver);
  const edited = readMigrations().map((migration) => ({ ...migration, checksum: 'edited' }));
  await expect(migrateDatabase(driver, { migrations: edited })).rejects.toThrow(/unable to migrate; .* differs from the one that was applied/);
  await drop();
});

it('P4: another epoch when it is asked for, or when the database turns out to be a copy; else the same for ever', async () => {
  const { driver, drop } = await emptyDriver();
  const epoch = async () => (await driver.hot<{ value: string }>({ name: 'test.epoch', text: `SELECT value FROM meta WHERE key = 'epoch'` }, []))[0]?.value;
  expect((await migrateDatabase(driver, { newEpoch: true })).isNewEpoch).toBe(false);
  const first = await epoch();
  expect((await migrateDatabase(driver)).isNewEpoch).toBe(false);
  expect(await epoch()).toBe(first);
  expect((await migrateDatabase(driver, { newEpoch: true })).isNewEpoch).toBe(true);
  const second = await epoch();
  expect(second).not.toBe(first);
  // As a copy would be that was made in another place, with the transaction numbers of that place.
  await driver.maintenance(async (connection) => {
    await connection.raw(`UPDATE meta SET value = 'elsewhere' WHERE key = 'origin'`, []);
    await connection.raw(`INSERT INTO event (conversation_id, seq, site_id, type, audience, xid, created_at) VALUES ('cnv_x', 1, 'site_x', 'MessageSent', 'all', '900000000000', now())`, []);
  });
  expect((await migrateDatabase(driver)).isNewEpoch).toBe(true);
  expect(await epoch()).not.toBe(second);
  const ahead = await driver.hot({ name: 'test.ahead', text: 'SELECT seq FROM event WHERE xid > pg_current_xact_id()' }, []);
  expect(ahead).toEqual([]);
  expect((await migrateDatabase(driver)).isNewEpoch).toBe(false);
  await drop();
});

it('P4: where transaction numbers begin anew, programs go on with what they had not worked on, and with all that comes', async () => {
  const { driver, drop } = await emptyDriver();
  await migrateDatabase(driver);
  await driver.maintenance(async (connection) => {
    await connection.raw(
      `INSERT INTO event (conversation_id, seq, site_id, type, audience, xid, created_at)
       VALUES ('cnv_x', 1, 'site_x', 'MessageSent', 'all', '900000000001', now()), ('cnv_x', 2, 'site_x', 'MessageSent', 'all', '900000000005', now())`,
      [],
    );
    await connection.raw(`INSERT INTO consumer_position (name, position) VALUES ('test', '900000000005')`, []);
  });
  expect((await migrateDatabase(driver, { newEpoch: true })).isNewEpoch).toBe(true);
  await driver.maintenance(async (connection) => {
    await connection.raw(`INSERT INTO event (conversation_id, seq, site_id, type, audience, created_at) VALUES ('cnv_x', 3, 'site_x', 'MessageSent', 'all', now())`, []);
  });
  const due = await driver.hot({ name: 'test.due', text: `SELECT e.seq FROM event e JOIN consumer_position c ON e.xid >= c.position::xid8 WHERE c.name = 'test' ORDER BY e.seq` }, []);
  expect(due).toEqual([{ seq: 2 }, { seq: 3 }]);
  await drop();
});

it.runIf(currentStack() === 'embedded')('the migrations say the same as schema.prisma', async () => {
  expect(await diffMigrations()).toBeNull();
});

it('P4: each database has an epoch of its own, which stays', async () => {
  const [first, second] = [await createTestDatabase(), await createTestDatabase()];
  const [a, b] = [await first.open(), await second.open()];
  expect(await a.epoch()).not.toBe(await b.epoch());
  expect(await a.epoch()).toBe(await a.epoch());
  await Promise.all([a.close(), b.close()]);
  await Promise.all([first.drop(), second.drop()]);
});

it.runIf(currentStack() === 'cluster')('an unreachable PostgreSQL is one clear line without the password', async () => {
  await expect(openDb({ databaseUrl: 'postgres://parley:hush@127.0.0.1:1/vans' })).rejects.toThrow(
    'unable to reach PostgreSQL at 127.0.0.1:1/vans; nothing listens there: start it, or correct DATABASE_URL',
  );
  const url = new URL(testDatabaseUrl());
  url.pathname = '/no_such_database';
  await expect(openDb({ databaseUrl: url.href })).rejects.toThrow(/that database does not exist/);
});

it.runIf(currentStack() === 'cluster')('keeps options that the URL brings, and UTC beside them', async () => {
  const url = new URL(testDatabaseUrl());
  url.searchParams.set('options', '-c work_mem=7MB -c TimeZone=Asia/Tokyo');
  const db = await openDb({ databaseUrl: url.href });
  const settings = { name: 'test.settings', text: `SELECT current_setting('work_mem') AS memory, current_setting('TimeZone') AS zone` };
  expect(await db.hot(settings, [])).toEqual([{ memory: '7MB', zone: 'UTC' }]);
  await db.close();
});

it.runIf(currentStack() === 'cluster')('P1: warns of a PostgreSQL that may forget what it acknowledged', async () => {
  const warnings: string[] = [];
  const db = await openDb({ databaseUrl: testDatabaseUrl(), onWarning: (line) => warnings.push(line) });
  await db.close();
  expect(warnings).toContain('PostgreSQL runs with fsync = off: an acknowledged message can be lost in a crash; set it to on');
});
