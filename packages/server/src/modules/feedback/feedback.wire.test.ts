import {
  agent,
  bulkCases,
  caseOutcome,
  caseOutcomes,
  cases,
  closeCase,
  feedbackReport,
  joinConversation,
  messages,
  providerRating,
  rateByToken,
  rateCase,
  rateReply,
  ratingLink,
  ratingRequest,
  reopenCase,
  replyRatings,
  resolveCase,
  rotateSiteSecret,
  saveRoutingRules,
  sendMessage,
  sendSystemMessage,
  slaReport,
  type SupportCase,
  updateSite,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { randomToken } from '../../kernel/ids.js';
import { type Actor, currentStack, expectQueries, outcomeOf, type Person, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';
import { ask, connect, queue, take } from '../queues/desk.fixture.js';
import { noteEnd } from './outcome.js';

const DAY_MS = 86_400_000;
let clock: TestClock;
let server: TestServer;
let made = 0;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock, nodes: currentStack() === 'cluster' ? 2 : 1 });
});
afterAll(() => server.close());

async function scene() {
  const world = await seed(server).admin('ann').agent('sam').agent('sue').client('ada').client('eve').provider('ben').booking('move').ready();
  await queue(world.people.ann);
  return world;
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** A case that an agent has answered. */
async function answered(world: Scene, customer: Person = world.people.ada, who: Person = world.people.sam): Promise<SupportCase> {
  const socket = await connect(who);
  await ask(customer);
  const taken = await take(who, clock);
  await sendMessage(who, { conversationId: taken.conversationId, clientId: randomToken(9), text: 'Let me see.' });
  await expect.poll(() => server.db.prisma.supportCase.count({ where: { id: taken.id, firstResponseAt: null } })).toBe(0);
  await socket.close();
  return taken;
}

/** Puts a case where it is to stand, as an admin does. */
async function become(world: Scene, caseId: string, status: 'resolved' | 'closed' | 'open'): Promise<void> {
  await { resolved: resolveCase, closed: closeCase, open: reopenCase }[status](world.people.ann, { caseId });
}

/** Waits until the customer was asked. */
async function asked(world: Scene, caseId: string): Promise<void> {
  await expect.poll(async () => (await caseOutcome(world.people.ann, { caseId }))?.askedAt ?? null).not.toBeNull();
}

async function askedCase(world: Scene, customer?: Person, who?: Person): Promise<SupportCase> {
  const one = await answered(world, customer, who);
  await become(world, one.id, 'resolved');
  await asked(world, one.id);
  return one;
}

const of = (more: object = {}) => ({ clientId: `r${(made += 1)}`, rating: 4, ...more });
const kinds = async (actor: Actor, conversationId: string): Promise<unknown[]> =>
  (await messages(actor, { conversationId })).edges.flatMap(({ node }) => (node.kind === 'SYSTEM' && 'type' in node.metadata ? [node.metadata['type']] : []));

describe('rating of support', () => {
  it('R152 R153 R238: the customer is asked once in the conversation, rates once, and the agent is rated with it', async () => {
    const world = await scene();
    const { ada, sam, ann } = world.people;
    const { id: caseId, conversationId } = await askedCase(world);
    expect(await kinds(ada, conversationId)).toEqual(['rating_request']);
    expect(await caseOutcome(ada, { caseId })).toMatchObject({ rating: null, endings: 1, isFirstContact: null, agent: { id: sam.id }, customer: { id: ada.id } });
    const { outcome } = await rateCase(ada, { ...of({ comment: 'Quick!' }), caseId });
    expect(outcome).toMatchObject({ rating: 4, comment: 'Quick!', isByLink: false, isFirstContact: null });
    expect(await caseOutcome(sam, { caseId })).toMatchObject({ rating: 4, comment: 'Quick!', isFirstContact: true });
    expect((await agent(ann, { userId: sam.id }))?.rating).toEqual({ average: 4, count: 1 });
    expect(await kinds(ada, conversationId)).toEqual(['rating_request', 'rating']);
    const second = await askedCase(world);
    await rateCase(ada, { ...of({ rating: 1 }), caseId: second.id });
    expect((await agent(ann, { userId: sam.id }))?.rating).toEqual({ average: 2.5, count: 2 });
  });

  it('R152: whoever of the staff answered, and however soon it ends, its customer is asked', async () => {
    const world = await scene();
    const { ada, eve, sam, sue } = world.people;
    const socket = await connect(sam);
    await ask(ada);
    const { id: caseId, conversationId } = await take(sam, clock);
    await joinConversation(sue, { conversationId });
    await sendMessage(sue, { conversationId, clientId: randomToken(9), text: 'I know this one.' });
    await become(world, caseId, 'resolved');
    await asked(world, caseId);
    await ask(eve);
    const silent = await take(sam, clock);
    await become(world, silent.id, 'resolved');
    await expect.poll(async () => (await caseOutcome(sam, { caseId: silent.id }))?.endings ?? 0).toBe(1);
    expect(await kinds(eve, silent.conversationId)).toEqual([]);
    await socket.close();
  });

  it('R152 P3: a second rating is refused with nothing changed, a retry answers like the first time, many at once count once', async () => {
    const world = await scene();
    const { ada, sam, ann } = world.people;
    const { id: caseId, conversationId } = await askedCase(world);
    const input = { ...of({ rating: 5 }), caseId };
    const first = await Promise.all(server.urls.concat(server.urls).map((url) => rateCase(ada.at(url), input)));
    for (const each of first) expect(each).toEqual(first[0]);
    expect(await rateCase(ada, input)).toEqual(first[0]);
    expect(await outcomeOf(rateCase(ada, { ...input, rating: 1 }))).toBe('IDEMPOTENCY_CONFLICT');
    const again = { ...of({ rating: 1 }), caseId };
    expect(await outcomeOf(rateCase(ada, again))).toBe('ALREADY_RATED');
    const link = await ratingLink(ann, { caseId });
    expect(await outcomeOf(rateByToken(world.nobody, { ...of({ rating: 1 }), token: link?.token ?? '' }))).toBe('ALREADY_RATED');
    expect(await caseOutcome(ada, { caseId })).toMatchObject({ rating: 5, comment: null });
    expect((await agent(ann, { userId: sam.id }))?.rating).toEqual({ average: 5, count: 1 });
    expect(await kinds(ada, conversationId)).toEqual(['rating_request', 'rating']);
  });

  it('R152 P8: nobody but the customer rates, and no rating that is none, nor before it was asked for', async () => {
    const world = await scene();
    const { ada, eve, sam, ann } = world.people;
    const early = await answered(world);
    expect(await outcomeOf(rateCase(ada, { ...of(), caseId: early.id }))).toBe('RATING_CLOSED');
    expect(await caseOutcome(ada, { caseId: early.id })).toBeNull();
    await become(world, early.id, 'resolved');
    await asked(world, early.id);
    const caseId = early.id;
    expect(await outcomeOf(rateCase(eve, { ...of(), caseId }))).toBe('NOT_FOUND');
    for (const staff of [sam, ann]) expect(await outcomeOf(rateCase(staff, { ...of(), caseId }))).toBe('FORBIDDEN');
    for (const bad of [{ rating: 0 }, { rating: 6 }, { comment: 'x'.repeat(2_001) }, { clientId: '' }]) {
      expect(await outcomeOf(rateCase(ada, { ...of(bad), caseId })), JSON.stringify(bad)).toBe('INVALID_INPUT');
    }
    for (const person of [ada, sam]) {
      expect(await outcomeOf(ratingLink(person, { caseId }))).toBe('FORBIDDEN');
      expect(await outcomeOf(caseOutcomes(person, {}))).toBe('FORBIDDEN');
    }
    expect(await outcomeOf(caseOutcome(eve, { caseId }))).toBe('NOT_FOUND');
    expect(await caseOutcome(ada, { caseId })).toMatchObject({ rating: null });
  });

  it('R152: the link works once, without signing in, on the site’s own pages, and only as its site has signed it', async () => {
    const world = await scene();
    const { ann, sam } = world.people;
    const { id: caseId } = await askedCase(world);
    const link = await ratingLink(world.service, { caseId });
    const token = link?.token ?? '';
    expect(await ratingLink(ann, { caseId })).toEqual(link);
    expect(await ratingRequest(world.nobody, { token })).toMatchObject({ agentName: 'sam', rating: null });
    const [id, expiry, signature] = token.split('.');
    const later = Number.parseInt(expiry ?? '', 36) + DAY_MS;
    const other = await askedCase(world, world.people.eve);
    const forged = ['', 'x', `${id}.${expiry}`, `${id}.${later.toString(36)}.${signature}`, `${other.id}.${expiry}.${signature}`, `${id}.${expiry}.${(signature ?? '').replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`];
    for (const each of forged) {
      expect(await outcomeOf(rateByToken(world.nobody, { ...of(), token: each })), each).toBe('NOT_FOUND');
      expect(await outcomeOf(ratingRequest(world.nobody, { token: each })), each).toBe('NOT_FOUND');
    }
    const input = { ...of({ rating: 3, comment: 'fine' }), token };
    expect(await rateByToken(world.nobody, input)).toEqual({ rating: 3 });
    expect(await rateByToken(world.nobody, input)).toEqual({ rating: 3 });
    expect(await outcomeOf(rateByToken(world.nobody, { ...of(), token }))).toBe('ALREADY_RATED');
    expect(await caseOutcome(ann, { caseId })).toMatchObject({ rating: 3, comment: 'fine', isByLink: true });
    expect((await agent(ann, { userId: sam.id }))?.rating).toEqual({ average: 3, count: 1 });
    const open = await ratingLink(ann, { caseId: other.id });
    await rotateSiteSecret(ann, { clientId: randomToken(24), dropPrevious: true });
    expect(await outcomeOf(rateByToken(world.nobody, { ...of(), token: open?.token ?? '' }))).toBe('NOT_FOUND');
    const fresh = await ratingLink(world.service, { caseId: other.id });
    await updateSite(world.service, { allowedOrigins: ['https://shop.example.com'] });
    const from = async (origin: string): Promise<string> => {
      const query = 'query ($token: String!) { ratingRequest(token: $token) { subject } }';
      const response = await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify({ query, variables: { token: fresh?.token } }) });
      return response.text();
    };
    expect(await from('https://evil.example.com')).toContain('ORIGIN_NOT_ALLOWED');
    expect(await from('https://shop.example.com')).not.toContain('errors');
    await updateSite(world.service, { isActive: false });
    expect(await outcomeOf(rateByToken(world.nobody, { ...of(), token: fresh?.token ?? '' }))).toBe('SITE_INACTIVE');
  });

  it('R152: the time for it ends after 14 days, by link as in the conversation', async () => {
    const world = await scene();
    const { ada, ann } = world.people;
    const { id: caseId } = await askedCase(world);
    const token = (await ratingLink(ann, { caseId }))?.token ?? '';
    // The people's tokens would end too, so the moment is moved instead of the clock.
    await server.db.prisma.caseOutcome.update({ where: { caseId }, data: { expiresAt: new Date(clock.now().getTime() - 1) } });
    expect(await outcomeOf(rateCase(ada, { ...of(), caseId }))).toBe('RATING_CLOSED');
    expect(await outcomeOf(rateByToken(world.nobody, { ...of(), token }))).toBe('RATING_CLOSED');
    expect(await outcomeOf(ratingRequest(world.nobody, { token }))).toBe('RATING_CLOSED');
    expect(await caseOutcome(ada, { caseId })).toMatchObject({ rating: null });
  });

  it('R152: nobody is asked whom nobody answered, nor on a site without a question, nor twice when a case is opened again', async () => {
    const world = await scene();
    const { ada, ann } = world.people;
    const alone = await ask(ada);
    await become(world, alone.id, 'closed');
    await expect.poll(async () => (await caseOutcome(ann, { caseId: alone.id }))?.endings).toBe(1);
    expect(await kinds(ada, alone.conversationId)).toEqual([]);
    const again = await askedCase(world);
    await become(world, again.id, 'open');
    await clock.advance(1_000);
    await become(world, again.id, 'resolved');
    await expect.poll(async () => (await caseOutcome(ann, { caseId: again.id }))?.endings).toBe(2);
    await become(world, again.id, 'closed');
    for (let n = 0; n < 3; n += 1) await noteEnd(server.deps, { conversationId: again.conversationId });
    expect(await caseOutcome(ann, { caseId: again.id })).toMatchObject({ endings: 2, isFirstContact: false });
    expect(await kinds(ada, again.conversationId)).toEqual(['rating_request']);
    await updateSite(ann, { settings: { ratingQuestion: '' } });
    const silent = await answered(world);
    await become(world, silent.id, 'resolved');
    await expect.poll(async () => (await caseOutcome(ann, { caseId: silent.id }))?.endings).toBe(1);
    expect(await caseOutcome(ann, { caseId: silent.id })).toMatchObject({ askedAt: null });
    expect(await kinds(ada, silent.conversationId)).toEqual([]);
  });

  it('P4 P5 P8 R152: a feed over asking and rating is the same live, resumed and polled', async () => {
    const world = await scene();
    const { ada, sam } = world.people;
    const one = await answered(world);
    await verifyFeed({
      conversationId: one.conversationId,
      viewers: { ada, sam },
      service: world.service,
      secrets: [],
      act: async () => {
        await become(world, one.id, 'resolved');
        await asked(world, one.id);
        await rateCase(ada, { ...of(), caseId: one.id });
      },
    });
  });

  it('R4 R14 R152: a guest’s case and its rating go along when they become a known user', async () => {
    const world = await scene();
    const one = await askedCase(world);
    // The customer is made a guest after the fact: how guests come to a case is tested with support.
    await server.db.prisma.user.update({ where: { id: world.people.ada.id }, data: { isGuest: true, visitorHash: (await import('../identity/index.js')).hashVisitor('vis_of_ada') } });
    await world.people.eve.must('mutation ($input: ClaimGuestInput!) { claimGuest(input: $input) { user { id } } }', { input: { visitorId: 'vis_of_ada' } });
    const { outcome } = await rateCase(world.people.eve, { ...of({ rating: 2 }), caseId: one.id });
    expect(outcome).toMatchObject({ rating: 2, customer: { id: world.people.eve.id } });
  });

  it('R155 R152: the report counts what ended, what the first contact settled, and what was rated, for all and for each agent', async () => {
    const world = await scene();
    const { ann, sam, sue, ada, eve } = world.people;
    const from = new Date(clock.now().getTime() - 1).toISOString();
    const first = await askedCase(world, ada, sam);
    await rateCase(ada, { ...of({ rating: 5 }), caseId: first.id });
    const other = await askedCase(world, eve, sue);
    await rateCase(eve, { ...of({ rating: 2 }), caseId: other.id });
    // Ada comes back to the same queue within a week: her first case was not settled after all.
    await clock.advance(1_000);
    const third = await askedCase(world, ada, sam);
    const report = await feedbackReport(ann, { from, to: new Date(clock.now().getTime() + 1).toISOString() });
    expect(report).toMatchObject({
      endedCount: 3,
      answeredCount: 3,
      firstContactCount: 2,
      askedCount: 3,
      ratedCount: 2,
      averageRating: 3.5,
      satisfiedRate: 0.5,
      distribution: [0, 1, 0, 0, 1],
      replyCount: 0,
      replyAverage: null,
    });
    expect(report.firstContactRate).toBeCloseTo(2 / 3);
    expect(report.agents).toMatchObject([
      { agent: { id: sam.id }, endedCount: 2, firstContactCount: 1, ratedCount: 1, averageRating: 5 },
      { agent: { id: sue.id }, endedCount: 1, firstContactCount: 1, ratedCount: 1, averageRating: 2 },
    ]);
    expect(await caseOutcome(ann, { caseId: first.id })).toMatchObject({ isFirstContact: false });
    expect(await feedbackReport(ann, { from, to: new Date(clock.now().getTime() + 1).toISOString(), agentId: sue.id })).toMatchObject({ endedCount: 1, averageRating: 2 });
    const page = await expectQueries(server.db, 1, () => caseOutcomes(ann, { isRated: true }));
    expect(page.edges.map(({ node }) => node.caseId)).toEqual([other.id, first.id]);
    expect((await caseOutcomes(ann, { isRated: false })).edges.map(({ node }) => node.caseId)).toEqual([third.id]);
    const next = await caseOutcomes(ann, { first: 1 });
    expect((await caseOutcomes(ann, { first: 5, after: next.pageInfo.endCursor })).edges).toHaveLength(2);
    expect(await outcomeOf(feedbackReport(ada, { from, to: clock.now().toISOString() }))).toBe('FORBIDDEN');
    expect(await outcomeOf(feedbackReport(ann, { from, to: from }))).toBe('INVALID_INPUT');
  });
});

