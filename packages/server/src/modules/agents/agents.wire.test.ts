import { AgentFeedDocument, type AgentFeedSubscription, AgentsDocument, agent, agents, setAgentStatus, upsertAgent } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { expectQueries, outcomeOf, seed, startServer, turning, type TestServer } from '../../testing/index.js';

let clock: TestClock;
let server: TestServer;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const site = () => seed(server).admin('ann').agent('sam').agent('sue').client('ada').provider('ben').client('eve').booking('move').ready();
type Item = AgentFeedSubscription['agentFeed'];
const isOf = (userId: string, status: string) => ({ agentFeed: item }: { readonly agentFeed: Item }): boolean =>
  item.__typename === 'AgentChanged' && item.agent.user.id === userId && item.agent.status === status;
const JOIN = 'mutation ($input: JoinConversationInput!) { joinConversation(input: $input) { seq } }';
const INBOX = 'subscription { inboxFeed { __typename } }';

describe('agents', () => {
  it('R11 R15: admins give departments, skills and capacity; what is left out stays, and repeating changes nothing', async () => {
    const { people, service } = await site();
    const { ann, sam } = people;
    expect(await agent(ann, { userId: sam.id })).toMatchObject({
      departments: [], skills: [], maxConversations: 8, rating: null, chosenStatus: 'ONLINE', status: 'OFFLINE', isAvailable: false, lastActiveAt: null,
    });
    const profile = { userId: sam.id, departments: ['billing', 'billing', 'moves'], skills: [{ name: 'payments', level: 4 }, { name: 'german' }], maxConversations: 12 };
    const shown = { departments: ['billing', 'moves'], skills: [{ name: 'payments', level: 4 }, { name: 'german', level: null }], maxConversations: 12 };
    for (const _ of [1, 2]) expect((await upsertAgent(ann, profile)).agent).toMatchObject({ user: { id: sam.id, displayName: 'sam' }, ...shown });
    expect((await upsertAgent(service, { userId: sam.id, maxConversations: 3 })).agent).toMatchObject({ ...shown, maxConversations: 3 });
    await server.db.prisma.agent.update({ where: { userId: sam.id }, data: { ratingSum: 9, ratingCount: 2 } });
    expect((await agent(sam, { userId: sam.id }))?.rating).toEqual({ average: 4.5, count: 2 });
  });

  it('R11 R15 P8: nobody but admins, no other site, nobody who is no agent, no profile that breaks a rule', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    const other = (await site()).people;
    const write = (input: object, as = ann): Promise<string> => outcomeOf(upsertAgent(as, { userId: sam.id, ...input }));
    for (const as of [sam, ada, people.ben]) expect(await write({}, as)).toBe('FORBIDDEN');
    expect(await write({ userId: other.sam.id })).toBe('NOT_FOUND');
    expect(await write({ userId: 'usr_nobody' })).toBe('NOT_FOUND');
    expect(await write({ userId: ada.id })).toBe('INVALID_INPUT');
    const broken = [
      { maxConversations: 0 },
      { maxConversations: 501 },
      { departments: [''] },
      { departments: ['x'.repeat(61)] },
      { departments: Array.from({ length: 21 }, (_, n) => `d${n}`) },
      { skills: [{ name: 'a' }, { name: 'a' }] },
      { skills: [{ name: 'a', level: 6 }] },
      { skills: [{ name: '\ud800' }] },
    ];
    for (const input of broken) expect(await write(input), JSON.stringify(input)).toBe('INVALID_INPUT');
    expect(await server.db.prisma.agent.count({ where: { userId: sam.id } })).toBe(0);
  });

  it('R12: a chosen status is shown while a connection stands, kept without one, and back with the next', async () => {
    const { people } = await site();
    const { ann, sam } = people;
    const seen = async (): Promise<unknown> => (await agent(ann, { userId: sam.id }))?.status;
    expect((await setAgentStatus(sam, { status: 'BUSY' })).agent).toMatchObject({ status: 'OFFLINE', chosenStatus: 'BUSY' });
    for (const _ of ['first', 'again']) {
      const socket = await sam.socket();
      await socket.subscribe(INBOX, {}).next();
      expect(await seen()).toBe('BUSY');
      await socket.close();
      // The server hears of it a moment later, and then waits for two seconds.
      await expect.poll(async () => (await clock.advance(2_000), seen())).toBe('OFFLINE');
    }
    const socket = await sam.socket();
    await socket.subscribe(INBOX, {}).next();
    for (const status of ['ONLINE', 'AWAY', 'OFFLINE', 'BUSY'] as const) {
      expect((await setAgentStatus(sam, { status })).agent).toMatchObject({ status, chosenStatus: status, isAvailable: status === 'ONLINE' });
    }
    const { lastActiveAt } = (await setAgentStatus(sam, { status: 'BUSY' })).agent;
    await clock.advance(60_000);
    expect((await setAgentStatus(sam, { status: 'BUSY' })).agent.lastActiveAt).toBe(lastActiveAt);
    expect((await setAgentStatus(ann, { status: 'AWAY', userId: sam.id })).agent).toMatchObject({ status: 'AWAY' });
  });

  it('R12 P8: only agents and admins have a status, and only admins choose for others', async () => {
    const { people, service } = await site();
    const { ann, sam, sue, ada } = people;
    expect(await outcomeOf(setAgentStatus(ada, { status: 'AWAY' }))).toBe('FORBIDDEN');
    expect(await outcomeOf(setAgentStatus(service, { status: 'AWAY' }))).toBe('FORBIDDEN');
    expect(await outcomeOf(setAgentStatus(sue, { status: 'AWAY', userId: sam.id }))).toBe('FORBIDDEN');
    expect(await outcomeOf(setAgentStatus(ann, { status: 'AWAY', userId: ada.id }))).toBe('NOT_FOUND');
    expect(await outcomeOf(setAgentStatus(ann, { status: 'AWAY', userId: (await site()).people.sam.id }))).toBe('NOT_FOUND');
    expect(await outcomeOf(setAgentStatus(ann, { status: 'AWAY' }))).toBe('ok');
    expect((await agent(sam, { userId: ann.id }))?.chosenStatus).toBe('AWAY');
  });

  it('R11 P8: clients see of an agent in a conversation with them the person, status and rating; of others nothing', async () => {
    const { people, bookings } = await site();
    const { ann, sam, sue, ada, eve } = people;
    await upsertAgent(ann, { userId: sam.id, departments: ['moves'] });
    expect(await agent(ada, { userId: sam.id })).toBeNull();
    await sam.must(JOIN, { input: { conversationId: bookings.move.conversationId, reason: 'help' } });
    const hidden = { chosenStatus: null, departments: null, skills: null, maxConversations: null, permissions: null, lastActiveAt: null };
    expect(await agent(ada, { userId: sam.id })).toMatchObject({ user: { displayName: 'sam' }, status: 'OFFLINE', rating: null, ...hidden });
    const idsSeenBy = async (viewer: typeof ada): Promise<string[]> => (await agents(viewer, { userIds: [sam.id, sue.id, ada.id] })).edges.map(({ node }) => node.user.id);
    expect(await idsSeenBy(ada)).toEqual([sam.id]);
    expect(await idsSeenBy(eve)).toEqual([]);
    expect((await idsSeenBy(ann)).toSorted()).toEqual([sam.id, sue.id].toSorted());
    expect(await outcomeOf(agents(ada, { department: 'moves' }))).toBe('FORBIDDEN');
    expect(await outcomeOf(agents(ada, { skill: 'moves' }))).toBe('FORBIDDEN');
    expect(await agent((await site()).people.ann, { userId: sam.id })).toBeNull();
  });

  it('R11: agents are listed in pages, by department, skill and shown status, with the same queries for few and for many', async () => {
    const { people } = await site();
    const { ann, sam, sue } = people;
    await upsertAgent(ann, { userId: sam.id, departments: ['moves'], skills: [{ name: 'german' }] });
    await upsertAgent(ann, { userId: sue.id, departments: ['moves', 'billing'] });
    const namesOf = async (args: object): Promise<string[]> => (await agents(ann, args)).edges.map(({ node }) => node.user.displayName);
    expect(await namesOf({})).toEqual(['sam', 'sue']);
    expect(await namesOf({ department: 'billing' })).toEqual(['sue']);
    expect(await namesOf({ skill: 'german' })).toEqual(['sam']);
    const first = await agents(ann, { first: 1 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(await namesOf({ first: 1, after: first.pageInfo.endCursor })).toEqual(['sue']);
    const socket = await sue.socket();
    await socket.subscribe(INBOX, {}).next();
    expect(await namesOf({ status: 'ONLINE' })).toEqual(['sue']);
    expect(await namesOf({ status: 'OFFLINE', first: 1 })).toEqual(['sam']);
    for (const args of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { department: '' }, { userIds: Array.from({ length: 101 }, () => 'u') }]) {
      expect(await outcomeOf(agents(ann, args)), JSON.stringify(args)).toBe('INVALID_INPUT');
    }
    await expectQueries(server.db, 1, () => ann.must(AgentsDocument, {}));
  });

  it('R12 R91: staff see agents come, go and change as it happens, and who becomes one or is one no more', async () => {
    const { people, service } = await site();
    const { ann, sam, sue } = people;
    const watcher = await ann.socket();
    const feed = watcher.subscribe(AgentFeedDocument, {});
    const { agentFeed: snapshot } = await feed.next();
    expect(snapshot.__typename === 'AgentsSnapshot' && snapshot.agents.map(({ user, status }) => [user.id, status])).toEqual([[sam.id, 'OFFLINE'], [sue.id, 'OFFLINE']]);
    const phone = await sam.socket();
    await phone.subscribe(INBOX, {}).next();
    await feed.next(isOf(sam.id, 'ONLINE'));
    await setAgentStatus(sam, { status: 'AWAY' });
    await feed.next(isOf(sam.id, 'AWAY'));
    await phone.close();
    await turning(clock, 2_000, feed.next(isOf(sam.id, 'OFFLINE')));
    await upsertAgent(service, { userId: ann.id, departments: ['lead'] });
    await feed.next(isOf(ann.id, 'ONLINE'));
    await service.must('mutation ($input: UpsertUserInput!) { upsertUser(input: $input) { user { id } } }', { input: { externalId: 'sue', role: 'CLIENT' } });
    await turning(clock, 15_000, feed.next(({ agentFeed: item }) => item.__typename === 'AgentRemoved' && item.userId === sue.id));
    await turning(clock, 15_000, feed.next(({ agentFeed: item }) => item.__typename === 'AgentsRead'));
  });

  it('R12 R91: who becomes an agent without being there is shown too, after those who are none any more', async () => {
    const { people, service } = await site();
    const { ann, sam, sue } = people;
    const feed = (await ann.socket()).subscribe(AgentFeedDocument, {});
    await feed.next();
    const upsert = async (externalId: string, role: string): Promise<void> => {
      await service.must('mutation ($input: UpsertUserInput!) { upsertUser(input: $input) { user { id } } }', { input: { externalId, role } });
    };
    await upsert('sue', 'CLIENT');
    await upsert('tom', 'AGENT');
    const isTom = ({ agentFeed: item }: { readonly agentFeed: Item }): boolean => item.__typename === 'AgentChanged' && ![sam.id, sue.id].includes(item.agent.user.id);
    const { agentFeed: tom } = await turning(clock, 15_000, feed.next(isTom));
    expect(tom).toMatchObject({ agent: { status: 'OFFLINE', user: { role: 'AGENT' } } });
    const removed = feed.all.findIndex(({ agentFeed: item }) => item.__typename === 'AgentRemoved' && item.userId === sue.id);
    expect(removed).toBeGreaterThan(0);
    expect(removed).toBeLessThan(feed.all.findIndex(isTom));
    await ann.close();
  });

  it('R12 P8: the feed of agents is for staff, and ends with the right to it', async () => {
    const { people, service } = await site();
    const { sam, ada } = people;
    const refused = (await ada.socket()).subscribe(AgentFeedDocument, {});
    expect((await refused.ended)[0]?.extensions?.code).toBe('FORBIDDEN');
    const feed = (await sam.socket()).subscribe(AgentFeedDocument);
    await feed.next();
    await service.must('mutation ($input: UpsertUserInput!) { upsertUser(input: $input) { user { id } } }', { input: { externalId: 'sam', role: 'AGENT', isActive: false } });
    expect((await feed.ended)[0]?.message).toMatch(/deactivated|4403/);
  });
});
