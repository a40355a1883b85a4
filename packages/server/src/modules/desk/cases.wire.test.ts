import {
  addNote,
  bulkCases,
  type BulkCasesInput,
  caseCounts,
  cases,
  caseViews,
  closeCase,
  createCaseView,
  createTag,
  customer,
  deleteCaseView,
  joinConversation,
  openEscalation,
  QueueFeedDocument,
  type QueueFeedSubscription,
  sendMessage,
  setCasePriority,
  supportCase,
  tagConversation,
  takeOverCase,
  updateCaseView,
  upsertAgent,
  upsertQueue,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestClock } from '../../kernel/clock.js';
import { randomToken } from '../../kernel/ids.js';
import { type Actor, outcomeOf, type Person, recordQueries, seed, startServer, type TestServer } from '../../testing/index.js';
import { able, ask, connect, queue } from '../queues/desk.fixture.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const site = async () => {
  const world = await seed(server).client('ada').client('eve').agent('sam').agent('sue').agent('tom').admin('ann').ready();
  const { ann, sam, sue, tom } = world.people;
  for (const agent of [sam, sue]) await able(ann, agent, { departments: ['sales'] });
  await able(ann, tom, { departments: ['billing'] });
  const sales = await queue(ann, { key: 'sales', department: 'sales', isDefault: true });
  const billing = await queue(ann, { key: 'billing', department: 'billing', isDefault: true });
  return { ...world, sales, billing };
};
const asked = (customerOf: Person, department: string, subject: string) => ask(customerOf, { department, subject, text: `${subject} please` });
const subjects = async (as: Actor, args: object = {}): Promise<string[]> => (await cases(as, args)).edges.map(({ node }) => node.case.subject);
const bulk = async (as: Actor, input: Omit<BulkCasesInput, 'clientId'> & { clientId?: string }) => (await bulkCases(as, { clientId: randomToken(9), ...input })).results;

