/** One case as staff have it: where it stands, live, and what can be done with it. */
import { ChatError } from '../chat-error.js';
import { randomId } from '../clock.js';
import { contextOf, type ClientContext } from '../context.js';
import type { ConversationHandle } from '../conversation/handle.js';
import type { ChatClient } from '../create-chat-client.js';
import {
  CloseCaseDocument,
  CompleteWrapUpDocument,
  ReopenCaseDocument,
  ResolveCaseDocument,
  SetCasePendingDocument,
  SetCasePriorityDocument,
  SnoozeCaseDocument,
  SupportCaseDocument,
  TakeOverCaseDocument,
  TransferCaseDocument,
} from '../generated/operations.js';
import type { QueuePositionChanged, SupportCase, SupportPriority, TransferCaseInput } from '../generated/types.js';
import { IDLE, derivedStore, type StoreState, type SupportStore } from './support-store.js';

/** Which case, by its conversation. */
export interface CaseOptions {
  readonly conversationId: string;
}

/** What is known of a case. */
export interface CaseData {
  /** Null until it is known, and for a conversation that belongs to none. */
  readonly case: SupportCase | null;
  /** Where it stands in its line; null once it waits no more. */
  readonly place: QueuePositionChanged | null;
}

/** The state of {@link caseOf}. */
export type CaseState = StoreState<CaseData>;

/** To whom a case goes: exactly one of `agentId`, `queue` and `skill`. The note is for colleagues. */
export type CaseTransfer = Omit<TransferCaseInput, 'caseId' | 'clientId'> & { readonly clientId?: string | undefined };

/** The store of a case. All functions are for staff and reject with a `ChatError`; what they change comes with the feed of the conversation too. */
export interface CaseHandle extends SupportStore<CaseState> {
  /** Takes it, from the line or from a colleague. */
  readonly takeOver: () => Promise<SupportCase>;
  /** Hands it to an agent, a queue, or whoever has a skill. AGENT_UNAVAILABLE when the agent has no room. */
  readonly transfer: (to: CaseTransfer) => Promise<SupportCase>;
  /** It waits for its customer, whose next message opens it again. */
  readonly setPending: () => Promise<SupportCase>;
  /** Puts it aside until a moment, or until its customer writes. */
  readonly snooze: (until: Date) => Promise<SupportCase>;
  readonly setPriority: (priority: SupportPriority) => Promise<SupportCase>;
  /** Settles it. A new message of its customer opens it again. */
  readonly resolve: (wrapUpCode?: string) => Promise<SupportCase>;
  /** Ends it: nobody writes any more. */
  readonly close: (wrapUpCode?: string) => Promise<SupportCase>;
  readonly reopen: () => Promise<SupportCase>;
  /** Ends the wrapping up; the agent has room for another. */
  readonly completeWrapUp: (wrapUpCode?: string) => Promise<SupportCase>;
}

const INITIAL: CaseState = { ...IDLE, case: null, place: null };

/**
 * The case of a conversation, live. It is read from the feed of the conversation, which is open while this is.
 *
 * @example
 * const open = caseOf(client, { conversationId });
 * open.subscribe(() => show(open.getSnapshot().case?.status));
 * await open.transfer({ queue: 'billing', note: 'Wants the money back' });
 */
export function caseOf(client: ChatClient, { conversationId }: CaseOptions): CaseHandle {
  const conversation = client.conversation(conversationId);
  const known = handles.get(conversation) ?? createCase(contextOf(client), conversation);
  handles.set(conversation, known);
  return known;
}

/** The handle of a case lives as long as that of its conversation. */
const handles: WeakMap<ConversationHandle, CaseHandle> = /*#__PURE__*/ new WeakMap();

function createCase({ runner, clock }: ClientContext, conversation: ConversationHandle): CaseHandle {
  const store = derivedStore<CaseState>({
    initial: INITIAL,
    sources: () => [conversation],
    read: () => {
      const { status, error, syncStatus, supportCase, queuePosition } = conversation.getSnapshot();
      return { status, error, syncStatus, case: supportCase, place: queuePosition };
    },
  });
  /** Known once the feed is open; a program may act without opening it. */
  const one = async (): Promise<{ readonly caseId: string }> => {
    const known = conversation.getSnapshot().supportCase ?? (await runner.request(SupportCaseDocument, { id: conversation.id })).supportCase;
    if (!known) throw new ChatError('NOT_FOUND', 'unable to act on the case; the conversation belongs to none');
    return { caseId: known.id };
  };
  const end = async (wrapUpCode: string | undefined) => ({ ...(await one()), ...(wrapUpCode === undefined ? {} : { wrapUpCode }) });

  return {
    ...store,
    initial: INITIAL,
    retain: conversation.retain,
    retry: conversation.retry,
    takeOver: async () => (await runner.request(TakeOverCaseDocument, { input: await one() })).takeOverCase.case,
    transfer: async ({ clientId = randomId(clock), ...to }) => (await runner.request(TransferCaseDocument, { input: { ...(await one()), clientId, ...to } })).transferCase.case,
    setPending: async () => (await runner.request(SetCasePendingDocument, { input: await one() })).setCasePending.case,
    snooze: async (until) => (await runner.request(SnoozeCaseDocument, { input: { ...(await one()), until: until.toISOString() } })).snoozeCase.case,
    setPriority: async (priority) => (await runner.request(SetCasePriorityDocument, { input: { ...(await one()), priority } })).setCasePriority.case,
    resolve: async (wrapUpCode) => (await runner.request(ResolveCaseDocument, { input: await end(wrapUpCode) })).resolveCase.case,
    close: async (wrapUpCode) => (await runner.request(CloseCaseDocument, { input: await end(wrapUpCode) })).closeCase.case,
    reopen: async () => (await runner.request(ReopenCaseDocument, { input: await one() })).reopenCase.case,
    completeWrapUp: async (wrapUpCode) => (await runner.request(CompleteWrapUpDocument, { input: await end(wrapUpCode) })).completeWrapUp.case,
  };
}
