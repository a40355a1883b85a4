/** Random histories of customers and agents under a turned clock: whatever happens, the promises hold. A failing seed is printed; PARLEY_SIM_SEED runs it again. */
import { acceptOffer, endSupport, offers, rejectOffer, resolveCase, sendMessage, setAgentStatus, setCasePending, snoozeCase, startSupport, transferCase } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processEnvironment } from '../../config.js';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { OperationError, type Person, seed, startServer, type TestServer } from '../../testing/index.js';
import { able, brokenPromises, connect, queue } from './desk.fixture.js';

const STEPS = 120;
const SEEDS = [11, 23];

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const given = processEnvironment()['PARLEY_SIM_SEED'];

describe('a simulation of the desk', () => {
  let clock: TestClock;
  let server: TestServer;
  beforeAll(async () => {
    clock = createTestClock();
    server = await startServer({ clock });
  });
  afterAll(() => server.close());

  it.each(given ? [Number(given)] : SEEDS)('P9 R104 R108 R110: one live offer for a case, no agent above capacity, order within a priority, nobody lost (seed %i)', async (start) => {
    const random = randomOf(start);
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    const world = await seed(server).admin('ann').agent('a0').agent('a1').agent('a2').agent('a3').client('c0').client('c1').client('c2').client('c3').ready();
    const { ann, a0, a1, a2, a3, ...customers } = world.people;
    const agents = [a0, a1, a2, a3];
    const asking = Object.values(customers);
    await queue(ann, { key: 'low', defaultPriority: 'LOW', offerSeconds: 20 });
    await queue(ann, { key: 'high', defaultPriority: 'HIGH', offerSeconds: 20, wrapUpSeconds: 15 });
    for (const [index, agent] of agents.entries()) await able(ann, agent, { max: 1 + index });
    const sockets = new Map<Person, Awaited<ReturnType<typeof connect>>>();
    const cases: { readonly id: string; readonly conversationId: string; readonly customer: Person }[] = [];
    let turn = 0;
    const attempt = async (work: Promise<unknown>): Promise<void> => {
      try {
        await work;
      } catch (error) {
        // Refusals belong to it; what they must leave unchanged is what is checked.
        if (!(error instanceof OperationError) || error.code === 'INTERNAL') throw error;
      }
    };
    const steps: readonly (() => Promise<void>)[] = [
      async () => {
        const customer = pick(asking) ?? c(asking);
        const { case: made } = await startSupport(customer, { clientId: `s-${(turn += 1)}`, queue: pick(['low', 'high']) ?? 'low', text: 'help' });
        cases.push({ id: made.id, conversationId: made.conversationId, customer });
      },
      async () => {
        const agent = pick(agents) ?? a0;
        const socket = sockets.get(agent);
        if (socket && random() < 0.5) {
          sockets.delete(agent);
          await socket.close();
        } else if (!socket) sockets.set(agent, await connect(agent));
      },
      async () => attempt(setAgentStatus(pick(agents) ?? a0, { status: pick(['ONLINE', 'ONLINE', 'AWAY', 'BUSY', 'OFFLINE'] as const) ?? 'ONLINE' })),
      ...Array.from({ length: 3 }, () => async () => {
        const agent = pick(agents) ?? a0;
        const offer = pick(await offers(agent));
        if (!offer) return;
        const caseId = offer.case.id;
        const say = { conversationId: offer.case.conversationId, clientId: `m-${(turn += 1)}`, text: 'so' };
        if (offer.status === 'PENDING') return attempt(random() < 0.8 ? acceptOffer(agent, { offerId: offer.id }) : rejectOffer(agent, { offerId: offer.id }));
        const until = new Date(clock.now().getTime() + 30_000).toISOString();
        const other = pick(agents) ?? a1;
        const acts = [
          () => sendMessage(agent, say),
          () => sendMessage(agent, say),
          () => resolveCase(agent, { caseId }),
          () => resolveCase(agent, { caseId }),
          () => setCasePending(agent, { caseId }),
          () => snoozeCase(agent, { caseId, until }),
          () => transferCase(agent, { caseId, clientId: `t-${(turn += 1)}`, ...(random() < 0.5 ? { agentId: other.id } : { queue: 'high' }) }),
        ];
        await attempt((pick(acts) ?? (() => resolveCase(agent, { caseId })))());
      }),
      async () => {
        const one = pick(cases);
        if (!one) return;
        const work = random() < 0.2 ? endSupport(one.customer, { caseId: one.id }) : sendMessage(one.customer, { conversationId: one.conversationId, clientId: `w-${(turn += 1)}`, text: 'and?' });
        await attempt(work);
      },
      async () => clock.advance(1_000 + Math.floor(random() * 20_000)),
    ];
    for (let step = 0; step < STEPS; step += 1) {
      await (pick(steps) ?? c(steps))();
      expect(await brokenPromises(server, world.site.id), `step ${step} of seed ${start}`).toEqual([]);
      expect(await broken(server, world.site.id), `step ${step} of seed ${start}`).toEqual([]);
    }
    // Everybody comes to work and answers everything: then nobody is left in a line.
    for (const agent of agents) {
      await setAgentStatus(agent, { status: 'ONLINE' });
      if (!sockets.has(agent)) sockets.set(agent, await connect(agent));
    }
    for (let round = 0; round < 200; round += 1) {
      await clock.advance(10_000);
      for (const agent of agents) {
        for (const offer of await offers(agent)) {
          if (offer.status === 'PENDING') await attempt(acceptOffer(agent, { offerId: offer.id }));
          else if (offer.status === 'ACCEPTED') await attempt(resolveCase(agent, { caseId: offer.case.id }));
        }
      }
      if ((await unfinished(server, world.site.id)) === 0) break;
    }
    expect(await unfinished(server, world.site.id), `lost with seed ${start}`).toBe(0);
    expect(await server.db.prisma.supportCase.count({ where: { siteId: world.site.id } })).toBe(cases.length);
    await Promise.all([...sockets.values()].map((socket) => socket.close()));
  });
});

