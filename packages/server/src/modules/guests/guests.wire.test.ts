import { randomUUID } from 'node:crypto';
import { joinConversation, startSupport, supportCase, upsertQueue } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor, currentStack, outcomeOf, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';

const GUEST = 'mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { token visitorId user { id } } }';
const CLAIM = 'mutation ($input: ClaimGuestInput!) { claimGuest(input: $input) { user { id } conversationIds } }';
const START = `mutation ($input: StartDirectConversationInput!) { startDirectConversation(input: $input) { message { id } conversation { id } } }`;
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq message { id } } }';
const REACT = 'mutation ($input: AddReactionInput!) { addReaction(input: $input) { seq } }';
const READ = `query ($id: ID!) { conversation(id: $id) { lastSeq lastMessage { sender } participants { user { id } role } viewer { readSeq unreadCount } }
  messages(conversationId: $id) { edges { node { text sender { id displayName } reactions { emoji userIds } } } } }`;

interface Guest {
  readonly startGuestSession: { readonly token: string; readonly visitorId: string; readonly user: { readonly id: string } };
}
interface Started {
  readonly startDirectConversation: { readonly message: { readonly id: string }; readonly conversation: { readonly id: string } };
}
interface Read {
  readonly conversation: { readonly participants: readonly { readonly user: { readonly id: string } }[]; readonly lastMessage: { readonly sender: string }; readonly viewer: { readonly unreadCount: number } };
  readonly messages: { readonly edges: readonly { readonly node: { readonly text: string; readonly sender: { readonly id: string }; readonly reactions: readonly { readonly userIds: readonly string[] }[] } }[] };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ nodes: currentStack() === 'cluster' ? 2 : 1 });
});
afterAll(() => server.close());

async function scene() {
  const world = await seed(server).client('ada').client('eve').provider('ben').agent('sam').ready();
  const { startGuestSession: session } = await world.nobody.must<Guest>(GUEST, { input: { siteKey: world.site.publicKey, displayName: 'Visitor' } });
  const guest = new Actor(server.url, session.token);
  const started = await guest.must<Started>(START, { input: { userId: world.people.ben.id, clientId: 'c1', text: 'from the guest' } });
  const { conversation, message } = started.startDirectConversation;
  const reply = await world.people.ben.must<{ sendMessage: { message: { id: string } } }>(SEND, { input: { conversationId: conversation.id, clientId: 'b1', text: 'reply' } });
  await guest.must(REACT, { input: { messageId: reply.sendMessage.message.id, emoji: '👍' } });
  return { world, guest, session, conversationId: conversation.id, messageId: message.id };
}

