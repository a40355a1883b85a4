import type { Message } from '@parley/sdk';
import { notes, type ListState, type NotesHandle, type NotesOptions } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useNotes} returns. */
export type NotesResult = Loadable &
  Pick<NotesHandle, 'add' | 'colleagues' | 'loadMore' | 'retry'> & {
    /** Those loaded so far, newest first. */
    readonly notes: readonly Message[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<Message>, { add, colleagues, loadMore, retry }: NotesHandle): NotesResult => ({
  ...loadable(state),
  notes: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  add,
  colleagues,
  loadMore,
  retry,
});

/** The part of the result that `select` takes. */
export function useNotes<Selected>(options: NotesOptions & Selecting<NotesResult, Selected>): Selected;
/**
 * Internal notes of a conversation, live: what only staff see, with mentions of colleagues. `status` is `failed` for who may not.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { notes, add } = useNotes({ conversationId });
 * return <button onClick={() => add({ text: 'Please look', mentions: [sue.id] })}>{notes.length} notes</button>;
 * ```
 */
export function useNotes(options: NotesOptions): NotesResult;
export function useNotes<Selected>({ conversationId, select }: NotesOptions & Partial<Selecting<NotesResult, Selected>>): NotesResult | Selected {
  return useSupportStore(notes(useChatClient(), { conversationId }), project, select);
}
