import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from './lock-file.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-lock-'));
  file = join(folder, 'parley.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holder = (pid: number, host = hostname()): void => writeFileSync(file, JSON.stringify({ pid, host, token: 'other' }));
// No process has a number this high: the kernel's limit is 2^22.
const DEAD = 2 ** 22 + 1;

it('refuses a second holder in one clear line, and lets it in once the first has gone', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    `unable to use the data folder ${folder}; process ${process.pid} is using it: stop that one, or set PARLEY_DATA_DIR to another folder`,
  );
  unlock();
  lockFolder(folder)();
});

it('refuses a folder that another living process has', () => {
  holder(process.ppid);
  expect(() => lockFolder(folder)).toThrow(`process ${process.ppid} is using it`);
});

it('takes over from a process that is dead', () => {
  holder(DEAD);
  const unlock = lockFolder(folder);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  unlock();
});

it('takes over from an earlier process with this very number, as a restarted container has', () => {
  holder(process.pid);
  lockFolder(folder)();
});

it('takes over a lock that was left half-written', () => {
  writeFileSync(file, '{"pid":');
  lockFolder(folder)();
});

it('believes another machine as long as its heartbeat is fresh', () => {
  holder(DEAD, 'elsewhere');
  expect(() => lockFolder(folder)).toThrow('on elsewhere is using it');
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  lockFolder(folder)();
});

it('never removes a lock that has become another holder’s', () => {
  const unlock = lockFolder(folder);
  holder(process.ppid);
  unlock();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.ppid });
});

it('says what is wrong with a folder that cannot be one', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => lockFolder(join(folder, 'file'))).toThrow('it is not a folder: set PARLEY_DATA_DIR to another one');
});
