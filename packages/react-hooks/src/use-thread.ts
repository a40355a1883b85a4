import type { MessageItem, MessageWindowHandle, MessageWindowState } from '@parley/sdk';
import { useMemo } from 'react';
import { useConversationHandle, type ConversationOptions } from './conversation-provider.js';
import { initialWindow } from './initial-states.js';
import { loadable, useResult, type Loadable, type Selecting, type View } from './use-result.js';

/** Options of {@link useThread}. */
export interface ThreadOptions extends ConversationOptions {
  /** The message whose replies are meant. */
  readonly messageId: string;
}

/** What {@link useThread} returns. */
export type ThreadResult = Loadable & {
  /** The message that is answered; null until loaded. */
  readonly parent: MessageItem | null;
  /** The replies loaded so far, oldest first; then what is on its way. */
  readonly messages: readonly MessageItem[];
  /** Whether older replies can be loaded. */
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Loads an older page before the list; does nothing while one is loading or when there is none. Rejects with a ChatError. */
  readonly loadMore: () => Promise<void>;
  /** Sends a reply, shown at once; resolves when the server has it. The promise may be ignored. */
  readonly sendReply: MessageWindowHandle['send'];
};

const view: View<MessageWindowState, MessageWindowHandle, ThreadResult> = {
  initial: initialWindow,
  project: (state, thread) => ({
    ...loadable(state),
    parent: state.parent,
    messages: state.messages,
    hasMore: state.hasMore,
    isLoadingMore: state.isLoadingMore,
    loadMore: thread.loadMore,
    sendReply: thread.send,
  }),
};

/** The part of the result that `select` takes. */
export function useThread<Selected>(options: ThreadOptions & Selecting<ThreadResult, Selected>): Selected;
/**
 * The replies to one message, kept current.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider, or when no conversation is named.
 * @example
 * ```tsx
 * const { parent, messages, sendReply } = useThread({ messageId });
 * return (
 *   <section aria-label="Replies">
 *     <blockquote>{parent?.text}</blockquote>
 *     {messages.map((reply) => <p key={reply.key}>{reply.text}</p>)}
 *     <button onClick={() => sendReply('Agreed')}>Agree</button>
 *   </section>
 * );
 * ```
 */
export function useThread(options: ThreadOptions): ThreadResult;
export function useThread<Selected>(
  options: ThreadOptions & Partial<Selecting<ThreadResult, Selected>>,
): ThreadResult | Selected {
  const handle = useConversationHandle(options);
  const thread = useMemo(() => handle.thread(options.messageId), [handle, options.messageId]);
  return useResult(thread, view, options.select);
}
