/** Rules in words, for people who ask why. */
import type { RoutingOperator, RoutingTest } from './rules.js';

const FIELD_WORDS = {
  department: 'department',
  language: 'language',
  words: 'text',
  page: 'page',
  waiting: 'waiting time',
  priority: 'priority',
  queue: 'queue',
} as const;

const OPERATOR_WORDS: Readonly<Record<RoutingOperator, string>> = {
  is: 'is',
  is_not: 'is not',
  contains: 'contains',
  contains_all: 'contains all of',
  contains_none: 'contains none of',
  starts_with: 'starts with',
  exists: 'is known',
  missing: 'is not known',
  at_least: 'is at least',
  less_than: 'is less than',
};

/** A test in words, such as `language is de or fr`. */
export function testText({ field, operator, name, values, number }: RoutingTest): string {
  const what = field === 'attribute' ? `attribute ${name ?? ''}` : field === 'hours' ? `it (${name ?? 'default hours'})` : FIELD_WORDS[field];
  const list = values.join(operator === 'contains_all' ? ' and ' : ' or ');
  const than = number === null ? list : `${number}${field === 'waiting' ? ' s' : ''}`;
  return `${what} ${OPERATOR_WORDS[operator]} ${than}`.trim();
}
