import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { openDb } from './open.js';

const folder = mkdtempSync(join(tmpdir(), 'parley-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const writer = fileURLToPath(new URL('./crash-writer.fixture.ts', import.meta.url));

/** Starts a writer on the folder, kills it with SIGKILL after `count` acknowledged writes, and answers with the last one. */
async function writeUntilKilled(count: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit');
  let acknowledged = 0;
  let written = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') continue;
    acknowledged = Number(line);
    written += 1;
    if (written === count) child.kill('SIGKILL');
  }
  await exited;
  if (written < count) throw new Error(`the writer died by itself: ${errors}`);
  return acknowledged;
}

it('P1: a killed embedded database has every acknowledged write, in order and with no hole', async () => {
  for (const count of [1, 60, 200]) {
    const acknowledged = await writeUntilKilled(count);
    const db = await openDb({ dataDir: folder });
    const events = await db.prisma.event.findMany({ orderBy: { seq: 'asc' }, select: { seq: true } });
    const { lastSeq } = await db.prisma.conversation.findUniqueOrThrow({ where: { id: 'cnv_crash' } });
    await db.close();
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, index) => index + 1));
    expect(lastSeq).toBeGreaterThanOrEqual(acknowledged);
  }
});
