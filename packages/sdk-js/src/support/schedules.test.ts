import { expect, it } from 'vitest';
import type { Schedule } from '../generated/types.js';
import { setUpClient } from './client.fixture.js';
import { schedules } from './schedules.js';

const AT = '2026-01-05T08:00:00.000Z';
const schedule = (key: string, rest: Partial<Schedule> = {}): Schedule => ({ key, name: key, timeZone: 'UTC', isDefault: false, hours: [], holidays: [], updatedAt: AT, ...rest });
const MINUTE = 60_000;

/** A store that somebody reads, and the server's answer to it: closed for the time given. */
function setUp() {
  const set = setUpClient();
  const store = schedules(set.client);
  const stop = store.subscribe(() => undefined);
  const answer = async (listed: readonly Schedule[], opensInMs: number | null) => {
    set.request('schedules').answer(listed);
    const at = Date.parse(AT);
    set.request('businessHours').answer({ at: AT, isOpen: opensInMs === null, nextOpeningAt: opensInMs === null ? null : new Date(at + opensInMs).toISOString(), closesAt: null, timeZone: 'UTC' });
    await set.settle();
  };
  return { ...set, store, stop, answer };
}

it('R116: opening hours are read, and again when the site opens, by the clock of the server', async () => {
  const { store, stop, answer, asked, clock } = setUp();
  await answer([schedule('a')], 10 * MINUTE);
  expect(store.getSnapshot()).toMatchObject({ status: 'ready', schedules: [{ key: 'a' }], businessHours: { isOpen: false } });
  await clock.advance(9 * MINUTE);
  expect(asked('businessHours')).toHaveLength(1);
  await clock.advance(MINUTE);
  expect(asked('businessHours')).toHaveLength(2);
  await answer([schedule('a')], null);
  expect(store.getSnapshot().businessHours?.isOpen).toBe(true);
  stop();
  await clock.advance(60 * MINUTE);
  expect(asked('businessHours')).toHaveLength(2);
});

it('R116: nobody who looks, nobody who asks: an answer that comes too late starts no clock', async () => {
  const { stop, answer, asked, clock } = setUp();
  stop();
  await clock.advance(60 * MINUTE);
  await answer([], MINUTE);
  expect(clock.pending).toBe(0);
  await clock.advance(60 * MINUTE);
  expect(asked('businessHours')).toHaveLength(1);
});

it('R113: what is written shows at once in its place, the default moves, and what is deleted goes', async () => {
  const { store, answer, request, asked, settle, clock } = setUp();
  await answer([schedule('b', { isDefault: true })], null);
  const keys = () => store.getSnapshot().schedules.map(({ key, isDefault }) => `${key} ${isDefault}`);
  const written = store.upsert({ key: 'a', isDefault: true });
  request('upsertSchedule').answer({ schedule: schedule('a', { isDefault: true }) });
  expect((await written).key).toBe('a');
  expect(keys()).toEqual(['a true', 'b false']);
  const removed = store.remove('b');
  request('deleteSchedule').answer({ key: 'b' });
  await removed;
  await settle();
  expect(keys()).toEqual(['a true']);
  // Whether the site is open follows from the hours.
  await clock.advance(1_000);
  expect(asked('businessHours')).toHaveLength(2);
});
