/**
 * When somebody is there, as pure arithmetic. A boundary of opening hours is the first moment at which the clocks of the zone show that time or a
 * later one: hours that contain a repeated hour are an hour longer, and those that lie in a skipped one do not take place.
 */
import { DAY_MINUTES, dateOf, dayOfDate, firstShown, localDay, weekdayOf } from './zone.js';

/** Part of a day, in minutes after its midnight. `to` is later than `from`, by a day at most: past 1,440 it is on the next day. */
export interface DayHours {
  readonly from: number;
  readonly to: number;
}

/** Opening hours of every such weekday; Monday is 1, Sunday 7. */
export interface WeekHours extends DayHours {
  readonly day: number;
}

/** What holds on one date instead of its weekday's hours; none is closed. */
export interface DateHours {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly hours: readonly DayHours[];
}

/** Opening hours as they are stored. */
export interface ScheduleHours {
  /** Name of the IANA data. */
  readonly timeZone: string;
  readonly week: readonly WeekHours[];
  readonly holidays: readonly DateHours[];
}

/** A stretch of time, in milliseconds since the epoch; the end is not in it. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Opening hours made ready for reckoning. */
export interface Calendar {
  /** Null for what is always open. */
  readonly timeZone: string | null;
  /** The day that a moment falls on. */
  dayOf(at: number): number;
  /** What begins on a day, in order; it may overlap what began the day before. */
  spansOf(day: number): readonly Span[];
  /** Where the hours of the week leave no gap: the days that have hours of their own, in order; nothing else can close it. Null where the week has gaps. */
  readonly datesOfWhole: readonly number[] | null;
}

/** How far ahead is looked, in days: what opens later than that never does. */
const HORIZON_DAYS = 1_830;

/** Always open: what holds where there are no opening hours. */
export const ALWAYS_OPEN: Calendar = { timeZone: null, dayOf: () => 0, spansOf: () => [], datesOfWhole: [] };

/** Makes opening hours ready for reckoning. It remembers the days that it has reckoned. */
export function calendarOf(hours: ScheduleHours): Calendar {
  const { timeZone } = hours;
  const known = new Map<number, readonly Span[]>();
  const holidays = new Map(hours.holidays.map(({ date, hours: instead }) => [date, instead]));
  const reckon = (day: number): readonly Span[] => {
    const parts = holidays.get(dateOf(day)) ?? hours.week.filter((each) => each.day === weekdayOf(day));
    return parts
      .map(({ from, to }) => ({ from: firstShown(timeZone, day, from), to: firstShown(timeZone, day, to) }))
      .filter(({ from, to }) => to > from)
      .sort((one, other) => one.from - other.from);
  };
  return {
    timeZone,
    datesOfWhole: isWhole(hours.week) ? hours.holidays.map(({ date }) => dayOfDate(date)).sort((one, other) => one - other) : null,
    dayOf: (at) => localDay(timeZone, at),
    spansOf(day) {
      const spans = known.get(day) ?? reckon(day);
      known.set(day, spans);
      return spans;
    },
  };
}

/** Whether it is open at a moment. The moment of opening is, that of closing is not. */
export function isOpenAt(calendar: Calendar, at: Date): boolean {
  if (calendar.timeZone === null) return true;
  const moment = at.getTime();
  const day = calendar.dayOf(moment);
  return [...calendar.spansOf(day - 1), ...calendar.spansOf(day)].some(({ from, to }) => from <= moment && moment < to);
}

/** The first moment from `at` on at which it is open, `at` itself if it is; null when it stays closed for five years. */
export function nextOpening(calendar: Calendar, at: Date): Date | null {
  if (calendar.timeZone === null) return at;
  for (const { from } of spansFrom(calendar, at.getTime())) return new Date(from);
  return null;
}

