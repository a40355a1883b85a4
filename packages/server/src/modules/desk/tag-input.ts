import { invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';

/** The most tags of a site. */
export const MAX_TAGS = 500;
/** The most tags on one conversation. */
export const MAX_TAGS_ON_ONE = 20;
const MAX_NAME = 40;

/** A tag's word: 1 to 40 characters, without spaces at its ends. @throws ChatError INVALID_INPUT */
export function parseTagName(operation: string, value: string): string {
  return parseText({ operation, field: 'name' }, value.trim().replace(/\s+/gu, ' '), { min: 1, max: MAX_NAME });
}

/** A colour `#rrggbb`, in lower case. @throws ChatError INVALID_INPUT */
export function parseColor(operation: string, value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw invalidInput(operation, 'color', 'is not a colour such as #1f8a70');
  return value.toLowerCase();
}

/** What keeps two tags of one word apart: nothing. */
export function nameKeyOf(name: string): string {
  return name.toLowerCase();
}
