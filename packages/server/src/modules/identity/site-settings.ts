import { invalidInput } from '../../kernel/errors.js';
import { parseJsonObject, parseText } from '../../kernel/input.js';
import type { JsonObject, JsonValue } from '../../kernel/words.js';

/** What a site can set. Stored as JSON with only what differs from the defaults. */
export interface SiteSettings {
  /** First message of a booking conversation; empty for none. At most 1,000 code points. */
  readonly welcomeMessage: string;
  /** Hours that a conversation stays open after its booking was completed, 0 to 8,760. */
  readonly bookingOpenHours: number;
  /** Longest message in code points, 1 to 10,000. */
  readonly maxMessageLength: number;
  /** Question to the customer once their case of support is resolved; empty for none. At most 500 code points. */
  readonly ratingQuestion: string;
  /** The host's widget settings, kept as given. */
  readonly widget: JsonObject;
  /** Settings of automatic answers, kept as given. */
  readonly ai: JsonObject;
}

/** What holds for a site that sets nothing. */
export const DEFAULT_SETTINGS: SiteSettings = {
  welcomeMessage: 'This conversation belongs to your booking. Write here whatever needs arranging.',
  bookingOpenHours: 72,
  maxMessageLength: 4000,
  ratingQuestion: 'How satisfied are you with our support? Please rate it from 1 to 5.',
  widget: {},
  ai: {},
};

/** A change of settings as callers send it: what is absent or null stays as it is. */
export interface SettingsPatch {
  readonly welcomeMessage?: string | null;
  readonly bookingOpenHours?: number | null;
  readonly maxMessageLength?: number | null;
  readonly ratingQuestion?: string | null;
  readonly widget?: Readonly<Record<string, unknown>> | null;
  readonly ai?: Readonly<Record<string, unknown>> | null;
}

/** Reads stored settings; what is missing or of a wrong type falls back to its default. */
export function parseSettings(stored: unknown): SiteSettings {
  const json = isObject(stored) ? stored : {};
  return {
    welcomeMessage: typeof json.welcomeMessage === 'string' ? json.welcomeMessage : DEFAULT_SETTINGS.welcomeMessage,
    bookingOpenHours: typeof json.bookingOpenHours === 'number' ? json.bookingOpenHours : DEFAULT_SETTINGS.bookingOpenHours,
    maxMessageLength: typeof json.maxMessageLength === 'number' ? json.maxMessageLength : DEFAULT_SETTINGS.maxMessageLength,
    ratingQuestion: typeof json.ratingQuestion === 'string' ? json.ratingQuestion : DEFAULT_SETTINGS.ratingQuestion,
    widget: isObject(json.widget) ? json.widget : DEFAULT_SETTINGS.widget,
    ai: isObject(json.ai) ? json.ai : DEFAULT_SETTINGS.ai,
  };
}

/**
 * Applies a change to stored settings after checking it.
 * @throws ChatError INVALID_INPUT
 */
export function mergeSettings(stored: unknown, patch: SettingsPatch): JsonObject {
  const merged: JsonObject = { ...(isObject(stored) ? stored : {}) };
  const at = (field: string) => ({ operation: 'update site', field });
  if (patch.welcomeMessage != null) merged.welcomeMessage = parseText(at('welcomeMessage'), patch.welcomeMessage, { max: 1000 });
  if (patch.bookingOpenHours != null) merged.bookingOpenHours = whole('bookingOpenHours', patch.bookingOpenHours, [0, 8760]);
  if (patch.maxMessageLength != null) merged.maxMessageLength = whole('maxMessageLength', patch.maxMessageLength, [1, 10_000]);
  if (patch.ratingQuestion != null) merged.ratingQuestion = parseText(at('ratingQuestion'), patch.ratingQuestion, { max: 500 });
  if (patch.widget != null) merged.widget = parseJsonObject(at('widget'), patch.widget);
  if (patch.ai != null) merged.ai = parseJsonObject(at('ai'), patch.ai);
  return merged;
}

function whole(field: string, value: number, [min, max]: readonly [number, number]): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw invalidInput('update site', field, `is not a whole number from ${min} to ${max}`);
  }
  return value;
}

function isObject(value: unknown): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
