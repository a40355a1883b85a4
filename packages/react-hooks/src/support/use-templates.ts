import type { QuickReply } from '@parley/sdk';
import { templates, type ListState, type TemplateOptions, type TemplatesHandle } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useTemplates} returns. */
export type TemplatesResult = Loadable &
  Pick<TemplatesHandle, 'create' | 'update' | 'remove' | 'render' | 'countUse' | 'loadMore' | 'retry'> & {
    /** Those loaded so far, by shortcut. */
    readonly templates: readonly QuickReply[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<QuickReply>, { create, update, remove, render, countUse, loadMore, retry }: TemplatesHandle): TemplatesResult => ({
  ...loadable(state),
  templates: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  create,
  update,
  remove,
  render,
  countUse,
  loadMore,
  retry,
});

/** The part of the result that `select` takes. */
export function useTemplates<Selected>(options: TemplateOptions & Selecting<TemplatesResult, Selected>): Selected;
/**
 * The templates that the viewer may use, their own and the site's: to find by the beginning of shortcut or title, to fill in for a
 * conversation, to count and to keep. For everybody but clients; `status` is `failed` with FORBIDDEN for those.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { templates, render, countUse } = useTemplates({ prefix });
 * const use = async (id: string) => {
 *   const message = await sendMessage(await render(id, conversationId));
 *   await countUse(id, message.id);
 * };
 * ```
 */
export function useTemplates(options?: TemplateOptions): TemplatesResult;
export function useTemplates<Selected>({ prefix, tag, department, isActive, select }: TemplateOptions & Partial<Selecting<TemplatesResult, Selected>> = {}): TemplatesResult | Selected {
  return useSupportStore(templates(useChatClient(), { prefix, tag, department, isActive }), project, select);
}
