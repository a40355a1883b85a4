import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcomes, rowOf } from '../arena.js';
import type { Contender, Env } from '../contender.js';
import { startEmbedded } from '../contenders/parley.js';
import { memoryBytes } from '../proc.js';
import type { Row, Scenario, Tools } from '../scenario.js';
import { type Faults, NO_FAULTS } from '../sequence.js';

interface Start extends Faults {
  readonly firstMs: number;
  readonly laterMs: number;
  readonly bytes: number;
}

/** From the start of the process to its first answer. */
export const startUp: Scenario = {
  letter: 'i',
  title: 'start-up time, first and later',
  isWithoutPeers: true,
  async run(tools) {
    const outcomes: Outcomes<Start> = new Map();
    const embedded: Start[] = [];
    for (let run = 1; run <= tools.runs; run += 1) {
      for (const contender of tools.contenders) outcomes.set(contender.name, [...(outcomes.get(contender.name) ?? []), await startTwice(tools, contender)]);
      if (outcomes.has('parley')) embedded.push(await startEmbeddedTwice());
    }
    const rows: Row[] = [
      rowOf(row('first start, on an empty PostgreSQL', 'ms'), outcomes, ({ firstMs }) => firstMs),
      rowOf(row('later start, on PostgreSQL', 'ms'), outcomes, ({ laterMs }) => laterMs),
      rowOf(row('memory after a start', 'MB'), outcomes, ({ bytes }) => bytes / 1e6),
    ];
    if (embedded.length === 0) return rows;
    const own: Outcomes<Start> = new Map([['parley', embedded]]);
    return [
      ...rows,
      rowOf(row('first start, on the embedded database', 'ms'), own, ({ firstMs }) => firstMs),
      rowOf(row('later start, on the embedded database', 'ms'), own, ({ laterMs }) => laterMs),
    ];
  },
};

function row(metric: string, unit: string): Pick<Row, 'scenario' | 'metric' | 'unit' | 'better'> {
  return { scenario: 'i', metric, unit, better: 'lower' };
}

async function startTwice(tools: Tools, contender: Contender): Promise<Start> {
  const env: Env = { databaseUrl: await tools.services.database(), redisUrl: null, nodes: 1, maxSockets: 20_000 };
  const first = await contender.start(env);
  await first.stop();
  const later = await contender.start({ ...env, isLater: true });
  const bytes = later.nodes.reduce((sum, { pid }) => sum + memoryBytes(pid), 0);
  await later.stop();
  const [firstMs = 0] = first.startMs;
  const [laterMs = 0] = later.startMs;
  tools.log(`i ${contender.name}: first ${Math.round(firstMs)} ms, later ${Math.round(laterMs)} ms`);
  return { firstMs, laterMs, bytes, ...NO_FAULTS };
}

async function startEmbeddedTwice(): Promise<Start> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    const first = await startEmbedded(join(folder, 'data'));
    await first.stop();
    const later = await startEmbedded(join(folder, 'data'));
    const bytes = memoryBytes(later.node.pid);
    await later.stop();
    return { firstMs: first.startMs, laterMs: later.startMs, bytes, ...NO_FAULTS };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
