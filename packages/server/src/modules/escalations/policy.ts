import { audiencesOf } from '../../kernel/audience.js';
import { isAdmin, isStaff, type Viewer } from '../../kernel/viewer.js';
import type { ConversationKind, EscalationStatus, ParticipantRole } from '../../kernel/words.js';
import { canHaveCases } from '../queues/index.js';

/** Whether the viewer asks admins: agents and admins as themselves. */
export function mayEscalate(viewer: Viewer): boolean {
  return canHaveCases(viewer);
}

/** Whether the viewer decides: admins and back-ends. */
export function mayDecide(viewer: Viewer): boolean {
  return isAdmin(viewer);
}

/** Whether an escalation has no decision yet. */
export function isUndecided(status: EscalationStatus): boolean {
  return status === 'open';
}

/** Whether the viewer asks support to help with a conversation: a party of a booking, for its own side. */
export function mayAskSupport(viewer: Viewer, of: { readonly kind: ConversationKind; readonly place: ParticipantRole | null }): boolean {
  return viewer.kind === 'user' && !isStaff(viewer) && of.kind === 'booking' && of.place !== null && audiencesOf(of.place).key !== 'staff';
}
