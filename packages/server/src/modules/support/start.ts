import type { HotStatement, Tx } from '../../db/contract.js';
import { isUniqueViolation } from '../../db/index.js';
import type { Deps } from '../../deps.js';
import { supportCaseFor } from '../../kernel/case-view.js';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { codePoints } from '../../kernel/input.js';
import { isStaff, type UserViewer, type Viewer } from '../../kernel/viewer.js';
import type { ConversationView, SupportCaseView } from '../../kernel/views.js';
import { caseJson } from '../../log/view-sql.js';
import { readConversation } from '../conversations/index.js';
import { authenticate, describeGuest, findSystemUser, type GuestSession, siteSettings, startGuestSession } from '../identity/index.js';
import { postMessage } from '../messages/index.js';
import { loadQueues, openCase } from '../queues/index.js';
import { recordDecision, routeNewCase } from '../routing/index.js';
import { renderShared } from '../templates/index.js';
import { hashOfStart, parseStart, type ParsedStart, type StartInput, visitorIdOf } from './input.js';
import { routeBy } from './route.js';

const OPERATION = 'start support';
const CLIENT_ID_INDEX = 'support_case_site_id_customer_id_client_id_key';

/** What a visitor who has not signed in brings. */
export interface Visitor {
  readonly siteKey?: string | null | undefined;
  readonly visitorId?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** Origin of the page that calls; null when no browser page of another origin does. */
  readonly origin: string | null;
}

/** A case that was started. */
export interface StartedSupport {
  readonly case: SupportCaseView;
  readonly conversation: ConversationView;
  /** Number of the conversation's newest event. */
  readonly seq: number;
  /** Whether it was there before, from an earlier try. */
  readonly isDuplicate: boolean;
  /** For a visitor who was signed in by it. */
  readonly session: GuestSession | null;
}

/** Out of what a case is asked, for a caller that keeps more with it: both run in the transaction that makes the case. */
export interface CaseOrigin {
  /** Before it is made: locks what it comes from, and throws where that allows none. */
  before(tx: Tx): Promise<void>;
  /** Keeps what goes with it. */
  after(tx: Tx, caseId: string): Promise<void>;
}

/**
 * Starts a case of the viewer, or of a visitor who is signed in as a guest by the way: conversation, first message and place in the line, in one operation.
 * What a guest says of themselves is written, whether they have just come or have a token. Starting again with the same client id answers with the same case, at any later time; a guest who brings no visitor id gets one that follows from it.
 * @throws ChatError UNAUTHENTICATED, FORBIDDEN for staff, NOT_FOUND, QUEUE_FULL, INVALID_INPUT, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT and those of a guest's session
 */
export async function startSupport(deps: Deps, viewer: Viewer | null, input: StartInput & { readonly visitor: Visitor; readonly origin?: CaseOrigin }): Promise<StartedSupport> {
  const parsed = parseStart(input);
  const session = viewer ? null : await sessionOf(deps, input.visitor, parsed.clientId);
  const customer = viewer ?? (session && (await authenticate(deps, session.token)));
  if (!customer) throw new ChatError('UNAUTHENTICATED', `unable to ${OPERATION}; no credential was given, and no site key`);
  if (customer.kind !== 'user' || isStaff(customer)) throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; only customers do`);
  const started = (await earlier(deps, customer, parsed)) ?? (await open(deps, customer, { parsed, visitor: session ? null : input.visitor, origin: input.origin ?? null }));
  const conversation = await readConversation(deps, customer, started.case.conversationId);
  return { ...started, case: supportCaseFor(false, started.case), conversation, session, seq: Math.max(started.seq, conversation.lastSeq) };
}

async function sessionOf(deps: Deps, visitor: Visitor, clientId: string): Promise<GuestSession | null> {
  const { siteKey, visitorId = null, displayName, email, origin } = visitor;
  if (siteKey == null) return null;
  return startGuestSession(deps, {
    siteKey,
    origin,
    ...(visitorId === null ? { freshVisitorId: visitorIdOf(siteKey, clientId) } : { visitorId }),
    ...(displayName == null ? {} : { displayName }),
    ...(email == null ? {} : { email }),
  });
}

type Started = Pick<StartedSupport, 'case' | 'seq' | 'isDuplicate'>;

const EARLIER: HotStatement = {
  name: 'support.earlier',
  text: `SELECT s.body_hash AS "bodyHash", ${caseJson('s')} AS view FROM support_case s WHERE s.site_id = $1 AND s.customer_id = $2 AND s.client_id = $3`,
};

async function earlier(deps: Deps, customer: Viewer, parsed: ParsedStart): Promise<Started | null> {
  const [found] = await deps.db.hot<{ bodyHash: string; view: SupportCaseView }>(EARLIER, [customer.siteId, customer.userId, parsed.clientId]);
  if (!found) return null;
  if (found.bodyHash !== hashOfStart(parsed)) throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${OPERATION}; the client id was used for another case`);
  return { case: found.view, seq: 0, isDuplicate: true };
}

