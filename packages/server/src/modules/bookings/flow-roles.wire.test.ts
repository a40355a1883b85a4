import { afterAll, beforeAll, expect, it } from 'vitest';
import { seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';

const SYNC = 'mutation ($input: SyncBookingInput!) { syncBooking(input: $input) { seq conversation { id } } }';
const ADD = 'mutation ($input: AddParticipantInput!) { addParticipant(input: $input) { seq participant { role flowRole } } }';
const REMOVE = 'mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { seq } }';
const PEOPLE = 'query ($id: ID!) { conversation(id: $id) { participants { user { displayName } role flowRole } } }';
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }';
const TEXTS = 'query ($id: ID!) { messages(conversationId: $id) { edges { node { text } } } }';

interface Synced {
  readonly syncBooking: { readonly seq: number; readonly conversation: { readonly id: string } };
}
interface People {
  readonly conversation: { readonly participants: ReadonlyArray<{ readonly user: { readonly displayName: string }; readonly role: string; readonly flowRole: string | null }> };
}
interface Texts {
  readonly messages: { readonly edges: ReadonlyArray<{ readonly node: { readonly text: string } }> };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const world = () => seed(server).client('ada').provider('ben').provider('tom').admin('root').ready();
const push = (over: object = {}) => ({
  input: { externalId: 'deal', status: 'CONFIRMED', client: { externalId: 'ada', flowRole: 'brand_owner' }, provider: { externalId: 'ben', flowRole: 'influencer' }, ...over },
});

it('R6: a host names the parts of a booking, of those who are added and of those who are there, and everybody reads the names', async () => {
  const { people, service } = await world();
  const { syncBooking } = await service.must<Synced>(SYNC, push());
  const { id } = syncBooking.conversation;
  const parts = async () =>
    Object.fromEntries((await people.ada.must<People>(PEOPLE, { id })).conversation.participants.map((each) => [each.user.displayName, each.flowRole]));
  expect(await parts()).toEqual({ ada: 'brand_owner', ben: 'influencer' });
  const added = { conversationId: id, externalId: 'tom', flowRole: 'talent_manager' };
  expect(await service.must(ADD, { input: added })).toMatchObject({ addParticipant: { participant: { role: 'TEAM_MEMBER', flowRole: 'talent_manager' } } });
  const { addParticipant } = await people.root.must<{ addParticipant: { seq: number } }>(ADD, { input: { ...added, flowRole: 'manager' } });
  expect(await people.root.must(ADD, { input: { ...added, flowRole: 'manager' } })).toMatchObject({ addParticipant });
  expect(await parts()).toEqual({ ada: 'brand_owner', ben: 'influencer', tom: 'manager' });
  // Who comes back keeps the name; a push without one leaves it, and null takes it away.
  await service.must(REMOVE, { input: { conversationId: id, userId: people.tom.id } });
  await people.ben.must(ADD, { input: { conversationId: id, externalId: 'tom' } });
  await service.must(SYNC, push({ client: { externalId: 'ada' }, provider: { externalId: 'ben', flowRole: null } }));
  expect(await parts()).toEqual({ ada: 'brand_owner', ben: null, tom: 'manager' });
});

it('R6: a name belongs to the booking’s party, so it is there when the conversation is made later and when the party is replaced', async () => {
  const { people, service } = await world();
  await service.must(SYNC, push({ status: 'REQUESTED' }));
  const { syncBooking } = await service.must<Synced>(SYNC, push({ client: { externalId: 'ada' }, provider: { externalId: 'ben' } }));
  await service.must(SYNC, push({ provider: { externalId: 'tom' } }));
  expect((await people.ada.must<People>(PEOPLE, { id: syncBooking.conversation.id })).conversation.participants).toMatchObject([
    { user: { displayName: 'ada' }, role: 'CLIENT', flowRole: 'brand_owner' },
    { user: { displayName: 'tom' }, role: 'PROVIDER', flowRole: 'influencer' },
  ]);
});

it('R6 R61 P8: a name is the host’s to give and opens nothing: what one part alone may see goes by the role beneath', async () => {
  const { people, service } = await world();
  const { syncBooking } = await service.must<Synced>(SYNC, push());
  const { id } = syncBooking.conversation;
  expect(await people.ben.codeOf(ADD, { input: { conversationId: id, externalId: 'tom', flowRole: 'manager' } })).toBe('FORBIDDEN');
  for (const flowRole of ['', 'Influencer', '1st', 'brand owner', 'x'.repeat(41)]) {
    expect([flowRole, await service.codeOf(ADD, { input: { conversationId: id, externalId: 'tom', flowRole } })]).toEqual([flowRole, 'INVALID_INPUT']);
    expect([flowRole, await service.codeOf(SYNC, push({ client: { externalId: 'ada', flowRole } }))]).toEqual([flowRole, 'INVALID_INPUT']);
  }
  await service.must(SEND, { input: { conversationId: id, clientId: 'm1', text: 'for the influencer', audience: 'PROVIDER' } });
  await service.must(ADD, { input: { conversationId: id, externalId: 'ada', flowRole: 'influencer' } });
  const texts = async (who: 'ada' | 'ben') => (await people[who].must<Texts>(TEXTS, { id })).messages.edges.map(({ node }) => node.text).includes('for the influencer');
  expect([await texts('ada'), await texts('ben')]).toEqual([false, true]);
});

it('R6 P4: a name that changes reaches open feeds, and replays as it is', async () => {
  const { people, service } = await world();
  const { syncBooking } = await service.must<Synced>(SYNC, push());
  await verifyFeed({
    service,
    conversationId: syncBooking.conversation.id,
    viewers: { client: people.ada, provider: people.ben },
    act: async () => {
      await service.must(SYNC, push({ client: { externalId: 'ada', flowRole: 'sponsor' } }));
    },
  });
});
