import { businessHours, deleteSchedule, schedules, startGuestSession, upsertSchedule } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, expectQueries, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';

let clock: TestClock;
let server: TestServer;

// Ten minutes before the clocks of Vienna go forward from 2:00 to 3:00.
beforeAll(async () => {
  clock = createTestClock(new Date('2026-03-29T00:50:00.000Z'));
  server = await startServer({ clock });
});
afterAll(() => server.close());

const site = () => seed(server).admin('ann').agent('sam').client('ada').provider('ben').ready();
const working = (days: readonly string[]) => days.map((day) => ({ day, opensAt: '09:00', closesAt: '18:00' }));
const vienna = { key: 'main', name: 'Vienna', timeZone: 'Europe/Vienna', hours: working(['SATURDAY', 'SUNDAY', 'MONDAY']) };
type Write = Parameters<typeof upsertSchedule>[1];
const write = (as: Parameters<typeof upsertSchedule>[0], input: object) => upsertSchedule(as, input as Write);

describe('opening hours', () => {
  it('R56 R116 R248: admins set weekly hours and holidays; what is left out stays, and repeating changes nothing', async () => {
    const { people, service } = await site();
    const { ann, sam } = people;
    const holidays = [{ date: '2026-12-26', hours: [{ opensAt: '10:00', closesAt: '12:00' }] }, { date: '2026-12-25', name: 'Christmas' }];
    const shown = {
      ...vienna,
      isDefault: true,
      hours: ['MONDAY', 'SATURDAY', 'SUNDAY'].map((day) => ({ day, opensAt: '09:00', closesAt: '18:00' })),
      holidays: [{ date: '2026-12-25', name: 'Christmas', hours: [] }, { date: '2026-12-26', name: '', hours: [{ opensAt: '10:00', closesAt: '12:00' }] }],
    };
    for (const _ of [1, 2]) expect((await write(ann, { ...vienna, holidays })).schedule).toMatchObject(shown);
    expect((await write(service, { key: 'main', name: 'Wien' })).schedule).toMatchObject({ ...shown, name: 'Wien' });
    await write(ann, { key: 'night', timeZone: 'America/New_York', hours: [{ day: 'FRIDAY', opensAt: '22:00', closesAt: '26:30' }] });
    expect((await schedules(sam)).map(({ key, name, isDefault }) => [key, name, isDefault])).toEqual([['main', 'Wien', true], ['night', 'night', false]]);
    await write(ann, { key: 'night', isDefault: true });
    expect((await schedules(sam)).map(({ isDefault }) => isDefault)).toEqual([false, true]);
    await expectQueries(server.db, 2, () => schedules(sam));
  });

  it('R56: hours that overlap, end before they begin, or are of no time zone are refused, and nothing changes', async () => {
    const { ann } = (await site()).people;
    await write(ann, vienna);
    const before = await schedules(ann);
    const hours = (opensAt: string, closesAt: string, more: object[] = []) => ({ hours: [{ day: 'FRIDAY', opensAt, closesAt }, ...more] });
    const broken: ReadonlyArray<readonly [object, string]> = [
      [hours('09:00', '12:00', [{ day: 'FRIDAY', opensAt: '11:59', closesAt: '15:00' }]), 'hours.1'],
      [hours('22:00', '26:00', [{ day: 'SATURDAY', opensAt: '01:00', closesAt: '03:00' }]), 'hours.1'],
      [hours('09:00', '09:00'), 'hours.0.closesAt'],
      [hours('22:00', '02:00'), 'hours.0.closesAt'],
      [hours('09:00', '33:01'), 'hours.0.closesAt'],
      [hours('24:00', '25:00'), 'hours.0.opensAt'],
      [hours('9:00', '25:00'), 'hours.0.opensAt'],
      [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
      [{ timeZone: '+01:00' }, 'timeZone'],
      [{ name: '' }, 'name'],
      [{ isDefault: false }, 'isDefault'],
      [{ holidays: [{ date: '2026-02-29' }] }, 'holidays.0.date'],
      [{ holidays: [{ date: '2026-02-28' }, { date: '2026-02-28' }] }, 'holidays.1.date'],
      [{ holidays: [{ date: '2026-02-28', hours: [{ opensAt: '09:00', closesAt: '12:00' }, { opensAt: '11:00', closesAt: '13:00' }] }] }, 'holidays.0.hours'],
      [{ hours: Array.from({ length: 57 }, (_, n) => ({ day: 'MONDAY', opensAt: `${String(n % 24).padStart(2, '0')}:00`, closesAt: '24:00' })) }, 'hours'],
      [{ key: 'other', timeZone: 'UTC' }, 'hours'],
      [{ key: 'other', hours: [] }, 'timeZone'],
      [{ key: 'Other' }, 'key'],
    ];
    for (const [input, field] of broken) {
      const { errors } = await ann.gql('mutation ($input: UpsertScheduleInput!) { upsertSchedule(input: $input) { schedule { key } } }', { input: { key: 'main', ...input } });
      expect([errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.details], JSON.stringify(input)).toEqual(['INVALID_INPUT', expect.objectContaining({ field })]);
    }
    expect(await schedules(ann)).toEqual(before);
  });

  it('R56 R248 P8: only admins write, only staff read, nobody reaches another site', async () => {
    const { people } = await site();
    const other = (await site()).people;
    await write(people.ann, vienna);
    for (const as of [people.sam, people.ada, people.ben]) {
      expect(await outcomeOf(write(as, vienna))).toBe('FORBIDDEN');
      expect(await outcomeOf(deleteSchedule(as, { key: 'main' }))).toBe('FORBIDDEN');
    }
    for (const as of [people.ada, people.ben]) expect(await outcomeOf(schedules(as))).toBe('FORBIDDEN');
    expect(await schedules(other.ann)).toEqual([]);
    expect(await outcomeOf(deleteSchedule(other.ann, { key: 'main' }))).toBe('NOT_FOUND');
    expect(await outcomeOf(businessHours(other.ada, { key: 'main' }))).toBe('NOT_FOUND');
    expect(await businessHours(other.ada)).toMatchObject({ isOpen: true, nextOpeningAt: null, closesAt: null, timeZone: null });
  });

  it('R56 P3: the default goes last, a deleted one is gone once however often, and comes back empty', async () => {
    const { ann, sam } = (await site()).people;
    await write(ann, { ...vienna, holidays: [{ date: '2026-12-25' }] });
    await write(ann, { key: 'second', timeZone: 'UTC', hours: [] });
    expect(await outcomeOf(deleteSchedule(ann, { key: 'main' }))).toBe('CONFLICT');
    await write(ann, { key: 'second', isDefault: true });
    for (const _ of [1, 2]) expect(await deleteSchedule(ann, { key: 'main' })).toEqual({ key: 'main' });
    expect((await schedules(sam)).map(({ key }) => key)).toEqual(['second']);
    expect(await outcomeOf(write(ann, { key: 'main' }))).toBe('INVALID_INPUT');
    expect((await write(ann, { key: 'main', timeZone: 'UTC', hours: [] })).schedule).toMatchObject({ name: 'main', isDefault: false, hours: [], holidays: [] });
    const some = await Promise.all(Array.from({ length: 20 }, (_, n) => outcomeOf(write(ann, { key: `more-${n}`, timeZone: 'UTC', hours: [] }))));
    expect(some.filter((outcome) => outcome === 'ok')).toHaveLength(18);
    expect(new Set(some)).toEqual(new Set(['ok', 'LIMIT_EXCEEDED']));
    expect((await schedules(sam)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('R56 R116: customers and guests see whether it is open and when it opens, across the moment in which the clocks go forward', async () => {
    const { people, nobody, site: { publicKey } } = await site();
    const { ann, ada } = people;
    await write(ann, { ...vienna, hours: [{ day: 'SUNDAY', opensAt: '01:00', closesAt: '01:55' }, { day: 'SUNDAY', opensAt: '02:30', closesAt: '04:00' }, ...working(['MONDAY'])] });
    expect(await businessHours(ada)).toEqual(expect.objectContaining({ isOpen: true, nextOpeningAt: null, closesAt: '2026-03-29T00:55:00.000Z', timeZone: 'Europe/Vienna' }));
    await clock.sleep(5 * 60_000);
    expect(await businessHours(ada)).toMatchObject({ isOpen: false, nextOpeningAt: '2026-03-29T01:00:00.000Z', closesAt: null });
    // Half past two does not come: it opens when the clocks show three, an hour before four.
    await clock.sleep(5 * 60_000);
    expect(await businessHours(ada, { key: 'main' })).toMatchObject({ isOpen: true, closesAt: '2026-03-29T02:00:00.000Z' });
    await write(ann, { key: 'main', holidays: [{ date: '2026-03-29' }] });
    expect(await businessHours(ada)).toMatchObject({ isOpen: false, nextOpeningAt: '2026-03-30T07:00:00.000Z' });
    const guest = await startGuestSession(nobody, { siteKey: publicKey });
    expect(await businessHours(new Actor(server.url, guest.token))).toMatchObject({ isOpen: false });
  });

  it('R3 R56 R163 R164: a page says whether it is open before anybody signs in, by the site’s public key', async () => {
    const { people, nobody, site: { publicKey, id } } = await site();
    const { ann, ada } = people;
    await write(ann, vienna);
    await write(ann, { key: 'second', timeZone: 'UTC', hours: [] });
    const { at: _at, ...known } = await businessHours(ada);
    expect(await businessHours(nobody, { siteKey: publicKey })).toMatchObject(known);
    expect(await businessHours(nobody, { siteKey: publicKey, key: 'second' })).toMatchObject({ isOpen: false, timeZone: 'UTC' });
    expect(await outcomeOf(businessHours(nobody))).toBe('UNAUTHENTICATED');
    for (const siteKey of ['pk_unknown', id]) expect(await outcomeOf(businessHours(nobody, { siteKey }))).toBe('NOT_FOUND');
    expect(await outcomeOf(businessHours(nobody, { siteKey: publicKey, key: 'none' }))).toBe('NOT_FOUND');
    // A credential names the site already.
    const other = await site();
    expect(await businessHours(other.people.ada, { siteKey: publicKey })).toMatchObject({ isOpen: true, timeZone: null });
  });
});
