/** What can be done with a conversation now, and whose turn it is. */
import type { ChatClient } from '../create-chat-client.js';
import type { ConversationState } from '../conversation/view.js';
import { ConversationContextDocument } from '../generated/operations.js';
import type { ConversationContext } from '../generated/types.js';
import { perOptions, type HandleSetup } from './handles.js';
import { watchOwnCases } from './own-cases.js';
import { queryStore } from './query-store.js';
import { watchQueues } from './queue-changes.js';
import type { StoreState, SupportStore } from './support-store.js';

/** Which conversation. */
export interface ConversationContextOptions {
  readonly conversationId: string;
}

/** What the store of a context holds. */
export interface ConversationContextData {
  /** Null until it is read, and for who may not know of the conversation. */
  readonly context: ConversationContext | null;
}

/** The store of a conversation's context. */
export type ConversationContextHandle = SupportStore<StoreState<ConversationContextData>>;

/**
 * Where a conversation stands for the viewer, live: its status, what they can do with it now, and whose turn it is, since when. It follows the feed of the conversation, for staff
 * who have not joined that of the queues (which tells nothing of cases that are over), and is read again when people, case, gate or turn change there.
 *
 * @example
 * const about = conversationContext(client, { conversationId });
 * about.subscribe(() => (button.disabled = !about.getSnapshot().context?.actions.includes('RESOLVE_CASE')));
 */
export const conversationContext: (client: ChatClient, options: ConversationContextOptions) => ConversationContextHandle = /*#__PURE__*/ perOptions(createConversationContext);

function createConversationContext({ client, context, options, listeners }: HandleSetup<ConversationContextOptions>): ConversationContextHandle {
  const { change: _change, refresh: _refresh, ...store } = queryStore<ConversationContextData>(
    context,
    {
      initial: { context: null },
      read: async () => ({ context: (await context.runner.request(ConversationContextDocument, options)).conversationContext }),
      watch: ({ refresh }) => watchStanding(client, options.conversationId, refresh),
    },
    listeners,
  );
  return store;
}

/** Follows whatever the context of a conversation hangs on: its own feed, and besides it what that does not bring. */
function watchStanding(client: ChatClient, conversationId: string, changed: () => void): () => void {
  const conversation = client.conversation(conversationId);
  let stopBeside: (() => void) | null = null;
  const standing = (): string | null => {
    const state = conversation.getSnapshot();
    if (state.status !== 'ready' && state.status !== 'failed') return null;
    stopBeside ??= besideOf(client, state, { conversationId, changed });
    return standingOf(state);
  };
  let before = standing();
  const stop = conversation.subscribe(() => {
    const now = standing();
    if (now === null || now === before) return;
    // Of a feed that opens now, what it begins with may be newer than what was read.
    before = now;
    changed();
  });
  return () => {
    stop();
    stopBeside?.();
  };
}

interface Beside {
  readonly conversationId: string;
  readonly changed: () => void;
}

/** Staff who may not read it follow the queues; a party of a booking its own cases, of which it may have asked for one out of it. */
function besideOf(client: ChatClient, { status, conversation, me }: ConversationState, { conversationId, changed }: Beside): (() => void) | null {
  if (conversation?.kind === 'BOOKING' && (me?.role === 'CLIENT' || me?.role === 'PROVIDER' || me?.role === 'TEAM_MEMBER')) return watchOwnCases(client, changed);
  if (status !== 'failed') return null;
  return watchQueues(client, (item) => {
    if (item.__typename !== 'QueueCaseChanged' || item.case.conversationId === conversationId) changed();
  });
}

/** What of a conversation its context follows from, as a text: the same text, the same context. */
function standingOf({ status, conversation, supportCase, me, canSend, messages }: ConversationState): string {
  const sent = messages.filter(({ seq }) => seq !== null);
  const turn = sent.filter(({ kind, audience, isDeleted }) => kind === 'TEXT' && audience === 'EVERYONE' && !isDeleted).at(-1);
  const line = sent.filter(({ kind }) => kind === 'SYSTEM').at(-1);
  return JSON.stringify([
    status,
    canSend,
    me?.role,
    conversation?.sendGate,
    conversation?.participants.map(({ user, role }) => [user.id, role]),
    supportCase && [supportCase.status, supportCase.control, supportCase.agent?.id, supportCase.version],
    turn?.sender.id,
    line?.seq,
    // A decision is said by who may have spoken last.
    conversation?.kind === 'ESCALATION' ? turn?.seq : null,
  ]);
}