describe('the inbox of an agent', () => {
  it('R117 R57 P8: an agent sees what is theirs and their departments’, with the permission all; customers none', async () => {
    const { people } = await site();
    const { ann, sam, tom, ada } = people;
    const one = await asked(ada, 'sales', 'a van');
    await asked(ada, 'billing', 'a bill');
    expect(await subjects(sam)).toEqual(['a van']);
    expect(await subjects(tom)).toEqual(['a bill']);
    expect((await subjects(ann)).toSorted()).toEqual(['a bill', 'a van']);
    await upsertAgent(ann, { userId: tom.id, permissions: ['SEE_ALL_CASES'] });
    expect((await subjects(tom)).toSorted()).toEqual(['a bill', 'a van']);
    await takeOverCase(tom, { caseId: one.id });
    await upsertAgent(ann, { userId: tom.id, permissions: [] });
    expect((await subjects(tom)).toSorted()).toEqual(['a bill', 'a van']);
    for (const ask of [cases(ada), caseCounts(ada), caseViews(ada)]) expect(await outcomeOf(ask)).toBe('FORBIDDEN');
    expect(await subjects((await site()).people.ann)).toEqual([]);
  });

  it('R117 R119: filters by status, queue, agent, tag, priority, customer and text; in every order, in pages', async () => {
    const { people, sales, billing } = await site();
    const { ann, sam, ada, eve } = people;
    const van = await asked(ada, 'sales', 'a van');
    const box = await asked(eve, 'sales', 'a box');
    const bill = await asked(ada, 'billing', 'a bill');
    await takeOverCase(sam, { caseId: van.id });
    await closeCase(ann, { caseId: bill.id });
    const { tag } = await createTag(ann, { name: 'Urgent', color: '#ff0000' });
    await tagConversation(sam, { conversationId: box.conversationId, tagId: tag.id });
    await sendMessage(eve, { conversationId: box.conversationId, clientId: 'm', text: 'the wardrobe is broken' });
    const found = async (filter: object): Promise<string[]> => (await subjects(ann, { filter })).toSorted();
    expect(await found({ statuses: ['QUEUED', 'OPEN'] })).toEqual(['a box', 'a van']);
    expect(await found({ queueIds: [billing] })).toEqual(['a bill']);
    expect(await found({ agentIds: [sam.id] })).toEqual(['a van']);
    expect(await found({ isUnassigned: true, statuses: ['QUEUED'] })).toEqual(['a box']);
    expect(await found({ isUnassigned: true, agentIds: [sam.id], queueIds: [sales] })).toEqual(['a box', 'a van']);
    expect(await found({ tagIds: [tag.id] })).toEqual(['a box']);
    expect(await found({ priorities: ['URGENT'] })).toEqual([]);
    expect(await found({ customerId: ada.id })).toEqual(['a bill', 'a van']);
    for (const text of ['wardrobe', 'A BO', 'eve']) expect(await found({ text })).toEqual(['a box']);
    expect(await found({ text: '%' })).toEqual([]);
    expect(await subjects(ann, { sort: 'OLDEST' })).toEqual(['a van', 'a box', 'a bill']);
    expect(await subjects(ann, { sort: 'NEWEST' })).toEqual(['a bill', 'a box', 'a van']);
    expect((await subjects(ann, { sort: 'LINE' })).length).toBe(3);
    for (const sort of ['ACTIVITY', 'NEWEST', 'OLDEST', 'LINE'] as const) {
      const all = await subjects(ann, { sort });
      const first = await cases(ann, { sort, first: 2 });
      expect([...first.edges.map(({ node }) => node.case.subject), ...(await subjects(ann, { sort, first: 2, after: first.pageInfo.endCursor }))]).toEqual(all);
    }
    for (const args of [{ first: 0 }, { after: 'x' }, { filter: { text: 'x'.repeat(101) } }, { filter: { queueIds: Array.from({ length: 21 }, (_, n) => `q${n}`) } }]) {
      expect(await outcomeOf(cases(ann, args)), JSON.stringify(args)).toBe('INVALID_INPUT');
    }
  });

  it('R117 P8: words of a conversation that the agent is not in find nothing, and count nothing', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    const van = await asked(ada, 'sales', 'a van');
    await sendMessage(ada, { conversationId: van.conversationId, clientId: 'm', text: 'the wardrobe is broken' });
    const found = async (as: Actor) => [await subjects(as, { filter: { text: 'wardrobe' } }), (await caseCounts(as, { filter: { text: 'wardrobe' } })).total];
    expect(await found(sam)).toEqual([[], 0]);
    expect(await found(ann)).toEqual([['a van'], 1]);
    await joinConversation(sam, { conversationId: van.conversationId });
    expect(await found(sam)).toEqual([['a van'], 1]);
  });

  it('R117 P8: an agent sees the newest message only of conversations that they are in; a page costs the same whatever is on it', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    const van = await asked(ada, 'sales', 'a van');
    const shown = async (as: Actor) => (await cases(as)).edges.map(({ node }) => node.lastMessage?.text ?? null);
    expect([await shown(sam), await shown(ann)]).toEqual([[null], ['a van please']]);
    const statementsOfPage = async () => (await recordQueries(server.db, () => cases(ann))).statements.filter((text) => !/ FOR NO KEY UPDATE|consumer_position/.test(text)).length;
    await cases(ann);
    const few = await statementsOfPage();
    for (let n = 0; n < 5; n += 1) await asked(ada, 'sales', `more ${n}`);
    await joinConversation(sam, { conversationId: van.conversationId });
    expect((await shown(sam)).filter((text) => text !== null)).toEqual(['a van please']);
    await expect.poll(statementsOfPage).toBe(few);
    expect((await customer(sam, { userId: ada.id }))?.openCases.length).toBe(6);
    expect((await customer(sam, { userId: ada.id }))?.totals.cases).toBe(6);
  });

  it('R33 R117: a case has one of four priorities, which the inbox shows, sorts and filters by; anything else is refused', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    const priorities = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;
    const made: Record<string, string> = {};
    for (const priority of priorities) {
      const one = await asked(ada, 'sales', priority);
      expect(one.priority).toBeNull();
      made[priority] = one.id;
      expect((await setCasePriority(sam, { caseId: one.id, priority })).case.priority).toBe(priority);
    }
    const shown = async (args: object) => (await cases(sam, args)).edges.map(({ node }) => [node.case.subject, node.case.priority]);
    expect(await shown({ sort: 'LINE' })).toEqual(priorities.toReversed().map((priority) => [priority, priority]));
    for (const priority of priorities) expect(await shown({ filter: { priorities: [priority] } })).toEqual([[priority, priority]]);
    expect(await shown({ sort: 'LINE', filter: { priorities: ['HIGH', 'LOW'] } })).toEqual([['HIGH', 'HIGH'], ['LOW', 'LOW']]);
    const set = 'mutation ($input: SetCasePriorityInput!) { setCasePriority(input: $input) { case { priority } } }';
    for (const priority of ['VIP', '', 3]) expect(await sam.codeOf(set, { input: { caseId: made['LOW'], priority } })).toBe('INVALID_INPUT');
    await upsertQueue(ann, { key: 'sales', defaultPriority: 'URGENT' });
    const urgent = await asked(ada, 'sales', 'by its queue');
    expect((await supportCase(sam, { id: urgent.id }))?.priority).toBe('URGENT');
  });

  it('R117 P6 P8: what is said last shows live to who may read it, together and twice a second at most, at no query for a subscriber; and within 15 s where the bus lost it', async () => {
    const clock = createTestClock();
    const own = await startServer({ clock });
    try {
      const { people } = await seed(own).client('ada').agent('sam').agent('sue').agent('tom').admin('ann').ready();
      const { ann, sam, sue, tom, ada } = people;
      for (const agent of [sam, sue]) await able(ann, agent, { departments: ['sales'] });
      await able(ann, tom, { departments: ['billing'] });
      await queue(ann, { key: 'sales', department: 'sales', isDefault: true });
      const { id: caseId, conversationId } = await ask(ada, { department: 'sales' });
      await takeOverCase(sam, { caseId });
      await clock.advance(1_000);
      type Item = QueueFeedSubscription['queueFeed'];
      const follow = async (as: Person) => {
        const feed = (await as.socket()).subscribe(QueueFeedDocument, {});
        await feed.next();
        const activity = async (): Promise<Extract<Item, { __typename: 'QueueCaseActivity' }>> => {
          const { queueFeed } = await feed.next(({ queueFeed: item }) => item.__typename === 'QueueCaseActivity');
          if (queueFeed.__typename !== 'QueueCaseActivity') throw new Error('waited for an activity');
          return queueFeed;
        };
        const until = async (text: string | null) => {
          for (;;) {
            const item = await activity();
            if ((item.lastMessage?.text ?? null) === text) return item;
          }
        };
        return { feed, until };
      };
      const [mine, admins, near, far] = [await follow(sam), await follow(ann), await follow(sue), await follow(tom)];
      await sendMessage(ada, { conversationId, clientId: randomToken(9), text: 'Hello?' });
      const { message } = await addNote(sam, { conversationId, clientId: randomToken(9), text: 'a note' });
      await clock.advance(500);
      for (const each of [mine, admins]) expect(await each.until('a note')).toMatchObject({ caseId, conversationId, lastMessage: { seq: message.seq, sender: sam.id } });
      expect(await near.until(null)).toMatchObject({ caseId, lastMessage: null });
      // However many follow and however much is said, it is read once in half a second.
      const socket = await ann.socket();
      for (let n = 0; n < 20; n += 1) await socket.subscribe(QueueFeedDocument, {}).next();
      const texts = Array.from({ length: 10 }, (_, n) => `text ${n}`);
      const { statements } = await recordQueries(own.db, async () => {
        for (const text of texts) await sendMessage(ada, { conversationId, clientId: randomToken(9), text });
        await clock.advance(500);
        await mine.until('text 9');
      });
      expect(statements.filter((text) => text.includes('AS readers')).length).toBeLessThanOrEqual(2);
      const spy = vi.spyOn(own.deps.bus, 'publish').mockImplementation(() => undefined);
      await sendMessage(ada, { conversationId, clientId: randomToken(9), text: 'lost on the way' });
      spy.mockRestore();
      await clock.advance(15_000);
      await mine.until('lost on the way');
      // Another department hears of it by no way.
      const [row] = (await cases(sam)).edges;
      expect(row?.node.lastMessage?.text).toBe('lost on the way');
      const { id: other } = await ask(ada, { department: 'sales', clientId: 'end', text: 'of no concern' });
      await upsertAgent(ann, { userId: tom.id, departments: ['billing', 'sales'] });
      const seen = await far.feed.ended;
      expect(seen[0]?.extensions?.code).toBe('RESYNC_REQUIRED');
      expect(JSON.stringify(far.feed.all)).not.toContain(caseId);
      expect(JSON.stringify(far.feed.all)).not.toContain(other);
    } finally {
      await own.close();
    }
  });

  it('R117: counts by status, queue, tag and agent come in one statement and fit the lists', async () => {
    const { people, sales, billing } = await site();
    const { ann, sam, ada, eve } = people;
    const van = await asked(ada, 'sales', 'a van');
    const box = await asked(eve, 'sales', 'a box');
    const bill = await asked(ada, 'billing', 'a bill');
    await takeOverCase(sam, { caseId: van.id });
    const { tag } = await createTag(ann, { name: 'Urgent', color: '#ff0000' });
    for (const { conversationId } of [van, box]) await tagConversation(ann, { conversationId, tagId: tag.id });
    await openEscalation(sam, { caseId: van.id, clientId: 'e', reason: 'may I?' });
    const counts = await caseCounts(ann);
    expect(counts).toMatchObject({
      total: 3, mine: 0, unassigned: 2, byStatus: [{ status: 'QUEUED', count: 2 }, { status: 'OPEN', count: 1 }],
      byQueue: [{ queueId: billing, name: 'billing', count: 1 }, { queueId: sales, count: 2 }], byTag: [{ tag: { name: 'Urgent' }, count: 2 }], byAgent: [{ agent: { id: sam.id }, count: 1 }],
    });
    expect(await caseCounts(sam)).toMatchObject({ total: 2, mine: 1, unassigned: 1 });
    expect(await caseCounts(ann, { filter: { tagIds: [tag.id], isUnassigned: true } })).toMatchObject({ total: 1 });
    await closeCase(ann, { caseId: bill.id });
    expect((await caseCounts(ann)).byStatus.map(({ status }) => status)).toEqual(['QUEUED', 'OPEN']);
    expect((await caseCounts(ann, { filter: { statuses: ['CLOSED'] } })).byStatus).toEqual([{ status: 'CLOSED', count: 1 }]);
    const { statements } = await recordQueries(server.db, () => caseCounts(ann));
    expect(statements.filter((text) => text.startsWith('WITH fit')).length).toBe(1);
    expect(statements.filter((text) => / conversation_tag | queue q | escalation /.test(text)).length).toBe(1);
    expect((await cases(ann, { filter: { agentIds: [sam.id] } })).edges[0]?.node.openEscalations).toBe(1);
  });

  it('R117: the feed of the queues tells of a tag, so that an inbox reads again', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    const van = await asked(ada, 'sales', 'a van');
    const { tag } = await createTag(ann, { name: 'Urgent', color: '#ff0000' });
    const feed = (await sam.socket()).subscribe(QueueFeedDocument, {});
    await feed.next();
    await tagConversation(ann, { conversationId: van.conversationId, tagId: tag.id });
    await feed.next(({ queueFeed: item }) => item.__typename === 'QueueCaseChanged' && item.case.id === van.id && item.case.version > van.version);
  });

  it('R117 P3: views are kept, for oneself and for the site', async () => {
    const { people } = await site();
    const { ann, sam, sue } = people;
    const filter = { statuses: ['OPEN' as const], isUnassigned: true, text: 'van' };
    const make = async (as: Actor, more: object = {}) => (await createCaseView(as, { clientId: 'v1', name: 'Mine', filter, sort: 'OLDEST', ...more })).view;
    const mine = await make(sam);
    expect(mine).toMatchObject({ name: 'Mine', filter, sort: 'OLDEST', isShared: false });
    expect((await make(sam)).id).toBe(mine.id);
    expect(await outcomeOf(make(sam, { clientId: 'v2', isShared: true }))).toBe('FORBIDDEN');
    const shared = await make(ann, { name: 'All', isShared: true });
    expect((await caseViews(sue)).map(({ name }) => name)).toEqual(['All']);
    expect((await caseViews(sam)).map(({ name }) => name)).toEqual(['All', 'Mine']);
    expect((await updateCaseView(sam, { viewId: mine.id, name: 'My own', filter: {} })).view).toMatchObject({ name: 'My own', filter: {}, sort: 'OLDEST' });
    for (const [as, viewId, code] of [[sue, mine.id, 'NOT_FOUND'], [sam, shared.id, 'FORBIDDEN'], [(await site()).people.ann, shared.id, 'NOT_FOUND']] as const) {
      expect(await outcomeOf(updateCaseView(as, { viewId, name: 'x' }))).toBe(code);
      expect(await outcomeOf(deleteCaseView(as, { viewId }))).toBe(code);
    }
    for (const _ of [1, 2]) expect(await deleteCaseView(sam, { viewId: mine.id })).toEqual({ viewId: mine.id });
    expect((await caseViews(sam)).map(({ name }) => name)).toEqual(['All']);
    for (const more of [{ name: ' ' }, { name: 'x'.repeat(81) }, { clientId: '' }, { filter: { text: 'x'.repeat(101) } }]) expect(await outcomeOf(make(ann, { clientId: 'v9', ...more }))).toBe('INVALID_INPUT');
  });
});

