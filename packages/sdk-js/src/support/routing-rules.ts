/** The site's routing rules: read, tried, saved and brought back by those who may. */
import { toChatError } from '../chat-error.js';
import type { ChatClient } from '../create-chat-client.js';
import { RestoreRoutingRulesDocument, RoutingDecisionsDocument, RoutingRulesDocument, RoutingRulesHistoryDocument, SaveRoutingRulesDocument, TryRoutingRulesDocument } from '../generated/operations.js';
import type { RoutingDecision, RoutingRuleInput, RoutingRules, RoutingRulesConnection, RoutingSampleInput, RoutingTrial } from '../generated/types.js';
import { perClient } from './handles.js';
import { queryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** What the store of the rules holds. */
export interface RoutingRulesData {
  /** The rules that hold; null until they are read. */
  readonly current: RoutingRules | null;
}

/** The store of the site's routing rules. All functions reject with a `ChatError`. */
export interface RoutingRulesHandle extends SupportStore<StoreState<RoutingRulesData>> {
  /**
   * Saves the whole list as the next version after the one that is shown, or after `expectedVersion`. INVALID_INPUT names the first problem in `details`;
   * CONFLICT when others saved meanwhile: their rules are read then.
   */
  readonly save: (rules: readonly RoutingRuleInput[], options?: { readonly note?: string; readonly expectedVersion?: number }) => Promise<RoutingRules>;
  /** Makes an earlier version hold again, as a new version. */
  readonly restore: (version: number) => Promise<RoutingRules>;
  /** What rules would do with a made-up case, and everything that is wrong with them; those that hold when none are given. Nothing is saved. */
  readonly tryOut: (sample: RoutingSampleInput, rules?: readonly RoutingRuleInput[]) => Promise<RoutingTrial>;
  /** A page of all versions, newest first. */
  readonly history: (after?: string) => Promise<RoutingRulesConnection>;
  /** What the rules said of a case, and why, newest first. */
  readonly decisions: (caseId: string) => Promise<readonly RoutingDecision[]>;
  /** Reads them again. */
  readonly refresh: () => void;
}

/**
 * The site's routing rules, for staff; `status` becomes `failed` with FORBIDDEN for others. Admins and agents who may MANAGE_ROUTING save them.
 *
 * @example
 * const rules = routingRules(client);
 * const { problems, outcome } = await rules.tryOut({ language: 'de' }, draft);
 * if (problems.length === 0) await rules.save(draft);
 */
export const routingRules: (client: ChatClient) => RoutingRulesHandle = /*#__PURE__*/ perClient((context) => {
  const { runner } = context;
  const { change, ...store } = queryStore<RoutingRulesData>(
    context,
    { initial: { current: null }, read: async () => ({ current: (await runner.request(RoutingRulesDocument, {})).routingRules }) },
    {},
  );
  const holds = (current: RoutingRules): RoutingRules => {
    change((data) => (data.current !== null && data.current.version > current.version ? data : { current }));
    return current;
  };
  const expected = (): number => store.getSnapshot().current?.version ?? 0;
  const saving = async (work: Promise<RoutingRules>): Promise<RoutingRules> => {
    try {
      return holds(await work);
    } catch (error) {
      const refused = toChatError(error, 'save the routing rules');
      if (refused.code === 'CONFLICT') store.refresh();
      throw refused;
    }
  };
  return {
    ...store,
    save: (rules, { note, expectedVersion = expected() } = {}) =>
      saving(runner.request(SaveRoutingRulesDocument, { input: { expectedVersion, rules, ...(note === undefined ? {} : { note }) } }).then(({ saveRoutingRules }) => saveRoutingRules.routingRules)),
    restore: (version) =>
      saving(runner.request(RestoreRoutingRulesDocument, { input: { version, expectedVersion: expected() } }).then(({ restoreRoutingRules }) => restoreRoutingRules.routingRules)),
    tryOut: async (sample, rules) => (await runner.request(TryRoutingRulesDocument, { sample, ...(rules === undefined ? {} : { rules }) })).tryRoutingRules,
    history: async (after) => (await runner.request(RoutingRulesHistoryDocument, { first: 20, ...(after === undefined ? {} : { after }) })).routingRulesHistory,
    decisions: async (caseId) => (await runner.request(RoutingDecisionsDocument, { caseId })).routingDecisions,
  };
});
