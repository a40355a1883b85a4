import { invalidInput } from '../../kernel/errors.js';
import { parseExternalId, parseText } from '../../kernel/input.js';
import type { JsonObject, JsonValue, PaymentStatus } from '../../kernel/words.js';

/** The most attributes of one customer. */
export const MAX_ATTRIBUTES = 50;
const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const MAX_TEXT = 500;
const MAX_LIST = 20;
/** The largest amount, in the smallest unit of the currency. */
const MAX_AMOUNT = 2_000_000_000;

/** A change of attributes: null takes one away. */
export type AttributeChange = Readonly<Record<string, JsonValue>>;

/**
 * Checks attributes: names of 1 to 40 of a-z 0-9 _, values a string of at most 500 characters, a finite number, a boolean, a list of at most 20
 * such strings, or null.
 * @throws ChatError INVALID_INPUT
 */
export function parseAttributes(operation: string, value: Readonly<Record<string, unknown>>): AttributeChange {
  const entries = Object.entries(value);
  if (entries.length === 0) throw invalidInput(operation, 'attributes', 'is empty');
  if (entries.length > MAX_ATTRIBUTES) throw invalidInput(operation, 'attributes', `has more than ${MAX_ATTRIBUTES} entries`);
  return Object.fromEntries(entries.map(([name, each]): [string, JsonValue] => [parseName(operation, name), parseValue(operation, each)]));
}

/** The attributes after a change. @throws ChatError INVALID_INPUT when there would be too many */
export function mergeAttributes(operation: string, before: JsonObject, change: AttributeChange): JsonObject {
  const after: JsonObject = { ...before };
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  if (Object.keys(after).length > MAX_ATTRIBUTES) throw invalidInput(operation, 'attributes', `would be more than ${MAX_ATTRIBUTES}`);
  return after;
}

/** A payment as the host pushes it. */
export interface PaymentInput {
  readonly externalId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: PaymentStatus;
  readonly description?: string | null | undefined;
  readonly version?: number | null | undefined;
  readonly paidAt: Date;
}

/** A payment that is fit to be written. */
export interface ParsedPayment {
  readonly externalId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: PaymentStatus;
  readonly description: string;
  readonly version: number;
  readonly paidAt: Date;
}

/** Checks a payment. @throws ChatError INVALID_INPUT */
export function parsePayment(operation: string, input: PaymentInput): ParsedPayment {
  const version = input.version ?? 0;
  if (version < 0) throw invalidInput(operation, 'version', 'is not a whole number from 0 up');
  if (!Number.isInteger(input.amountMinor) || input.amountMinor < 0 || input.amountMinor > MAX_AMOUNT) {
    throw invalidInput(operation, 'amountMinor', `is not a whole number from 0 to ${MAX_AMOUNT}`);
  }
  if (!/^[A-Z]{3}$/.test(input.currency)) throw invalidInput(operation, 'currency', 'is not a code of three capitals such as EUR');
  return {
    externalId: parseExternalId({ operation, field: 'externalId' }, input.externalId),
    amountMinor: input.amountMinor,
    currency: input.currency,
    status: input.status,
    description: parseText({ operation, field: 'description' }, input.description ?? '', { max: 200 }),
    version,
    paidAt: input.paidAt,
  };
}

function parseName(operation: string, name: string): string {
  if (!NAME.test(name)) throw invalidInput(operation, 'attributes', 'has a name that is not 1 to 40 of a-z 0-9 _ and begins with a letter');
  return name;
}

function parseValue(operation: string, value: unknown): JsonValue {
  const at = { operation, field: 'attributes' };
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') return parseText(at, value, { max: MAX_TEXT });
  if (Array.isArray(value) && value.length <= MAX_LIST) {
    return value.map((each: unknown) => {
      if (typeof each !== 'string') throw invalidInput(operation, 'attributes', 'has a list of something other than strings');
      return parseText(at, each, { max: MAX_TEXT });
    });
  }
  throw invalidInput(operation, 'attributes', `has a value that is no string, number, boolean or list of at most ${MAX_LIST} strings`);
}
