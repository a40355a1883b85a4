import type { ColleagueActive } from '@parley/sdk';
import { reportActivity, type ActivityReporter } from '@parley/sdk/support';
import { useCallback, useEffect, useRef } from 'react';
import { useChatClient } from '../chat-provider.js';
import { initialConversation } from '../initial-states.js';
import { useStore } from '../use-store.js';

/** What {@link useColleagues} returns. */
export interface ColleaguesResult {
  /** Colleagues who look at the conversation or write, others than the viewer. */
  readonly colleagues: readonly ColleagueActive[];
  /** The viewer pressed a key, in an answer or a note. Call it on every key. Stable identity. */
  readonly keystroke: () => void;
}

const reader = { initial: initialConversation, select: (state: typeof initialConversation) => state.colleagues };

/**
 * Who else of the staff looks at a conversation or writes into it, and tells them the same of the viewer while mounted. Customers never see it.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { colleagues, keystroke } = useColleagues({ conversationId });
 * return <p>{colleagues.map(({ user, activity }) => `${user.displayName} is ${activity}`)}</p>;
 * ```
 */
export function useColleagues({ conversationId }: { readonly conversationId: string }): ColleaguesResult {
  const client = useChatClient();
  const reporter = useRef<ActivityReporter | null>(null);
  useEffect(() => {
    const mine = reportActivity(client, conversationId);
    reporter.current = mine;
    return () => {
      reporter.current = null;
      mine.stop();
    };
  }, [client, conversationId]);
  const keystroke = useCallback(() => reporter.current?.keystroke(), []);
  return { colleagues: useStore(client.conversation(conversationId), reader), keystroke };
}
