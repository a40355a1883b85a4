const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const longDate = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const appointment = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const day = 86_400_000;

const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);
const daysAgo = (iso: string) => Math.round((startOfDay(Date.now()) - startOfDay(Date.parse(iso))) / day);

/** 14:05. */
export const clockTime = (iso: string): string => clock.format(new Date(iso));

/** 14:05 today, Tue within a week, 3 Mar before. */
export function listTime(iso: string): string {
  const ago = daysAgo(iso);
  if (ago < 1) return clockTime(iso);
  return (ago < 7 ? weekday : shortDate).format(new Date(iso));
}

/** Today, Yesterday, Tuesday, 3 March. */
export function dayName(iso: string): string {
  const ago = daysAgo(iso);
  const name = ago < 2 ? relative.format(-ago, 'day') : longDate.format(new Date(iso));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether two moments are on different days here. */
export const isOtherDay = (a: string, b: string): boolean => startOfDay(Date.parse(a)) !== startOfDay(Date.parse(b));

/** Tue, 3 Mar, 10:00 – 11:30. */
export function appointmentTime(startsAt: string, endsAt: string | null): string {
  const from = new Date(startsAt);
  return endsAt === null ? appointment.format(from) : appointment.formatRange(from, new Date(endsAt));
}

/** "5 minutes ago". */
export function timeAgo(iso: string): string {
  const minutes = Math.round((Date.now() - Date.parse(iso)) / 60_000);
  if (minutes < 1) return 'a moment ago';
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 24 * 60) return relative.format(-Math.round(minutes / 60), 'hour');
  return relative.format(-daysAgo(iso), 'day');
}
