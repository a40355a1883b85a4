import {
  addParticipant,
  conversation,
  conversationEvents,
  conversations,
  joinConversation,
  leaveConversation,
  messages,
  removeParticipant,
  renameTeamConversation,
  searchMessages,
  sendMessage,
  startDirectConversation,
  startTeamConversation,
  unread,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const site = () => seed(server).client('ada').provider('ben').agent('sam').agent('sue').agent('tom').admin('ann').bot('bob').ready();
const start = async (as: Actor, userIds: readonly string[], more: object = {}) => (await startTeamConversation(as, { clientId: 't1', title: 'Floor two', userIds: [...userIds], ...more })).conversation;

describe('conversations of the team', () => {
  it('R22 P3: agents and admins talk among themselves; beginning again with the same client id is the same conversation', async () => {
    const { sam, sue, ann, tom } = (await site()).people;
    const made = await start(sam, [sue.id, ann.id, sam.id]);
    expect(made).toMatchObject({ kind: 'TEAM', title: 'Floor two', viewer: { role: 'AGENT', canSend: true } });
    expect(made.participants.map(({ user, role }) => [user.displayName, role]).toSorted()).toEqual([['ann', 'ADMIN'], ['sam', 'AGENT'], ['sue', 'AGENT']]);
    const again = await Promise.all([1, 2, 3].map(() => start(sam, [sue.id, ann.id])));
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([made.id]));
    expect(await outcomeOf(start(sam, [sue.id, tom.id]))).toBe('IDEMPOTENCY_CONFLICT');
    await sendMessage(sue, { conversationId: made.id, clientId: 'm1', text: 'lunch?' });
    expect((await unread(ann)).messages).toBe(1);
    expect((await conversations(ann, { kind: 'TEAM' })).edges.map(({ node }) => node.lastMessage?.text)).toEqual(['lunch?']);
    await addParticipant(sue, { conversationId: made.id, userId: tom.id });
    for (const _ of [1, 2]) expect((await renameTeamConversation(tom, { conversationId: made.id, title: 'Floor three' })).conversation.title).toBe('Floor three');
    await leaveConversation(tom, { conversationId: made.id });
    expect(await outcomeOf(messages(tom, { conversationId: made.id }))).toBe('NOT_FOUND');
    expect(await outcomeOf(joinConversation(tom, { conversationId: made.id }))).toBe('NOT_FOUND');
  });

  it('R22 P8: customers can be added by nobody and by no way, and see no trace of it', async () => {
    const { people, service } = await site();
    const { sam, sue, ann, ada, ben, bob } = people;
    for (const { id } of [ada, ben, bob]) expect(await outcomeOf(start(sam, [sue.id, id]))).toBe('FORBIDDEN');
    expect(await outcomeOf(start(sam, [(await site()).people.sue.id]))).toBe('NOT_FOUND');
    for (const as of [ada, ben, service]) expect(await outcomeOf(start(as, [sue.id]))).toBe('FORBIDDEN');
    const { id: conversationId } = await start(sam, [sue.id]);
    await sendMessage(sam, { conversationId, clientId: 'm1', text: 'about a difficult customer' });
    const direct = (await startDirectConversation(sam, { userId: ann.id, clientId: 'd', text: 'about a difficult customer' })).conversation.id;
    for (const at of [conversationId, direct]) {
      for (const as of [ann, service, sam]) for (const { id } of [ada, ben, bob]) expect(await outcomeOf(addParticipant(as, { conversationId: at, userId: id }))).toBe('FORBIDDEN');
      for (const as of [ada, ben]) {
        expect(await conversation(as, { id: at })).toBeNull();
        expect(await outcomeOf(messages(as, { conversationId: at }))).toBe('NOT_FOUND');
        expect(await outcomeOf(conversationEvents(as, { conversationId: at }))).toBe('NOT_FOUND');
        expect(await outcomeOf(sendMessage(as, { conversationId: at, clientId: 'x', text: 'hi' }))).toBe('NOT_FOUND');
        expect(await outcomeOf(joinConversation(as, { conversationId: at }))).toBe('NOT_FOUND');
        expect((await searchMessages(as, { query: 'difficult' })).edges).toEqual([]);
      }
    }
    expect((await searchMessages(sue, { query: 'difficult' })).edges.length).toBe(1);
  });

  it('R22 P8: who works for the site no more loses sight of it, in every list too', async () => {
    const { people, token } = await site();
    const { sam, sue } = people;
    const { id: conversationId } = await start(sam, [sue.id]);
    await sendMessage(sam, { conversationId, clientId: 'm1', text: 'about a difficult customer' });
    const asClient = new Actor(server.url, await token('sue', 'client'));
    expect(await conversation(asClient, { id: conversationId })).toBeNull();
    expect(await outcomeOf(messages(asClient, { conversationId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(sendMessage(asClient, { conversationId, clientId: 'x', text: 'hi' }))).toBe('NOT_FOUND');
    expect((await conversations(asClient)).edges).toEqual([]);
    expect(await unread(asClient)).toEqual({ messages: 0, conversations: 0 });
    expect((await searchMessages(asClient, { query: 'difficult' })).edges).toEqual([]);
    const inbox = (await asClient.socket()).subscribe<{ inboxFeed: { entries: unknown[] } }>('subscription { inboxFeed { ... on InboxSnapshot { entries { conversation { id } } } } }', {});
    expect((await inbox.next()).inboxFeed.entries).toEqual([]);
    expect(await outcomeOf(start(sam, [sue.id], { clientId: 't2' }))).toBe('FORBIDDEN');
  });

  it('R22: what breaks a rule is refused, and nothing is made', async () => {
    const { sam, sue, ann } = (await site()).people;
    for (const [userIds, more] of [[[], {}], [[sam.id], {}], [[sue.id], { title: ' ' }], [[sue.id], { title: 'x'.repeat(121) }], [[sue.id], { clientId: 'no id!' }], [Array.from({ length: 50 }, (_, n) => `usr_${n}`), {}]] as const) {
      expect(await outcomeOf(start(sam, [...userIds], more))).toBe('INVALID_INPUT');
    }
    expect((await conversations(sam, { kind: 'TEAM' })).edges).toEqual([]);
    const { id: conversationId } = await start(sam, [sue.id]);
    expect(await outcomeOf(renameTeamConversation(sam, { conversationId, title: '' }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(removeParticipant(sam, { conversationId, userId: sue.id }))).toBe('FORBIDDEN');
    expect(await outcomeOf(removeParticipant(ann, { conversationId, userId: sue.id }))).toBe('ok');
  });
});
