/** The bench itself, for seconds: so that it cannot rot between the times that somebody measures. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { buildBench } from '../../scripts/lib/bench.mjs';
import { missingServices } from '../../scripts/lib/services.mjs';

const bench = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const server = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url));

it.skipIf(missingServices().cluster.length > 0 || !existsSync(server))(
  'P2: measures the floor, Parley and the peers in turn, and loses nothing',
  async () => {
    await buildBench();
    const { stdout } = await promisify(execFile)(process.execPath, [bench, '--only', 'b', '--json', '--runs', '1', '--seconds', '1']);
    const rows: unknown[] = stdout.trim().split('\n').map((line) => JSON.parse(line));
    expect(rows[0]).toMatchObject({
      scenario: 'b',
      metric: 'send to receive p50',
      parley: expect.any(Number),
      floor: expect.any(Number),
      ratio: expect.any(Number),
      ratios: { socketio: expect.any(Number), yoga: expect.any(Number) },
      lost: 0,
      repeated: 0,
      outOfOrder: 0,
    });
  },
  600_000,
);
