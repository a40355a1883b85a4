import {
  addParticipant,
  caseTrail,
  closeCase,
  conversation,
  conversations,
  decideEscalation,
  type DecideEscalationInput,
  escalateConversation,
  escalation,
  escalations,
  joinConversation,
  messages,
  notices,
  openEscalation,
  sendMessage,
  supportCase,
  takeOverCase,
  transferCase,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, currentStack, outcomeOf, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';
import { able, ask, connect, queue } from '../queues/desk.fixture.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ nodes: currentStack() === 'cluster' ? 3 : 1 });
});
afterAll(() => server.close());

const site = async () => {
  const world = await seed(server).client('ada').client('eve').provider('ben').provider('bea').agent('sam').agent('sue').agent('tom').admin('ann').admin('max').booking('move').ready();
  const { ann, tom } = world.people;
  await able(ann, tom, { departments: ['other'] });
  await queue(ann, { key: 'help', isDefault: true });
  return { ...world, conversationId: world.bookings.move.conversationId };
};
const taken = async () => {
  const world = await site();
  const opened = await ask(world.people.ada, { subject: 'a refund' });
  await takeOverCase(world.people.sam, { caseId: opened.id });
  return { ...world, opened };
};
const open = async (as: Actor, caseId: string, more: object = {}) => (await openEscalation(as, { caseId, clientId: 'e1', reason: 'May I refund all of it?', ...more })).escalation;
const decide = async (as: Actor, escalationId: string, more: Partial<DecideEscalationInput> = {}) => (await decideEscalation(as, { escalationId, status: 'APPROVED', text: 'Yes, all of it.', ...more })).escalation;
const told = async (as: Actor, kind: string) => (await notices(as)).edges.map(({ node }) => node).filter((notice) => notice.kind === kind);

