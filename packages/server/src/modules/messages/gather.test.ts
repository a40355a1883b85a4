import { describe, expect, it } from 'vitest';
import { createGather } from './gather.js';

/** A gather whose runs end when the test says so. */
function scene(maxRuns: number) {
  const runs: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  const started = <T>(items: readonly number[], outcome: T) =>
    new Promise<T>((resolve, reject) => runs.push({ items, end: (error) => (error ? reject(error) : resolve(outcome)) }));
  const gather = createGather<number, string>({
    one: (item) => started([item], `one ${item}`),
    many: (items) => started(items, items.map((item) => `many ${item}`)),
    isFinal: (error) => error instanceof Error && error.message === 'final',
    maxRuns,
    maxItems: 3,
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { gather, runs, settle };
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
    const calls = [1, 2, 3, 4].map(gather);
    expect(runs).toHaveLength(2);
    runs[0]?.end();
    await settle();
    runs[2]?.end(new Error('final'));
    runs[1]?.end();
    expect(await Promise.allSettled(calls)).toMatchObject([{ value: 'one 1' }, { value: 'one 2' }, { reason: { message: 'final' } }, { reason: { message: 'final' } }]);
    const later = gather(5);
    runs[3]?.end();
    expect(await later).toBe('one 5');
  });
});