function c<T>(from: readonly T[]): T {
  const [first] = from;
  if (first === undefined) throw new Error('there is nothing to pick from');
  return first;
}

/** Cases that are neither settled nor over. */
function unfinished(server: TestServer, siteId: string): Promise<number> {
  return server.db.prisma.supportCase.count({ where: { siteId, status: { in: ['queued', 'open', 'pending', 'snoozed'] } } });
}

/** Cases whose row, offer and conversation do not agree, and those overtaken in their own queue by one that was queued later and that the same agents could take. */
function broken(server: TestServer, siteId: string): Promise<unknown[]> {
  return server.db.hot(
    {
      name: 'test.desk',
      text: `SELECT 'state' AS what, s.id FROM support_case s LEFT JOIN offer o ON o.id = s.offer_id WHERE s.site_id = $1 AND NOT CASE s.status
          WHEN 'queued' THEN s.agent_id IS NULL AND (o.id IS NULL OR o.status = 'pending')
          WHEN 'snoozed' THEN s.agent_id IS NOT NULL AND o.id IS NULL
          WHEN 'resolved' THEN o.id IS NULL OR o.status = 'wrapping_up'
          WHEN 'closed' THEN o.id IS NULL OR o.status = 'wrapping_up'
          ELSE s.agent_id IS NOT NULL AND o.status = 'accepted' AND o.agent_id = s.agent_id
            AND EXISTS (SELECT 1 FROM participant p WHERE p.conversation_id = s.conversation_id AND p.user_id = s.agent_id AND p.left_at IS NULL) END
        UNION ALL SELECT 'live', o.case_id FROM offer o JOIN support_case s ON s.id = o.case_id WHERE o.site_id = $1
          AND o.status IN ('pending', 'accepted', 'wrapping_up') AND s.offer_id IS DISTINCT FROM o.id
        UNION ALL SELECT 'overtaken', early.case_id FROM offer early JOIN offer late ON late.queue_id = early.queue_id AND late.created_at < early.created_at
          JOIN support_case a ON a.id = early.case_id JOIN support_case b ON b.id = late.case_id
          WHERE early.site_id = $1 AND a.id <> b.id AND a.rank < b.rank AND a.priority = b.priority
            AND NOT EXISTS (SELECT 1 FROM offer x WHERE x.case_id = a.id AND x.created_at <= late.created_at) AND late.created_at > a.created_at
            AND late.accepted_at IS DISTINCT FROM late.created_at AND early.accepted_at IS DISTINCT FROM early.created_at
            AND a.queued_at = a.created_at AND b.queued_at = b.created_at`,
    },
    [siteId],
  );
}
