import type { Deps } from '../../deps.js';
import { isChatError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import { type Access, accessConversation } from '../conversations/index.js';
import { caseScope, scopeParams } from '../queues/index.js';
import { CONTEXT, type ContextFacts, type ContextRow } from './store.js';

/** What a viewer's context of a conversation follows from. */
export interface ContextAccess {
  readonly facts: ContextFacts;
  /** Null for staff who may join it and have not: they may not read it. */
  readonly access: Access | null;
}

/** The one door from a caller's id to the context of its conversation: null where the viewer may neither read it nor, as staff, know of it. */
export async function accessContext(deps: Deps, viewer: Viewer, conversationId: string): Promise<ContextAccess | null> {
  if (!isId('conversation', conversationId)) return null;
  const access = await readable(deps, viewer, conversationId);
  if (!access && !isStaff(viewer)) return null;
  const [row] = await deps.db.hot<ContextRow>(CONTEXT, [conversationId, viewer.siteId, viewer.userId, ...scopeParams(await caseScope(deps, viewer))]);
  return row ? { facts: factsOf(row), access } : null;
}

async function readable(deps: Deps, viewer: Viewer, conversationId: string): Promise<Access | null> {
  try {
    return await accessConversation(deps, viewer, { conversationId, need: 'read', operation: 'read conversation context' });
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

function factsOf({ supportCase, ...row }: ContextRow): ContextFacts {
  return { ...row, supportCase: supportCase && { ...supportCase, askedAt: toDate(supportCase.askedAt), expiresAt: toDate(supportCase.expiresAt) } };
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
