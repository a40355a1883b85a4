/** What rules say of a case, and why. Pure: the same rules and facts give the same answer. */
import { testText } from './explain.js';
import { factOf, holds, type RoutingFacts } from './match.js';
import { asksWaiting, type RoutingActions, type RoutingCondition, type RoutingGroup, type RoutingRule, type RoutingTest } from './rules.js';

/** What became of one rule. */
export interface RoutingStep {
  readonly ruleId: string;
  readonly name: string;
  readonly isMatch: boolean;
  /** The tests that decided it, in words. */
  readonly because: readonly string[];
  /** What it set; what an earlier rule had set stays. */
  readonly applied: readonly (keyof RoutingActions)[];
  /** Whether the rules below were left out. */
  readonly stopped: boolean;
}

/** What all rules together say. */
export interface RoutingOutcome extends RoutingActions {
  /** One for each active rule that was looked at, in their order. */
  readonly steps: readonly RoutingStep[];
}

/** What nobody has said anything of. */
export const NO_ACTIONS: RoutingActions = { queue: null, priority: null, skillsRequired: [], skillsPreferred: [], template: null };

/**
 * Goes through the rules from the top. What a rule sets stays, whatever rules below it say; skills add up. Every condition is asked of the facts as
 * they came, not of what rules above have set. `waiting` looks only at rules that ask for the waiting time: those that hold while a case is in line.
 */
export function evaluate(rules: readonly RoutingRule[], facts: RoutingFacts, moment: 'start' | 'waiting' = 'start'): RoutingOutcome {
  let actions = NO_ACTIONS;
  const steps: RoutingStep[] = [];
  for (const rule of rules) {
    if (!rule.isActive || (moment === 'waiting' && !asksWaiting(rule))) continue;
    const { isMatch, because } = judge(rule.when, facts);
    const after = isMatch ? merge(actions, rule.actions) : actions;
    const stopped = isMatch && rule.stops;
    steps.push({ ruleId: rule.id, name: rule.name, isMatch, because, applied: changed(actions, after), stopped });
    actions = after;
    if (stopped) break;
  }
  return { ...actions, steps };
}

interface Verdict {
  readonly isMatch: boolean;
  readonly because: readonly string[];
}

function judge(when: RoutingCondition | null, facts: RoutingFacts): Verdict {
  if (when === null) return { isMatch: true, because: ['it matches always'] };
  const parts = [...when.tests.map((test) => judgeTest(test, facts)), ...when.groups.map((group) => judgeGroup(group, facts))];
  return decide(when.match, parts);
}

function judgeGroup({ match, tests }: RoutingGroup, facts: RoutingFacts): Verdict {
  return decide(match, tests.map((test) => judgeTest(test, facts)));
}

function judgeTest(test: RoutingTest, facts: RoutingFacts): Verdict {
  const isMatch = holds(test, factOf(facts, test));
  return { isMatch, because: [isMatch ? testText(test) : `not: ${testText(test)}`] };
}

/** A yes is owed to all parts or to the first that said yes, a no to the first that said no or to all. */
function decide(match: 'all' | 'any', parts: readonly Verdict[]): Verdict {
  const deciding = parts.find((part) => part.isMatch === (match === 'any'));
  if (deciding) return deciding;
  return { isMatch: match === 'all', because: parts.flatMap(({ because }) => because) };
}

function merge(so: RoutingActions, more: RoutingActions): RoutingActions {
  return {
    queue: so.queue ?? more.queue,
    priority: so.priority ?? more.priority,
    template: so.template ?? more.template,
    skillsRequired: [...new Set([...so.skillsRequired, ...more.skillsRequired])],
    skillsPreferred: [...new Set([...so.skillsPreferred, ...more.skillsPreferred])],
  };
}

function changed(before: RoutingActions, after: RoutingActions): (keyof RoutingActions)[] {
  const names: readonly (keyof RoutingActions)[] = ['queue', 'priority', 'skillsRequired', 'skillsPreferred', 'template'];
  return names.filter((name) => {
    const [one, other] = [before[name], after[name]];
    return Array.isArray(one) && Array.isArray(other) ? one.length !== other.length : one !== other;
  });
}
