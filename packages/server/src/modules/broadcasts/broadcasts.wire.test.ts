import {
  audienceSize,
  broadcastReach,
  broadcasts,
  markBroadcastsRead,
  revokeBroadcast,
  sendBroadcast,
  type SendBroadcastInput,
  sentBroadcast,
  sentBroadcasts,
  unreadBroadcasts,
  updateBroadcast,
  upsertAgent,
  upsertUser,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, expectQueries, OperationError, outcomeOf, seed, startServer, type TestServer, verifyInbox } from '../../testing/index.js';
import { PUBLISH_MS, publishDue } from './publisher.js';

let clock: TestClock;
let server: TestServer;
let made = 0;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const site = () => seed(server).admin('ann').agent('sam').client('ada').client('eve').provider('ben').ready();
const of = (input: Partial<SendBroadcastInput> = {}): SendBroadcastInput => ({ clientId: `b${(made += 1)}`, title: 'News', text: `text ${made}`, ...input });
const textsFor = async (actor: Actor): Promise<string[]> => (await broadcasts(actor, {})).edges.map(({ node }) => node.text);
const inMinutes = (n: number): string => new Date(clock.now().getTime() + n * 60_000).toISOString();
const GUEST = 'mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { token visitorId } }';
const CLAIM = 'mutation ($input: ClaimGuestInput!) { claimGuest(input: $input) { user { id } } }';

async function guestOf(world: { readonly nobody: Actor; readonly site: { readonly publicKey: string } }): Promise<{ readonly guest: Actor; readonly visitorId: string }> {
  const { startGuestSession } = await world.nobody.must<{ startGuestSession: { token: string; visitorId: string } }>(GUEST, { input: { siteKey: world.site.publicKey } });
  return { guest: new Actor(server.url, startGuestSession.token), visitorId: startGuestSession.visitorId };
}