describe('figures and what admins do with them', () => {
  it('R250 R57 R58 P8: an agent sees their own figures and nobody else’s; an admin sets rules, acts on many cases at once, and reads the report over all', async () => {
    const world = await scene();
    const { ann, sam, sue, ada, eve } = world.people;
    const from = new Date(clock.now().getTime() - 1).toISOString();
    const mine = await askedCase(world, ada, sam);
    await rateCase(ada, { ...of({ rating: 5 }), caseId: mine.id });
    const other = await askedCase(world, eve, sue);
    await rateCase(eve, { ...of({ rating: 1 }), caseId: other.id });
    const to = new Date(clock.now().getTime() + 1).toISOString();
    const own = { endedCount: 1, ratedCount: 1, averageRating: 5, agents: [{ agent: { id: sam.id }, endedCount: 1, averageRating: 5 }] };
    expect(await feedbackReport(sam, { from, to })).toMatchObject(own);
    expect(await feedbackReport(sam, { from, to, agentId: sam.id })).toMatchObject(own);
    expect(await outcomeOf(feedbackReport(sam, { from, to, agentId: sue.id }))).toBe('FORBIDDEN');
    expect((await feedbackReport(ann, { from, to })).agents.map((each) => each.agent.id).toSorted()).toEqual([sam.id, sue.id].toSorted());
    const rule = { id: 'urgent', name: 'urgent', when: { match: 'ALL' as const, tests: [{ field: 'LANGUAGE' as const, operator: 'IS' as const, values: ['de'] }] }, priority: 'URGENT' as const };
    expect(await outcomeOf(saveRoutingRules(sam, { expectedVersion: 0, rules: [rule] }))).toBe('FORBIDDEN');
    expect((await saveRoutingRules(ann, { expectedVersion: 0, rules: [rule] })).routingRules.version).toBe(1);
    const two = [await ask(ada, { language: 'de' }), await ask(eve)];
    expect((await cases(ann, { filter: { priorities: ['URGENT'] } })).edges.map(({ node }) => node.case.id)).toEqual([two[0]?.id]);
    const { results } = await bulkCases(ann, { clientId: 'all', caseIds: two.map(({ id }) => id), action: 'CLOSE' });
    expect(results.map(({ isDone }) => isDone)).toEqual([true, true]);
    expect(await outcomeOf(bulkCases(sam, { clientId: 'all', caseIds: two.map(({ id }) => id), action: 'CLOSE' }))).toBe('FORBIDDEN');
    expect((await slaReport(ann, { from, to })).length).toBeGreaterThanOrEqual(0);
  });
});

