import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserViewer } from '../../kernel/viewer.js';
import type { PresenceChangedItem } from '../../log/feed-item.js';
import { createFeedWorld, FeedReader, type FeedWorld } from '../feeds/feeds.fixture.js';
import { openConversationFeed, openInboxFeed, stopFeeds } from '../feeds/index.js';
import { eventually } from '../../testing/deadline.js';
import { currentStack } from '../../testing/stack.js';
import { presenceNode, presences, startTyping, stopTyping } from './index.js';
import { PresenceNode } from './presence-node.js';

let world: FeedWorld;
let ada: UserViewer;
let ben: UserViewer;
let id: string;

beforeEach(async () => {
  world = await createFeedWorld(2);
  [ada, ben] = [await world.user('client'), await world.user('provider')];
  id = await world.conversation([[ada, 'client'], [ben, 'provider']]);
});
afterEach(() => world.close());

async function follow(viewer: UserViewer, node = 0) {
  return new FeedReader(await openConversationFeed(world.node(node).deps, viewer, { conversationId: id }));
}

function statusOf(userId: string, status: 'online' | 'offline') {
  return ({ presence }: PresenceChangedItem): boolean => presence.userId === userId && presence.status === status;
}

/** Ben as a fresh look at him shows. */
async function lookAtBen(): Promise<unknown> {
  return (await presences(world.deps, ada, { userIds: [ben.userId] }))[0];
}

// Turned clocks move time in this process; the store of a cluster keeps its own.
const isTurned = currentStack() === 'embedded';

