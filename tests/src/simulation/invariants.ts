/** What must hold when a history has come to rest, in the words of docs/PROTOCOL.md. */
import type { ConversationFeedState } from '../../../packages/sdk-js/src/conversation/feed-state.js';
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
  const { conversationId, world } = history;
  const messages = await world.db.prisma.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' }, select: { seq: true, text: true, senderId: true, audience: true, clientId: true } });
  const events = await world.db.prisma.event.findMany({ where: { conversationId }, orderBy: { seq: 'asc' }, select: { seq: true, type: true, data: true } });
  const found: string[] = [];
  if (events.some(({ seq }, index) => seq !== index + 1)) found.push(`P2: the log has a hole: ${events.map(({ seq }) => seq).join()}`);
  const left = events.filter(({ type, data }) => type === 'ParticipantLeft' && JSON.stringify(data).includes(history.guest.viewer.userId)).map(({ seq }) => seq);
  for (const client of history.clients) {
    for (const violation of [...writingOf(client, messages), ...streamsOf(client, client === history.guest ? left : []), ...(await stateOf(history, client, messages))]) {
      found.push(`${client.name}: ${violation}`);
    }
  }
  return found;
}

/** P1, P3: what was acknowledged is there, once, in the order in which it was written; what was refused is not. */
function writingOf(client: SimulatedClient, messages: readonly Kept[]): string[] {
  const found: string[] = [];
  // An edit leaves the text in place behind what it adds; a deletion leaves nothing, so those are found by their number alone.
  const mine = messages.filter(({ senderId }) => senderId === client.viewer.userId);
  const sent = client.written.filter(({ outcome }) => outcome === 'sent');
  if (client.written.some(({ outcome }) => outcome === 'waiting')) found.push('P1: a message was neither sent nor refused');
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
  const hidden = client.name === 'sam' ? [] : ['STAFF ', ...(client.name === 'ada' ? ['PROVIDER '] : [])];
  for (const watch of client.watches) {
    found.push(...watch.violations);
    for (const word of hidden) if (watch.frames.some((frame) => frame.includes(`"${word}`))) found.push(`P8: a feed brought what is for ${word}alone`);
    for (const seq of left) {
      if (watch.begunAt < seq && watch.reached > seq) found.push(`P8: a feed that was open when access ended at ${seq} went on to ${watch.reached}`);
    }
  }
  return found;
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
