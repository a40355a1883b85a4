import type { Viewer } from '../../kernel/viewer.js';
import type { ParticipantRole, SupportStatus } from '../../kernel/words.js';
import { type ConversationAction, conversationActions, isOpen, isStaffPlace } from '../conversations/index.js';
import { isUndecided, mayAskSupport, mayDecide } from '../escalations/index.js';
import { ratingRefusal } from '../feedback/index.js';
import { type CaseAction, caseActions, isGranted } from '../queues/index.js';
import type { CaseOfContext, ContextFacts } from './store.js';

/** Where a conversation stands: its case says it, and without one whether it takes messages. */
export type ConversationStatus = SupportStatus | 'hidden';

/** What can be done with a conversation, named like the mutations that do it. */
export type OpenAction = ConversationAction | CaseAction | 'rate_case' | 'escalate_conversation' | 'decide_escalation';

/** Whose turn it is. */
export interface AwaitedView {
  readonly role: ParticipantRole;
  /** Who of them; empty where any of them may, as while a case waits in its line. */
  readonly userIds: readonly string[];
  /** RFC 3339. */
  readonly since: string;
}

/** Who asks, and how they stand to the conversation. */
export interface Asking {
  readonly viewer: Viewer;
  /** Their own place in it; null without one. */
  readonly place: ParticipantRole | null;
  readonly now: Date;
}

/** Where a conversation stands, as the viewer may know it: what staff put aside looks to its customer as if it waited for them. Pure. */
export function statusOf({ gate, openUntil, supportCase }: ContextFacts, { now, isStaff }: { readonly now: Date; readonly isStaff: boolean }): ConversationStatus {
  if (supportCase) return supportCase.status === 'snoozed' && !isStaff ? 'pending' : supportCase.status;
  if (gate === 'hidden') return 'hidden';
  return isOpen({ gate, openUntil, now }) ? 'open' : 'closed';
}

/** What the viewer can do with the conversation now: what the mutations themselves ask, asked of all of them. Pure. */
export function actionsOf(facts: ContextFacts, { viewer, place, now }: Asking): OpenAction[] {
  const { kind, gate, openUntil, members, supportCase, escalation } = facts;
  const present = members.map(({ role }) => role);
  const ofCase = supportCase?.isInReach ? supportCase : null;
  return [
    ...conversationActions({ viewer, kind, gate, openUntil, participantRole: place, present, isInReach: ofCase !== null, now }),
    ...(ofCase ? caseActions(viewer, ofCase) : []),
    ...(ofCase && isGranted('customer', viewer, ofCase) && ratingRefusal(ofCase, now) === null ? (['rate_case'] as const) : []),
    ...(mayAskSupport(viewer, { kind, place }) && !facts.hasAsked ? (['escalate_conversation'] as const) : []),
    ...(escalation && isUndecided(escalation.status) && mayDecide(viewer) ? (['decide_escalation'] as const) : []),
  ];
}

/** Whose turn it is; null where it is nobody's. Pure. */
export function awaitedOf(facts: ContextFacts, now: Date): AwaitedView | null {
  const { kind, supportCase, escalation, turn } = facts;
  if (supportCase) return awaitedInCase(supportCase, facts);
  if (statusOf(facts, { now, isStaff: true }) !== 'open') return null;
  switch (kind) {
    case 'booking':
      if (!turn) return null;
      return turn.side === 'client' ? awaited(facts, 'provider', turn.since) : awaited(facts, 'client', turn.since);
    case 'direct':
      return turn && awaitedOthers(facts, turn);
    case 'escalation':
      return escalation && isUndecided(escalation.status) ? awaited(facts, 'admin', escalation.createdAt) : null;
    default:
      return null;
  }
}

function awaitedInCase(of: CaseOfContext, facts: ContextFacts): AwaitedView | null {
  const { turn } = facts;
  const customer = (since: string): AwaitedView => ({ role: 'client', userIds: [of.customerId], since });
  switch (of.status) {
    case 'queued':
      if (of.control !== 'bot') return { role: 'agent', userIds: [], since: of.queuedAt };
      return turn?.side === 'client' ? { role: 'bot', userIds: [], since: turn.since } : customer(turn?.since ?? of.queuedAt);
    case 'open':
      if (turn?.side === 'agent') return customer(turn.since);
      return { role: 'agent', userIds: of.agentId === null ? [] : [of.agentId], since: turn?.since ?? of.since };
    case 'pending':
    case 'snoozed':
      return customer(of.since);
    case 'resolved':
    case 'closed':
      return null;
  }
}

const SIDES: Readonly<Record<'client' | 'provider' | 'admin', readonly ParticipantRole[]>> = { client: ['client'], provider: ['provider', 'team_member'], admin: ['admin'] };

function awaited({ members }: ContextFacts, role: keyof typeof SIDES, since: string): AwaitedView {
  return { role, userIds: members.filter((member) => SIDES[role].includes(member.role)).map(({ userId }) => userId), since };
}

/** In a conversation of people as such, all but who spoke last; staff who joined two others only look on. */
function awaitedOthers({ members }: ContextFacts, { senderId, since }: NonNullable<ContextFacts['turn']>): AwaitedView | null {
  const parties = members.filter(({ role }) => !isStaffPlace(role));
  const others = (parties.length > 1 ? parties : members).filter(({ userId }) => userId !== senderId);
  const [first] = others;
  return first ? { role: first.role, userIds: others.map(({ userId }) => userId), since } : null;
}
