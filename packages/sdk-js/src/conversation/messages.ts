/** Changes to a list of messages that is ascending by seq. All of them are pure and keep what they do not change. */
import type { ConversationFeedItem, Message } from '../generated/types.js';

/** Puts messages in, replacing those that are there already. Both lists are ascending. */
export function mergeMessages(list: readonly Message[], added: readonly Message[]): readonly Message[] {
  if (added.length === 0) return list;
  const [first] = added;
  const last = list.at(-1);
  if (first && (!last || first.seq > last.seq)) return [...list, ...added];
  const bySeq = new Map(list.map((message) => [message.seq, message]));
  for (const message of added) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Changes one message, if it is here. */
export function changeMessage(list: readonly Message[], id: string, change: (message: Message) => Message): readonly Message[] {
  const before = list.find((message) => message.id === id);
  if (!before) return list;
  const after = change(before);
  return after === before ? list : list.map((message) => (message === before ? after : message));
}

/** Adds a user to those who reacted with an emoji. */
export function addReaction(message: Message, emoji: string, userId: string): Message {
  const group = message.reactions.find((each) => each.emoji === emoji);
  if (group?.userIds.includes(userId)) return message;
  if (!group) return { ...message, reactions: [...message.reactions, { emoji, userIds: [userId] }] };
  const wider = { ...group, userIds: [...group.userIds, userId] };
  return { ...message, reactions: message.reactions.map((each) => (each === group ? wider : each)) };
}

/** Takes a user out of them; an emoji without users goes. */
export function removeReaction(message: Message, emoji: string, userId: string): Message {
  const group = message.reactions.find((each) => each.emoji === emoji);
  if (!group?.userIds.includes(userId)) return message;
  const rest = group.userIds.filter((id) => id !== userId);
  const reactions =
    rest.length === 0
      ? message.reactions.filter((each) => each !== group)
      : message.reactions.map((each) => (each === group ? { ...group, userIds: rest } : each));
  return { ...message, reactions };
}

/** What an event does to messages that are loaded already, except for the count of replies. */
export function changeLoaded(list: readonly Message[], item: ConversationFeedItem): readonly Message[] {
  switch (item.__typename) {
    case 'MessageEdited':
    case 'MessageDeleted':
      return changeMessage(list, item.message.id, () => item.message);
    case 'ReactionAdded':
      return changeMessage(list, item.messageId, (message) => addReaction(message, item.emoji, item.userId));
    case 'ReactionRemoved':
      return changeMessage(list, item.messageId, (message) => removeReaction(message, item.emoji, item.userId));
    default:
      return list;
  }
}

/** Messages with their counts of replies, and by how many those counts are ahead of the events. */
export interface CountedMessages {
  readonly messages: readonly Message[];
  readonly countedAhead: Readonly<Record<string, number>>;
}

/** Applies an event to messages that are loaded already, counting replies once each, whichever way they became known. */
export function changeCounted({ messages, countedAhead }: CountedMessages, item: ConversationFeedItem): CountedMessages {
  if (item.__typename === 'MessageSent' && item.message.parentId !== null) {
    const { parentId } = item.message;
    const root = messages.find((message) => message.id === parentId);
    if (!root || !isCounted(item.message, root)) return { messages, countedAhead };
    const ahead = countedAhead[parentId] ?? 0;
    if (ahead > 0) return { messages, countedAhead: withAhead(countedAhead, parentId, ahead - 1) };
    return { messages: changeMessage(messages, parentId, (parent) => ({ ...parent, replyCount: parent.replyCount + 1 })), countedAhead };
  }
  if (item.__typename === 'MessageEdited' || item.__typename === 'MessageDeleted') {
    const { id, replyCount } = item.message;
    const before = messages.find((message) => message.id === id);
    const counted = before ? before.replyCount - (countedAhead[id] ?? 0) : 0;
    const ahead = before ? Math.max(0, replyCount - counted) : 0;
    return { messages: changeLoaded(messages, item), countedAhead: withAhead(countedAhead, id, ahead) };
  }
  return { messages: changeLoaded(messages, item), countedAhead };
}

/**
 * Puts an older page in front of messages that reach without a gap up to the feed's position. The page may be newer than that
 * position, as when the feed is interrupted: replies that are counted but not here are those whose events are still to come.
 */
export function withOlder({ messages, countedAhead }: CountedMessages, page: readonly Message[]): CountedMessages {
  const all = mergeMessages(page, messages);
  const ahead = { ...countedAhead };
  for (const root of page) {
    const here = all.filter((message) => message.parentId === root.id && isCounted(message, root)).length;
    if (root.replyCount > here) ahead[root.id] = root.replyCount - here;
  }
  return { messages: all, countedAhead: ahead };
}

/** Whether a reply counts: everybody who sees the message that it answers must see it too. */
function isCounted({ audience }: Message, root: Message): boolean {
  return audience === 'EVERYONE' || audience === root.audience;
}

/** Notes by how many replies a message is ahead. The same object where it is not. */
export function withAhead(countedAhead: Readonly<Record<string, number>>, id: string, ahead: number): Readonly<Record<string, number>> {
  return ahead === (countedAhead[id] ?? 0) ? countedAhead : { ...countedAhead, [id]: ahead };
}
