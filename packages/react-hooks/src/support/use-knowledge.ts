import type { Article } from '@parley/sdk';
import { knowledge, type KnowledgeHandle, type KnowledgeOptions, type ListState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useKnowledge} returns. */
export type KnowledgeResult = Loadable &
  Pick<KnowledgeHandle, 'upsert' | 'remove' | 'view' | 'rate' | 'match' | 'loadMore' | 'retry'> & {
    /** Those loaded so far: best first when something is looked for. */
    readonly articles: readonly Article[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<Article>, { upsert, remove, view, rate, match, loadMore, retry }: KnowledgeHandle): KnowledgeResult => ({
  ...loadable(state),
  articles: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  upsert,
  remove,
  view,
  rate,
  match,
  loadMore,
  retry,
});

/** The part of the result that `select` takes. */
export function useKnowledge<Selected>(options: KnowledgeOptions & Selecting<KnowledgeResult, Selected>): Selected;
/**
 * The articles of the knowledge base that the viewer may see, all of them or those that a query finds: to read and rate, to try on the FAQ bot, and to write
 * for those who may.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { articles, view, rate } = useKnowledge({ query });
 * return articles.map(({ id, title, answer, wasHelpful }) => (
 *   <details key={id} onToggle={() => view(id)}>
 *     <summary>{title}</summary>
 *     <p>{answer}</p>
 *     <button disabled={wasHelpful === true} onClick={() => rate(id, true)}>That helped</button>
 *   </details>
 * ));
 * ```
 */
export function useKnowledge(options?: KnowledgeOptions): KnowledgeResult;
export function useKnowledge<Selected>({ select, ...options }: KnowledgeOptions & Partial<Selecting<KnowledgeResult, Selected>> = {}): KnowledgeResult | Selected {
  return useSupportStore(knowledge(useChatClient(), options), project, select);
}
