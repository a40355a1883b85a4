import { ChatError, invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import type { JsonObject, JsonValue } from '../../kernel/words.js';
import { unknownVariable } from './texts.js';

/** What the server says by itself on a site, and when. An empty text is not sent. */
export interface AutomationSettings {
  /** Whether the bot answers in queues that begin with it; when not, these hand over at once. */
  readonly isBotOn: boolean;
  /** The score from which the bot sends an answer, 0 to 1. */
  readonly answerFrom: number;
  /** The score from which it asks which article is meant; below, it hands over. At most {@link answerFrom}. */
  readonly offerFrom: number;
  /** The most articles to choose from, 1 to 5. */
  readonly maxChoices: number;
  /** Stands above the choices. */
  readonly choicesText: string;
  /** Said when the bot hands over. */
  readonly handOverText: string;
  /** Said when a case begins. */
  readonly welcomeText: string;
  /** Said instead when a case begins, or is handed over, outside of the opening hours of its queue. */
  readonly outOfHoursText: string;
  /** Said to somebody who waits for an agent, within opening hours. */
  readonly waitingText: string;
  /** Seconds of waiting before the first one and between two, 10 to 86,400. */
  readonly waitingAfterSeconds: number;
  /** The most of them in one wait, 0 to 20. */
  readonly waitingMost: number;
  /** Said once to a customer who has not answered. */
  readonly inactivityText: string;
  /** Seconds of silence before it, 30 to 604,800. */
  readonly inactivityAfterSeconds: number;
}

/** What holds for a site that sets nothing: nothing is said but what a bot needs that a queue begins with. */
export const DEFAULT_AUTOMATION: AutomationSettings = {
  isBotOn: true,
  answerFrom: 0.5,
  offerFrom: 0.15,
  maxChoices: 3,
  choicesText: 'Did you mean one of these?',
  handOverText: 'I am passing you on to a colleague.',
  welcomeText: '',
  outOfHoursText: '',
  waitingText: '',
  waitingAfterSeconds: 120,
  waitingMost: 3,
  inactivityText: '',
  inactivityAfterSeconds: 600,
};

/** A change of settings as callers send it: what is absent or null stays. */
export type AutomationPatch = { readonly [Key in keyof AutomationSettings]?: AutomationSettings[Key] | null | undefined };

const OPERATION = 'update automation';
const MAX_TEXT = 1_000;
const TEXTS = ['choicesText', 'handOverText', 'welcomeText', 'outOfHoursText', 'waitingText', 'inactivityText'] as const;
const WHOLE = { maxChoices: [1, 5], waitingAfterSeconds: [10, 86_400], waitingMost: [0, 20], inactivityAfterSeconds: [30, 604_800] } as const;
const SCORES = ['answerFrom', 'offerFrom'] as const;

/** Reads stored settings; what is missing or of a wrong type has its default. */
export function readAutomation(stored: unknown): AutomationSettings {
  const json = isObject(stored) ? stored : {};
  const text = (key: (typeof TEXTS)[number]): string => stringOr(json[key], DEFAULT_AUTOMATION[key]);
  const number = (key: keyof typeof WHOLE | (typeof SCORES)[number]): number => numberOr(json[key], DEFAULT_AUTOMATION[key]);
  return {
    isBotOn: typeof json.isBotOn === 'boolean' ? json.isBotOn : DEFAULT_AUTOMATION.isBotOn,
    answerFrom: number('answerFrom'),
    offerFrom: number('offerFrom'),
    maxChoices: number('maxChoices'),
    choicesText: text('choicesText'),
    handOverText: text('handOverText'),
    welcomeText: text('welcomeText'),
    outOfHoursText: text('outOfHoursText'),
    waitingText: text('waitingText'),
    waitingAfterSeconds: number('waitingAfterSeconds'),
    waitingMost: number('waitingMost'),
    inactivityText: text('inactivityText'),
    inactivityAfterSeconds: number('inactivityAfterSeconds'),
  };
}

/**
 * Applies a change to stored settings after checking it.
 * @throws ChatError INVALID_INPUT; with `details.variable` for a text with a variable that does not exist
 */
export function mergeAutomation(stored: unknown, patch: AutomationPatch): JsonObject {
  const merged: JsonObject = { ...(isObject(stored) ? stored : {}) };
  if (patch.isBotOn != null) merged.isBotOn = patch.isBotOn;
  for (const field of TEXTS) {
    const value = patch[field];
    if (value != null) merged[field] = parseAutomationText(field, value);
  }
  for (const [field, [min, max]] of Object.entries(WHOLE)) {
    const value = isWholeField(field) ? patch[field] : null;
    if (value == null) continue;
    if (!Number.isInteger(value) || value < min || value > max) throw invalidInput(OPERATION, field, `is not a whole number from ${min} to ${max}`);
    merged[field] = value;
  }
  for (const field of SCORES) {
    const value = patch[field];
    if (value == null) continue;
    if (!(value >= 0 && value <= 1)) throw invalidInput(OPERATION, field, 'is not between 0 and 1');
    merged[field] = value;
  }
  const { answerFrom, offerFrom, choicesText } = readAutomation(merged);
  if (offerFrom > answerFrom) throw invalidInput(OPERATION, 'offerFrom', 'is above answerFrom');
  if (choicesText === '') throw invalidInput(OPERATION, 'choicesText', 'is empty');
  return merged;
}

function parseAutomationText(field: string, value: string): string {
  if (/^\s*$/u.test(value)) return '';
  const text = parseText({ operation: OPERATION, field }, value, { max: MAX_TEXT });
  const variable = unknownVariable(text);
  if (variable === null) return text;
  throw new ChatError('INVALID_INPUT', `unable to ${OPERATION}; ${field} names a variable that does not exist`, { details: { field, reason: 'VARIABLE_UNKNOWN', variable } });
}

function isWholeField(field: string): field is keyof typeof WHOLE {
  return field in WHOLE;
}

function stringOr(value: JsonValue | undefined, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function numberOr(value: JsonValue | undefined, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
