/** Whether one test holds. Pure. */
import type { RoutingTest } from './rules.js';

/** What a test looks at, once it is fetched from the facts. */
export type FactValue = string | number | boolean | null | readonly string[];

/** Whether it is open, by the key of a schedule; null is the site's default. */
export type OpenAt = (schedule: string | null) => boolean;

/** All that rules may know of a case. */
export interface RoutingFacts {
  readonly department: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  /** Subject and first message. */
  readonly text: string;
  /** Address of the page. */
  readonly page: string | null;
  /** What the host and staff keep of the customer. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Seconds in the line. */
  readonly waitedSeconds: number;
  readonly isOpen: OpenAt;
  readonly priority: string | null;
  /** Key of the queue in which it waits; null while it waits in none. */
  readonly queue: string | null;
}

// Scripts that are written without spaces are taken character by character.
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
const TOKEN = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** The words of a text in lower case, each between spaces, so that whole words are found as ` words `; a single space for none. */
export function wordsOf(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];
  return words.length === 0 ? ' ' : ` ${words.join(' ')} `;
}

/** What a test looks at. */
export function factOf(facts: RoutingFacts, { field, name }: RoutingTest): FactValue {
  switch (field) {
    case 'words':
      return wordsOf(facts.text);
    case 'waiting':
      return facts.waitedSeconds;
    case 'hours':
      return facts.isOpen(name) ? 'OPEN' : 'CLOSED';
    case 'attribute':
      return attributeOf(facts.attributes, name ?? '');
    case 'priority':
      return facts.priority?.toUpperCase() ?? null;
    case 'department':
    case 'language':
    case 'page':
    case 'queue':
      return facts[field];
  }
}

/** Whether a test holds of a value that {@link factOf} fetched. */
export function holds(test: RoutingTest, value: FactValue): boolean {
  const { values, number } = test;
  switch (test.operator) {
    case 'is':
      return values.some((each) => equals(test, value, each));
    case 'is_not':
      return !values.some((each) => equals(test, value, each));
    case 'contains':
      return values.some((each) => has(test, value, each));
    case 'contains_all':
      return values.every((each) => has(test, value, each));
    case 'contains_none':
      return !values.some((each) => has(test, value, each));
    case 'starts_with':
      return typeof value === 'string' && values.some((each) => value.toLowerCase().startsWith(each.toLowerCase()));
    case 'exists':
      return value !== null;
    case 'missing':
      return value === null;
    case 'at_least':
      return typeof value === 'number' && number !== null && value >= number;
    case 'less_than':
      return typeof value === 'number' && number !== null && value < number;
  }
}

function equals({ field }: RoutingTest, value: FactValue, wanted: string): boolean {
  if (value === null || Array.isArray(value)) return false;
  const [one, other] = [String(value).toLowerCase(), wanted.toLowerCase()];
  // `de` stands for `de-AT` too.
  return one === other || (field === 'language' && one.startsWith(`${other}-`));
}

function has({ field }: RoutingTest, value: FactValue, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((each) => String(each).toLowerCase() === wanted.toLowerCase());
  if (typeof value !== 'string') return false;
  if (field === 'words') return value.includes(wordsOf(wanted));
  return field === 'page' && value.toLowerCase().includes(wanted.toLowerCase());
}

function attributeOf(attributes: Readonly<Record<string, unknown>>, name: string): FactValue {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;
}
