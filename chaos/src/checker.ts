import type { Chapter, Follower } from './follower.js';
import type { History, Operation } from './history.js';
import { maySee, type LoggedEvent, type Truth } from './truth.js';
import type { ListWriter, Writer } from './writers.js';

/** A promise of docs/PROTOCOL.md. `P7` also stands for bounded memory, `-` for what the run itself must do. */
export type Promised = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7' | 'P8' | 'P9' | 'P10' | '-';

/** A promise that did not hold. */
export interface Violation {
  readonly promise: Promised;
  readonly says: string;
}

/** What one run left behind. */
export interface Evidence {
  readonly history: History;
  readonly truths: readonly Truth[];
  readonly followers: readonly Follower[];
  readonly writers: readonly Writer[];
  readonly lists: readonly ListWriter[];
  /** Reasons for which a feed may have begun anew. Default: TOO_FAR_BEHIND alone. */
  readonly allowedResets?: readonly string[];
  /** Since when, in milliseconds of the history, the database's history holds: after a restore, what was acknowledged before may be gone. */
  readonly since?: number;
  /** The epoch that the database has; chapters of others are not compared with it. */
  readonly epoch?: string;
}

/** Judges a run by the promises. */
export function judge(evidence: Evidence): Violation[] {
  return [
    ...evidence.truths.flatMap((truth) => [...checkLog(truth), ...checkEffects(truth, evidence), ...checkAcknowledged(truth, evidence)]),
    ...evidence.followers.flatMap((follower) => [...checkFollower(follower, evidence)]),
    ...evidence.lists.flatMap((list) => [...checkList(list, evidence)]),
  ];
}

/** P2: the log is 1, 2, 3, … and each message stands where the event that announced it stands. */
function* checkLog({ conversationId, events, lastSeq, messages }: Truth): Generator<Violation> {
  const hole = events.findIndex((event, index) => event.seq !== index + 1);
  if (hole >= 0) yield { promise: 'P2', says: `the log of ${conversationId} has ${events[hole]?.seq} in place ${hole + 1}` };
  if (hole < 0 && lastSeq !== events.length) yield { promise: 'P2', says: `${conversationId} counts ${lastSeq} events, and its log has ${events.length}` };
  const announced = new Map(events.filter(({ type }) => type === 'MessageSent').map((event) => [event.messageId, event.seq]));
  for (const { id, seq } of messages) {
    if (announced.get(id) !== seq) yield { promise: 'P2', says: `message ${id} stands at ${seq}, and the log announced it at ${announced.get(id) ?? 'no place'}` };
  }
  if (announced.size !== messages.length) yield { promise: 'P2', says: `${conversationId} has ${messages.length} messages, and its log announced ${announced.size}` };
}

/** P3: one effect for each client id, and for each thing that somebody wanted to say. */
function* checkEffects(truth: Truth, { history }: Evidence): Generator<Violation> {
  const byKey = groupBy(truth.messages, (message) => `${message.senderId} ${message.clientId}`);
  for (const [key, all] of byKey) if (all.length > 1) yield { promise: 'P3', says: `client id ${key} made ${all.length} messages (${all.map(({ seq }) => seq).join(', ')})` };
  const wanted = new Set(history.operations.filter(({ kind }) => kind === 'send').map(({ key }) => key));
  const firsts = new Map(truth.versions.filter(({ version }) => version === 1).map(({ messageId, text }) => [messageId, text]));
  const originals = truth.messages.map((message) => firsts.get(message.id) ?? message.text);
  for (const [text, all] of groupBy(originals.filter((text) => wanted.has(text)), (text) => text)) {
    if (all.length > 1) yield { promise: 'P3', says: `"${text.slice(0, 50)}" was said once and is there ${all.length} times` };
  }
  const edits = groupBy(truth.versions.filter(({ version }) => version > 1), (version) => `${version.messageId} ${version.clientId}`);
  for (const [key, all] of edits) if (all.length > 1) yield { promise: 'P3', says: `the edit ${key} was done ${all.length} times` };
  const edited = truth.events.filter(({ type }) => type === 'MessageEdited').length;
  const versions = truth.versions.filter(({ version }) => version > 1).length;
  if (edited !== versions) yield { promise: 'P3', says: `${versions} edits were kept and ${edited} announced` };
}

