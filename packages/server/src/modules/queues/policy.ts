import type { ReadyAgent } from '../agents/index.js';
import type { SupportPriority, SupportStatus } from '../../kernel/words.js';

/** How many steps each priority is above the lowest. */
const STEPS: Readonly<Record<SupportPriority, number>> = { low: 0, medium: 1, high: 2, urgent: 3 };

/**
 * A case's place in the line, as a moment: when it was queued, less what its priority is worth. It never moves while the case waits, so ageing is nothing that has
 * to be done: whoever was queued a step's worth of time earlier stands level with the next priority, and nobody starves.
 */
export function rankOf(of: { readonly queuedAt: Date; readonly priority: SupportPriority; readonly ageingSeconds: number }): Date {
  return new Date(of.queuedAt.getTime() - STEPS[of.priority] * of.ageingSeconds * 1_000);
}

/** Whether an agent has a case in this state. */
export function isHeld(status: SupportStatus): boolean {
  return status === 'open' || status === 'pending';
}

/** Whether a case in this state is over, at least until the customer writes again. */
export function isOver(status: SupportStatus): boolean {
  return status === 'resolved' || status === 'closed';
}

/** A case that waits, as far as matching depends on it. */
export interface Waiting {
  readonly id: string;
  readonly department: string | null;
  readonly skillsRequired: readonly string[];
  readonly skillsPreferred: readonly string[];
  /** Who refused it lately, let the offer pass or transferred it. */
  readonly declined: readonly Declined[];
}

/** That an agent did not want a case. */
export interface Declined {
  readonly agentId: string;
  /** When they last did so, in milliseconds since the epoch. */
  readonly at: number;
  /** Whether they transferred it. */
  readonly isTransfer: boolean;
}

/** For how long an agent who declined a case is not asked again while others could be, in milliseconds. */
export const DECLINED_MS = 60_000;
/** How long a case rests that everybody there declined, from the last refusal until it is asked again, in milliseconds. */
export const ASK_AGAIN_MS = 10_000;

/** An agent who could take a case, with what they have. */
export interface Free extends ReadyAgent {
  /** Live offers. */
  readonly load: number;
  /** When they last got or gave up a case, in milliseconds. */
  readonly idleSince: number;
}

/** Whether an agent could ever take a case: they work for its department and can do what it needs. */
export function isFit(agent: Pick<ReadyAgent, 'departments' | 'skills'>, waiting: Pick<Waiting, 'department' | 'skillsRequired'>): boolean {
  if (waiting.department !== null && !agent.departments.includes(waiting.department)) return false;
  return waiting.skillsRequired.every((skill) => agent.skills.includes(skill));
}

/**
 * Finds an agent for each case, in the order of the cases: among those who fit, have room and have not declined it, the one with the most preferred skills, then with
 * the fewest cases, then who has been idle longest. A case that all who fit have declined, those without room included, rests for {@link ASK_AGAIN_MS} and then goes
 * to the one with room who declined it longest ago, but to nobody who transferred it. Pure; nobody gets more than their capacity.
 * @param agents all who are there
 * @param now milliseconds since the epoch
 */
export function match(cases: readonly Waiting[], agents: readonly Free[], now: number): ReadonlyArray<{ readonly caseId: string; readonly agentId: string }> {
  const loads = new Map(agents.map(({ id, load }) => [id, load]));
  const busy = new Set<string>();
  const found: { caseId: string; agentId: string }[] = [];
  const loadOf = ({ id }: Free): number => loads.get(id) ?? 0;
  for (const waiting of cases) {
    const preferred = (agent: Free): number => waiting.skillsPreferred.filter((skill) => agent.skills.includes(skill)).length;
    const declinedAt = new Map(waiting.declined.map(({ agentId, at }) => [agentId, at]));
    const transferredBy = new Set(waiting.declined.flatMap(({ agentId, isTransfer }) => (isTransfer ? [agentId] : [])));
    const isBetter = (one: Free, other: Free): boolean => {
      const steps = [(declinedAt.get(one.id) ?? 0) - (declinedAt.get(other.id) ?? 0), preferred(other) - preferred(one), loadOf(one) - loadOf(other), Number(busy.has(one.id)) - Number(busy.has(other.id)), one.idleSince - other.idleSince];
      const first = steps.find((step) => step !== 0);
      return first === undefined ? one.id < other.id : first < 0;
    };
    const fit = agents.filter((agent) => isFit(agent, waiting));
    const last = Math.max(...fit.map(({ id }) => declinedAt.get(id) ?? Number.POSITIVE_INFINITY));
    const isAskedAgain = last + ASK_AGAIN_MS <= now;
    const able = fit.filter((agent) => loadOf(agent) < agent.maxConversations && (isAskedAgain ? !transferredBy.has(agent.id) : !declinedAt.has(agent.id)));
    const [head, ...rest] = able;
    if (!head) continue;
    const best = rest.reduce((so, next) => (isBetter(next, so) ? next : so), head);
    loads.set(best.id, loadOf(best) + 1);
    busy.add(best.id);
    found.push({ caseId: waiting.id, agentId: best.id });
  }
  return found;
}
