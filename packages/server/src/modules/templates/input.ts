import { createHash } from 'node:crypto';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import { unknownVariable } from './render.js';

/** What a template says. */
export interface TemplateFields {
  readonly shortcut: string;
  readonly title: string;
  readonly text: string;
}

/** How a template is found beside its shortcut. */
export interface TemplateLabels {
  readonly tags: readonly string[];
  readonly department: string | null;
}

const MAX_TAGS = 10;
const SHORTCUT = /^[\p{L}\p{N}_-]{1,40}$/u;
const MAX_TEXT = 4_000;

/** Checks the shortcut: 1 to 40 letters, digits, `_` and `-`; kept in lower case. @throws ChatError INVALID_INPUT */
export function parseShortcut(operation: string, value: string): string {
  const shortcut = value.toLowerCase();
  if (!SHORTCUT.test(shortcut)) throw invalidInput(operation, 'shortcut', 'is not 1 to 40 letters, digits, _ or -');
  return shortcut;
}

/** Checks the title: 1 to 120 characters. @throws ChatError INVALID_INPUT */
export function parseTitle(operation: string, value: string): string {
  return parseText({ operation, field: 'title' }, value, { min: 1, max: 120 });
}

/** Checks the text: 1 to 4,000 characters, with variables that exist. @throws ChatError INVALID_INPUT, with `details.variable` for one that does not */
export function parseTemplateText(operation: string, value: string): string {
  if (/^\s*$/u.test(value)) throw invalidInput(operation, 'text', 'is empty');
  const text = parseText({ operation, field: 'text' }, value, { min: 1, max: MAX_TEXT });
  const variable = unknownVariable(text);
  if (variable !== null) {
    throw new ChatError('INVALID_INPUT', `unable to ${operation}; text names a variable that does not exist`, {
      details: { field: 'text', reason: 'VARIABLE_UNKNOWN', variable },
    });
  }
  return text;
}

/** Checks tags: at most 10, each of 1 to 40 characters; each is kept once, in lower case. @throws ChatError INVALID_INPUT */
export function parseTags(operation: string, values: readonly string[]): string[] {
  if (values.length > MAX_TAGS) throw invalidInput(operation, 'tags', `has more than ${MAX_TAGS} entries`);
  return [...new Set(values.map((value) => parseText({ operation, field: 'tags' }, value.trim().toLowerCase(), { min: 1, max: 40 })))];
}

/** Checks a department: 1 to 60 characters. @throws ChatError INVALID_INPUT */
export function parseDepartment(operation: string, value: string): string {
  return parseText({ operation, field: 'department' }, value, { min: 1, max: 60 });
}

/** Tells a retry from another template under the same client id. */
export function hashOf(fields: TemplateFields & TemplateLabels & { readonly isShared: boolean }): string {
  const { shortcut, title, text, isShared, tags, department } = fields;
  const labels = tags.length > 0 || department !== null ? [tags, department] : [];
  return createHash('sha256').update(JSON.stringify([shortcut, title, text, isShared, ...labels])).digest('hex');
}
