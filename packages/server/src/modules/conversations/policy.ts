import { type AudienceSet, audiencesOf } from '../../kernel/audience.js';
import type { ErrorCode } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ConversationKind, ParticipantRole, Role, SendGateState } from '../../kernel/words.js';

/**
 * What a caller wants of a conversation:
 * - `read`: see it, its messages and its people
 * - `member`: act on one's own place in it (read marks, mute, typing, leave)
 * - `send`: write into it
 * - `note`: write for staff alone; admins need no place for it
 * - `react`: change what is written (edit, delete, react)
 * - `manage`: add and remove people
 * - `join`: enter as staff
 */
export type Need = 'read' | 'member' | 'send' | 'note' | 'react' | 'manage' | 'join';

/** The facts that decide; nothing else does. */
export interface AccessFacts {
  readonly viewer: Pick<Viewer, 'kind' | 'role'>;
  readonly kind: ConversationKind;
  /** The viewer's role in the conversation; null unless they take part now. */
  readonly participantRole: ParticipantRole | null;
  readonly gate: SendGateState;
  readonly openUntil: Date | null;
  readonly now: Date;
  readonly need: Need;
}

/** The reason why a need is refused; null when it is granted. */
export type Refusal = Extract<ErrorCode, 'NOT_FOUND' | 'FORBIDDEN' | 'CONVERSATION_CLOSED'> | null;

/** Decides one need. Whoever may not even see the conversation is told NOT_FOUND, whatever they wanted. */
export function decide(facts: AccessFacts): Refusal {
  if (!maySee(facts)) return facts.need === 'join' && isStaffRole(facts.viewer.role) ? null : 'NOT_FOUND';
  switch (facts.need) {
    case 'read':
      return null;
    case 'member':
      return facts.participantRole ? null : 'FORBIDDEN';
    case 'join':
      return isStaffRole(facts.viewer.role) && facts.viewer.kind === 'user' ? null : 'FORBIDDEN';
    case 'manage':
      return isAdminRole(facts.viewer.role) || facts.participantRole === 'provider' || (facts.kind === 'team' && facts.participantRole) ? null : 'FORBIDDEN';
    case 'note':
      if (facts.viewer.kind !== 'user' || !(isAdminRole(facts.viewer.role) || (facts.participantRole && isStaffPlace(facts.participantRole)))) return 'FORBIDDEN';
      return isOpen(facts) ? null : 'CONVERSATION_CLOSED';
    case 'send':
    case 'react':
      if (facts.viewer.kind === 'service') return null;
      if (!facts.participantRole) return 'FORBIDDEN';
      return isOpen(facts) ? null : 'CONVERSATION_CLOSED';
  }
}

/** Whether a gate lets messages through at this moment. */
export function isOpen(gate: { readonly gate: SendGateState; readonly openUntil: Date | null; readonly now: Date }): boolean {
  return gate.gate === 'open' && (gate.openUntil === null || gate.openUntil.getTime() > gate.now.getTime());
}

/** The audiences of somebody who may read: those of their place, or all of them for an admin who only looks. */
export function audiencesFor(participantRole: ParticipantRole | null): AudienceSet {
  return audiencesOf(participantRole ?? 'admin');
}

/** What decides whether staff may enter a conversation. */
export interface EnterFacts {
  readonly role: Role;
  readonly kind: ConversationKind;
  /** Of those who take part now. */
  readonly present: readonly ParticipantRole[];
  /** Whether the case of a conversation of the kind `support` is one that the viewer may know of. */
  readonly isInReach: boolean;
}

/** {@link mayJoin}, and of support's own an agent only what is in reach. */
export function mayEnter({ role, kind, present, isInReach }: EnterFacts): boolean {
  return (isInReach || role !== 'agent' || kind !== 'support') && mayJoin(role, kind, present);
}

/** What a member of staff becomes in a conversation that they join. */
export function staffParticipantRole(role: Role): ParticipantRole {
  return role === 'admin' ? 'admin' : 'agent';
}

/** The place that a viewer still has: whoever works for the site no more keeps none of staff, whatever stands in the row. */
export function heldPlace(role: Role, place: ParticipantRole): ParticipantRole | null {
  return !isStaffPlace(place) || isStaffRole(role) || role === 'bot' ? place : null;
}

/** Who counts as staff inside a conversation: they keep seeing it while it is hidden from the others. */
export function isStaffPlace(role: ParticipantRole): boolean {
  return role === 'agent' || role === 'admin' || role === 'bot';
}

