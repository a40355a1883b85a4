import { useChatClient, useConversation } from '@parley/react';
import type { MessageWindowState } from '@parley/sdk';
import { useMemo, useSyncExternalStore } from 'react';

/** What a list shows, whichever part of the conversation it is. */
export interface MessageSource extends Pick<MessageWindowState, 'messages' | 'hasMore' | 'hasNewer' | 'isLoadingMore'> {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly loadMore: () => Promise<void>;
  readonly loadNewer: () => Promise<void>;
}

/** The messages around a seq: a page, and from there on in both directions, kept current. */
export function useMessagesAround(seq: number): MessageSource {
  const client = useChatClient();
  const id = useConversation({ select: ({ conversation }) => conversation?.id ?? null });
  const around = useMemo(() => client.conversation(id ?? '').around(seq), [client, id, seq]);
  const { status, messages, hasMore, hasNewer, isLoadingMore } = useSyncExternalStore(around.subscribe, around.getSnapshot);
  return { status: status === 'idle' ? 'loading' : status, messages, hasMore, hasNewer, isLoadingMore, loadMore: around.loadMore, loadNewer: around.loadNewer };
}
