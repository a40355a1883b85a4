import type { Person, RoutingRule } from '@parley/sdk';
import { routingRules, type RoutingRulesData, type RoutingRulesHandle, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useRoutingRules} returns. */
export type RoutingRulesResult = Loadable &
  Pick<RoutingRulesHandle, 'save' | 'restore' | 'tryOut' | 'history' | 'decisions' | 'refresh' | 'retry'> & {
    /** The rules that hold, from the top. */
    readonly rules: readonly RoutingRule[];
    /** Their version; 0 for a site that never saved any. */
    readonly version: number;
    /** Who saved it; null for a back-end, and while there is none. */
    readonly savedBy: Person | null;
  };

const NONE: readonly RoutingRule[] = [];

const project = (state: StoreState<RoutingRulesData>, { save, restore, tryOut, history, decisions, refresh, retry }: RoutingRulesHandle): RoutingRulesResult => ({
  ...loadable(state),
  rules: state.current?.rules ?? NONE,
  version: state.current?.version ?? 0,
  savedBy: state.current?.savedBy ?? null,
  save,
  restore,
  tryOut,
  history,
  decisions,
  refresh,
  retry,
});

/** The part of the result that `select` takes. */
export function useRoutingRules<Selected>(options: Selecting<RoutingRulesResult, Selected>): Selected;
/**
 * The rules that say where cases go: to read, to try on a made-up case, to save as a new version and to bring an old one back. For staff; `status` is `failed`
 * with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { rules, version, tryOut, save } = useRoutingRules();
 * const check = async () => setProblems((await tryOut({ language: 'de' }, draft)).problems);
 * return <button onClick={() => save(draft)}>Save version {version + 1}</button>;
 * ```
 */
export function useRoutingRules(): RoutingRulesResult;
export function useRoutingRules<Selected>(options?: Selecting<RoutingRulesResult, Selected>): RoutingRulesResult | Selected {
  return useSupportStore(routingRules(useChatClient()), project, options?.select);
}
