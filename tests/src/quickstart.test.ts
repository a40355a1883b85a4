import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

let server: ChildProcess;
let url: string;
let folder: string;

/** Starts the built server as `npm start` does, on a free port and a folder of its own; resolves with its address. */
function startDemo(): Promise<string> {
  folder = mkdtempSync(join(tmpdir(), 'parley-quickstart-'));
  server = spawn(process.execPath, [join(root, 'packages/server/dist/main.js'), 'serve', '--demo'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PARLEY_DATA_DIR: folder, DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /ready on (http:\S+)[\s\S]*Stop with/.exec(printed);
      if (ready?.[1]) resolve(ready[1]);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
  });
}

beforeAll(async () => {
  url = await startDemo();
}, 120_000);

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

describe('the program of the README', () => {
  it('R17 R38 runs as printed: two people talk around a booking, and the program ends by itself', async () => {
    const env = { ...process.env, PARLEY_URL: url };
    const { stdout } = await run(process.execPath, [join(root, 'examples/quickstart-node/index.js')], { env, timeout: 60_000 });
    const lines = stdout.trim().split('\n');
    expect(lines.slice(-2)).toEqual(['Ada: Is nine still fine?', 'Ben: Nine is fine.']);
    expect(lines).toContain('Ada: Hello Ben, the piano stands on the third floor and there is no lift.');
  }, 90_000);
});
