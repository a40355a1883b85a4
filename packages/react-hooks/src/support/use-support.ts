import type { CaseOutcome, QueuePositionChanged, SupportCase, SyncStatus } from '@parley/sdk';
import { support, type BotQuestion, type SupportHandle, type SupportState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useSupport} returns. */
export type SupportResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /** The viewer's newest case, live; null where there is none. Over when its `status` is CLOSED. */
  readonly case: SupportCase | null;
  /** 1 is the next; null until it is known, and once nobody has to be waited for. */
  readonly position: number | null;
  /** Seconds of waiting left, from `place.at` on; null where nobody can say, and `place.noEstimateReason` says why. */
  readonly estimatedWaitSeconds: number | null;
  /** The place in the line as the server told it last, with what the estimate rests on. */
  readonly place: QueuePositionChanged | null;
  /** What the bot asks: show its `choices`, and `choose` one. Null while it asks nothing, and once `case.control` is not BOT. */
  readonly question: BotQuestion | null;
  /** Opens it again after `failed`. */
  readonly retry: () => void;
  /** What became of the case, once it is resolved or closed, with the viewer's rating. */
  readonly outcome: CaseOutcome | null;
  /** Whether the viewer was asked for a rating and gave none. */
  readonly canRate: boolean;
} & Pick<SupportHandle, 'start' | 'end' | 'choose' | 'talkToHuman' | 'rate'>;

const project = (state: SupportState, { start, end, choose, talkToHuman, rate, retry }: SupportHandle): SupportResult => ({
  ...loadable(state),
  syncStatus: state.syncStatus,
  case: state.case,
  position: state.place?.position ?? null,
  estimatedWaitSeconds: state.place?.estimatedWaitSeconds ?? null,
  place: state.place,
  question: state.question,
  outcome: state.outcome,
  canRate: state.outcome !== null && state.outcome.askedAt !== null && state.outcome.rating === null,
  start,
  end,
  choose,
  talkToHuman,
  rate,
  retry,
});

/** The part of the result that `select` takes. */
export function useSupport<Selected>(options: Selecting<SupportResult, Selected>): Selected;
/**
 * The viewer's own matter with support, as a customer or guest: asks, and follows the place in the line and the case. Its messages are those of
 * `useMessages({ conversationId: case.conversationId })`.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { case: mine, position, start } = useSupport();
 * if (mine === null) return <button onClick={() => start({ text: 'Where is my piano?', page: location.href })}>Ask support</button>;
 * return position === null ? <Chat conversationId={mine.conversationId} /> : <p>You are number {position} in line.</p>;
 * ```
 */
export function useSupport(): SupportResult;
export function useSupport<Selected>(options?: Selecting<SupportResult, Selected>): SupportResult | Selected {
  return useSupportStore(support(useChatClient()), project, options?.select);
}
