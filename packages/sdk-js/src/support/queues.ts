/** The queues of the site and the cases that are not over: the live board of staff. */
import type { ChatClient } from '../create-chat-client.js';
import { QueueFeedDocument, QueuesDocument, SupportCasesDocument, UpsertQueueDocument, type SupportCasesQuery } from '../generated/operations.js';
import type { Queue, QueueFeedItem, QueueState, SupportCase, SupportStatus, UpsertQueueInput } from '../generated/types.js';
import { feedStore, type FeedSource, type FeedStore } from './feed-store.js';
import { perClient } from './handles.js';

/** What the board holds. */
export interface QueuesData {
  /** In the order of their making, with how many wait, are offered, open, pending and snoozed. */
  readonly queues: readonly QueueState[];
  /** Those that the viewer may see and that are not over: the line in its order, then what came since. */
  readonly cases: readonly SupportCase[];
}

/** The store of the board. */
export interface QueuesHandle extends FeedStore<QueueFeedItem, QueuesData> {
  /** Makes or changes a queue, for admins. Rejects with a `ChatError`. */
  readonly save: (queue: UpsertQueueInput) => Promise<Queue>;
}

const LIVE: readonly SupportStatus[] = ['QUEUED', 'OPEN', 'PENDING', 'SNOOZED'];
/** As many cases as the feed begins with at most. */
const MOST_CASES = 1_000;

const source: FeedSource<QueueFeedItem, QueuesData> = {
  initial: { queues: [], cases: [] },
  stream: (run) => run(QueueFeedDocument, {}, (data) => data.queueFeed),
  poll: async (run) => {
    const cases: SupportCase[] = [];
    let after: string | null = null;
    do {
      const { supportCases: page }: SupportCasesQuery = await run(SupportCasesDocument, { first: 100, after, status: LIVE });
      cases.push(...page.edges.map((edge) => edge.node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null && cases.length < MOST_CASES);
    cases.reverse();
    const { queues } = await run(QueuesDocument, {});
    return [{ __typename: 'QueuesSnapshot', queues: queues.map((queue) => stateOf(queue, cases)), cases }];
  },
  apply: applyQueueItem,
};

/** What an item of the queues' feed does to the board. Pure. */
export function applyQueueItem(data: QueuesData, item: QueueFeedItem): QueuesData {
  switch (item.__typename) {
    case 'QueuesSnapshot':
      return { queues: item.queues, cases: item.cases };
    case 'QueueChanged':
      return { ...data, queues: put(data.queues, item.state, ({ queue }) => queue.id) };
    case 'QueueCaseChanged':
      return { ...data, cases: put(data.cases, item.case, ({ id }) => id) };
    case 'QueueCaseRemoved':
      return { ...data, cases: data.cases.filter(({ id }) => id !== item.caseId) };
    case 'QueueCaseActivity':
    case 'QueuesRead':
      return data;
  }
}

function put<Item>(items: readonly Item[], item: Item, keyOf: (item: Item) => string): readonly Item[] {
  const key = keyOf(item);
  return items.some((each) => keyOf(each) === key) ? items.map((each) => (keyOf(each) === key ? item : each)) : [...items, item];
}

/** Counted out of the cases, where nothing but polling passes; which are offered is not known then. */
function stateOf(queue: Queue, all: readonly SupportCase[]): QueueState {
  const cases = all.filter((each) => each.queue.id === queue.id);
  const count = (status: SupportStatus) => cases.filter((each) => each.status === status).length;
  const waiting = cases.filter((each) => each.status === 'QUEUED' && each.control === 'QUEUE').map(({ queuedAt }) => queuedAt);
  return { queue, waiting: waiting.length, offered: 0, open: count('OPEN'), pending: count('PENDING'), snoozed: count('SNOOZED'), oldestQueuedAt: waiting.sort()[0] ?? null };
}

/**
 * The queues and the cases that are not over, live. For staff; `status` becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const board = queues(client);
 * board.subscribe(() => render(board.getSnapshot().queues));
 */
export const queues: (client: ChatClient) => QueuesHandle = /*#__PURE__*/ perClient((context) => ({
  ...feedStore(context, source),
  save: async (queue) => (await context.runner.request(UpsertQueueDocument, { input: queue })).upsertQueue.queue,
}));
