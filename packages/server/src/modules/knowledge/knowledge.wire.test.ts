import { article, articles, deleteArticle, matchArticles, rateArticle, searchArticles, upsertAgent, upsertArticle, viewArticle } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../kernel/clock.js';
import { type Actor, expectQueries, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';

let server: TestServer;

beforeAll(async () => {
  // What the clock would do by itself is not counted with the queries.
  server = await startServer({ clock: createTestClock() });
});
afterAll(() => server.close());

/** A site on which sam may write articles and sue may not. */
async function site() {
  const world = await seed(server).client('ada').client('eve').provider('ben').agent('sam').agent('sue').admin('ann').ready();
  await upsertAgent(world.people.ann, { userId: world.people.sam.id, permissions: ['MANAGE_KNOWLEDGE'] });
  return world;
}
const refund = { key: 'refund', title: 'How do I get a refund?', answer: 'Write to us within 14 days.', questions: ['I want my money back', 'Can you return what I paid?'], category: 'money', keywords: ['reimbursement'] };
const key = { key: 'lost-key', title: 'I lost my key', answer: 'We bring another one within the hour.', questions: ['The key is gone', 'Where can I get a second key?'], category: 'keys' };
const write = async (as: Actor, input: Parameters<typeof upsertArticle>[1]) => (await upsertArticle(as, input)).article;
const found = async (as: Actor, query: string, more: object = {}): Promise<string[]> => (await searchArticles(as, { query, ...more })).edges.map(({ node }) => node.key);
const listed = async (as: Actor, more: object = {}): Promise<string[]> => (await articles(as, more)).edges.map(({ node }) => node.key);
const matched = async (as: Actor, text: string, more: object = {}): Promise<string[]> => (await matchArticles(as, { text, ...more })).map((match) => match.article.key);

describe('articles', () => {
  it('R125 R123 P3: admins, back-ends and agents whom they let write by key, once however often it is sent; what is left out stays', async () => {
    const { people, service } = await site();
    const { sam, ann, ada } = people;
    const first = await write(sam, { ...refund, language: 'en-GB', pagePattern: '/prices/*' });
    expect(first).toMatchObject({ ...refund, language: 'en-gb', pagePattern: '/prices/*', isActive: true, viewCount: 0, helpfulCount: 0, unhelpfulCount: 0, wasHelpful: null });
    expect(new Set((await Promise.all([1, 2, 3].map(() => write(ann, key)))).map(({ id }) => id)).size).toBe(1);
    const changed = await write(service, { key: 'refund', answer: 'Write to us.', language: null });
    expect(changed).toMatchObject({ ...refund, id: first.id, answer: 'Write to us.', language: null, pagePattern: '/prices/*' });
    expect(await listed(ada)).toEqual(['refund', 'lost-key']);
    for (const _ of [1, 2]) expect(await deleteArticle(ann, { articleId: first.id })).toEqual({ articleId: first.id });
    expect(await listed(ada)).toEqual(['lost-key']);
    expect(await article(ann, { id: first.id })).toBeNull();
    expect(await write(ann, { key: 'refund', title: 'Refunds', answer: 'Yes.' })).toMatchObject({ id: first.id, questions: [], keywords: [], category: '' });
  });

  it('R123 P8: clients and providers read what is active of their own site, and write nothing', async () => {
    const { people } = await site();
    const { ada, ben, sam } = people;
    const shown = await write(sam, refund);
    const hidden = await write(sam, { ...key, isActive: false });
    for (const as of [ada, ben]) {
      expect(await listed(as)).toEqual(['refund']);
      expect(await found(as, 'key')).toEqual([]);
      expect(await matched(as, 'I lost my key')).not.toContain('lost-key');
      expect(await article(as, { id: hidden.id })).toBeNull();
      expect(await outcomeOf(viewArticle(as, { articleId: hidden.id }))).toBe('NOT_FOUND');
      expect(await outcomeOf(rateArticle(as, { articleId: hidden.id, isHelpful: true }))).toBe('NOT_FOUND');
      expect(await outcomeOf(write(as, refund))).toBe('FORBIDDEN');
      expect(await outcomeOf(deleteArticle(as, { articleId: shown.id }))).toBe('FORBIDDEN');
    }
    const { sue } = people;
    expect(await listed(sue)).toEqual(['refund', 'lost-key']);
    expect(await outcomeOf(write(sue, refund))).toBe('FORBIDDEN');
    expect(await outcomeOf(deleteArticle(sue, { articleId: shown.id }))).toBe('FORBIDDEN');
    expect(await listed(sam, { isActive: false })).toEqual(['lost-key']);
    expect(await listed(ada, { isActive: false })).toEqual([]);
    const other = (await site()).people;
    expect(await article(other.ann, { id: shown.id })).toBeNull();
    expect(await outcomeOf(deleteArticle(other.ann, { articleId: shown.id }))).toBe('NOT_FOUND');
    expect(await listed(other.ann)).toEqual([]);
    expect(await found(other.ann, 'refund')).toEqual([]);
    expect(await matched(other.ann, refund.title)).toEqual([]);
  });

  it('R130 R161 P3: a person counts once as a reader and has one say, whatever they send and however often', async () => {
    const { ada, eve, ben, sam } = (await site()).people;
    const { id: articleId } = await write(sam, refund);
    await Promise.all([1, 2, 3].map(() => viewArticle(ada, { articleId })));
    expect((await viewArticle(ada, { articleId })).article).toMatchObject({ viewCount: 1, wasHelpful: null });
    expect((await viewArticle(sam, { articleId })).article.viewCount).toBe(1);
    await Promise.all([1, 2, 3].map(() => rateArticle(ada, { articleId, isHelpful: true })));
    expect((await rateArticle(ada, { articleId, isHelpful: true })).article).toMatchObject({ viewCount: 1, helpfulCount: 1, unhelpfulCount: 0, wasHelpful: true });
    expect((await rateArticle(ada, { articleId, isHelpful: false })).article).toMatchObject({ helpfulCount: 0, unhelpfulCount: 1, wasHelpful: false });
    await viewArticle(ada, { articleId });
    expect((await rateArticle(eve, { articleId, isHelpful: true })).article).toMatchObject({ viewCount: 2, helpfulCount: 1, unhelpfulCount: 1 });
    expect((await viewArticle(ben, { articleId })).article).toMatchObject({ viewCount: 3, wasHelpful: null });
    expect(await outcomeOf(rateArticle(sam, { articleId, isHelpful: true }))).toBe('FORBIDDEN');
    expect(await write(sam, { key: 'refund', answer: 'Another answer.' })).toMatchObject({ viewCount: 3, helpfulCount: 1, unhelpfulCount: 1 });
  });

  it('R125 R81: lists go by category and language, in pages, at the same number of queries', async () => {
    const { sam, ada } = (await site()).people;
    for (let n = 1; n <= 7; n += 1) await write(sam, { key: `a${n}`, title: `Question ${n}`, answer: 'Yes.', category: n % 2 ? 'odd' : 'even', language: n > 5 ? 'de' : null });
    expect(await listed(ada, { category: 'odd' })).toEqual(['a1', 'a3', 'a5', 'a7']);
    expect(await listed(ada, { language: 'DE' })).toEqual(['a6', 'a7']);
    const page = await articles(ada, { first: 5 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(await listed(ada, { after: page.pageInfo.endCursor })).toEqual(['a6', 'a7']);
    for (const first of [2, 7]) await expectQueries(server.db, 2, () => articles(ada, { first }));
    for (const args of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { category: 'x'.repeat(81) }, { language: 'x y' }]) expect(await outcomeOf(articles(ada, args))).toBe('INVALID_INPUT');
  });

  it('R125: an article that breaks a rule is refused and nothing changed', async () => {
    const { sam, ann } = (await site()).people;
    await write(sam, refund);
    const broken = [
      { key: '' }, { key: 'a b' }, { key: 'x'.repeat(65) }, { title: ' ' }, { title: 'x'.repeat(301) }, { answer: '' }, { answer: 'x'.repeat(4_001) }, { answer: '\ud800' },
      { questions: Array.from({ length: 21 }, (_, n) => `q${n}`) }, { questions: [''] }, { questions: ['x'.repeat(301)] }, { keywords: ['x'.repeat(41)] }, { category: 'x'.repeat(81) },
      { pagePattern: 'prices' }, { pagePattern: `/${'x'.repeat(200)}` }, { language: 'english please' }, { language: '' },
    ];
    for (const fault of broken) expect(await outcomeOf(write(sam, { ...refund, ...fault })), JSON.stringify(fault).slice(0, 60)).toBe('INVALID_INPUT');
    expect(await outcomeOf(upsertArticle(ann, { key: 'new', title: 'No answer' }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(upsertArticle(ann, { key: 'new', answer: 'No title' }))).toBe('INVALID_INPUT');
    expect((await articles(ann)).edges.map(({ node }) => node)).toMatchObject([refund]);
    expect(await outcomeOf(deleteArticle(ann, { articleId: 'art_nothing' }))).toBe('NOT_FOUND');
  });

  it('R125: there is an end to the questions of a site', async () => {
    const { people, site: of } = await site();
    const at = { siteId: of.id, answer: 'Yes.', heading: '', updatedById: people.ann.id, createdAt: new Date(), updatedAt: new Date() };
    const rows = (count: number, questions: number) => Array.from({ length: count }, (_, n) => ({ ...at, id: `art_${of.id}_${questions}_${n}`, key: `k${questions}-${n}`, title: 'T', questions: Array.from({ length: questions }, (_q, q) => `${n} ${q}`) }));
    await server.db.prisma.article.createMany({ data: rows(237, 20) });
    expect(await outcomeOf(write(people.ann, { ...refund, questions: Array.from({ length: 20 }, (_, q) => `q${q}`) }))).toBe('ok');
    expect(await outcomeOf(write(people.ann, { ...key, questions: ['1', '2'] }))).toBe('LIMIT_EXCEEDED');
    expect(await outcomeOf(write(people.ann, { ...key, questions: ['1'] }))).toBe('ok');
    expect(await outcomeOf(write(people.ann, refund))).toBe('ok');
  });

  it('R125: and to their characters, so that learning them has one too', async () => {
    const { people, site: of } = await site();
    const at = { siteId: of.id, answer: 'Yes.', heading: '', updatedById: people.ann.id, createdAt: new Date(), updatedAt: new Date() };
    const rows = Array.from({ length: 49 }, (_, n) => ({ ...at, id: `art_${of.id}_long_${n}`, key: `k${n}`, title: 'T'.repeat(300), questions: Array.from({ length: 20 }, () => 'q'.repeat(290)) }));
    await server.db.prisma.article.createMany({ data: rows });
    expect(await outcomeOf(write(people.ann, { ...refund, questions: ['x'.repeat(300), 'y'.repeat(300)] }))).toBe('ok');
    expect(await outcomeOf(write(people.ann, { ...key, questions: Array.from({ length: 5 }, (_, n) => `${n}${'z'.repeat(299)}`) }))).toBe('LIMIT_EXCEEDED');
  });
});

describe('search of articles', () => {
  it('R126 R123: finds words, beginnings and words a little misspelt; titles before answers, all words before some', async () => {
    const { sam, ada } = (await site()).people;
    await write(sam, refund);
    await write(sam, key);
    await write(sam, { key: 'transfer', title: 'How long does a transfer take?', answer: 'A refund comes by transfer too, within two days.' });
    await write(sam, { key: 'umzug', title: 'Was kostet ein Umzug?', answer: 'Das hängt von der Größe ab.' });
    expect(await found(ada, 'refund')).toEqual(['refund', 'transfer']);
    expect(await found(ada, 'reimbursement')).toEqual(['refund']);
    expect(await found(ada, 'how do i get my money back for this order')).toContain('refund');
    expect((await found(ada, 'second key'))[0]).toBe('lost-key');
    expect((await found(ada, 'transfr'))[0]).toBe('transfer');
    expect(await found(ada, 'umz')).toEqual(['umzug']);
    expect(await found(ada, 'GRÖßE')).toEqual(['umzug']);
    expect(await found(ada, 'hängt')).toEqual(['umzug']);
    expect(await found(ada, 'refund', { category: 'money' })).toEqual(['refund']);
    expect(await found(ada, 'giraffe')).toEqual([]);
    const changed = await write(sam, { key: 'umzug', title: 'Giraffe?', answer: 'No.' });
    expect(await found(ada, 'giraffe')).toEqual(['umzug']);
    expect(await found(ada, 'umzug')).toEqual([]);
    await deleteArticle(sam, { articleId: changed.id });
    expect(await found(ada, 'giraffe')).toEqual([]);
  });

  it('R125 R126: language and page narrow it; pages of hits go on behind a cursor at two queries each', async () => {
    const { sam, ada } = (await site()).people;
    await write(sam, { key: 'any', title: 'Piano', answer: 'x' });
    await write(sam, { key: 'pt', title: 'Piano', answer: 'x', language: 'pt' });
    await write(sam, { key: 'priced', title: 'Piano', answer: 'x', pagePattern: '/pri_es/*/big' });
    expect((await found(ada, 'piano', { language: 'pt-BR' })).toSorted()).toEqual(['any', 'priced', 'pt']);
    expect((await found(ada, 'piano', { language: 'de' })).toSorted()).toEqual(['any', 'priced']);
    expect((await found(ada, 'piano', { page: 'https://vans.example/pri_es/a/b/big?x=1' })).toSorted()).toEqual(['any', 'priced', 'pt']);
    for (const page of ['/prices/a/big', '/pri_es/big', '/pri_es/a/bigger']) expect(await found(ada, 'piano', { page }), page).not.toContain('priced');
    const first = await searchArticles(ada, { query: 'piano', first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await found(ada, 'piano', { after: first.pageInfo.endCursor });
    expect([...first.edges.map(({ node }) => node.key), ...rest].toSorted()).toEqual(['any', 'priced', 'pt']);
    for (const size of [1, 3]) await expectQueries(server.db, 3, () => searchArticles(ada, { query: 'piano', first: size }));
  });

  it('R126: a search that breaks a rule is refused, and nothing in one is an operator', async () => {
    const { ada } = (await site()).people;
    for (const args of [{ query: '' }, { query: ' !! ' }, { query: 'x'.repeat(201) }, { query: 'a\u0000' }, { query: 'a', first: 0 }, { query: 'a', after: 'b' }, { query: 'a', page: '/'.repeat(2_049) }]) {
      expect(await outcomeOf(searchArticles(ada, args)), JSON.stringify(args).slice(0, 60)).toBe('INVALID_INPUT');
    }
    for (const query of ["'); drop table article; --", 'a & | ! b', ':*', 'x:A', '<->y', '%', "\\'a", 'ﷺ word']) expect(['ok', 'INVALID_INPUT']).toContain(await outcomeOf(searchArticles(ada, { query })));
  });
});

describe('matching of articles', () => {
  it('R126 R129: answers with a score from 0 to 1, and knows at once what was changed', async () => {
    const { sam, ada } = (await site()).people;
    expect(await matchArticles(ada, { text: 'anything' })).toEqual([]);
    await write(sam, refund);
    const { id } = await write(sam, key);
    const [best, ...others] = await matchArticles(ada, { text: 'i would like my money back please' });
    expect(best).toMatchObject({ article: { key: 'refund' } });
    expect(best?.score).toBeGreaterThan(0.5);
    for (const { score } of others) expect(score).toBeLessThan(best?.score ?? 0);
    expect((await matchArticles(ada, { text: 'what is the weather like' }))[0]?.score ?? 0).toBeLessThan(0.2);
    expect(await matchArticles(ada, { text: '👋' })).toEqual([]);
    expect((await matched(ada, 'my key is gone'))[0]).toBe('lost-key');
    await write(sam, { key: 'lost-key', questions: ['The piano is out of tune'] });
    expect((await matched(ada, 'piano out of tune'))[0]).toBe('lost-key');
    await deleteArticle(sam, { articleId: id });
    expect(await matched(ada, 'piano out of tune')).not.toContain('lost-key');
    await expectQueries(server.db, 3, () => matchArticles(ada, { text: 'money back' }));
  });

  it('R125: an article for certain pages, or in another language, does not answer elsewhere', async () => {
    const { sam, ada } = (await site()).people;
    await write(sam, { ...refund, pagePattern: '/shop*', language: 'en' });
    expect(await matched(ada, refund.title)).toEqual([]);
    expect(await matched(ada, refund.title, { page: 'https://vans.example/shop/cart', language: 'en-US' })).toEqual(['refund']);
    expect(await matched(ada, refund.title, { page: '/shop', language: 'fr' })).toEqual([]);
    for (const args of [{ text: 'x'.repeat(4_001) }, { text: 'a', first: 0 }, { text: 'a', language: '!' }]) expect(await outcomeOf(matchArticles(ada, args))).toBe('INVALID_INPUT');
  });

  it('R129: another node answers out of what this one has changed', async () => {
    if (server.stack === 'embedded') return;
    const { sam, ada } = (await site()).people;
    await server.addNode();
    const [, second = ''] = server.urls;
    await write(sam, refund);
    expect(await matched(ada.at(second), refund.title)).toEqual(['refund']);
    await write(sam, { ...refund, key: 'other', title: 'Where is my van?', questions: [] });
    expect((await matched(ada.at(second), 'where is my van'))[0]).toBe('other');
  });
});
