import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../kernel/clock.js';
import { randomToken } from '../kernel/ids.js';
import { StartupError } from '../kernel/startup-error.js';

const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 20_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

const heldHere = new Set<string>();

/**
 * Takes a data folder for this process. The embedded database has no protection of its own against a second process.
 * A lock whose process is gone is taken over: on this machine at once, from another machine when its heartbeat has stopped.
 * @returns the function that gives it back.
 * @throws StartupError when another process has it, or the folder cannot be written.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'parley.lock');
  const mine: Holder = { pid: process.pid, host: hostname(), token: randomToken() };
  try {
    mkdirSync(folder, { recursive: true });
    take(folder, file, mine);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`unable to use the data folder ${folder}; ${reasonOf(error)}`);
  }
  heldHere.add(mine.token);
  const heartbeat = systemClock.every(HEARTBEAT_MS, () => beat(file));
  return () => {
    heartbeat.cancel();
    if (heldHere.delete(mine.token) && readHolder(file)?.token === mine.token) rmSync(file, { force: true });
  };
}

function take(folder: string, file: string, mine: Holder): void {
  if (create(file, mine)) return;
  const holder = readHolder(file);
  if (holder && isAlive(file, holder)) {
    const where = holder.host === mine.host ? '' : ` on ${holder.host}`;
    throw new StartupError(
      `unable to use the data folder ${folder}; process ${holder.pid}${where} is using it: stop that one, or set PARLEY_DATA_DIR to another folder`,
    );
  }
  // Of several that find the lock stale, the rename lets one win; a lock renamed by mistake is put back.
  const aside = `${file}.${mine.token}`;
  try {
    renameSync(file, aside);
  } catch {
    return take(folder, file, mine);
  }
  const renamed = readHolder(aside);
  if (renamed && renamed.token !== holder?.token) renameSync(aside, file);
  else rmSync(aside, { force: true });
  return take(folder, file, mine);
}

function create(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value) || !('token' in value)) return null;
    return { pid: Number(value.pid), host: String(value.host), token: String(value.token) };
  } catch {
    return null;
  }
}

function isAlive(file: string, holder: Holder): boolean {
  if (holder.host !== hostname()) return systemClock.now().getTime() - statSync(file).mtimeMs < STALE_AFTER_MS;
  // A restarted container gives a process the number of the one before it.
  if (holder.pid === process.pid) return heldHere.has(holder.token);
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function beat(file: string): void {
  const now = systemClock.now();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder is gone; there is nothing left to protect.
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'it cannot be written: give this user the right to, or set PARLEY_DATA_DIR to another folder';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'it is not a folder: set PARLEY_DATA_DIR to another one';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only: set PARLEY_DATA_DIR to another folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
