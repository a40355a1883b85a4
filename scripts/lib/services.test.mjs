import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { findPostgres, findRedis, startPostgres, startRedis } from './services.mjs';

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => (socket.destroy(), resolve(true)));
    socket.on('error', () => resolve(false));
  });

it.runIf(findRedis())('a service is gone when the process that started it was killed', async () => {
  const module = new URL('./services.mjs', import.meta.url).href;
  const code = `const { startRedis } = await import('${module}'); console.log((await startRedis()).port); setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve) => parent.stdout.once('data', (data) => resolve(Number(data))));
  expect(await listens(port)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => listens(port)).toBe(false);
});

it.runIf(findRedis())('a killed service answers no more, and again after its start', async () => {
  const redis = await startRedis();
  await redis.kill();
  expect(await listens(redis.port)).toBe(false);
  await redis.start();
  expect(await listens(redis.port)).toBe(true);
  await redis.stop();
  expect(await listens(redis.port)).toBe(false);
});

it.runIf(findPostgres())('a stopped database leaves no folder behind', async () => {
  const postgres = await startPostgres();
  expect(existsSync(postgres.folder)).toBe(true);
  await postgres.stop();
  expect(existsSync(postgres.folder)).toBe(false);
});
