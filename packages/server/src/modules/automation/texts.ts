import { codePoints } from '../../kernel/input.js';
import { fillPlaceholders, placeholdersOf } from '../../kernel/placeholders.js';

/** Every variable that a text of automation can have. */
export const VARIABLES = ['customer.name', 'site.name', 'queue.name', 'queue.position', 'case.subject', 'waited.minutes', 'hours.nextOpening'] as const;
/** One of {@link VARIABLES}. */
export type Variable = (typeof VARIABLES)[number];
/** Values for variables; one without a value becomes nothing. */
export type Values = Readonly<Partial<Record<Variable, string>>>;

/** The first variable of a text that does not exist; null when all do. */
export function unknownVariable(text: string): string | null {
  return placeholdersOf(text).find((name) => !isVariable(name)) ?? null;
}

/** Puts values in for the variables. What is put in is not looked at again. */
export function render(text: string, values: Values): string {
  return fillPlaceholders(text, (name) => (isVariable(name) ? (values[name] ?? '') : ''));
}

/** A text no longer than a message may be: what is too much goes, with a sign that it did. */
export function cut(text: string, max: number): string {
  return codePoints(text) <= max ? text : `${[...text].slice(0, Math.max(0, max - 1)).join('')}…`;
}

/** A moment for people: weekday and time, in the language and the time zone that are given. */
export function momentText(at: Date, of: { readonly language: string | null; readonly timeZone: string | null }): string {
  const format = { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone: of.timeZone ?? 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf(of.language), format).format(at);
}

function localeOf(language: string | null): string {
  try {
    return (language === null ? undefined : Intl.DateTimeFormat.supportedLocalesOf(language)[0]) ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

function isVariable(name: string): name is Variable {
  return VARIABLES.some((known) => known === name);
}
