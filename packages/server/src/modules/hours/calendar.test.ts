import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessTime, ALWAYS_OPEN, businessTimeBetween, calendarOf, type DateHours, type DayHours, isOpenAt, nextClosing, nextOpening, overlapOf, type ScheduleHours, type WeekHours } from './calendar.js';
import { dateOf, isTimeZone, weekdayOf } from './zone.js';

const MINUTE = 60_000;
const DAYS = 9;

/** Where clocks change: by an hour, by half an hour, at midnight, by a whole day, and not at all. */
const CHANGES: ReadonlyArray<readonly [zone: string, around: string]> = [
  ['Europe/Vienna', '2026-03-29'],
  ['Europe/Vienna', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kathmandu', '2026-06-01'],
];

/** What a clock on the wall showed in each minute, in minutes since 1970 of its own; it is never put back, but stands still instead. */
interface Wall {
  readonly zone: string;
  readonly start: number;
  readonly shown: readonly number[];
}

function wallOf(zone: string, around: string): Wall {
  const start = Date.parse(`${around}T00:00:00Z`) - 4 * 1_440 * MINUTE;
  const format = new Intl.DateTimeFormat('en-u-hc-h23', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
  const shown: number[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (let index = -1_440; index < DAYS * 1_440; index += 1) {
    const parts = new Map(format.formatToParts(start + index * MINUTE).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    latest = Math.max(latest, Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) / MINUTE);
    if (index >= 0) shown.push(latest);
  }
  return { zone, start, shown };
}

const walls = CHANGES.map(([zone, around]) => wallOf(zone, around));

function wallAt(change: number): Wall {
  const wall = walls[change];
  if (!wall) throw new Error(`there is no change ${change}`);
  return wall;
}

/** Minute by minute, whether it is open: nothing but a look at the wall and at the list of hours. */
function openMinutes(wall: Wall, { week, holidays }: ScheduleHours): boolean[] {
  const known = new Map<number, readonly DayHours[]>();
  const hoursOf = (day: number): readonly DayHours[] => {
    const hours = known.get(day) ?? holidays.find(({ date }) => date === dateOf(day))?.hours ?? week.filter((each) => each.day === weekdayOf(day));
    known.set(day, hours);
    return hours;
  };
  return wall.shown.map((shown) => {
    const today = Math.floor(shown / 1_440);
    return [today - 1, today].some((day) => hoursOf(day).some(({ from, to }) => day * 1_440 + from <= shown && shown < day * 1_440 + to));
  });
}

const dayHours = fc.tuple(fc.nat(1_439), fc.integer({ min: 1, max: 1_440 })).map(([from, length]): DayHours => ({ from, to: from + length }));
/** Hours near those at which clocks change are likelier than others. */
const nightHours = fc.tuple(fc.nat(240), fc.integer({ min: 1, max: 200 })).map(([from, length]): DayHours => ({ from, to: from + length }));
const someHours = fc.oneof(dayHours, nightHours);

const schedule = fc
  .record({
    change: fc.nat(walls.length - 1),
    week: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), someHours), { maxLength: 14 }),
    holidays: fc.array(fc.tuple(fc.nat(DAYS - 1), fc.array(someHours, { maxLength: 2 })), { maxLength: 3 }),
  })
  .map(({ change, week, holidays }) => {
    const wall = wallAt(change);
    const accepted: WeekHours[] = [];
    for (const [day, hours] of week) if (overlapOf([...accepted, { day, ...hours }]) === null) accepted.push({ day, ...hours });
    const firstDay = Math.floor((wall.shown[0] ?? 0) / 1_440);
    const dates = new Map(holidays.map(([day, hours]): [string, DateHours] => [dateOf(firstDay + day), { date: dateOf(firstDay + day), hours }]));
    return { change, hours: { timeZone: wall.zone, week: accepted, holidays: [...dates.values()] } satisfies ScheduleHours };
  });
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** Weeks without a gap, which only dates of their own can interrupt: by the day, over midnight, and in two parts. */
const wholeSchedule = fc
  .record({
    change: fc.nat(walls.length - 1),
    parts: fc.constantFrom<readonly DayHours[]>([{ from: 0, to: 1_440 }], [{ from: 600, to: 2_040 }], [{ from: 0, to: 90 }, { from: 90, to: 1_440 }]),
    holidays: fc.array(fc.tuple(fc.nat(DAYS - 1), fc.array(someHours, { maxLength: 1 })), { maxLength: 3 }),
  })
  .map(({ change, parts, holidays }) => {
    const wall = wallAt(change);
    const firstDay = Math.floor((wall.shown[0] ?? 0) / 1_440);
    const dates = new Map(holidays.map(([day, hours]): [string, DateHours] => [dateOf(firstDay + day), { date: dateOf(firstDay + day), hours }]));
    return { change, hours: { timeZone: wall.zone, week: WEEKDAYS.flatMap((day) => parts.map((part) => ({ day, ...part }))), holidays: [...dates.values()] } satisfies ScheduleHours };
  });
