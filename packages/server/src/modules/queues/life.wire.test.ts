import {
  acceptOffer,
  closeCase,
  completeWrapUp,
  endSupport,
  leaveConversation,
  messages,
  offers,
  queues,
  reopenCase,
  resolveCase,
  sendMessage,
  setAgentStatus,
  setCasePending,
  setCasePriority,
  snoozeCase,
  supportCase,
  takeOverCase,
  transferCase,
  upsertQueue,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { type Actor, outcomeOf, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';
import { able, ask, brokenPromises, connect, offered, queue, take } from './desk.fixture.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const site = () => seed(server).admin('ann').agent('sam').agent('sue').client('ada').client('eve').ready();
const statusOf = async (viewer: Actor, id: string): Promise<unknown> => (await supportCase(viewer, { id }))?.status;
const becomes = (viewer: Actor, id: string, status: string) =>
  expect.poll(async () => (await clock.advance(2_000), statusOf(viewer, id))).toBe(status);
const later = (ms: number): string => new Date(clock.now().getTime() + ms).toISOString();
const say = (viewer: Actor, conversationId: string, text: string) => sendMessage(viewer, { conversationId, clientId: text.replaceAll(/\W/g, '-'), text });

/** A case that sam has and has answered. */
const held = async (input: Parameters<typeof queue>[1] = {}) => {
  const world = await site();
  const { ann, sam, ada } = world.people;
  await queue(ann, input);
  const sams = await connect(sam);
  await ask(ada);
  const mine = await take(sam);
  await say(sam, mine.conversationId, 'hello');
  await expect.poll(async () => (await supportCase(sam, { id: mine.id }))?.firstResponseAt ?? null).not.toBeNull();
  return { ...world, ...world.people, sams, id: mine.id, conversationId: mine.conversationId };
};

describe('the life of a case', () => {
  it('R31 R32: pending waits for the customer, whose message opens the case again', async () => {
    const { sam, ada, ann, sue, sams, service, id, conversationId } = await held();
    await verifyFeed({
      conversationId,
      viewers: { ada, sam, ann },
      service,
      act: async () => {
        for (const _ of [1, 2]) expect((await setCasePending(sam, { caseId: id })).case.status).toBe('PENDING');
        await say(ada, conversationId, 'here it is');
        await expect.poll(() => statusOf(sam, id)).toBe('OPEN');
      },
    });
    expect(await outcomeOf(setCasePending(sue, { caseId: id }))).toBe('FORBIDDEN');
    expect(await outcomeOf(setCasePending(ada, { caseId: id }))).toBe('FORBIDDEN');
    await sams.close();
  });

  it('R31 R37 R115: a resolved case frees its agent, and a new message of the customer opens it again with them', async () => {
    const { sam, ada, sue, sams, id, conversationId } = await held();
    expect(await resolveCase(sam, { caseId: id, wrapUpCode: 'refund' })).toMatchObject({ case: { status: 'RESOLVED', wrapUpCode: 'refund', endedById: sam.id } });
    expect(await offers(sam)).toEqual([]);
    expect(await supportCase(ada, { id })).toMatchObject({ status: 'RESOLVED', wrapUpCode: null });
    await say(ada, conversationId, 'one thing more');
    await becomes(sam, id, 'OPEN');
    expect(await supportCase(sam, { id })).toMatchObject({ agent: { id: sam.id }, resolvedAt: null, endedById: null });
    expect(await offers(sam)).toMatchObject([{ status: 'ACCEPTED', case: { id } }]);
    expect(await outcomeOf(resolveCase(sue, { caseId: id }))).toBe('FORBIDDEN');
    await sams.close();
  });

  it('R37: without its agent, a case that is opened again waits anew, and the one who had it has left', async () => {
    const { sam, ada, sue, sams, id, conversationId } = await held();
    await resolveCase(sam, { caseId: id });
    await sams.close();
    await clock.advance(4_000);
    await say(ada, conversationId, 'still broken');
    await becomes(sue, id, 'QUEUED');
    expect(await supportCase(sue, { id })).toMatchObject({ agent: null, control: 'QUEUE' });
    expect(await outcomeOf(messages(sam, { conversationId }))).toBe('NOT_FOUND');
  });

  it('R36 R37: closed by support, nobody writes any more until it is opened again; both sides are told', async () => {
    const { sam, ada, ann, service, sams, id, conversationId } = await held();
    await verifyFeed({
      conversationId,
      viewers: { ada, sam, ann },
      service,
      act: async () => {
        for (const _ of [1, 2]) expect((await closeCase(sam, { caseId: id })).case).toMatchObject({ status: 'CLOSED', endedById: sam.id });
      },
    });
    expect(await outcomeOf(say(ada, conversationId, 'hm'))).toBe('CONVERSATION_CLOSED');
    const texts = (await messages(ada, { conversationId })).edges.map(({ node }) => node.text);
    expect(texts.filter((text) => text === 'Support ended the conversation.')).toHaveLength(1);
    expect(await outcomeOf(reopenCase(ada, { caseId: id }))).toBe('FORBIDDEN');
    expect((await reopenCase(sam, { caseId: id })).case).toMatchObject({ status: 'OPEN', agent: { id: sam.id }, closedAt: null });
    expect(await outcomeOf(say(ada, conversationId, 'thanks'))).toBe('ok');
    await sams.close();
  });

  it('R31 R36: a resolved case closes by itself after as long as its queue says, without a message; null for never, and a message in time keeps it open', async () => {
    const { sam, ada, eve, ann, sams, service, id, conversationId } = await held({ closeAfterSeconds: 600 });
    expect((await queues(ann)).map(({ closeAfterSeconds }) => closeAfterSeconds)).toEqual([600]);
    await resolveCase(sam, { caseId: id });
    await clock.sleep(590_000);
    await say(ada, conversationId, 'one more thing');
    await becomes(sam, id, 'OPEN');
    const { case: settled } = await resolveCase(sam, { caseId: id });
    await clock.sleep(590_000);
    expect(await statusOf(ada, id)).toBe('RESOLVED');
    await verifyFeed({ conversationId, viewers: { ada, sam, ann }, service, act: () => becomes(sam, id, 'CLOSED') });
    const closed = await supportCase(sam, { id });
    expect(closed).toMatchObject({ status: 'CLOSED', resolvedAt: settled.resolvedAt, endedById: sam.id });
    expect(Date.parse(closed?.closedAt ?? '') - Date.parse(settled.resolvedAt ?? '')).toBeGreaterThanOrEqual(600_000);
    expect((await messages(ada, { conversationId })).edges.filter(({ node }) => JSON.stringify(node.metadata).includes('closed'))).toEqual([]);
    expect(await outcomeOf(say(ada, conversationId, 'too late'))).toBe('CONVERSATION_CLOSED');
    const log = await server.db.prisma.event.findMany({ where: { conversationId, type: 'CaseUpdated' }, orderBy: { seq: 'desc' }, take: 1 });
    expect(log).toMatchObject([{ actorId: null, audience: 'all' }]);
    await upsertQueue(ann, { key: 'help', closeAfterSeconds: null });
    await upsertQueue(ann, { key: 'other' });
    expect((await queues(ann)).map(({ key, closeAfterSeconds }) => [key, closeAfterSeconds])).toEqual([['help', null], ['other', 259_200]]);
    const resolved = async (input: object, secondsAgo: number): Promise<string> => {
      await ask(eve, input);
      const { id: caseId } = await take(sam, clock);
      await resolveCase(sam, { caseId });
      await server.db.prisma.supportCase.update({ where: { id: caseId }, data: { resolvedAt: later(-1_000 * secondsAgo) } });
      return caseId;
    };
    const kept = await resolved({ queue: 'help' }, 400 * 86_400);
    const gone = await resolved({ queue: 'other' }, 259_200);
    await becomes(sam, gone, 'CLOSED');
    expect(await statusOf(eve, kept)).toBe('RESOLVED');
    for (const closeAfterSeconds of [0, 59, 31_622_401]) expect(await outcomeOf(upsertQueue(ann, { key: 'help', closeAfterSeconds }))).toBe('INVALID_INPUT');
    await sams.close();
  });

  it('R36 R115: the customer leaves, waiting or talking: staff are told, the agent is free, the offer is taken back', async () => {
    const { sam, ada, eve, ann, sams, id, conversationId } = await held();
    for (const _ of [1, 2]) expect((await endSupport(ada, { caseId: id })).case).toMatchObject({ status: 'CLOSED', endedById: ada.id, priority: null });
    expect((await messages(sam, { conversationId })).edges.map(({ node }) => node.text)).toContain('The customer ended the conversation.');
    expect(await offers(sam)).toEqual([]);
    const waiting = await ask(eve);
    const [offer] = await offered(sam);
    await endSupport(eve, { caseId: waiting.id });
    expect(await offers(sam)).toEqual([]);
    expect(await outcomeOf(acceptOffer(sam, { offerId: offer?.id ?? '' }))).toBe('OFFER_EXPIRED');
    expect(await outcomeOf(endSupport(ada, { caseId: waiting.id }))).toBe('NOT_FOUND');
    expect(await outcomeOf(endSupport(ann, { caseId: waiting.id }))).toBe('FORBIDDEN');
    await sams.close();
  });

  it('R115: after a conversation its agent wraps up, which takes a place, until they say so or the time is over', async () => {
    const { sam, eve, ann, sams, id } = await held({ wrapUpSeconds: 60 });
    await able(ann, sam, { max: 1 });
    await resolveCase(sam, { caseId: id });
    expect(await offers(sam)).toMatchObject([{ status: 'WRAPPING_UP' }]);
    const next = await ask(eve);
    await clock.advance(4_000);
    expect((await offers(sam)).map(({ status }) => status)).toEqual(['WRAPPING_UP']);
    for (const _ of [1, 2]) expect((await completeWrapUp(sam, { caseId: id, wrapUpCode: 'done' })).case.wrapUpCode).toBe('done');
    expect((await offered(sam, 1, clock))[0]?.case.id).toBe(next.id);
    const taken = await take(sam);
    expect(await outcomeOf(completeWrapUp(sam, { caseId: taken.id }))).toBe('CASE_STATE_INVALID');
    await resolveCase(sam, { caseId: taken.id });
    await clock.advance(60_000);
    await expect.poll(async () => (await clock.advance(2_000), (await offers(sam)).length)).toBe(0);
    await sams.close();
  });

  it('R246: a snoozed case takes no place, wakes by the clock or by its customer, and looks pending to them', async () => {
    const { sam, ada, sams, id, conversationId } = await held();
    expect((await snoozeCase(sam, { caseId: id, until: later(600_000) })).case).toMatchObject({ status: 'SNOOZED', agent: { id: sam.id } });
    expect(await supportCase(ada, { id })).toMatchObject({ status: 'PENDING', snoozedUntil: null });
    expect(await offers(sam)).toEqual([]);
    await clock.sleep(600_000);
    await becomes(sam, id, 'OPEN');
    await snoozeCase(sam, { caseId: id, until: later(600_000) });
    await say(ada, conversationId, 'any news?');
    await becomes(sam, id, 'OPEN');
    for (const until of [later(-1), later(400 * 24 * 3_600_000)]) expect(await outcomeOf(snoozeCase(sam, { caseId: id, until }))).toBe('INVALID_INPUT');
    await snoozeCase(sam, { caseId: id, until: later(60_000) });
    await sams.close();
    await clock.advance(62_000);
    await becomes(sam, id, 'QUEUED');
  });

  it('R111 R245: to another agent at once: the customer sees to whom and never the note, who had it has left, and again changes nothing', async () => {
    const { sam, sue, ada, ann, service, sams, id, conversationId } = await held();
    const sues = await connect(sue);
    const move = { caseId: id, clientId: 'to-sue', agentId: sue.id, note: 'careful: angry' };
    await verifyFeed({
      conversationId,
      viewers: { ada, ann },
      service,
      secrets: [{ text: 'careful: angry', hiddenFrom: ['ada'] }],
      act: async () => {
        for (const _ of [1, 2]) expect((await transferCase(sam, move)).case).toMatchObject({ status: 'OPEN', agent: { id: sue.id } });
      },
    });
    expect(await outcomeOf(messages(sam, { conversationId }))).toBe('NOT_FOUND');
    expect((await messages(sue, { conversationId })).edges.map(({ node }) => node.text)).toEqual(expect.arrayContaining(['careful: angry', 'The conversation was transferred to sue.']));
    expect(await offers(sue)).toMatchObject([{ status: 'ACCEPTED', case: { id } }]);
    expect(await offers(sam)).toEqual([]);
    await Promise.all([sams.close(), sues.close()]);
  });

  it('R111 R245: to oneself, to a full or an absent agent, to nobody or to two: coded, and nothing changed', async () => {
    const { sam, sue, ada, eve, ann, sams, id, site: { id: siteId } } = await held();
    const before = await supportCase(sam, { id });
    let count = 0;
    const move = (to: object, as: Actor = sam): Promise<string> => outcomeOf(transferCase(as, { caseId: id, clientId: `t${(count += 1)}`, note: 'x', ...to }));
    expect(await move({ agentId: sam.id })).toBe('AGENT_UNAVAILABLE');
    expect(await move({ agentId: sue.id })).toBe('AGENT_UNAVAILABLE');
    const sues = await connect(sue);
    await able(ann, sue, { max: 1 });
    await setAgentStatus(sam, { status: 'BUSY' });
    await ask(eve);
    await offered(sue, 1, clock);
    expect(await move({ agentId: sue.id })).toBe('AGENT_UNAVAILABLE');
    await setAgentStatus(sue, { status: 'BUSY' });
    expect(await move({ agentId: sue.id })).toBe('AGENT_UNAVAILABLE');
    for (const to of [{ agentId: ada.id }, { queue: 'none' }]) expect(await move(to)).toBe('NOT_FOUND');
    for (const to of [{}, { agentId: sue.id, queue: 'help' }, { skill: '' }, { skill: 'x'.repeat(61) }]) expect(await move(to)).toBe('INVALID_INPUT');
    expect(await move({ queue: 'help' }, sue)).toBe('FORBIDDEN');
    await queue(ann, { key: 'tiny', maxWaiting: 0 });
    expect(await move({ queue: 'tiny' })).toBe('QUEUE_FULL');
    expect(await supportCase(sam, { id })).toEqual(before);
    expect(await brokenPromises(server, siteId)).toEqual([]);
    await Promise.all([sams.close(), sues.close()]);
  });

  it('R109 R111 R245: to a queue or a skill it waits from the time at which it was queued first, and who sent it on is not asked again', async () => {
    const { sam, sue, eve, ann, sams, id } = await held();
    await able(ann, sue, { skills: ['payments'], departments: ['billing'] });
    await queue(ann, { key: 'bill', department: 'billing' });
    await clock.advance(60_000);
    await ask(eve, { queue: 'bill' });
    await transferCase(sam, { caseId: id, clientId: 'a', queue: 'bill' });
    expect(await supportCase(ann, { id })).toMatchObject({ status: 'QUEUED', queue: { key: 'bill' }, agent: null, department: 'billing' });
    const sues = await connect(sue);
    const both = await offered(sue, 2, clock);
    expect(both.map((offer) => offer.case.id)).toContain(id);
    const offer = both.find((each) => each.case.id === id);
    await acceptOffer(sue, { offerId: offer?.id ?? '' });
    // Client ids are those of one caller: that sam used it for another transfer of the case does not matter.
    await transferCase(sue, { caseId: id, clientId: 'a', skill: 'payments' });
    expect(await supportCase(ann, { id })).toMatchObject({ status: 'QUEUED', skillsRequired: ['payments'] });
    await clock.advance(10_000);
    expect((await offers(sue)).map((each) => each.case.id)).not.toContain(id);
    expect((await offers(sam)).map((each) => each.case.id)).not.toContain(id);
    await Promise.all([sams.close(), sues.close()]);
  });

  it('R111: what a full queue has no room for waits where its surplus goes, and the customer reads of that queue; a case that waits already takes no second place', async () => {
    const { sam, ada, eve, ann, sams, id, conversationId } = await held();
    await queue(ann, { key: 'spare', name: 'Spare', department: 'spare' });
    await queue(ann, { key: 'tiny', name: 'Tiny', department: 'tiny', maxWaiting: 1, overflow: 'spare' });
    const waiting = await ask(eve, { queue: 'tiny' });
    expect((await transferCase(ann, { caseId: waiting.id, clientId: 'a', skill: 'payments' })).case).toMatchObject({ queue: { key: 'tiny' }, skillsRequired: ['payments'] });
    expect((await transferCase(sam, { caseId: id, clientId: 'b', queue: 'tiny' })).case).toMatchObject({ status: 'QUEUED', queue: { key: 'spare' } });
    const texts = (await messages(ada, { conversationId })).edges.map(({ node }) => node.text);
    expect(texts).toContain('The conversation was transferred to Spare.');
    await sams.close();
  });

  it('R57 R246: a colleague takes a case over, waiting or held; who has as many as they take is refused', async () => {
    const { sam, sue, ann, eve, sams, id, conversationId } = await held();
    for (const _ of [1, 2]) expect((await takeOverCase(sue, { caseId: id })).case).toMatchObject({ status: 'OPEN', agent: { id: sue.id } });
    expect(await outcomeOf(messages(sam, { conversationId }))).toBe('NOT_FOUND');
    const waiting = await ask(eve);
    const [offer] = await offered(sam, 1, clock);
    expect((await takeOverCase(ann, { caseId: waiting.id })).case.agent?.id).toBe(ann.id);
    expect(await outcomeOf(acceptOffer(sam, { offerId: offer?.id ?? '' }))).toBe('OFFER_EXPIRED');
    await able(ann, sue, { max: 1 });
    expect(await outcomeOf(takeOverCase(sue, { caseId: waiting.id }))).toBe('AGENT_UNAVAILABLE');
    expect(await outcomeOf(takeOverCase(eve, { caseId: waiting.id }))).toBe('FORBIDDEN');
    await sams.close();
  });

  it('R57: an agent who leaves the conversation gives the case back to the line', async () => {
    const { sam, ann, sams, id, conversationId } = await held();
    await setAgentStatus(sam, { status: 'BUSY' });
    await leaveConversation(sam, { conversationId });
    await expect.poll(() => statusOf(ann, id)).toBe('QUEUED');
    await sams.close();
  });

  it('R108: another priority is another place in the line, as if it had been so from the beginning', async () => {
    const { people } = await site();
    const { ann, sam, ada, eve } = people;
    await queue(ann, { ageingSeconds: 600 });
    const first = await ask(ada);
    await clock.advance(10_000);
    const second = await ask(eve);
    for (const _ of [1, 2]) expect((await setCasePriority(sam, { caseId: second.id, priority: 'URGENT' })).case.priority).toBe('URGENT');
    await able(ann, sam, { max: 1 });
    const sams = await connect(sam);
    expect((await offered(sam, 1, clock))[0]?.case.id).toBe(second.id);
    expect(await outcomeOf(setCasePriority(ada, { caseId: first.id, priority: 'URGENT' }))).toBe('FORBIDDEN');
    await sams.close();
  });
});
