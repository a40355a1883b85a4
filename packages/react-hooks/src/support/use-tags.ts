import type { Tag } from '@parley/sdk';
import { tags, type ListState, type TagsHandle, type TagsOptions } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useTags} returns. */
export type TagsResult = Loadable &
  Pick<TagsHandle, 'create' | 'update' | 'remove' | 'add' | 'take' | 'loadMore' | 'retry'> & {
    /** The site's, loaded so far, by name. Those of a conversation are `tags` of `useConversation`. */
    readonly tags: readonly Tag[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<Tag>, { create, update, remove, add, take, loadMore, retry }: TagsHandle): TagsResult => ({
  ...loadable(state),
  tags: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  create,
  update,
  remove,
  add,
  take,
  loadMore,
  retry,
});

/** The part of the result that `select` takes. */
export function useTags<Selected>(options: TagsOptions & Selecting<TagsResult, Selected>): Selected;
/**
 * The site's tags: to choose from, to put on conversations and take off, and to keep for those who may. For staff; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { tags, add } = useTags({ prefix });
 * return tags.map((tag) => <button key={tag.id} style={{ color: tag.color }} onClick={() => add(conversationId, tag.id)}>{tag.name}</button>);
 * ```
 */
export function useTags(options?: TagsOptions): TagsResult;
export function useTags<Selected>({ prefix, select }: TagsOptions & Partial<Selecting<TagsResult, Selected>> = {}): TagsResult | Selected {
  return useSupportStore(tags(useChatClient(), { prefix }), project, select);
}
