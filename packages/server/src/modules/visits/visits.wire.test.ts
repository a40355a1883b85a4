import { reportPage, type VisitFeedSubscription, VisitFeedDocument, visit } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, outcomeOf, seed, startServer, type TestServer } from '../../testing/index.js';
import { PRUNE_MS, pruneVisits, VISIT_KEPT_MS } from './prune.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const GUEST = 'mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { token visitorId user { id } } }';
const CLAIM = 'mutation ($input: ClaimGuestInput!) { claimGuest(input: $input) { user { id } } }';
type Item = VisitFeedSubscription['visitFeed'];
const isAt = (url: string) => ({ visitFeed: item }: { readonly visitFeed: Item }): boolean => item.__typename === 'VisitChanged' && item.visit.url === url;

async function scene() {
  const world = await seed(server).admin('ann').agent('sam').client('ada').client('eve').provider('ben').ready();
  const { startGuestSession: session } = await world.nobody.must<{ startGuestSession: { token: string; visitorId: string; user: { id: string } } }>(GUEST, {
    input: { siteKey: world.site.publicKey },
  });
  return { ...world, session, guest: new Actor(server.url, session.token) };
}

describe('visits', () => {
  it('R122: staff see live on which page a visitor is, with referrer, browser and address; the last one is kept', async () => {
    const { people, guest, session } = await scene();
    const { sam } = people;
    expect(await visit(sam, { userId: session.user.id })).toBeNull();
    const socket = await sam.socket();
    const feed = socket.subscribe(VisitFeedDocument, { userId: session.user.id });
    expect(await feed.next()).toMatchObject({ visitFeed: { __typename: 'VisitSnapshot', last: null } });
    await reportPage(guest, { url: 'https://me:pw@shop.example.com/a', title: 'A', referrer: 'https://search.example.com/?q=vans' });
    const first = { url: 'https://shop.example.com/a', title: 'A', referrer: 'https://search.example.com/?q=vans', userAgent: 'node', ip: '127.0.0.1' };
    expect(await feed.next(isAt(first.url))).toMatchObject({ visitFeed: { visit: first } });
    await clock.advance(1_000);
    await reportPage(guest, { url: 'https://shop.example.com/b' });
    const second = { ...first, url: 'https://shop.example.com/b', title: null };
    expect(await feed.next(isAt(second.url))).toMatchObject({ visitFeed: { visit: second } });
    expect(await visit(people.ann, { userId: session.user.id })).toMatchObject(second);
    const again = socket.subscribe(VisitFeedDocument, { userId: session.user.id });
    expect(await again.next()).toMatchObject({ visitFeed: { __typename: 'VisitSnapshot', last: second } });
    await socket.close();
  });

  it('R122 P3: the same page again within a second changes nothing, another one is refused', async () => {
    const { guest, session, people } = await scene();
    const first = await reportPage(guest, { url: 'https://shop.example.com/a' });
    expect(await reportPage(guest, { url: 'https://shop.example.com/a' })).toEqual(first);
    expect(await outcomeOf(reportPage(guest, { url: 'https://shop.example.com/b' }))).toBe('RATE_LIMITED');
    expect(await visit(people.sam, { userId: session.user.id })).toMatchObject({ url: 'https://shop.example.com/a' });
  });

  it('R122 P8: nobody but staff of the site sees it, and no address that is none is kept', async () => {
    const { people, guest, session, service } = await scene();
    await reportPage(guest, { url: 'https://shop.example.com/a' });
    for (const person of [people.ada, people.ben, guest]) {
      expect(await outcomeOf(visit(person, { userId: session.user.id }))).toBe('FORBIDDEN');
      const socket = await person.socket();
      const [error] = await socket.subscribe(VisitFeedDocument, { userId: session.user.id }).ended;
      expect(error?.extensions?.code).toBe('FORBIDDEN');
      await socket.close();
    }
    expect(await outcomeOf(visit((await scene()).people.sam, { userId: session.user.id }))).toBe('NOT_FOUND');
    for (const url of ['javascript:alert(1)', '/a', '', `https://a.example/${'x'.repeat(2_048)}`]) expect(await outcomeOf(reportPage(people.ada, { url }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(reportPage(service, { url: 'https://shop.example.com/a' }))).toBe('FORBIDDEN');
    expect(await visit(people.sam, { userId: people.ada.id })).toBeNull();
  });

  it('R122 R14: goes along when the guest becomes a known user, unless theirs is newer', async () => {
    const { people, guest, session } = await scene();
    await reportPage(people.ada, { url: 'https://shop.example.com/old' });
    await clock.advance(1_000);
    await reportPage(guest, { url: 'https://shop.example.com/new' });
    await people.ada.must(CLAIM, { input: { visitorId: session.visitorId } });
    expect(await visit(people.sam, { userId: people.ada.id })).toMatchObject({ url: 'https://shop.example.com/new' });
  });

  it('R122 R173: a visit is kept for 30 days after the last page, and no longer', async () => {
    const { people, guest, session } = await scene();
    for (const visitor of [guest, people.ada]) await reportPage(visitor, { url: 'https://shop.example.com/a' });
    const agoMs = (ms: number): Date => new Date(clock.now().getTime() - ms);
    await server.db.prisma.visit.update({ where: { userId: session.user.id }, data: { at: agoMs(VISIT_KEPT_MS + 1) } });
    await server.db.prisma.visit.update({ where: { userId: people.ada.id }, data: { at: agoMs(VISIT_KEPT_MS - 2 * PRUNE_MS) } });
    await clock.sleep(PRUNE_MS);
    await expect.poll(() => visit(people.sam, { userId: session.user.id })).toBeNull();
    expect(await visit(people.sam, { userId: people.ada.id })).toMatchObject({ url: 'https://shop.example.com/a' });
    const later = { ...server.deps, clock: createTestClock(new Date(clock.now().getTime() + 2 * PRUNE_MS)) };
    expect((await Promise.all([1, 2, 3].map(() => pruneVisits(later)))).reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await visit(people.sam, { userId: people.ada.id })).toBeNull();
    await reportPage(people.ada, { url: 'https://shop.example.com/b' });
    expect(await visit(people.sam, { userId: people.ada.id })).toMatchObject({ url: 'https://shop.example.com/b', referrer: null });
  });
});
