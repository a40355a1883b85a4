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
  /** The texts in further languages, by locale; those above are in the site's own, and hold for whoever has none of these. */
  readonly translations: readonly Translation[];
}

/** The texts in a further language: one that is absent or null is that of the site's own language, an empty one is not said. */
export type Translation = { readonly locale: string } & { readonly [Field in TextField]?: string | null | undefined };

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
  translations: [],
};

/** A change of settings as callers send it: what is absent or null stays. */
export type AutomationPatch = { readonly [Key in keyof AutomationSettings]?: AutomationSettings[Key] | null | undefined };

const OPERATION = 'update automation';
const MAX_TEXT = 1_000;
/** The most languages of a site beside its own. */
export const MAX_TRANSLATIONS = 30;
const TEXTS = ['choicesText', 'handOverText', 'welcomeText', 'outOfHoursText', 'waitingText', 'inactivityText'] as const;
type TextField = (typeof TEXTS)[number];
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
    translations: readTranslations(json.translations),
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
  if (patch.translations != null) merged.translations = parseTranslations(patch.translations);
  const { answerFrom, offerFrom, choicesText } = readAutomation(merged);
  if (offerFrom > answerFrom) throw invalidInput(OPERATION, 'offerFrom', 'is above answerFrom');
  if (choicesText === '') throw invalidInput(OPERATION, 'choicesText', 'is empty');
  return merged;
}

/**
 * The settings with the texts for a language: those of its locale, else of a wider one (for `de-AT` those of `de`), else the site's own. Pure.
 */
export function inLanguage(settings: AutomationSettings, language: string | null): AutomationSettings {
  for (let tag = (language ?? '').toLowerCase(); tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = settings.translations.find(({ locale }) => locale.toLowerCase() === tag);
    if (found) return { ...settings, ...textsOf(found) };
  }
  return settings;
}

function textsOf(translation: Translation): Partial<Record<TextField, string>> {
  const texts: Partial<Record<TextField, string>> = {};
  for (const field of TEXTS) {
    const text = translation[field];
    if (text != null) texts[field] = text;
  }
  return texts;
}

/** What is kept of translations: an object by locale. */
function parseTranslations(translations: readonly Translation[]): JsonObject {
  if (translations.length > MAX_TRANSLATIONS) throw invalidInput(OPERATION, 'translations', `has more than ${MAX_TRANSLATIONS} locales`);
  const kept: JsonObject = {};
  for (const [index, translation] of translations.entries()) {
    const at = `translations[${index}]`;
    const locale = parseLocale(`${at}.locale`, translation.locale);
    if (locale in kept) throw invalidInput(OPERATION, `${at}.locale`, 'is there twice');
    const texts: JsonObject = {};
    for (const [field, text] of Object.entries(textsOf(translation))) texts[field] = parseAutomationText(`${at}.${field}`, text);
    if (texts.choicesText === '') throw invalidInput(OPERATION, `${at}.choicesText`, 'is empty');
    kept[locale] = texts;
  }
  return kept;
}

function parseLocale(field: string, value: string): string {
  try {
    const [locale] = value.length <= 35 ? Intl.getCanonicalLocales(value) : [];
    if (locale !== undefined) return locale;
  } catch {
    // Said below.
  }
  throw invalidInput(OPERATION, field, 'is not a language tag such as en-GB');
}

function readTranslations(stored: JsonValue | undefined): Translation[] {
  if (!isObject(stored)) return [];
  return Object.entries(stored).flatMap(([locale, texts]) => {
    if (!isObject(texts)) return [];
    const known = TEXTS.flatMap((field): Array<[TextField, string]> => {
      const text = texts[field];
      return typeof text === 'string' ? [[field, text]] : [];
    });
    return [{ locale, ...Object.fromEntries(known) }];
  }).sort((a, b) => (a.locale < b.locale ? -1 : 1));
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