describe('escalations to admins', () => {
  it('R20 R112 P3: an agent asks, an admin decides once, the agent answers the customer; each is told, and the trail has it in order', async () => {
    const { people, opened } = await taken();
    const { sam, ann, max, ada } = people;
    const asked = await open(sam, opened.id);
    expect(asked).toMatchObject({ caseId: opened.id, openedBy: { id: sam.id }, reason: 'May I refund all of it?', status: 'OPEN', decision: null, decidedBy: null });
    const again = await Promise.all([1, 2, 3].map(() => open(sam, opened.id)));
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([asked.id]));
    expect(await outcomeOf(open(sam, opened.id, { reason: 'other' }))).toBe('IDEMPOTENCY_CONFLICT');
    for (const admin of [ann, max]) expect(await told(admin, 'ESCALATED')).toMatchObject([{ conversationId: asked.conversationId, data: { escalationId: asked.id, caseId: opened.id } }]);
    const thread = await conversation(sam, { id: asked.conversationId });
    expect(thread).toMatchObject({ kind: 'ESCALATION', title: 'a refund' });
    expect(thread?.participants.map(({ user }) => user.displayName).toSorted()).toEqual(['ann', 'max', 'sam']);
    await sendMessage(ann, { conversationId: asked.conversationId, clientId: 'q', text: 'Which booking?' });

    expect(await outcomeOf(decide(sam, asked.id))).toBe('FORBIDDEN');
    const decided = await decide(ann, asked.id);
    expect(decided).toMatchObject({ status: 'APPROVED', decision: 'Yes, all of it.', decidedBy: { id: ann.id } });
    expect((await decide(ann, asked.id)).decidedAt).toBe(decided.decidedAt);
    expect(await outcomeOf(decide(max, asked.id))).toBe('ESCALATION_DECIDED');
    expect(await outcomeOf(decide(ann, asked.id, { status: 'DECLINED' }))).toBe('ESCALATION_DECIDED');
    expect(await told(sam, 'ESCALATION_DECIDED')).toMatchObject([{ data: { escalationId: asked.id, decision: 'APPROVED' } }]);
    expect((await messages(sam, { conversationId: asked.conversationId })).edges.map(({ node }) => node.text)).toEqual(['May I refund all of it?', 'Which booking?', 'Yes, all of it.']);
    await sendMessage(sam, { conversationId: opened.conversationId, clientId: 'a', text: 'You get it back.' });
    await closeCase(sam, { caseId: opened.id });

    const { edges } = await caseTrail(ann, { caseId: opened.id });
    const shown = edges.map(({ node }) => node);
    const kinds = shown.map(({ kind }) => kind).filter((kind) => kind !== 'RECORDED');
    expect(kinds).toEqual(['QUEUED', 'ASSIGNED', 'JOINED', 'ESCALATED', 'DECIDED', 'ANSWERED', 'CLOSED']);
    expect(shown.find(({ kind }) => kind === 'ESCALATED')).toMatchObject({ actor: { id: sam.id }, text: 'May I refund all of it?', escalationId: asked.id });
    expect(shown.find(({ kind }) => kind === 'DECIDED')).toMatchObject({ actor: { id: ann.id }, text: 'APPROVED: Yes, all of it.' });
    expect(shown.find(({ kind }) => kind === 'ANSWERED')).toMatchObject({ actor: { id: sam.id }, text: 'You get it back.' });
    const first = await caseTrail(sam, { caseId: opened.id, first: 3 });
    const rest = await caseTrail(sam, { caseId: opened.id, after: first.pageInfo.endCursor });
    // Others may record something more at any time, such as asking the customer how it was.
    expect([...first.edges, ...rest.edges].map(({ node }) => node.kind).filter((kind) => kind !== 'RECORDED')).toEqual(kinds);
    for (const [as, code] of [[ada, 'FORBIDDEN'], [people.eve, 'NOT_FOUND'], [people.tom, 'ok'], [(await site()).people.ann, 'NOT_FOUND']] as const) expect(await outcomeOf(caseTrail(as, { caseId: opened.id }))).toBe(code);
  });

  it('R112 P8: the trail shows what was answered, and notes, only to who may read the conversation', async () => {
    const { people, opened } = await taken();
    const { sam, sue, ann } = people;
    const asked = await open(sam, opened.id);
    await decide(ann, asked.id);
    await transferCase(ann, { caseId: opened.id, clientId: 't', queue: 'help', note: 'she is upset' });
    await takeOverCase(sam, { caseId: opened.id });
    await sendMessage(sam, { conversationId: opened.conversationId, clientId: 'a', text: 'You get it back.' });
    const trail = async (as: Actor) => (await caseTrail(as, { caseId: opened.id })).edges.map(({ node }) => node);
    const answer = async (as: Actor) => (await trail(as)).find(({ kind }) => kind === 'ANSWERED');
    for (const as of [sam, ann]) {
      expect(await answer(as)).toMatchObject({ actor: { id: sam.id }, text: 'You get it back.' });
      expect(JSON.stringify(await trail(as))).toContain('she is upset');
    }
    expect(await answer(sue)).toMatchObject({ actor: { id: sam.id }, text: null, escalationId: asked.id });
    const hidden = JSON.stringify(await trail(sue));
    expect(hidden).not.toContain('You get it back.');
    expect(hidden).not.toContain('she is upset');
    await joinConversation(sue, { conversationId: opened.conversationId });
    expect(await answer(sue)).toMatchObject({ text: 'You get it back.' });
  });

  it('R63 R112 P8: the customer sees nothing of it by any path, and can be added to the thread by nobody', async () => {
    const { people, opened, service } = await taken();
    const { sam, ann, ada, eve } = people;
    let escalationId = '';
    let thread = '';
    await verifyFeed({
      conversationId: opened.conversationId,
      service,
      viewers: { ada, sam, ann },
      secrets: [{ text: 'asked admins to decide', hiddenFrom: ['ada'] }, { text: 'decided the escalation', hiddenFrom: ['ada'] }],
      act: async () => {
        ({ id: escalationId, conversationId: thread } = await open(sam, opened.id));
        await decide(ann, escalationId);
      },
    });
    for (const as of [sam, ann, service]) expect(await outcomeOf(addParticipant(as, { conversationId: thread, userId: ada.id }))).toBe('FORBIDDEN');
    for (const as of [ada, eve]) {
      expect(await conversation(as, { id: thread })).toBeNull();
      expect(await escalation(as, { id: escalationId })).toBeNull();
      expect(await outcomeOf(escalations(as))).toBe('FORBIDDEN');
      expect(await outcomeOf(messages(as, { conversationId: thread }))).toBe('NOT_FOUND');
      expect((await conversations(as, { kind: 'ESCALATION' })).edges).toEqual([]);
      expect(await outcomeOf(decide(as, escalationId))).toBe('NOT_FOUND');
      expect(JSON.stringify(await messages(as, { conversationId: opened.conversationId }).catch(() => null))).not.toContain('escalat');
    }
    expect(JSON.stringify(await supportCase(ada, { id: opened.id }))).not.toContain('refund all');
  });

  it('R20 P8: who may escalate what, and who reads it', async () => {
    const { people, opened, service } = await taken();
    const { sam, sue, tom, ann, ada, eve } = people;
    const codes = [[ada, 'FORBIDDEN'], [eve, 'NOT_FOUND'], [sue, 'FORBIDDEN'], [service, 'FORBIDDEN'], [(await site()).people.sam, 'NOT_FOUND']] as const;
    for (const [as, code] of codes) expect(await outcomeOf(open(as, opened.id))).toBe(code);
    for (const more of [{ reason: ' ' }, { reason: 'x'.repeat(2_001) }, { clientId: 'no id!' }, { adminIds: [sue.id] }, { adminIds: [] }]) expect(await outcomeOf(open(sam, opened.id, more))).toBe('INVALID_INPUT');
    const own = await open(sam, opened.id, { adminIds: [ann.id] });
    expect(await told(people.max, 'ESCALATED')).toEqual([]);
    expect((await conversation(ann, { id: own.conversationId }))?.participants.length).toBe(2);
    for (const as of [sam, sue, ann]) expect((await escalations(as, { caseId: opened.id, status: 'OPEN' })).edges.map(({ node }) => node.id)).toEqual([own.id]);
    await connect(tom);
    expect((await escalations(tom)).edges.length).toBe(1);
    expect((await escalations((await site()).people.ann)).edges).toEqual([]);
    expect(await outcomeOf(messages(sue, { conversationId: own.conversationId }))).toBe('NOT_FOUND');
    await closeCase(ann, { caseId: opened.id });
    expect(await outcomeOf(open(sam, opened.id, { clientId: 'late' }))).toBe('CASE_STATE_INVALID');
    expect((await decide(service, own.id, { status: 'ADVISED', text: 'Next time ask first.' })).status).toBe('ADVISED');
    expect((await escalations(ann, { status: 'OPEN' })).edges).toEqual([]);
  });
});

