import { countQuickReplyUse, createQuickReply, deleteQuickReply, quickReplies, renderQuickReply, sendMessage, updateQuickReply, upsertAgent } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const site = () => seed(server).client('ada').provider('ben').provider('bea').agent('sam').admin('ann').booking('move').ready();
const reply = { clientId: 'q1', shortcut: 'Thanks', title: 'Thank you', text: 'Thank you, {{ client.name }}! {{me.name}}' };
const make = async (as: Actor, more: object = {}) => (await createQuickReply(as, { ...reply, ...more })).quickReply;
const found = async (as: Actor, args: object = {}): Promise<string[]> => (await quickReplies(as, args)).edges.map(({ node }) => node.shortcut);

describe('quick replies', () => {
  it('R87 P3: a provider makes, changes and deletes their own; each repeated has one effect', async () => {
    const { ben } = (await site()).people;
    const first = await make(ben);
    expect(first).toMatchObject({ shortcut: 'thanks', title: 'Thank you', isShared: false, usageCount: 0, usedAt: null });
    expect((await make(ben)).id).toBe(first.id);
    expect(await outcomeOf(make(ben, { text: 'another' }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await outcomeOf(make(ben, { clientId: 'q2' }))).toBe('CONFLICT');
    const made = await Promise.all([1, 2, 3].map(() => make(ben, { clientId: 'q3', shortcut: 'once' })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    for (const _ of [1, 2]) {
      expect((await updateQuickReply(ben, { quickReplyId: first.id, shortcut: 'ta', title: 'Ta' })).quickReply).toMatchObject({ shortcut: 'ta', title: 'Ta', text: reply.text });
    }
    expect(await outcomeOf(updateQuickReply(ben, { quickReplyId: first.id, shortcut: 'once' }))).toBe('CONFLICT');
    for (const _ of [1, 2]) expect(await deleteQuickReply(ben, { quickReplyId: first.id })).toEqual({ quickReplyId: first.id });
    expect(await outcomeOf(updateQuickReply(ben, { quickReplyId: first.id, title: 'x' }))).toBe('NOT_FOUND');
    expect(await found(ben)).toEqual(['once']);
    expect(await make(ben, { clientId: 'q4', shortcut: 'ta' })).toMatchObject({ shortcut: 'ta' });
  });

  it('R87 P8: providers see their own and the site’s, nobody else’s; clients none; only admins change the site’s', async () => {
    const { people, bookings } = await site();
    const { ada, ben, bea, sam, ann } = people;
    const own = await make(ben);
    const shared = await make(ann, { shortcut: 'welcome', isShared: true });
    expect(await found(ben)).toEqual(['thanks', 'welcome']);
    expect(await found(bea)).toEqual(['welcome']);
    expect(await found(sam)).toEqual(['welcome']);
    expect(await outcomeOf(quickReplies(ada))).toBe('FORBIDDEN');
    expect(await outcomeOf(make(ada))).toBe('FORBIDDEN');
    expect(await outcomeOf(make(ben, { clientId: 'q9', shortcut: 'mine', isShared: true }))).toBe('FORBIDDEN');
    const { conversationId } = bookings.move;
    for (const [as, quickReplyId, code] of [[bea, own.id, 'NOT_FOUND'], [ann, own.id, 'NOT_FOUND'], [ben, shared.id, 'FORBIDDEN'], [ada, shared.id, 'FORBIDDEN'], [(await site()).people.ann, shared.id, 'NOT_FOUND']] as const) {
      expect(await outcomeOf(updateQuickReply(as, { quickReplyId, title: 'x' }))).toBe(code);
      expect(await outcomeOf(deleteQuickReply(as, { quickReplyId }))).toBe(code);
    }
    expect(await outcomeOf(renderQuickReply(bea, { quickReplyId: own.id, conversationId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(renderQuickReply(bea, { quickReplyId: shared.id, conversationId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(updateQuickReply(ann, { quickReplyId: shared.id, title: 'Hello' }))).toBe('ok');
    expect(await found((await site()).people.ben)).toEqual([]);
  });

  it('R15 R118 P8: an agent with the permission makes and changes the site’s, at once and as long as they have it', async () => {
    const { sam, sue, ann } = (await seed(server).agent('sam').agent('sue').admin('ann').ready()).people;
    const shared = await make(ann, { shortcut: 'welcome', isShared: true });
    const change = (as: Actor): Promise<string> => outcomeOf(updateQuickReply(as, { quickReplyId: shared.id, title: 'Hello' }));
    expect(await change(sam)).toBe('FORBIDDEN');
    expect((await upsertAgent(ann, { userId: sam.id, permissions: ['MANAGE_TEMPLATES', 'BULK_ACTIONS', 'MANAGE_TEMPLATES'] })).agent.permissions).toEqual(['MANAGE_TEMPLATES', 'BULK_ACTIONS']);
    expect((await upsertAgent(ann, { userId: sue.id, permissions: ['MANAGE_TAGS'] })).agent.permissions).toEqual(['MANAGE_TAGS']);
    expect([await change(sam), await change(sue)]).toEqual(['ok', 'FORBIDDEN']);
    expect(await outcomeOf(make(sam, { clientId: 'q2', shortcut: 'bye', isShared: true }))).toBe('ok');
    expect((await upsertAgent(ann, { userId: sam.id, maxConversations: 3 })).agent.permissions).toEqual(['MANAGE_TEMPLATES', 'BULK_ACTIONS']);
    expect((await upsertAgent(ann, { userId: sam.id, permissions: [] })).agent.permissions).toEqual([]);
    expect(await change(sam)).toBe('FORBIDDEN');
  });

  it('R118: found by tag and department; out of use it is neither listed nor filled in, until it is put back', async () => {
    const { people, bookings } = await site();
    const { sam, ann } = people;
    const shared = await make(ann, { shortcut: 'refund', isShared: true, tags: [' Money ', 'money', 'Sorry'], department: 'billing' });
    expect(shared).toMatchObject({ tags: ['money', 'sorry'], department: 'billing', isActive: true, createdById: ann.id });
    await make(ann, { clientId: 'q2', shortcut: 'hello', isShared: true });
    expect(await found(sam, { tag: 'MONEY' })).toEqual(['refund']);
    expect(await found(sam, { department: 'billing' })).toEqual(['hello', 'refund']);
    expect(await found(sam, { department: 'sales' })).toEqual(['hello']);
    expect(await outcomeOf(make(ann, { shortcut: 'refund', isShared: true, department: 'billing' }))).toBe('IDEMPOTENCY_CONFLICT');
    for (const _ of [1, 2]) expect((await updateQuickReply(ann, { quickReplyId: shared.id, isActive: false })).quickReply.isActive).toBe(false);
    expect([await found(sam), await found(ann, { isActive: false })]).toEqual([['hello'], ['refund']]);
    const { conversationId } = bookings.move;
    await ann.must('mutation ($input: JoinConversationInput!) { joinConversation(input: $input) { seq } }', { input: { conversationId } });
    expect(await outcomeOf(renderQuickReply(ann, { quickReplyId: shared.id, conversationId }))).toBe('NOT_FOUND');
    expect((await updateQuickReply(ann, { quickReplyId: shared.id, isActive: true, department: '', tags: [] })).quickReply).toMatchObject({ tags: [], department: null, isActive: true });
    expect(await outcomeOf(renderQuickReply(ann, { quickReplyId: shared.id, conversationId }))).toBe('ok');
    for (const more of [{ tags: [''] }, { tags: ['x'.repeat(41)] }, { tags: Array.from({ length: 11 }, (_, n) => `t${n}`) }, { department: 'x'.repeat(61) }]) expect(await outcomeOf(make(ann, { clientId: 'q9', shortcut: 'nine', ...more }))).toBe('INVALID_INPUT');
  });

  it('R87: variables are filled in by the server, for the conversation; what is put in is not looked at again', async () => {
    const { people, bookings } = await site();
    const { ben, ada } = people;
    await ada.must('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }', { input: { displayName: '{{me.name}} <b>$&</b>' } });
    const { id } = await make(ben, { text: '{{client.name}}|{{provider.name}}|{{ booking.title }}|{{booking.startsAt}}|{{me.name}}|{ok}' });
    const text = await renderQuickReply(ben, { quickReplyId: id, conversationId: bookings.move.conversationId });
    expect(text).toBe('{{me.name}} <b>$&</b>|ben|move||ben|{ok}');
    for (const broken of ['{{client.email}}', '{{}}', '{{ constructor }}', '{{__proto__}}', '  ', 'x'.repeat(4_001), '\ud800']) {
      expect(await outcomeOf(make(ben, { clientId: 'b', shortcut: 'b', text: broken })), broken.slice(0, 20)).toBe('INVALID_INPUT');
    }
    for (const shortcut of ['', 'a b', '/x', 'x'.repeat(41)]) expect(await outcomeOf(make(ben, { clientId: 'b', shortcut })), shortcut).toBe('INVALID_INPUT');
    expect(await outcomeOf(make(ben, { clientId: 'b', shortcut: 'b', title: '' }))).toBe('INVALID_INPUT');
  });

  it('R87: found by the beginning of shortcut or title, in pages', async () => {
    const { ben } = (await site()).people;
    for (const [n, shortcut] of ['bye', 'hello', 'hello-again', 'late'].entries()) await make(ben, { clientId: `q${n}`, shortcut, title: shortcut === 'late' ? 'Hell of a jam 100%' : 'x' });
    expect(await found(ben, { prefix: 'HEL' })).toEqual(['hello', 'hello-again', 'late']);
    expect(await found(ben, { prefix: '%' })).toEqual([]);
    const first = await quickReplies(ben, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await found(ben, { after: first.pageInfo.endCursor })).toEqual(['hello-again', 'late']);
    for (const args of [{ first: 0 }, { after: 'nonsense' }, { prefix: 'x'.repeat(41) }]) expect(await outcomeOf(quickReplies(ben, args))).toBe('INVALID_INPUT');
  });

  it('R87 P3: a send counts once, however often it is told, and only the sender’s own', async () => {
    const { people, bookings } = await site();
    const { ben, ada, ann } = people;
    const { conversationId } = bookings.move;
    const own = await make(ben);
    const { message } = await sendMessage(ben, { conversationId, clientId: 'm1', text: 'Thank you' });
    const count = async () => (await countQuickReplyUse(ben, { quickReplyId: own.id, messageId: message.id })).quickReply.usageCount;
    expect(await Promise.all([count(), count(), count()])).toContain(1);
    expect(await count()).toBe(1);
    const next = (await sendMessage(ben, { conversationId, clientId: 'm2', text: 'Thank you' })).message;
    expect((await countQuickReplyUse(ben, { quickReplyId: own.id, messageId: next.id })).quickReply).toMatchObject({ usageCount: 2 });
    const hers = (await sendMessage(ada, { conversationId, clientId: 'm3', text: 'Hi' })).message;
    expect(await outcomeOf(countQuickReplyUse(ben, { quickReplyId: own.id, messageId: hers.id }))).toBe('FORBIDDEN');
    expect(await outcomeOf(countQuickReplyUse(ann, { quickReplyId: own.id, messageId: message.id }))).toBe('NOT_FOUND');
    expect(await outcomeOf(countQuickReplyUse(ben, { quickReplyId: own.id, messageId: 'msg_nothing' }))).toBe('NOT_FOUND');
  });
});
