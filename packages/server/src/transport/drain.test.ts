import { describe, expect, it } from 'vitest';
import { createTestClock } from '../kernel/clock.js';
import { drainConnections, type Leaver, planDrain } from './drain.js';

/** Connections that note when they are asked and closed. */
function scene(count: number) {
  const clock = createTestClock();
  const startedAt = clock.now().getTime();
  const elapsed = (): number => clock.now().getTime() - startedAt;
  const connections = Array.from({ length: count }, () => {
    const seen: { asked: number | null; closed: number | null; busy: boolean; gone: boolean } = { asked: null, closed: null, busy: false, gone: false };
    const leaver: Leaver = {
      ask: () => void (seen.asked = elapsed()),
      isBusy: () => seen.busy,
      isGone: () => seen.gone,
      close: () => void (seen.closed = elapsed()),
    };
    return { seen, leaver };
  });
  const drain = (plan: Parameters<typeof drainConnections>[1]) => drainConnections(connections.map(({ leaver }) => leaver), plan, clock);
  return { clock, drain, seen: connections.map(({ seen }) => seen), elapsed };
}

describe('the end of a node among others', () => {
  it('R94: asks all within half of the time, spread out, and closes those that stay', async () => {
    const { clock, drain, seen } = scene(500);
    const done = drain(planDrain({ drainMs: 10_000, connections: 500, hasOtherNodes: true }));
    await clock.advance(10_000);
    await done;
    const asked = seen.map((each) => each.asked ?? -1);
    expect(Math.min(...asked)).toBe(0);
    expect(Math.max(...asked)).toBeLessThanOrEqual(5_000);
    // No tenth of the time has more than its share, but for the length of a tick.
    for (let from = 0; from < 5_000; from += 500) expect(asked.filter((at) => at >= from && at < from + 500).length).toBeLessThanOrEqual(52);
    for (const each of seen) expect((each.closed ?? 0) - (each.asked ?? 0)).toBeGreaterThanOrEqual(3_990);
    expect(Math.max(...seen.map((each) => each.closed ?? Infinity))).toBeLessThanOrEqual(9_010);
  });

  it('R94: waits for nobody who has gone, and for what is under way until the end', async () => {
    const { clock, drain, seen, elapsed } = scene(3);
    const [left, busy, stuck] = seen;
    if (!left || !busy || !stuck) throw new Error('three connections are needed');
    busy.busy = stuck.busy = true;
    let endedAt: number | null = null;
    const done = drain(planDrain({ drainMs: 1_000, connections: 3, hasOtherNodes: true })).then(() => (endedAt = elapsed()));
    left.gone = true;
    await clock.advance(600);
    expect([left.closed, busy.closed]).toEqual([null, null]);
    busy.busy = false;
    await clock.advance(20);
    expect(busy.closed).toBeGreaterThan(600);
    expect(stuck.closed).toBeNull();
    await clock.advance(400);
    await done;
    expect(stuck.closed).toBe(900);
    expect(endedAt).toBe(900);
  });
});

describe('the end of the only node', () => {
  it('asks nobody, and closes whatever has nothing under way at once', async () => {
    const { clock, drain, seen } = scene(2);
    const [idle, busy] = seen;
    if (!idle || !busy) throw new Error('two connections are needed');
    busy.busy = true;
    const done = drain(planDrain({ drainMs: 10_000, connections: 2, hasOtherNodes: false }));
    expect(idle).toMatchObject({ asked: null, closed: 0 });
    await clock.advance(100);
    expect(busy.closed).toBeNull();
    busy.busy = false;
    await clock.advance(20);
    await done;
    expect(busy.closed).toBeLessThanOrEqual(120);
  });
});