describe('many cases at once', () => {
  it('R120 P3: assigns, tags, transfers and closes; each row has its own result, and repeating is safe', async () => {
    const { people } = await site();
    const { ann, sam, sue, ada, eve } = people;
    await upsertAgent(ann, { userId: sam.id, permissions: ['BULK_ACTIONS'] });
    const made = [await asked(ada, 'sales', 'a'), await asked(eve, 'sales', 'b'), await asked(ada, 'sales', 'c')];
    const hidden = await asked(ada, 'billing', 'hidden');
    const caseIds = made.map(({ id }) => id);
    const { tag } = await createTag(ann, { name: 'Urgent', color: '#ff0000' });
    const results = await bulk(sam, { caseIds: [...caseIds, hidden.id, 'case_nothing', caseIds[0] ?? ''], action: 'TAG', tagId: tag.id });
    expect(results.map(({ isDone, code }) => [isDone, code])).toEqual([[true, null], [true, null], [true, null], [false, 'NOT_FOUND'], [false, 'NOT_FOUND']]);
    expect(results.map(({ caseId }) => caseId)).toEqual([...caseIds, hidden.id, 'case_nothing']);
    expect((await subjects(ann, { filter: { tagIds: [tag.id] } })).toSorted()).toEqual(['a', 'b', 'c']);

    expect((await bulk(sam, { caseIds, action: 'ASSIGN', agentId: sue.id })).map(({ code }) => code)).toEqual(['AGENT_UNAVAILABLE', 'AGENT_UNAVAILABLE', 'AGENT_UNAVAILABLE']);
    await connect(sue);
    await able(ann, sue, { departments: ['sales'], max: 2 });
    const assign = { clientId: 'assign', caseIds, action: 'ASSIGN' as const, agentId: sue.id, note: 'yours' };
    const assigned = await bulk(ann, assign);
    expect(assigned.map(({ code, case: after }) => [code, after?.agent?.id ?? null])).toEqual([[null, sue.id], [null, sue.id], ['AGENT_UNAVAILABLE', null]]);
    const versions = assigned.map((result) => result.case?.version);
    expect((await bulk(ann, assign)).map((result) => result.case?.version)).toEqual(versions);
    expect((await bulk(sam, { caseIds: caseIds.slice(0, 1), action: 'CLOSE' })).map(({ code }) => code)).toEqual(['FORBIDDEN']);

    for (const _ of [1, 2]) {
      const moved = await bulk(ann, { clientId: 'move', caseIds: caseIds.slice(0, 2), action: 'TRANSFER', queue: 'billing' });
      expect(moved.map(({ code, case: after }) => [code, after?.queue.key])).toEqual([[null, 'billing'], [null, 'billing']]);
    }
    for (const _ of [1, 2]) expect((await bulk(ann, { caseIds, action: 'CLOSE', wrapUpCode: 'done' })).map(({ code, case: after }) => [code, after?.status])).toEqual(caseIds.map(() => [null, 'CLOSED']));
    expect((await bulk(ann, { caseIds, action: 'UNTAG', tagId: tag.id })).every(({ isDone }) => isDone)).toBe(true);
  });

  it('R15 R120 P8: only who may; a request that fits no case is refused as a whole', async () => {
    const { people, service } = await site();
    const { ann, sam, ada } = people;
    const { id } = await asked(ada, 'sales', 'a');
    for (const as of [ada, sam]) expect(await outcomeOf(bulk(as, { caseIds: [id], action: 'CLOSE' }))).toBe('FORBIDDEN');
    const broken: Omit<BulkCasesInput, 'clientId'>[] = [
      { caseIds: [], action: 'CLOSE' }, { caseIds: Array.from({ length: 101 }, (_, n) => `case_${n}`), action: 'CLOSE' }, { caseIds: [id], action: 'TAG' }, { caseIds: [id], action: 'ASSIGN' }, { caseIds: [id], action: 'TRANSFER' },
    ];
    for (const input of broken) expect(await outcomeOf(bulk(ann, input)), JSON.stringify(input).slice(0, 60)).toBe('INVALID_INPUT');
    expect((await bulk((await site()).people.ann, { caseIds: [id], action: 'CLOSE' })).map(({ code, case: after }) => [code, after])).toEqual([['NOT_FOUND', null]]);
    expect((await bulk(service, { caseIds: [id], action: 'CLOSE' })).map(({ code }) => code)).toEqual([null]);
  });
});
