import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedQueue } from './keyed-queue.js';
import { FeedQueue } from './queue.js';

interface Item {
  readonly n: number;
}

function countedQueue(capacity: number) {
  const over: Array<Error | null> = [];
  return { over, queue: new FeedQueue<Item>({ capacity, onOver: (error) => over.push(error) }) };
}

describe('feed queue', () => {
  it('P2: gives the first items, then the others, each once and in order, however reading and writing interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('push', 'read', 'start'), { maxLength: 200 }), async (steps) => {
        const { queue } = countedQueue(1_000);
        let pushed = 10;
        const reads: Array<Promise<IteratorResult<Item, undefined>>> = [];
        let startedAt: number | null = null;
        for (const step of steps) {
          if (step === 'push') queue.push({ n: (pushed += 1) });
          else if (step === 'read') reads.push(queue.next());
          else if (startedAt === null) {
            startedAt = pushed;
            queue.start([{ n: 1 }, { n: 2 }], ({ n }) => n % 2 === 0);
          }
        }
        queue.end();
        const got = (await Promise.all(reads)).flatMap(({ value }) => (value ? [value.n] : []));
        const began = startedAt;
        const all = [...Array(pushed - 10).keys()].map((index) => index + 11).filter((n) => began !== null && (n > began || n % 2 === 0));
        const expected = began === null ? [] : [1, 2, ...all];
        expect(got).toEqual(expected.slice(0, got.length));
        expect(got.length).toBe(Math.min(reads.length, expected.length));
      }),
      { numRuns: 300 },
    );
  });

  it('P2 P7: calls its reader with each item once and in order, and never while the reader holds back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('push', 'hold', 'resume', 'start', 'read'), { maxLength: 200 }), (steps) => {
        const { queue } = countedQueue(1_000);
        const got: number[] = [];
        const reader = { isHeld: false, willHold: false, take: ({ n }: Item) => {
          expect(reader.isHeld).toBe(false);
          got.push(n);
          reader.isHeld = reader.willHold;
          reader.willHold = false;
          return !reader.isHeld;
        }, over: () => undefined };
        let pushed = 10;
        let startedAt: number | null = null;
        let isRead = false;
        const resume = (): void => {
          reader.isHeld = reader.willHold = false;
          queue.resume();
        };
        for (const step of steps) {
          if (step === 'push') queue.push({ n: (pushed += 1) });
          else if (step === 'hold') reader.willHold = true;
          else if (step === 'resume') resume();
          else if (step === 'read') {
            if (!isRead) queue.readBy(reader);
            isRead = true;
          } else if (startedAt === null) {
            startedAt = pushed;
            queue.start([{ n: 1 }, { n: 2 }], ({ n }) => n % 2 === 0);
          }
        }
        if (!isRead) queue.readBy(reader);
        while (reader.isHeld) resume();
        const began = startedAt;
        const later = [...Array(pushed - 10).keys()].map((index) => index + 11).filter((n) => began !== null && (n > began || n % 2 === 0));
        expect(got).toEqual(began === null ? [] : [1, 2, ...later]);
      }),
      { numRuns: 500 },
    );
  });

  it('P7: a reader that holds back for too long is told why the feed ended, once, and gets nothing more', () => {
    const { queue, over } = countedQueue(2);
    const got: number[] = [];
    const ends: Array<Error | null> = [];
    queue.start([], () => true);
    queue.readBy({ take: ({ n }) => got.push(n) < 2, over: (error) => ends.push(error) });
    for (let n = 1; n <= 5; n += 1) queue.push({ n });
    queue.resume();
    queue.push({ n: 6 });
    expect(got).toEqual([1, 2]);
    expect(ends).toMatchObject([{ code: 'RESYNC_REQUIRED' }]);
    expect(over).toMatchObject([{ code: 'RESYNC_REQUIRED' }]);
    const own = countedQueue(2);
    own.queue.start([{ n: 1 }], () => true);
    own.queue.readBy({ take: () => (own.queue.stop(), true), over: (error) => ends.push(error) });
    own.queue.push({ n: 2 });
    expect([ends.length, own.over]).toEqual([1, [null]]);
  });

  it('P7: one item too many ends it: what waits is dropped, resources go, the reader learns why once', async () => {
    const { queue, over } = countedQueue(3);
    queue.start([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }], () => true);
    for (let n = 5; n <= 7; n += 1) queue.push({ n });
    expect(queue.waiting).toBe(7);
    expect(over).toEqual([]);
    queue.push({ n: 8 });
    expect(over).toMatchObject([{ code: 'RESYNC_REQUIRED' }]);
    expect(queue.waiting).toBe(0);
    queue.push({ n: 9 });
    queue.end(new Error('later'));
    await expect(queue.next()).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
    await expect(queue.next()).resolves.toEqual({ value: undefined, done: true });
    expect(over).toHaveLength(1);
  });

  it('P7: holds no more than its capacity while the first items are read', async () => {
    const { queue, over } = countedQueue(2);
    for (let n = 1; n <= 3; n += 1) queue.push({ n });
    expect(over).toMatchObject([{ code: 'RESYNC_REQUIRED' }]);
    queue.start([{ n: 0 }], () => true);
    await expect(queue.next()).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
  });

  it('return() ends it at once, also for a reader that waits', async () => {
    const { queue, over } = countedQueue(2);
    const waiting = [queue.next(), queue.next()];
    await expect(queue.return()).resolves.toEqual({ value: undefined, done: true });
    await expect(Promise.all(waiting)).resolves.toEqual([{ value: undefined, done: true }, { value: undefined, done: true }]);
    expect(over).toEqual([null]);
  });
});

describe('keyed queue', () => {
  function opened() {
    const over: Array<Error | null> = [];
    return { over, queue: new KeyedQueue<Item>({ capacity: 4, onOver: (error) => over.push(error) }) };
  }

  it('P7: what changes often waits once and is made when the reader comes', async () => {
    const { queue } = opened();
    queue.start([{ n: 0 }]);
    let state = 0;
    for (let n = 0; n < 1_000; n += 1) {
      state = n;
      queue.put('a', () => ({ n: state }));
      queue.put('b', () => ({ n: -state }));
    }
    queue.putLast('a', () => ({ n: state }));
    queue.put('gone', () => null);
    state = 7;
    expect(queue.waiting).toBe(4);
    const got: Item[] = [];
    for (let read = 0; read < 3; read += 1) got.push((await queue.next()).value ?? { n: NaN });
    expect(got).toEqual([{ n: 0 }, { n: -7 }, { n: 7 }]);
    const waiting = queue.next();
    queue.put('b', () => ({ n: 8 }));
    await expect(waiting).resolves.toEqual({ value: { n: 8 }, done: false });
    const last = queue.next();
    await queue.return();
    await expect(last).resolves.toEqual({ value: undefined, done: true });
  });

  it('P7: more different things than it may hold end it with RESYNC_REQUIRED', async () => {
    const { queue, over } = opened();
    queue.start([]);
    for (const key of ['a', 'b', 'c', 'd']) queue.put(key, () => ({ n: 1 }));
    expect(over).toEqual([]);
    queue.put('e', () => ({ n: 1 }));
    expect(over).toMatchObject([{ code: 'RESYNC_REQUIRED' }]);
    await expect(queue.next()).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
  });
});