/** The first moment after `at` at which it is closed; null when it is closed at `at`, and when it stays open for five years. */
export function nextClosing(calendar: Calendar, at: Date): Date | null {
  const { timeZone, datesOfWhole } = calendar;
  if (timeZone === null || !isOpenAt(calendar, at)) return null;
  const moment = at.getTime();
  const today = calendar.dayOf(moment);
  const last = today + HORIZON_DAYS;
  if (datesOfWhole === null) return gapFrom(calendar, moment, last);
  // Day by day for five years would keep everything else waiting.
  for (const day of datesOfWhole) {
    if (day < today - 1) continue;
    if (day > last) return null;
    const gap = gapFrom(calendar, Math.max(moment, firstShown(timeZone, day, 0)), day + 1);
    if (gap) return gap;
  }
  return null;
}

/** The first moment from one on at which it is closed; null when it stays open to the end of a day. */
function gapFrom(calendar: Calendar, moment: number, lastDay: number): Date | null {
  let end = moment;
  for (const { from, to } of spansFrom(calendar, moment, lastDay)) {
    if (from > end) break;
    end = to;
  }
  return calendar.dayOf(end) > lastDay ? null : new Date(end);
}

/** The first moment at which so many milliseconds of open time have gone by since `from`; null when that takes more than five years. */
export function addBusinessTime(calendar: Calendar, from: Date, ms: number): Date | null {
  if (ms <= 0) return from;
  if (calendar.timeZone === null) return new Date(from.getTime() + ms);
  let left = ms;
  for (const span of spansFrom(calendar, from.getTime())) {
    const length = span.to - span.from;
    if (length >= left) return new Date(span.from + left);
    left -= length;
  }
  return null;
}

/** Milliseconds of open time between two moments; 0 when the second is not later. */
export function businessTimeBetween(calendar: Calendar, from: Date, to: Date): number {
  const end = to.getTime();
  if (calendar.timeZone === null) return Math.max(0, end - from.getTime());
  let total = 0;
  for (const span of spansFrom(calendar, from.getTime(), calendar.dayOf(end))) {
    if (span.from >= end) break;
    total += Math.min(span.to, end) - span.from;
  }
  return total;
}

/** The open time from a moment on, in stretches that do not overlap; those that touch are not joined. */
function* spansFrom(calendar: Calendar, at: number, lastDay?: number): IterableIterator<Span> {
  const today = calendar.dayOf(at);
  const last = lastDay ?? today + HORIZON_DAYS;
  let told = at;
  for (let day = today - 1; day <= last; day += 1) {
    for (const { from, to } of calendar.spansOf(day)) {
      if (to <= told) continue;
      yield { from: Math.max(from, told), to };
      told = to;
    }
  }
}

/** A time of the day as people write it: `09:30`; past midnight it counts on, as in `26:00`. */
export function timeText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether the hours of a week leave no gap, from Sunday into Monday neither. */
function isWhole(week: readonly WeekHours[]): boolean {
  const length = 7 * DAY_MINUTES;
  const laid = week.map(({ day, from, to }) => ({ from: (day - 1) * DAY_MINUTES + from, to: (day - 1) * DAY_MINUTES + to }));
  let reached = 0;
  for (const { from, to } of [...laid.map(({ from, to }) => ({ from: from - length, to: to - length })), ...laid].sort((one, other) => one.from - other.from)) {
    if (from > reached) return false;
    reached = Math.max(reached, to);
  }
  return reached >= length;
}

/** Whether hours of a week overlap each other, from Sunday into Monday too. */
export function overlapOf(week: readonly WeekHours[]): WeekHours | null {
  const length = 7 * DAY_MINUTES;
  const laid = week
    .map((each) => ({ each, from: (each.day - 1) * DAY_MINUTES + each.from, to: (each.day - 1) * DAY_MINUTES + each.to }))
    .sort((one, other) => one.from - other.from);
  const [first] = laid;
  for (const [index, { to }] of laid.entries()) {
    const next = laid[index + 1];
    if (next && next.from < to) return next.each;
    if (!next && first && first.from + length < to) return first.each;
  }
  return null;
}
