/** What is wrong with a whole list of well-formed rules: what matches nothing, what is never reached, what goes round in circles. Pure. */
import { asksWaiting, type RoutingProblem, type RoutingRule } from './rules.js';
import { ALWAYS, type Budget, canHold, type Formula, formulaOf, inQueue, negate } from './satisfy.js';

/** What the site has that rules may name. */
export interface RoutingNames {
  readonly queues: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
  readonly templates: ReadonlySet<string>;
  readonly schedules: ReadonlySet<string>;
}

/** Steps for one rule, and for the search for circles. */
const RULE_STEPS = 20_000;
const LOOP_STEPS = 200_000;
/** The longest circle that is looked for, in moves. */
const MAX_MOVES = 6;

/** Everything that is wrong with rules, in their order. */
export function checkRules(rules: readonly RoutingRule[], names: RoutingNames): RoutingProblem[] {
  const problems = [...rules.flatMap((rule, index) => [...unknownNames(rule, { at: `rules.${index}`, names }), ...contradictions(rule, `rules.${index}`)])];
  if (problems.length > 0) return problems;
  return [...unreachable(rules), ...loops(rules)];
}

function unknownNames(rule: RoutingRule, { at, names }: { readonly at: string; readonly names: RoutingNames }): RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  const missing = (known: ReadonlySet<string>, code: RoutingProblem['code'], of: { readonly path: string; readonly name: string; readonly noun: string }): void => {
    if (!known.has(of.name)) problems.push({ code, path: `${at}.${of.path}`, reason: `names the ${of.noun} ${of.name}, which does not exist` });
  };
  const { queue, template, skillsRequired, skillsPreferred } = rule.actions;
  if (queue !== null) missing(names.queues, 'UNKNOWN_QUEUE', { path: 'queue', name: queue, noun: 'queue' });
  if (template !== null) missing(names.templates, 'UNKNOWN_TEMPLATE', { path: 'template', name: template, noun: 'shared quick reply' });
  for (const [path, skills] of [['skillsRequired', skillsRequired], ['skillsPreferred', skillsPreferred]] as const) {
    for (const [index, name] of skills.entries()) missing(names.skills, 'UNKNOWN_SKILL', { path: `${path}.${index}`, name, noun: 'skill' });
  }
  for (const { test, path } of testsOf(rule)) {
    if (test.field === 'queue') for (const name of test.values) missing(names.queues, 'UNKNOWN_QUEUE', { path, name, noun: 'queue' });
    if (test.field === 'hours' && test.name !== null) missing(names.schedules, 'UNKNOWN_SCHEDULE', { path, name: test.name, noun: 'schedule' });
  }
  return problems;
}

function testsOf({ when }: RoutingRule) {
  if (when === null) return [];
  const own = when.tests.map((test, index) => ({ test, path: `when.tests.${index}` }));
  return [...own, ...when.groups.flatMap((group, at) => group.tests.map((test, index) => ({ test, path: `when.groups.${at}.tests.${index}` })))];
}

function contradictions(rule: RoutingRule, at: string): RoutingProblem[] {
  const answer = canHold(formulaOf(rule.when), { steps: RULE_STEPS });
  if (answer === true) return [];
  if (answer === null) return [{ code: 'TOO_COMPLEX', path: `${at}.when`, reason: 'has too many alternatives to be checked' }];
  return [{ code: 'MATCHES_NOTHING', path: `${at}.when`, reason: 'contradicts itself: no case can match it' }];
}

/** Rules that stop leave nothing to those below which ask for no more than they do. */
function unreachable(rules: readonly RoutingRule[]): RoutingProblem[] {
  return rules.flatMap((rule, index): RoutingProblem[] => {
    if (!rule.isActive) return [];
    const above = rules.slice(0, index).filter((each) => each.isActive && each.stops);
    // While a case waits, rules that ask for the waiting time are reached past those that do not.
    const stoppers = asksWaiting(rule) ? above.filter(asksWaiting) : above;
    const left: Formula = { all: [formulaOf(rule.when), ...stoppers.map(({ when }) => negate(formulaOf(when)))] };
    if (stoppers.length === 0 || canHold(left, { steps: RULE_STEPS }) !== false) return [];
    return [{ code: 'UNREACHABLE', path: `rules.${index}`, reason: `is never reached: rules above match all of its cases and stop` }];
  });
}

interface Move {
  readonly index: number;
  readonly formula: Formula;
  readonly queue: string | null;
}

/** Queues between which rules would move one and the same waiting case round and round. */
function loops(rules: readonly RoutingRule[]): RoutingProblem[] {
  const moves: Move[] = rules.flatMap((rule, index) => {
    const decides = rule.isActive && asksWaiting(rule) && (rule.actions.queue !== null || rule.stops);
    return decides ? [{ index, formula: formulaOf(rule.when), queue: rule.actions.queue }] : [];
  });
  const budget: Budget = { steps: LOOP_STEPS };
  for (const start of new Set(moves.flatMap(({ queue }) => queue ?? []))) {
    const found = circle({ moves, start, queue: start, so: ALWAYS, path: [], budget });
    if (found === null) return [{ code: 'TOO_COMPLEX', path: 'rules', reason: 'have too many alternatives to be checked for circles' }];
    if (found.length > 0) return [{ code: 'LOOP', path: `rules.${Math.max(...found)}.queue`, reason: `moves a waiting case round in a circle, with ${found.map((index) => `rules.${index}`).join(', ')}` }];
  }
  return [];
}

interface Walk {
  readonly moves: readonly Move[];
  readonly start: string;
  readonly queue: string;
  /** What must hold of the case for the moves so far. */
  readonly so: Formula;
  readonly path: readonly number[];
  readonly budget: Budget;
}

/** The rules of a circle back to the start; empty when there is none, null when the budget is spent. */
function circle(walk: Walk): readonly number[] | null {
  const { moves, start, queue, so, path, budget } = walk;
  if (path.length >= MAX_MOVES) return [];
  const above: Formula[] = [];
  for (const { index, formula, queue: to } of moves) {
    const here = inQueue(formula, queue);
    if (to !== null && to !== queue) {
      const now: Formula = { all: [so, here, ...above] };
      const answer = canHold(now, budget);
      if (answer === null) return null;
      if (answer && to === start) return [...path, index];
      const found = answer ? circle({ ...walk, queue: to, so: now, path: [...path, index] }) : [];
      if (found === null || found.length > 0) return found;
    }
    // The first that sets a queue, or stops, decides.
    above.push(negate(here));
  }
  return [];
}
