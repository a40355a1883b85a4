/**
 * Reading numbers out of a frame without parsing it: the load generator must not be what is measured.
 * Both protocols write JSON whose texts are made by {@link markedText}, so that no key can occur inside one.
 */
import type { RawData } from 'ws';

/** The bytes of a frame as text, one character a byte: enough for keys and numbers. */
export function frameText(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString('latin1');
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)).toString('latin1');
}

/** The whole number that follows `key` (such as `"seq":`) from `from` on; -1 when there is none. */
export function numberAfter(frame: string, key: string, from = 0): number {
  const at = frame.indexOf(key, from);
  if (at < 0) return -1;
  let value = 0;
  let index = at + key.length;
  for (let code = frame.charCodeAt(index); code >= 48 && code <= 57; code = frame.charCodeAt(index)) {
    value = value * 10 + code - 48;
    index += 1;
  }
  return value;
}
