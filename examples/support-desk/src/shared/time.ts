const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const MINUTE = 60_000;

/** `14:05`. */
export const clockTime = (iso: string): string => clock.format(new Date(iso));

/** `14:05` of today, else `Mon 3 Mar, 14:05`. */
export function dayAndTime(iso: string, now = new Date()): string {
  const date = new Date(iso);
  return date.toDateString() === now.toDateString() ? clock.format(date) : `${day.format(date)}, ${clock.format(date)}`;
}

/** `45 s`, `3 min`, `2 h 5 min`, `3 d`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d`;
}

/** How long ago: `now`, `3 min`, `2 h`. */
export const ago = (iso: string, now: number): string => (now - Date.parse(iso) < MINUTE ? 'now' : duration(now - Date.parse(iso)));
