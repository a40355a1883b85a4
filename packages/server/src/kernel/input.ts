/**
 * Parsers for what callers send. Each returns the value or throws `INVALID_INPUT` whose details name the field and the
 * reason; the operation reads as in `unable to <operation>; <field> <reason>`.
 */
import { invalidInput } from './errors.js';
import type { JsonObject, JsonValue } from './words.js';

/** Where a value stands in the input, for the error. */
export interface Field {
  /** What the caller is doing, such as `send message`. */
  readonly operation: string;
  /** The input field's name, such as `clientId`. */
  readonly field: string;
}

/** Longest JSON object taken, in bytes of UTF-8. */
export const MAX_JSON_BYTES = 4096;
const MAX_JSON_DEPTH = 5;
const FLOW_ROLE = /^[a-z][a-z0-9_]{0,39}$/;
const CLIENT_ID = /^[A-Za-z0-9_.:-]{1,64}$/;

/** A string of `min` to `max` Unicode code points that PostgreSQL can hold: no U+0000, no lone surrogate. Kept exactly as sent. */
export function parseText(at: Field, value: string, range: { readonly min?: number; readonly max: number }): string {
  if (/\p{Surrogate}/u.test(value)) throw invalidInput(at.operation, at.field, 'has a lone surrogate');
  if (value.includes('\u0000')) throw invalidInput(at.operation, at.field, 'has the character U+0000');
  // No string has more code points than UTF-16 units, so a cheap look spares the count.
  const length = value.length <= range.max && (range.min ?? 0) === 0 ? value.length : codePoints(value);
  if (length < (range.min ?? 0)) throw invalidInput(at.operation, at.field, 'is too short');
  if (length > range.max) throw invalidInput(at.operation, at.field, `is longer than ${range.max} characters`);
  return value;
}

/** How many Unicode code points a string has. */
export function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** A client-made id: 1 to 64 characters out of letters, digits and `_.:-`. */
export function parseClientId(at: Field, value: string): string {
  if (!CLIENT_ID.test(value)) throw invalidInput(at.operation, at.field, 'is not 1 to 64 characters of A-Z a-z 0-9 _ . : -');
  return value;
}

/** A role that the host names itself, such as `brand_owner`: 1 to 40 of a-z, 0-9 and `_`, beginning with a letter. */
export function parseFlowRole(at: Field, value: string): string {
  if (!FLOW_ROLE.test(value)) throw invalidInput(at.operation, at.field, 'is not 1 to 40 characters of a-z 0-9 _ that begin with a letter');
  return value;
}

/** A host's own id of something: 1 to 200 code points, with no control characters. */
export function parseExternalId(at: Field, value: string): string {
  if (/[\u0000-\u001f\u007f]/.test(value)) throw invalidInput(at.operation, at.field, 'has a control character');
  return parseText(at, value, { min: 1, max: 200 });
}

/** A JSON object of at most 4 KiB and 5 levels. */
export function parseJsonObject(at: Field, value: unknown): JsonObject {
  if (!isJsonObject(value)) throw invalidInput(at.operation, at.field, 'is not a JSON object');
  if (depthOf(value) > MAX_JSON_DEPTH) throw invalidInput(at.operation, at.field, `is nested deeper than ${MAX_JSON_DEPTH} levels`);
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > MAX_JSON_BYTES) throw invalidInput(at.operation, at.field, `is larger than ${MAX_JSON_BYTES} bytes`);
  // JSON.stringify escapes both, so the escapes are what to look for.
  if (/\\u0000|\\ud[89a-f]/.test(text)) throw invalidInput(at.operation, at.field, 'has a character that cannot be stored');
  return value;
}

/** An address that a browser may load: https, or http on this machine; at most 2,048 characters. */
export function parseUrl(at: Field, value: string): string {
  const url = URL.canParse(value) && value.length <= 2048 ? new URL(value) : null;
  const local = url !== null && url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');
  if (!url || (url.protocol !== 'https:' && !local)) throw invalidInput(at.operation, at.field, 'is not an https address');
  return value;
}

/** A page size from 1 to 100. */
export function parsePageSize(at: Field, value: number): number {
  if (!Number.isInteger(value) || value < 1 || value > 100) throw invalidInput(at.operation, at.field, 'is not between 1 and 100');
  return value;
}

/** A number of the log: a whole number from 0 up. */
export function parseSeq(at: Field, value: number): number {
  if (!Number.isInteger(value) || value < 0) throw invalidInput(at.operation, at.field, 'is not a whole number from 0 up');
  return value;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function depthOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}
