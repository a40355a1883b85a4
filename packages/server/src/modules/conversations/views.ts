import { type AudienceSet, headOf, type Heads } from '../../kernel/audience.js';
import type {
  BookingContextView,
  ConversationView,
  ConversationViewerView,
  MessagePreviewView,
  ParticipantView,
} from '../../kernel/views.js';
import type { BookingStatus, JsonObject, ParticipantRole, Role } from '../../kernel/words.js';
import { isOpen } from './policy.js';
import type { ConversationRow, ParticipantRow } from './rows.js';

/** A participant together with the person, as the statements of this module read them. */
export interface MemberRow {
  readonly conversationId: string;
  readonly userId: string;
  readonly participantRole: ParticipantRole;
  readonly flowRole: string | null;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
  readonly displayName: string;
  readonly role: Role;
  readonly avatarUrl: string | null;
  readonly isGuest: boolean;
}

/** A participant as the others see them. */
export function participantView(row: MemberRow): ParticipantView {
  return {
    user: { id: row.userId, displayName: row.displayName, role: row.role, avatarUrl: row.avatarUrl, isGuest: row.isGuest },
    role: row.participantRole,
    flowRole: row.flowRole,
    joinedAt: row.joinedAt.toISOString(),
    leftAt: row.leftAt?.toISOString() ?? null,
  };
}

/** A conversation as one audience sees it; `viewer` is null. */
export function conversationView(
  row: ConversationRow,
  members: readonly ParticipantView[],
  audiences: AudienceSet | null,
): ConversationView {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    createdAt: row.createdAt.toISOString(),
    lastSeq: row.lastSeq,
    lastActivityAt: row.lastActivityAt.toISOString(),
    sendGate: { state: row.gate, openUntil: row.openUntil?.toISOString() ?? null },
    booking: bookingContext(row.context),
    lastMessage: audiences && previewOf(row.heads, audiences),
    participants: members,
    viewer: null,
  };
}

/** The newest message that these audiences see, for lists; null without one. */
export function previewOf(heads: Heads, audiences: AudienceSet): MessagePreviewView | null {
  const { last } = headOf(heads, audiences);
  return last && { seq: last.seq, text: last.text, sender: last.by, kind: last.kind, sentAt: last.at };
}

/** The viewer's own place in a conversation at this moment. */
export function placeView(row: ConversationRow, place: ParticipantRow, seen: { readonly audiences: AudienceSet; readonly now: Date }): ConversationViewerView {
  return {
    role: place.role,
    unreadCount: Math.max(0, headOf(row.heads, seen.audiences).count - place.readCount),
    isMuted: place.isMuted,
    readSeq: place.readSeq,
    deliveredSeq: place.deliveredSeq,
    canSend: isOpen({ gate: row.gate, openUntil: row.openUntil, now: seen.now }),
  };
}

const STATUSES: readonly BookingStatus[] = ['requested', 'confirmed', 'in_progress', 'completed', 'cancelled'];

/** Reads the booking context that the bookings module wrote into a conversation; null when there is none. */
export function bookingContext(context: JsonObject | null): BookingContextView | null {
  if (!context) return null;
  const status = STATUSES.find((each) => each === context.status);
  if (typeof context.id !== 'string' || typeof context.externalId !== 'string' || !status) return null;
  const { metadata } = context;
  return {
    id: context.id,
    externalId: context.externalId,
    title: typeof context.title === 'string' ? context.title : '',
    status,
    startsAt: typeof context.startsAt === 'string' ? context.startsAt : null,
    endsAt: typeof context.endsAt === 'string' ? context.endsAt : null,
    metadata: typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata) ? metadata : {},
  };
}
