/** What an admin sends as rules, turned into rules; everything that is wrong with their shape is found at once. */
import { codePoints } from '../../kernel/input.js';
import { wordsOf } from './match.js';
import {
  BARE,
  NUMERIC,
  OPERATORS_OF,
  ROUTING_LIMITS,
  type RoutingActions,
  type RoutingCondition,
  type RoutingField,
  type RoutingGroup,
  type RoutingOperator,
  type RoutingPriority,
  type RoutingProblem,
  type RoutingProblemCode,
  type RoutingRule,
  type RoutingTest,
} from './rules.js';

/** A test as callers write it. */
export interface TestInput {
  readonly field: RoutingField;
  readonly operator: RoutingOperator;
  readonly name?: string | null | undefined;
  readonly values?: readonly string[] | null | undefined;
  readonly number?: number | null | undefined;
}

/** A group as callers write it. */
export interface GroupInput {
  readonly match: 'all' | 'any';
  readonly tests?: readonly TestInput[] | null | undefined;
}

/** A rule as callers write it. */
export interface RuleInput {
  readonly id: string;
  readonly name: string;
  readonly isActive?: boolean | null | undefined;
  readonly when?: (GroupInput & { readonly groups?: readonly GroupInput[] | null | undefined }) | null | undefined;
  readonly queue?: string | null | undefined;
  readonly priority?: RoutingPriority | null | undefined;
  readonly skillsRequired?: readonly string[] | null | undefined;
  readonly skillsPreferred?: readonly string[] | null | undefined;
  readonly template?: string | null | undefined;
  readonly stops?: boolean | null | undefined;
}

/** Well-formed rules, or what is wrong with them. */
export interface ParsedRules {
  readonly rules: readonly RoutingRule[];
  readonly problems: readonly RoutingProblem[];
}

const RULE_ID = /^[A-Za-z0-9_.:-]{1,64}$/;
/** Surrogates without their half, and the one character that PostgreSQL does not hold. */
const UNSTORABLE = /\p{Surrogate}|\u0000/u;
const OPEN_OR_CLOSED = ['OPEN', 'CLOSED'];
const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** Parses a list of rules. What has problems must not be used. */
export function parseRules(input: readonly RuleInput[]): ParsedRules {
  const problems: RoutingProblem[] = [];
  const report: Report = (code, path, reason) => void problems.push({ code, path, reason });
  if (input.length > ROUTING_LIMITS.rules) {
    report('TOO_MANY', 'rules', `are more than ${ROUTING_LIMITS.rules}`);
    return { rules: [], problems };
  }
  const seen = new Set<string>();
  const rules = input.map((rule, index) => {
    const at = `rules.${index}`;
    if (!RULE_ID.test(rule.id)) report('INVALID_TEST', `${at}.id`, 'is not 1 to 64 characters of A-Z a-z 0-9 _ . : -');
    if (seen.has(rule.id)) report('DUPLICATE', `${at}.id`, 'is used twice');
    seen.add(rule.id);
    return parseRule(rule, at, report);
  });
  return { rules, problems };
}

type Report = (code: RoutingProblemCode, path: string, reason: string) => void;

function parseRule(input: RuleInput, at: string, report: Report): RoutingRule {
  text({ value: input.name, path: `${at}.name`, max: ROUTING_LIMITS.nameLength }, report);
  const actions: RoutingActions = {
    queue: name(input.queue, `${at}.queue`, report),
    priority: input.priority ?? null,
    skillsRequired: skills(input.skillsRequired, `${at}.skillsRequired`, report),
    skillsPreferred: skills(input.skillsPreferred, `${at}.skillsPreferred`, report),
    template: name(input.template, `${at}.template`, report),
  };
  const stops = input.stops ?? true;
  const { queue, priority, template, skillsRequired, skillsPreferred } = actions;
  const isIdle = queue === null && priority === null && template === null && skillsRequired.length === 0 && skillsPreferred.length === 0;
  if (isIdle && !stops) report('DOES_NOTHING', at, 'sets nothing and does not stop');
  return { id: input.id, name: input.name, isActive: input.isActive ?? true, when: input.when == null ? null : condition(input.when, `${at}.when`, report), actions, stops };
}

function condition(input: NonNullable<RuleInput['when']>, at: string, report: Report): RoutingCondition {
  const groups = input.groups ?? [];
  if (groups.length > ROUTING_LIMITS.groups) report('TOO_MANY', `${at}.groups`, `are more than ${ROUTING_LIMITS.groups}`);
  if (groups.length === 0 && (input.tests ?? []).length === 0) report('EMPTY', at, 'has neither tests nor groups');
  return { ...group(input, at, report), groups: groups.slice(0, ROUTING_LIMITS.groups).map((each, index) => inner(each, `${at}.groups.${index}`, report)) };
}

