/** The viewer's own matter with support, as a customer has it. */
import { ChatError, toChatError } from '../chat-error.js';
import { randomId } from '../clock.js';
import type { ClientContext } from '../context.js';
import type { ConversationHandle } from '../conversation/handle.js';
import type { ChatClient } from '../create-chat-client.js';
import { ChooseAnswerDocument, EndSupportDocument, StartSupportDocument, SupportCasesDocument, TalkToHumanDocument } from '../generated/operations.js';
import type { CaseOutcome, QueuePositionChanged, StartSupportInput, SupportCase } from '../generated/types.js';
import { botQuestionFinder, type BotQuestion } from './automation.js';
import { caseOutcome, type CaseOutcomeHandle, type CaseRating } from './case-outcome.js';
import { perClient } from './handles.js';
import { watchOwnCases } from './own-cases.js';
import { queryStore } from './query-store.js';
import { IDLE, derivedStore, type StoreState, type SupportStore } from './support-store.js';

/** What the customer knows of their matter. */
export interface SupportData {
  /** Their newest case, live; null until it is known, and where there is none. Over when `status` is CLOSED. */
  readonly case: SupportCase | null;
  /** Where it stands in its line, with the estimate and what it rests on; null until the server says it, and once it waits no more. */
  readonly place: QueuePositionChanged | null;
  /** What the bot asks, while it leads the case (`control` BOT) and nothing was written since; null otherwise. */
  readonly question: BotQuestion | null;
  /** What became of it, once it is resolved or closed: the customer can rate while it has `askedAt` and no `rating`. */
  readonly outcome: CaseOutcome | null;
}

/** The state of {@link support}. */
export type SupportState = StoreState<SupportData>;

/** What a customer asks. A `clientId` of one's own names it for ever; without one a repeated try of the same question is the same case. */
export type SupportQuestion = Omit<StartSupportInput, 'clientId' | 'siteKey' | 'visitorId'> & { readonly clientId?: string | undefined };

/** The store of the viewer's own matter. All functions reject with a `ChatError`. */
export interface SupportHandle extends SupportStore<SupportState> {
  /** Asks support: makes a case with a conversation and puts it into the line. QUEUE_FULL when nobody can take more. */
  readonly start: (question: SupportQuestion) => Promise<SupportCase>;
  /** Ends the newest case, waiting or not. */
  readonly end: () => Promise<SupportCase>;
  /** Chooses one of the articles of `question`: it becomes a message, and the bot answers. Does nothing while it asks nothing. */
  readonly choose: (articleId: string) => Promise<void>;
  /** Asks for a person: the bot is out of it, and the newest case waits in its line. */
  readonly talkToHuman: () => Promise<SupportCase>;
  /** Rates the newest case once it is over and the customer was asked: once. ALREADY_RATED, RATING_CLOSED. */
  readonly rate: (rating: CaseRating) => Promise<CaseOutcome>;
}

const INITIAL: SupportState = { ...IDLE, case: null, place: null, question: null, outcome: null };

/**
 * The viewer's own matter with support: the case, the place in the line, the estimate. The conversation is `client.conversation(case.conversationId)`.
 *
 * @example
 * const own = support(client);
 * own.subscribe(() => show(own.getSnapshot().place?.position));
 * const { conversationId } = await own.start({ text: 'Where is my piano?' });
 */
export const support: (client: ChatClient) => SupportHandle = /*#__PURE__*/ perClient(createSupport);

function createSupport(context: ClientContext, client: ChatClient): SupportHandle {
  const { runner, clock } = context;
  const found = queryStore<{ readonly newest: SupportCase | null }>(context, {
    initial: { newest: null },
    read: async () => ({ newest: (await runner.request(SupportCasesDocument, { first: 1 })).supportCases.edges[0]?.node ?? null }),
    // Begun on another device.
    watch: ({ refresh }) => watchOwnCases(client, refresh),
  });
  const conversation = (): ConversationHandle | null => {
    const { newest } = found.getSnapshot();
    return newest && client.conversation(newest.conversationId);
  };
  const current = (): SupportCase | null => conversation()?.getSnapshot().supportCase ?? found.getSnapshot().newest;
  const outcomeOf = ({ id, conversationId }: SupportCase): CaseOutcomeHandle => caseOutcome(client, { caseId: id, conversationId });
  const outcome = (): CaseOutcomeHandle | null => {
    const mine = current();
    return mine && (mine.status === 'RESOLVED' || mine.status === 'CLOSED') ? outcomeOf(mine) : null;
  };
  const questionIn = botQuestionFinder();
  const question = (): BotQuestion | null => (current()?.control === 'BOT' ? questionIn(conversation()?.getSnapshot().messages ?? []) : null);
  /** The question that was asked last and not answered, with its id: asked again, it is the same. */
  let open: { readonly question: string; readonly clientId: string } | null = null;

  const store = derivedStore<SupportState>({
    initial: INITIAL,
    sources: () => [found, conversation(), outcome()].filter((source) => source !== null),
    read: () => {
      const { status, error, syncStatus, newest } = found.getSnapshot();
      const live = conversation()?.getSnapshot();
      return {
        status,
        error,
        syncStatus,
        case: live?.supportCase ?? newest,
        place: live?.queuePosition ?? null,
        question: question(),
        outcome: outcome()?.getSnapshot().outcome ?? null,
      };
    },
  });

  return {
    ...store,
    initial: INITIAL,
    retain: found.retain,
    retry: found.retry,
    choose: async (articleId) => {
      const asked = question();
      if (asked) await runner.request(ChooseAnswerDocument, { input: { messageId: asked.messageId, articleId } });
    },
    talkToHuman: async () => {
      const mine = current();
      if (!mine) throw new ChatError('NOT_FOUND', 'unable to talk to human; there is no case');
      return (await runner.request(TalkToHumanDocument, { input: { caseId: mine.id } })).talkToHuman.case;
    },
    rate: async (rating) => {
      const mine = current();
      if (!mine) throw new ChatError('NOT_FOUND', 'unable to rate case; there is none');
      return outcomeOf(mine).rate(rating);
    },
    end: async () => {
      const mine = current();
      if (!mine) throw new ChatError('NOT_FOUND', 'unable to end support; there is no case');
      return (await runner.request(EndSupportDocument, { input: { caseId: mine.id } })).endSupport.case;
    },
    start: async (asked) => {
      const text = JSON.stringify(asked);
      const clientId = asked.clientId ?? (open?.question === text ? open.clientId : randomId(clock));
      open = { question: text, clientId };
      try {
        const { startSupport } = await runner.request(StartSupportDocument, { input: { ...asked, clientId } });
        open = null;
        found.change(() => ({ newest: startSupport.case }));
        return startSupport.case;
      } catch (error) {
        throw toChatError(error, 'start support');
      }
    },
  };
}
