/** What the server says by itself on the site, and when: read and changed by those who may. */
import type { ChatClient } from '../create-chat-client.js';
import { AutomationDocument, UpdateAutomationDocument } from '../generated/operations.js';
import type { AutomationSettings, UpdateAutomationInput } from '../generated/types.js';
import { perClient } from './handles.js';
import { queryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** What the store of the settings holds. */
export interface AutomationSettingsData {
  /** Null until they are read. */
  readonly settings: AutomationSettings | null;
}

/** The store of what the server says by itself. All functions reject with a `ChatError`. */
export interface AutomationSettingsHandle extends SupportStore<StoreState<AutomationSettingsData>> {
  /**
   * Changes them; what is left out stays, and an empty text is not said. INVALID_INPUT names the field in `details`, such as one with a variable that there is
   * not. For admins.
   */
  readonly update: (settings: UpdateAutomationInput) => Promise<AutomationSettings>;
  /** Reads them again. */
  readonly refresh: () => void;
}

/**
 * The welcome, out-of-hours, waiting and inactivity messages of the site, and the thresholds of its FAQ bot. For staff; `status` becomes `failed` with FORBIDDEN
 * for others. Why a message was said, `automationOf` tells.
 *
 * @example
 * const automation = automationSettings(client);
 * await automation.update({ welcomeText: 'Hello {{customer.name}}, how can we help?', answerFrom: 0.6 });
 */
export const automationSettings: (client: ChatClient) => AutomationSettingsHandle = /*#__PURE__*/ perClient((context) => {
  const { runner } = context;
  const { change, ...store } = queryStore<AutomationSettingsData>(context, {
    initial: { settings: null },
    read: async () => ({ settings: (await runner.request(AutomationDocument, {})).automation }),
  });
  return {
    ...store,
    update: async (input) => {
      const { settings } = (await runner.request(UpdateAutomationDocument, { input })).updateAutomation;
      change(() => ({ settings }));
      return settings;
    },
  };
});
