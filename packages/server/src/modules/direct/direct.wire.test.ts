import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed, startServer, type TestServer } from '../../testing/index.js';

const START = `mutation ($input: StartDirectConversationInput!) { startDirectConversation(input: $input) {
  seq message { id text sender { id } } conversation { id kind title participants { user { id } role } viewer { role canSend unreadCount } } } }`;
const LEAVE = 'mutation ($input: LeaveConversationInput!) { leaveConversation(input: $input) { seq } }';
const JOIN = 'mutation ($input: JoinConversationInput!) { joinConversation(input: $input) { seq } }';
const TEXTS = 'query ($id: ID!) { messages(conversationId: $id) { edges { node { text } } } }';
const LIST = 'query { conversations(kind: DIRECT) { edges { node { id } } } }';

interface Started {
  readonly startDirectConversation: {
    readonly seq: number;
    readonly message: { readonly id: string; readonly text: string };
    readonly conversation: { readonly id: string; readonly participants: readonly { readonly user: { readonly id: string } }[] };
  };
}
interface Texts {
  readonly messages: { readonly edges: readonly { readonly node: { readonly text: string } }[] };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const world = () => seed(server).client('ada').client('eve').provider('ben').provider('tom').agent('sam').agent('sue').admin('root').bot('bob').ready();
const to = (userId: string, clientId: string, text = 'hello') => ({ input: { userId, clientId, text } });

describe('direct conversations', () => {
  it('R23 R219 R223 R224 P3: the first message makes the one conversation of the two; repeated, it is the same message', async () => {
    const { people } = await world();
    const first = (await people.ada.must<Started>(START, to(people.ben.id, 'c1', 'first'))).startDirectConversation;
    expect(first.conversation).toMatchObject({ kind: 'DIRECT', viewer: { role: 'CLIENT', canSend: true, unreadCount: 0 } });
    const again = (await people.ada.must<Started>(START, to(people.ben.id, 'c1', 'first'))).startDirectConversation;
    expect([again.message.id, again.seq, again.conversation.id]).toEqual([first.message.id, first.seq, first.conversation.id]);
    expect(await people.ada.codeOf(START, to(people.ben.id, 'c1', 'another text'))).toBe('IDEMPOTENCY_CONFLICT');
    const back = (await people.ben.must<Started>(START, { input: { externalId: 'ada', clientId: 'c1', text: 'back' } })).startDirectConversation;
    expect(back.conversation.id).toBe(first.conversation.id);
    const { messages } = await people.ada.must<Texts>(TEXTS, { id: first.conversation.id });
    expect(messages.edges.map(({ node }) => node.text)).toEqual(['first', 'back']);
    for (const party of [people.ada, people.ben]) expect(await party.must(LIST)).toEqual({ conversations: { edges: [{ node: { id: first.conversation.id } }] } });
    expect(await people.eve.codeOf(TEXTS, { id: first.conversation.id })).toBe('NOT_FOUND');
  });

  it('P2 P3 R223: both write at the same moment, many times: one conversation, every message once', async () => {
    const { people } = await world();
    const { ada, ben } = people;
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const [from, other] = index % 2 ? [ada, ben] : [ben, ada];
        return from.must<Started>(START, to(other.id, `c${index}`, `m${index}`));
      }),
    );
    expect(new Set(all.map((each) => each.startDirectConversation.conversation.id)).size).toBe(1);
    const { messages } = await ada.must<Texts>(TEXTS, { id: all[0]?.startDirectConversation.conversation.id });
    expect(messages.edges.map(({ node }) => node.text).sort()).toEqual(Array.from({ length: 10 }, (_, index) => `m${index}`).sort());
  });

  it('R55 R56 R57 R58 P8: who may write to whom', async () => {
    const { people, service, nobody } = await world();
    const other = await world();
    const table = [
      ['ada', 'ben', null], ['ada', 'sam', null], ['ada', 'root', null], ['ada', 'eve', 'FORBIDDEN'], ['ben', 'ada', null], ['ben', 'tom', 'FORBIDDEN'],
      ['ben', 'sam', null], ['sam', 'ada', null], ['sam', 'sue', null], ['sam', 'root', null], ['root', 'eve', null], ['ada', 'ada', 'INVALID_INPUT'],
    ] as const;
    for (const [from, target, code] of table) {
      expect([from, target, await people[from].codeOf(START, to(people[target].id, `${from}-${target}`))]).toEqual([from, target, code]);
    }
    expect(await people.ada.codeOf(START, to(other.people.ben.id, 'x1'))).toBe('NOT_FOUND');
    expect(await people.ada.codeOf(START, { input: { externalId: 'system', clientId: 'x2', text: 'hi' } })).toBe('NOT_FOUND');
    expect(await people.ada.codeOf(START, { input: { externalId: 'nobody-there', clientId: 'x3', text: 'hi' } })).toBe('NOT_FOUND');
    expect(await people.ada.codeOf(START, { input: { clientId: 'x4', text: 'hi' } })).toBe('INVALID_INPUT');
    expect(await service.codeOf(START, to(people.ada.id, 'x5'))).toBe('FORBIDDEN');
    expect(await nobody.codeOf(START, to(people.ada.id, 'x6'))).toBe('UNAUTHENTICATED');
  });

  it('R88: a first message that breaks a rule leaves no conversation behind', async () => {
    const { people } = await world();
    const { ada, tom } = people;
    for (const [text, code] of [['', 'INVALID_INPUT'], ['x'.repeat(4001), 'MESSAGE_TOO_LONG'], ['a\ud800', 'INVALID_INPUT']] as const) {
      expect(await ada.codeOf(START, to(tom.id, 'c1', text))).toBe(code);
    }
    expect(await ada.codeOf(START, to(tom.id, 'not a client id!'))).toBe('INVALID_INPUT');
    expect(await ada.must(LIST)).toEqual({ conversations: { edges: [] } });
  });

  it('R23: who left comes back with the next message of either; support joins only between client and provider', async () => {
    const { people } = await world();
    const { ada, ben, sam, sue } = people;
    const { conversation } = (await ada.must<Started>(START, to(ben.id, 'c1'))).startDirectConversation;
    await ben.must(LEAVE, { input: { conversationId: conversation.id } });
    expect(await ben.codeOf(TEXTS, { id: conversation.id })).toBe('NOT_FOUND');
    const next = (await ada.must<Started>(START, to(ben.id, 'c2'))).startDirectConversation;
    expect(next.conversation.participants.map((member) => member.user.id).sort()).toEqual([ada.id, ben.id].sort());
    expect(await ben.codeOf(TEXTS, { id: conversation.id })).toBeNull();
    expect(await sam.codeOf(JOIN, { input: { conversationId: conversation.id } })).toBeNull();
    const staff = (await ada.must<Started>(START, to(sam.id, 'c3'))).startDirectConversation;
    expect(await sue.codeOf(JOIN, { input: { conversationId: staff.conversation.id } })).toBe('NOT_FOUND');
  });
});