describe('from a booking to support', () => {
  it('R51 R55 R57 R244 P3: a party asks for help once; support gets a case linked to the conversation and joins it on record', async () => {
    const { people, conversationId, service } = await site();
    const { ada, ben, sam, ann } = people;
    const request = { conversationId, clientId: 'h1', reason: 'He does not answer.' };
    const made: string[] = [];
    await verifyFeed({
      conversationId,
      service,
      viewers: { ada, ben, ann },
      secrets: [{ text: 'Support was asked to help', hiddenFrom: ['ben'] }],
      act: async () => {
        for (const _ of [1, 2]) made.push((await escalateConversation(ada, request)).case.id);
      },
    });
    expect(new Set(made).size).toBe(1);
    const caseId = made[0] ?? '';
    const again = await escalateConversation(ada, request);
    expect([again.isDuplicate, again.case.subject]).toEqual([true, 'move']);
    expect(await outcomeOf(escalateConversation(ada, { ...request, reason: 'other' }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await outcomeOf(escalateConversation(ada, { ...request, clientId: 'h2' }))).toBe('CASE_STATE_INVALID');
    expect((await supportCase(sam, { id: caseId }))?.attributes).toEqual({ conversationId });
    await takeOverCase(sam, { caseId });
    expect((await messages(sam, { conversationId: again.case.conversationId })).edges[0]?.node.text).toBe('He does not answer.');
    await joinConversation(sam, { conversationId, reason: 'asked for help' });
    for (const party of [ada, ben]) expect((await told(party, 'STAFF_JOINED')).length).toBe(1);
    const kinds = (await caseTrail(sam, { caseId })).edges.map(({ node }) => node.kind).filter((kind) => kind !== 'RECORDED');
    expect(kinds.toSorted()).toEqual(['ASKED', 'ASSIGNED', 'JOINED', 'JOINED_ORIGIN', 'QUEUED']);
    expect((await escalateConversation(ben, { ...request, reason: 'She does not pay.' })).case.customer.id).toBe(ben.id);
    await closeCase(ann, { caseId });
    expect(await outcomeOf(escalateConversation(ada, { ...request, clientId: 'h3' }))).toBe('ok');
  });

  it('R244 P3: of calls at the same time, on all nodes, one makes a case; the others are told of it, and it is linked', async () => {
    const { people, conversationId } = await site();
    const { ada, ann } = people;
    const first: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const urls = Array.from({ length: 6 }, (_, index) => server.urls[index % server.urls.length] ?? server.url);
      const outcomes = await Promise.all(urls.map((url, index) => outcomeOf(escalateConversation(ada.at(url), { conversationId, clientId: `r${round}-${Math.floor(index / 2)}`, reason: 'now' }))));
      expect(new Set(outcomes)).toEqual(new Set(['ok', 'CASE_STATE_INVALID']));
      const live = await server.db.prisma.supportCase.findMany({ where: { customerId: ada.id, status: { notIn: ['resolved', 'closed'] } } });
      expect(live.map(({ clientId }) => clientId)).toEqual([expect.stringContaining(`r${round}-`)]);
      // Both tries of the one that made it have its answer.
      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(2);
      expect(await server.db.prisma.caseOrigin.count({ where: { conversationId } })).toBe(round + 1);
      first.push(live[0]?.id ?? '');
      // The first of all is over, and answers its retries still.
      const [{ clientId = '' } = {}] = await server.db.prisma.supportCase.findMany({ where: { id: first[0] ?? '' } });
      expect((await escalateConversation(ada, { conversationId, clientId, reason: 'now' })).case.id).toBe(first[0]);
      await closeCase(ann, { caseId: live[0]?.id ?? '' });
    }
  });

  it('R55 P8: only the parties of a booking ask, each for itself', async () => {
    const { people, conversationId, service } = await site();
    const { ada, eve, bea, sam, ann } = people;
    const ask = (as: Actor, more: object = {}): Promise<string> => outcomeOf(escalateConversation(as, { conversationId, clientId: 'h1', reason: 'help', ...more }));
    expect([await ask(eve), await ask(bea), await ask(sam), await ask(ann), await ask(service)]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN']);
    expect([await ask(ada, { reason: '' }), await ask(ada, { queue: 'none' }), await ask(ada, { clientId: '' })]).toEqual(['INVALID_INPUT', 'NOT_FOUND', 'INVALID_INPUT']);
    await joinConversation(sam, { conversationId });
    expect(await ask(sam)).toBe('FORBIDDEN');
    expect(await outcomeOf(transferCase(ada, { caseId: 'case_x', clientId: 't', queue: 'help' }))).toBe('NOT_FOUND');
  });
});
