import type { Tx } from '../../db/contract.js';
import type { Tag } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import { type Access, accessConversation, accessConversationIn } from '../conversations/index.js';
import { type CaseScope, lockCase, type LockedCase, scopeParams } from '../queues/index.js';
import { CASE_OF_CONVERSATION } from './case-store.js';

/** @throws ChatError FORBIDDEN for all but staff and back-ends */
export function requireStaff(viewer: Viewer, operation: string): void {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
}

/** What is asked of a conversation at the desk. */
export interface DeskRequest {
  readonly conversationId: string;
  readonly operation: string;
}

/** A conversation that the viewer may read as staff. Others who read it learn that they may not. @throws ChatError NOT_FOUND, FORBIDDEN */
export async function accessAsStaff(deps: Deps, viewer: Viewer, request: DeskRequest): Promise<Access> {
  const access = await accessConversation(deps, viewer, { ...request, need: 'read' });
  requireStaff(viewer, request.operation);
  return access;
}

/** {@link accessAsStaff} inside a transaction, with the conversation's row locked. @throws ChatError NOT_FOUND, FORBIDDEN */
async function lockAsStaff(tx: Tx, viewer: Viewer, request: DeskRequest & { readonly now: Date }): Promise<Access> {
  const access = await accessConversationIn(tx, viewer, { ...request, need: 'read', lock: true });
  requireStaff(viewer, request.operation);
  return access;
}

/**
 * A conversation on which the viewer works as staff, locked: one that they may read, or that of a case that they may see. The case comes with it, locked too.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function lockForDesk(
  tx: Tx,
  viewer: Viewer,
  request: DeskRequest & { readonly now: Date; readonly scope: CaseScope },
): Promise<{ readonly conversationId: string; readonly lastSeq: number; readonly case: LockedCase | null }> {
  const { conversationId, operation, now, scope } = request;
  const [known] = await tx.raw<{ id: string }>(CASE_OF_CONVERSATION.text, [conversationId, viewer.siteId, ...scopeParams(scope)]);
  const locked = known && isStaff(viewer) ? await lockCase(tx, { caseId: known.id, siteId: viewer.siteId }) : null;
  if (locked) return { conversationId, lastSeq: locked.lastSeq, case: locked };
  const { conversation } = await lockAsStaff(tx, viewer, { conversationId, operation, now });
  return { conversationId: conversation.id, lastSeq: conversation.lastSeq, case: null };
}

/** A tag of the viewer's site, deleted ones too. @throws ChatError NOT_FOUND */
export async function accessTag(tx: Pick<Tx, 'prisma'>, viewer: Viewer, request: { readonly tagId: string; readonly operation: string }): Promise<Tag> {
  const tag = await tx.prisma.tag.findFirst({ where: { id: request.tagId, siteId: viewer.siteId } });
  if (!tag) throw notFound(request.operation, 'tag');
  return tag;
}
