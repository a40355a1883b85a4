import type { Deps } from '../../deps.js';
import { ChatError, isChatError, notFound } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { ConversationView, ParticipantView, UnreadTotalsView } from '../../kernel/views.js';
import type { ConversationKind } from '../../kernel/words.js';
import { accessConversation } from './access.js';
import { audiencesFor, decide, heldPlace, isInternal } from './policy.js';
import { type ParticipantRow, type PlacedRow, toParticipant } from './rows.js';
import { MEMBERS, MY_PAGE, PLACED_BY_IDS, SITE_PAGE, UNREAD_TOTALS } from './store.js';
import { conversationView, type MemberRow, participantView, placeView } from './views.js';

/** A page of conversations to be read. */
export interface ConversationPageRequest {
  /** 1 to 100. */
  readonly first: number;
  readonly after?: { readonly at: Date; readonly id: string } | null;
  readonly kind?: ConversationKind | null;
}

/** A page of conversations, newest activity first. */
export interface ConversationPage {
  readonly conversations: readonly ConversationView[];
  readonly hasMore: boolean;
}

/** A conversation as the viewer sees it; null when there is none that they may see. Two queries. */
export async function findConversation(deps: Deps, viewer: Viewer, conversationId: string): Promise<ConversationView | null> {
  try {
    await accessConversation(deps, viewer, { conversationId, need: 'read', operation: 'read conversation' });
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
  return (await loadConversationsFor(deps, viewer, [conversationId])).get(conversationId) ?? null;
}

/**
 * {@link findConversation} for one that the viewer was just given access to.
 * @throws ChatError NOT_FOUND
 */
export async function readConversation(deps: Deps, viewer: Viewer, conversationId: string): Promise<ConversationView> {
  const view = (await loadConversationsFor(deps, viewer, [conversationId])).get(conversationId);
  if (!view) throw notFound('read conversation', 'conversation');
  return view;
}

/** The viewer's conversations, newest activity first. Two queries, whatever the page. */
export async function listMyConversations(deps: Deps, viewer: Viewer, page: ConversationPageRequest): Promise<ConversationPage> {
  const first = parsePageSize({ operation: 'list conversations', field: 'first' }, page.first);
  const rows = await deps.db.hot<PlacedRow>(MY_PAGE, [viewer.siteId, viewer.userId, ...pageParams(page, first), isStaff(viewer)]);
  return { conversations: await viewsOf(deps, viewer, rows.slice(0, first)), hasMore: rows.length > first };
}

/**
 * All conversations of the site, newest activity first, or those of one user. For admins and back-ends. Two queries.
 * @throws ChatError FORBIDDEN
 */
export async function listAllConversations(
  deps: Deps,
  viewer: Viewer,
  page: ConversationPageRequest & { readonly userId?: string | null },
): Promise<ConversationPage> {
  if (viewer.role !== 'admin') throw new ChatError('FORBIDDEN', 'unable to list conversations; only admins and back-ends may');
  const first = parsePageSize({ operation: 'list conversations', field: 'first' }, page.first);
  const rows = await deps.db.hot<PlacedRow>(SITE_PAGE, [viewer.siteId, viewer.userId, ...pageParams(page, first), page.userId ?? null]);
  return { conversations: await viewsOf(deps, viewer, rows.slice(0, first)), hasMore: rows.length > first };
}

/**
 * Conversations by id as the viewer sees them; those that they may not see are left out. Two queries, whatever the number. Support
 * that has not joined gets them without `lastMessage`: enough to join.
 */
export async function loadConversationsFor(
  deps: Deps,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ConversationView>> {
  if (ids.length === 0) return new Map();
  const rows = await deps.db.hot<PlacedRow>(PLACED_BY_IDS, [[...ids], viewer.siteId, viewer.userId]);
  const now = deps.clock.now();
  const visible = rows.filter((row) => (viewer.role === 'agent' && !isInternal(row.kind)) || isReadable(viewer, row, now));
  const views = await viewsOf(deps, viewer, visible);
  return new Map(views.map((view) => [view.id, view]));
}

/** Unread messages over the viewer's conversations that are neither muted nor hidden. One query. */
export async function unreadTotals(deps: Deps, viewer: Viewer): Promise<UnreadTotalsView> {
  const [totals] = await deps.db.hot<UnreadTotalsView>(UNREAD_TOTALS, [viewer.siteId, viewer.userId, isStaff(viewer)]);
  return totals ?? { messages: 0, conversations: 0 };
}

function pageParams(page: ConversationPageRequest, first: number): readonly unknown[] {
  return [page.kind ?? null, page.after?.at.toISOString() ?? null, page.after?.id ?? null, first + 1];
}

function placeOf(viewer: Viewer, { participant }: PlacedRow): ParticipantRow | null {
  return participant?.leftAt === null && heldPlace(viewer.role, participant.role) ? toParticipant(participant) : null;
}

function isReadable(viewer: Viewer, row: PlacedRow, now: Date): boolean {
  return decide({ viewer, kind: row.kind, participantRole: placeOf(viewer, row)?.role ?? null, gate: row.gate, openUntil: row.openUntil, now, need: 'read' }) === null;
}

async function viewsOf(deps: Deps, viewer: Viewer, rows: readonly PlacedRow[]): Promise<ConversationView[]> {
  if (rows.length === 0) return [];
  const members = await deps.db.hot<MemberRow>(MEMBERS, [rows.map((row) => row.id)]);
  const byConversation = new Map<string, ParticipantView[]>();
  for (const member of members) {
    const list = byConversation.get(member.conversationId) ?? [];
    list.push(participantView(member));
    byConversation.set(member.conversationId, list);
  }
  const now = deps.clock.now();
  return rows.map((row) => {
    const place = placeOf(viewer, row);
    const audiences = audiencesFor(place?.role ?? null);
    const mayRead = isReadable(viewer, row, now);
    const view = conversationView(row, byConversation.get(row.id) ?? [], mayRead ? audiences : null);
    return place ? { ...view, viewer: placeView(row, place, { audiences, now }) } : view;
  });
}