describe('presence', () => {
  it('R91: somebody is online while a feed of theirs is open on any node, and the others see them come and go', async () => {
    const feed = await follow(ada);
    const snapshot = await feed.next('ConversationSnapshot');
    expect(snapshot.presences.toSorted((a, b) => a.status.localeCompare(b.status))).toEqual([
      { userId: ben.userId, status: 'offline', lastSeenAt: null },
      { userId: ada.userId, status: 'online', lastSeenAt: null },
    ]);
    const inbox = new FeedReader(await openInboxFeed(world.deps, ada, {}));
    expect((await inbox.next('InboxSnapshot')).presences).toEqual([{ userId: ben.userId, status: 'offline', lastSeenAt: null }]);

    const bens = [await follow(ben, 1), await follow(ben, 1)];
    await feed.next('PresenceChanged', statusOf(ben.userId, 'online'));
    await inbox.next('PresenceChanged', statusOf(ben.userId, 'online'));
    expect(await lookAtBen()).toMatchObject({ status: 'online', lastSeenAt: null });

    await bens[0]?.stop();
    await world.clock.advance(60_000);
    expect(await lookAtBen()).toMatchObject({ status: 'online' });
    await bens[1]?.stop();
    await world.clock.advance(1_999);
    expect(await lookAtBen()).toMatchObject({ status: 'online' });
    await world.clock.advance(1);
    const lastSeenAt = world.clock.now().toISOString();
    expect(await feed.next('PresenceChanged', statusOf(ben.userId, 'offline'))).toMatchObject({ presence: { lastSeenAt } });
    await inbox.next('PresenceChanged', statusOf(ben.userId, 'offline'));
    await eventually('the time in the database', async () => {
      const { lastSeenAt: stored } = await world.deps.db.prisma.user.findUniqueOrThrow({ where: { id: ben.userId } });
      return stored?.toISOString() === lastSeenAt;
    });
    expect(await lookAtBen()).toMatchObject({ status: 'offline', lastSeenAt });
  });

  it('R91: a page that reloads is not seen to go', async () => {
    const feed = await follow(ada);
    const first = await follow(ben);
    await feed.next('PresenceChanged', statusOf(ben.userId, 'online'));
    await first.stop();
    await world.clock.advance(1_000);
    await follow(ben);
    await world.clock.advance(10_000);
    expect(feed.items.filter((item) => item.type === 'PresenceChanged' && item.presence.userId === ben.userId)).toHaveLength(1);
  });

  it.runIf(isTurned)('R91 G19: when a node dies without a word, the others notice within its time to live and five seconds', async () => {
    const feed = await follow(ada);
    // A node that holds its word once and then never again: killed.
    const { deps } = world.node(1);
    const dead = new PresenceNode({ ...deps, clock: { ...deps.clock, every: () => ({ cancel: () => undefined }) } });
    dead.enter(ben.userId);
    await feed.next('PresenceChanged', statusOf(ben.userId, 'online'));
    await world.clock.advance(29_000);
    expect(feed.items.some((item) => item.type === 'PresenceChanged' && statusOf(ben.userId, 'offline')(item))).toBe(false);
    await world.clock.advance(6_000);
    await feed.next('PresenceChanged', statusOf(ben.userId, 'offline'));
    expect(await lookAtBen()).toMatchObject({ status: 'offline' });
  });

  it('R91: a node that stops lets its people go at once', async () => {
    const feed = await follow(ada);
    await follow(ben, 1);
    await feed.next('PresenceChanged', statusOf(ben.userId, 'online'));
    await stopFeeds(world.node(1).deps);
    await feed.next('PresenceChanged', statusOf(ben.userId, 'offline'));
  });

  it.runIf(isTurned)('P6: a coming that the bus lost is found by a look at everybody', async () => {
    const feed = await follow(ada);
    await feed.next('ConversationSnapshot');
    world.fate = () => 'lost';
    await follow(ben, 1);
    await world.clock.advance(30_000);
    await feed.next('PresenceChanged', statusOf(ben.userId, 'online'));
  });

  it('P8: is shown to people with a conversation in common and to staff, to nobody else', async () => {
    const [eve, sam] = [await world.user('client'), await world.user('agent')];
    const wanted = { userIds: [ada.userId, eve.userId, ada.userId, 'usr_nobody'] };
    const seenBy = async (viewer: UserViewer): Promise<string[]> => (await presences(world.deps, viewer, wanted)).map(({ userId }) => userId);
    expect(await seenBy(ben)).toEqual([ada.userId]);
    expect(await seenBy(eve)).toEqual([eve.userId]);
    expect(await seenBy(sam)).toEqual([ada.userId, eve.userId]);
    await world.deps.db.prisma.conversation.update({ where: { id }, data: { gate: 'hidden' } });
    expect(await seenBy(ben)).toEqual([]);
    await expect(presences(world.deps, ben, { userIds: Array.from({ length: 101 }, (_, n) => `usr_${n}`) })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(presenceNode(world.deps)).toBe(presenceNode(world.deps));
  });
});

describe('typing', () => {
  it('R90: is shown on all nodes, at most every two seconds, to who opens a feed meanwhile too, and ends by itself', async () => {
    const feed = await follow(ben, 1);
    const { expiresAt } = await startTyping(world.deps, ada, { conversationId: id });
    expect(Date.parse(expiresAt) - world.clock.now().getTime()).toBe(6_000);
    expect(await feed.next('TypingStarted')).toMatchObject({ user: { id: ada.userId, displayName: ada.displayName }, expiresAt });
    for (let n = 0; n < 10; n += 1) expect(await startTyping(world.deps, ada, { conversationId: id })).toEqual({ expiresAt });
    const late = await follow(ben);
    expect((await late.next('ConversationSnapshot')).typing).toMatchObject([{ type: 'TypingStarted', user: { id: ada.userId } }]);

    await world.clock.advance(2_000);
    await startTyping(world.deps, ada, { conversationId: id });
    await late.next('TypingStarted');
    await feed.next('TypingStarted');
    expect(feed.items.filter(({ type }) => type === 'TypingStarted')).toHaveLength(2);
  });

  it.runIf(isTurned)('R90: without another word nobody who looks sees it any more', async () => {
    await startTyping(world.deps, ada, { conversationId: id });
    await world.clock.advance(6_000);
    expect((await (await follow(ben)).next('ConversationSnapshot')).typing).toEqual([]);
  });

  it('R90: can be taken back at once, and begun again', async () => {
    const feed = await follow(ben, 1);
    await startTyping(world.deps, ada, { conversationId: id });
    await feed.next('TypingStarted');
    await stopTyping(world.deps, ada, { conversationId: id });
    expect(await feed.next('TypingStopped')).toEqual({ type: 'TypingStopped', userId: ada.userId });
    await stopTyping(world.deps, ada, { conversationId: id });
    await startTyping(world.deps, ada, { conversationId: id });
    await feed.next('TypingStarted');
    expect(feed.items.filter(({ type }) => type === 'TypingStopped')).toHaveLength(1);
  });

  it('P8: takes the right to send', async () => {
    const eve = await world.user('client');
    await expect(startTyping(world.deps, eve, { conversationId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stopTyping(world.deps, eve, { conversationId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.deps.db.prisma.conversation.update({ where: { id }, data: { gate: 'read_only' } });
    await expect(startTyping(world.deps, ada, { conversationId: id })).rejects.toMatchObject({ code: 'CONVERSATION_CLOSED' });
  });
});