describe('a guest who becomes a known user', () => {
  it('R4 R14 R89 P3: takes the whole history along; claiming again answers the same', async () => {
    const { world, guest, session, conversationId } = await scene();
    const { ada, ben, eve, sam } = world.people;
    const input = { visitorId: session.visitorId };
    const claimed = await ada.must(CLAIM, { input });
    expect(claimed).toEqual({ claimGuest: { user: { id: ada.id }, conversationIds: [conversationId] } });
    expect(await ada.must(CLAIM, { input })).toEqual(claimed);
    const seen = await ada.must<Read>(READ, { id: conversationId });
    expect(seen.messages.edges.map(({ node }) => [node.text, node.sender.id])).toEqual([['from the guest', ada.id], ['reply', ben.id]]);
    expect(seen.messages.edges[1]?.node.reactions.map((reaction) => reaction.userIds)).toEqual([[ada.id]]);
    expect(seen.conversation.participants.map((member) => member.user.id).sort()).toEqual([ada.id, ben.id].sort());
    expect(seen.conversation.viewer.unreadCount).toBe(1);
    expect(JSON.stringify(await ben.must<Read>(READ, { id: conversationId }))).not.toContain(session.user.id);
    expect(await guest.codeOf('{ viewer { id } }')).toBe('UNAUTHENTICATED');
    for (const other of [eve]) expect(await other.codeOf(CLAIM, { input })).toBe('NOT_FOUND');
    expect(await sam.codeOf(CLAIM, { input })).toBe('FORBIDDEN');
    expect(await world.service.codeOf(CLAIM, { input })).toBe('FORBIDDEN');
    expect(await ada.codeOf(CLAIM, { input: { visitorId: 'vis_unknown' } })).toBe('NOT_FOUND');
    // The same visitor id now makes a new guest: it never signs in as the known user.
    const later = await world.nobody.must<Guest>(GUEST, { input: { siteKey: world.site.publicKey, visitorId: session.visitorId } });
    expect([later.startGuestSession.user.id === session.user.id, later.startGuestSession.user.id === ada.id]).toEqual([false, false]);
    await world.close();
  });

  it('R14 P2: goes on in the same conversation, also where both took part before', async () => {
    const { world, session, conversationId } = await scene();
    const { ada, ben } = world.people;
    const own = await ada.must<Started>(START, { input: { userId: ben.id, clientId: 'c1', text: 'as myself' } });
    await ada.must(CLAIM, { input: { visitorId: session.visitorId } });
    expect(await ada.codeOf(SEND, { input: { conversationId, clientId: 'c2', text: 'still here' } })).toBeNull();
    const next = await ada.must<Started>(START, { input: { userId: ben.id, clientId: 'c3', text: 'again' } });
    expect(next.startDirectConversation.conversation.id).toBe(own.startDirectConversation.conversation.id);
    const list = await ada.must<{ conversations: { edges: unknown[] } }>('{ conversations { edges { node { id } } } }');
    expect(list.conversations.edges).toHaveLength(2);
    await world.close();
  });

  it('R14 R224: the preview shows the user, and writing to the same person goes on in the same conversation', async () => {
    const { world, guest, session, conversationId } = await scene();
    const { ada, ben } = world.people;
    await guest.must(SEND, { input: { conversationId, clientId: 'c9', text: 'last words' } });
    await ada.must(CLAIM, { input: { visitorId: session.visitorId } });
    expect((await ben.must<Read>(READ, { id: conversationId })).conversation.lastMessage.sender).toBe(ada.id);
    const next = await ada.must<Started>(START, { input: { userId: ben.id, clientId: 'c10', text: 'again' } });
    expect(next.startDirectConversation.conversation.id).toBe(conversationId);
    await world.close();
  });

  it('P4 R14: whoever replays the whole log finds the guest only in coming and leaving', async () => {
    const { world, session, conversationId } = await scene();
    const { ada, ben } = world.people;
    await ada.must(CLAIM, { input: { visitorId: session.visitorId } });
    const epoch = await server.db.epoch();
    const REPLAY = `query ($id: ID!, $after: FeedPosition!) { conversationEvents(conversationId: $id, after: $after, first: 50) { items { __typename
      ... on MessageSent { message { sender { id } reactions { userIds } } } ... on MessageEdited { message { sender { id } reactions { userIds } } }
      ... on ReactionAdded { userId } ... on ReceiptAdvanced { receipt { userId } }
      ... on ParticipantJoined { participant { user { id } } } ... on ParticipantLeft { participant { user { id } } } } } }`;
    const { conversationEvents } = await ben.must<{ conversationEvents: { items: { __typename: string }[] } }>(REPLAY, { id: conversationId, after: { epoch, seq: 0 } });
    const naming = conversationEvents.items.filter((item) => JSON.stringify(item).includes(session.user.id)).map((item) => item.__typename);
    expect(naming).toEqual(['ParticipantJoined', 'ParticipantLeft']);
    expect(conversationEvents.items.map((item) => item.__typename)).toContain('ReactionAdded');
    await world.close();
  });

  it('P4 P5 R14: a feed that was open all the while ends in the state that a fresh snapshot shows', async () => {
    const { world, session, conversationId } = await scene();
    const { ada, ben } = world.people;
    const FEED = `subscription ($id: ID!) { conversationFeed(conversationId: $id) { __typename
      ... on ConversationSnapshot { seq } ... on ParticipantLeft { seq participant { user { id } } }
      ... on ParticipantJoined { seq participant { user { id } } } ... on MessageEdited { seq message { text sender { id } } } } }`;
    interface Item {
      readonly conversationFeed: { readonly __typename: string; readonly participant?: { user: { id: string } }; readonly message?: { text: string; sender: { id: string } } };
    }
    const socket = await ben.socket();
    const feed = socket.subscribe<Item>(FEED, { id: conversationId });
    await feed.next((item) => item.conversationFeed.__typename === 'ConversationSnapshot');
    await ada.must(CLAIM, { input: { visitorId: session.visitorId } });
    const left = await feed.next((item) => item.conversationFeed.__typename === 'ParticipantLeft');
    expect(left.conversationFeed.participant?.user.id).toBe(session.user.id);
    const joined = await feed.next((item) => item.conversationFeed.__typename === 'ParticipantJoined');
    expect(joined.conversationFeed.participant?.user.id).toBe(ada.id);
    const edited = await feed.next((item) => item.conversationFeed.__typename === 'MessageEdited');
    expect(edited.conversationFeed.message).toEqual({ text: 'from the guest', sender: { id: ada.id } });
    await world.close();
  });

  it('R14 P8: ends the guest’s open sockets', async () => {
    const { world, guest, session } = await scene();
    const socket = await guest.socket();
    await world.people.ada.must(CLAIM, { input: { visitorId: session.visitorId } });
    expect((await socket.closed).code).toBe(4403);
    await world.close();
  });

  it('R14 P3: is merged once, even when the claim is tried many times at once and on two nodes', async () => {
    const { world, guest, session, conversationId } = await scene();
    const { ada, eve } = world.people;
    await guest.must(SEND, { input: { conversationId, clientId: 'c9', text: 'last words' } });
    const input = { visitorId: session.visitorId };
    const tries = Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? ada : eve).at(server.urls[n % 3 === 0 ? 0 : server.urls.length - 1] ?? server.url));
    const codes = await Promise.all(tries.map((actor) => actor.codeOf(CLAIM, { input })));
    // One of the two has it, and whoever has it gets the same answer each time.
    expect(codes.filter((code) => code === null)).toHaveLength(3);
    expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(3);
    const winner = codes[0] === null ? ada : eve;
    expect(await winner.must(CLAIM, { input })).toMatchObject({ claimGuest: { conversationIds: [conversationId] } });
    const seen = await winner.must<Read>(READ, { id: conversationId });
    expect(seen.messages.edges.map(({ node }) => node.text)).toEqual(['from the guest', 'reply', 'last words']);
    const moved = await server.db.prisma.event.count({ where: { conversationId, type: 'ParticipantJoined', actorId: winner.id } });
    expect(moved).toBe(1);
    const guests = await server.db.prisma.user.findMany({ where: { id: session.user.id }, select: { mergedIntoId: true } });
    expect(guests).toEqual([{ mergedIntoId: winner.id }]);
    await world.close();
  });

  it('R3 R5 R234 P3: a guest with a token says who they are with the question, as one who has just come does; of a known user it changes nothing', async () => {
    const world = await seed(server).admin('ann').client('ada').ready();
    const { ann, ada } = world.people;
    await upsertQueue(ann, { key: 'help' });
    const session = (await world.nobody.must<Guest>(GUEST, { input: { siteKey: world.site.publicKey } })).startGuestSession;
    const guest = new Actor(server.url, session.token);
    const input = { clientId: 'q1', text: 'help!', displayName: 'Vera', email: 'vera@example.com' };
    const first = await startSupport(guest, input);
    expect(first).toMatchObject({ session: null, case: { customer: { id: session.user.id, displayName: 'Vera', isGuest: true } } });
    const { email } = await server.db.prisma.user.findUniqueOrThrow({ where: { id: session.user.id } });
    expect(email).toBe('vera@example.com');
    expect(await guest.must('{ viewer { displayName } }')).toEqual({ viewer: { displayName: 'Vera' } });
    expect((await startSupport(guest, input)).isDuplicate).toBe(true);
    expect((await startSupport(guest, { clientId: 'q2', text: 'again' })).case.customer.displayName).toBe('Vera');
    expect(await outcomeOf(startSupport(guest, { clientId: 'q3', text: 'x', displayName: 'y'.repeat(121) }))).toBe('INVALID_INPUT');
    expect(await guest.must('{ viewer { displayName } supportCases { edges { node { id } } } }')).toMatchObject({ viewer: { displayName: 'Vera' }, supportCases: { edges: [{}, {}] } });
    expect((await startSupport(ada, input)).case.customer.displayName).toBe('ada');
    await world.close();
  });

  it('R4 R14 R240 P4 P5: a case of support goes along, and staff who follow it see whose it is now', async () => {
    const world = await seed(server).admin('ann').agent('sam').client('ada').ready();
    const { ann, sam, ada } = world.people;
    await upsertQueue(ann, { key: 'help' });
    const started = await startSupport(world.nobody, { siteKey: world.site.publicKey, clientId: randomUUID(), text: 'help!' });
    const { conversationId, id } = started.case;
    const visitorId = started.session?.visitorId ?? '';
    await joinConversation(sam, { conversationId, reason: 'to look' });
    await verifyFeed({ conversationId, viewers: { sam }, service: world.service, act: () => ada.must(CLAIM, { input: { visitorId } }) });
    expect(await supportCase(sam, { id })).toMatchObject({ customer: { id: ada.id, isGuest: false } });
    expect(await supportCase(ada, { id })).toMatchObject({ id, customer: { id: ada.id } });
    expect(await ada.codeOf(SEND, { input: { conversationId, clientId: 'c2', text: 'it is me' } })).toBeNull();
    await world.close();
  });
});
