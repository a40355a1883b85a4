import { schedules, type SchedulesData, type SchedulesHandle, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useSchedules} returns. */
export type SchedulesResult = Loadable & SchedulesData & Pick<SchedulesHandle, 'upsert' | 'remove' | 'refresh' | 'retry'>;

const project = (state: StoreState<SchedulesData>, { upsert, remove, refresh, retry }: SchedulesHandle): SchedulesResult => ({
  ...loadable(state),
  schedules: state.schedules,
  businessHours: state.businessHours,
  upsert,
  remove,
  refresh,
  retry,
});

/** The part of the result that `select` takes. */
export function useSchedules<Selected>(options: Selecting<SchedulesResult, Selected>): Selected;
/**
 * The site's opening hours: to read, change and delete, and whether the site is open now. For staff; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { businessHours, upsert } = useSchedules();
 * const everyMonday = { key: 'office', timeZone: 'Europe/Vienna', hours: [{ day: 'MONDAY', opensAt: '09:00', closesAt: '17:00' }] } as const;
 * return <button onClick={() => upsert(everyMonday)}>{businessHours?.isOpen ? 'Open' : 'Closed'}</button>;
 * ```
 */
export function useSchedules(): SchedulesResult;
export function useSchedules<Selected>(options?: Selecting<SchedulesResult, Selected>): SchedulesResult | Selected {
  return useSupportStore(schedules(useChatClient()), project, options?.select);
}
