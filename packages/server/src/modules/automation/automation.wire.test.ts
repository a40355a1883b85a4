import {
  articles,
  automation,
  chooseAnswer,
  deleteMessage,
  endSupport,
  messages,
  searchArticles,
  sendMessage,
  startSupport,
  supportCase,
  talkToHuman,
  updateAutomation,
  upsertAgent,
  upsertArticle,
  upsertQueue,
  upsertSchedule,
  upsertUser,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { type Actor, outcomeOf, type Person, seed, startServer, type TestServer } from '../../testing/index.js';
import { factsOf } from './facts.js';
import { startAutomation, stopAutomation } from './index.js';
import { takeTurn } from './turn.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const ARTICLES = [
  { key: 'refund', title: 'How do I get a refund?', answer: 'Write to us within 14 days.', questions: ['I want my money back', 'Can you return what I paid?', 'The refund has not come'] },
  { key: 'key', title: 'I lost my key', answer: 'We bring another one within the hour.', questions: ['The key is gone', 'Where can I get a second key?', 'I need another key'] },
  { key: 'piano', title: 'Do you move pianos?', answer: 'Yes, with three people.', questions: ['Can you carry a piano up the stairs?', 'What does it cost to move a grand piano?'] },
] as const;

let asked = 0;
const ask = async (customer: Actor, text: string | null, more: object = {}) => (await startSupport(customer, { clientId: `ask-${(asked += 1)}`, text, ...more })).case;
const say = (customer: Actor, conversationId: string, text: string) => sendMessage(customer, { conversationId, clientId: `say-${(asked += 1)}`, text });

/** A site whose queue begins with the bot. */
async function site(settings: Parameters<typeof updateAutomation>[1] = {}) {
  const { people } = await seed(server).admin('ann').agent('sam').client('ada').client('eve').ready();
  await upsertQueue(people.ann, { key: 'help', name: 'Help', isBotFirst: true });
  await upsertQueue(people.ann, { key: 'people', name: 'People' });
  for (const { questions, ...article } of ARTICLES) await upsertArticle(people.ann, { ...article, questions: [...questions] });
  await updateAutomation(people.ann, { handOverText: 'Passing you on.', ...settings });
  return people;
}

interface Said {
  readonly text: string;
  readonly kind: string | null;
  readonly id: string;
  readonly automation: Record<string, unknown>;
}

/** Everything in a conversation in order, with what automation says of each. */
async function said(as: Actor, conversationId: string): Promise<Said[]> {
  const page = await messages(as, { conversationId, last: 50 });
  return page.edges.map(({ node }) => {
    const metadata: { automation?: Record<string, unknown> } = typeof node.metadata === 'object' && node.metadata !== null ? node.metadata : {};
    const { automation: of = {} } = metadata;
    return { text: node.text, kind: typeof of['kind'] === 'string' ? of['kind'] : null, id: node.id, automation: of };
  });
}

const kinds = async (as: Actor, conversationId: string): Promise<(string | null)[]> => (await said(as, conversationId)).map(({ kind }) => kind);
const soon = (as: Actor, conversationId: string) => expect.poll(() => kinds(as, conversationId));

/** Turns the clock by seconds, a sweep at a time. */
async function turn(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) await clock.advance(5_000);
}

