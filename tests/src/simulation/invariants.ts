/** What must hold when a history has come to rest, in the words of docs/PROTOCOL.md. */
import type { InboxEntry } from '../../../packages/sdk-js/src/generated/types.js';
import type { ConversationFeedState } from '../../../packages/sdk-js/src/conversation/feed-state.js';
import type { InboxFeedState } from '../../../packages/sdk-js/src/inbox/apply.js';
import { explainDifference } from '../../../packages/server/src/testing/difference.js';
import type { SimulatedClient } from './client.js';
import type { History } from './history.js';

interface Kept {
  readonly seq: number;
  readonly text: string;
  readonly senderId: string;
  readonly audience: string;
}

/** Everything that does not hold; empty when all does. */
export async function violationsOf(history: History): Promise<readonly string[]> {
  const { stage } = history;
  const main = await logOf(history, stage.conversationId);
  const aside = await logOf(history, stage.asideId);
  const found: string[] = [];
  for (const { events } of [main, aside]) if (events.some(({ seq }, index) => seq !== index + 1)) found.push(`P2: the log has a hole: ${events.map(({ seq }) => seq).join()}`);
  const moves = main.events.filter(({ type, data }) => /^Participant(Left|Joined)$/.test(type) && JSON.stringify(data).includes(history.guest.viewer.userId));
  const left = moves.filter(({ type }) => type === 'ParticipantLeft').map(({ seq }) => seq);
  for (const client of history.clients) {
    const isGuest = client === history.guest;
    const all = [
      ...writingOf(client, main),
      ...writingOf(client, aside),
      ...streamsOf(client, isGuest ? left : []),
      ...inboxFeedsOf(client, { conversationId: stage.conversationId, moves: isGuest ? moves : [] }),
      ...(await stateOf(history, client, main.messages)),
      ...(await inboxOf(history, client, [main, aside])),
    ];
    for (const violation of all) found.push(`${client.name}: ${violation}`);
  }
  return found;
}

interface Logged {
  readonly seq: number;
  readonly type: string;
  readonly data: unknown;
}

interface KeptLog {
  readonly conversationId: string;
  readonly messages: readonly Kept[];
  readonly events: readonly Logged[];
}

async function logOf({ world: { db } }: History, conversationId: string): Promise<KeptLog> {
  const messages = await db.prisma.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' }, select: { seq: true, text: true, senderId: true, audience: true, clientId: true } });
  const events = await db.prisma.event.findMany({ where: { conversationId }, orderBy: { seq: 'asc' }, select: { seq: true, type: true, data: true } });
  return { conversationId, messages, events };
}

/** P1, P3: what was acknowledged is there, once, in the order in which it was written; what was refused is not. */
function writingOf(client: SimulatedClient, { conversationId, messages }: KeptLog): string[] {
  const found: string[] = [];
  const written = client.written.filter((each) => each.conversationId === conversationId);
  // An edit leaves the text in place behind what it adds; a deletion leaves nothing, so those are found by their number alone.
  const mine = messages.filter(({ senderId }) => senderId === client.viewer.userId);
  const sent = written.filter(({ outcome }) => outcome === 'sent');
  if (written.some(({ outcome }) => outcome === 'waiting')) found.push('P1: a message was neither sent nor refused');
  if (mine.length !== sent.length) found.push(`P1 P3: ${sent.length} messages were acknowledged and ${mine.length} are there`);
  for (const [index, { text }] of mine.entries()) {
    const wanted = sent[index]?.text ?? '';
    if (text !== '' && !text.endsWith(wanted)) found.push(`P2: message ${index} of theirs should be "${wanted}" and is "${text}"`);
  }
  return found;
}

/** P2, P4, P5, P8: what came over the feeds was whole, in order, once, and theirs to see. */
function streamsOf(client: SimulatedClient, left: readonly number[]): string[] {
  const found: string[] = [];
  const hidden = hiddenFrom(client);
  for (const watch of client.watches) {
    found.push(...watch.violations);
    for (const word of hidden) if (watch.frames.some((frame) => frame.includes(`"${word}`))) found.push(`P8: a feed brought what is for ${word}alone`);
    for (const seq of left) {
      if (watch.begunAt < seq && watch.reached > seq) found.push(`P8: a feed that was open when access ended at ${seq} went on to ${watch.reached}`);
    }
  }
  return found;
}

/** How texts begin that somebody may not see. */
function hiddenFrom({ name }: SimulatedClient): readonly string[] {
  return name === 'sam' ? [] : ['STAFF ', ...(name === 'ada' ? ['PROVIDER '] : [])];
}

