import { Temporal } from 'temporal-polyfill';

/** Milliseconds of a minute. */
export const MINUTE_MS = 60_000;
/** Minutes of a day as a clock on the wall counts them. */
export const DAY_MINUTES = 1_440;
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$/;
const MAX_ZONE = 64;

/** Whether this names a time zone of the IANA data, such as `Europe/Vienna` or `UTC`; offsets such as `+02:00` do not. */
export function isTimeZone(value: string): boolean {
  if (value.length > MAX_ZONE || !ZONE.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** The day of the calendar, counted from 1970-01-01, that a moment (milliseconds since the epoch) falls on in a zone. */
export function localDay(timeZone: string, at: number): number {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return dayNumber(year, month, day);
}

/** A day of the calendar, counted from 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / (DAY_MINUTES * MINUTE_MS);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A day as `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10);
}

/** The day of a `YYYY-MM-DD`, counted from 1970-01-01. */
export function dayOfDate(date: string): number {
  return Date.parse(date) / (DAY_MINUTES * MINUTE_MS);
}

/**
 * The moment (milliseconds since the epoch) at which the clocks of a zone first show so many minutes after the midnight of a day, or more. Where a
 * change to summer time skips that time, it is the moment of the change; where a change back shows it twice, the first of the two. So a later time
 * of the clock never comes earlier.
 */
export function firstShown(timeZone: string, day: number, minutes: number): number {
  const wall = new Date((day * DAY_MINUTES + minutes) * MINUTE_MS);
  const shown = new Temporal.PlainDateTime(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate(), wall.getUTCHours(), wall.getUTCMinutes());
  const zoned = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(shown)) return zoned.epochMilliseconds;
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? zoned.epochMilliseconds;
}
