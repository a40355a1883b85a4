/** For tests: every action of a conversation's context, and the trial of all of them. */
import {
  addNote,
  addParticipant,
  closeCase,
  completeWrapUp,
  type ConversationAction,
  conversationContext,
  decideEscalation,
  endSupport,
  escalateConversation,
  joinConversation,
  leaveConversation,
  openEscalation,
  rateCase,
  reopenCase,
  resolveCase,
  sendMessage,
  setCasePending,
  setCasePriority,
  snoozeCase,
  takeOverCase,
  talkToHuman,
  transferCase,
} from '@parley/sdk/operations';
import { randomToken } from '../../kernel/ids.js';
import { type Actor, outcomeOf } from '../../testing/index.js';

/** What an action is tried on. */
export interface Place {
  readonly conversationId: string;
  readonly caseId: string;
  readonly escalationId: string;
  /** Somebody who takes no part and can be let in. */
  readonly newcomerId: string;
  /** Until when a case is put aside. */
  readonly until: string;
}

export const NONE = { caseId: 'cas_none', escalationId: 'esc_none' };
export const fresh = () => ({ clientId: randomToken(9) });

/** The mutation of each action. */
export const attempt: Readonly<Record<ConversationAction, (as: Actor, at: Place) => Promise<unknown>>> = {
  SEND_MESSAGE: (as, { conversationId }) => sendMessage(as, { conversationId, ...fresh(), text: 'said' }),
  ADD_NOTE: (as, { conversationId }) => addNote(as, { conversationId, ...fresh(), text: 'noted' }),
  ADD_PARTICIPANT: (as, { conversationId, newcomerId }) => addParticipant(as, { conversationId, userId: newcomerId }),
  JOIN_CONVERSATION: (as, { conversationId }) => joinConversation(as, { conversationId }),
  LEAVE_CONVERSATION: (as, { conversationId }) => leaveConversation(as, { conversationId }),
  TAKE_OVER_CASE: (as, { caseId }) => takeOverCase(as, { caseId }),
  TRANSFER_CASE: (as, { caseId }) => transferCase(as, { caseId, ...fresh(), queue: 'other' }),
  SET_CASE_PENDING: (as, { caseId }) => setCasePending(as, { caseId }),
  SNOOZE_CASE: (as, { caseId, until }) => snoozeCase(as, { caseId, until }),
  SET_CASE_PRIORITY: (as, { caseId }) => setCasePriority(as, { caseId, priority: 'URGENT' }),
  RESOLVE_CASE: (as, { caseId }) => resolveCase(as, { caseId }),
  CLOSE_CASE: (as, { caseId }) => closeCase(as, { caseId }),
  REOPEN_CASE: (as, { caseId }) => reopenCase(as, { caseId }),
  COMPLETE_WRAP_UP: (as, { caseId }) => completeWrapUp(as, { caseId }),
  OPEN_ESCALATION: (as, { caseId }) => openEscalation(as, { caseId, ...fresh(), reason: 'may I?' }),
  DECIDE_ESCALATION: (as, { escalationId }) => decideEscalation(as, { escalationId, status: 'APPROVED', text: 'yes' }),
  END_SUPPORT: (as, { caseId }) => endSupport(as, { caseId }),
  TALK_TO_HUMAN: (as, { caseId }) => talkToHuman(as, { caseId }),
  RATE_CASE: (as, { caseId }) => rateCase(as, { caseId, ...fresh(), rating: 5 }),
  ESCALATE_CONVERSATION: (as, { conversationId }) => escalateConversation(as, { conversationId, ...fresh(), reason: 'help' }),
};
const ACTIONS = Object.entries(attempt);
const REFUSALS = ['FORBIDDEN', 'NOT_FOUND', 'CASE_STATE_INVALID', 'CONVERSATION_CLOSED', 'RATING_CLOSED', 'ALREADY_RATED', 'ESCALATION_DECIDED'];

/** Tries every action: what is listed succeeds, each in a place of its own; what is not is refused, or changes nothing since it is so already. */
export async function tryAll(of: { readonly as: Actor; readonly service: Actor; readonly make: () => Promise<Place>; readonly state: string }): Promise<{ readonly listed: readonly ConversationAction[]; readonly wrong: string[] }> {
  const { as, service, make, state } = of;
  const wrong: string[] = [];
  const place = await make();
  const listed: readonly ConversationAction[] = (await conversationContext(as, place))?.actions ?? [];
  const seqOf = async ({ conversationId }: Place) => (await conversationContext(service, { conversationId }))?.seq;
  for (const [action, run] of ACTIONS) {
    const isListed = listed.some((each) => each === action);
    const at = isListed ? await make() : place;
    const before = await seqOf(at);
    const outcome = await outcomeOf(run(as, at));
    const hasChanged = (await seqOf(at)) !== before;
    const isRight = isListed ? outcome === 'ok' && hasChanged : !hasChanged && (outcome === 'ok' || REFUSALS.includes(outcome));
    if (!isRight) wrong.push(`${state}: ${action} is ${isListed ? '' : 'not '}listed, and was ${outcome}${hasChanged ? '' : ', with no change'}`);
  }
  return { listed, wrong };
}
