/** Figures of support for admins. */
import type { ChatClient } from '../create-chat-client.js';
import { FeedbackReportDocument } from '../generated/operations.js';
import type { FeedbackReport } from '../generated/types.js';
import { perOptions } from './handles.js';
import { queryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** Over which cases. */
export interface FeedbackReportOptions {
  /** Cases that first ended from here on, RFC 3339. */
  readonly from: string;
  /** And before this; at most a year later. */
  readonly to: string;
  readonly agentId?: string | undefined;
  readonly queueId?: string | undefined;
}

/** What the store of a report holds. */
export interface FeedbackReportData {
  /** Null until it is read. */
  readonly report: FeedbackReport | null;
}

/** The store of a report. */
export interface FeedbackReportHandle extends SupportStore<StoreState<FeedbackReportData>> {
  /** Counts again. */
  readonly refresh: () => void;
}

/**
 * Ratings, answers at the first contact and wrap-up codes over a span of time. For admins; `status` becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const figures = feedbackReport(client, { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' });
 * figures.subscribe(() => render(figures.getSnapshot().report?.averageRating));
 */
export const feedbackReport: (client: ChatClient, options: FeedbackReportOptions) => FeedbackReportHandle = /*#__PURE__*/ perOptions(({ context, options, listeners }) => {
  const { change: _change, ...store } = queryStore<FeedbackReportData>(
    context,
    { initial: { report: null }, read: async () => ({ report: (await context.runner.request(FeedbackReportDocument, options)).feedbackReport }) },
    listeners,
  );
  return store;
});