describe('broadcasts', () => {
  it('R21 R60 R242: reach everybody or the roles they are for, and nobody else; back-ends send them too', async () => {
    const { people, service } = await site();
    const { ann, sam, ada, ben } = people;
    const [all, clients, providers] = [of(), of({ audience: { roles: ['CLIENT'] } }), of({ audience: { roles: ['PROVIDER', 'AGENT'] } })];
    expect((await sendBroadcast(ann, all)).broadcast).toMatchObject({ seq: 1, state: 'PUBLISHED', audience: { roles: [], guests: 'INCLUDED', segment: [] } });
    await sendBroadcast(service, clients);
    await sendBroadcast(ann, providers);
    expect(await textsFor(ada)).toEqual([clients.text, all.text]);
    for (const person of [ben, sam]) expect(await textsFor(person)).toEqual([providers.text, all.text]);
    expect(await textsFor(ann)).toEqual([all.text]);
    expect(await textsFor(service)).toEqual([]);
    expect(await textsFor((await site()).people.ada)).toEqual([]);
    expect(await server.db.prisma.broadcastReader.count({ where: { userId: { in: [ada.id, ben.id] } } })).toBe(0);
  });

  it('R15 R242 P8: only admins, back-ends and agents who were let send, see what was sent, count and take back', async () => {
    const { people } = await site();
    const { broadcast } = await sendBroadcast(people.ann, of({ audience: { roles: ['PROVIDER'] } }));
    const stranger = (await site()).people.ann;
    const allowed = (await site()).people;
    await upsertAgent(allowed.ann, { userId: allowed.sam.id, permissions: ['MANAGE_BROADCASTS'] });
    expect(await outcomeOf(sendBroadcast(allowed.sam, of()))).toBe('ok');
    for (const person of [people.sam, people.ada, people.ben]) {
      const outcomes = [
        sendBroadcast(person, of()),
        revokeBroadcast(person, { broadcastId: broadcast.id }),
        updateBroadcast(person, { broadcastId: broadcast.id, title: 'other' }),
        sentBroadcasts(person, {}),
        sentBroadcast(person, { id: broadcast.id }),
        broadcastReach(person, { broadcastId: broadcast.id }),
        audienceSize(person, { audience: {} }),
      ].map(outcomeOf);
      expect(await Promise.all(outcomes)).toEqual(outcomes.map(() => 'FORBIDDEN'));
    }
    expect(await outcomeOf(revokeBroadcast(stranger, { broadcastId: broadcast.id }))).toBe('NOT_FOUND');
    const node = (actor: Actor) => actor.must<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: broadcast.id });
    expect([(await node(people.ben)).node, (await node(people.ada)).node]).toEqual([{ id: broadcast.id }, null]);
  });

  it('P3: a repeated send answers with the first at any later time, also when what it says of times would be refused by then', async () => {
    const { ann } = (await site()).people;
    const input = of({ expiresAt: inMinutes(60) });
    const { broadcast } = await sendBroadcast(ann, input);
    await clock.sleep(2 * 3_600_000);
    expect((await sendBroadcast(ann, input)).broadcast.id).toBe(broadcast.id);
    expect(await outcomeOf(sendBroadcast(ann, { ...input, clientId: 'another' }))).toBe('INVALID_INPUT');
  });

  it('P3 R242: a repeated send makes no second; another content under the same id is refused; what breaks a rule changes nothing', async () => {
    const { people } = await site();
    const { ann } = people;
    const input = of({ sendAt: inMinutes(60), metadata: { kind: 'notice' }, link: { url: 'https://example.com/more', label: 'More' } });
    const first = await sendBroadcast(ann, input);
    expect(await sendBroadcast(ann, input)).toEqual(first);
    expect(await outcomeOf(sendBroadcast(ann, { ...input, text: 'other' }))).toBe('IDEMPOTENCY_CONFLICT');
    const condition = (given: object) => ({ audience: { segment: [{ allOf: [{ field: 'PROFILE', operator: 'IS', ...given }] }] } }) as Partial<SendBroadcastInput>;
    const broken: Partial<SendBroadcastInput>[] = [
      { title: ' ' },
      { title: 'x'.repeat(121) },
      { text: '' },
      { text: 'x'.repeat(2_001) },
      { link: { url: 'javascript:alert(1)' } },
      { sendAt: inMinutes(60 * 24 * 400) },
      { expiresAt: inMinutes(0) },
      { sendAt: inMinutes(60), expiresAt: inMinutes(30) },
      { audience: { roles: ['SYSTEM'] } },
      { audience: { roles: ['AGENT'], guests: 'ONLY' } },
      { audience: { segment: [{ allOf: [] }] } },
      { audience: { segment: Array.from({ length: 11 }, () => ({ allOf: [{ field: 'PROFILE' as const, operator: 'EXISTS' as const, key: 'a' }] })) } },
      condition({ key: 'plan' }),
      condition({ key: 'plan', texts: [] }),
      condition({ key: 'plan', texts: ['a'], number: 1 }),
      condition({ key: 'a.b.c.d', texts: ['a'] }),
      condition({ key: 'plan"}', texts: ['a'] }),
      condition({ operator: 'AT_LEAST', key: 'n', texts: ['1'] }),
      condition({ operator: 'BEFORE', key: 'n', at: inMinutes(0) }),
      condition({ field: 'CREATED_AT', operator: 'IS', texts: ['a'] }),
      condition({ operator: 'EXISTS', key: 'n', number: 1 }),
    ];
    for (const each of broken) expect(await outcomeOf(sendBroadcast(ann, of(each))), JSON.stringify(each)).toBe('INVALID_INPUT');
    expect(await server.db.prisma.broadcast.count({ where: { createdById: ann.id } })).toBe(1);
  });

  it('R60: a segment is judged when it is read, and what is read, counted and previewed agrees for every operator', async () => {
    const world = await site();
    const { people, service } = world;
    const { ann, ada, eve } = people;
    const { guest } = await guestOf(world);
    const profiles = { ada: { plan: 'pro', seats: 5, tags: ['a', 'b'], address: { city: 'Bonn' }, beta: true }, eve: { plan: 'free', seats: '5', tags: 'a', gone: null } };
    for (const [externalId, profile] of Object.entries(profiles)) await upsertUser(service, { externalId, role: 'CLIENT', profile });
    type Condition = NonNullable<NonNullable<NonNullable<SendBroadcastInput['audience']>['segment']>[number]>['allOf'][number];
    const cases: readonly (readonly [Omit<Condition, 'field'> & { readonly field?: Condition['field'] }, string])[] = [
      [{ operator: 'IS', key: 'plan', texts: ['pro', 'gold'] }, 'ada'],
      [{ operator: 'IS_NOT', key: 'plan', texts: ['pro'] }, 'eve guest'],
      [{ operator: 'IS', key: 'address.city', texts: ['Bonn'] }, 'ada'],
      [{ operator: 'IS', key: 'beta', boolean: true }, 'ada'],
      [{ operator: 'IS', key: 'seats', number: 5 }, 'ada'],
      [{ operator: 'IS', key: 'seats', texts: ['5'] }, 'eve'],
      [{ operator: 'HAS', key: 'tags', texts: ['z', 'a'] }, 'ada'],
      [{ operator: 'EXISTS', key: 'plan' }, 'ada eve'],
      [{ operator: 'EXISTS', key: 'gone' }, ''],
      [{ operator: 'MISSING', key: 'beta' }, 'eve guest'],
      [{ operator: 'AT_LEAST', key: 'seats', number: 5 }, 'ada'],
      [{ operator: 'AT_LEAST', key: 'seats', number: 6 }, ''],
      [{ operator: 'AT_MOST', key: 'seats', number: 5.5 }, 'ada'],
      [{ field: 'CREATED_AT', operator: 'AFTER', at: inMinutes(-1) }, 'ada eve guest'],
      [{ field: 'CREATED_AT', operator: 'BEFORE', at: inMinutes(-1) }, ''],
    ];
    for (const [condition, expected] of cases) {
      const audience = { roles: ['CLIENT' as const], segment: [{ allOf: [{ field: 'PROFILE' as const, ...condition }] }] };
      const { broadcast } = await sendBroadcast(ann, of({ audience }));
      const seen: string[] = [];
      for (const [name, actor] of Object.entries({ ada, eve, guest })) if ((await textsFor(actor)).includes(broadcast.text)) seen.push(name);
      expect(seen.join(' '), JSON.stringify(condition)).toBe(expected);
      expect(await audienceSize(ann, { audience })).toBe(seen.length);
      expect((await broadcastReach(ann, { broadcastId: broadcast.id })).audienceCount).toBe(seen.length);
      expect(broadcast.audience.segment[0]?.allOf[0]).toMatchObject({ field: 'PROFILE', ...condition });
    }
    const either = { segment: [{ allOf: [{ field: 'PROFILE' as const, operator: 'IS' as const, key: 'plan', texts: ['free'] }] }, { allOf: [{ field: 'PROFILE' as const, operator: 'IS' as const, key: 'beta', boolean: true }] }] };
    expect(await audienceSize(ann, { audience: either })).toBe(2);
    const [excluded, only] = [of({ audience: { guests: 'EXCLUDED' } }), of({ audience: { guests: 'ONLY' } })];
    for (const input of [excluded, only]) await sendBroadcast(ann, input);
    expect([(await textsFor(ada)).includes(only.text), (await textsFor(guest)).includes(excluded.text)]).toEqual([false, false]);
    expect([(await textsFor(ada)).includes(excluded.text), (await textsFor(guest)).includes(only.text)]).toEqual([true, true]);
    const pro = of({ audience: { segment: [{ allOf: [{ field: 'PROFILE', operator: 'IS', key: 'plan', texts: ['pro'] }] }] } });
    await sendBroadcast(ann, pro);
    await upsertUser(service, { externalId: 'eve', role: 'CLIENT', profile: { plan: 'pro' } });
    expect(await textsFor(eve)).toContain(pro.text);
  });

  it('R242: newcomers see what was published before them only where it says so', async () => {
    const world = await site();
    const [past, open] = [of(), of({ audience: { includesNewcomers: true } })];
    for (const input of [past, open]) await sendBroadcast(world.people.ann, input);
    await clock.advance(1);
    const { guest } = await guestOf(world);
    expect(await textsFor(guest)).toEqual([open.text]);
    expect(await textsFor(world.people.ada)).toEqual([open.text, past.text]);
  });

  it('R242: reading is a mark that only rises, one row for a person; unread and seen are counted', async () => {
    const { people, service } = await site();
    const { ann, ada, eve, ben } = people;
    const ids: string[] = [];
    for (const roles of [['CLIENT'], ['PROVIDER'], ['CLIENT']] as const) ids.push((await sendBroadcast(ann, of({ audience: { roles: [...roles] } }))).broadcast.id);
    expect(await Promise.all([ada, ben, ann].map((each) => unreadBroadcasts(each)))).toEqual([2, 1, 0]);
    expect(await markBroadcastsRead(ada, { upToSeq: 1 })).toEqual({ readSeq: 1 });
    expect(await unreadBroadcasts(ada)).toBe(1);
    expect(await markBroadcastsRead(ada, { upToSeq: 99 })).toEqual({ readSeq: 3 });
    expect(await markBroadcastsRead(ada, { upToSeq: 2 })).toEqual({ readSeq: 3 });
    expect(await unreadBroadcasts(ada)).toBe(0);
    await markBroadcastsRead(eve, { upToSeq: 1 });
    expect(await Promise.all(ids.map((broadcastId) => broadcastReach(ann, { broadcastId })))).toEqual([
      { audienceCount: 2, seenCount: 2 },
      { audienceCount: 1, seenCount: 0 },
      { audienceCount: 2, seenCount: 1 },
    ]);
    expect(await server.db.prisma.broadcastReader.count({ where: { userId: ada.id } })).toBe(1);
    expect(await outcomeOf(markBroadcastsRead(ada, { upToSeq: -1 }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(markBroadcastsRead(service, { upToSeq: 1 }))).toBe('FORBIDDEN');
  });

  it('R4 R242: a guest who becomes a known user keeps how far they have read', async () => {
    const world = await site();
    const { ann, ada } = world.people;
    const { guest, visitorId } = await guestOf(world);
    for (let n = 0; n < 2; n += 1) await sendBroadcast(ann, of());
    await markBroadcastsRead(guest, { upToSeq: 2 });
    await markBroadcastsRead(ada, { upToSeq: 1 });
    await ada.must(CLAIM, { input: { visitorId } });
    expect(await unreadBroadcasts(ada)).toBe(0);
  });

  it('R242: a scheduled one is published at its time, ends at its time, and is never shown once revoked', async () => {
    const { people } = await site();
    const { ann, ada } = people;
    const [second, first, gone] = [of({ sendAt: inMinutes(20) }), of({ sendAt: inMinutes(10), expiresAt: inMinutes(30) }), of({ sendAt: inMinutes(10) })];
    for (const input of [second, first]) expect((await sendBroadcast(ann, input)).broadcast).toMatchObject({ state: 'SCHEDULED', seq: null });
    const { broadcast } = await sendBroadcast(ann, gone);
    expect((await revokeBroadcast(ann, { broadcastId: broadcast.id })).broadcast).toMatchObject({ state: 'REVOKED', publishedAt: null });
    expect(await textsFor(ada)).toEqual([]);
    const later = async (): Promise<string[]> => {
      await clock.advance(PUBLISH_MS);
      return textsFor(ada);
    };
    await clock.sleep(10 * 60_000);
    await expect.poll(later).toEqual([first.text]);
    await clock.sleep(11 * 60_000);
    await expect.poll(later).toEqual([second.text, first.text]);
    await clock.sleep(10 * 60_000);
    await expect.poll(later).toEqual([second.text]);
    const states = (await sentBroadcasts(ann, {})).edges.map(({ node }) => [node.text, node.state, node.seq]);
    expect(states.sort()).toEqual([[second.text, 'PUBLISHED', 2], [first.text, 'EXPIRED', 1], [gone.text, 'REVOKED', null]].sort());
    expect((await sentBroadcasts(ann, { state: 'EXPIRED' })).edges).toHaveLength(1);
    const [live] = (await sentBroadcasts(ann, { state: 'PUBLISHED' })).edges;
    for (const _ of ['once', 'again']) expect((await revokeBroadcast(ann, { broadcastId: live?.node.id ?? '' })).broadcast.state).toBe('REVOKED');
    expect(await textsFor(ada)).toEqual([]);
  });

  it('R242 P3: a scheduled one is changed before it is sent, by what is given alone; a repeat changes nothing at any time, and another change is refused once it is sent', async () => {
    const { people } = await site();
    const { ann, ada, ben } = people;
    const link = { url: 'https://news.example/a', label: 'More' };
    const first = of({ sendAt: inMinutes(10), metadata: { n: 1 }, link, audience: { roles: ['PROVIDER'] } });
    const { broadcast } = await sendBroadcast(ann, first);
    const change = { broadcastId: broadcast.id, text: 'better words', audience: { roles: ['CLIENT' as const] }, sendAt: inMinutes(20) };
    const after = (await updateBroadcast(ann, change)).broadcast;
    expect(after).toMatchObject({ id: broadcast.id, state: 'SCHEDULED', title: 'News', text: 'better words', metadata: { n: 1 }, link, sendAt: change.sendAt, expiresAt: broadcast.expiresAt, audience: { roles: ['CLIENT'] } });
    expect((await updateBroadcast(ann, change)).broadcast).toEqual(after);
    expect((await sendBroadcast(ann, first)).broadcast).toEqual(after);
    expect((await updateBroadcast(ann, { broadcastId: broadcast.id, link: null, metadata: null })).broadcast).toMatchObject({ link: null, metadata: {}, text: 'better words' });
    const broken = [{ title: ' ' }, { text: '' }, { text: 'x'.repeat(2_001) }, { sendAt: inMinutes(367 * 1440) }, { expiresAt: inMinutes(20) }, { sendAt: inMinutes(60 * 1440) }, { audience: { roles: ['SYSTEM' as const] } }];
    for (const each of broken) expect(await outcomeOf(updateBroadcast(ann, { broadcastId: broadcast.id, ...each })), JSON.stringify(each)).toBe('INVALID_INPUT');
    const later = async (actor: Actor): Promise<string[]> => {
      await clock.advance(PUBLISH_MS);
      return textsFor(actor);
    };
    await clock.sleep(11 * 60_000);
    expect(await later(ada)).toEqual([]);
    await clock.sleep(10 * 60_000);
    await expect.poll(() => later(ada)).toEqual(['better words']);
    expect(await textsFor(ben)).toEqual([]);
    expect((await updateBroadcast(ann, change)).broadcast).toMatchObject({ state: 'PUBLISHED', text: 'better words' });
    const error = await updateBroadcast(ann, { broadcastId: broadcast.id, text: 'too late' }).catch((thrown: unknown) => thrown);
    expect(error instanceof OperationError && error.errors[0]?.extensions).toMatchObject({ code: 'BROADCAST_STATE_INVALID', details: { current: 'PUBLISHED' } });
    expect(await textsFor(ada)).toEqual(['better words']);
    expect(await outcomeOf(updateBroadcast((await site()).people.ann, change))).toBe('NOT_FOUND');
    // A time that has come publishes at once, once.
    const soon = (await sendBroadcast(ann, of({ sendAt: inMinutes(10) }))).broadcast;
    const now = { broadcastId: soon.id, text: 'now then', sendAt: inMinutes(-1) };
    const tries = await Promise.all([1, 2, 3].map(() => updateBroadcast(ann, now)));
    expect(tries.map((each) => [each.broadcast.state, each.broadcast.seq])).toEqual([['PUBLISHED', 2], ['PUBLISHED', 2], ['PUBLISHED', 2]]);
    expect(await textsFor(ada)).toEqual(['now then', 'better words']);
  });

  it('R242: a change and the publication at the same moment: either the change is in what is shown, or it is refused', async () => {
    const { people } = await site();
    const { ann, ada } = people;
    for (let round = 0; round < 5; round += 1) {
      const { broadcast } = await sendBroadcast(ann, of({ text: 'before', sendAt: inMinutes(1) }));
      const then = { ...server.deps, clock: createTestClock(new Date(clock.now().getTime() + 2 * 60_000)) };
      const [outcome] = await Promise.all([outcomeOf(updateBroadcast(ann, { broadcastId: broadcast.id, text: 'after' })), publishDue(then)]);
      expect(['ok', 'BROADCAST_STATE_INVALID']).toContain(outcome);
      // A publisher passes over what is being changed, and has it the next time.
      await publishDue(then);
      expect((await textsFor(ada))[0]).toBe(outcome === 'ok' ? 'after' : 'before');
    }
  });

  it('R242: any number of publishers at once publish each of many sites’ broadcasts once, in the order in which they were due', async () => {
    const worlds = [];
    for (let n = 0; n < 4; n += 1) worlds.push(await site());
    for (const { people } of worlds) for (const minutes of [3, 1, 2]) await sendBroadcast(people.ann, of({ title: `at ${minutes}`, sendAt: inMinutes(minutes) }));
    const then = { ...server.deps, clock: createTestClock(new Date(clock.now().getTime() + 5 * 60_000)) };
    const counts = await Promise.all(Array.from({ length: 6 }, () => publishDue(then)));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(12);
    for (const { people } of worlds) {
      const rows = await server.db.prisma.broadcast.findMany({ where: { createdById: people.ann.id }, orderBy: { seq: 'asc' } });
      expect(rows.map(({ seq, title }) => [seq, title])).toEqual([[1, 'at 1'], [2, 'at 2'], [3, 'at 3']]);
    }
  });

  it('R242: a site shows and schedules at most a hundred at once', async () => {
    const { people, site: own } = await site();
    const row = (n: number) => ({ id: `bct_${own.id}_${n}`, siteId: own.id, state: 'scheduled' as const, createdById: people.ann.id, clientId: `x${n}`, bodyHash: '', title: 't', text: 't', guests: 'included' as const, includesNewcomers: true, sendAt: new Date(inMinutes(9e4)), expiresAt: new Date(inMinutes(9.1e4)), createdAt: clock.now() });
    await server.db.prisma.broadcast.createMany({ data: Array.from({ length: 99 }, (_, n) => row(n)) });
    const { broadcast } = await sendBroadcast(people.ann, of());
    expect(await outcomeOf(sendBroadcast(people.ann, of()))).toBe('LIMIT_EXCEEDED');
    await revokeBroadcast(people.ann, { broadcastId: broadcast.id });
    expect(await outcomeOf(sendBroadcast(people.ann, of()))).toBe('ok');
  });

  it('P4 P5 P8 R60: an inbox with its broadcasts, live, resumed and polled, is the same as a fresh one', async () => {
    const { people, service } = await site();
    const { ann, ada, eve, ben } = people;
    const early = await sendBroadcast(ann, of({ title: 'early' }));
    await sendBroadcast(ann, of({ title: 'stays' }));
    await verifyInbox({
      viewers: { ada, eve, ben, ann },
      secrets: [{ text: 'only for pros', hiddenFrom: ['eve', 'ben', 'ann'] }],
      act: async () => {
        await upsertUser(service, { externalId: 'ada', role: 'CLIENT', profile: { plan: 'pro' } });
        await sendBroadcast(ann, of({ text: 'only for pros', audience: { segment: [{ allOf: [{ field: 'PROFILE', operator: 'IS', key: 'plan', texts: ['pro'] }] }] } }));
        const brief = await sendBroadcast(ann, of({ title: 'brief' }));
        await markBroadcastsRead(eve, { upToSeq: 3 });
        for (const { broadcast } of [early, brief]) await revokeBroadcast(ann, { broadcastId: broadcast.id });
        await sendBroadcast(ann, of({ title: 'last', audience: { roles: ['PROVIDER', 'CLIENT'] } }));
      },
    });
  });

  it('R242: a page of them costs one statement, however many there are', async () => {
    const { people } = await site();
    for (let n = 0; n < 5; n += 1) {
      await sendBroadcast(people.ann, of());
      await expectQueries(server.db, 1, () => broadcasts(people.ada, {}));
    }
  });
});
