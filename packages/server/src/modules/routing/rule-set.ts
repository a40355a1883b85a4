/** Rules as they are stored. What was written was checked; what a later version of the server does not understand any more is left out. */
import type { Deps } from '../../deps.js';
import type { PersonView } from '../../kernel/views.js';
import { ROUTING_FIELDS, ROUTING_OPERATORS, ROUTING_PRIORITIES, type RoutingActions, type RoutingCondition, type RoutingGroup, type RoutingRule, type RoutingTest } from './rules.js';
import { RULES, VERSIONS } from './store.js';

/** A version of a site's rules. */
export interface RuleSet {
  /** 0 for a site that never saved any. */
  readonly version: number;
  readonly rules: readonly RoutingRule[];
  readonly note: string | null;
  readonly restoredFrom: number | null;
  readonly savedBy: PersonView | null;
  readonly savedAt: Date | null;
}

interface Row extends Omit<RuleSet, 'rules'> {
  readonly rules: unknown;
}

/** What a site has that never saved rules. */
export const NO_RULES: RuleSet = { version: 0, rules: [], note: null, restoredFrom: null, savedBy: null, savedAt: null };

/** The rules of a site: those that hold, or a version's; {@link NO_RULES} where there are none. */
export async function readRules(deps: Pick<Deps, 'db'>, siteId: string, version: number | null = null): Promise<RuleSet> {
  const [row] = await deps.db.hot<Row>(RULES, [siteId, version]);
  return row ? { ...row, rules: rulesOf(row.rules) } : NO_RULES;
}

/** A page of the versions of a site, newest first. */
export async function readVersions(deps: Pick<Deps, 'db'>, siteId: string, page: { readonly before: number | null; readonly limit: number }): Promise<RuleSet[]> {
  const rows = await deps.db.hot<Row>(VERSIONS, [siteId, page.before, page.limit]);
  return rows.map((row) => ({ ...row, rules: rulesOf(row.rules) }));
}

/** Rules out of stored JSON. */
export function rulesOf(stored: unknown): RoutingRule[] {
  return listOf(stored).flatMap((each) => ruleOf(each) ?? []);
}

function ruleOf(value: unknown): RoutingRule | null {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.name !== 'string' || !isRecord(value.actions)) return null;
  const { actions } = value;
  const when = value.when === null ? null : conditionOf(value.when);
  if (when === undefined) return null;
  return {
    id: value.id,
    name: value.name,
    isActive: value.isActive === true,
    when,
    actions: actionsOf(actions),
    stops: value.stops === true,
  };
}

/** Actions out of stored JSON. */
export function actionsOf(actions: Readonly<Record<string, unknown>>): RoutingActions {
  return {
    queue: textOf(actions.queue),
    priority: ROUTING_PRIORITIES.find((priority) => priority === actions.priority) ?? null,
    skillsRequired: listOf(actions.skillsRequired).filter((skill) => typeof skill === 'string'),
    skillsPreferred: listOf(actions.skillsPreferred).filter((skill) => typeof skill === 'string'),
    template: textOf(actions.template),
  };
}

/** Undefined for what cannot be understood: a rule without one of its conditions would match too much. */
function conditionOf(value: unknown): RoutingCondition | undefined {
  const own = groupOf(value);
  if (own === undefined || !isRecord(value)) return undefined;
  const groups = listOf(value.groups).map(groupOf);
  const known = groups.filter((group) => group !== undefined);
  return known.length < groups.length ? undefined : { ...own, groups: known };
}

function groupOf(value: unknown): RoutingGroup | undefined {
  if (!isRecord(value) || (value.match !== 'all' && value.match !== 'any')) return undefined;
  const tests = listOf(value.tests).map(testOf);
  const known = tests.filter((test) => test !== undefined);
  return known.length < tests.length ? undefined : { match: value.match, tests: known };
}

function testOf(value: unknown): RoutingTest | undefined {
  if (!isRecord(value)) return undefined;
  const field = ROUTING_FIELDS.find((each) => each === value.field);
  const operator = ROUTING_OPERATORS.find((each) => each === value.operator);
  if (!field || !operator) return undefined;
  const values = listOf(value.values).filter((each) => typeof each === 'string');
  return { field, operator, name: textOf(value.name), values, number: typeof value.number === 'number' ? value.number : null };
}

/** A string of stored JSON. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A list of stored JSON. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An object of stored JSON. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
