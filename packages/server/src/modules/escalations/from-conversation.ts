import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { audiencesOf } from '../../kernel/audience.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { SupportCaseView } from '../../kernel/views.js';
import { accessConversation } from '../conversations/index.js';
import { postMessage } from '../messages/index.js';
import { startSupport } from '../support/index.js';
import { parseWords } from './input.js';
import { mayAskSupport } from './policy.js';
import { LINK, LIVE_OF } from './store.js';

const OPERATION = 'escalate conversation';

/** What a party of a booking asks support. */
export interface EscalateConversation {
  readonly conversationId: string;
  readonly clientId: string;
  readonly reason: string;
  /** Key of the queue; by default that of the site. */
  readonly queue?: string | null | undefined;
}

/** A case that came of a conversation. */
export interface EscalatedConversation {
  readonly case: SupportCaseView;
  readonly isDuplicate: boolean;
}

interface LiveCase {
  readonly id: string;
  readonly clientId: string;
  readonly status: string;
}

/**
 * Asks support to help with the conversation of a booking: a case of the viewer that is linked to it. Support joins the conversation on record, as everywhere.
 * The other party is not told; the viewer's own side keeps a line of it. Repeated with the same client id it answers with the first, also when that is over.
 * Case and link are made in one transaction that holds the conversation: of two calls at once one makes a case.
 * @throws ChatError NOT_FOUND; FORBIDDEN for staff and where it is no booking's; CASE_STATE_INVALID while a case of the viewer about it is not over, with
 * `details.caseId`; and what starting support answers with
 */
export async function escalateConversation(deps: Deps, viewer: Viewer, input: EscalateConversation): Promise<EscalatedConversation> {
  const { conversationId } = input;
  const { conversation, participant } = await accessConversation(deps, viewer, { conversationId, need: 'member', operation: OPERATION });
  if (participant === null || !mayAskSupport(viewer, { kind: conversation.kind, place: participant.role })) {
    throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; only the parties of a booking ask support to help with it`);
  }
  const reason = parseWords(OPERATION, 'reason', input.reason);
  const link = async (tx: Tx, caseId: string): Promise<void> => {
    const now = deps.clock.now();
    const [linked] = await tx.raw(LINK, [caseId, viewer.siteId, conversation.id, viewer.userId, now.toISOString()]);
    if (linked === undefined) return;
    const line = { clientId: caseId, text: 'Support was asked to help.', metadata: { caseId }, audience: audiencesOf(participant.role).key, origin: 'audit' as const };
    await postMessage(deps, tx, { conversationId: conversation.id, siteId: viewer.siteId, ...line, senderId: null, now });
  };
  const started = await startSupport(deps, viewer, {
    clientId: input.clientId,
    queue: input.queue,
    subject: conversation.title,
    text: reason,
    attributes: { conversationId: conversation.id },
    visitor: { origin: null },
    origin: {
      before: async (tx) => {
        // Of two that ask at once the second waits here, and then sees the first one's case.
        await tx.raw('SELECT 1 FROM conversation WHERE id = $1 FOR NO KEY UPDATE', [conversation.id]);
        const live = await tx.raw<LiveCase>(LIVE_OF, [conversation.id, viewer.userId]);
        const other = live.find(({ clientId }) => clientId !== input.clientId);
        if (other) throw new ChatError('CASE_STATE_INVALID', `unable to ${OPERATION}; a case of yours about it is not over`, { details: { current: other.status.toUpperCase(), caseId: other.id } });
      },
      after: link,
    },
  });
  return { case: started.case, isDuplicate: started.isDuplicate };
}