/** P4, P5, P8: what came over the feeds of the inbox began as it must, never fell back, and was theirs to see. */
function inboxFeedsOf(client: SimulatedClient, of: { readonly conversationId: string; readonly moves: readonly Logged[] }): string[] {
  const found: string[] = [];
  for (const watch of client.inboxWatches) {
    found.push(...watch.violations);
    for (const word of hiddenFrom(client)) if (watch.frames.some((frame) => frame.includes(`"${word}`))) found.push(`P8: an inbox showed what is for ${word}alone`);
    for (const [index, { type, seq: from }] of of.moves.entries()) {
      if (type !== 'ParticipantLeft') continue;
      const until = of.moves[index + 1]?.seq ?? Infinity;
      const seen = watch.shown.find(({ conversationId, previewSeq, lastSeq }) => conversationId === of.conversationId && previewSeq > from && previewSeq < until && lastSeq < until);
      if (seen) found.push(`P8: an inbox showed message ${seen.previewSeq}, and access had ended at ${from}`);
    }
  }
  return found;
}

/** P4, P6: the list that states have led to is the one that a new reader gets, and what it says is unread is what is unread. */
async function inboxOf(history: History, client: SimulatedClient, logs: readonly KeptLog[]): Promise<string[]> {
  const fresh = await history.freshInbox(client);
  if (!fresh) return ['the inbox cannot be opened'];
  const shown = client.inbox.store.getSnapshot();
  const found: string[] = [];
  const difference = explainDifference(durableInbox(fresh), durableInbox(shown));
  if (difference) found.push(`P4 P6: the list is not what a fresh one is; ${difference}`);
  let total = 0;
  for (const { conversation } of fresh.entries) {
    const log = logs.find(({ conversationId }) => conversationId === conversation.id);
    const readSeq = conversation.viewer?.readSeq ?? 0;
    const unread = (log?.messages ?? []).filter(({ seq, senderId, audience }) => seq > readSeq && senderId !== client.viewer.userId && sees(client, audience)).length;
    total += unread;
    // Whoever comes back finds what was written meanwhile read or not by when they left.
    if (client !== history.guest && conversation.viewer?.unreadCount !== unread) found.push(`the list shows ${conversation.viewer?.unreadCount ?? 'nothing'} as unread, and ${unread} messages after ${readSeq} are`);
  }
  if (client !== history.guest && fresh.unread.messages !== total) found.push(`the inbox counts ${fresh.unread.messages} unread messages, and ${total} are`);
  return found;
}

/** What is kept in the database of a list. */
function durableInbox({ entries, unread, notices, hasMore }: Pick<InboxFeedState, 'entries' | 'unread' | 'notices' | 'hasMore'>): unknown {
  return { entries: entries.map(durableEntry), unread, notices, hasMore };
}

function durableEntry({ conversation }: InboxEntry): unknown {
  const people = [...conversation.participants].sort((one, other) => (one.user.id < other.user.id ? -1 : 1));
  // Events of which the list shows nothing move the end of the log alone.
  return { ...conversation, participants: people, lastSeq: null };
}

/** P4, P6: the state that events have led to is the one that a new reader gets, and unread is what is unread. */
async function stateOf(history: History, client: SimulatedClient, messages: readonly Kept[]): Promise<string[]> {
  const fresh = await history.fresh(client);
  if (!fresh) return client === history.guest ? [] : ['the conversation cannot be opened'];
  const found: string[] = [];
  const difference = explainDifference(durable(fresh), durable(client.engine.state));
  if (difference) found.push(`P4 P6: snapshot and events do not make what a fresh snapshot is; ${difference} (at ${client.engine.state.seq} of ${fresh.seq})`);
  if (client === history.guest) return found;
  const readSeq = fresh.receipts.find(({ userId }) => userId === client.viewer.userId)?.readSeq ?? 0;
  const unread = messages.filter(({ seq, senderId, audience }) => seq > readSeq && senderId !== client.viewer.userId && sees(client, audience)).length;
  const shown = await history.unreadOf(client);
  if (shown !== unread) found.push(`unread is shown as ${shown ?? 'nothing'}, and ${unread} messages after ${readSeq} are`);
  return found;
}

function sees(client: SimulatedClient, audience: string): boolean {
  return audience === 'all' || client.name === 'sam' || (audience === 'provider' && client.name !== 'ada');
}

/** What is kept in the database, in an order that does not depend on who came when. */
function durable({ conversation, messages, receipts }: ConversationFeedState): unknown {
  const people = conversation && [...conversation.participants].sort((one, other) => (one.user.id < other.user.id ? -1 : 1));
  return {
    // The end of the log may be of another audience: its number is in a fresh snapshot, and no event tells of it.
    conversation: conversation && { ...conversation, participants: people, viewer: null, lastSeq: null, lastActivityAt: null },
    messages,
    receipts: [...receipts].sort((one, other) => (one.userId < other.userId ? -1 : 1)),
  };
}
