import { applyConversationItem, emptyConversation, type ConversationFeedState } from '@parley/sdk';
import {
  ConversationEventsDocument,
  ConversationFeedDocument,
  sendSystemMessage,
  type ConversationFeedSubscription,
  type FeedPosition,
} from '@parley/sdk/operations';
import { randomToken } from '../kernel/ids.js';
import type { Actor } from './actor.js';
import { within } from './deadline.js';
import { explainDifference } from './difference.js';
import type { TestSocket, TestSubscription } from './socket.js';

type Feed = TestSubscription<ConversationFeedSubscription>;
type Item = ConversationFeedSubscription['conversationFeed'];

/** What to verify. */
export interface VerifyFeed {
  readonly conversationId: string;
  /** Who watches, by a name for the messages. Each must be able to read before and after. */
  readonly viewers: Readonly<Record<string, Actor>>;
  /** A back-end of the site; it writes a last message that everybody sees, so that the end of the events is known. */
  readonly service: Actor;
  /** What happens meanwhile. */
  readonly act: () => Promise<unknown>;
  /** Texts that must never reach the viewers of these names, in any frame, page or snapshot. */
  readonly secrets?: readonly { readonly text: string; readonly hiddenFrom: readonly string[] }[];
}

interface Watch {
  readonly name: string;
  readonly viewer: Actor;
  readonly socket: TestSocket;
  readonly feed: Feed;
  readonly first: ConversationFeedState;
}

/**
 * Proves for every viewer that a snapshot plus its events is the same as a later snapshot, whichever way the events came: live,
 * by resuming from the first snapshot's position, and by polling the log. The events are applied by the SDK's own reducer, so
 * server and SDK are proved together; the chain of `prevSeq` is checked on the way.
 * @throws naming the viewer, the way and the first difference.
 */
export async function verifyFeed(options: VerifyFeed): Promise<void> {
  const { conversationId, service } = options;
  const watches: Watch[] = [];
  for (const [name, viewer] of Object.entries(options.viewers)) {
    const socket = await viewer.socket();
    const feed = socket.subscribe(ConversationFeedDocument, { conversationId });
    const { conversationFeed: snapshot } = await feed.next();
    if (snapshot.__typename !== 'ConversationSnapshot') throw new Error(`${name}: the first item is a ${snapshot.__typename}`);
    watches.push({ name, viewer, socket, feed, first: applyConversationItem(emptyConversation(), snapshot) });
  }
  await options.act();
  const marker = await sendSystemMessage(service, { conversationId, clientId: `marker-${randomToken(9)}`, text: 'the end', origin: 'AUDIT' });
  for (const watch of watches) {
    await verifyWatch(watch, { conversationId, end: marker.seq });
    verifySecrets(watch, options.secrets ?? []);
    await watch.socket.close();
  }
}

async function verifyWatch(watch: Watch, to: { readonly conversationId: string; readonly end: number }): Promise<void> {
  const { name, viewer, first } = watch;
  const live = await follow(watch.feed, { from: first, end: to.end, name: `${name}, live`, again: (after) => watch.socket.subscribe(ConversationFeedDocument, { conversationId: to.conversationId, after }) });
  const after: FeedPosition = { epoch: first.epoch ?? '', seq: first.seq };
  const again = watch.socket.subscribe(ConversationFeedDocument, { conversationId: to.conversationId, after });
  const resumed = await follow(again, { from: first, end: to.end, name: `${name}, resumed`, again: null });
  again.stop();
  const polled = await poll(viewer, { conversationId: to.conversationId, from: first, name: `${name}, polled` });
  const fresh = watch.socket.subscribe(ConversationFeedDocument, { conversationId: to.conversationId });
  const expected = applyConversationItem(emptyConversation(), (await fresh.next()).conversationFeed);
  fresh.stop();
  for (const [way, state] of [['live', live], ['resumed', resumed], ['polled', polled]] as const) {
    const difference = explainDifference(durable(expected), durable(state));
    if (difference) throw new Error(`${name}, ${way}: snapshot plus events is not the later snapshot; ${difference}`);
  }
}

interface Follow {
  readonly from: ConversationFeedState;
  readonly end: number;
  readonly name: string;
  /** Subscribes again, when the server ends the feed with RESYNC_REQUIRED. */
  readonly again: ((after: FeedPosition) => Feed) | null;
}

async function follow(feed: Feed, { from, end, name, again }: Follow): Promise<ConversationFeedState> {
  let state = from;
  let current = feed;
  while (state.seq < end) {
    const next = await within(nextOf(current), `${name}: the event ${end} (at ${state.seq})`);
    if (next.item) state = applyChained(state, next.item, name);
    else if (again && next.code === 'RESYNC_REQUIRED') current = again({ epoch: state.epoch ?? '', seq: state.seq });
    else throw new Error(`${name}: the feed ended with ${next.code} at ${state.seq}`);
  }
  return state;
}

async function nextOf(feed: Feed): Promise<{ readonly item: Item | null; readonly code: string }> {
  try {
    return { item: (await feed.next()).conversationFeed, code: '' };
  } catch (error) {
    const [ended] = await feed.ended;
    if (!ended) throw error;
    return { item: null, code: ended.extensions?.code ?? ended.message };
  }
}

async function poll(viewer: Actor, of: { readonly conversationId: string; readonly from: ConversationFeedState; readonly name: string }): Promise<ConversationFeedState> {
  let state = of.from;
  for (;;) {
    const after = { epoch: state.epoch ?? '', seq: state.seq };
    const { conversationEvents: page } = await viewer.must(ConversationEventsDocument, { conversationId: of.conversationId, after, first: 3 });
    for (const item of page.items) state = applyChained(state, item, of.name);
    if (!page.hasMore) return { ...state, seq: page.seq };
  }
}

/** Applies an item, and refuses one that is repeated or comes after a hole. */
function applyChained(state: ConversationFeedState, item: Item, name: string): ConversationFeedState {
  // A snapshot's position may lie past the last event that its audience got, so prevSeq may be smaller than the position.
  if ('prevSeq' in item && (item.prevSeq > state.seq || item.seq <= state.seq)) {
    throw new Error(`${name}: ${item.__typename} ${item.seq} follows ${item.prevSeq}, but the state is at ${state.seq}`);
  }
  if (item.__typename === 'ConversationSnapshot') throw new Error(`${name}: a snapshot came instead of events (${item.reason})`);
  return applyConversationItem(state, item);
}

/** What is kept in the database, in an order that does not depend on who came when. Presence and typing are neither. */
function durable({ conversation, supportCase, messages, receipts, tags }: ConversationFeedState): unknown {
  const people = conversation && [...conversation.participants].sort((a, b) => (a.user.id < b.user.id ? -1 : 1));
  return {
    conversation: conversation && { ...conversation, participants: people, viewer: null },
    supportCase,
    messages,
    tags,
    receipts: [...receipts].sort((a, b) => (a.userId < b.userId ? -1 : 1)),
  };
}

function verifySecrets({ name, socket }: Watch, secrets: NonNullable<VerifyFeed['secrets']>): void {
  for (const { text, hiddenFrom } of secrets) {
    const isSeen = JSON.stringify(socket.frames).includes(text);
    const isHidden = hiddenFrom.includes(name);
    if (isHidden && isSeen) throw new Error(`${name} was sent a text that is hidden from them: ${text}`);
    if (!isHidden && !isSeen) throw new Error(`${name} was never sent the text that only others may not see: ${text}`);
  }
}
