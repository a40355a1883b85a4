import { describe, expect, it } from 'vitest';
import { createGather } from './gather.js';

/** A gather whose runs end when the test says so. */
function scene(maxRuns: number, keyOf: (item: number) => string = String) {
  const time = { now: 0, alarms: [] as (() => void)[] };
  const runs: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  const started = <T>(items: readonly number[], outcome: T) =>
    new Promise<T>((resolve, reject) => runs.push({ items, end: (error) => (error ? reject(error) : resolve(outcome)) }));
  const gather = createGather<number, string>({
    one: (item) => started([item], `one ${item}`),
    many: (items) => started(items, items.map((item) => `many ${item}`)),
    isFinal: (error) => error instanceof Error && error.message === 'final',
    keyOf,
    maxRuns,
    maxItems: 3,
    few: 2,
    slowMs: 25,
    maxWaiting: 6,
    maxWaitMs: 1_000,
    now: () => time.now,
    after: (_ms, fn) => time.alarms.push(fn),
    refusal: (limit) => new Error(limit),
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { gather, runs, settle, time };
}

describe('group commit', () => {
  it('P2 R181: a lone call goes at once, and those that wait go together, in their order, at most so many', async () => {
    const { gather, runs, settle } = scene(1);
    const calls = [1, 2, 3, 4, 5].map(gather);
    expect(runs.map(({ items }) => items)).toEqual([[1]]);
    runs[0]?.end();
    await settle();
    expect(runs.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
    runs[1]?.end();
    await settle();
    runs[2]?.end();
    expect(await Promise.all(calls)).toEqual(['one 1', 'many 2', 'many 3', 'many 4', 'one 5']);
  });

  it('P3: when a shared run fails each call is run alone and has its own outcome', async () => {
    const { gather, runs, settle } = scene(1);
    const calls = [1, 2, 3].map(gather);
    runs[0]?.end();
    await settle();
    runs[1]?.end(new Error('one of them'));
    await settle();
    expect(runs.slice(2).map(({ items }) => items)).toEqual([[2], [3]]);
    runs[2]?.end(new Error('its own'));
    runs[3]?.end();
    expect(await Promise.allSettled(calls)).toMatchObject([{ value: 'one 1' }, { reason: { message: 'its own' } }, { value: 'one 3' }]);
  });

  it('P3: a failure that would meet each of them is told to all at once, and the next calls go on', async () => {
    const { gather, runs, settle } = scene(2);
    const calls = [1, 2, 3].map(gather);
    await settle();
    runs[1]?.end(new Error('final'));
    runs[0]?.end();
    expect(await Promise.allSettled(calls)).toMatchObject([{ value: 'one 1' }, { reason: { message: 'final' } }, { reason: { message: 'final' } }]);
    const later = gather(5);
    await settle();
    runs[2]?.end();
    expect(await later).toBe('one 5');
  });

  it('R181: beside a run, the calls of one turn go together', async () => {
    const { gather, runs, settle } = scene(2);
    const calls = [1, 2, 3].map(gather);
    expect(runs.map(({ items }) => items)).toEqual([[1]]);
    await settle();
    expect(runs.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    calls.push(gather(4), gather(5));
    await settle();
    expect(runs).toHaveLength(2);
    for (const run of runs) run.end();
    await settle();
    expect(runs[2]?.items).toEqual([4, 5]);
    runs[2]?.end();
    expect(await Promise.all(calls)).toEqual(['one 1', 'many 2', 'many 3', 'many 4', 'many 5']);
  });

  it('R181: many calls wait for the run under way and share the next, unless it is held up', async () => {
    const { gather, runs, settle, time } = scene(3);
    const calls = [1, 2, 3, 4, 5].map(gather);
    await settle();
    expect(runs.map(({ items }) => items)).toEqual([[1]]);
    expect(time.alarms).toHaveLength(1);
    time.now = 24;
    time.alarms.shift()?.();
    expect(runs).toHaveLength(1);
    time.now = 25;
    time.alarms.shift()?.();
    expect(runs.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
    for (const run of runs) run.end();
    expect(await Promise.all(calls)).toEqual(['one 1', 'many 2', 'many 3', 'many 4', 'one 5']);
  });

  it('P2 R181: calls of one key never run beside each other, and keep their order', async () => {
    const { gather, runs, settle } = scene(2, (item) => (item < 10 ? 'same' : 'other'));
    const calls = [1, 2, 10, 3].map(gather);
    await settle();
    expect(runs.map(({ items }) => items)).toEqual([[1], [10]]);
    runs[0]?.end();
    await settle();
    expect(runs[2]?.items).toEqual([2, 3]);
    calls.push(gather(11));
    runs[2]?.end();
    await settle();
    expect(runs).toHaveLength(3);
    runs[1]?.end();
    await settle();
    expect(runs[3]?.items).toEqual([11]);
    runs[3]?.end();
    expect(await Promise.all(calls)).toEqual(['one 1', 'many 2', 'one 10', 'many 3', 'one 11']);
  });

  it('no more wait than may, those that are refused cost nothing, and all is taken again once the queue has gone', async () => {
    const { gather, runs, settle } = scene(1);
    // Twenty times what fits: one under way and six that wait.
    const outcomes = Promise.allSettled(Array.from({ length: 140 }, (_, index) => gather(index)));
    expect(gather.waiting()).toBe(6);
    for (let run = 0; run < 3; run += 1) {
      runs[run]?.end();
      await settle();
    }
    const refused = (await outcomes).flatMap((outcome, index) => (outcome.status === 'rejected' ? [[index, String(outcome.reason)]] : []));
    expect(refused).toHaveLength(133);
    expect(refused[0]).toEqual([7, 'Error: maxWaiting']);
    // Nobody who was taken had more than the queue before them.
    expect(runs.map(({ items }) => items)).toEqual([[0], [1, 2, 3], [4, 5, 6]]);
    const later = gather(500);
    runs[3]?.end();
    expect(await later).toBe('one 500');
  });

  it('a call that has waited too long is refused before its run, while those in a run are finished', async () => {
    const { gather, runs, settle, time } = scene(1);
    const calls = [1, 2].map(gather);
    time.now = 900;
    const outcomes = Promise.allSettled([...calls, gather(3)]);
    time.now = 1_001;
    const last = gather(4);
    runs[0]?.end();
    await settle();
    expect(runs.map(({ items }) => items)).toEqual([[1], [3, 4]]);
    runs[1]?.end();
    expect(await outcomes).toMatchObject([{ value: 'one 1' }, { reason: { message: 'maxWaitMs' } }, { value: 'many 3' }]);
    expect(await last).toBe('many 4');
  });
});
