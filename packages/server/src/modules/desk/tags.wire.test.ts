import {
  addNote,
  conversationTags,
  createTag,
  deleteTag,
  startDirectConversation,
  tagConversation,
  tags,
  untagConversation,
  updateTag,
  upsertAgent,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, outcomeOf, recordQueries, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const JOIN = 'mutation ($input: JoinConversationInput!) { joinConversation(input: $input) { seq } }';
const site = async () => {
  const world = await seed(server).client('ada').provider('ben').agent('sam').agent('sue').admin('ann').booking('move').ready();
  const { conversationId } = world.bookings.move;
  await world.people.sam.must(JOIN, { input: { conversationId } });
  return { ...world, conversationId };
};
const make = async (as: Actor, name: string, color = '#1F8A70') => (await createTag(as, { name, color })).tag;
const names = async (as: Actor, args: object = {}): Promise<string[]> => (await tags(as, args)).edges.map(({ node }) => node.name);

describe('tags', () => {
  it('R119 P3: who may makes, renames and deletes them; each repeated has one effect, and a word is there once', async () => {
    const { ann, sam } = (await site()).people;
    const urgent = await make(ann, '  Urgent  now ');
    expect(urgent).toMatchObject({ name: 'Urgent now', color: '#1f8a70' });
    expect((await make(ann, 'urgent NOW')).id).toBe(urgent.id);
    expect(await outcomeOf(make(ann, 'urgent now', '#000000'))).toBe('CONFLICT');
    expect(new Set((await Promise.all([1, 2, 3].map(() => make(ann, 'once')))).map(({ id }) => id)).size).toBe(1);
    expect(await outcomeOf(updateTag(ann, { tagId: urgent.id, name: 'Once' }))).toBe('CONFLICT');
    for (const _ of [1, 2]) expect((await updateTag(ann, { tagId: urgent.id, name: 'Refund', color: '#ABCDEF' })).tag).toEqual({ id: urgent.id, name: 'Refund', color: '#abcdef' });
    expect(await names(sam)).toEqual(['once', 'Refund']);
    expect(await names(sam, { prefix: 'REF' })).toEqual(['Refund']);
    expect(await names(sam, { prefix: '%' })).toEqual([]);
    const page = await tags(sam, { first: 1 });
    expect(await names(sam, { first: 1, after: page.pageInfo.endCursor })).toEqual(['Refund']);
    for (const _ of [1, 2]) expect(await deleteTag(ann, { tagId: urgent.id })).toEqual({ tagId: urgent.id });
    expect(await outcomeOf(updateTag(ann, { tagId: urgent.id, name: 'x' }))).toBe('NOT_FOUND');
    expect(await names(sam)).toEqual(['once']);
    expect((await make(ann, 'refund')).id).not.toBe(urgent.id);
  });

  it('R15 R119 P8: staff use them, an agent makes them with the permission alone; nobody else sees that there are any', async () => {
    const { people, conversationId, service } = await site();
    const { ann, sam, sue, ada, ben } = people;
    const tag = await make(ann, 'Urgent');
    expect(await outcomeOf(make(sam, 'Mine'))).toBe('FORBIDDEN');
    await upsertAgent(ann, { userId: sam.id, permissions: ['MANAGE_TAGS'] });
    expect(await outcomeOf(make(sam, 'Mine'))).toBe('ok');
    expect(await outcomeOf(deleteTag(sue, { tagId: tag.id }))).toBe('FORBIDDEN');
    const other = (await site()).people.ann;
    const put = (as: Actor): Promise<string> => outcomeOf(tagConversation(as, { conversationId, tagId: tag.id }));
    expect([await put(ada), await put(ben), await put(sue), await put(other)]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await outcomeOf(untagConversation(ben, { conversationId, tagId: tag.id }))).toBe('FORBIDDEN');
    expect([await put(sam), await put(ann), await put(service)]).toEqual(['ok', 'ok', 'ok']);
    expect((await conversationTags(ann, { conversationId })).map(({ name }) => name)).toEqual(['Urgent']);
    for (const [as, code] of [[ada, 'FORBIDDEN'], [sue, 'NOT_FOUND'], [other, 'NOT_FOUND']] as const) expect(await outcomeOf(conversationTags(as, { conversationId }))).toBe(code);
    for (const as of [ada, ben]) expect(await outcomeOf(tags(as))).toBe('FORBIDDEN');
    expect(await outcomeOf(tagConversation(sam, { conversationId, tagId: (await make(other, 'x')).id }))).toBe('NOT_FOUND');
    for (const [name, color] of [['', '#000000'], ['x'.repeat(41), '#000000'], ['a', 'red'], ['a', '#12345'], ['\ud800', '#000000']] as const) {
      expect(await outcomeOf(make(ann, name, color)), `${name} ${color}`).toBe('INVALID_INPUT');
    }
  });

  it('R119 P2 P3 P8: what staff put on and take off reaches staff with the feed, whichever way, and customers by no way', async () => {
    const { people, service, conversationId } = await site();
    const { ann, sam, ada, ben } = people;
    const [vip, slow] = [await make(ann, 'Vip-word'), await make(ann, 'Slow-word')];
    await verifyFeed({
      conversationId,
      service,
      viewers: { ada, ben, sam, ann },
      secrets: [{ text: 'Vip-word', hiddenFrom: ['ada', 'ben'] }, { text: 'Slow-word', hiddenFrom: ['ada', 'ben'] }],
      act: async () => {
        const first = await tagConversation(sam, { conversationId, tagId: vip.id });
        const again = await tagConversation(ann, { conversationId, tagId: vip.id });
        expect([again.seq, again.tags]).toEqual([first.seq, first.tags]);
        await addNote(sam, { conversationId, clientId: 'n1', text: 'note' });
        expect((await tagConversation(ann, { conversationId, tagId: slow.id })).tags.map(({ name }) => name)).toEqual(['Slow-word', 'Vip-word']);
        for (const _ of [1, 2]) expect((await untagConversation(sam, { conversationId, tagId: vip.id })).tags.map(({ name }) => name)).toEqual(['Slow-word']);
      },
    });
  });

  it('R119: at most 20 on one conversation; a deleted one is on none', async () => {
    const { people, conversationId } = await site();
    const { ann, sam } = people;
    const made = [];
    for (let n = 0; n < 21; n += 1) made.push(await make(ann, `t${n}`));
    for (const { id } of made.slice(0, 20)) await tagConversation(sam, { conversationId, tagId: id });
    const last = made[20]?.id ?? '';
    expect(await outcomeOf(tagConversation(sam, { conversationId, tagId: last }))).toBe('LIMIT_EXCEEDED');
    await deleteTag(ann, { tagId: made[0]?.id ?? '' });
    expect((await conversationTags(sam, { conversationId })).length).toBe(19);
    expect((await tagConversation(sam, { conversationId, tagId: last })).tags.length).toBe(20);
    expect(await outcomeOf(tagConversation(sam, { conversationId, tagId: made[0]?.id ?? '' }))).toBe('NOT_FOUND');
    const { statements } = await recordQueries(server.db, () => tags(sam));
    expect(statements.filter((text) => text.includes('tag')).length).toBe(1);
  });

  it('R63 R119: the inbox of a customer does not move when staff tag', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    const { conversation } = await startDirectConversation(ada, { userId: sam.id, clientId: 'd', text: 'help' });
    const before = await ada.must('query { conversations(kind: DIRECT) { edges { node { lastActivityAt lastMessage { seq } viewer { unreadCount } } } } }');
    await tagConversation(sam, { conversationId: conversation.id, tagId: (await make(ann, 'Quiet')).id });
    expect(await ada.must('query { conversations(kind: DIRECT) { edges { node { lastActivityAt lastMessage { seq } viewer { unreadCount } } } } }')).toEqual(before);
  });
});
