import type { Article } from '../../db/generated/client.js';
import { invalidInput } from '../../kernel/errors.js';
import { parseClientId, parseText } from '../../kernel/input.js';

/** What a caller of `upsertArticle` gives; what is absent stays, and null empties what can be empty. */
export interface ArticleInput {
  /** The host's own name of the article. */
  readonly key: string;
  readonly title?: string | null | undefined;
  readonly answer?: string | null | undefined;
  readonly questions?: readonly string[] | null | undefined;
  readonly category?: string | null | undefined;
  readonly keywords?: readonly string[] | null | undefined;
  readonly pagePattern?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly isActive?: boolean | null | undefined;
}

/** What an article says. */
export type ArticleFields = Pick<Article, 'title' | 'answer' | 'questions' | 'category' | 'keywords' | 'pagePattern' | 'language' | 'isActive'>;

/** The most ways of asking the same besides the title. */
export const MAX_QUESTIONS = 20;
const MAX_KEYWORDS = 20;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/;

/** The parts that are given, checked. @throws ChatError INVALID_INPUT */
export function parseArticle(operation: string, input: ArticleInput): Partial<ArticleFields> {
  return {
    ...(input.title == null ? {} : { title: parseLine({ operation, field: 'title' }, input.title, 300) }),
    ...(input.answer == null ? {} : { answer: parseAnswer(operation, input.answer) }),
    ...(input.questions == null ? {} : { questions: parseLines({ operation, field: 'questions' }, input.questions, { most: MAX_QUESTIONS, max: 300 }) }),
    ...(input.category == null ? {} : { category: parseText({ operation, field: 'category' }, input.category, { max: 80 }) }),
    ...(input.keywords == null ? {} : { keywords: parseLines({ operation, field: 'keywords' }, input.keywords, { most: MAX_KEYWORDS, max: 40 }) }),
    ...(input.pagePattern === undefined ? {} : { pagePattern: parsePattern(operation, input.pagePattern) }),
    ...(input.language === undefined ? {} : { language: parseLanguage(operation, input.language) }),
    ...(input.isActive == null ? {} : { isActive: input.isActive }),
  };
}

/** The host's own name of an article: 1 to 64 characters of letters, digits and `_.:-`. @throws ChatError INVALID_INPUT */
export function parseKey(operation: string, key: string): string {
  return parseClientId({ operation, field: 'key' }, key);
}

/** A language in lower case; null for any. @throws ChatError INVALID_INPUT */
export function parseLanguage(operation: string, value: string | null): string | null {
  const language = value?.toLowerCase() ?? null;
  if (language !== null && !LANGUAGE.test(language)) throw invalidInput(operation, 'language', 'is not a language tag such as de or pt-BR');
  return language;
}

/** What is searched first: title, questions and keywords, in lower case. */
export function headingOf({ title, questions, keywords }: Pick<ArticleFields, 'title' | 'questions' | 'keywords'>): string {
  return [title, ...questions, ...keywords].join(' \n').toLowerCase();
}

interface Place {
  readonly operation: string;
  readonly field: string;
}

function parseLine(at: Place, value: string, max: number): string {
  if (/^\s*$/u.test(value)) throw invalidInput(at.operation, at.field, 'is empty');
  return parseText(at, value, { min: 1, max });
}

function parseLines(at: Place, values: readonly string[], limits: { readonly most: number; readonly max: number }): string[] {
  if (values.length > limits.most) throw invalidInput(at.operation, at.field, `has more than ${limits.most} entries`);
  return [...new Set(values.map((value) => parseLine(at, value, limits.max)))];
}

function parseAnswer(operation: string, value: string): string {
  if (/^\s*$/u.test(value)) throw invalidInput(operation, 'answer', 'is empty');
  return parseText({ operation, field: 'answer' }, value, { min: 1, max: 4_000 });
}

function parsePattern(operation: string, value: string | null): string | null {
  if (value === null) return null;
  if (!/^[/*]/.test(value)) throw invalidInput(operation, 'pagePattern', 'begins with neither / nor *');
  return parseText({ operation, field: 'pagePattern' }, value, { max: 200 });
}
