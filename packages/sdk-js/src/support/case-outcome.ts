/** What became of a case of support, and what its customer said about it. */
import { toChatError } from '../chat-error.js';
import { randomId } from '../clock.js';
import type { ConversationState } from '../conversation/view.js';
import type { ChatClient } from '../create-chat-client.js';
import { CaseOutcomeDocument, RateCaseDocument } from '../generated/operations.js';
import type { CaseOutcome } from '../generated/types.js';
import { watchConversation } from './conversation-source.js';
import { perOptions, type HandleSetup } from './handles.js';
import { queryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** Which case. */
export interface CaseOutcomeOptions {
  readonly caseId: string;
  /** Its conversation, in which it is said that the customer was asked, and that they rated. */
  readonly conversationId: string;
}

/** What the store of an outcome holds. */
export interface CaseOutcomeData {
  /** Null until it is read, and before the case first ended. The customer can rate while it has `askedAt` and no `rating`. */
  readonly outcome: CaseOutcome | null;
}

/** A rating. A `clientId` of one's own names it for ever; without one a repeated try of the same rating is the same. */
export interface CaseRating {
  /** 1 to 5, 5 is best. */
  readonly rating: number;
  readonly comment?: string | undefined;
  readonly clientId?: string | undefined;
}

/** The store of an outcome. */
export interface CaseOutcomeHandle extends SupportStore<StoreState<CaseOutcomeData>> {
  /** Rates the case, once: for its customer. Rejects with a `ChatError` such as ALREADY_RATED or RATING_CLOSED. */
  readonly rate: (rating: CaseRating) => Promise<CaseOutcome>;
}

/**
 * What became of a case: for its customer and for staff. It follows the conversation, so it changes when the customer is asked and when they rate, on whichever device.
 *
 * @example
 * const after = caseOutcome(client, { caseId, conversationId });
 * await after.rate({ rating: 5, comment: 'Quick!' });
 */
export const caseOutcome: (client: ChatClient, options: CaseOutcomeOptions) => CaseOutcomeHandle = /*#__PURE__*/ perOptions(createCaseOutcome);

function createCaseOutcome({ client, context, options, listeners }: HandleSetup<CaseOutcomeOptions>): CaseOutcomeHandle {
  const { runner, clock } = context;
  const { caseId, conversationId } = options;
  const { change, refresh: _refresh, ...store } = queryStore<CaseOutcomeData>(
    context,
    {
      initial: { outcome: null },
      read: async () => ({ outcome: (await runner.request(CaseOutcomeDocument, { caseId })).caseOutcome }),
      watch: ({ refresh }) => watchConversation(client, { conversationId, pick: saidOfRating }, refresh),
    },
    listeners,
  );
  /** The rating that was sent last and not answered, with its id: sent again, it is the same. */
  let open: { readonly text: string; readonly clientId: string } | null = null;
  return {
    ...store,
    rate: async ({ clientId: own, ...rating }) => {
      const text = JSON.stringify(rating);
      const clientId = own ?? (open?.text === text ? open.clientId : randomId(clock));
      open = { text, clientId };
      try {
        const { rateCase } = await runner.request(RateCaseDocument, { input: { ...rating, caseId, clientId } });
        open = null;
        change(() => ({ outcome: rateCase.outcome }));
        return rateCase.outcome;
      } catch (error) {
        throw toChatError(error, 'rate case');
      }
    },
  };
}

/** How often the conversation says something of a rating, and where it stands itself: either may be news. */
function saidOfRating({ messages, supportCase }: ConversationState): string {
  const notes = messages.filter(({ kind, metadata }) => kind === 'SYSTEM' && isRatingNote(metadata));
  return `${notes.length} ${supportCase?.status ?? ''}`;
}

function isRatingNote(metadata: unknown): boolean {
  return typeof metadata === 'object' && metadata !== null && 'type' in metadata && (metadata.type === 'rating_request' || metadata.type === 'rating');
}
