import { type AudienceSet, audiencesOf, canSee, headOf, type Heads } from '../../kernel/audience.js';
import type { ConversationView, UnreadTotalsView } from '../../kernel/views.js';
import type { ParticipantRole, SendGateState } from '../../kernel/words.js';
import type { LogEvent } from '../../log/event.js';
import { previewFor } from '../../log/feed-item.js';
import { isOpen } from '../conversations/index.js';
import type { InboxEntryView } from './inbox-item.js';
import type { InboxRow } from './inbox-store.js';

/** What one person's own place adds to a conversation that all share. */
export interface Entry {
  readonly id: string;
  readonly role: ParticipantRole;
  readonly audiences: AudienceSet;
  isMuted: boolean;
  readSeq: number;
  readCount: number;
  deliveredSeq: number;
  heads: Heads;
  gate: SendGateState;
  /** Events up to this one are in it. */
  seq: number;
}

/** What an event means for an entry: nothing to show, a new state, or a state that only the database knows. */
export type Effect = 'none' | 'changed' | 'unknown';

/** Makes an entry of a row that was read. */
export function entryOf(row: InboxRow): Entry {
  return {
    id: row.id,
    role: row.role,
    audiences: audiencesOf(row.role),
    isMuted: row.isMuted,
    readSeq: row.readSeq,
    readCount: row.readCount,
    deliveredSeq: row.deliveredSeq,
    heads: row.heads,
    gate: row.gate,
    seq: row.conversation?.lastSeq ?? 0,
  };
}

/** Whether the person sees the conversation in the list. */
export function isListed(entry: Pick<Entry, 'gate' | 'audiences'>): boolean {
  return entry.gate !== 'hidden' || entry.audiences.key === 'staff';
}

/** How many messages the person may see and has not read. */
export function unreadOf(entry: Pick<Entry, 'heads' | 'audiences' | 'readCount'>): number {
  return Math.max(0, headOf(entry.heads, entry.audiences).count - entry.readCount);
}

/** Unread over all listed conversations that are not muted. */
export function totalsOf(entries: Iterable<Entry>): UnreadTotalsView {
  let messages = 0;
  let conversations = 0;
  for (const entry of entries) {
    const unread = entry.isMuted || !isListed(entry) ? 0 : unreadOf(entry);
    messages += unread;
    if (unread > 0) conversations += 1;
  }
  return { messages, conversations };
}

/** The conversation as the person sees it in the list. */
export function entryView(entry: Entry, conversation: ConversationView, now: Date): InboxEntryView {
  const { sendGate } = conversation;
  const openUntil = sendGate.openUntil === null ? null : new Date(sendGate.openUntil);
  return {
    conversation: {
      ...conversation,
      lastMessage: previewFor(entry.heads, entry.audiences),
      viewer: {
        role: entry.role,
        unreadCount: unreadOf(entry),
        isMuted: entry.isMuted,
        readSeq: entry.readSeq,
        deliveredSeq: entry.deliveredSeq,
        canSend: isOpen({ gate: sendGate.state, openUntil, now }),
      },
    },
  };
}

/** Brings an entry up to date with the next event of its conversation. */
export function applyToEntry(entry: Entry, event: LogEvent, userId: string): Effect {
  if (event.seq <= entry.seq) return 'none';
  entry.seq = event.seq;
  // Of events that are read together the last one brings the heads: before it the person may turn out to be out.
  if (!event.isBehind) entry.heads = event.heads;
  const effect = effectOf(entry, event, userId);
  return event.isReplayed && !event.isBehind && effect === 'none' ? 'changed' : effect;
}

function effectOf(entry: Entry, event: LogEvent, userId: string): Effect {
  switch (event.type) {
    case 'MessageSent':
      if (!canSee(entry.audiences, event.audience)) return 'none';
      if (event.payload.message.sender.id === userId) {
        if (event.isReplayed) return 'unknown';
        if (event.audience === 'all') {
          entry.readSeq = entry.deliveredSeq = event.seq;
          entry.readCount = headOf(event.heads, entry.audiences).count;
        } else entry.readCount += 1;
      }
      return 'changed';
    case 'MessageEdited':
    case 'MessageDeleted':
      return event.payload.message.seq === headOf(event.heads, entry.audiences).last?.seq ? 'changed' : 'none';
    case 'ReactionAdded':
    case 'ReactionRemoved':
    case 'CaseUpdated':
      return 'none';
    case 'ReceiptAdvanced': {
      const { receipt } = event.payload;
      if (receipt.userId !== userId) return 'none';
      const hasRead = receipt.readSeq > entry.readSeq;
      entry.deliveredSeq = Math.max(entry.deliveredSeq, receipt.deliveredSeq);
      entry.readSeq = Math.max(entry.readSeq, receipt.readSeq);
      if (!hasRead) return 'changed';
      if (event.hint?.readCount === undefined) return 'unknown';
      entry.readCount = Math.max(entry.readCount, event.hint.readCount);
      return 'changed';
    }
    case 'ParticipantJoined':
    case 'ParticipantLeft':
      return event.payload.participant.user.id === userId ? 'unknown' : 'changed';
    case 'TagsChanged':
      return 'none';
    case 'ConversationUpdated':
      entry.gate = event.payload.conversation.sendGate.state;
      return 'changed';
  }
}
