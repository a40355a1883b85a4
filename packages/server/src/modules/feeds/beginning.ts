/** How the feed of a conversation begins: with a snapshot, or with what was missed, for all who begin alike at once. */
import type { Deps } from '../../deps.js';
import { type AudienceSet, audiencesOf } from '../../kernel/audience.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { PresenceView } from '../../kernel/views.js';
import { type ColleagueActiveItem, type ConversationFeedItem, type DurableItem, itemOf, type SnapshotReason, type TypingStartedItem } from '../../log/feed-item.js';
import type { LogPage, LogPerson, LogPlaces } from '../../log/replay.js';
import { presenceNode, readColleagues, readTyping } from '../presence/index.js';
import { feedReads } from './reads.js';
import { mayRead } from './snapshot.js';

/** With more events than this behind, a feed begins with a snapshot. */
export const MAX_BEHIND = 1_000;

/** Where a client stands in a conversation's log. */
export interface FeedPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** Who asks, as far as reading the log depends on it. */
export interface Reader {
  readonly conversationId: string;
  readonly viewer: Viewer;
  readonly audiences: AudienceSet;
  /** Messages in a snapshot. */
  readonly last: number;
}

/** The first items of a feed and the position that they reach. */
export interface Beginning {
  readonly position: number;
  /** Ids of the people in the conversation, whose coming and going is to be followed before {@link items} are asked for. */
  readonly people: readonly string[];
  /** The items. Those who begin alike get the same objects, as far as they are the same for all. */
  items(): Promise<readonly ConversationFeedItem[]>;
}

/** Reads how a feed begins. */
export async function begin(deps: Deps, reader: Reader, after: FeedPosition | null): Promise<Beginning> {
  if (!after) return beginWithSnapshot(deps, reader, 'FIRST');
  const epoch = await deps.db.epoch();
  if (after.epoch !== epoch) return beginWithSnapshot(deps, reader, 'EPOCH_CHANGED');
  const page = await readPart(deps, reader, { after: after.seq, limit: MAX_BEHIND });
  const reset = resetOf(page, after.seq);
  if (reset) return beginWithSnapshot(deps, reader, reset);
  return { position: page.lastSeq, people: idsOf(page.people), items: () => resumedItems(deps, reader, { epoch, seq: after.seq, page }) };
}

/** Reads a snapshot to begin with. */
export async function beginWithSnapshot(deps: Deps, reader: Reader, reason: SnapshotReason): Promise<Beginning> {
  const { conversationId, audiences, last } = reader;
  const { snapshot } = await feedReads(deps).snapshot.read({ conversationId, viewerId: reader.viewer.userId, audiences, last });
  if (!snapshot) throw notFound('follow conversation', 'conversation');
  checkPlace(reader, snapshot.places);
  const { epoch, seq, messages, receipts, tags, people, supportCase } = snapshot;
  return {
    position: seq,
    people: idsOf(people),
    items: async () => {
      const conversation = snapshot.conversationFor(reader.viewer.userId, deps.clock.now());
      const around = await whoIsAround(deps, { conversationId, audiences }, people);
      return [{ type: 'ConversationSnapshot', epoch, seq, reason, conversation, supportCase, messages, receipts, tags, ...around }];
    },
  };
}

/** Reads a part of the log as one of its readers may see it. */
export async function readPart(deps: Deps, reader: Reader, part: { readonly after: number; readonly limit: number }): Promise<LogPage> {
  const { conversationId, audiences, viewer } = reader;
  const page = await feedReads(deps).part.read({ ...part, conversationId, audiences, maxBehind: MAX_BEHIND, viewerId: viewer.userId });
  if (!page.places) throw notFound('follow conversation', 'conversation');
  checkPlace(reader, page.places);
  return page;
}

/** Why a position cannot be resumed; null when it can. */
export function resetOf(page: LogPage, after: number): SnapshotReason | null {
  if (after > page.lastSeq) return 'AHEAD_OF_LOG';
  return page.isTooFar ? 'TOO_FAR_BEHIND' : null;
}

const items = new WeakMap<LogPage, readonly DurableItem[]>();

/** The items of a page; a page is read for one set of audiences, so all of its readers get the same objects. */
export function itemsOf(page: LogPage, { audiences }: Pick<Reader, 'audiences'>): readonly DurableItem[] {
  const known = items.get(page);
  if (known) return known;
  let prevSeq = page.prevSeq;
  const made = page.events.map((event) => {
    const item = itemOf(event, audiences, prevSeq);
    prevSeq = event.seq;
    return item;
  });
  items.set(page, made);
  return made;
}

interface Resumption {
  readonly epoch: string;
  readonly seq: number;
  readonly page: LogPage;
}

const resumed = new WeakMap<LogPage, Promise<readonly ConversationFeedItem[]>>();

function resumedItems(deps: Deps, reader: Reader, { epoch, seq, page }: Resumption): Promise<readonly ConversationFeedItem[]> {
  const known = resumed.get(page);
  if (known) return known;
  const made = whoIsAround(deps, reader, page.people).then((around): readonly ConversationFeedItem[] => [
    { type: 'ConversationResumed', epoch, seq, head: page.lastSeq, ...around },
    ...itemsOf(page, reader),
  ]);
  resumed.set(page, made);
  return made;
}

/** Access was checked before; this is its state at the very moment that the first items describe. */
function checkPlace(reader: Reader, places: LogPlaces): void {
  const place = { gate: places.gate, role: places.roles[reader.viewer.userId] ?? null };
  if (!mayRead(place, { seesAll: isAdmin(reader.viewer), audiences: reader.audiences })) throw notFound('follow conversation', 'conversation');
  if (audiencesOf(place.role ?? 'admin') !== reader.audiences) {
    throw new ChatError('RESYNC_REQUIRED', 'unable to follow conversation; the place in it has just changed');
  }
}

interface Around {
  readonly presences: readonly PresenceView[];
  readonly typing: readonly TypingStartedItem[];
  readonly colleagues: readonly ColleagueActiveItem[];
}

const around = new WeakMap<readonly LogPerson[], Promise<Around>>();

/**
 * Who is there and who writes. They are ephemeral, so they need not be of the same moment as the rest; it is asked once for all who
 * begin alike (the people were read for one set of audiences), when the first of them follows the people's coming and going already, which is followed for all of the conversation.
 */
function whoIsAround(deps: Deps, { conversationId, audiences }: Pick<Reader, 'conversationId' | 'audiences'>, read: readonly LogPerson[]): Promise<Around> {
  const known = around.get(read);
  if (known) return known;
  const people = read.map(({ user }) => user);
  const lastSeen = new Map(read.map(({ user, lastSeenAt }) => [user.id, lastSeenAt]));
  const made = Promise.all([
    presenceNode(deps).read(idsOf(read), lastSeen),
    readTyping(deps, conversationId, people),
    audiences.key === 'staff' ? readColleagues(deps, conversationId) : [],
  ]).then(([presences, typing, colleagues]): Around => ({ presences, typing, colleagues }));
  around.set(read, made);
  return made;
}

function idsOf(people: readonly LogPerson[]): string[] {
  return people.map(({ user }) => user.id);
}
