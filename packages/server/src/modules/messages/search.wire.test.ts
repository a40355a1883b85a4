import { deleteMessage, editMessage, searchMessages, sendMessage, sendSystemMessage } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, expectQueries, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';
import { parseSearch, snippetOf } from './search-words.js';

let server: TestServer;
let sent = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const site = () => seed(server).client('ada').provider('ben').agent('sam').admin('ann').client('eve').booking('move').booking('other').ready();

const say = async (as: Actor, conversationId: string, text: string, more: object = {}) =>
  (await sendMessage(as, { conversationId, clientId: `s${(sent += 1)}`, text, ...more })).message;
const found = async (as: Actor, query: string, more: object = {}): Promise<string[]> => (await searchMessages(as, { query, ...more })).edges.map(({ node }) => node.message.text);

describe('message search', () => {
  it('R80: finds words, phrases and parts of words, in one conversation and in all, best or newest first', async () => {
    const { people, bookings } = await site();
    const { ada, ben } = people;
    const { conversationId } = bookings.move;
    await say(ada, conversationId, 'The piano goes to the cellar');
    await say(ben, conversationId, 'Pianos need three people; a piano is heavy, a piano is dear');
    await say(ada, bookings.other.conversationId, 'A grand Piano!');
    await say(ada, conversationId, 'Straße 12, кот, 東京タワー');
    expect((await found(ada, 'piano')).toSorted()).toEqual(['A grand Piano!', 'Pianos need three people; a piano is heavy, a piano is dear', 'The piano goes to the cellar']);
    expect(await found(ada, 'piano', { conversationId, orderBy: 'NEWEST' })).toEqual(['Pianos need three people; a piano is heavy, a piano is dear', 'The piano goes to the cellar']);
    expect((await found(ada, 'piano', { conversationId }))[0]).toMatch(/^Pianos/);
    expect(await found(ada, 'ella')).toEqual(['The piano goes to the cellar']);
    expect(await found(ada, 'HEAV peopl')).toHaveLength(1);
    expect(await found(ada, '"grand piano"')).toEqual(['A grand Piano!']);
    expect(await found(ada, '"piano grand"')).toEqual([]);
    expect(await found(ada, 'piano -grand -heavy')).toEqual(['The piano goes to the cellar']);
    expect(await found(ada, 'cellar or grand')).toHaveLength(2);
    for (const word of ['straße', 'КОТ', '東京タワー', '12']) expect(await found(ada, word), word).toHaveLength(1);
  });

  it('R80: a hit says where the words stand, by offsets and with no markup', async () => {
    const { people, bookings } = await site();
    const text = `<b>&amp;</b> 👋🏽 ${'long before '.repeat(20)}the Wardrobe stands <script> ${'and long after '.repeat(20)}`;
    await say(people.ada, bookings.move.conversationId, text);
    const [edge] = (await searchMessages(people.ben, { query: 'wardrobe' })).edges;
    const { snippet, highlights } = edge?.node ?? { snippet: '', highlights: [] };
    expect(text).toContain(snippet);
    expect(snippet.length).toBeLessThanOrEqual(160);
    expect(highlights.map(({ start, end }) => snippet.slice(start, end))).toEqual(['Wardrobe']);
    for (const broken of ['a.c', '(x', '[', 'c++', 'a\\b', '50%', 'a_b', 'x-y']) expect(() => snippetOf('text a.c', { wanted: [broken] })).not.toThrow();
    expect(snippetOf('👋'.repeat(200), parseSearch('xyz')).text).not.toMatch(/\p{Surrogate}/u);
  });

  it('R80 R73: deleted text is not found, and of edited text the new one alone', async () => {
    const { people, bookings } = await site();
    const { ada } = people;
    const { conversationId } = bookings.move;
    const gone = await say(ada, conversationId, 'secret marmalade');
    const edited = await say(ada, conversationId, 'blue curtains');
    await deleteMessage(ada, { messageId: gone.id });
    await editMessage(ada, { messageId: edited.id, clientId: 'e1', text: 'green curtains' });
    for (const query of ['marmalade', 'armala', 'blue']) expect(await found(ada, query), query).toEqual([]);
    expect(await found(ada, 'green')).toEqual(['green curtains']);
    // A tombstone has no text, so it is without any word too.
    expect(await found(ada, 'green or -nothing')).toEqual(['green curtains']);
  });

  it('R80 R63 P8: everybody finds what they may read and nothing else', async () => {
    const { people, bookings, service } = await site();
    const { ada, ben, sam, ann, eve } = people;
    const { conversationId } = bookings.move;
    await sam.must('mutation ($input: JoinConversationInput!) { joinConversation(input: $input) { seq } }', { input: { conversationId, reason: 'help' } });
    await say(ada, conversationId, 'lantern for all');
    await say(sam, conversationId, 'lantern for staff', { audience: 'STAFF' });
    await say(ben, conversationId, 'lantern for providers', { audience: 'PROVIDER' });
    await sendSystemMessage(service, { conversationId, clientId: 'sys', text: 'lantern of the system' });
    const all = ['lantern for all', 'lantern for providers', 'lantern for staff'];
    for (const [as, texts] of [[ada, ['lantern for all']], [ben, ['lantern for all', 'lantern for providers']], [sam, all], [ann, all], [service, all], [eve, []]] as const) {
      for (const query of ['lantern', 'anter']) expect((await found(as, query)).toSorted()).toEqual(texts);
    }
    expect(await outcomeOf(searchMessages(eve, { query: 'lantern', conversationId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(searchMessages((await site()).people.ann, { query: 'lantern', conversationId }))).toBe('NOT_FOUND');
    expect(await found((await site()).people.ann, 'lantern')).toEqual([]);
    await bookings.move.become('REQUESTED');
    expect(await found(ada, 'lantern')).toEqual([]);
    expect(await found(sam, 'lantern')).toHaveLength(3);
  });

  it('R80 R81: pages go on behind a cursor in both orders, with one statement whatever their length', async () => {
    const { people, bookings } = await site();
    for (let n = 1; n <= 7; n += 1) await say(people.ada, bookings.move.conversationId, `teapot ${n} ${'teapot '.repeat(n % 3)}`);
    for (const orderBy of ['NEWEST', 'RELEVANCE'] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof searchMessages>> = await searchMessages(people.ada, { query: 'teapot', orderBy, first: 3, after });
        seen.push(...page.edges.map(({ node }) => node.message.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(new Set(seen).size, orderBy).toBe(7);
      expect(seen).toHaveLength(7);
    }
    for (const first of [2, 7]) await expectQueries(server.db, 1, () => searchMessages(people.ada, { query: 'teapot', first }));
  });

  it('R80: a search that breaks a rule is refused', async () => {
    const { ada } = (await site()).people;
    const refused = [{ query: '' }, { query: ' ' }, { query: '"" - !!' }, { query: '-only' }, { query: '((((' }, { query: 'x'.repeat(201) }, { query: 'a\u0000b' }, { query: '\ud800' }];
    for (const args of refused) expect(await outcomeOf(searchMessages(ada, args)), JSON.stringify(args)).toBe('INVALID_INPUT');
    for (const args of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }]) expect(await outcomeOf(searchMessages(ada, { query: 'word', ...args }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(searchMessages(ada, { query: 'word', conversationId: 'cnv_nothing' }))).toBe('NOT_FOUND');
    for (const query of ["'); drop table message; --", '"unbalanced', '%%%abc', '\\\\abc', 'a & b | !c', ':*abc', '<-> abc']) {
      expect(await outcomeOf(searchMessages(ada, { query })), query).toBe('ok');
    }
  });
});