/** P1, P3: what was acknowledged is there, where the acknowledgement said, and every acknowledgement of one client id says the same. */
function* checkAcknowledged(truth: Truth, { history, since = 0 }: Evidence): Generator<Violation> {
  const byId = new Map(truth.messages.map((message) => [message.id, message]));
  const done = history.operations.filter((each) => each.conversationId === truth.conversationId && each.outcome === 'done' && each.invokedAt >= since);
  for (const operation of done) {
    const message = operation.messageId === null ? undefined : byId.get(operation.messageId);
    if (operation.kind === 'send') {
      if (!message) yield { promise: 'P1', says: `${named(operation)} was acknowledged as ${operation.messageId} at ${operation.seq}, and is not there` };
      else if (message.seq !== operation.seq) yield { promise: 'P1', says: `${named(operation)} was acknowledged at ${operation.seq}, and stands at ${message.seq}` };
    } else if (operation.kind === 'edit') {
      const isKept = truth.versions.some((version) => version.messageId === operation.messageId && version.text === operation.key);
      if (!isKept) yield { promise: 'P1', says: `${named(operation)} was acknowledged, and is not there` };
    }
  }
  const sends = done.filter(({ kind, clientId }) => kind === 'send' && clientId !== null);
  for (const [key, all] of groupBy(sends, ({ by, clientId }) => `${by} ${clientId}`)) {
    if (new Set(all.map(({ seq, messageId }) => `${seq} ${messageId}`)).size > 1) {
      yield { promise: 'P3', says: `client id ${key} was answered differently: ${all.map(({ seq, messageId }) => `${messageId} at ${seq}`).join(', ')}` };
    }
  }
}

/** P2, P4, P5, P8: what somebody saw is the log, in its order, without a hole, and nothing that they may not see. */
function* checkFollower(follower: Follower, evidence: Evidence): Generator<Violation> {
  const { person } = follower;
  const truth = evidence.truths.find(({ conversationId }) => conversationId === follower.conversationId);
  if (!truth) return;
  for (const offence of new Set(follower.offences)) yield { promise: 'P4', says: `${person.name}: ${offence}` };
  const allowed = evidence.allowedResets ?? ['TOO_FAR_BEHIND'];
  for (const [index, { kind, reason }] of follower.openings.entries()) {
    if (index > 0 && kind === 'ConversationSnapshot' && !allowed.includes(reason ?? '')) {
      yield { promise: 'P4', says: `${person.name}: a feed began anew because of ${reason}` };
    }
  }
  const visible = truth.events.filter((event) => maySee(person.place, event.audience));
  const chapters = follower.chapters.filter(({ snapshot }) => evidence.epoch === undefined || snapshot.epoch === evidence.epoch);
  for (const chapter of chapters) {
    yield* checkSnapshot(chapter, { truth, follower });
    yield* checkChapter(chapter, { visible, truth, follower });
  }
  yield* checkMembership(follower, { events: truth.events, history: evidence.history });
}

interface Compared {
  readonly truth: Truth;
  readonly follower: Follower;
}

/** P5: a snapshot holds the newest messages up to its position, and no other. */
function* checkSnapshot({ snapshot }: Chapter, { truth, follower: { person } }: Compared): Generator<Violation> {
  const expected = truth.messages.filter((message) => message.seq <= snapshot.seq && maySee(person.place, message.audience)).slice(-50);
  const difference = firstDifference(snapshot.messages.map(({ id, seq }) => `${seq} ${id}`), expected.map(({ id, seq }) => `${seq} ${id}`));
  if (difference) yield { promise: 'P5', says: `${person.name}: the snapshot at ${snapshot.seq} ${difference}` };
}

