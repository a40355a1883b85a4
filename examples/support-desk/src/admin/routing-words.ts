import type { RoutingField, RoutingOperator, RoutingRule, RoutingRuleInput, RoutingTest, RoutingTestInput } from '@parley/sdk';

/** What a test can look at, how it compares, and whether it needs a name and what kind of value. */
export const fields: Record<RoutingField, { readonly text: string; readonly operators: readonly RoutingOperator[]; readonly hint: string; readonly isNamed?: boolean }> = {
  WORDS: { text: 'Words', operators: ['CONTAINS', 'CONTAINS_ALL', 'CONTAINS_NONE'], hint: 'refund, invoice' },
  PAGE: { text: 'Page', operators: ['STARTS_WITH', 'CONTAINS', 'IS', 'IS_NOT'], hint: 'https://shop.example/prices' },
  LANGUAGE: { text: 'Language', operators: ['IS', 'IS_NOT'], hint: 'de, fr' },
  DEPARTMENT: { text: 'Department', operators: ['IS', 'IS_NOT'], hint: 'billing' },
  ATTRIBUTE: { text: 'Attribute', operators: ['IS', 'IS_NOT', 'CONTAINS', 'EXISTS', 'MISSING', 'AT_LEAST', 'LESS_THAN'], hint: 'true', isNamed: true },
  WAITING: { text: 'Seconds of waiting', operators: ['AT_LEAST', 'LESS_THAN'], hint: '120' },
  HOURS: { text: 'Hours', operators: ['IS'], hint: 'OPEN or CLOSED', isNamed: true },
  PRIORITY: { text: 'Priority', operators: ['IS', 'IS_NOT'], hint: 'HIGH, URGENT' },
  QUEUE: { text: 'Queue', operators: ['IS', 'IS_NOT'], hint: 'general' },
};

/** How a test compares, in words. */
export const operators: Record<RoutingOperator, string> = {
  IS: 'is',
  IS_NOT: 'is not',
  CONTAINS: 'has one of',
  CONTAINS_ALL: 'has all of',
  CONTAINS_NONE: 'has none of',
  STARTS_WITH: 'begins with',
  EXISTS: 'is known',
  MISSING: 'is not known',
  AT_LEAST: 'at least',
  LESS_THAN: 'less than',
};

/** Whether a test compares with a number, with words, or with nothing. */
export const comparesWith = (operator: RoutingOperator): 'number' | 'words' | 'nothing' =>
  operator === 'AT_LEAST' || operator === 'LESS_THAN' ? 'number' : operator === 'EXISTS' || operator === 'MISSING' ? 'nothing' : 'words';

/** A test as a person reads it. */
export function testText({ field, operator, name, values, number }: RoutingTest | RoutingTestInput): string {
  const what = comparesWith(operator) === 'number' ? String(number ?? '') : (values ?? []).join(', ');
  return [fields[field].text, name ? `“${name}”` : '', operators[operator], what].filter((part) => part !== '').join(' ');
}

/** A rule as it is sent back, changed or not. */
export const inputOf = ({ id, name, isActive, when, queue, priority, skillsRequired, skillsPreferred, template, stops }: RoutingRule): RoutingRuleInput => ({
  id,
  name,
  isActive,
  when,
  queue,
  priority,
  skillsRequired,
  skillsPreferred,
  template,
  stops,
});
