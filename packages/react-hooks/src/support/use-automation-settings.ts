import { automationSettings, type AutomationSettingsData, type AutomationSettingsHandle, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useAutomationSettings} returns. */
export type AutomationSettingsResult = Loadable & AutomationSettingsData & Pick<AutomationSettingsHandle, 'update' | 'refresh' | 'retry'>;

const project = (state: StoreState<AutomationSettingsData>, { update, refresh, retry }: AutomationSettingsHandle): AutomationSettingsResult => ({
  ...loadable(state),
  settings: state.settings,
  update,
  refresh,
  retry,
});

/** The part of the result that `select` takes. */
export function useAutomationSettings<Selected>(options: Selecting<AutomationSettingsResult, Selected>): Selected;
/**
 * What the server says by itself: welcome, out-of-hours, waiting and inactivity messages, and the thresholds of the FAQ bot; to read and to change. For staff;
 * `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { settings, update } = useAutomationSettings();
 * return <button onClick={() => update({ isBotOn: !settings?.isBotOn })}>{settings?.isBotOn ? 'The bot answers' : 'The bot is off'}</button>;
 * ```
 */
export function useAutomationSettings(): AutomationSettingsResult;
export function useAutomationSettings<Selected>(options?: Selecting<AutomationSettingsResult, Selected>): AutomationSettingsResult | Selected {
  return useSupportStore(automationSettings(useChatClient()), project, options?.select);
}
