/** Three nodes at one queue, and a node that dies between claim and answer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { acceptOffer, offers, rejectOffer, resolveCase, startSupport, takeOverCase, transferCase } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentStack, OperationError, seed, startServer, type Person, type TestServer } from '../../testing/index.js';
import { able, ask, brokenPromises, connect, offered, queue } from './desk.fixture.js';

const doomed = fileURLToPath(new URL('../../doomed-node.fixture.ts', import.meta.url));
const CUSTOMERS = 40;

describe.runIf(currentStack() === 'cluster')('a race for one queue', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ nodes: 3 });
  });
  afterAll(() => server.close());
  const at = (index: number): string => server.urls[index % server.urls.length] ?? server.url;

  it('P9 R110: with customers, agents and answers at three nodes at once, nobody is with two agents, nobody has too many, nobody is lost', async () => {
    const world = await seed(server).admin('ann').agent('a0').agent('a1').agent('a2').agent('a3').client('c0').client('c1').client('c2').ready();
    const { ann, a0, a1, a2, a3, c0, c1, c2 } = world.people;
    const agents = [a0, a1, a2, a3];
    await queue(ann);
    for (const [index, agent] of agents.entries()) await able(ann, agent, { max: 2 + index });
    const sockets = await Promise.all(agents.map((agent, index) => connect(agent, at(index))));
    const broken: unknown[] = [];
    let isOver = false;
    const watch = (async () => {
      while (!isOver) broken.push(...(await brokenPromises(server, world.site.id)));
    })();
    const done = new Set<string>();
    const refused = new Set<string>();
    const work = async (agent: Person, index: number): Promise<void> => {
      for (let turn = 0; done.size < CUSTOMERS; turn += 1) {
        for (const offer of await offers(agent.at(at(index + turn)))) {
          const here = agent.at(at(index + turn + 1));
          try {
            if (offer.status === 'PENDING' && turn % 7 === 3 && !refused.has(offer.case.id)) {
              // By one of them only: a case that all refuse rests before it is offered again.
              refused.add(offer.case.id);
              await rejectOffer(here, { offerId: offer.id });
            } else if (offer.status === 'PENDING') await acceptOffer(here, { offerId: offer.id });
            else {
              await resolveCase(here, { caseId: offer.case.id });
              done.add(offer.case.id);
            }
          } catch (error) {
            if (!(error instanceof OperationError)) throw error;
          }
        }
      }
    };
    const asking = Promise.all(Array.from({ length: CUSTOMERS }, (_, index) => startSupport(([c0, c1, c2][index % 3] ?? c0).at(at(index)), { clientId: `race-${index}`, text: 'help' })));
    const started = await Promise.all([asking, ...agents.map(work)]);
    isOver = true;
    await watch;
    expect(broken).toEqual([]);
    expect(done.size).toBe(CUSTOMERS);
    expect(new Set(started[0].map((each) => each.case.id)).size).toBe(CUSTOMERS);
    await Promise.all(sockets.map((socket) => socket.close()));
  });

  it('P9 R108: those who wait are taken in the order of the line, whichever of three nodes matches them', async () => {
    const world = await seed(server).admin('ann').agent('a0').agent('a1').agent('a2').client('c0').ready();
    const { ann, a0, a1, a2, c0 } = world.people;
    await queue(ann);
    const waiting: string[] = [];
    for (let count = 0; count < 24; count += 1) waiting.push((await startSupport(c0.at(at(count)), { clientId: `o-${count}` })).case.id);
    const agents = [a0, a1, a2];
    for (const agent of agents) await able(ann, agent, { max: 1 });
    const sockets = await Promise.all(agents.map((agent, index) => connect(agent, at(index))));
    const order: string[] = [];
    const work = async (agent: Person, index: number): Promise<void> => {
      while (order.length < waiting.length) {
        for (const offer of await offers(agent.at(at(index)))) {
          if (offer.status === 'PENDING') await acceptOffer(agent.at(at(index)), { offerId: offer.id });
          order.push(offer.case.id);
          await resolveCase(agent.at(at(index + 1)), { caseId: offer.case.id });
        }
      }
    };
    await Promise.all(agents.map(work));
    const rows = await server.db.prisma.offer.findMany({ where: { siteId: world.site.id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    expect(rows).toHaveLength(waiting.length);
    // Those offered in one pass have one time: within it, order is that of their making.
    const places = rows.map(({ caseId }) => waiting.indexOf(caseId));
    const inversions = places.filter((place, index) => places.slice(0, index).some((earlier, at) => earlier > place && rows[at]?.createdAt.getTime() !== rows[index]?.createdAt.getTime()));
    expect(inversions).toEqual([]);
    await Promise.all(sockets.map((socket) => socket.close()));
  });

  it('P9 P3 R104: a node that dies after the claim and before the answer: the case is the agent’s, once, and asking again says so', async () => {
    const world = await seed(server).admin('ann').agent('sam').agent('sue').client('ada').ready();
    const { ann, sam, ada } = world.people;
    await queue(ann, { offerSeconds: 600 });
    const sams = await connect(sam);
    const asked = await ask(ada);
    const [offer] = await offered(sam);
    const offerId = offer?.id ?? '';
    const redisUrl = server.nodes[0]?.deps.config.redisUrl ?? '';
    const child = spawn(process.execPath, ['--import', 'tsx', doomed, server.database.databaseUrl ?? '', redisUrl, server.redisPrefix], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const dead = once(child, 'exit');
    const answer = await acceptOffer(sam.at(String(line)), { offerId }).then(
      () => 'answered',
      () => 'no answer',
    );
    await dead;
    expect(answer).toBe('no answer');
    expect(await acceptOffer(sam.at(at(1)), { offerId })).toMatchObject({ offer: { status: 'ACCEPTED' }, case: { id: asked.id, status: 'OPEN', agent: { id: sam.id } } });
    expect(await brokenPromises(server, world.site.id)).toEqual([]);
    expect(await server.db.prisma.offer.count({ where: { caseId: asked.id } })).toBe(1);
    await sams.close();
  });

  it('P9 R111: a transfer takes the locks of both agents in the order of passes: it holds neither while it waits for the first', async () => {
    const world = await seed(server).admin('ann').agent('sam').agent('sue').client('ada').ready();
    const { ann, sam, sue, ada } = world.people;
    await queue(ann);
    const sockets = await Promise.all([connect(sam), connect(sue)]);
    const [first, second] = sam.id < sue.id ? [sam, sue] : [sue, sam];
    const { id } = await ask(ada);
    await takeOverCase(first, { caseId: id });
    // From here on both have a row; the case goes from the second to the first.
    await transferCase(first, { caseId: id, clientId: 'there', agentId: second.id });
    let locked = (): void => undefined;
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const moved = isLocked.then(() => transferCase(second, { caseId: id, clientId: 'back', agentId: first.id }));
    await server.db.transaction(async (tx) => {
      await tx.raw('SELECT 1 FROM agent_work WHERE agent_id = $1 FOR NO KEY UPDATE', [first.id]);
      locked();
      // A transaction sees activity as it was when it first looked.
      const waiting = async (): Promise<unknown[]> => {
        await tx.raw('SELECT pg_stat_clear_snapshot()::text', []);
        return tx.raw(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%agent_work%' AND pid <> pg_backend_pid()`, []);
      };
      await expect.poll(async () => (await waiting()).length).toBe(1);
      expect(await tx.raw('SELECT 1 AS one FROM agent_work WHERE agent_id = $1 FOR NO KEY UPDATE NOWAIT', [second.id])).toHaveLength(1);
    });
    expect((await moved).case.agent?.id).toBe(first.id);
    await Promise.all(sockets.map((socket) => socket.close()));
  });
});
