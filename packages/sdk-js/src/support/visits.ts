/** On which page of the host's site a visitor is: told by their browser, seen by staff. */
import { Alarm } from '../clock.js';
import type { ChatClient } from '../create-chat-client.js';
import { ReportPageDocument, VisitDocument, VisitFeedDocument } from '../generated/operations.js';
import type { ReportPageInput, Visit, VisitFeedItem } from '../generated/types.js';
import { feedStore, type FeedStore } from './feed-store.js';
import { perClient, perOptions } from './handles.js';

/** Whose visit. */
export interface VisitOptions {
  readonly userId: string;
}

/** Where a visitor is. */
export interface VisitData {
  /** The page on which they are or were last; null when none was reported. Their presence says whether they are still there. */
  readonly visit: Visit | null;
}

/** The store of a visitor's page. */
export type VisitHandle = FeedStore<VisitFeedItem, VisitData>;

/**
 * The page on which a visitor is, live, with where they came from and what their browser is. For staff; `status` becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const { subscribe, getSnapshot } = visitOf(client, { userId: customer.id });
 * subscribe(() => render(getSnapshot().visit?.url));
 */
export const visitOf: (client: ChatClient, options: VisitOptions) => VisitHandle = /*#__PURE__*/ perOptions(({ context, options, listeners }) =>
  feedStore<VisitFeedItem, VisitData>(
    context,
    {
      initial: { visit: null },
      stream: (run) => run(VisitFeedDocument, options, (data) => data.visitFeed),
      poll: async (run) => [{ __typename: 'VisitSnapshot', last: (await run(VisitDocument, options)).visit }],
      apply: applyVisitItem,
    },
    listeners,
  ),
);

/** What an item of the feed does to the data. Pure. */
export function applyVisitItem(data: VisitData, item: VisitFeedItem): VisitData {
  switch (item.__typename) {
    case 'VisitSnapshot':
      return { visit: item.last };
    case 'VisitChanged':
      return { visit: item.visit };
    case 'VisitRead':
      return data;
  }
}

/** Pages of one visitor are told apart by at least this, in milliseconds; the server takes one a second. */
const GAP_MS = 2_000;

/** Tells staff where the viewer is. */
export interface PageReporter {
  /** The viewer is on this page now. Of pages that change faster than every two seconds the last is told. Never throws: what cannot be told is left. */
  readonly report: (page: ReportPageInput) => void;
}

/**
 * Tells staff on which page of the host's site the viewer is. Call it whenever the page changes.
 *
 * @example
 * pageReporter(client).report({ url: location.href, title: document.title, referrer: document.referrer });
 */
export const pageReporter: (client: ChatClient) => PageReporter = /*#__PURE__*/ perClient(({ clock, runner }) => {
  const next = new Alarm(clock);
  let waiting: ReportPageInput | null = null;
  const tell = (): void => {
    const input = waiting;
    waiting = null;
    if (!input) return;
    next.set(GAP_MS, tell);
    runner.request(ReportPageDocument, { input }).catch(() => undefined);
  };
  return {
    report: (page) => {
      waiting = page;
      if (!next.isSet) tell();
    },
  };
});
