import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor, currentStack, seed, startServer, type TestServer } from '../../testing/index.js';

const SYNC = 'mutation ($input: SyncBookingInput!) { syncBooking(input: $input) { conversation { id } } }';
const FEED = `subscription ($id: ID!) { conversationFeed(conversationId: $id) { __typename
  ... on ConversationUpdated { seq conversation { lastSeq title sendGate { state openUntil } booking { status startsAt } viewer { role } } }
  ... on ParticipantLeft { seq participant { user { displayName } } } ... on ParticipantJoined { seq participant { user { displayName } role } } } }`;
const REMOVE = 'mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { seq } }';
const ADD = 'mutation ($input: AddParticipantInput!) { addParticipant(input: $input) { seq } }';

interface Item {
  readonly conversationFeed: {
    readonly __typename: string;
    readonly seq?: number;
    readonly participant?: { readonly user: { readonly displayName: string } };
    readonly conversation?: {
      readonly lastSeq: number;
      readonly sendGate: { readonly state: string; readonly openUntil: string | null };
      readonly booking: { readonly status: string; readonly startsAt: string | null };
    };
  };
}

let server: TestServer;
/** The node on which the feeds are; on the cluster stack another than the one that the host pushes to. */
let feedsUrl: string;

beforeAll(async () => {
  server = await startServer({ nodes: currentStack() === 'cluster' ? 2 : 1 });
  feedsUrl = server.urls.at(-1) ?? server.url;
});
afterAll(() => server.close());

async function scene() {
  const world = await seed(server).client('ada').provider('ben').provider('cem').provider('tom').booking('move').ready();
  const id = world.bookings.move.conversationId;
  const booking = { externalId: world.bookings.move.externalId, title: 'move', client: { externalId: 'ada' }, provider: { externalId: 'ben' }, status: 'CONFIRMED' };
  const push = (over: object) => world.service.must(SYNC, { input: { ...booking, ...over } });
  const open = async (actor: Actor) => {
    const feed = (await actor.at(feedsUrl).socket()).subscribe<Item>(FEED, { id });
    await feed.next((item) => item.conversationFeed.__typename === 'ConversationSnapshot');
    return feed;
  };
  const of = (type: string) => (item: Item) => item.conversationFeed.__typename === type;
  return { world, id, push, open, of };
}

const codes = (errors: readonly { readonly extensions?: { readonly code?: string } }[]) => errors.map((error) => error.extensions?.code);

describe('feeds that are open while a booking changes', () => {
  it('R42 R45 P2: learn of new times and states, in the order of the log', async () => {
    const { world, push, open, of } = await scene();
    const feed = await open(world.people.ada);
    await push({ startsAt: '2026-06-01T10:00:00Z' });
    const moved = (await feed.next(of('ConversationUpdated'))).conversationFeed;
    expect(moved.conversation).toMatchObject({ lastSeq: moved.seq, booking: { status: 'CONFIRMED', startsAt: '2026-06-01T10:00:00.000Z' }, viewer: null });
    await push({ status: 'COMPLETED' });
    const done = (await feed.next(of('ConversationUpdated'))).conversationFeed;
    expect(done.conversation).toMatchObject({ sendGate: { state: 'OPEN' }, booking: { status: 'COMPLETED', startsAt: '2026-06-01T10:00:00.000Z' } });
    expect(done.conversation?.sendGate.openUntil).not.toBeNull();
    await push({ status: 'CANCELLED' });
    expect((await feed.next(of('ConversationUpdated'))).conversationFeed.conversation).toMatchObject({ sendGate: { state: 'READ_ONLY', openUntil: null } });
    await push({ status: 'CANCELLED' });
    await push({ title: 'renamed' });
    // A push that changes nothing takes no number.
    expect((await feed.next(of('ConversationUpdated'))).conversationFeed.seq).toBe((done.seq ?? 0) + 2);
    await world.close();
  });

  it('R40 P8: end when the booking is only requested again', async () => {
    const { world, push, open } = await scene();
    const [ada, ben] = [await open(world.people.ada), await open(world.people.ben)];
    await push({ status: 'REQUESTED' });
    expect(codes(await ada.ended)).toEqual(['ACCESS_REVOKED']);
    expect(codes(await ben.ended)).toEqual(['ACCESS_REVOKED']);
    await world.close();
  });

  it('R41 R48 P8: end for a provider who is replaced and for a member who is removed, and go on for the others', async () => {
    const { world, id, push, open, of } = await scene();
    const { ada, ben, cem, tom } = world.people;
    await ben.must(ADD, { input: { conversationId: id, userId: tom.id } });
    const [adas, bens, toms] = [await open(ada), await open(ben), await open(tom)];
    await ben.must(REMOVE, { input: { conversationId: id, userId: tom.id } });
    expect(codes(await toms.ended)).toEqual(['ACCESS_REVOKED']);
    await push({ provider: { externalId: 'cem' } });
    expect(codes(await bens.ended)).toEqual(['ACCESS_REVOKED']);
    expect((await adas.next(of('ParticipantLeft'))).conversationFeed.participant?.user.displayName).toBe('tom');
    expect((await adas.next(of('ParticipantLeft'))).conversationFeed.participant?.user.displayName).toBe('ben');
    expect((await adas.next(of('ParticipantJoined'))).conversationFeed).toMatchObject({ participant: { user: { displayName: 'cem' }, role: 'PROVIDER' } });
    expect(await cem.codeOf('query ($id: ID!) { messages(conversationId: $id) { edges { cursor } } }', { id })).toBeNull();
    await world.close();
  });

  it('R163 P8: end, with their sockets, on every node when the key is revoked or the site switched off', async () => {
    const { world, open } = await scene();
    const ada = await world.people.ada.at(feedsUrl).socket();
    const made = await world.service.must<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id } } }',
      { input: { clientId: randomUUID(), name: 'second' } },
    );
    const backEnd = await new Actor(feedsUrl, made.createApiKey.secret).socket();
    await open(world.people.ben);
    await world.service.must('mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }', { input: { apiKeyId: made.createApiKey.apiKey.id } });
    expect((await backEnd.closed).code).toBe(4403);
    await world.service.must('mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { id } } }', { input: { isActive: false } });
    expect((await ada.closed).code).toBe(4403);
    await world.close();
  });
});
