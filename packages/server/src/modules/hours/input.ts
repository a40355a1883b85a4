import { invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import { type DateHours, type DayHours, overlapOf, type ScheduleHours, timeText, type WeekHours } from './calendar.js';
import { DAY_MINUTES, dateOf, dayNumber, isTimeZone } from './zone.js';

const OPERATION = 'write schedule';
/** The most hours of a week, of all its days together. */
export const MAX_WEEK_HOURS = 56;
/** The most holidays of a schedule. */
export const MAX_HOLIDAYS = 400;
/** The most hours of one holiday. */
export const MAX_HOLIDAY_HOURS = 8;
const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const TIME = /^([0-4]\d):([0-5]\d)$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Opening hours as callers write them: `09:00` to `17:30`; an end past midnight counts on, as in `26:00`. */
export interface HoursInput {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** {@link HoursInput} of every such weekday; Monday is 1, Sunday 7. */
export interface WeekHoursInput extends HoursInput {
  readonly day: number;
}

/** A date with hours of its own; none, or null, is closed. */
export interface HolidayInput {
  readonly date: string;
  readonly name?: string | null | undefined;
  readonly hours?: readonly HoursInput[] | null | undefined;
}

/** A date with hours of its own, and what it is called. */
export interface Holiday extends DateHours {
  readonly name: string;
}

/** A schedule as an admin writes it; what is absent or null stays. */
export interface ScheduleInput {
  readonly key: string;
  readonly name?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly isDefault?: boolean | null | undefined;
  readonly hours?: readonly WeekHoursInput[] | null | undefined;
  readonly holidays?: readonly HolidayInput[] | null | undefined;
}

/** A schedule that is fit to be written; null stays as it is. */
export interface ScheduleChange {
  readonly key: string;
  readonly name: string | null;
  readonly timeZone: string | null;
  readonly isDefault: boolean | null;
  readonly week: readonly WeekHours[] | null;
  readonly holidays: readonly Holiday[] | null;
}

/** A schedule's key: 1 to 40 of a-z, 0-9, `_` and `-`. @throws ChatError INVALID_INPUT */
export function parseScheduleKey(operation: string, value: string): string {
  if (!KEY.test(value)) throw invalidInput(operation, 'key', 'is not 1 to 40 characters of a-z 0-9 _ -');
  return value;
}

/** Checks a schedule. @throws ChatError INVALID_INPUT; `details.field` is the path of what is wrong, such as `hours.2.closesAt` */
export function parseSchedule(input: ScheduleInput): ScheduleChange {
  return {
    key: parseScheduleKey(OPERATION, input.key),
    name: input.name == null ? null : parseText({ operation: OPERATION, field: 'name' }, input.name, { min: 1, max: 80 }),
    timeZone: input.timeZone == null ? null : parseZone(input.timeZone),
    isDefault: input.isDefault ?? null,
    week: input.hours == null ? null : parseWeek(input.hours),
    holidays: input.holidays == null ? null : parseHolidays(input.holidays),
  };
}

/** What is stored of hours, read again. */
export function storedHours(of: { readonly timeZone: string; readonly week: unknown; readonly holidays: ReadonlyArray<{ readonly date: string; readonly hours: unknown }> }): ScheduleHours {
  return {
    timeZone: of.timeZone,
    week: listOf(of.week).flatMap((each) => (isDayHours(each) && 'day' in each && typeof each.day === 'number' ? [{ day: each.day, from: each.from, to: each.to }] : [])),
    holidays: of.holidays.map(({ date, hours }) => ({ date, hours: listOf(hours).filter(isDayHours) })),
  };
}

function parseZone(value: string): string {
  if (!isTimeZone(value)) throw invalidInput(OPERATION, 'timeZone', 'is not the name of a time zone, such as Europe/Vienna');
  return value;
}

function parseWeek(input: readonly WeekHoursInput[]): WeekHours[] {
  if (input.length > MAX_WEEK_HOURS) throw invalidInput(OPERATION, 'hours', `has more than ${MAX_WEEK_HOURS} entries`);
  const week = input.map((each, index) => {
    if (!Number.isInteger(each.day) || each.day < 1 || each.day > 7) throw invalidInput(OPERATION, `hours.${index}.day`, 'is not a day of the week');
    return { day: each.day, ...parseHours(`hours.${index}`, each) };
  });
  const overlap = overlapOf(week);
  if (overlap) throw invalidInput(OPERATION, `hours.${week.indexOf(overlap)}`, `overlaps others, at ${timeText(overlap.from)}`);
  return week.sort((one, other) => one.day - other.day || one.from - other.from);
}

function parseHolidays(input: readonly HolidayInput[]): Holiday[] {
  if (input.length > MAX_HOLIDAYS) throw invalidInput(OPERATION, 'holidays', `has more than ${MAX_HOLIDAYS} entries`);
  const seen = new Set<string>();
  return input
    .map((each, index) => {
      const at = `holidays.${index}`;
      const date = parseDate(`${at}.date`, each.date);
      if (seen.has(date)) throw invalidInput(OPERATION, `${at}.date`, 'is named twice');
      seen.add(date);
      return { date, name: parseText({ operation: OPERATION, field: `${at}.name` }, each.name ?? '', { max: 80 }), hours: parseHolidayHours(at, each.hours ?? []) };
    })
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

function parseHolidayHours(at: string, input: readonly HoursInput[]): DayHours[] {
  if (input.length > MAX_HOLIDAY_HOURS) throw invalidInput(OPERATION, `${at}.hours`, `has more than ${MAX_HOLIDAY_HOURS} entries`);
  const hours = input.map((each, index) => parseHours(`${at}.hours.${index}`, each)).sort((one, other) => one.from - other.from);
  for (const [index, { to }] of hours.entries()) {
    const next = hours[index + 1];
    if (next && next.from < to) throw invalidInput(OPERATION, `${at}.hours`, `overlap, at ${timeText(next.from)}`);
  }
  return hours;
}

function parseHours(at: string, input: HoursInput): DayHours {
  const from = parseTime(`${at}.opensAt`, input.opensAt);
  const to = parseTime(`${at}.closesAt`, input.closesAt);
  if (from >= DAY_MINUTES) throw invalidInput(OPERATION, `${at}.opensAt`, 'is later than 23:59');
  if (to <= from) throw invalidInput(OPERATION, `${at}.closesAt`, 'is not later than opensAt; past midnight count on, as in 26:00');
  if (to - from > DAY_MINUTES) throw invalidInput(OPERATION, `${at}.closesAt`, 'is more than 24 hours later than opensAt');
  return { from, to };
}

function parseTime(field: string, value: string): number {
  const [, hour, minute] = TIME.exec(value) ?? [];
  if (hour === undefined || minute === undefined) throw invalidInput(OPERATION, field, 'is not a time such as 09:30');
  return Number(hour) * 60 + Number(minute);
}

function parseDate(field: string, value: string): string {
  const [, year, month, day] = DATE.exec(value) ?? [];
  const isReal = year !== undefined && Number(year) >= 1970 && Number(year) <= 2200 && dateOf(dayNumber(Number(year), Number(month), Number(day))) === value;
  if (!isReal) throw invalidInput(OPERATION, field, 'is not a date such as 2026-12-25');
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isDayHours(value: unknown): value is DayHours {
  return typeof value === 'object' && value !== null && 'from' in value && typeof value.from === 'number' && 'to' in value && typeof value.to === 'number';
}
