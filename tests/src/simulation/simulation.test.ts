/**
 * Random histories of the whole core under a seeded scheduler: log, hubs, feeds of conversations and inboxes, receipts and membership of the server,
 * and the feeds, reducers, outbox and marks of the SDK, on two nodes that die, over a bus that drops, repeats, delays and reorders.
 *
 *     PARLEY_SIM_RUNS=5000 npx vitest run --project unit tests/src/simulation     more of them
 *     PARLEY_SIM_SEED=… PARLEY_SIM_PATH=… npx vitest run --project unit …         one that failed, again
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { History } from './history.js';
import { violationsOf } from './invariants.js';
import type { Mutant } from './node.js';
import { anyStep, type Step } from './steps.js';
import { createWorld, type World } from './world.js';

const RUNS = Number(process.env['PARLEY_SIM_RUNS'] ?? 60);
const SEED = process.env['PARLEY_SIM_SEED'];
const PATH = process.env['PARLEY_SIM_PATH'];
const MUTANT_RUNS = 100;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Histories that found something once; they are played first. */
const FOUND: [number, Step[]][] = [
  // The preview of what was written after somebody was taken out, in their inbox.
  [
    353_198_372,
    [
      { do: 'write', who: 0, audience: null },
      { do: 'go on', count: 13 },
      { do: 'remove' },
      { do: 'write', who: 0, audience: null },
      { do: 'go on', count: 0 },
      { do: 'write aside', who: 0 },
      { do: 'write', who: 0, audience: null },
      { do: 'read aside', who: 0 },
    ],
  ],
  // The same, of events that the log brought together: what was said last is told with the first of them.
  [
    1_353_113_266,
    [
      { do: 'go on', count: 0 },
      { do: 'wait', ms: 5_000 },
      { do: 'go on', count: 0 },
      { do: 'go on', count: 0 },
      { do: 'go on', count: 0 },
      { do: 'write', who: 0, audience: null },
      { do: 'write', who: 0, audience: 'PROVIDER' },
      { do: 'remove' },
      { do: 'doom', node: 0 },
      { do: 'write aside', who: 0 },
      { do: 'write', who: 0, audience: null },
      { do: 'go on', count: 0 },
      { do: 'write aside', who: 0 },
    ],
  ],
  // Of two messages the one with the later time got its place first: the list went back to the earlier time.
  [
    1_869_330_991,
    [
      { do: 'remove' },
      { do: 'write', who: 2, audience: null },
      { do: 'write', who: 1, audience: null },
      { do: 'write', who: 1, audience: null },
      { do: 'write', who: 0, audience: null },
      { do: 'read', who: 3 },
      { do: 'read aside', who: 1 },
      { do: 'write', who: 3, audience: 'STAFF' },
      { do: 'write aside', who: 0 },
      { do: 'wait', ms: 300 },
      { do: 'write aside', who: 2 },
      { do: 'delete', who: 3 },
    ],
  ],
];

/** A property of every history: nothing is violated in it. */
function histories(mutant: Mutant | null) {
  return fc.asyncProperty(fc.nat(), fc.array(anyStep, { minLength: 5, maxLength: 30 }), async (seed, steps) => {
    const history = await History.play(world, { seed, mutant, steps });
    try {
      const violations = await violationsOf(history);
      if (violations.length > 0) throw new Error(violations.join('\n'));
    } finally {
      history.close();
    }
  });
}

describe('simulation', { timeout: 3_600_000 }, () => {
  it('P1 P2 P3 P4 P5 P6 P8: whatever happens in whatever order, all promises hold once it has come to rest', async () => {
    const details = await fc.check(histories(null), {
      numRuns: RUNS,
      // A path counts them too.
      examples: FOUND,
      ...(SEED === undefined ? {} : { seed: Number(SEED) }),
      ...(PATH === undefined ? {} : { path: PATH }),
      endOnFailure: PATH !== undefined,
    });
    if (!details.failed) return;
    const replay = `PARLEY_SIM_SEED=${details.seed} PARLEY_SIM_PATH=${details.counterexamplePath ?? ''} npx vitest run --project unit tests/src/simulation`;
    throw new Error(`${String(details.errorInstance)}\nafter ${JSON.stringify(details.counterexample)}\nagain: ${replay}`);
  });

  it.each<readonly [Mutant, string]>([
    ['no periodic head', 'P2|P4'],
    ['no gap fill', 'P2|P4'],
    ['no dedupe', 'P2|P4'],
    ['no audience check', 'P8'],
    ['nobody tells inboxes', 'P4 P6: the list'],
  ])('catches a mutant: %s', async (mutant, promise) => {
    const details = await fc.check(histories(mutant), { numRuns: MUTANT_RUNS, seed: 1, endOnFailure: true });
    expect(details.failed, `none of ${details.numRuns} histories found it`).toBe(true);
    expect(String(details.errorInstance)).toMatch(new RegExp(promise));
  });
});
