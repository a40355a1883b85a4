/**
 * Whether there is a case at all of which a condition holds. Exact: what one field can be is found out by trying the few values that the tests themselves
 * tell apart, and the alternatives of the condition are gone through with a bound on the steps.
 */
import { type FactValue, holds, wordsOf } from './match.js';
import { ROUTING_PRIORITIES, type RoutingCondition, type RoutingGroup, type RoutingTest } from './rules.js';

/** A condition of any depth. An empty `all` always holds, an empty `any` never. */
export type Formula = { readonly all: readonly Formula[] } | { readonly any: readonly Formula[] } | Literal;

/** A test, or its opposite. */
export interface Literal {
  readonly test: RoutingTest;
  readonly isNot: boolean;
}

/** What always holds. */
export const ALWAYS: Formula = { all: [] };
/** What never does. */
export const NEVER: Formula = { any: [] };

/** Steps that may be taken, shared by all that is asked with it. */
export interface Budget {
  steps: number;
}

/** A condition as a formula; null is always. */
export function formulaOf(when: RoutingCondition | null): Formula {
  if (when === null) return ALWAYS;
  return join(when.match, [...when.tests.map(literalOf), ...when.groups.map(groupFormula)]);
}

/** The opposite of a formula. */
export function negate(formula: Formula): Formula {
  if ('all' in formula) return { any: formula.all.map(negate) };
  if ('any' in formula) return { all: formula.any.map(negate) };
  return { test: formula.test, isNot: !formula.isNot };
}

/** A formula for cases in a certain queue: nothing of it asks for the queue any more. */
export function inQueue(formula: Formula, queue: string): Formula {
  if ('all' in formula) return { all: formula.all.map((each) => inQueue(each, queue)) };
  if ('any' in formula) return { any: formula.any.map((each) => inQueue(each, queue)) };
  if (formula.test.field !== 'queue') return formula;
  return holds(formula.test, queue) === formula.isNot ? NEVER : ALWAYS;
}

/** Whether a formula can hold; null when that was not found out within the budget. */
export function canHold(formula: Formula, budget: Budget): boolean | null {
  try {
    return search([formula], [], budget);
  } catch (error) {
    if (error instanceof OutOfSteps) return null;
    throw error;
  }
}

class OutOfSteps extends Error {}

function search(open: readonly Formula[], held: readonly Literal[], budget: Budget): boolean {
  budget.steps -= 1;
  if (budget.steps < 0) throw new OutOfSteps();
  const [next, ...rest] = open;
  if (next === undefined) return true;
  // What must hold comes before what leaves a choice, so that a contradiction is met early.
  if ('all' in next) return search([...next.all.filter(isCertain), ...rest.filter(isCertain), ...[...next.all, ...rest].filter((each) => !isCertain(each))], held, budget);
  if ('any' in next) return next.any.some((each) => search([each, ...rest], held, budget));
  const choices = split(next);
  if (choices !== null) return search([choices, ...rest], held, budget);
  const now = [...held, next];
  return hasWitness(now.filter(({ test }) => isSameFact(test, next.test))) && search(rest, now, budget);
}

function isCertain(formula: Formula): boolean {
  return !('any' in formula);
}

/** Tests for several words are choices between tests for one; null for any other test. */
function split({ test, isNot }: Literal): Formula | null {
  if (test.field !== 'words' || (test.values.length === 1 && test.operator === 'contains')) return null;
  const ones = (not: boolean): Formula[] => test.values.map((value) => ({ test: { ...test, operator: 'contains' as const, values: [value] }, isNot: not }));
  const isNone = test.operator === 'contains_none';
  const wantsAll = test.operator === 'contains_all' || isNone;
  return wantsAll === isNot ? { any: ones(isNone !== isNot) } : { all: ones(isNone !== isNot) };
}

function isSameFact(one: RoutingTest, other: RoutingTest): boolean {
  return one.field === other.field && one.name === other.name;
}

/** Whether some value satisfies all of these tests, which look at the same. */
function hasWitness(literals: readonly Literal[]): boolean {
  return candidates(literals).some((value) => literals.every(({ test, isNot }) => holds(test, value) !== isNot));
}

/** Appears in no rule. */
const OTHER = '\uE000';

/** Values of which one fits if any value does. */
function candidates(literals: readonly Literal[]): FactValue[] {
  const [first] = literals;
  const positive = literals.filter(({ isNot }) => !isNot).map(({ test }) => test);
  switch (first?.test.field) {
    case 'hours':
      return ['OPEN', 'CLOSED'];
    case 'priority':
      return [...ROUTING_PRIORITIES.map((priority) => priority.toUpperCase()), null];
    case 'waiting':
      return [0, ...literals.flatMap(({ test: { number } }) => (number === null ? [] : [number, number - 1]))].filter((seconds) => seconds >= 0);
    case 'words':
      return [positive.flatMap(({ values }) => values).map(wordsOf).join(OTHER) || ' '];
    case 'page':
      return pages(literals, positive);
    case 'attribute':
      return attributes(literals, positive);
    default:
      return [...literals.flatMap(({ test }) => test.values), OTHER, null];
  }
}

function pages(literals: readonly Literal[], positive: readonly RoutingTest[]): FactValue[] {
  const given = (operator: RoutingTest['operator']): readonly string[][] => positive.filter((test) => test.operator === operator).map(({ values }) => [...values]);
  const parts = combine(given('contains')).map((each) => [...each, ''].join(OTHER));
  const starts = combine(given('starts_with')).map((each) => each.reduce((longest, start) => (start.length > longest.length ? start : longest), ''));
  return [null, ...literals.flatMap(({ test }) => test.values), ...starts.flatMap((start) => parts.map((part) => `${start}${OTHER}${part}`))];
}

function attributes(literals: readonly Literal[], positive: readonly RoutingTest[]): FactValue[] {
  const values = literals.flatMap(({ test }) => (test.operator === 'is' || test.operator === 'is_not' ? test.values : []));
  const marks = literals.flatMap(({ test: { number } }) => (number === null ? [] : [number])).sort((one, other) => one - other);
  const between = marks.flatMap((mark, index) => [mark, (mark + (marks[index + 1] ?? mark + 2)) / 2]);
  const lists = combine(positive.filter(({ operator }) => operator === 'contains').map((test) => [...test.values]));
  const numbers = values.filter((value) => value.trim() !== '' && String(Number(value)) === value).map(Number);
  return [null, OTHER, ...values, ...numbers, (marks[0] ?? 0) - 1, ...between, ...lists];
}

/** The most combinations looked at: more are tests that no admin writes. */
const MAX_COMBINATIONS = 200;

/** One of each list, in all ways. */
function combine(lists: readonly (readonly string[])[]): string[][] {
  let ways: string[][] = [[]];
  for (const list of lists) ways = ways.flatMap((way) => list.map((value) => [...way, value])).slice(0, MAX_COMBINATIONS);
  return ways;
}

function groupFormula({ match, tests }: RoutingGroup): Formula {
  return join(match, tests.map(literalOf));
}

function literalOf(test: RoutingTest): Formula {
  return { test, isNot: false };
}

function join(match: 'all' | 'any', parts: readonly Formula[]): Formula {
  return match === 'all' ? { all: parts } : { any: parts };
}
