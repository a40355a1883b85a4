import {
  createQuickReply,
  deleteQuickReply,
  messages,
  restoreRoutingRules,
  routingDecisions,
  routingRules,
  routingRulesHistory,
  saveRoutingRules,
  setCustomerAttributes,
  supportCase,
  tryRoutingRules,
  updateQuickReply,
  upsertAgent,
  upsertQueue,
  upsertSchedule,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { ask } from '../queues/desk.fixture.js';
import { type Actor, expectQueries, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';

let clock: TestClock;
let server: TestServer;

// A Saturday; the clocks of Europe go forward in the night that follows.
beforeAll(async () => {
  clock = createTestClock(new Date('2026-03-28T16:30:00.000Z'));
  server = await startServer({ clock });
});
afterAll(() => server.close());

type Rules = Parameters<typeof saveRoutingRules>[1]['rules'];
const is = (field: 'LANGUAGE' | 'DEPARTMENT' | 'QUEUE' | 'HOURS', ...values: string[]) => ({ field, operator: 'IS' as const, values });
const all = (...tests: object[]) => ({ match: 'ALL', tests });
const rule = (id: string, rest: object) => ({ id, name: `rule ${id}`, ...rest });
const save = async (as: Actor, expectedVersion: number, ...rules: object[]) => (await saveRoutingRules(as, { expectedVersion, rules: rules as Rules })).routingRules;

async function site() {
  const world = await seed(server).admin('ann').admin('amy').agent('sam').client('ada').ready();
  const { ann, sam } = world.people;
  for (const key of ['general', 'vip', 'overflow']) await upsertQueue(ann, { key, name: key });
  await upsertAgent(ann, { userId: sam.id, skills: [{ name: 'payments', level: 5 }] });
  await createQuickReply(ann, { clientId: 't', shortcut: 'hello', title: 'Hello', text: 'Hello {{client.name}}', isShared: true });
  await upsertSchedule(ann, { key: 'main', timeZone: 'Europe/Vienna', hours: [{ day: 'SATURDAY', opensAt: '09:00', closesAt: '18:00' }, { day: 'SUNDAY', opensAt: '09:00', closesAt: '18:00' }] });
  return world;
}

const german = rule('de', { when: all(is('LANGUAGE', 'de')), queue: 'vip', priority: 'HIGH', skillsRequired: ['payments'], template: 'hello', stops: false });
const rest = rule('rest', { queue: 'general' });

describe('routing rules of a site', () => {
  it('R113 P3: admins save the whole list as the next version; the same again answers the same, another from an old version is refused', async () => {
    const { ann, amy, sam } = (await site()).people;
    expect(await routingRules(sam)).toMatchObject({ version: 0, rules: [], savedBy: null, savedAt: null });
    for (const _ of [1, 2]) expect(await save(ann, 0, german, rest)).toMatchObject({ version: 1, savedBy: { id: ann.id }, restoredFrom: null });
    expect((await routingRules(sam)).rules).toMatchObject([
      { id: 'de', isActive: true, when: { match: 'ALL', tests: [{ field: 'LANGUAGE', operator: 'IS', name: null, values: ['de'], number: null }], groups: [] }, queue: 'vip', priority: 'HIGH', skillsRequired: ['payments'], skillsPreferred: [], template: 'hello', stops: false },
      { id: 'rest', when: null, queue: 'general', priority: null, stops: true },
    ]);
    expect(await outcomeOf(save(amy, 0, rest))).toBe('CONFLICT');
    expect(await outcomeOf(save(amy, 2, rest))).toBe('CONFLICT');
    const racing = await Promise.all([ann, amy].map((as) => outcomeOf(save(as, 1, rule(as.name, { queue: 'vip' })))));
    expect(racing.toSorted()).toEqual(['CONFLICT', 'ok']);
    expect((await routingRules(sam)).version).toBe(2);
  });

  it('R113: the history is readable, and an earlier version can hold again, unless what it names is gone', async () => {
    const { ann, sam } = (await site()).people;
    await save(ann, 0, german, rest);
    await save(ann, 1, rest);
    await save(ann, 2);
    const { edges, pageInfo } = await routingRulesHistory(sam, { first: 2 });
    expect(edges.map(({ node }) => [node.version, node.rules.length])).toEqual([[3, 0], [2, 1]]);
    expect((await routingRulesHistory(sam, { first: 2, after: pageInfo.endCursor })).edges.map(({ node }) => node.version)).toEqual([1]);
    await expectQueries(server.db, 1, () => routingRulesHistory(sam, { first: 100 }));
    for (const _ of [1, 2]) expect((await restoreRoutingRules(ann, { version: 1, expectedVersion: 3 })).routingRules).toMatchObject({ version: 4, restoredFrom: 1, rules: [{ id: 'de' }, { id: 'rest' }] });
    expect(await outcomeOf(restoreRoutingRules(ann, { version: 9, expectedVersion: 4 }))).toBe('NOT_FOUND');
    expect(await outcomeOf(restoreRoutingRules(ann, { version: 2, expectedVersion: 3 }))).toBe('CONFLICT');
    expect(await outcomeOf(routingRules(ann, { version: 9 }))).toBe('NOT_FOUND');
    const hello = await server.db.prisma.template.findFirstOrThrow({ where: { createdById: ann.id } });
    await deleteQuickReply(ann, { quickReplyId: hello.id });
    expect(await outcomeOf(restoreRoutingRules(ann, { version: 1, expectedVersion: 4 }))).toBe('INVALID_INPUT');
    expect((await routingRules(sam)).version).toBe(4);
  });

  it('R113: what matches nothing, loops or names what there is not is refused with a path and a code, and nothing is saved', async () => {
    const { ann } = (await site()).people;
    const waits = (queue: string) => ({ match: 'ALL', tests: [{ field: 'WAITING', operator: 'AT_LEAST', number: 60 }, is('QUEUE', queue)] });
    const broken: ReadonlyArray<readonly [object[], string, string]> = [
      [[rest, rule('x', { when: all(is('LANGUAGE', 'de'), is('LANGUAGE', 'fr')), queue: 'vip' })], 'rules.1.when', 'MATCHES_NOTHING'],
      [[rest, rule('x', { queue: 'vip' })], 'rules.1', 'UNREACHABLE'],
      [[rule('a', { when: waits('general'), queue: 'overflow' }), rule('b', { when: waits('overflow'), queue: 'general' })], 'rules.1.queue', 'LOOP'],
      [[rule('x', { queue: 'nowhere' })], 'rules.0.queue', 'UNKNOWN_QUEUE'],
      [[rule('x', { skillsRequired: ['magic'] })], 'rules.0.skillsRequired.0', 'UNKNOWN_SKILL'],
      [[rule('x', { template: 'bye' })], 'rules.0.template', 'UNKNOWN_TEMPLATE'],
      [[rule('x', { when: { match: 'ANY', tests: [] }, queue: 'vip' })], 'rules.0.when', 'EMPTY'],
      [[rule('x', { when: { match: 'ALL', tests: [{ field: 'WAITING', operator: 'LESS_THAN', number: -1 }] }, queue: 'vip' })], 'rules.0.when.tests.0.number', 'INVALID_TEST'],
      [Array.from({ length: 101 }, (_, n) => rule(`r${n}`, { queue: 'vip' })), 'rules', 'TOO_MANY'],
    ];
    for (const [rules, field, reason] of broken) {
      const { errors } = await ann.gql('mutation ($input: SaveRoutingRulesInput!) { saveRoutingRules(input: $input) { routingRules { version } } }', { input: { expectedVersion: 0, rules } });
      expect([errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.details]).toEqual(['INVALID_INPUT', expect.objectContaining({ field, reason })]);
      const trial = await tryRoutingRules(ann, { rules: rules as Rules, sample: {} });
      expect(trial).toMatchObject({ outcome: null, problems: [{ path: field, code: reason }] });
    }
    expect((await routingRules(ann)).version).toBe(0);
  });

  it('R113 R106: rules are tried on a made-up case before they are saved, with the reason for each', async () => {
    const { ann, sam } = (await site()).people;
    const closed = rule('closed', { when: all(is('HOURS', 'CLOSED')), queue: 'overflow' });
    const rules = [closed, german, rest] as Rules;
    const tried = async (sample: object) => (await tryRoutingRules(sam, { rules, sample })).outcome;
    expect(await tried({ language: 'de-AT', text: 'x' })).toMatchObject({
      queue: 'vip', priority: 'HIGH', skillsRequired: ['payments'], template: 'hello',
      steps: [
        { ruleId: 'closed', isMatch: false, because: ['not: it (default hours) is CLOSED'], applied: [], stopped: false },
        { ruleId: 'de', isMatch: true, because: ['language is de'], applied: ['queue', 'priority', 'skillsRequired', 'template'], stopped: false },
        { ruleId: 'rest', isMatch: true, because: ['it matches always'], applied: [], stopped: true },
      ],
    });
    // On the day after the clocks went forward it opens at 7:00 in UTC.
    const queueAt = async (at: string) => (await tried({ at }))?.queue;
    expect([await queueAt('2026-03-29T06:59:59.999Z'), await queueAt('2026-03-29T07:00:00Z'), await queueAt('2026-03-29T16:00:00Z')]).toEqual(['overflow', 'general', 'overflow']);
    expect((await tried({ isOpen: false }))?.queue).toBe('overflow');
    expect((await routingRules(ann)).version).toBe(0);
    await save(ann, 0, rest);
    expect((await tryRoutingRules(sam, { sample: {} })).outcome).toMatchObject({ queue: 'general' });
    for (const sample of [{ waitedSeconds: -1 }, { text: 'x'.repeat(10_001) }, { language: '' }, { attributes: { a: 'x'.repeat(5_000) } }]) {
      expect(await outcomeOf(tryRoutingRules(sam, { sample }))).toBe('INVALID_INPUT');
    }
  });

  it('R113 P8: staff read and try, only admins save; others and other sites see nothing', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    await save(ann, 0, rest);
    for (const work of [() => routingRules(ada), () => routingRulesHistory(ada), () => tryRoutingRules(ada, { sample: {} })]) expect(await outcomeOf(work())).toBe('FORBIDDEN');
    for (const as of [sam, ada]) {
      expect(await outcomeOf(save(as, 1, rest))).toBe('FORBIDDEN');
      expect(await outcomeOf(restoreRoutingRules(as, { version: 1, expectedVersion: 1 }))).toBe('FORBIDDEN');
    }
    const other = (await seed(server).admin('eve').ready()).people.eve;
    expect((await routingRules(other)).version).toBe(0);
    expect(await outcomeOf(save(other, 0, rest))).toBe('INVALID_INPUT');
  });

  it('R106 R108 R109 R113: a case goes where the rules say, with priority, skills and a greeting, and staff read why', async () => {
    const { people, service } = await site();
    const { ann, sam, ada } = people;
    await setCustomerAttributes(service, { customer: { userId: ada.id }, attributes: { tier: 'gold' } });
    const gold = rule('gold', { when: all({ field: 'ATTRIBUTE', name: 'tier', operator: 'IS', values: ['gold'] }, { field: 'WORDS', operator: 'CONTAINS', values: ['refund'] }), queue: 'vip', priority: 'URGENT', skillsRequired: ['payments'], template: 'hello' });
    await save(ann, 0, gold, rest);
    const mine = await ask(ada, { text: 'Where is my REFUND?', queue: 'general' });
    expect(mine).toMatchObject({ queue: { key: 'vip' }, priority: null, skillsRequired: null });
    expect(await supportCase(sam, { id: mine.id })).toMatchObject({ queue: { key: 'vip' }, priority: 'URGENT', skillsRequired: ['payments'] });
    expect((await messages(ada, { conversationId: mine.conversationId })).edges.map(({ node }) => [node.text, node.origin])).toEqual([['Where is my REFUND?', 'USER_INPUT'], ['Hello ada', 'AUTOMATED']]);
    expect(await routingDecisions(sam, { caseId: mine.id })).toMatchObject([
      { version: 1, waitedSeconds: 0, outcome: { queue: 'vip', steps: [{ ruleId: 'gold', because: ['attribute tier is gold', 'text contains refund'], stopped: true }] } },
    ]);
    expect(await outcomeOf(routingDecisions(ada, { caseId: mine.id }))).toBe('FORBIDDEN');
    const hello = await server.db.prisma.template.findFirstOrThrow({ where: { createdById: ann.id } });
    await updateQuickReply(ann, { quickReplyId: hello.id, isActive: false });
    const silent = await ask(ada, { text: 'refund' });
    expect((await messages(ada, { conversationId: silent.conversationId })).edges.map(({ node }) => node.text)).toEqual(['refund']);
    const other = await ask(ada, { text: 'hello', queue: 'overflow' });
    expect(other.queue.key).toBe('general');
    // A rule that names a queue which takes nothing any more leaves the choice as it was.
    await upsertQueue(ann, { key: 'vip', isActive: false });
    expect((await ask(ada, { text: 'refund', queue: 'overflow' })).queue.key).toBe('overflow');
  });

  it('R106: cases that wait are asked about again when a waiting time is over: moved with their old place in the line, raised, and once', async () => {
    const { ann, sam, ada } = (await site()).people;
    const waits = (seconds: number) => ({ field: 'WAITING', operator: 'AT_LEAST', number: seconds });
    await save(ann, 0,
      rule('late', { when: all(waits(120), is('QUEUE', 'general')), queue: 'overflow', priority: 'HIGH', skillsPreferred: ['payments'] }),
      rule('very', { when: all(waits(300)), priority: 'URGENT' }));
    const { id } = await ask(ada, { queue: 'general' });
    const seen = async () => {
      const found = await supportCase(sam, { id });
      return [found?.queue.key, found?.priority, found?.skillsPreferred];
    };
    const { queuedAt } = (await supportCase(sam, { id })) ?? {};
    await clock.sleep(116_000);
    expect(await seen()).toEqual(['general', 'MEDIUM', []]);
    await expect.poll(async () => {
      await clock.advance(2_000);
      return seen();
    }).toEqual(['overflow', 'HIGH', ['payments']]);
    expect((await supportCase(sam, { id }))?.queuedAt).toBe(queuedAt);
    await expect.poll(async () => {
      await clock.advance(10_000);
      return (await seen())[1];
    }).toBe('URGENT');
    expect((await routingDecisions(sam, { caseId: id })).map(({ outcome }) => outcome.steps[0]?.ruleId)).toEqual(['very', 'late', undefined]);
    await clock.advance(60_000);
    await expect.poll(() => server.db.prisma.routingWatch.count({ where: { caseId: id } })).toBe(0);
    // New rules are asked about those who wait at once.
    await save(ann, 1, rule('back', { when: all(waits(10)), queue: 'vip' }));
    await expect.poll(async () => {
      await clock.advance(2_000);
      return (await seen())[0];
    }).toBe('vip');
  });
});
