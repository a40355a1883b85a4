import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../fault.js';
import { pause } from '../writers.js';

/** The postmaster and all its children. */
function processesOf(folder: string): number[] {
  const [first = ''] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
  const postmaster = Number(first);
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      // pid (name) state parent …; the name may hold anything.
      return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]) === postmaster;
    } catch {
      return false;
    }
  });
  return [postmaster, ...children.map(Number)];
}

/** Everything that can happen to PostgreSQL. */
export const postgres: readonly Fault[] = [
  {
    name: 'postgres-crashed',
    does: 'kill -9 of PostgreSQL under load, and its start, which recovers from the log',
    holds: 'What was acknowledged is there; sends say UNAVAILABLE meanwhile and are sent again; feeds stay open and go on.',
    promises: ['P1', 'P2', 'P3', 'P4'],
    async run(arena) {
      const { postgres: service } = arena.cluster.services;
      await arena.load(800);
      for (let round = 0; round < arena.scale; round += 1) {
        await service.kill();
        await pause(arena.random.whole(100, 700));
        await service.start();
        await pause(800);
      }
    },
  },
  {
    name: 'postgres-paused',
    does: 'SIGSTOP of every process of PostgreSQL for some seconds, then SIGCONT',
    holds: 'Calls wait or have an unknown outcome; afterwards each has one effect, and nothing is missed.',
    promises: ['P1', 'P2', 'P3', 'P4'],
    async run(arena) {
      const { folder } = arena.cluster.services.postgres;
      await arena.load(600);
      const stopped = processesOf(folder);
      try {
        for (const pid of stopped) process.kill(pid, 'SIGSTOP');
        // Longer than the server waits for a statement, in a long run.
        await pause(arena.scale === 1 ? 3_000 : 14_000);
      } finally {
        for (const pid of stopped) process.kill(pid, 'SIGCONT');
      }
      await pause(600);
    },
  },
  {
    name: 'connections-cut',
    does: 'pg_terminate_backend of single connections, and resets of their links, again and again',
    holds: 'A statement whose connection dies has an unknown outcome and one effect; no node dies; connections do not leak.',
    promises: ['P1', 'P2', 'P3', 'P4'],
    async run(arena) {
      const { cluster, random } = arena;
      await arena.load(400);
      for (let round = 0; round < 12 * arena.scale; round += 1) {
        if (random.chance(0.25)) cluster.databaseLink.cut();
        else {
          await cluster.sql(
            `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'parley' ORDER BY md5(pid::text || $1) LIMIT 2) x`,
            [String(random.next())],
          );
        }
        await pause(random.whole(50, 250));
      }
      await pause(500);
      const [row] = await cluster.sql<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'parley'`);
      arena.figures['connections'] = row?.n ?? 0;
      // Two pools of ten for each node.
      if ((row?.n ?? 0) > 20 * cluster.nodes.length) arena.violated('-', `${row?.n} connections to the database are open`);
    },
  },
];
