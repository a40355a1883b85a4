/** Questions of agents to admins about cases, and what became of a case. */
import { randomId } from '../clock.js';
import type { ChatClient } from '../create-chat-client.js';
import { CaseTrailDocument, DecideEscalationDocument, EscalateConversationDocument, EscalationsDocument, OpenEscalationDocument } from '../generated/operations.js';
import type { CaseTrailEntry, DecideEscalationInput, EscalateConversationInput, Escalation, EscalationStatus, OpenEscalationInput, SupportCase } from '../generated/types.js';
import { contextOf } from '../context.js';
import { perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListHandle } from './list-store.js';
import { watchQueues } from './queue-changes.js';

/** Which escalations. */
export interface EscalationsOptions {
  /** Only those about this case. */
  readonly caseId?: string | undefined;
  readonly status?: EscalationStatus | undefined;
}

/** A question to admins. Give a `clientId` of your own to be able to try again after an unknown outcome. */
export type NewEscalation = Omit<OpenEscalationInput, 'clientId'> & { readonly clientId?: string | undefined };

/** The store of escalations, newest first. All functions reject with a `ChatError`. */
export interface EscalationsHandle extends ListHandle<Escalation> {
  /** Asks admins to decide about a case; talk with them in `client.conversation(escalation.conversationId)`. */
  readonly open: (question: NewEscalation) => Promise<Escalation>;
  /** Decides, once, for admins. ESCALATION_DECIDED when it has its decision. */
  readonly decide: (decision: DecideEscalationInput) => Promise<Escalation>;
}

/**
 * Escalations that the viewer may see, live: their own, and those of cases they may see. For staff; `status` becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const waiting = escalations(client, { status: 'OPEN' });
 * await waiting.decide({ escalationId, status: 'APPROVED', text: 'Refund it.' });
 */
export function escalations(client: ChatClient, options: EscalationsOptions = {}): EscalationsHandle {
  return handles(client, options);
}

const handles: (client: ChatClient, options: EscalationsOptions) => EscalationsHandle = /*#__PURE__*/ perOptions(createEscalations);

function createEscalations({ client, context, options, listeners }: HandleSetup<EscalationsOptions>): EscalationsHandle {
  const { runner, clock } = context;
  const list = listStore<Escalation>(
    context,
    {
      page: async (after) => (await runner.request(EscalationsDocument, { ...options, after, first: 50 })).escalations,
      keyOf: (escalation) => escalation.id,
      watch: ({ refresh }) => watchQueues(client, refresh),
    },
    listeners,
  );
  const { put: _put, remove: _remove, ...shown } = list;
  return {
    ...shown,
    open: async (question) => {
      const { openEscalation } = await runner.request(OpenEscalationDocument, { input: { ...question, clientId: question.clientId ?? randomId(clock) } });
      list.refresh();
      return openEscalation.escalation;
    },
    decide: async (input) => {
      const { decideEscalation } = await runner.request(DecideEscalationDocument, { input });
      list.refresh();
      return decideEscalation.escalation;
    },
  };
}

/** Which case's trail. */
export interface CaseTrailOptions {
  readonly caseId: string;
}

/** The store of a trail, oldest first. */
export type CaseTrailHandle = ListHandle<CaseTrailEntry>;

/** What happened to a case, oldest first, live. For staff who may see it; `status` becomes `failed` with FORBIDDEN or NOT_FOUND for others. */
export const caseTrail: (client: ChatClient, options: CaseTrailOptions) => CaseTrailHandle = /*#__PURE__*/ perOptions(
  ({ client, context, options, listeners }: HandleSetup<CaseTrailOptions>): CaseTrailHandle => {
    const { put: _put, remove: _remove, ...shown } = listStore<CaseTrailEntry>(
      context,
      {
        page: async (after) => (await context.runner.request(CaseTrailDocument, { ...options, after, first: 50 })).caseTrail,
        keyOf: ({ at, kind, person, escalationId, messageId }) => [at, kind, person?.id, escalationId, messageId].join(),
        watch: ({ refresh }) => watchQueues(client, refresh),
      },
      listeners,
    );
    return shown;
  },
);

/** What a party of a booking asks support. Give a `clientId` of your own to be able to try again after an unknown outcome. */
export type HelpRequest = Omit<EscalateConversationInput, 'clientId'> & { readonly clientId?: string | undefined };

/**
 * Asks support to help with the conversation of a booking, for its parties. Answers with the case that came of it, whose conversation is
 * `client.conversation(case.conversationId)`. Rejects with a `ChatError`: CASE_STATE_INVALID while an earlier case about it is not over.
 */
export async function escalateConversation(client: ChatClient, { clientId, ...request }: HelpRequest): Promise<SupportCase> {
  const { runner, clock } = contextOf(client);
  const { escalateConversation: answer } = await runner.request(EscalateConversationDocument, { input: { ...request, clientId: clientId ?? randomId(clock) } });
  return answer.case;
}
