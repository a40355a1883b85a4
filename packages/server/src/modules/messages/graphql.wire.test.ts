import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.js';
import type { ParticipantRole } from '../../kernel/words.js';
import { expectQueries, type Person, seed, startServer, type TestServer } from '../../testing/index.js';

const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq isDuplicate message {
  id conversationId seq clientId sender { id displayName role avatarUrl isGuest } kind origin audience text metadata parentId replyCount
  sentAt editedAt editCount isDeleted deletedAt reactions { emoji userIds } } } }`;
const MARK_READ = 'mutation ($input: MarkReadInput!) { markRead(input: $input) { seq unreadCount receipt { userId readSeq deliveredSeq readAt deliveredAt } } }';
const PAGE = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $around: Int) {
  messages(conversationId: $id, first: $first, after: $after, last: $last, before: $before, around: $around) {
    edges { cursor node { text seq audience } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;

interface Sent {
  readonly sendMessage: { readonly seq: number; readonly isDuplicate: boolean; readonly message: { readonly id: string; readonly seq: number } };
}
interface Page {
  readonly messages: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly text: string; readonly seq: number } }[];
    readonly pageInfo: object;
  };
}

describe('messages and receipts over the wire', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  async function scene() {
    const world = await seed(server).client('ada').provider('ben').agent('amy').admin('root').client('eve').ready();
    const { ada, ben, amy } = world.people;
    const id = newId('conversation');
    const at = server.deps.clock.now();
    const siteId = world.site.id;
    await server.db.prisma.conversation.create({ data: { id, siteId, kind: 'direct', title: '', lastActivityAt: at, createdAt: at } });
    const places: readonly (readonly [Person, ParticipantRole])[] = [[ada, 'client'], [ben, 'provider'], [amy, 'agent']];
    await server.db.prisma.participant.createMany({
      data: places.map(([person, role]) => ({ conversationId: id, userId: person.id, siteId, role, joinedAt: at })),
    });
    let count = 0;
    const input = (text: string, more: object = {}) => ({ conversationId: id, clientId: `c${(count += 1)}`, text, ...more });
    const send = async (person: Person, text: string, more: object = {}) =>
      (await person.must<Sent>(SEND, { input: input(text, more) })).sendMessage;
    return { world, id, input, send, ...world.people };
  }

  it('R219 R65 P3: sendMessage answers with the message and its seq, and a retry with the same', async () => {
    const { ada, id, input } = await scene();
    const variables = { input: input('Grüße 👋 <b>', { metadata: { order: 7, tags: ['a'] } }) };
    const { sendMessage } = await ada.must<Sent>(SEND, variables);
    expect(sendMessage).toEqual({
      seq: 1,
      isDuplicate: false,
      message: {
        id: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
        conversationId: id,
        seq: 1,
        clientId: variables.input.clientId,
        sender: { id: ada.id, displayName: 'ada', role: 'CLIENT', avatarUrl: null, isGuest: false },
        kind: 'TEXT',
        origin: 'USER_INPUT',
        audience: 'EVERYONE',
        text: 'Grüße 👋 <b>',
        metadata: { order: 7, tags: ['a'] },
        parentId: null,
        replyCount: 0,
        sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        editedAt: null,
        editCount: 0,
        isDeleted: false,
        deletedAt: null,
        reactions: [],
      },
    });
    expect((await ada.must<Sent>(SEND, variables)).sendMessage).toEqual({ ...sendMessage, isDuplicate: true });
    const socket = await ada.socket();
    expect((await socket.request(SEND, variables)).data).toEqual({ sendMessage: { ...sendMessage, isDuplicate: true } });
  });

  it('R88 R179: bad input gets its code and its reason, and nothing is written', async () => {
    const { ada, id, input } = await scene();
    const answer = async (more: object) => {
      const { data, errors } = await ada.gql(SEND, { input: { ...input('x'), ...more } });
      expect(data ?? null).toBeNull();
      return errors?.[0]?.extensions;
    };
    expect(await answer({ text: '' })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'text', reason: 'MESSAGE_EMPTY' } });
    expect(await answer({ text: 'x'.repeat(4001) })).toMatchObject({ code: 'MESSAGE_TOO_LONG', details: { max: 4000, length: 4001 } });
    expect(await answer({ text: 'a\u0000b' })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'text' } });
    expect(await answer({ text: 'a\ud800b' })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'text' } });
    expect(await answer({ clientId: 'a b' })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'clientId' } });
    expect(await answer({ metadata: { a: 'x'.repeat(5000) } })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'metadata' } });
    expect(await answer({ audience: 'STAFF' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await answer({ parentId: `msg_${'0'.repeat(32)}` })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer({ conversationId: `cnv_${'0'.repeat(32)}` })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await server.db.prisma.conversation.findUniqueOrThrow({ where: { id } })).lastSeq).toBe(0);
  });

  it('P8 R1: people of another site, outsiders and nobody get no message by any door', async () => {
    const { send, world, ada, eve, id } = await scene();
    const other = await scene();
    const { message } = await send(ada, 'secret');
    for (const actor of [eve, other.ada, other.root]) {
      expect(await actor.codeOf(PAGE, { id })).toBe('NOT_FOUND');
      expect(await actor.must('query ($id: ID!) { message(id: $id) { text } node(id: $id) { id } }', { id: message.id })).toEqual({ message: null, node: null });
      expect(await actor.codeOf('query ($id: ID!) { thread(messageId: $id) { edges { cursor } } }', { id: message.id })).toBe('NOT_FOUND');
      expect(await actor.codeOf('query ($id: ID!) { messageVersions(messageId: $id) { text } }', { id: message.id })).toBe('NOT_FOUND');
      expect(await actor.codeOf('query ($id: ID!) { messageReceipts(messageId: $id) { readAt } }', { id: message.id })).toBe('NOT_FOUND');
      expect(await actor.codeOf('query ($id: ID!) { receipts(conversationId: $id) { readAt } }', { id })).toBe('NOT_FOUND');
      expect(await actor.codeOf(MARK_READ, { input: { conversationId: id, seq: 1 } })).toBe('NOT_FOUND');
      for (const mutation of ['editMessage(input: {messageId: $id, clientId: "x", text: "x"})', 'deleteMessage(input: {messageId: $id})', 'addReaction(input: {messageId: $id, emoji: "👍"})', 'removeReaction(input: {messageId: $id, emoji: "👍"})', 'markMessageRead(input: {messageId: $id})']) {
        expect(await actor.codeOf(`mutation ($id: ID!) { ${mutation} { seq } }`, { id: message.id }), mutation).toBe('NOT_FOUND');
      }
    }
    expect(await world.nobody.codeOf(PAGE, { id })).toBe('UNAUTHENTICATED');
    expect(await ada.must('query ($id: ID!) { message(id: $id) { text } node(id: $id) { __typename id } }', { id: message.id })).toEqual({
      message: { text: 'secret' },
      node: { __typename: 'Message', id: message.id },
    });
  });

  it('R81 R63: messages pages both ways and around, ascending, with the notes of staff left out for others', async () => {
    const { ada, amy, id, send } = await scene();
    for (let index = 1; index <= 6; index += 1) await send(index % 3 === 0 ? amy : ada, `m${index}`, index % 3 === 0 ? { audience: 'STAFF' } : {});
    const page = async (args: object, person = ada) => (await person.must<Page>(PAGE, { id, ...args })).messages;
    const texts = (found: Page['messages']) => found.edges.map(({ node }) => node.text);
    expect(texts(await page({}))).toEqual(['m1', 'm2', 'm4', 'm5']);
    expect(texts(await page({}, amy))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
    const last = await page({ last: 2 });
    expect([texts(last), last.pageInfo]).toEqual([['m4', 'm5'], { startCursor: '4', endCursor: '5', hasNextPage: false, hasPreviousPage: true }]);
    expect(texts(await page({ last: 1, before: '4' }))).toEqual(['m2']);
    expect(texts(await page({ first: 2, after: '1' }))).toEqual(['m2', 'm4']);
    expect(texts(await page({ around: 4, first: 1, last: 1 }))).toEqual(['m2', 'm4']);
    expect(await ada.codeOf(PAGE, { id, last: 101 })).toBe('INVALID_INPUT');
  });

  it('R73 R75 R8: edit, versions, reaction, tombstone and system message', async () => {
    const { world, ada, ben, id, send } = await scene();
    const { message } = await send(ada, 'one');
    const change = (actor: { must: Person['must'] }, field: string) =>
      actor.must<Record<string, object>>(`mutation ($id: ID!) { change: ${field} { seq message { text editCount isDeleted reactions { emoji userIds } } } }`, { id: message.id });
    expect(await change(ada, 'editMessage(input: {messageId: $id, clientId: "e1", text: "two"})')).toEqual({
      change: { seq: 2, message: { text: 'two', editCount: 1, isDeleted: false, reactions: [] } },
    });
    expect(await ben.must('query ($id: ID!) { messageVersions(messageId: $id) { version text editedBy } }', { id: message.id })).toEqual({
      messageVersions: [
        { version: 1, text: 'one', editedBy: ada.id },
        { version: 2, text: 'two', editedBy: ada.id },
      ],
    });
    expect(await change(ben, 'addReaction(input: {messageId: $id, emoji: "👍"})')).toMatchObject({
      change: { seq: 3, message: { reactions: [{ emoji: '👍', userIds: [ben.id] }] } },
    });
    expect(await change(ada, 'deleteMessage(input: {messageId: $id})')).toMatchObject({ change: { seq: 4, message: { text: '', isDeleted: true, reactions: [] } } });
    const system = `mutation ($id: ID!) { sendSystemMessage(input: {conversationId: $id, clientId: "s", text: "Hello"}) { seq message { kind origin sender { role } } } }`;
    expect(await ada.codeOf(system, { id })).toBe('FORBIDDEN');
    expect(await world.service.must(system, { id })).toEqual({
      sendSystemMessage: { seq: 5, message: { kind: 'SYSTEM', origin: 'SYSTEM', sender: { role: 'SYSTEM' } } },
    });
  });

  it('R72 R85 R82: marks, receipts of the conversation and of one message', async () => {
    const { ada, ben, amy, root, id, send } = await scene();
    const { message } = await send(ada, 'hi');
    await send(ada, 'again');
    const marked = await ben.must<{ markRead: { receipt: { readAt: string } } }>(MARK_READ, { input: { conversationId: id, seq: 1 } });
    const readAt = marked.markRead.receipt.readAt;
    expect(marked).toEqual({
      markRead: { seq: 3, unreadCount: 1, receipt: { userId: ben.id, readSeq: 1, deliveredSeq: 1, readAt, deliveredAt: readAt } },
    });
    expect(await amy.must('mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) { seq receipt { deliveredSeq readSeq } } }', { input: { conversationId: id, seq: 99 } })).toEqual({
      markDelivered: { seq: 4, receipt: { deliveredSeq: 3, readSeq: 0 } },
    });
    expect(await root.codeOf(MARK_READ, { input: { conversationId: id, seq: 1 } })).toBe('FORBIDDEN');
    const receipts = await ada.must<{ messageReceipts: readonly object[]; receipts: readonly object[] }>(
      'query ($id: ID!, $message: ID!) { messageReceipts(messageId: $message) { user { id } readAt } receipts(conversationId: $id) { userId readSeq } }',
      { id, message: message.id },
    );
    expect(receipts.messageReceipts).toEqual(expect.arrayContaining([{ user: { id: ben.id }, readAt }, { user: { id: amy.id }, readAt: null }]));
    expect(receipts.receipts).toEqual(expect.arrayContaining([{ userId: ada.id, readSeq: 2 }, { userId: ben.id, readSeq: 1 }, { userId: amy.id, readSeq: 0 }]));
  });

  it('R198: a request for a page costs the same number of statements whatever its length', async () => {
    const { ada, ben, id, send } = await scene();
    for (let index = 0; index < 12; index += 1) await send(index % 2 ? ada : ben, `m${index}`);
    await ada.must(PAGE, { id });
    await expectQueries(server.db, 2, () => ada.must(PAGE, { id, last: 1 }));
    await expectQueries(server.db, 2, () => ada.must(PAGE, { id, last: 12 }));
  });
});
