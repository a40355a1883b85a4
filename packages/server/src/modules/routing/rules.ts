/** Routing rules as data: what they can ask, what they can do, and how much of it there may be. */

/** What a test looks at. */
export const ROUTING_FIELDS = ['department', 'language', 'words', 'page', 'attribute', 'waiting', 'hours', 'priority', 'queue'] as const;
/** One of {@link ROUTING_FIELDS}. */
export type RoutingField = (typeof ROUTING_FIELDS)[number];

/** How a test compares. */
export const ROUTING_OPERATORS = ['is', 'is_not', 'contains', 'contains_all', 'contains_none', 'starts_with', 'exists', 'missing', 'at_least', 'less_than'] as const;
/** One of {@link ROUTING_OPERATORS}. */
export type RoutingOperator = (typeof ROUTING_OPERATORS)[number];

/** Which comparisons make sense of what. */
export const OPERATORS_OF: Readonly<Record<RoutingField, readonly RoutingOperator[]>> = {
  department: ['is', 'is_not'],
  language: ['is', 'is_not'],
  words: ['contains', 'contains_all', 'contains_none'],
  page: ['is', 'is_not', 'starts_with', 'contains'],
  attribute: ['is', 'is_not', 'contains', 'exists', 'missing', 'at_least', 'less_than'],
  waiting: ['at_least', 'less_than'],
  hours: ['is'],
  priority: ['is', 'is_not'],
  queue: ['is', 'is_not'],
};

/** Comparisons with a number instead of values. */
export const NUMERIC: readonly RoutingOperator[] = ['at_least', 'less_than'];
/** Comparisons with nothing. */
export const BARE: readonly RoutingOperator[] = ['exists', 'missing'];

/** One question. */
export interface RoutingTest {
  readonly field: RoutingField;
  readonly operator: RoutingOperator;
  /** Of an attribute its name, of hours the key of a schedule (null for the site's default); null otherwise. */
  readonly name: string | null;
  /** Any of them will do, except with `contains_all` and `contains_none`; in capitals for hours and priority. */
  readonly values: readonly string[];
  /** Seconds, for waiting. */
  readonly number: number | null;
}

/** Questions of which all or any must be answered with yes. */
export interface RoutingGroup {
  readonly match: 'all' | 'any';
  readonly tests: readonly RoutingTest[];
}

/** When a rule matches: questions, and groups of questions; no deeper than that. */
export interface RoutingCondition extends RoutingGroup {
  readonly groups: readonly RoutingGroup[];
}

/** What a rule says of a case. */
export interface RoutingActions {
  /** Key of a queue. */
  readonly queue: string | null;
  readonly priority: RoutingPriority | null;
  readonly skillsRequired: readonly string[];
  readonly skillsPreferred: readonly string[];
  /** Shortcut of a quick reply of the site, sent to the customer. */
  readonly template: string | null;
}

/** One rule of the ordered list. */
export interface RoutingRule {
  /** Made by the admin's client; stays the same from version to version. */
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Null matches always. */
  readonly when: RoutingCondition | null;
  readonly actions: RoutingActions;
  /** Whether the rules below are left out once it has matched. */
  readonly stops: boolean;
}

/** Priorities of a case, low to high. */
export const ROUTING_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
/** One of {@link ROUTING_PRIORITIES}. */
export type RoutingPriority = (typeof ROUTING_PRIORITIES)[number];

/** How much there may be. */
export const ROUTING_LIMITS = {
  rules: 100,
  groups: 10,
  tests: 20,
  values: 50,
  valueLength: 120,
  skills: 20,
  nameLength: 80,
  /** Seven days. */
  waitingSeconds: 604_800,
} as const;

/** What is wrong with rules. */
export const ROUTING_PROBLEMS = [
  'EMPTY',
  'INVALID_TEST',
  'DUPLICATE',
  'DOES_NOTHING',
  'MATCHES_NOTHING',
  'UNREACHABLE',
  'LOOP',
  'UNKNOWN_QUEUE',
  'UNKNOWN_SKILL',
  'UNKNOWN_TEMPLATE',
  'UNKNOWN_SCHEDULE',
  'TOO_LONG',
  'TOO_MANY',
  'TOO_COMPLEX',
] as const;
/** One of {@link ROUTING_PROBLEMS}. */
export type RoutingProblemCode = (typeof ROUTING_PROBLEMS)[number];

/** Something that is wrong, and where. */
export interface RoutingProblem {
  readonly code: RoutingProblemCode;
  /** Such as `rules.2.when.groups.0.tests.1`. */
  readonly path: string;
  /** In words, behind the path. */
  readonly reason: string;
}

/** Whether a rule asks how long somebody has waited: only such rules are looked at while a case waits. */
export function asksWaiting({ when }: RoutingRule): boolean {
  return when !== null && [when, ...when.groups].some(({ tests }) => tests.some(({ field }) => field === 'waiting'));
}

/** The moments, in seconds of waiting, at which the answer of some rule changes; in order. */
export function waitingSteps(rules: readonly RoutingRule[]): number[] {
  const steps = new Set<number>();
  for (const { isActive, when } of rules) {
    if (!isActive || when === null) continue;
    for (const { tests } of [when, ...when.groups]) for (const { field, number } of tests) if (field === 'waiting' && number !== null && number > 0) steps.add(number);
  }
  return [...steps].sort((one, other) => one - other);
}
