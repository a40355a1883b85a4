import { ConversationFeedDocument, type ConversationFeedSubscription, joinConversation, showActivity } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { type Actor, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

type Item = ConversationFeedSubscription['conversationFeed'];
const site = async () => {
  const world = await seed(server).client('ada').provider('ben').agent('sam').agent('sue').agent('tom').admin('ann').booking('move').ready();
  const { conversationId } = world.bookings.move;
  for (const agent of [world.people.sam, world.people.sue]) await joinConversation(agent, { conversationId });
  const follow = async (as: Actor) => (await as.socket()).subscribe(ConversationFeedDocument, { conversationId });
  const seenBy = async (as: Actor): Promise<string[]> => {
    const socket = await as.socket();
    const { conversationFeed: first } = await socket.subscribe(ConversationFeedDocument, { conversationId }).next();
    await socket.close();
    return first.__typename === 'ConversationSnapshot' ? first.colleagues.map(({ user, activity }) => `${user.displayName} ${activity}`).toSorted() : [];
  };
  return { ...world, conversationId, follow, seenBy };
};
const isOf = (userId: string, activity: string) => ({ conversationFeed: item }: { conversationFeed: Item }): boolean =>
  item.__typename === 'ColleagueActive' && item.user.id === userId && item.activity === activity;

describe('colleagues at a conversation', () => {
  it('R121: staff see at once who else of them looks or writes, and who does no more; a beginning feed knows it too', async () => {
    const { people, conversationId, follow, seenBy } = await site();
    const { sam, sue, ann } = people;
    const feed = await follow(sue);
    await feed.next();
    const show = async (as: Actor, activity: 'LOOKING' | 'TYPING' | 'AWAY') => (await showActivity(as, { conversationId, activity })).expiresAt;
    const expiresAt = await show(sam, 'LOOKING');
    expect(Date.parse(expiresAt ?? '') - clock.now().getTime()).toBe(12_000);
    await feed.next(isOf(sam.id, 'LOOKING'));
    expect(Date.parse((await show(sam, 'TYPING')) ?? '') - clock.now().getTime()).toBe(6_000);
    await feed.next(isOf(sam.id, 'TYPING'));
    await show(ann, 'LOOKING');
    await feed.next(isOf(ann.id, 'LOOKING'));
    expect(await seenBy(sue)).toEqual(['ann LOOKING', 'sam TYPING']);
    await show(sam, 'LOOKING');
    expect(await seenBy(sue)).toEqual(['ann LOOKING', 'sam LOOKING']);
    expect(await show(sam, 'AWAY')).toBeNull();
    await feed.next(({ conversationFeed: item }) => item.__typename === 'ColleagueGone' && item.userId === sam.id);
    expect(await seenBy(sue)).toEqual(['ann LOOKING']);
  });

  it('R121: the same is told at most every two seconds, and ends by itself, as when the node that knew of it is gone', async () => {
    const { people, conversationId, follow, seenBy } = await site();
    const { sam, sue } = people;
    const feed = await follow(sue);
    await feed.next();
    const first = await showActivity(sam, { conversationId, activity: 'LOOKING' });
    for (let n = 0; n < 5; n += 1) expect(await showActivity(sam, { conversationId, activity: 'LOOKING' })).toEqual(first);
    await clock.advance(2_000);
    expect(await showActivity(sam, { conversationId, activity: 'LOOKING' })).not.toEqual(first);
    await showActivity(sam, { conversationId, activity: 'AWAY' });
    let told = 0;
    await feed.next(({ conversationFeed: item }) => {
      if (item.__typename === 'ColleagueActive') told += 1;
      return item.__typename === 'ColleagueGone';
    });
    expect(told).toBe(2);
    await showActivity(sam, { conversationId, activity: 'LOOKING' });
    await clock.advance(12_001);
    // Redis has a clock of its own.
    await expect.poll(() => seenBy(sue), { timeout: 60_000, interval: 500 }).toEqual([]);
  });

  it('R63 R121 P8: customers never see it, live or at the beginning, and cannot say it; nor can who may not read', async () => {
    const { people, conversationId, follow, seenBy, service } = await site();
    const { sam, ada, ben, tom } = people;
    const feeds = [await follow(ada), await follow(ben)];
    for (const feed of feeds) await feed.next();
    await showActivity(sam, { conversationId, activity: 'TYPING' });
    await ada.must('mutation ($input: StartTypingInput!) { startTyping(input: $input) { expiresAt } }', { input: { conversationId } });
    for (const feed of feeds) {
      const seen: string[] = [];
      await feed.next(({ conversationFeed: { __typename: name } }) => {
        seen.push(name);
        return name === 'TypingStarted';
      });
      expect(seen).not.toContain('ColleagueActive');
    }
    expect([await seenBy(ada), await seenBy(ben)]).toEqual([[], []]);
    const codes = [[ada, 'FORBIDDEN'], [ben, 'FORBIDDEN'], [service, 'FORBIDDEN'], [tom, 'NOT_FOUND'], [(await site()).people.ann, 'NOT_FOUND']] as const;
    for (const [as, code] of codes) expect(await outcomeOf(showActivity(as, { conversationId, activity: 'LOOKING' }))).toBe(code);
  });
});