interface Opening {
  readonly parsed: ParsedStart;
  /** What a guest with a token says of themselves; null for one who has just come, and said it when they did. */
  readonly visitor: Visitor | null;
  readonly origin: CaseOrigin | null;
}

async function open(deps: Deps, customer: UserViewer, { parsed, visitor, origin }: Opening): Promise<Started> {
  const { siteId, userId: customerId } = customer;
  await refuseLongText(deps, siteId, parsed.text);
  const { queue, department, ...kept } = parsed;
  const { language, page, subject } = parsed;
  const verdict = await routeNewCase(deps, { siteId, customerId, department, language, page, queue, text: `${subject}\n${parsed.text ?? ''}` });
  const route = routeBy(await loadQueues(deps, siteId), parsed, verdict.outcome);
  const displayName = visitor && customer.isGuest ? await describeGuest(deps, customer, { ...visitor, operation: OPERATION }) : customer.displayName;
  const greeting = await greetingOf(deps, { ...customer, displayName }, { shortcut: verdict.outcome.template, subject });
  const now = deps.clock.now();
  try {
    const { view, seq } = await deps.db.transaction(async (tx) => {
      await origin?.before(tx);
      const opened = await openCase(deps, tx, { ...kept, ...route, siteId, customerId, bodyHash: hashOfStart(parsed), now });
      const { id: caseId, conversationId } = opened.view;
      await recordDecision(tx, { siteId, caseId, verdict, waited: 0, now });
      await origin?.after(tx, caseId);
      if (greeting === null) return opened;
      const sent = await postMessage(deps, tx, { conversationId, siteId, clientId: 'routing-template', text: greeting, origin: 'automated', now });
      return { ...opened, seq: sent.seq };
    });
    return { case: view, seq, isDuplicate: false };
  } catch (error) {
    if (!isUniqueViolation(error, CLIENT_ID_INDEX)) throw error;
    const first = await earlier(deps, customer, parsed);
    if (!first) throw error;
    return first;
  }
}

/** What the rules have a customer told at once; null for nothing. */
async function greetingOf(deps: Deps, customer: Viewer, of: { readonly shortcut: string | null; readonly subject: string }): Promise<string | null> {
  if (of.shortcut === null) return null;
  const { siteId, displayName } = customer;
  const { displayName: site } = await findSystemUser(deps, siteId);
  return renderShared(deps, { siteId, shortcut: of.shortcut, values: { 'me.name': site, 'client.name': displayName, 'conversation.title': of.subject } });
}

async function refuseLongText(deps: Deps, siteId: string, text: string | null): Promise<void> {
  if (text === null) return;
  const { maxMessageLength: max } = await siteSettings(deps, siteId);
  const length = codePoints(text);
  if (length > max) throw new ChatError('MESSAGE_TOO_LONG', `unable to ${OPERATION}; text is longer than ${max} characters`, { details: { max, length } });
  if (text.trim() === '') throw invalidInput(OPERATION, 'text', 'is empty');
}