describe('rating of replies', () => {
  it('R50 R154 R249: the client of a booking rates each message of the provider’s side once, and it counts for the provider', async () => {
    const world = await scene();
    const { ada, ben, sam, eve } = world.people;
    const { conversationId } = world.bookings.move;
    const say = async (person: Person, text: string) => (await sendMessage(person, { conversationId, clientId: randomToken(9), text })).message.id;
    const reply = await say(ben, 'On my way.');
    const mine = await say(ada, 'Thanks.');
    const input = { ...of({ rating: 5, comment: 'kind' }), messageId: reply };
    const { rating } = await rateReply(ada, input);
    expect(rating).toMatchObject({ messageId: reply, providerId: ben.id, rating: 5, comment: 'kind' });
    expect(await rateReply(ada, input)).toEqual({ rating });
    expect(await outcomeOf(rateReply(ada, { ...input, rating: 1 }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await outcomeOf(rateReply(ada, { ...of({ rating: 1 }), messageId: reply }))).toBe('ALREADY_RATED');
    expect(await outcomeOf(rateReply(ada, { ...of(), messageId: mine }))).toBe('FORBIDDEN');
    const system = (await sendSystemMessage(world.service, { conversationId, clientId: 's1', text: 'Booked.' })).message.id;
    expect(await outcomeOf(rateReply(ada, { ...of(), messageId: system }))).toBe('FORBIDDEN');
    expect(await outcomeOf(rateReply(ben, { ...of(), messageId: reply }))).toBe('FORBIDDEN');
    expect(await outcomeOf(rateReply(eve, { ...of(), messageId: reply }))).toBe('NOT_FOUND');
    expect(await outcomeOf(rateReply(ada, { ...of({ rating: 7 }), messageId: reply }))).toBe('INVALID_INPUT');
    const second = await say(ben, 'Here I am.');
    await rateReply(ada, { ...of({ rating: 2 }), messageId: second });
    for (const person of [ben, sam]) expect(await providerRating(person, { userId: ben.id })).toEqual({ average: 3.5, count: 2 });
    expect(await outcomeOf(providerRating(ada, { userId: ben.id }))).toBe('FORBIDDEN');
    expect((await replyRatings(ben, { conversationId })).edges.map(({ node }) => node.messageId).sort()).toEqual([reply, second].sort());
    expect(await outcomeOf(replyRatings(eve, { conversationId }))).toBe('NOT_FOUND');
  });
});
