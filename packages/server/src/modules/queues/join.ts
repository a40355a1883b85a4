import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ConversationView } from '../../kernel/views.js';
import { joinConversation, type MembershipResult } from '../conversations/index.js';
import { caseScope, inScope, scopeParams } from './access.js';

const IN_REACH = `SELECT 1 AS one FROM support_case s WHERE s.conversation_id = $1 AND s.site_id = $2 AND ${inScope('s', 3)}`;

/**
 * Lets staff into a conversation: agents into any between client and provider, a client's without staff, and those of the cases that they may see; admins into
 * any. What an agent may not join is answered like what does not exist.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT
 */
export async function joinAsStaff(
  deps: Deps,
  viewer: Viewer,
  input: { readonly conversationId: string; readonly reason?: string | null | undefined },
): Promise<MembershipResult & { readonly conversation: ConversationView }> {
  // Asked before: a transaction may use nothing but itself.
  const scope = await caseScope(deps, viewer);
  const isInReach = async (tx: Tx, conversationId: string): Promise<boolean> =>
    (await tx.raw(IN_REACH, [conversationId, viewer.siteId, ...scopeParams(scope)])).length > 0;
  return joinConversation(deps, viewer, { ...input, isInReach });
}
