import type { SlaPolicy } from '@parley/sdk';
import { serviceLevels, type ServiceLevelsData, type ServiceLevelsHandle, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useSla} returns. */
export type SlaResult = Loadable &
  Pick<ServiceLevelsHandle, 'upsert' | 'remove' | 'report' | 'refresh' | 'retry'> & {
    /** The site's targets, by key. The clocks of a case are its own `slaClocks`. */
    readonly policies: readonly SlaPolicy[];
  };

const project = (state: StoreState<ServiceLevelsData>, { upsert, remove, report, refresh, retry }: ServiceLevelsHandle): SlaResult => ({
  ...loadable(state),
  policies: state.policies,
  upsert,
  remove,
  report,
  refresh,
  retry,
});

/** The part of the result that `select` takes. */
export function useSla<Selected>(options: Selecting<SlaResult, Selected>): Selected;
/**
 * Service levels: targets for answers and resolution, to read, change and delete, and how they were kept. For staff; `status` is `failed` with FORBIDDEN for
 * others. The clocks of a case come live with the case, as `slaClocks`.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { policies, upsert } = useSla();
 * return <button onClick={() => upsert({ key: 'vip', priorities: ['URGENT'], firstResponseSeconds: 30 })}>{policies.length} targets</button>;
 * ```
 */
export function useSla(): SlaResult;
export function useSla<Selected>(options?: Selecting<SlaResult, Selected>): SlaResult | Selected {
  return useSupportStore(serviceLevels(useChatClient()), project, options?.select);
}
