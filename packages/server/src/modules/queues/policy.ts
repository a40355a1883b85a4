import type { ReadyAgent } from '../agents/index.js';
import { isAdmin, isStaff, type Viewer } from '../../kernel/viewer.js';
import type { SupportControl, SupportPriority, SupportStatus } from '../../kernel/words.js';

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

/**
 * What a caller wants of a case:
 * - `read`: see it: its customer, and staff of the site
 * - `staff`: act on it as anyone of the site's staff may, such as taking it over
 * - `work`: act on it as the agent who has it, or as an admin
 * - `customer`: act on it as its customer
 */
export type CaseNeed = 'read' | 'staff' | 'work' | 'customer';

/** What of a case decides who may do what with it. */
export interface CaseFacts {
  readonly customerId: string;
  readonly agentId: string | null;
  readonly offerId: string | null;
  readonly status: SupportStatus;
  readonly control: SupportControl;
}

/** Whether a viewer who may know of the case has the standing that is needed. */
export function isGranted(need: CaseNeed, viewer: Viewer, of: Pick<CaseFacts, 'customerId' | 'agentId'>): boolean {
  switch (need) {
    case 'read':
      return isStaff(viewer) || of.customerId === viewer.userId;
    case 'customer':
      return of.customerId === viewer.userId;
    case 'staff':
      return isStaff(viewer);
    case 'work':
      return isAdmin(viewer) || (isStaff(viewer) && of.agentId === viewer.userId);
  }
}

/** Whether the viewer could have a case: agents and admins, as themselves. */
export function canHaveCases(viewer: Viewer): boolean {
  return viewer.kind === 'user' && isStaff(viewer);
}

/** Whether the viewer has the case now. */
export function isTheirs(viewer: Viewer, of: Pick<CaseFacts, 'agentId' | 'status'>): boolean {
  return of.agentId === viewer.userId && isHeld(of.status);
}

const LIVING: readonly SupportStatus[] = ['queued', 'open', 'pending', 'snoozed'];
const NOT_CLOSED: readonly SupportStatus[] = [...LIVING, 'resolved'];

interface CaseRule {
  readonly need: CaseNeed;
  /** Where the case stands for it. */
  readonly from: readonly SupportStatus[];
}

/** What is done with a case by hand: the standing that it needs, and where the case stands for it. The mutations of these names ask here, and so does the context of a conversation. */
export const CASE_RULES = {
  take_over_case: { need: 'staff', from: LIVING },
  // What nobody has, whoever may take it may also hand on: see `transferNeed`.
  transfer_case: { need: 'work', from: ['queued', 'open', 'pending'] },
  set_case_pending: { need: 'work', from: ['open'] },
  snooze_case: { need: 'work', from: ['open', 'pending', 'snoozed'] },
  set_case_priority: { need: 'staff', from: LIVING },
  resolve_case: { need: 'work', from: LIVING },
  close_case: { need: 'work', from: NOT_CLOSED },
  reopen_case: { need: 'work', from: ['pending', 'snoozed', 'resolved', 'closed'] },
  complete_wrap_up: { need: 'work', from: ['resolved', 'closed'] },
  open_escalation: { need: 'work', from: NOT_CLOSED },
  end_support: { need: 'customer', from: NOT_CLOSED },
  talk_to_human: { need: 'customer', from: ['queued'] },
} as const satisfies Readonly<Record<string, CaseRule>>;

/** One of {@link CASE_RULES}. */
export type CaseAction = keyof typeof CASE_RULES;

/** The standing that transferring a case needs. */
export function transferNeed({ agentId }: Pick<CaseFacts, 'agentId'>): CaseNeed {
  return agentId === null ? 'staff' : CASE_RULES.transfer_case.need;
}

/** Whether the bot leads the case, so that its customer can ask for a person. */
export function isWithBot({ control, status }: Pick<CaseFacts, 'control' | 'status'>): boolean {
  return control === 'bot' && status === 'queued';
}

/** What a viewer who may know of the case can do with it now, and what would change something. Whether there is room for it elsewhere shows when it is done. */
export function caseActions(viewer: Viewer, of: CaseFacts): CaseAction[] {
  return CASE_ACTIONS.filter((action) => {
    const { need, from }: CaseRule = CASE_RULES[action];
    if (!isGranted(action === 'transfer_case' ? transferNeed(of) : need, viewer, of) || !from.includes(of.status)) return false;
    switch (action) {
      case 'take_over_case':
        return canHaveCases(viewer) && !isTheirs(viewer, of);
      case 'open_escalation':
        return canHaveCases(viewer);
      case 'complete_wrap_up':
        return of.offerId !== null;
      case 'talk_to_human':
        return isWithBot(of);
      default:
        return true;
    }
  });
}

const CASE_ACTIONS: readonly CaseAction[] = [
  'take_over_case', 'transfer_case', 'set_case_pending', 'snooze_case', 'set_case_priority', 'resolve_case',
  'close_case', 'reopen_case', 'complete_wrap_up', 'open_escalation', 'end_support', 'talk_to_human',
];

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