function* checkChapter({ snapshot, sightings }: Chapter, { visible, truth, follower: { person } }: Compared & { readonly visible: readonly LoggedEvent[] }): Generator<Violation> {
  const last = sightings.at(-1)?.seq ?? snapshot.seq;
  const bySeq = new Map(truth.events.map((event) => [event.seq, event]));
  for (const sighting of sightings) {
    const event = bySeq.get(sighting.seq);
    if (!event) yield { promise: 'P1', says: `${person.name} saw ${sighting.type} ${sighting.seq}, which the log does not have` };
    else if (!maySee(person.place, event.audience)) yield { promise: 'P8', says: `${person.name} saw ${sighting.type} ${sighting.seq}, which is for ${event.audience}` };
    else if (event.type !== sighting.type || (sighting.messageId !== null && event.messageId !== sighting.messageId)) {
      yield { promise: 'P2', says: `${person.name} saw ${sighting.type} of ${sighting.messageId} at ${sighting.seq}, where the log has ${event.type} of ${event.messageId}` };
    }
  }
  const expected = visible.filter((event) => event.seq > snapshot.seq && event.seq <= last);
  const difference = firstDifference(sightings.map(({ seq }) => String(seq)), expected.map(({ seq }) => String(seq)));
  if (difference) yield { promise: 'P2', says: `${person.name}: what came after ${snapshot.seq} ${difference}` };
}

/** P8: from the event on that takes somebody out, they see nothing, until they are let in again. */
function* checkMembership({ person, chapters }: Follower, { events, history }: { readonly events: readonly LoggedEvent[]; readonly history: History }): Generator<Violation> {
  if (person.place === 'admin') return;
  const own = events.filter((event) => event.userId === person.id && (event.type === 'ParticipantLeft' || event.type === 'ParticipantJoined'));
  for (const [index, event] of own.entries()) {
    if (event.type !== 'ParticipantLeft') continue;
    const isLast = !own.slice(index + 1).some(({ type }) => type === 'ParticipantJoined');
    const again = history.operations.find((each) => each.kind === 'add' && each.key === `${person.name} after ${event.seq}`)?.invokedAt;
    const until = again ?? (isLast ? Infinity : 0);
    const seen = chapters.flatMap(({ sightings }) => sightings).find((sighting) => sighting.seq >= event.seq && sighting.at < until);
    if (seen) yield { promise: 'P8', says: `${person.name} was taken out at ${event.seq}, and saw ${seen.type} ${seen.seq} all the same` };
  }
}

/** P2, P3: an app's list is what the log says, once everything has arrived. */
function* checkList(list: ListWriter, { truths }: Evidence): Generator<Violation> {
  const { person } = list;
  const truth = truths.find(({ conversationId }) => conversationId === list.conversationId);
  if (!truth) return;
  for (const offence of new Set(list.offences)) yield { promise: 'P2', says: `${person.name}: ${offence}` };
  const shown = list.messages.filter(({ seq }) => seq !== null);
  const from = shown[0]?.seq ?? 0;
  const expected = truth.messages.filter((message) => message.seq >= from && maySee(person.place, message.audience));
  const difference = firstDifference(shown.map(({ seq, id }) => `${seq} ${id}`), expected.map(({ seq, id }) => `${seq} ${id}`));
  if (difference) yield { promise: 'P2', says: `the list of ${person.name} ${difference}` };
  const texts = firstDifference(shown.map(({ seq, text }) => `${seq} ${text}`), expected.map(({ seq, text }) => `${seq} ${text}`));
  if (!difference && texts) yield { promise: 'P4', says: `the list of ${person.name} ${texts}` };
}

const named = (operation: Operation): string => `${operation.kind} "${operation.key.slice(0, 50)}" of ${operation.by}`;

function firstDifference(actual: readonly string[], expected: readonly string[]): string | null {
  for (let index = 0; index < Math.max(actual.length, expected.length); index += 1) {
    const [one, other] = [actual[index], expected[index]];
    if (one !== other) return `has ${one?.slice(0, 80) ?? 'nothing'} in place ${index + 1}, where the log has ${other?.slice(0, 80) ?? 'nothing'}`;
  }
  return null;
}

/** Items by what they have in common, in their order. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
