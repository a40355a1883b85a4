import { describe, expect, it } from 'vitest';
import { GroupedReads } from './grouped-reads.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function world(limits: { atOnce?: number; most?: number } = {}) {
  const readings: string[][] = [];
  const waiting: Array<() => void> = [];
  const reads = new GroupedReads<string, string>({
    keyOf: ([key = '']) => key,
    atOnce: limits.atOnce ?? 4,
    most: limits.most ?? 100,
    read: async (questions) => {
      readings.push([...questions]);
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (questions.includes('bad')) throw new Error('no');
      return questions.map((question) => `${question}!`);
    },
  });
  const finish = async (): Promise<void> => {
    for (const resolve of waiting.splice(0)) resolve();
    await turn();
  };
  return { reads, readings, finish };
}

describe('grouped reads', () => {
  it('answers what is asked in one turn by one reading for each key, each question with its own answer', async () => {
    const { reads, readings, finish } = world();
    const answers = Promise.all(['a1', 'b1', 'a2'].map((question) => reads.read(question)));
    await turn();
    expect(readings).toEqual([['a1', 'a2'], ['b1']]);
    await finish();
    expect(await answers).toEqual(['a1!', 'b1!', 'a2!']);
  });

  it('P4: a question is never answered by a reading that began before it was asked', async () => {
    const { reads, readings, finish } = world();
    const first = reads.read('a1');
    await turn();
    const second = reads.read('a2');
    await turn();
    expect(readings).toEqual([['a1'], ['a2']]);
    await finish();
    expect(await Promise.all([first, second])).toEqual(['a1!', 'a2!']);
  });

  it('has no more readings under way than it may, and those that wait gather company', async () => {
    const { reads, readings, finish } = world({ atOnce: 1, most: 2 });
    const answers: Promise<string>[] = [reads.read('a1')];
    await turn();
    for (const question of ['a2', 'b1', 'a3', 'a4']) {
      answers.push(reads.read(question));
      await turn();
    }
    expect(readings).toEqual([['a1']]);
    for (let round = 0; round < 4; round += 1) await finish();
    expect(await Promise.all(answers)).toEqual(['a1!', 'a2!', 'b1!', 'a3!', 'a4!']);
    expect(readings).toEqual([['a1'], ['a2', 'a3'], ['b1'], ['a4']]);
  });

  it('a reading that fails fails its own questions and no others', async () => {
    const { reads, finish } = world({ atOnce: 1 });
    const failed = reads.read('bad');
    const fine = reads.read('a1');
    const outcome = expect(failed).rejects.toThrow('no');
    await turn();
    await finish();
    await outcome;
    await finish();
    expect(await fine).toBe('a1!');
  });
});
