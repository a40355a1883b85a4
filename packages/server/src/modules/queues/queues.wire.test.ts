import {
  acceptOffer,
  ConversationFeedDocument,
  joinConversation,
  messages,
  offers,
  queues,
  rejectOffer,
  sendMessage,
  startGuestSession,
  startSupport,
  supportCase,
  supportCases,
  upsertQueue,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, expectQueries, outcomeOf, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';
import { able, ask, brokenPromises, connect, offered, queue, take } from './desk.fixture.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const site = () => seed(server).admin('ann').agent('sam').agent('sue').client('ada').client('eve').provider('ben').ready();
/** Whom a case was offered to, in order. */
const offersOf = (caseId: string) => server.db.prisma.offer.findMany({ where: { caseId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

describe('queues', () => {
  it('R106 R114: admins make and change queues; repeating changes nothing, and no rule is broken', async () => {
    const { people, service } = await site();
    const { ann, sam, ada } = people;
    const overflow = (await upsertQueue(ann, { key: 'spill' })).queue;
    const wanted = { key: 'pay', name: 'Payments', department: 'billing', defaultPriority: 'HIGH', maxWaiting: 5, overflow: 'spill', ageingSeconds: 60, offerSeconds: 20, wrapUpSeconds: 90 } as const;
    for (const _ of [1, 2]) {
      const made = (await upsertQueue(service, wanted)).queue;
      expect(made).toMatchObject({ key: 'pay', name: 'Payments', department: 'billing', defaultPriority: 'HIGH', maxWaiting: 5, overflowQueueId: overflow.id, isActive: true, isBotFirst: false });
    }
    expect((await upsertQueue(ann, { key: 'pay', maxWaiting: null })).queue).toMatchObject({ name: 'Payments', maxWaiting: null, offerSeconds: 20 });
    expect((await queues(sam)).map(({ key }) => key)).toEqual(['spill', 'pay']);
    for (const as of [sam, ada]) expect(await outcomeOf(upsertQueue(as, { key: 'x' }))).toBe('FORBIDDEN');
    expect(await outcomeOf(queues(ada))).toBe('FORBIDDEN');
    expect(await outcomeOf(upsertQueue(ann, { key: 'pay', overflow: 'nowhere' }))).toBe('NOT_FOUND');
    const broken = [{ key: '' }, { key: 'A b' }, { key: 'x', name: '' }, { key: 'x', maxWaiting: -1 }, { key: 'x', offerSeconds: 4 }, { key: 'x', wrapUpSeconds: 90_000 }, { key: 'spill', overflow: 'pay' }];
    for (const input of broken) expect(await outcomeOf(upsertQueue(ann, input)), JSON.stringify(input)).toBe('INVALID_INPUT');
    expect((await queues(ann)).length).toBe(2);
  });

  it('R18 R34 R104 R106: a client starts support in one operation, and again with the same id gets the same case', async () => {
    const { people } = await site();
    const { ann, ada, sam } = people;
    await queue(ann, { name: 'Help' });
    const input = { clientId: 'one', subject: 'My van', text: 'Where is it?', page: 'https://vans.example/x', referrer: 'https://search.example', userAgent: 'test', language: 'de-AT', attributes: { plan: 'gold' } };
    const first = await startSupport(ada, input);
    expect(first).toMatchObject({ isDuplicate: false, session: null, conversation: { kind: 'SUPPORT', title: 'My van', lastMessage: { text: 'Where is it?' } } });
    expect(first.case).toMatchObject({ status: 'QUEUED', control: 'QUEUE', subject: 'My van', language: 'de-AT', queue: { key: 'help', name: 'Help' }, agent: null, customer: { id: ada.id }, attributes: null, priority: null, page: null });
    const again = await startSupport(ada, input);
    expect(again).toMatchObject({ isDuplicate: true, case: { id: first.case.id }, seq: first.seq });
    expect(await outcomeOf(startSupport(ada, { ...input, text: 'other' }))).toBe('IDEMPOTENCY_CONFLICT');
    const [one, two] = await Promise.all([1, 2].map(() => startSupport(ada, { ...input, clientId: 'two' })));
    expect(one?.case.id).toBe(two?.case.id);
    expect(await supportCase(sam, { id: first.case.id })).toMatchObject({ priority: 'MEDIUM', page: input.page, referrer: input.referrer, userAgent: 'test', attributes: { plan: 'gold' } });
    expect(await supportCase(ada, { id: first.case.conversationId })).toMatchObject({ id: first.case.id, attributes: null });
  });

  it('R19 R114: a provider asks support too; department and key decide the queue', async () => {
    const { people } = await site();
    const { ann, ben } = people;
    for (const [key, department, isDefault] of [['a', null, false], ['b', null, true], ['c', 'billing', false], ['d', 'billing', true]] as const) await upsertQueue(ann, { key, department, isDefault });
    expect((await ask(ben)).queue.key).toBe('b');
    expect((await ask(ben, { department: 'billing' })).queue.key).toBe('d');
    expect((await ask(ben, { queue: 'a' })).queue.key).toBe('a');
    expect(await outcomeOf(ask(ben, { queue: 'none' }))).toBe('NOT_FOUND');
    expect(await outcomeOf(ask(ben, { department: 'none' }))).toBe('NOT_FOUND');
  });

  it('R3 R4 R5 R101: a visitor with a site key and nothing else gets a conversation, its history and a session in one operation', async () => {
    const { people, nobody, site: { publicKey } } = await site();
    await queue(people.ann);
    const clientId = '0b9a1f64-1f0e-4c3f-9a55-3f6c9d1e7a20';
    const asked = { siteKey: publicKey, clientId, text: 'hello', displayName: 'Vi', email: 'vi@example.org' };
    const first = await startSupport(nobody, asked);
    const again = await startSupport(nobody, asked);
    expect(again).toMatchObject({ isDuplicate: true, case: { id: first.case.id }, session: { visitorId: first.session?.visitorId ?? '' } });
    expect(first.case.customer).toMatchObject({ displayName: 'Vi', isGuest: true });
    const guest = new Actor(server.url, first.session?.token ?? '');
    expect((await messages(guest, { conversationId: first.case.conversationId })).edges.map(({ node }) => node.text)).toEqual(['hello']);
    const back = await startGuestSession(nobody, { siteKey: publicKey, visitorId: first.session?.visitorId ?? '' });
    expect(back.user.id).toBe(first.case.customer.id);
    const second = await startSupport(nobody, { siteKey: publicKey, visitorId: back.visitorId, clientId: 'short', text: 'again' });
    expect(second.case.customer.id).toBe(first.case.customer.id);
    expect(await outcomeOf(startSupport(nobody, { siteKey: publicKey, clientId: 'short' }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(startSupport(nobody, { siteKey: 'pk_none', clientId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(startSupport(nobody, { clientId }))).toBe('UNAUTHENTICATED');
  });

  it('R18 P8: bad input, staff and strangers change nothing', async () => {
    const { people, service } = await site();
    const { ann, sam, ada, eve } = people;
    expect(await outcomeOf(ask(ada))).toBe('NOT_FOUND');
    await queue(ann);
    for (const as of [sam, ann]) expect(await outcomeOf(ask(as))).toBe('FORBIDDEN');
    expect(await outcomeOf(startSupport(service, { clientId: 'x' }))).toBe('FORBIDDEN');
    const broken = [{ clientId: '' }, { subject: 'x'.repeat(201) }, { language: 'not a tag' }, { page: 'x'.repeat(2_049) }, { userAgent: 'x'.repeat(513) }, { attributes: { a: 'x'.repeat(5_000) } }, { text: '  ' }];
    for (const input of broken) expect(await outcomeOf(ask(ada, input)), JSON.stringify(input).slice(0, 60)).toBe('INVALID_INPUT');
    expect(await outcomeOf(ask(ada, { text: 'x'.repeat(9_000) }))).toBe('MESSAGE_TOO_LONG');
    expect(await server.db.prisma.supportCase.count({ where: { customerId: ada.id } })).toBe(0);
    const mine = await ask(ada);
    const other = (await site()).people;
    for (const as of [eve, people.ben, other.ann, other.sam]) expect(await supportCase(as, { id: mine.id })).toBeNull();
    expect(await supportCase(sam, { id: mine.id })).toMatchObject({ id: mine.id });
  });

  it('R104 R86 P9: an agent who is there is offered the case, accepts it, is in the conversation, and everybody sees it', async () => {
    const { people, service, site: { id: siteId } } = await site();
    const { ann, sam, ada, eve } = people;
    await queue(ann);
    const sams = await connect(sam);
    const asked = await ask(ada);
    const { conversationId } = asked;
    const [offer] = await offered(sam);
    expect(offer).toMatchObject({ status: 'PENDING', agentId: sam.id, case: { id: asked.id, priority: 'MEDIUM' } });
    expect(await outcomeOf(sendMessage(sam, { conversationId, clientId: 'early', text: 'hi' }))).toBe('NOT_FOUND');
    await verifyFeed({
      conversationId,
      viewers: { ada, ann },
      service,
      act: async () => {
        const accepted = await acceptOffer(sam, { offerId: offer?.id ?? '' });
        expect(accepted).toMatchObject({ offer: { status: 'ACCEPTED' }, case: { status: 'OPEN', control: 'AGENT', agent: { id: sam.id } } });
        expect(await acceptOffer(sam, { offerId: offer?.id ?? '' })).toMatchObject({ seq: accepted.seq, offer: { status: 'ACCEPTED' } });
        await sendMessage(sam, { conversationId, clientId: 'hi', text: 'How can I help?' });
        await expect.poll(async () => (await supportCase(ada, { id: asked.id }))?.firstResponseAt ?? null).not.toBeNull();
      },
    });
    expect(await supportCase(ada, { id: asked.id })).toMatchObject({ status: 'OPEN', agent: { displayName: 'sam' }, skillsRequired: null });
    expect(await brokenPromises(server, siteId)).toEqual([]);
    expect(await outcomeOf(acceptOffer(people.sue, { offerId: offer?.id ?? '' }))).toBe('NOT_FOUND');
    for (const as of [ada, eve]) expect(await outcomeOf(acceptOffer(as, { offerId: offer?.id ?? '' }))).toBe('FORBIDDEN');
    const mine = await supportCases(sam, { agentId: sam.id, status: ['OPEN'] });
    expect(mine.edges.map(({ node }) => node.id)).toEqual([asked.id]);
    await sams.close();
  });

  it('R104 P9: a refused offer goes to another agent; while one who was not asked is there, though without room, the first is asked again after a minute', async () => {
    const { people } = await site();
    const { ann, sam, sue, ada, eve } = people;
    await queue(ann, { offerSeconds: 3_600 });
    await able(ann, sue, { max: 1 });
    const sams = await connect(sam);
    const asked = await ask(ada);
    const [offer] = await offered(sam);
    const refused = { offerId: offer?.id ?? '', reason: 'lunch' };
    expect(await rejectOffer(sam, refused)).toMatchObject({ offer: { status: 'REJECTED', reason: 'lunch' }, case: { status: 'QUEUED' } });
    expect((await rejectOffer(sam, refused)).offer.status).toBe('REJECTED');
    expect(await outcomeOf(acceptOffer(sam, { offerId: refused.offerId }))).toBe('OFFER_EXPIRED');
    const sues = await connect(sue);
    const [second] = await offered(sue, 1, clock);
    expect(second?.case.id).toBe(asked.id);
    await acceptOffer(sue, { offerId: second?.id ?? '' });
    const other = await ask(eve);
    const [third] = await offered(sam);
    await rejectOffer(sam, { offerId: third?.id ?? '' });
    await clock.advance(50_000);
    expect((await offered(sam, 1, clock))[0]?.case.id).toBe(other.id);
    const [again, ended] = (await offersOf(other.id)).reverse();
    expect(Number(again?.createdAt) - Number(ended?.endedAt)).toBeGreaterThanOrEqual(60_000);
    await Promise.all([sams.close(), sues.close()]);
  });

  it('R104 P9: a lone agent who refuses a case, or lets its offer pass, is asked again 10 seconds later: the line does not stand still', async () => {
    const { people, site: { id: siteId } } = await site();
    const { ann, sam, ada } = people;
    await queue(ann, { offerSeconds: 30 });
    const sams = await connect(sam);
    const asked = await ask(ada);
    const [offer] = await offered(sam);
    await rejectOffer(sam, { offerId: offer?.id ?? '' });
    await clock.advance(12_000);
    const [second] = await offered(sam);
    expect(second?.case.id).toBe(asked.id);
    await clock.advance(32_000);
    await expect.poll(async () => (await offersOf(asked.id))[1]?.status).toBe('timed_out');
    await clock.advance(12_000);
    await offered(sam);
    const all = await offersOf(asked.id);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'timed_out', 'pending']);
    for (const [index, { createdAt }] of all.slice(1).entries()) {
      const restedMs = createdAt.getTime() - Number(all[index]?.endedAt);
      expect(restedMs).toBeGreaterThanOrEqual(10_000);
      expect(restedMs).toBeLessThanOrEqual(20_000);
    }
    expect((await take(sam)).id).toBe(asked.id);
    expect(await brokenPromises(server, siteId)).toEqual([]);
    await sams.close();
  });

  it('R104 P9: a case that all have declined is asked again of who declined it longest ago, however little the others have to do', async () => {
    const { people, site: { id: siteId } } = await site();
    const { ann, sam, sue, ada, eve } = people;
    await queue(ann, { offerSeconds: 3_600 });
    const sams = await connect(sam);
    await ask(eve);
    await take(sam);
    const sues = await connect(sue);
    const asked = await ask(ada);
    for (const who of [sue, sam, sue, sam]) {
      const [offer] = await offered(who);
      expect(offer?.case.id).toBe(asked.id);
      await rejectOffer(who, { offerId: offer?.id ?? '' });
      await clock.advance(12_000);
    }
    await offered(sue);
    expect((await offersOf(asked.id)).map(({ agentId }) => agentId)).toEqual([sue.id, sam.id, sue.id, sam.id, sue.id]);
    expect(await brokenPromises(server, siteId)).toEqual([]);
    await Promise.all([sams.close(), sues.close()]);
  });

  it('R104: an offer that nobody answers in time is over; accepting it late is refused and changes nothing', async () => {
    const { people } = await site();
    const { ann, sam, ada } = people;
    await queue(ann, { offerSeconds: 30 });
    const sams = await connect(sam);
    const asked = await ask(ada);
    const [offer] = await offered(sam);
    await clock.advance(30_000);
    expect(await outcomeOf(acceptOffer(sam, { offerId: offer?.id ?? '' }))).toBe('OFFER_EXPIRED');
    await clock.advance(4_000);
    await expect.poll(async () => (await server.db.prisma.offer.findUniqueOrThrow({ where: { id: offer?.id ?? '' } })).status).toBe('timed_out');
    expect(await supportCase(sam, { id: asked.id })).toMatchObject({ status: 'QUEUED', agent: null });
    await sams.close();
  });

  it('R57 R58 P8: agents see the cases of their site and join to read them; clients see their own; lists cost one query', async () => {
    const { people } = await site();
    const { ann, sam, sue, ada, eve } = people;
    await queue(ann);
    const sams = await connect(sam);
    const asked = await ask(ada);
    await ask(eve);
    await offered(sam, 2);
    expect((await supportCases(ada, {})).edges.map(({ node }) => node.id)).toEqual([asked.id]);
    expect((await supportCases(sue, {})).edges.length).toBe(2);
    expect(await expectQueries(server.db, 1, () => supportCases(ann, {}))).toMatchObject({ pageInfo: { hasNextPage: false } });
    const page = await supportCases(sue, { first: 1 });
    expect((await supportCases(sue, { first: 1, after: page.pageInfo.endCursor })).edges.map(({ node }) => node.id)).toEqual([asked.id]);
    expect(await outcomeOf(messages(sue, { conversationId: asked.conversationId }))).toBe('NOT_FOUND');
    expect((await messages(ann, { conversationId: asked.conversationId })).edges.length).toBe(1);
    await joinConversation(sue, { conversationId: asked.conversationId });
    expect((await messages(sue, { conversationId: asked.conversationId })).edges.length).toBe(1);
    const feed = (await ada.socket()).subscribe(ConversationFeedDocument, { conversationId: asked.conversationId });
    const { conversationFeed: snapshot } = await feed.next();
    expect(snapshot).toMatchObject({ __typename: 'ConversationSnapshot', supportCase: { id: asked.id, priority: null } });
    await ada.close();
    await sams.close();
  });

});
