import {
  deleteSlaPolicy,
  notices,
  resolveCase,
  sendMessage,
  setCasePending,
  setCasePriority,
  slaPolicies,
  slaReport,
  supportCase,
  upsertQueue,
  upsertSchedule,
  upsertSlaPolicy,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { type Actor, currentStack, expectQueries, outcomeOf, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';
import { ask, connect, queue, take } from '../queues/desk.fixture.js';

let clock: TestClock;
let server: TestServer;

// Ten minutes before the clocks of Vienna go forward from 2:00 to 3:00.
const START = new Date('2026-03-29T00:50:00.000Z');
const begin = async (): Promise<void> => {
  clock = createTestClock(START);
  server = await startServer({ clock });
};
beforeAll(begin);
afterAll(() => server.close());

const site = () => seed(server).admin('ann').agent('sam').agent('sue').client('ada').ready();
const at = (minutes: number): string => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
const clocksOf = async (as: Actor, id: string) => (await supportCase(as, { id }))?.slaClocks ?? null;
const clockOf = async (as: Actor, id: string, kind: string) => (await clocksOf(as, id))?.findLast((each) => each.kind === kind) ?? null;
const say = (as: Actor, conversationId: string, text: string) => sendMessage(as, { conversationId, clientId: text.replaceAll(/\W/g, '-'), text });
const turned = async <T>(read: () => Promise<T>): Promise<T> => {
  await clock.advance(2_000);
  return read();
};
const soon = <T>(read: () => Promise<T>) => expect.poll(read);
const POLICY = { key: 'std', firstResponseSeconds: 600, nextResponseSeconds: 300, resolutionSeconds: 3_600, isBusinessHours: false };

/** A case that sam has, on a site with this policy. */
async function held(policy: object = {}) {
  const world = await site();
  const { ann, sam, ada } = world.people;
  await queue(ann);
  await upsertSlaPolicy(ann, { ...POLICY, ...policy });
  const socket = await connect(sam);
  const { id, conversationId } = await ask(ada);
  await take(sam);
  return { ...world.people, service: world.service, socket, id, conversationId };
}

describe('service levels', () => {
  it('R116 R185: a first response is due in business time across the change of the clocks; it warns, is breached, and has consequences, once each', async () => {
    await server.close();
    await begin();
    const { people } = await site();
    const { ann, sam, ada } = people;
    await upsertSchedule(ann, { key: 'night', timeZone: 'Europe/Vienna', hours: [{ day: 'SUNDAY', opensAt: '01:00', closesAt: '01:55' }, { day: 'SUNDAY', opensAt: '02:30', closesAt: '04:00' }] });
    await queue(ann, { schedule: 'night' });
    await upsertSlaPolicy(ann, { key: 'std', firstResponseSeconds: 600, breachPriority: 'URGENT' });
    const { id } = await ask(ada);
    // Five minutes are left before it closes; it opens when the clocks show three, so at 1:00 in UTC.
    await soon(() => clockOf(sam, id, 'FIRST_RESPONSE')).toMatchObject({ status: 'RUNNING', targetSeconds: 600, startedAt: START.toISOString(), dueAt: '2026-03-29T01:05:00.000Z', warnedAt: null, breachedAt: null });
    expect(await clocksOf(ada, id)).toBeNull();
    await clock.sleep(12 * 60_000);
    expect(await clockOf(sam, id, 'FIRST_RESPONSE')).toMatchObject({ warnedAt: null });
    await soon(() => turned(() => clockOf(sam, id, 'FIRST_RESPONSE'))).toMatchObject({ warnedAt: '2026-03-29T01:03:00.000Z', breachedAt: null });
    expect((await supportCase(sam, { id }))?.priority).toBe('MEDIUM');
    await clock.advance(60_000);
    await soon(() => turned(() => clockOf(sam, id, 'FIRST_RESPONSE'))).toMatchObject({ status: 'RUNNING', breachedAt: '2026-03-29T01:05:00.000Z' });
    expect((await supportCase(sam, { id }))?.priority).toBe('URGENT');
    // Whatever else changes about a breached clock, nobody is told again.
    await upsertSlaPolicy(ann, { key: 'std', firstResponseSeconds: 540 });
    await soon(() => turned(() => clockOf(sam, id, 'FIRST_RESPONSE'))).toMatchObject({ targetSeconds: 540, breachedAt: '2026-03-29T01:05:00.000Z' });
    const told = (await notices(ann)).edges.map(({ node }) => [node.kind, node.data]);
    expect(told).toEqual([['SLA_BREACHED', { caseId: id, clocks: ['first_response'] }]]);
  });

  it('R116: answers meet the clocks, questions start them, pending pauses them, resolving ends them; each is an event that staff get and customers do not', async () => {
    const { ann, sam, ada, service, socket, id, conversationId } = await held();
    await verifyFeed({
      conversationId,
      viewers: { ada, sam, ann },
      service,
      act: async () => {
        await say(sam, conversationId, 'hello');
        await soon(() => clockOf(sam, id, 'FIRST_RESPONSE')).toMatchObject({ status: 'MET', breachedAt: null });
        await say(ada, conversationId, 'and now');
        await soon(() => clockOf(sam, id, 'NEXT_RESPONSE')).toMatchObject({ status: 'RUNNING', dueAt: at(5) });
        await say(sam, conversationId, 'wait');
        await soon(() => clockOf(sam, id, 'NEXT_RESPONSE')).toMatchObject({ status: 'MET' });
        await setCasePending(sam, { caseId: id });
        await soon(() => clockOf(sam, id, 'RESOLUTION')).toMatchObject({ status: 'PAUSED', dueAt: null });
      },
    });
    const { dueAt: _dueAt, startedAt = '', ...paused } = (await clockOf(sam, id, 'RESOLUTION')) ?? {};
    const used = clock.now().getTime() - Date.parse(startedAt);
    await clock.sleep(120_000);
    await say(ada, conversationId, 'here');
    await soon(() => clockOf(sam, id, 'RESOLUTION')).toMatchObject({ ...paused, status: 'RUNNING', dueAt: at((3_600_000 - used) / 60_000) });
    await resolveCase(sam, { caseId: id });
    await soon(async () => (await clocksOf(sam, id))?.map(({ kind, status }) => [kind, status])).toEqual([
      ['FIRST_RESPONSE', 'MET'], ['RESOLUTION', 'MET'], ['NEXT_RESPONSE', 'MET'], ['NEXT_RESPONSE', 'CANCELLED'],
    ]);
    const report = await slaReport(ann, { from: at(-600), to: at(1) });
    expect(report.map(({ kind, started, metInTime, cancelled, attainment }) => [kind, started, metInTime, cancelled, attainment])).toEqual([
      ['FIRST_RESPONSE', 1, 1, 0, 1], ['NEXT_RESPONSE', 2, 1, 1, 1], ['RESOLUTION', 1, 1, 0, 1],
    ]);
    await socket.close();
  });

  it('R116: another priority means another policy, and a changed policy or changed hours hold for the clocks that run', async () => {
    const { ann, sam, socket, id } = await held();
    await upsertSlaPolicy(ann, { key: 'fast', priorities: ['URGENT'], firstResponseSeconds: 60, isBusinessHours: false });
    await soon(() => clockOf(sam, id, 'FIRST_RESPONSE')).not.toBeNull();
    const { startedAt = '' } = (await clockOf(sam, id, 'FIRST_RESPONSE')) ?? {};
    const due = (minutes: number): string => new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
    await setCasePriority(sam, { caseId: id, priority: 'URGENT' });
    await soon(() => clockOf(sam, id, 'FIRST_RESPONSE')).toMatchObject({ targetSeconds: 60, dueAt: due(1) });
    expect(await clockOf(sam, id, 'RESOLUTION')).toMatchObject({ status: 'CANCELLED' });
    await upsertSlaPolicy(ann, { key: 'fast', firstResponseSeconds: 1_800 });
    await soon(() => turned(() => clockOf(sam, id, 'FIRST_RESPONSE'))).toMatchObject({ targetSeconds: 1_800, dueAt: due(30) });
    await upsertSlaPolicy(ann, { key: 'fast', isBusinessHours: true });
    await upsertSchedule(ann, { key: 'closed', timeZone: 'UTC', hours: [] });
    await soon(() => turned(() => clockOf(sam, id, 'FIRST_RESPONSE'))).toMatchObject({ status: 'RUNNING', dueAt: null });
    await deleteSlaPolicy(ann, { key: 'fast' });
    await soon(() => turned(() => clockOf(sam, id, 'FIRST_RESPONSE'))).toMatchObject({ targetSeconds: 600 });
    await socket.close();
  });

  it('R116: clocks survive a restart: what happened meanwhile is followed, what fell due is noticed', async () => {
    const { ann, sam, ada, socket, id, conversationId } = await held();
    await soon(() => clockOf(sam, id, 'FIRST_RESPONSE')).toMatchObject({ status: 'RUNNING' });
    await socket.close();
    // An answer that no node has worked on, as when the one that committed it died at once.
    const before = await server.db.prisma.slaCase.findUniqueOrThrow({ where: { caseId: id } });
    await say(sam, conversationId, 'hello');
    await say(ada, conversationId, 'yes');
    await soon(() => clockOf(sam, id, 'NEXT_RESPONSE')).toMatchObject({ status: 'RUNNING' });
    await server.db.prisma.slaClock.deleteMany({ where: { caseId: id } });
    await server.db.prisma.slaCase.delete({ where: { caseId: id } });
    expect(before.appliedSeq).toBeGreaterThan(0);
    await say(ada, conversationId, 'anybody');
    await soon(async () => (await clocksOf(sam, id))?.map(({ kind, status }) => [kind, status])).toEqual([['FIRST_RESPONSE', 'MET'], ['RESOLUTION', 'RUNNING'], ['NEXT_RESPONSE', 'RUNNING']]);
    await clock.sleep(6 * 60_000);
    await soon(() => turned(() => clockOf(sam, id, 'NEXT_RESPONSE'))).not.toMatchObject({ breachedAt: null });
    expect(ann.id).toBeTruthy();
  });

  it('R116 P8: admins write targets within limits, staff read them, others neither; repeating changes nothing', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    await upsertQueue(ann, { key: 'vip' });
    await upsertSchedule(ann, { key: 'main', timeZone: 'UTC', hours: [] });
    const wanted = { key: 'vip', name: 'VIP', queue: 'vip', priorities: ['URGENT', 'HIGH'] as const, firstResponseSeconds: 30, warnPercent: 50, schedule: 'main', pausesOn: ['SNOOZED'] as const, breachPriority: 'URGENT' as const };
    const first = (await upsertSlaPolicy(ann, { ...wanted, priorities: [...wanted.priorities], pausesOn: [...wanted.pausesOn] })).policy;
    expect(first).toMatchObject({ name: 'VIP', queue: 'vip', priorities: ['HIGH', 'URGENT'], firstResponseSeconds: 30, nextResponseSeconds: null, isBusinessHours: true, warnPercent: 50, schedule: 'main', pausesOn: ['SNOOZED'], breachPriority: 'URGENT' });
    await clock.advance(1_000);
    expect((await upsertSlaPolicy(ann, { key: 'vip' })).policy).toEqual(first);
    expect((await upsertSlaPolicy(ann, { key: 'vip', queue: null, warnPercent: null })).policy).toMatchObject({ queue: null, warnPercent: null, firstResponseSeconds: 30 });
    expect((await slaPolicies(sam)).map(({ key }) => key)).toEqual(['vip']);
    for (const as of [sam, ada]) expect(await outcomeOf(upsertSlaPolicy(as, { key: 'x', firstResponseSeconds: 60 }))).toBe('FORBIDDEN');
    for (const as of [sam, ada]) expect(await outcomeOf(deleteSlaPolicy(as, { key: 'vip' }))).toBe('FORBIDDEN');
    for (const work of [() => slaPolicies(ada), () => slaReport(ada, { from: at(-1), to: at(0) })]) expect(await outcomeOf(work())).toBe('FORBIDDEN');
    const broken: ReadonlyArray<readonly [object, string]> = [
      [{ key: 'x' }, 'INVALID_INPUT'], [{ key: 'X', firstResponseSeconds: 60 }, 'INVALID_INPUT'], [{ key: 'x', firstResponseSeconds: 9 }, 'INVALID_INPUT'],
      [{ key: 'x', resolutionSeconds: 7_776_001 }, 'INVALID_INPUT'], [{ key: 'vip', firstResponseSeconds: null }, 'INVALID_INPUT'], [{ key: 'vip', warnPercent: 100 }, 'INVALID_INPUT'],
      [{ key: 'vip', pausesOn: ['CLOSED'] }, 'INVALID_INPUT'], [{ key: 'vip', name: '' }, 'INVALID_INPUT'], [{ key: 'vip', queue: 'nowhere' }, 'NOT_FOUND'], [{ key: 'vip', schedule: 'nowhere' }, 'NOT_FOUND'],
    ];
    for (const [input, code] of broken) expect(await outcomeOf(upsertSlaPolicy(ann, input as typeof POLICY)), JSON.stringify(input)).toBe(code);
    for (const [from, to] of [[at(0), at(0)], [at(0), at(367 * 1_440)]] as const) expect(await outcomeOf(slaReport(sam, { from, to }))).toBe('INVALID_INPUT');
    const other = (await seed(server).admin('eve').ready()).people.eve;
    expect(await slaPolicies(other)).toEqual([]);
    expect(await outcomeOf(deleteSlaPolicy(other, { key: 'vip' }))).toBe('NOT_FOUND');
    for (const _ of [1, 2]) expect(await deleteSlaPolicy(ann, { key: 'vip' })).toEqual({ key: 'vip' });
    expect(await slaPolicies(sam)).toEqual([]);
    await expectQueries(server.db, 1, () => slaReport(sam, { from: at(-1), to: at(0) }));
  });

  it.runIf(currentStack() === 'cluster')('R116: three nodes look after the same clocks: each breach happens once', async () => {
    const shared = createTestClock(START);
    const nodes = await startServer({ clock: shared, nodes: 3 });
    try {
      const { people } = await seed(nodes).admin('ann').agent('sam').client('ada').ready();
      const { ann, sam, ada } = people;
      await queue(ann);
      await upsertSlaPolicy(ann, { key: 'std', firstResponseSeconds: 60, isBusinessHours: false, breachPriority: 'HIGH' });
      const cases = await Promise.all(Array.from({ length: 12 }, () => ask(ada)));
      const ids = cases.map(({ id }) => id);
      await soon(() => nodes.db.prisma.slaClock.count({ where: { caseId: { in: ids }, status: 'running' } })).toBe(12);
      await soon(async () => {
        await shared.advance(10_000);
        return nodes.db.prisma.slaClock.count({ where: { caseId: { in: ids }, NOT: { breachedAt: null } } });
      }).toBe(12);
      await shared.advance(20_000);
      await soon(() => nodes.db.prisma.supportCase.count({ where: { id: { in: ids }, priority: 'high' } })).toBe(12);
      const told = (await notices(ann, { first: 100 })).edges.map(({ node }) => [node.kind, node.data.caseId]);
      expect(told.toSorted()).toEqual(ids.map((caseId) => ['SLA_BREACHED', caseId]).toSorted());
      const clocks = await Promise.all(ids.map((id) => clocksOf(sam, id)));
      expect(clocks.map((each) => each?.map(({ kind, status }) => [kind, status]))).toEqual(ids.map(() => [['FIRST_RESPONSE', 'RUNNING']]));
    } finally {
      await nodes.close();
    }
  });

  it('R116: a long conversation shows the clocks that run, those of the whole case, and the newest of the others', async () => {
    const { sam, ada, socket, id, conversationId } = await held();
    await say(sam, conversationId, 'hello');
    for (let count = 0; count < 25; count += 1) {
      await say(ada, conversationId, `question ${count}`);
      await say(sam, conversationId, `answer ${count}`);
    }
    await say(ada, conversationId, 'and this?');
    await soon(() => server.db.prisma.slaClock.count({ where: { caseId: id } })).toBe(28);
    const shown = async () => ((await clocksOf(sam, id)) ?? []).map(({ kind, status }) => `${kind} ${status}`);
    await soon(shown).toEqual(['FIRST_RESPONSE MET', 'RESOLUTION RUNNING', ...Array.from({ length: 17 }, () => 'NEXT_RESPONSE MET'), 'NEXT_RESPONSE RUNNING']);
    await socket.close();
  });

  it('R116: a case whose clocks cannot be followed keeps no other from its breach', async () => {
    const broken = await held({ resolutionSeconds: 60 });
    await soon(() => clockOf(broken.sam, broken.id, 'RESOLUTION')).toMatchObject({ status: 'RUNNING' });
    await clock.advance(1_000);
    const whole = await held({ resolutionSeconds: 60 });
    await soon(() => clockOf(whole.sam, whole.id, 'RESOLUTION')).toMatchObject({ status: 'RUNNING' });
    // As a row would look that a server of another version wrote.
    await server.db.prisma.$executeRaw`UPDATE event SET data = '{"status": "open"}' WHERE conversation_id = ${broken.conversationId} AND type = 'CaseUpdated'`;
    await server.db.prisma.$executeRaw`UPDATE sla_case SET applied_seq = 0 WHERE case_id = ${broken.id}`;
    await clock.advance(60_000);
    await soon(() => turned(() => clockOf(whole.sam, whole.id, 'RESOLUTION'))).toMatchObject({ breachedAt: expect.any(String) });
    await Promise.all([broken.socket.close(), whole.socket.close()]);
  });
});