const moment = fc.nat((DAYS - 1) * 1_440);

describe('calendar', () => {
  it('R116: open, next opening and closing, added and counted time agree with a clock that is watched minute by minute, through every change of the clocks', () => {
    fc.assert(
      fc.property(schedule, moment, moment, fc.integer({ min: 1, max: 4_000 }), ({ change, hours }, one, other, minutes) => {
        const wall = wallAt(change);
        const calendar = calendarOf(hours);
        const open = openMinutes(wall, hours);
        const at = (index: number): Date => new Date(wall.start + index * MINUTE);
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        expect(isOpenAt(calendar, at(from))).toBe(open[from]);
        expect(isOpenAt(calendar, new Date(at(from).getTime() + MINUTE - 1))).toBe(open[from]);
        expect(businessTimeBetween(calendar, at(from), at(to))).toBe(open.slice(from, to).filter(Boolean).length * MINUTE);
        const opens = open.indexOf(true, from);
        if (opens >= 0) expect(nextOpening(calendar, at(from))).toEqual(at(opens));
        const closes = open.indexOf(false, from);
        if (open[from] && closes >= 0) expect(nextClosing(calendar, at(from))).toEqual(at(closes));
        let left = minutes;
        let index = from;
        while (index < open.length && left > 0) left -= open[index++] ? 1 : 0;
        if (left === 0) expect(addBusinessTime(calendar, at(from), minutes * MINUTE)).toEqual(at(index));
      }),
      { numRuns: 600 },
    );
  });

  it('R116: a week without a gap closes where a date interrupts it, and nowhere else', () => {
    fc.assert(
      fc.property(wholeSchedule, moment, ({ change, hours }, from) => {
        const wall = wallAt(change);
        const open = openMinutes(wall, hours);
        const at = new Date(wall.start + from * MINUTE);
        const closes = open.indexOf(false, from);
        if (open[from] && closes >= 0) expect(nextClosing(calendarOf(hours), at)).toEqual(new Date(wall.start + closes * MINUTE));
        else if (!open[from]) expect(nextClosing(calendarOf(hours), at)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('R116: that nothing closes for years is known without reckoning them', () => {
    const calendar = calendarOf({ timeZone: 'Europe/Vienna', week: WEEKDAYS.map((day) => ({ day, from: 0, to: 1_440 })), holidays: [{ date: '2030-12-24', hours: [{ from: 0, to: 720 }] }, { date: '2190-01-01', hours: [] }] });
    let days = 0;
    const counted = { ...calendar, spansOf: (day: number) => ((days += 1), calendar.spansOf(day)) };
    expect(nextClosing(counted, new Date('2026-11-21T12:00:00Z'))).toEqual(new Date('2030-12-24T11:00:00Z'));
    expect(nextClosing(counted, new Date('2031-01-01T12:00:00Z'))).toBeNull();
    expect(days).toBeLessThan(20);
  });

  it('R116: time added is time counted, to the millisecond', () => {
    fc.assert(
      fc.property(schedule, moment, fc.integer({ min: 1, max: 10 ** 9 }), fc.nat(MINUTE), ({ change, hours }, index, ms, shift) => {
        const calendar = calendarOf(hours);
        const from = new Date(wallAt(change).start + index * MINUTE + shift);
        const due = addBusinessTime(calendar, from, ms);
        if (due === null) return;
        expect(businessTimeBetween(calendar, from, due)).toBe(ms);
        expect(businessTimeBetween(calendar, from, new Date(due.getTime() - 1))).toBe(ms - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('R116: two hours of business time across the night in which the clocks go forward or back end at the right moment', () => {
    const hours: ScheduleHours = { timeZone: 'Europe/Vienna', week: [{ day: 6, from: 9 * 60, to: 17 * 60 }, { day: 1, from: 9 * 60, to: 17 * 60 }], holidays: [] };
    const due = (from: string): string | undefined => addBusinessTime(calendarOf(hours), new Date(from), 2 * 60 * MINUTE)?.toISOString();
    expect(due('2026-03-28T15:00:00Z')).toBe('2026-03-30T08:00:00.000Z');
    expect(due('2026-10-24T14:00:00Z')).toBe('2026-10-26T09:00:00.000Z');
  });

  it('R116: nights that contain the change are an hour shorter or longer; what lies in the skipped hour does not take place', () => {
    const night = (from: number, to: number) => calendarOf({ timeZone: 'Europe/Vienna', week: [{ day: 6, from, to }, { day: 7, from: 150, to: 170 }], holidays: [] });
    const length = (from: string, to: string): number => businessTimeBetween(night(22 * 60, 26 * 60 - 10), new Date(from), new Date(to)) / MINUTE;
    expect(length('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(230);
    expect(length('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(230 + 20);
    const long = (from: string, to: string): number => businessTimeBetween(night(22 * 60, 29 * 60), new Date(from), new Date(to)) / MINUTE;
    expect(long('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(6 * 60);
    expect(long('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(8 * 60);
  });

  it('what never opens, what never closes, and what is always open', () => {
    const at = new Date('2026-11-21T12:00:00Z');
    const never = calendarOf({ timeZone: 'UTC', week: [], holidays: [] });
    expect([isOpenAt(never, at), nextOpening(never, at), nextClosing(never, at), addBusinessTime(never, at, 1)]).toEqual([false, null, null, null]);
    const always = calendarOf({ timeZone: 'UTC', week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 0, to: 1_440 })), holidays: [] });
    for (const calendar of [always, ALWAYS_OPEN]) {
      expect([isOpenAt(calendar, at), nextOpening(calendar, at), nextClosing(calendar, at)]).toEqual([true, at, null]);
      expect(addBusinessTime(calendar, at, 90)).toEqual(new Date(at.getTime() + 90));
      expect(businessTimeBetween(calendar, at, new Date(at.getTime() + 90))).toBe(90);
      expect(businessTimeBetween(calendar, at, new Date(at.getTime() - 90))).toBe(0);
    }
  });

  it('hours that overlap are found, from Sunday into Monday too; hours that touch do not overlap', () => {
    const monday: WeekHours = { day: 1, from: 60, to: 600 };
    expect(overlapOf([monday, { day: 1, from: 599, to: 700 }])).not.toBeNull();
    expect(overlapOf([monday, { day: 1, from: 600, to: 700 }])).toBeNull();
    expect(overlapOf([{ day: 7, from: 1_200, to: 1_440 + 61 }, monday])).toEqual(monday);
    expect(overlapOf([{ day: 7, from: 1_200, to: 1_440 + 60 }, monday])).toBeNull();
  });

  it('time zones are names of the IANA data, and nothing else', () => {
    for (const zone of ['Europe/Vienna', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta']) expect(isTimeZone(zone), zone).toBe(true);
    for (const zone of ['', '+02:00', 'Europe/Atlantis', 'Europe/Vienna ', 'x'.repeat(70), 'local']) expect(isTimeZone(zone), zone).toBe(false);
  });
});
