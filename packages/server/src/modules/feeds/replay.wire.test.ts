import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserViewer } from '../../kernel/viewer.js';
import type { ConversationFeedItem, DurableItem } from '../../log/feed-item.js';
import { eventually } from '../../testing/deadline.js';
import { accessConversation, readConversation, reviseConversation } from '../conversations/index.js';
import { addParticipant, leaveConversation } from '../conversations/membership.js';
import { joinAsStaff } from '../queues/join.js';
import { listMessages, sendMessage } from '../messages/index.js';
import { editMessage } from '../messages/edit.js';
import { addReaction, removeReaction } from '../messages/react.js';
import { deleteMessage } from '../messages/remove.js';
import { listReceipts, markDelivered, markRead } from '../receipts/index.js';
import { conversationEvents, openConversationFeed } from './conversation-feed.js';
import { createFeedWorld, FeedReader, type FeedWorld, sweep } from './feeds.fixture.js';

let world: FeedWorld;
beforeAll(async () => {
  world = await createFeedWorld(2);
});
afterAll(() => world.close());

function durable(items: readonly ConversationFeedItem[]): DurableItem[] {
  return items.filter((item): item is DurableItem => 'prevSeq' in item);
}

/** One act of each kind, by whoever may. */
async function actOnce(id: string, { ada, ben, sam, root, tom }: Record<'ada' | 'ben' | 'sam' | 'root' | 'tom', UserViewer>): Promise<void> {
  const { deps } = world;
  const [conversationId, now] = [id, world.clock.now()];
  const { message } = await sendMessage(deps, ada, { conversationId, clientId: 'one', text: 'one', metadata: { a: [1, null] } });
  const reply = await sendMessage(deps, ben, { conversationId, clientId: 'two', text: 'two', parentId: message.id });
  await editMessage(deps, ada, { messageId: message.id, clientId: 'edit', text: 'one, edited' });
  await addReaction(deps, ben, { messageId: message.id, emoji: '👍' });
  await addReaction(deps, ada, { messageId: message.id, emoji: '🎉' });
  await removeReaction(deps, ben, { messageId: message.id, emoji: '👍' });
  await markDelivered(deps, ada, { conversationId, seq: reply.seq });
  await markRead(deps, ada, { conversationId, seq: reply.seq });
  await joinAsStaff(deps, sam, { conversationId, reason: 'to help' });
  await addParticipant(deps, root, { conversationId, userId: tom.userId });
  await leaveConversation(deps, sam, { conversationId });
  await deleteMessage(deps, ben, reply.message.id);
  await deps.db.transaction((tx) =>
    reviseConversation(deps, tx, { conversationId, siteId: world.siteId, actorId: null, now, set: { title: 'Moved', gate: 'read_only', openUntil: null, context: null } }),
  );
}

describe('replay', () => {
  it('P4 P6: every type of event that a live feed sends is replayed, with the same place, and ends in the same state', async () => {
    const [ada, ben, sam, root, tom] = [await world.user('client'), await world.user('provider'), await world.user('agent'), await world.user('admin'), await world.user('provider')];
    const id = await world.conversation([[ada, 'client'], [ben, 'provider']]);
    const { epoch } = await conversationEvents(world.deps, ada, { conversationId: id });
    const live = new FeedReader(await openConversationFeed(world.deps, ada, { conversationId: id }));
    const repaired = new FeedReader(await openConversationFeed(world.node(1).deps, ada, { conversationId: id }));
    await repaired.next('ConversationSnapshot');
    await live.next('ConversationSnapshot');
    await actOnce(id, { ada, ben, sam, root, tom });
    const { seq: end } = await conversationEvents(world.deps, ada, { conversationId: id });
    await sweep(world.node(1).deps);
    for (const reader of [live, repaired]) await eventually('the end', () => durable(reader.items).at(-1)?.seq === end);

    const types = new Set(durable(live.items).map(({ type }) => type));
    expect([...types].sort()).toEqual([
      'ConversationUpdated',
      'MessageDeleted',
      'MessageEdited',
      'MessageSent',
      'ParticipantJoined',
      'ParticipantLeft',
      'ReactionAdded',
      'ReactionRemoved',
      'ReceiptAdvanced',
    ]);
    const replayed = durable((await conversationEvents(world.deps, ada, { conversationId: id, after: { epoch, seq: 0 } })).items);
    const place = ({ type, seq, prevSeq, at }: DurableItem) => ({ type, seq, prevSeq, at });
    expect(replayed.map(place)).toEqual(durable(live.items).map(place));
    expect(durable(repaired.items).map(place)).toEqual(durable(live.items).map(place));

    // What has not changed since it was sent live is the same to the letter, and so is the last state of everything.
    const lastOf = (items: readonly DurableItem[], key: (item: DurableItem) => string | null) => {
      const last = new Map<string, DurableItem>();
      for (const item of items) {
        const name = key(item);
        if (name !== null) last.set(name, item);
      }
      return Object.fromEntries(last);
    };
    const key = (item: DurableItem): string | null => {
      if ('message' in item) return item.type === 'MessageEdited' ? null : item.message.id;
      if ('receipt' in item) return item.receipt.userId;
      if ('participant' in item) return item.participant.user.id;
      return 'emoji' in item ? `${item.messageId} ${item.emoji} ${item.userId}` : 'conversation';
    };
    const finals = (items: readonly DurableItem[]) => {
      const { ...all } = lastOf(items, key);
      for (const [name, item] of Object.entries(all)) if (item.type === 'MessageSent') delete all[name];
      return all;
    };
    expect(finals(replayed)).toEqual(finals(durable(live.items)));
    const edited = replayed.find(({ type }) => type === 'MessageEdited');
    const first = replayed[0];
    if (!edited || !('message' in edited) || !first || !('message' in first)) throw new Error('no message');
    expect(first.message).toEqual(edited.message);
    expect(first.message).toMatchObject({ text: 'one, edited', editCount: 1, replyCount: 1, reactions: [{ emoji: '🎉', userIds: [ada.userId] }] });
    for (const reader of [live, repaired]) await reader.stop();
  });

  it('P5: a snapshot agrees with the queries for the same things', async () => {
    const [ada, ben] = [await world.user('client'), await world.user('provider')];
    const id = await world.conversation([[ada, 'client'], [ben, 'provider']]);
    for (let n = 0; n < 3; n += 1) await world.send(ada, id);
    await markRead(world.deps, ben, { conversationId: id, seq: 2 });
    const feed = new FeedReader(await openConversationFeed(world.deps, ben, { conversationId: id }));
    const snapshot = await feed.next('ConversationSnapshot');
    const access = await accessConversation(world.deps, ben, { conversationId: id, need: 'read', operation: 'test' });
    expect(snapshot.conversation).toEqual(await readConversation(world.deps, ben, id));
    expect(snapshot.messages.items).toEqual((await listMessages(world.deps, access, {})).messages);
    expect(snapshot.receipts).toEqual(await listReceipts(world.deps, ben, id));
    await feed.stop();
  });
});
