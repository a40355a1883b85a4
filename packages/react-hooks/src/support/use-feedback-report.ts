import type { FeedbackReport } from '@parley/sdk';
import { feedbackReport, type FeedbackReportData, type FeedbackReportHandle, type FeedbackReportOptions, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useFeedbackReport} returns. */
export type FeedbackReportResult = Loadable & {
  /** Null until it is counted. */
  readonly report: FeedbackReport | null;
  /** Counts again. */
  readonly refresh: () => void;
  /** Opens it again after `failed`. */
  readonly retry: () => void;
};

const project = (state: StoreState<FeedbackReportData>, { refresh, retry }: FeedbackReportHandle): FeedbackReportResult => ({ ...loadable(state), report: state.report, refresh, retry });

/** The part of the result that `select` takes. */
export function useFeedbackReport<Selected>(options: FeedbackReportOptions & Selecting<FeedbackReportResult, Selected>): Selected;
/**
 * Ratings, cases settled at the first contact and wrap-up codes over a span of time. For admins; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { report } = useFeedbackReport({ from, to });
 * return <p>{report?.averageRating?.toFixed(1)} of 5, {report?.ratedCount} ratings</p>;
 * ```
 */
export function useFeedbackReport(options: FeedbackReportOptions): FeedbackReportResult;
export function useFeedbackReport<Selected>({ from, to, agentId, queueId, select }: FeedbackReportOptions & Partial<Selecting<FeedbackReportResult, Selected>>): FeedbackReportResult | Selected {
  return useSupportStore(feedbackReport(useChatClient(), { from, to, agentId, queueId }), project, select);
}
