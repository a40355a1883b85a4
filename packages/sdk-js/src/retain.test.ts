import { describe, expect, it } from 'vitest';
import { Retainer, retainedStore } from './retain.js';
import { createStore } from './store.js';
import { createTestClock } from './test-clock.js';

function setUp() {
  const clock = createTestClock();
  const done: string[] = [];
  const retainer = new Retainer({ clock, graceMs: 2_000, open: () => done.push('open'), close: () => done.push('close') });
  return { clock, done, retainer };
}

describe('a retainer', () => {
  it('opens for the first user and closes a while after the last', async () => {
    const { clock, done, retainer } = setUp();
    const [one, two] = [retainer.retain(), retainer.retain()];
    one();
    one();
    await clock.advance(10_000);
    expect(done).toEqual(['open']);
    two();
    await clock.advance(1_999);
    expect(done).toEqual(['open']);
    await clock.advance(1);
    expect(done).toEqual(['open', 'close']);
  });

  it('a component that is mounted twice keeps it open', async () => {
    const { clock, done, retainer } = setUp();
    const store = retainedStore(createStore(0), retainer);
    store.subscribe(() => undefined)();
    const stop = store.subscribe(() => undefined);
    await clock.advance(10_000);
    expect(done).toEqual(['open']);
    stop();
    await clock.advance(10_000);
    expect(done).toEqual(['open', 'close']);
    store.subscribe(() => undefined);
    expect(done).toEqual(['open', 'close', 'open']);
  });
});
