/** The rules asked about a real case: what they need to know is fetched only where some rule asks for it. */
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { newId } from '../../kernel/ids.js';
import type { JsonObject, JsonValue, SupportPriority } from '../../kernel/words.js';
import { readAttributes } from '../customers/index.js';
import { isOpenAt, siteCalendars } from '../hours/index.js';
import { evaluate, type RoutingOutcome } from './evaluate.js';
import { readRules, type RuleSet } from './rule-set.js';
import type { RoutingField } from './rules.js';

/** A case that rules are asked about. */
export interface RoutedFacts {
  readonly siteId: string;
  readonly customerId: string;
  /** What the customer asked for; while the case waits, that of its queue. */
  readonly department: string | null;
  readonly language: string | null;
  /** Fetches subject and first message. */
  readonly text: () => Promise<string>;
  readonly page: string | null;
  /** Key of the queue that the customer asked for, or in which the case waits. */
  readonly queue: string | null;
  readonly priority: SupportPriority | null;
  /** Whole seconds; null for a case that starts. */
  readonly waitedSeconds: number | null;
}

/** What the rules said. */
export interface RoutingVerdict {
  /** Of the rules; 0 where there are none. */
  readonly version: number;
  readonly outcome: RoutingOutcome;
}

/** Asks the rules of a site about a case that starts. Nothing is written. */
export async function routeNewCase(deps: Deps, facts: Omit<RoutedFacts, 'waitedSeconds' | 'priority' | 'text'> & { readonly text: string }): Promise<RoutingVerdict> {
  const set = await readRules(deps, facts.siteId);
  return ask(deps, set, { ...facts, priority: null, waitedSeconds: null, text: () => Promise.resolve(facts.text) });
}

/** Asks these rules about a case. */
export async function ask(deps: Deps, set: RuleSet, facts: RoutedFacts): Promise<RoutingVerdict> {
  const rules = set.rules.filter(({ isActive }) => isActive);
  const asks = (field: RoutingField): boolean => rules.some(({ when }) => when !== null && [when, ...when.groups].some(({ tests }) => tests.some((test) => test.field === field)));
  const { siteId, customerId } = facts;
  const [attributes, calendars, text] = await Promise.all([
    asks('attribute') ? readAttributes(deps, { siteId, userId: customerId }) : {},
    asks('hours') ? siteCalendars(deps, siteId) : null,
    asks('words') ? facts.text() : '',
  ]);
  const now = deps.clock.now();
  const isOpen = (schedule: string | null): boolean => calendars === null || isOpenAt(calendars.of(schedule), now);
  const { department, language, page, queue, priority, waitedSeconds } = facts;
  const known = { department, language, page, queue, priority, text, attributes, isOpen, waitedSeconds: waitedSeconds ?? 0 };
  return { version: set.version, outcome: evaluate(rules, known, waitedSeconds === null ? 'start' : 'waiting') };
}

/** Keeps what the rules said of a case, with those that matched, inside the transaction that follows it. */
export async function recordDecision(
  tx: Tx,
  of: { readonly siteId: string; readonly caseId: string; readonly verdict: RoutingVerdict; readonly waited: number; readonly now: Date },
): Promise<void> {
  const { siteId, caseId, verdict, waited, now } = of;
  if (verdict.version === 0) return;
  const { steps, skillsRequired, skillsPreferred, ...rest } = verdict.outcome;
  const matched = steps.filter(({ isMatch }) => isMatch).map((step): JsonValue => ({ ...step, because: [...step.because], applied: [...step.applied] }));
  const outcome: JsonObject = { ...rest, skillsRequired: [...skillsRequired], skillsPreferred: [...skillsPreferred], steps: matched };
  await tx.prisma.routingDecision.create({ data: { id: newId('routingDecision'), siteId, caseId, version: verdict.version, waited, outcome, createdAt: now } });
}