describe('the FAQ bot', () => {
  it('R126 R128 R247: answers what it knows, with the article’s own text, and stays in control', async () => {
    const { ada, ann } = await site();
    const { id, conversationId, control } = await ask(ada, 'i want my money back please');
    expect(control).toBe('BOT');
    await soon(ada, conversationId).toEqual([null, 'answer']);
    const [question, answer] = await said(ada, conversationId);
    expect(answer).toMatchObject({ text: 'Write to us within 14 days.', automation: { title: 'How do I get a refund?', answers: question?.id } });
    const sent = (await messages(ada, { conversationId, last: 1 })).edges[0]?.node;
    expect(sent).toMatchObject({ kind: 'TEXT', origin: 'AUTOMATED', sender: { role: 'BOT', displayName: 'Bot', isGuest: false } });
    expect(answer?.automation['score']).toBeGreaterThan(0.5);
    expect(await supportCase(ada, { id })).toMatchObject({ control: 'BOT', status: 'QUEUED', agent: null });
    await say(ada, conversationId, 'and I lost my key');
    await soon(ada, conversationId).toEqual([null, 'answer', null, 'answer']);
    const [refund] = (await searchArticles(ann, { query: 'refund' })).edges;
    expect(refund?.node).toMatchObject({ viewCount: 1 });
  });

  it('R9 R127 R247: each site has one bot, whose name the site chooses; what it says and hands over is its, a welcome is the system’s', async () => {
    const { ada, ann, sam } = await site({ welcomeText: 'Welcome.' });
    const { id, conversationId } = await ask(ada, 'I lost my key');
    await soon(ada, conversationId).toEqual([null, 'welcome', 'answer']);
    const { user: bot } = await upsertUser(ann, { externalId: 'system:bot', role: 'BOT', displayName: 'Robo' });
    await say(ada, conversationId, 'what about the weather in lisbon');
    await soon(ada, conversationId).toEqual([null, 'welcome', 'answer', null, 'handOver']);
    const senders = (await messages(ada, { conversationId, last: 50 })).edges.map(({ node: { sender } }) => [sender.role, sender.displayName]);
    expect(senders.slice(1)).toEqual([['SYSTEM', expect.any(String)], ['BOT', 'Robo'], ['CLIENT', 'ada'], ['BOT', 'Robo']]);
    expect(await supportCase(ada, { id })).toMatchObject({ control: 'QUEUE' });
    const handed = await server.db.prisma.event.findFirstOrThrow({ where: { conversationId, type: 'CaseUpdated', actorId: bot.id } });
    expect(handed.audience).toBe('all');
    expect(await server.db.prisma.user.count({ where: { siteId: handed.siteId, role: 'bot' } })).toBe(1);
    expect(await outcomeOf(upsertUser(ann, { externalId: 'system:bot', role: 'CLIENT' }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(upsertUser(sam, { externalId: 'system:bot', role: 'BOT' }))).toBe('FORBIDDEN');
  });

  it('R127 R247: between two scores it asks; a choice becomes a message and is answered, once', async () => {
    const { ada, eve, ann } = await site({ answerFrom: 1, offerFrom: 0, maxChoices: 2 });
    const { id, conversationId } = await ask(ada, 'refund for a lost key');
    await soon(ada, conversationId).toEqual([null, 'choices']);
    const choices = (await said(ada, conversationId))[1];
    expect(choices?.text).toMatch(/^Did you mean one of these\?\n• .+\n• .+$/);
    expect(choices?.automation['choices']).toHaveLength(2);
    const [refund] = (await searchArticles(ann, { query: 'refund' })).edges;
    const input = { messageId: choices?.id ?? '', articleId: refund?.node.id ?? '' };
    const chosen = await Promise.all([1, 2, 3].map(() => chooseAnswer(ada, input)));
    expect(new Set(chosen.map(({ messageId }) => messageId)).size).toBe(1);
    expect(chosen.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1);
    await soon(ada, conversationId).toEqual([null, 'choices', 'choice', 'answer']);
    await turn(10);
    expect((await said(ada, conversationId)).map(({ text }) => text).slice(2)).toEqual(['How do I get a refund?', 'Write to us within 14 days.']);
    expect(await outcomeOf(chooseAnswer(ada, { ...input, articleId: 'art_none' }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(chooseAnswer(ada, { ...input, messageId: chosen[0]?.messageId ?? '' }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(chooseAnswer(eve, input))).toBe('NOT_FOUND');
    expect(await outcomeOf(chooseAnswer(ann, input))).toBe('FORBIDDEN');
    await endSupport(ada, { caseId: id });
    expect(await chooseAnswer(ada, input)).toMatchObject({ isDuplicate: true, messageId: chosen[0]?.messageId });
    const others = (await articles(ann)).edges.map(({ node }) => node.id).filter((articleId) => articleId !== input.articleId);
    expect((await Promise.all(others.map((articleId) => outcomeOf(chooseAnswer(ada, { ...input, articleId }))))).toSorted()).toEqual(['CONVERSATION_CLOSED', 'INVALID_INPUT']);
  });

  it('R127 R247: below it hands over to the queue, and says nothing more', async () => {
    const { ada } = await site();
    const { id, conversationId } = await ask(ada, 'what about the weather in lisbon');
    await soon(ada, conversationId).toEqual([null, 'handOver']);
    expect((await said(ada, conversationId))[1]?.text).toBe('Passing you on.');
    expect(await supportCase(ada, { id })).toMatchObject({ control: 'QUEUE', status: 'QUEUED' });
    await say(ada, conversationId, 'I want my money back');
    await turn(10);
    expect(await kinds(ada, conversationId)).toEqual([null, 'handOver', null]);
  });

  it('R127 P3: the customer gets a person when they ask for one, and nobody else asks for them', async () => {
    const { ada, eve, sam } = await site();
    const { id, conversationId } = await ask(ada, null);
    expect(await outcomeOf(talkToHuman(eve, { caseId: id }))).toBe('NOT_FOUND');
    expect(await outcomeOf(talkToHuman(sam, { caseId: id }))).toBe('FORBIDDEN');
    expect(await outcomeOf(talkToHuman(ada, { caseId: 'case_none' }))).toBe('NOT_FOUND');
    const asking = await Promise.all([1, 2, 3].map(() => talkToHuman(ada, { caseId: id })));
    for (const { case: now } of asking) expect(now).toMatchObject({ id, control: 'QUEUE', status: 'QUEUED' });
    expect(await kinds(ada, conversationId)).toEqual(['handOver']);
    await say(ada, conversationId, 'I lost my key');
    await turn(10);
    expect(await kinds(ada, conversationId)).toEqual(['handOver', null]);
  });

  it('R127: switched off, without articles, or with an article that is gone, it hands over', async () => {
    const { ada, ann } = await site({ isBotOn: false, handOverText: '' });
    const { id, conversationId } = await ask(ada, 'I lost my key');
    await expect.poll(async () => (await supportCase(ada, { id }))?.control).toBe('QUEUE');
    expect(await kinds(ada, conversationId)).toEqual([null]);
    await updateAutomation(ann, { isBotOn: true });
    for (const { key } of ARTICLES) await upsertArticle(ann, { key, isActive: false });
    const second = await ask(ada, 'I lost my key');
    await expect.poll(async () => (await supportCase(ada, { id: second.id }))?.control).toBe('QUEUE');
  });

  it('R247 R126: an answer longer than a message may be is cut, and one in another language or for another page is not given', async () => {
    const { ada, ann } = await site();
    await upsertArticle(ann, { key: 'key', answer: 'x'.repeat(4_000), language: 'de', pagePattern: '/keys/*' });
    await server.db.prisma.site.updateMany({ data: { settings: { maxMessageLength: 100, welcomeMessage: '' } } });
    const right = await ask(ada, 'I lost my key', { language: 'de-AT', page: 'https://vans.example/keys/1' });
    await soon(ada, right.conversationId).toEqual([null, 'answer']);
    expect((await said(ada, right.conversationId))[1]?.text).toMatch(/^x{99}…$/);
    const wrong = await ask(ada, 'I lost my key', { language: 'en', page: 'https://vans.example/keys/1' });
    await soon(ada, wrong.conversationId).toEqual([null, 'handOver']);
    await server.db.prisma.site.updateMany({ data: { settings: { welcomeMessage: '' } } });
  });
});

describe('the FAQ bot and what may go wrong', () => {
  it('R247 P3: a message that a node committed before it died is answered by the next, and none is answered again', async () => {
    const { ada } = await site();
    await stopAutomation(server.deps);
    const { conversationId } = await ask(ada, 'I lost my key');
    const second = await ask(ada, 'do you move pianos');
    expect(await kinds(ada, conversationId)).toEqual([null]);
    for (const _ of [1, 2]) {
      // A new node has worked on nothing yet and finds by its position what is left.
      startAutomation(server.deps);
      await soon(ada, conversationId).toEqual([null, 'answer']);
      await soon(ada, second.conversationId).toEqual([null, 'answer']);
      await turn(10);
      await stopAutomation(server.deps);
    }
    startAutomation(server.deps);
    for (const text of ['I want my money back', 'do you move pianos']) await say(ada, conversationId, text);
    await expect.poll(async () => (await kinds(ada, conversationId)).filter((kind) => kind === 'answer').length).toBe(3);
  });

  it('R247: what it thought of while an agent took over is not said', async () => {
    const { ada, sam } = await site();
    await stopAutomation(server.deps);
    const { id, conversationId } = await ask(ada, 'I lost my key');
    const facts = await factsOf(server.deps, conversationId);
    const [question] = await said(ada, conversationId);
    if (!facts || !question) throw new Error('there is no question');
    for (const [control, status, agentId] of [['agent', 'open', sam.id], ['queue', 'queued', null], ['bot', 'closed', null]] as const) {
      await server.db.prisma.supportCase.update({ where: { id }, data: { control, status, agentId } });
      await takeTurn(server.deps, facts, question.id);
      expect(await kinds(ada, conversationId), control).toEqual([null]);
    }
    await server.db.prisma.supportCase.update({ where: { id }, data: { control: 'bot', status: 'queued', agentId: null } });
    await Promise.all([1, 2, 3].map(() => takeTurn(server.deps, facts, question.id)));
    expect(await kinds(ada, conversationId)).toEqual([null, 'answer']);
    startAutomation(server.deps);
  });

  it('R247: a question that was taken back is not answered', async () => {
    const { ada } = await site();
    await stopAutomation(server.deps);
    const { conversationId } = await ask(ada, 'I lost my key');
    const [question] = await said(ada, conversationId);
    await deleteMessage(ada, { messageId: question?.id ?? '' });
    startAutomation(server.deps);
    await say(ada, conversationId, 'do you move pianos');
    await soon(ada, conversationId).toEqual([null, null, 'answer']);
  });
});

describe('what the server says by itself', () => {
  it('R124: welcomes once, with variables; outside of opening hours it says that instead', async () => {
    const welcomeText = 'Hello {{customer.name}}, how can {{ site.name }} help?';
    const { ada, ann } = await site({ welcomeText, outOfHoursText: 'We are back on {{hours.nextOpening}}.' });
    const open = await ask(ada, 'hi', { queue: 'people' });
    await soon(ada, open.conversationId).toEqual([null, 'welcome']);
    expect((await said(ada, open.conversationId))[1]?.text).toBe('Hello ada, how can Vans help?');
    await say(ada, open.conversationId, 'hi again');
    await turn(10);
    expect(await kinds(ada, open.conversationId)).toEqual([null, 'welcome', null]);
    // The test's clock stands on a Monday.
    await upsertSchedule(ann, { key: 'main', timeZone: 'Europe/Berlin', hours: [{ day: 'TUESDAY', opensAt: '08:30', closesAt: '17:00' }] });
    const closed = await ask(ada, 'hi', { queue: 'people' });
    await soon(ada, closed.conversationId).toEqual([null, 'outOfHours']);
    expect((await said(ada, closed.conversationId))[1]?.text).toMatch(/^We are back on Tuesday.* 08:30\.$/);
    const bots = await ask(ada, 'the weather?');
    await soon(ada, bots.conversationId).toEqual([null, 'welcome', 'outOfHours']);
  });

  it('R124 R107: tells who waits so often and no more, with their place; not while nobody is there', async () => {
    const { ada, eve, ann } = await site({ waitingText: 'Place {{queue.position}} after {{waited.minutes}} min', waitingAfterSeconds: 60, waitingMost: 2 });
    const first = await ask(ada, 'hi', { queue: 'people' });
    const second = await ask(eve, 'hi', { queue: 'people' });
    await turn(30);
    expect(await kinds(eve, second.conversationId)).toEqual([null]);
    await turn(35);
    await soon(eve, second.conversationId).toEqual([null, 'waiting']);
    expect((await said(eve, second.conversationId))[1]?.text).toBe('Place 2 after 1 min');
    await soon(ada, first.conversationId).toEqual([null, 'waiting']);
    expect((await said(ada, first.conversationId))[1]?.text).toBe('Place 1 after 1 min');
    await turn(65);
    await soon(ada, first.conversationId).toEqual([null, 'waiting', 'waiting']);
    await turn(130);
    expect(await kinds(ada, first.conversationId)).toEqual([null, 'waiting', 'waiting']);
    await upsertSchedule(ann, { key: 'main', timeZone: 'UTC', hours: [{ day: 'TUESDAY', opensAt: '08:00', closesAt: '17:00' }] });
    const third = await ask(ada, 'hi', { queue: 'people' });
    await turn(200);
    expect(await kinds(ada, third.conversationId)).toEqual([null]);
  });

  it('R124: asks a silent customer once for each silence', async () => {
    const { ada } = await site({ inactivityText: 'Are you still there?', inactivityAfterSeconds: 60 });
    const { conversationId } = await ask(ada, 'I lost my key');
    await soon(ada, conversationId).toEqual([null, 'answer']);
    await turn(65);
    await soon(ada, conversationId).toEqual([null, 'answer', 'inactivity']);
    await turn(200);
    expect(await kinds(ada, conversationId)).toEqual([null, 'answer', 'inactivity']);
    await say(ada, conversationId, 'do you move pianos');
    await soon(ada, conversationId).toEqual([null, 'answer', 'inactivity', null, 'answer']);
    await turn(65);
    await soon(ada, conversationId).toEqual([null, 'answer', 'inactivity', null, 'answer', 'inactivity']);
  });

  it('R124: admins set it, typed and within limits; what breaks a rule changes nothing', async () => {
    const { ann, sam, ada } = await site({ answerFrom: 0.6, offerFrom: 0.2 });
    const before = await automation(sam);
    expect(before).toMatchObject({ isBotOn: true, answerFrom: 0.6, offerFrom: 0.2, maxChoices: 3, welcomeText: '', waitingMost: 3, handOverText: 'Passing you on.' });
    expect(await outcomeOf(automation(ada))).toBe('FORBIDDEN');
    await upsertAgent(ann, { userId: sam.id, permissions: ['MANAGE_KNOWLEDGE'] });
    for (const as of [sam, ada]) expect(await outcomeOf(updateAutomation(as, { isBotOn: false }))).toBe('FORBIDDEN');
    const broken = [
      { welcomeText: '{{customer.email}}' }, { welcomeText: '{{__proto__}}' }, { welcomeText: 'x'.repeat(1_001) }, { welcomeText: '\ud800' }, { answerFrom: 1.1 }, { answerFrom: 0.1 }, { offerFrom: 0.7 }, { offerFrom: -1 },
      { maxChoices: 0 }, { maxChoices: 6 }, { waitingAfterSeconds: 9 }, { waitingMost: 21 }, { inactivityAfterSeconds: 29 }, { choicesText: ' ' },
    ];
    for (const input of broken) expect(await outcomeOf(updateAutomation(ann, { isBotOn: false, ...input })), JSON.stringify(input).slice(0, 60)).toBe('INVALID_INPUT');
    expect(await automation(ann)).toEqual(before);
    for (const _ of [1, 2]) expect((await updateAutomation(ann, { welcomeText: 'Hi', answerFrom: null })).settings).toEqual({ ...before, welcomeText: 'Hi' });
  });
});

describe('on several nodes', () => {
  it('R247 P3: two nodes that work on one message answer once', async () => {
    if (server.stack === 'embedded') return;
    const nodes = await startServer({ nodes: 2 });
    try {
      const { people } = await seed(nodes).admin('ann').client('ada').ready();
      const { ann, ada } = people;
      await upsertQueue(ann, { key: 'help', isBotFirst: true });
      for (const { questions, ...article } of ARTICLES) await upsertArticle(ann, { ...article, questions: [...questions] });
      await race(nodes, ada);
    } finally {
      await nodes.close();
    }
  });
});

/** Lets both nodes' consumers work on the same messages at the same time, by telling each what the other has committed. */
async function race(nodes: TestServer, ada: Person): Promise<void> {
  const texts = ['I lost my key', 'do you move pianos', 'I want my money back'];
  const cases = await Promise.all(texts.map((text) => ask(ada, text)));
  for (const { conversationId } of cases) {
    const [question] = await said(ada, conversationId);
    const turns = nodes.nodes.flatMap(({ deps }) => [1, 2].map(() => factsOf(deps, conversationId).then((facts) => (facts && question ? takeTurn(deps, facts, question.id) : undefined))));
    await Promise.all(turns);
    await soon(ada, conversationId).toEqual([null, 'answer']);
  }
  const turns = await nodes.db.prisma.botTurn.count();
  expect(turns).toBe(texts.length);
}

describe('texts by language', () => {
  const TRANSLATIONS = [
    { locale: 'de', welcomeText: 'Hallo {{customer.name}}!', waitingText: 'Noch etwas Geduld.' },
    { locale: 'de-ch', welcomeText: 'Grüezi!' },
    { locale: 'fr', welcomeText: '', inactivityText: 'Toujours là ?' },
  ];
  const first = async (as: Actor, language?: string): Promise<string | undefined> => {
    const { conversationId } = await ask(as, null, { queue: 'people', ...(language === undefined ? {} : { language }) });
    await expect.poll(() => factsOf(server.deps, conversationId).then((facts) => facts?.hasBegun)).toBe(true);
    return (await said(as, conversationId))[0]?.text;
  };

  it('R124 R247 R207: the customer’s language decides, then the wider one, then the site’s own; an empty text is not said', async () => {
    const { ada } = await site({ welcomeText: 'Hello {{customer.name}}!', translations: TRANSLATIONS });
    expect(await first(ada, 'de')).toBe('Hallo ada!');
    expect(await first(ada, 'de-AT')).toBe('Hallo ada!');
    expect(await first(ada, 'DE-ch-1996')).toBe('Grüezi!');
    expect(await first(ada, 'fr')).toBeUndefined();
    for (const language of ['es', undefined]) expect(await first(ada, language)).toBe('Hello ada!');
  });

  it('R124 R247: what only a further language says is said to those who speak it alone', async () => {
    const { ada, eve } = await site({ translations: TRANSLATIONS, waitingAfterSeconds: 10, waitingMost: 1 });
    const german = await ask(ada, 'bitte', { queue: 'people', language: 'de' });
    const english = await ask(eve, 'please', { queue: 'people', language: 'en' });
    await turn(20);
    await soon(ada, german.conversationId).toContain('waiting');
    expect((await said(ada, german.conversationId)).at(-1)?.text).toBe('Noch etwas Geduld.');
    expect(await kinds(eve, english.conversationId)).not.toContain('waiting');
  });

  it('R247 P3: translations are checked as a whole, kept by locale, and replaced as a whole; whoever leaves them out changes nothing of them', async () => {
    const { ann } = await site({ translations: TRANSLATIONS });
    const kept = (await automation(ann)).translations;
    expect(kept.map(({ locale, welcomeText, waitingText }) => [locale, welcomeText, waitingText])).toEqual([
      ['de', 'Hallo {{customer.name}}!', 'Noch etwas Geduld.'],
      ['de-CH', 'Grüezi!', null],
      ['fr', '', null],
    ]);
    for (const _ of [1, 2]) expect((await updateAutomation(ann, { translations: TRANSLATIONS })).settings.translations).toEqual(kept);
    expect((await updateAutomation(ann, { welcomeText: 'Hi' })).settings.translations).toEqual(kept);
    const broken = [
      [{ locale: 'no tag' }],
      [{ locale: 'd'.repeat(40) }],
      [{ locale: 'de' }, { locale: 'DE' }],
      [{ locale: 'de', welcomeText: 'x'.repeat(1_001) }],
      [{ locale: 'de', welcomeText: '{{customer.secret}}' }],
      [{ locale: 'de', choicesText: ' ' }],
      Array.from({ length: 31 }, (_, n) => ({ locale: `en-x-n${n}` })),
    ];
    for (const translations of broken) expect(await outcomeOf(updateAutomation(ann, { welcomeText: 'no', translations })), JSON.stringify(translations[0])).toBe('INVALID_INPUT');
    expect(await automation(ann)).toMatchObject({ welcomeText: 'Hi', translations: kept });
    expect((await updateAutomation(ann, { translations: [] })).settings.translations).toEqual([]);
  });
});
