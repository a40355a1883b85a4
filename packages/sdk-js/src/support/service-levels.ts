/** Targets for answers and resolution, and how they were kept. */
import type { ChatClient } from '../create-chat-client.js';
import { DeleteSlaPolicyDocument, SlaPoliciesDocument, SlaReportDocument, type SlaReportQueryVariables, UpsertSlaPolicyDocument } from '../generated/operations.js';
import type { SlaFigures, SlaPolicy, UpsertSlaPolicyInput } from '../generated/types.js';
import { perClient } from './handles.js';
import { queryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** What the store of the targets holds. */
export interface ServiceLevelsData {
  /** By key. */
  readonly policies: readonly SlaPolicy[];
}

/** The store of the site's service levels. All functions reject with a `ChatError`. */
export interface ServiceLevelsHandle extends SupportStore<StoreState<ServiceLevelsData>> {
  /** Makes or changes targets, by key; what is left out stays. Clocks that run go on by them. */
  readonly upsert: (policy: UpsertSlaPolicyInput) => Promise<SlaPolicy>;
  /** Deletes targets. */
  readonly remove: (key: string) => Promise<void>;
  /** How the clocks went that began in a time, for each kind and priority. */
  readonly report: (about: SlaReportQueryVariables) => Promise<readonly SlaFigures[]>;
  /** Reads them again. */
  readonly refresh: () => void;
}

const byKey = (one: SlaPolicy, other: SlaPolicy): number => (one.key < other.key ? -1 : 1);

/**
 * The site's service levels, for staff; `status` becomes `failed` with FORBIDDEN for others. The clocks of a case are `slaClocks` of the case itself, live
 * wherever the case is.
 *
 * @example
 * const levels = serviceLevels(client);
 * await levels.upsert({ key: 'vip', priorities: ['URGENT'], firstResponseSeconds: 30 });
 * const figures = await levels.report({ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' });
 */
export const serviceLevels: (client: ChatClient) => ServiceLevelsHandle = /*#__PURE__*/ perClient((context) => {
  const { runner } = context;
  const { change, ...store } = queryStore<ServiceLevelsData>(
    context,
    { initial: { policies: [] }, read: async () => ({ policies: (await runner.request(SlaPoliciesDocument, {})).slaPolicies }) },
    {},
  );
  const without = (policies: readonly SlaPolicy[], key: string): SlaPolicy[] => policies.filter((policy) => policy.key !== key);
  return {
    ...store,
    upsert: async (input) => {
      const { policy } = (await runner.request(UpsertSlaPolicyDocument, { input })).upsertSlaPolicy;
      change(({ policies }) => ({ policies: [...without(policies, policy.key), policy].sort(byKey) }));
      return policy;
    },
    remove: async (key) => {
      await runner.request(DeleteSlaPolicyDocument, { input: { key } });
      change(({ policies }) => ({ policies: without(policies, key) }));
    },
    report: async (about) => (await runner.request(SlaReportDocument, about)).slaReport,
  };
});
