/** The inbox of an agent: cases by filter and order, their counts, kept views, and actions on many. */
import { randomId } from '../clock.js';
import type { ChatClient } from '../create-chat-client.js';
import { BulkCasesDocument, CaseCountsDocument, CasesDocument, CaseViewsDocument, CreateCaseViewDocument, DeleteCaseViewDocument, UpdateCaseViewDocument } from '../generated/operations.js';
import type { BulkCaseResult, BulkCasesInput, CaseCounts, CaseFilterInput, CaseSort, CaseView, CreateCaseViewInput, InboxCase, UpdateCaseViewInput } from '../generated/types.js';
import { createStore } from '../store.js';
import { perClient, perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListData } from './list-store.js';
import { watchQueues } from './queue-changes.js';
import { queues } from './queues.js';
import { queryStore } from './query-store.js';
import { IDLE, derivedStore, type StoreState, type SupportStore } from './support-store.js';

/** Which cases, and in which order. */
export interface AgentInboxOptions {
  readonly filter?: CaseFilterInput | undefined;
  /** Default: newest message first. */
  readonly sort?: CaseSort | undefined;
}

/** What an inbox holds. */
export interface AgentInboxData {
  /** Those loaded so far. */
  readonly cases: readonly InboxCase[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Of all cases that the viewer may see, whatever the filter; null until they are read. */
  readonly counts: CaseCounts | null;
  /** The viewer's own and the site's, by name. */
  readonly views: readonly CaseView[];
}

/** The state of {@link agentInbox}. */
export type AgentInboxState = StoreState<AgentInboxData>;

/** What to do with many cases. Give a `clientId` of your own to be able to try again after an unknown outcome. */
export type BulkRequest = Omit<BulkCasesInput, 'clientId'> & { readonly clientId?: string | undefined };

/** A new view. Give a `clientId` of your own to be able to try again after an unknown outcome. */
export type NewCaseView = Omit<CreateCaseViewInput, 'clientId'> & { readonly clientId?: string | undefined };

/** The store of an inbox. All functions reject with a `ChatError`. */
export interface AgentInboxHandle extends SupportStore<AgentInboxState> {
  /** Loads the next page; does nothing while one is loading or when there is none. */
  readonly loadMore: () => Promise<void>;
  /** Reads cases and counts again. */
  readonly refresh: () => void;
  /** Does the same with up to 100 cases: a result for each, in the order given. For admins, and agents with BULK_ACTIONS. */
  readonly bulk: (request: BulkRequest) => Promise<readonly BulkCaseResult[]>;
  /** Keeps a way to look at cases. */
  readonly createView: (view: NewCaseView) => Promise<CaseView>;
  readonly updateView: (change: UpdateCaseViewInput) => Promise<CaseView>;
  readonly removeView: (viewId: string) => Promise<void>;
}

const INITIAL: AgentInboxState = { ...IDLE, cases: [], hasMore: false, isLoadingMore: false, counts: null, views: [] };

/** Changes whenever this client changed a view of cases. */
const edits: (client: ChatClient) => ReturnType<typeof createStore<object>> = /*#__PURE__*/ perClient(() => createStore<object>({}));

const countsOf = /*#__PURE__*/ perClient((context, client) =>
  queryStore<{ readonly counts: CaseCounts | null }>(context, {
    initial: { counts: null },
    read: async () => ({ counts: (await context.runner.request(CaseCountsDocument, {})).caseCounts }),
    watch: ({ refresh }) => watchQueues(client, refresh),
  }),
);

const viewsOf = /*#__PURE__*/ perClient((context, client) =>
  queryStore<{ readonly views: readonly CaseView[] }>(context, {
    initial: { views: [] },
    read: async () => ({ views: (await context.runner.request(CaseViewsDocument, {})).caseViews }),
    watch: ({ refresh }) => edits(client).subscribe(refresh),
  }),
);

/**
 * The inbox of an agent, live: it is read again when the feed of the queues tells of a change; a case that changes shows so at once, and `lastMessage` follows what is
 * said, without a question to the server. For staff; `status`
 * becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const inbox = agentInbox(client, { filter: { statuses: ['OPEN'] }, sort: 'LINE' });
 * inbox.subscribe(() => render(inbox.getSnapshot().cases));
 * await inbox.bulk({ caseIds, action: 'TAG', tagId });
 */
export function agentInbox(client: ChatClient, options: AgentInboxOptions = {}): AgentInboxHandle {
  return handles(client, options);
}

function newestFirst(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

const handles: (client: ChatClient, options: AgentInboxOptions) => AgentInboxHandle = /*#__PURE__*/ perOptions(createInbox);

function createInbox({ client, context, options, listeners }: HandleSetup<AgentInboxOptions>): AgentInboxHandle {
  const { runner, clock } = context;
  const { filter, sort } = options;
  const isByActivity = (sort ?? 'ACTIVITY') === 'ACTIVITY';
  const edited = edits(client);
  const list = listStore<InboxCase>(
    context,
    {
      page: async (after) => (await runner.request(CasesDocument, { ...(filter ? { filter } : {}), ...(sort ? { sort } : {}), after, first: 50 })).cases,
      keyOf: (item) => item.case.id,
      ...(isByActivity ? { compare: (a: InboxCase, b: InboxCase) => newestFirst(a.lastActivityAt, b.lastActivityAt) || newestFirst(a.case.id, b.case.id) } : {}),
      watch: ({ put, refresh }) => {
        const find = (caseId: string) => list.getSnapshot().items.find((each) => each.case.id === caseId);
        const unhear = queues(client).onItem((item) => {
          if (item.__typename !== 'QueueCaseActivity') return;
          const { caseId, lastMessage, lastActivityAt } = item;
          const known = find(caseId);
          if (known) put({ ...known, lastMessage, lastActivityAt });
          // One that is not loaded yet may belong in front; where all are loaded, it does not fit the filter.
          else if (isByActivity && list.getSnapshot().hasMore) refresh();
        });
        const unwatch = watchQueues(client, (item) => {
          const changed = item.__typename === 'QueueCaseChanged' ? item.case : null;
          const known = changed && find(changed.id);
          if (changed && known && known.case.version < changed.version) put({ ...known, case: changed });
          refresh();
        });
        return () => {
          unhear();
          unwatch();
        };
      },
    },
    listeners,
  );
  const counts = countsOf(client);
  const views = viewsOf(client);
  const sources = [list, counts, views] as const;
  const store = derivedStore<AgentInboxState>({
    initial: INITIAL,
    sources: () => sources,
    read: () => {
      const { status, error, syncStatus, items, hasMore, isLoadingMore }: StoreState<ListData<InboxCase>> = list.getSnapshot();
      return { status, error, syncStatus, cases: items, hasMore, isLoadingMore, counts: counts.getSnapshot().counts, views: views.getSnapshot().views };
    },
  });
  return {
    ...store,
    initial: INITIAL,
    retain: () => {
      const releases = sources.map((source) => source.retain());
      return () => {
        for (const release of releases) release();
      };
    },
    retry: () => {
      for (const source of sources) source.retry();
    },
    loadMore: list.loadMore,
    refresh: () => {
      list.refresh();
      counts.refresh();
    },
    bulk: async (request) => {
      const { bulkCases } = await runner.request(BulkCasesDocument, { input: { ...request, clientId: request.clientId ?? randomId(clock) } });
      list.refresh();
      counts.refresh();
      return bulkCases.results;
    },
    createView: async (view) => {
      const { createCaseView } = await runner.request(CreateCaseViewDocument, { input: { ...view, clientId: view.clientId ?? randomId(clock) } });
      edited.set({});
      return createCaseView.view;
    },
    updateView: async (input) => {
      const { updateCaseView } = await runner.request(UpdateCaseViewDocument, { input });
      edited.set({});
      return updateCaseView.view;
    },
    removeView: async (viewId) => {
      await runner.request(DeleteCaseViewDocument, { input: { viewId } });
      edited.set({});
    },
  };
}