/** What a user becomes in a conversation to which somebody adds them, by their role on the site. */
export function addedParticipantRole(role: Role): ParticipantRole | null {
  if (role === 'system') return null;
  return role === 'provider' ? 'team_member' : role;
}

/** Whether a provider may add a user of this role: their own kind and bots, never the other side. */
export function mayProviderAdd(role: Role): boolean {
  return role === 'provider' || role === 'bot';
}

/** Whether staff are among themselves in conversations of this kind: nobody else is ever in them, whoever wants it. */
export function isInternal(kind: ConversationKind): boolean {
  return kind === 'team' || kind === 'escalation';
}

/** What decides whether somebody may be added. */
export interface AddFacts {
  /** Who adds; the door has granted them `manage`. */
  readonly viewer: Role;
  readonly kind: ConversationKind;
  /** Of whom there is at the moment. */
  readonly present: readonly ParticipantRole[];
  /** Who shall come in. */
  readonly added: Role;
}

/** Whether a user may be added: only staff where staff are among themselves; else anyone by an admin, and their team by a provider. */
export function mayAdd({ viewer, kind, present, added }: AddFacts): boolean {
  const isAmongStaff = isInternal(kind) || (kind === 'direct' && present.every((role) => role === 'agent' || role === 'admin'));
  if (isAmongStaff) return isStaffRole(added) && (isAdminRole(viewer) || isStaffRole(viewer));
  return isAdminRole(viewer) || (kind === 'booking' && mayProviderAdd(added));
}

/** Whether a participant may leave by themselves. The two parties of a booking stay as long as it has a conversation; they can mute it. */
export function mayLeave(kind: ConversationKind, role: ParticipantRole): boolean {
  return kind === 'direct' || (role !== 'client' && role !== 'provider');
}

/** Whether support may join a conversation in which these roles take part: any between a client and a provider, a client's without staff, and support's own, as far as their cases are in reach. Admins join any. */
export function mayJoin(role: Role, kind: ConversationKind, present: readonly ParticipantRole[]): boolean {
  if (role === 'admin' || (role === 'agent' && kind === 'support')) return true;
  return role === 'agent' && present.includes('client') && (present.includes('provider') || !present.some((each) => each === 'agent' || each === 'admin'));
}

/** What is done with a conversation as a whole; each is the mutation of that name. */
export type ConversationAction = 'send_message' | 'add_note' | 'add_participant' | 'join_conversation' | 'leave_conversation';

/** {@link AccessFacts} with who takes part. */
export interface ActionFacts extends Omit<AccessFacts, 'need'> {
  /** Of those who take part now. */
  readonly present: readonly ParticipantRole[];
  /** Whether the viewer may know of the case that the conversation belongs to. */
  readonly isInReach: boolean;
}

/** What a viewer can do with a conversation now, and what would change something. Pure. */
export function conversationActions({ present, isInReach, ...facts }: ActionFacts): ConversationAction[] {
  const { kind, participantRole, viewer } = facts;
  const isGranted = (need: Need): boolean => decide({ ...facts, need }) === null;
  const may: Readonly<Record<ConversationAction, boolean>> = {
    send_message: isGranted('send'),
    add_note: isStaffRole(viewer.role) && isGranted('note'),
    add_participant: isGranted('manage') && ADDABLE.some((added) => mayAdd({ viewer: viewer.role, kind, present, added })),
    join_conversation: participantRole === null && isGranted('join') && mayEnter({ role: viewer.role, kind, present, isInReach }),
    leave_conversation: participantRole !== null && mayLeave(kind, participantRole),
  };
  return CONVERSATION_ACTIONS.filter((action) => may[action]);
}

const CONVERSATION_ACTIONS: readonly ConversationAction[] = ['send_message', 'add_note', 'add_participant', 'join_conversation', 'leave_conversation'];
const ADDABLE: readonly Role[] = ['client', 'provider', 'agent', 'admin', 'bot'];

function maySee(facts: AccessFacts): boolean {
  if (isAdminRole(facts.viewer.role)) return true;
  if (!facts.participantRole) return false;
  // Whoever works for the site no more keeps no window into what staff say among themselves.
  if (isInternal(facts.kind) && !isStaffRole(facts.viewer.role)) return false;
  return facts.gate !== 'hidden' || isStaffPlace(facts.participantRole);
}

function isAdminRole(role: Role): boolean {
  return role === 'admin';
}

function isStaffRole(role: Role): boolean {
  return role === 'agent' || role === 'admin';
}