function inner(input: GroupInput, at: string, report: Report): RoutingGroup {
  if ((input.tests ?? []).length === 0) report('EMPTY', at, 'has no tests');
  return group(input, at, report);
}

function group(input: GroupInput, at: string, report: Report): RoutingGroup {
  const tests = input.tests ?? [];
  if (tests.length > ROUTING_LIMITS.tests) report('TOO_MANY', `${at}.tests`, `are more than ${ROUTING_LIMITS.tests}`);
  return { match: input.match, tests: tests.slice(0, ROUTING_LIMITS.tests).map((test, index) => parseTest(test, `${at}.tests.${index}`, report)) };
}

function parseTest(input: TestInput, at: string, report: Report): RoutingTest {
  const { field, operator } = input;
  if (!OPERATORS_OF[field].includes(operator)) report('INVALID_TEST', `${at}.operator`, `does not fit ${field}; use one of ${OPERATORS_OF[field].join(', ')}`);
  return {
    field,
    operator,
    name: testName(input, `${at}.name`, report),
    values: testValues(input, `${at}.values`, report),
    number: testNumber(input, `${at}.number`, report),
  };
}

function testName({ field, name: given }: TestInput, path: string, report: Report): string | null {
  if (field === 'attribute' && given == null) report('INVALID_TEST', path, 'is needed: which attribute');
  if (field !== 'attribute' && field !== 'hours' && given != null) report('INVALID_TEST', path, `means nothing for ${field}`);
  return name(given, path, report);
}

function testValues({ field, operator, values: given }: TestInput, path: string, report: Report): string[] {
  const wantsNone = NUMERIC.includes(operator) || BARE.includes(operator);
  const values = [...new Set(given ?? [])];
  if (wantsNone && values.length > 0) report('INVALID_TEST', path, `mean nothing for ${operator}`);
  if (!wantsNone && values.length === 0) report('EMPTY', path, 'are empty');
  if (values.length > ROUTING_LIMITS.values) report('TOO_MANY', path, `are more than ${ROUTING_LIMITS.values}`);
  const shown = values.slice(0, ROUTING_LIMITS.values);
  for (const [index, value] of shown.entries()) {
    text({ value, path: `${path}.${index}`, max: ROUTING_LIMITS.valueLength }, report);
    if (field === 'words' && wordsOf(value) === ' ') report('INVALID_TEST', `${path}.${index}`, 'has no letters or digits');
  }
  if (field !== 'hours' && field !== 'priority') return shown;
  const known = field === 'hours' ? OPEN_OR_CLOSED : PRIORITIES;
  const upper = shown.map((value) => value.toUpperCase());
  for (const [index, value] of upper.entries()) if (!known.includes(value)) report('INVALID_TEST', `${path}.${index}`, `is not one of ${known.join(', ')}`);
  if (new Set(upper).size === known.length && operator === 'is') report('INVALID_TEST', path, 'are all there are, so that it asks nothing');
  return upper;
}

function testNumber({ field, operator, number: given }: TestInput, path: string, report: Report): number | null {
  if (!NUMERIC.includes(operator)) {
    if (given != null) report('INVALID_TEST', path, `means nothing for ${operator}`);
    return null;
  }
  if (given == null || !Number.isFinite(given)) {
    report('INVALID_TEST', path, 'is needed');
    return null;
  }
  const max = ROUTING_LIMITS.waitingSeconds;
  const isFit = field !== 'waiting' || (Number.isInteger(given) && given >= 0 && given <= max);
  if (!isFit) report('INVALID_TEST', path, `is not a whole number of seconds from 0 to ${max}`);
  return given;
}

function skills(given: readonly string[] | null | undefined, path: string, report: Report): string[] {
  const all = [...new Set(given ?? [])];
  if (all.length > ROUTING_LIMITS.skills) report('TOO_MANY', path, `are more than ${ROUTING_LIMITS.skills}`);
  const shown = all.slice(0, ROUTING_LIMITS.skills);
  for (const [index, value] of shown.entries()) text({ value, path: `${path}.${index}`, max: ROUTING_LIMITS.nameLength }, report);
  return shown;
}

function name(given: string | null | undefined, path: string, report: Report): string | null {
  if (given == null) return null;
  text({ value: given, path, max: ROUTING_LIMITS.nameLength }, report);
  return given;
}

function text({ value, path, max }: { readonly value: string; readonly path: string; readonly max: number }, report: Report): void {
  if (UNSTORABLE.test(value)) report('INVALID_TEST', path, 'has a character that cannot be stored');
  if (value.trim() === '') report('EMPTY', path, 'is empty');
  if (value.length > max && codePoints(value) > max) report('TOO_LONG', path, `is longer than ${max} characters`);
}
