import {
  acceptOffer,
  agents,
  closeCase,
  ConversationFeedDocument,
  type ConversationFeedSubscription,
  OfferFeedDocument,
  type OfferFeedSubscription,
  offers,
  QueueFeedDocument,
  type QueueFeedSubscription,
  rejectOffer,
  resolveCase,
  sendMessage,
  setAgentStatus,
  startSupport,
  supportCase,
  upsertAgent,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { currentStack, outcomeOf, seed, startServer, turning, type Person, type TestServer } from '../../testing/index.js';
import { able, ask, brokenPromises, connect, offered, queue, take } from './desk.fixture.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const site = () => seed(server).admin('ann').agent('sam').agent('sue').client('ada').client('eve').client('ida').ready();
type OfferItem = OfferFeedSubscription['offerFeed'];
type QueueItem = QueueFeedSubscription['queueFeed'];
type FeedItem = ConversationFeedSubscription['conversationFeed'];
type Position = Extract<FeedItem, { __typename: 'QueuePositionChanged' }>;

const isOffer = (status: string) => ({ offerFeed: item }: { readonly offerFeed: OfferItem }): boolean => item.__typename === 'OfferChanged' && item.offer.status === status;

/** Opens a customer's feed of their case; answers with a function that waits for a position that fits. */
const follow = async (customer: Person, conversationId: string) => {
  const feed = (await customer.socket()).subscribe(ConversationFeedDocument, { conversationId });
  await feed.next();
  return async (fits: (item: Position) => boolean): Promise<Position> => {
    const { conversationFeed: item } = await feed.next(({ conversationFeed: each }) => each.__typename === 'QueuePositionChanged' && fits(each));
    if (item.__typename !== 'QueuePositionChanged') throw new Error('another item');
    return item;
  };
};

describe('feeds of support', () => {
  it('R104 R105: an agent sees offers come, be taken and go, and is asked as soon as the feed is open', async () => {
    const { people } = await site();
    const { ann, sam, ada, eve } = people;
    await queue(ann);
    await ask(ada);
    const feed = (await sam.socket()).subscribe(OfferFeedDocument, {});
    expect((await feed.next()).offerFeed).toMatchObject({ __typename: 'OffersSnapshot', offers: [] });
    const { offerFeed: first } = await feed.next(isOffer('PENDING'));
    const id = first.__typename === 'OfferChanged' ? first.offer.id : '';
    await acceptOffer(sam, { offerId: id });
    await feed.next(isOffer('ACCEPTED'));
    await ask(eve);
    const { offerFeed: second } = await feed.next(isOffer('PENDING'));
    await rejectOffer(sam, { offerId: second.__typename === 'OfferChanged' ? second.offer.id : '' });
    await feed.next(({ offerFeed: item }) => item.__typename === 'OfferRemoved');
    await turning(clock, 15_000, feed.next(({ offerFeed: item }) => item.__typename === 'OffersRead'));
    const refused = (await ada.socket()).subscribe(OfferFeedDocument, {});
    expect((await refused.ended)[0]?.extensions?.code).toBe('FORBIDDEN');
    await Promise.all([sam.close(), ada.close()]);
  });

  it('R104 R110: what is over leaves an agent’s offers before what is new comes, so that nobody is shown more than they take', async () => {
    const { people, site: { id: siteId } } = await site();
    const { ann, sam, ada, eve } = people;
    const queueId = await queue(ann, { offerSeconds: 3_600 });
    await able(ann, sam, { max: 1 });
    const feed = (await sam.socket()).subscribe(OfferFeedDocument, {});
    await feed.next();
    await ask(ada);
    const mine = await take(sam, clock);
    const waiting = await ask(eve);
    await feed.next(isOffer('ACCEPTED'));
    const { offerId } = await server.db.prisma.supportCase.findUniqueOrThrow({ where: { id: mine.id } });
    // What no signal tells of: the next reading of everything finds both.
    const [now, later] = [clock.now(), new Date(clock.now().getTime() + 3_600_000)];
    const next = newId('offer');
    await server.db.transaction(async (tx) => {
      await tx.raw(`UPDATE offer SET status = 'completed', ended_at = $2::timestamptz WHERE id = $1`, [offerId, now.toISOString()]);
      await tx.raw(`UPDATE support_case SET status = 'resolved', offer_id = NULL, resolved_at = $2::timestamptz WHERE id = $1`, [mine.id, now.toISOString()]);
      await tx.raw(`INSERT INTO offer (id, site_id, case_id, queue_id, agent_id, status, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, 'pending', $6::timestamptz, $7::timestamptz)`, [
        next,
        siteId,
        waiting.id,
        queueId,
        sam.id,
        now.toISOString(),
        later.toISOString(),
      ]);
      await tx.raw('UPDATE support_case SET offer_id = $2 WHERE id = $1', [waiting.id, next]);
    });
    await turning(clock, 15_000, feed.next(({ offerFeed: item }) => item.__typename === 'OfferChanged' && item.offer.id === next));
    const at = (fits: (item: OfferItem) => boolean): number => feed.all.findIndex(({ offerFeed: item }) => fits(item));
    const removed = at((item) => item.__typename === 'OfferRemoved' && item.offerId === offerId);
    expect(removed).toBeGreaterThan(0);
    expect(removed).toBeLessThan(at((item) => item.__typename === 'OfferChanged' && item.offer.id === next));
    await sam.close();
  });

  it('R12 R104: who goes away is asked no more, and what they were asked goes to another; who comes back is asked again', async () => {
    const { people, site: { id: siteId } } = await site();
    const { ann, sam, sue, ada } = people;
    await queue(ann, { offerSeconds: 3_600 });
    const feed = (await sam.socket()).subscribe(OfferFeedDocument, {});
    await feed.next();
    const asked = await ask(ada);
    await feed.next(isOffer('PENDING'));
    await setAgentStatus(sam, { status: 'AWAY' });
    await feed.next(({ offerFeed: item }) => item.__typename === 'OfferRemoved');
    const sues = await connect(sue);
    expect((await offered(sue, 1, clock))[0]?.case.id).toBe(asked.id);
    await sues.close();
    await clock.advance(4_000);
    await setAgentStatus(sam, { status: 'ONLINE' });
    await turning(clock, 2_000, feed.next(isOffer('PENDING')));
    expect(await brokenPromises(server, siteId)).toEqual([]);
    await sam.close();
  });

  it('R104: an agent who is gone gives back what was not answered after 10 s, and the rest after a minute, at its old place', async () => {
    const { people } = await site();
    const { ann, sam, sue, ada, eve, ida } = people;
    await queue(ann);
    const sams = await connect(sam);
    await ask(ada);
    const answered = await take(sam);
    await sendMessage(sam, { conversationId: answered.conversationId, clientId: 'a', text: 'yes?' });
    await expect.poll(async () => (await supportCase(sam, { id: answered.id }))?.firstResponseAt ?? null).not.toBeNull();
    await ask(eve);
    const silent = await take(sam);
    await sams.close();
    await clock.advance(4_000);
    await ask(ida);
    const statuses = async (): Promise<unknown[]> => Promise.all([answered, silent].map(async ({ id }) => (await supportCase(ann, { id }))?.status));
    expect(await statuses()).toEqual(['OPEN', 'OPEN']);
    await expect.poll(async () => (await clock.advance(2_000), statuses())).toEqual(['OPEN', 'QUEUED']);
    await expect.poll(async () => (await clock.advance(10_000), statuses())).toEqual(['QUEUED', 'QUEUED']);
    await able(ann, sue, { max: 2 });
    const sues = await connect(sue);
    const back = await offered(sue, 2, clock);
    expect(back.map((offer) => offer.case.id).toSorted()).toEqual([answered.id, silent.id].toSorted());
    expect(back[0]?.case.queuedAt).toBe(answered.queuedAt);
    await sues.close();
  });

  it('R105 R107: a customer sees their place and the estimate with its basis, live, and why there is none', async () => {
    const { people } = await site();
    const { ann, sam, ada, eve, ida } = people;
    await queue(ann);
    await able(ann, sam, { max: 1 });
    const cases = [await ask(ada), await ask(eve), await ask(ida)];
    const last = await follow(ida, cases[2]?.conversationId ?? '');
    expect(await last(() => true)).toMatchObject({ caseId: cases[2]?.id, position: 3, estimatedWaitSeconds: null, basis: null, noEstimateReason: 'NO_AGENTS' });
    const sams = await connect(sam);
    await clock.advance(14_000);
    expect(await turning(clock, 1_000, last(({ noEstimateReason }) => noEstimateReason === 'TOO_FEW_HAND_OVERS'))).toMatchObject({ position: 3 });
    await take(sam, clock);
    expect(await turning(clock, 1_000, last(({ position }) => position === 2))).toMatchObject({ estimatedWaitSeconds: null });
    await sams.close();
    await Promise.all([ida.close()]);
  });

  it('R107: the estimate comes from the hand-overs of late, and ends with the wait', async () => {
    const { people } = await site();
    const { ann, sam, ada, eve } = people;
    await queue(ann);
    await able(ann, sam, { max: 1 });
    const sams = await connect(sam);
    for (let count = 0; count < 4; count += 1) {
      await ask(ada);
      const mine = await take(sam);
      await clock.advance(60_000);
      await resolveCase(sam, { caseId: mine.id });
    }
    await ask(ada);
    const mine = await take(sam);
    const waiting = await ask(eve);
    const next = await follow(eve, waiting.conversationId);
    const told = await next(({ basis }) => basis !== null);
    expect(told).toMatchObject({ position: 1, noEstimateReason: null, basis: { handOvers: 5 } });
    expect(told.estimatedWaitSeconds).toBeGreaterThan(40);
    expect(told.estimatedWaitSeconds).toBeLessThan(70);
    await resolveCase(sam, { caseId: mine.id });
    await take(sam, clock);
    expect(await turning(clock, 1_000, next(({ position }) => position === null))).toMatchObject({ estimatedWaitSeconds: null, basis: null, noEstimateReason: null });
    await sams.close();
    await eve.close();
  });

  it('R105 R106: staff see the queues live: counts, the oldest wait and the cases', async () => {
    const { people } = await site();
    const { ann, sam, ada, eve } = people;
    await queue(ann);
    await able(ann, sam, { max: 1 });
    const feed = (await ann.socket()).subscribe(QueueFeedDocument, {});
    expect((await feed.next()).queueFeed).toMatchObject({ __typename: 'QueuesSnapshot', queues: [{ queue: { key: 'help' }, waiting: 0, oldestQueuedAt: null }], cases: [] });
    const isState = (waiting: number, open: number) => ({ queueFeed: item }: { readonly queueFeed: QueueItem }): boolean => item.__typename === 'QueueChanged' && item.state.waiting === waiting && item.state.open === open;
    const asked = await ask(ada);
    const { queueFeed: state } = await turning(clock, 500, feed.next(isState(1, 0)));
    expect(state).toMatchObject({ state: { oldestQueuedAt: asked.queuedAt } });
    await ask(eve);
    const sams = await connect(sam);
    const mine = await take(sam, clock);
    await turning(clock, 500, feed.next(isState(1, 1)));
    await resolveCase(sam, { caseId: mine.id });
    await turning(clock, 500, feed.next(({ queueFeed: item }) => item.__typename === 'QueueCaseRemoved' && item.caseId === mine.id));
    const refused = (await ada.socket()).subscribe(QueueFeedDocument, {});
    expect((await refused.ended)[0]?.extensions?.code).toBe('FORBIDDEN');
    await sams.close();
    await Promise.all([ann.close(), ada.close()]);
  });

  it('R106: a case that is over leaves the board before one comes that began at the same time', async () => {
    const { people } = await site();
    const { ann, ada, eve } = people;
    await queue(ann);
    const [over, next] = [await ask(ada), await ask(eve)];
    await closeCase(ann, { caseId: next.id });
    const feed = (await ann.socket()).subscribe(QueueFeedDocument, {});
    await feed.next();
    // What no signal tells of: the next reading of everything finds both.
    await server.db.transaction(async (tx) => {
      for (const [id, status] of [[over.id, 'closed'], [next.id, 'queued']]) await tx.raw('UPDATE support_case SET status = $2::text::support_status WHERE id = $1', [id, status]);
    });
    const isNext = ({ queueFeed: item }: { readonly queueFeed: QueueItem }): boolean => item.__typename === 'QueueCaseChanged' && item.case.id === next.id;
    await turning(clock, 15_000, feed.next(isNext));
    const removed = feed.all.findIndex(({ queueFeed: item }) => item.__typename === 'QueueCaseRemoved' && item.caseId === over.id);
    expect(removed).toBeGreaterThan(0);
    expect(removed).toBeLessThan(feed.all.findIndex(isNext));
    await ann.close();
  });

  it('R114 P8: agents see the cases of their departments and their own, unless they may see all', async () => {
    const { people } = await site();
    const { ann, sam, sue, ada } = people;
    await queue(ann, { department: 'billing' });
    await able(ann, sam, { departments: ['billing'] });
    await able(ann, sue, { departments: ['moves'] });
    const asked = await ask(ada, { department: 'billing' });
    expect((await supportCase(sam, { id: asked.id }))?.id).toBe(asked.id);
    expect(await supportCase(sue, { id: asked.id })).toBeNull();
    const feed = (await sue.socket()).subscribe(QueueFeedDocument, {});
    expect((await feed.next()).queueFeed).toMatchObject({ cases: [] });
    await upsertAgent(ann, { userId: sue.id, permissions: ['SEE_ALL_CASES'] });
    await expect.poll(async () => (await supportCase(sue, { id: asked.id }))?.id).toBe(asked.id);
    await sue.close();
  });
});

describe('matching', () => {
  it('R108: urgent before usual; but who has waited a step’s worth longer stands before a higher priority', async () => {
    const { people } = await site();
    const { ann, sam, ada, eve, ida } = people;
    await queue(ann, { key: 'slow', ageingSeconds: 60, defaultPriority: 'LOW', offerSeconds: 3_600 });
    await queue(ann, { key: 'fast', ageingSeconds: 60, defaultPriority: 'URGENT', offerSeconds: 3_600 });
    const old = await ask(ada, { queue: 'slow' });
    await clock.sleep(170_000);
    const urgent = await ask(eve, { queue: 'fast' });
    await clock.advance(20_000);
    const late = await ask(ida, { queue: 'fast' });
    await able(ann, sam, { max: 3 });
    const sams = await connect(sam);
    const asked = await offered(sam, 3, clock);
    expect(new Set(asked.map((offer) => offer.case.id)).size).toBe(3);
    // First the smaller capacity: a pass that began with the larger one would go on with it.
    await able(ann, sam, { max: 1 });
    for (const offer of asked) await rejectOffer(sam, { offerId: offer.id });
    const order: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      await clock.advance(60_000);
      const mine = await take(sam, clock);
      order.push(mine.id);
      await resolveCase(sam, { caseId: mine.id });
    }
    expect(order).toEqual([urgent.id, old.id, late.id]);
    await sams.close();
  });

  it('R109 R110: required skills decide, preferred ones choose, then the least busy, then who has been idle longest', async () => {
    const { people, site: { id: siteId } } = await site();
    const { ann, sam, sue, ada, eve } = people;
    await queue(ann);
    await able(ann, sam, { skills: ['payments', 'german'], max: 8 });
    await able(ann, sue, { skills: ['payments'], max: 8 });
    const skilled = async (customer: Person, of: { required?: string[]; preferred?: string[] }): Promise<string> => {
      const made = await ask(customer);
      await server.db.prisma.supportCase.update({ where: { id: made.id }, data: { skillsRequired: of.required ?? [], skillsPreferred: of.preferred ?? [] } });
      return made.id;
    };
    const preferred = await skilled(ada, { preferred: ['german'] });
    const none = await skilled(eve, { required: ['dutch'] });
    const [sams, sues] = [await connect(sam), await connect(sue)];
    expect((await offered(sam, 1, clock))[0]?.case.id).toBe(preferred);
    await ask(eve);
    await offered(sue, 1, clock);
    for (let count = 0; count < 10; count += 1) await startSupport(ada, { clientId: `many-${count}` });
    await offered(sam, 6, clock);
    await offered(sue, 6, clock);
    expect((await server.db.prisma.supportCase.findUniqueOrThrow({ where: { id: none } })).offerId).toBeNull();
    expect(await brokenPromises(server, siteId)).toEqual([]);
    await Promise.all([sams.close(), sues.close()]);
  });

  it('R110 R184: 8 and more at once and never one too many', async () => {
    const { people, site: { id: siteId } } = await site();
    const { ann, sam, ada } = people;
    await queue(ann);
    await able(ann, sam, { max: 12 });
    for (let count = 0; count < 20; count += 1) await startSupport(ada, { clientId: `c-${count}` });
    const sams = await connect(sam);
    for (const offer of await offered(sam, 12, clock)) await acceptOffer(sam, { offerId: offer.id });
    await clock.advance(6_000);
    expect((await offers(sam)).length).toBe(12);
    expect(await brokenPromises(server, siteId)).toEqual([]);
    await sams.close();
  });

  // The embedded database has one connection, so nothing happens there while a transaction is open.
  it.runIf(currentStack() === 'cluster')('R104: a case that somebody changes while it is matched is offered once they are through, with no turn of the clock', async () => {
    const { people } = await site();
    const { ann, sam, ada, eve } = people;
    await queue(ann);
    const asked = await ask(ada);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let lock = (): void => undefined;
    const locked = new Promise<void>((resolve) => (lock = resolve));
    const held = server.db.transaction(async (tx) => {
      await tx.raw('SELECT 1 FROM support_case WHERE id = $1 FOR UPDATE', [asked.id]);
      lock();
      await gate;
    });
    await locked;
    const sams = await connect(sam);
    // Nobody turns the clock, so that whoever asks first finds the agent there, or nobody looks again.
    await expect.poll(async () => (await agents(ann, { userIds: [sam.id] })).edges[0]?.node.status).toBe('ONLINE');
    const other = await ask(eve);
    try {
      expect((await offered(sam, 1))[0]?.case.id).toBe(other.id);
    } finally {
      release();
      await held;
    }
    expect((await offered(sam, 2)).map((offer) => offer.case.id)).toContain(asked.id);
    await sams.close();
  });

  it('R106: a full queue hands on to its overflow, or refuses, whoever comes at once', async () => {
    const { people } = await site();
    const { ann, ada, eve, ida } = people;
    await queue(ann, { key: 'spill', maxWaiting: 1 });
    await queue(ann, { key: 'small', maxWaiting: 2, overflow: 'spill' });
    const tries = await Promise.all([ada, eve, ida, ada, eve].map((customer, index) => outcomeOf(startSupport(customer, { clientId: `x-${index}`, queue: 'small' }))));
    expect(tries.toSorted()).toEqual(['QUEUE_FULL', 'QUEUE_FULL', 'ok', 'ok', 'ok']);
    const rows = await server.db.prisma.supportCase.groupBy({ by: ['queueId'], where: { customerId: { in: [ada.id, eve.id, ida.id] } }, _count: true });
    expect(rows.map(({ _count }) => _count).toSorted()).toEqual([1, 2]);
    expect(await server.db.prisma.conversation.count({ where: { siteId: (await server.db.prisma.user.findUniqueOrThrow({ where: { id: ada.id } })).siteId } })).toBe(3);
  });

  it('R107 P4: while customers follow their places, a reading that failed once keeps no staff from the queues later', async () => {
    const { people } = await site();
    const { ann, ada } = people;
    await queue(ann);
    const { conversationId } = await ask(ada);
    const open = async () => (await (await ann.socket()).subscribe(QueueFeedDocument, {}).next()).queueFeed.__typename;
    await server.db.prisma.$executeRawUnsafe('ALTER TABLE offer RENAME TO offer_away');
    try {
      await follow(ada, conversationId);
      await expect(open()).rejects.toThrow('the subscription has ended');
    } finally {
      await server.db.prisma.$executeRawUnsafe('ALTER TABLE offer_away RENAME TO offer');
    }
    expect(await open()).toBe('QueuesSnapshot');
  });
});
