import type { Deps } from '../../deps.js';
import { type ErrorCode, invalidInput, isChatError } from '../../kernel/errors.js';
import { parseClientId } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { SupportCaseView } from '../../kernel/views.js';
import { requirePermission } from '../identity/index.js';
import { accessCase, closeCase, takeOverCase, transferCase } from '../queues/index.js';
import { requireStaff } from './access.js';
import { parseCaseIds } from './case-filter.js';
import { tagConversation, untagConversation } from './tagging.js';

/** What can be done with many cases at once. */
export type BulkAction = 'assign' | 'transfer' | 'close' | 'tag' | 'untag';

/** What to do with which cases. */
export interface BulkInput {
  /** Made by the caller: a repeated transfer with the same one is the same. */
  readonly clientId: string;
  readonly caseIds: readonly string[];
  readonly action: BulkAction;
  /** With `assign`: to whom. */
  readonly agentId?: string | null | undefined;
  /** With `transfer`: key of the queue. */
  readonly queue?: string | null | undefined;
  /** With `tag` and `untag`. */
  readonly tagId?: string | null | undefined;
  /** With `assign` and `transfer`: for colleagues. */
  readonly note?: string | null | undefined;
  /** With `close`. */
  readonly wrapUpCode?: string | null | undefined;
}

/** What became of one case. */
export interface BulkResult {
  readonly caseId: string;
  /** Null when it was done. */
  readonly code: ErrorCode | null;
  readonly message: string | null;
  /** The case as it is now; null when the viewer may not see it. */
  readonly case: SupportCaseView | null;
}

/**
 * Does the same with up to 100 cases, each for itself: what is refused for one disturbs no other, and each has its own result, in the order given. What is so
 * already counts as done, so repeating it is safe. For admins, and agents who act on many.
 * @throws ChatError FORBIDDEN; INVALID_INPUT for a request that fits no case
 */
export async function bulkCases(deps: Deps, viewer: Viewer, input: BulkInput): Promise<readonly BulkResult[]> {
  const operation = 'act on cases';
  requireStaff(viewer, operation);
  await requirePermission(deps, viewer, { permission: 'bulk_actions', operation });
  const clientId = parseClientId({ operation, field: 'clientId' }, input.clientId);
  const caseIds = parseCaseIds(operation, input.caseIds);
  const act = actionOf(deps, viewer, { ...input, clientId, operation });
  const results: BulkResult[] = [];
  // One after the other: they share locks of agents and queues.
  for (const caseId of caseIds) results.push(await one(deps, viewer, { caseId, act, operation }));
  return results;
}

type Act = (known: { readonly id: string; readonly conversationId: string; readonly agentId: string | null; readonly queueKey: string; readonly status: string }) => Promise<unknown>;

function actionOf(deps: Deps, viewer: Viewer, input: BulkInput & { readonly operation: string }): Act {
  const { operation, clientId, agentId, queue, tagId, note, wrapUpCode } = input;
  switch (input.action) {
    case 'assign': {
      if (agentId == null) throw invalidInput(operation, 'agentId', 'is missing');
      return async (known) => {
        if (known.agentId === agentId && known.status !== 'queued') return;
        if (agentId === viewer.userId) await takeOverCase(deps, viewer, { caseId: known.id });
        else await transferCase(deps, viewer, { caseId: known.id, clientId, agentId, note });
      };
    }
    case 'transfer': {
      if (queue == null) throw invalidInput(operation, 'queue', 'is missing');
      return async (known) => {
        if (known.queueKey === queue && known.status === 'queued') return;
        await transferCase(deps, viewer, { caseId: known.id, clientId, queue, note });
      };
    }
    case 'close':
      return (known) => closeCase(deps, viewer, { caseId: known.id, wrapUpCode });
    case 'tag':
    case 'untag': {
      if (tagId == null) throw invalidInput(operation, 'tagId', 'is missing');
      const change = input.action === 'tag' ? tagConversation : untagConversation;
      return (known) => change(deps, viewer, { conversationId: known.conversationId, tagId });
    }
  }
}

async function one(deps: Deps, viewer: Viewer, of: { readonly caseId: string; readonly act: Act; readonly operation: string }): Promise<BulkResult> {
  const { caseId, act, operation } = of;
  const read = () => accessCase(deps, viewer, { caseId, need: 'read', operation });
  let view: SupportCaseView | null = null;
  try {
    const known = await read();
    view = known.view;
    await act({ id: known.id, conversationId: known.conversationId, agentId: known.agentId, queueKey: view.queue.key, status: known.status });
    return { caseId, code: null, message: null, case: (await read()).view };
  } catch (error) {
    // What is wrong with the server is wrong with all of them.
    if (!isChatError(error) || error.row.status >= 500) throw error;
    return { caseId, code: error.code, message: error.message, case: view };
  }
}
