import type { Deps } from '../../deps.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import { accessContext } from './access.js';
import { actionsOf, type AwaitedView, awaitedOf, type ConversationStatus, type OpenAction, statusOf } from './policy.js';

/** Where a conversation stands for one viewer. */
export interface ContextView {
  readonly conversationId: string;
  readonly status: ConversationStatus;
  readonly actions: readonly OpenAction[];
  readonly awaited: AwaitedView | null;
  /** Number of the conversation's newest event at that moment. */
  readonly seq: number;
}

/** Where a conversation stands, what the viewer can do with it now, and whose turn it is; null when there is none that they may know of. Two queries, besides the scope of cases. */
export async function findContext(deps: Deps, viewer: Viewer, conversationId: string): Promise<ContextView | null> {
  const found = await accessContext(deps, viewer, conversationId);
  if (!found) return null;
  const { facts, access } = found;
  const now = deps.clock.now();
  const actions = actionsOf(facts, { viewer, place: access?.participant?.role ?? null, now });
  // Staff who may not read it know of it only as far as there is something for them to do.
  if (!access && actions.length === 0) return null;
  return {
    conversationId: facts.conversationId,
    status: statusOf(facts, { now, isStaff: isStaff(viewer) }),
    actions,
    awaited: access && awaitedOf(facts, now),
    seq: facts.lastSeq,
  };
}
