import { addNote, colleagues, conversation, joinConversation, leaveConversation, messages, notes, notices, sendMessage, type NoticesQuery } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, OperationError, outcomeOf, seed, startServer, type TestServer, verifyFeed } from '../../testing/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const site = async () => {
  const world = await seed(server).client('ada').provider('ben').agent('sam').agent('sue').agent('tom').admin('ann').booking('move').ready();
  const { conversationId } = world.bookings.move;
  for (const agent of [world.people.sam, world.people.sue]) await joinConversation(agent, { conversationId });
  return { ...world, conversationId };
};
type Notice = NoticesQuery['notices']['edges'][number]['node'];
const mentionsOf = async (as: Actor): Promise<Notice[]> => (await notices(as)).edges.map(({ node }) => node).filter(({ kind }) => kind === 'MENTIONED');

describe('internal notes', () => {
  it('R63 R119 P3: a note names colleagues, who hear of it once, however often it is sent', async () => {
    const { people, conversationId } = await site();
    const { sam, sue, ann } = people;
    const inbox = (await sue.socket()).subscribe<{ inboxFeed: { __typename: string; notice?: Notice } }>('subscription { inboxFeed { __typename ... on NoticePosted { notice { kind data } } } }', {});
    await inbox.next();
    const note = { conversationId, clientId: 'n1', text: '@sue please look', mentions: [sue.id, ann.id, sue.id, sam.id] };
    const first = await addNote(sam, note);
    expect(first).toMatchObject({ isDuplicate: false, message: { audience: 'STAFF', metadata: { mentions: [sue.id, ann.id, sam.id] } } });
    expect((await addNote(sam, note)).message.id).toBe(first.message.id);
    expect(await outcomeOf(addNote(sam, { ...note, mentions: [] }))).toBe('IDEMPOTENCY_CONFLICT');
    await Promise.all([1, 2, 3].map(() => addNote(sam, { ...note, clientId: 'n2', mentions: [ann.id] })));
    const [told] = await mentionsOf(sue);
    expect(told).toMatchObject({ conversationId, data: { messageId: first.message.id, userId: sam.id, displayName: 'sam' } });
    expect([await mentionsOf(sue), await mentionsOf(ann), await mentionsOf(sam)].map(({ length }) => length)).toEqual([1, 2, 0]);
    const { inboxFeed: live } = await inbox.next(({ inboxFeed }) => inboxFeed.__typename === 'NoticePosted');
    expect(live.notice).toMatchObject({ kind: 'MENTIONED' });
  });

  it('R63 R119 P8: whoever may not see the conversation cannot be named, with a code, and nothing is written', async () => {
    const { people, conversationId } = await site();
    const { sam, sue, tom, ada, ben } = people;
    const other = (await site()).people.ann;
    for (const [n, id] of [tom.id, ada.id, ben.id, other.id, 'usr_nobody', 'x'.repeat(300)].entries()) {
      const error = await addNote(sam, { conversationId, clientId: `m${n}`, text: 'look', mentions: [sue.id, id] }).catch((thrown: unknown) => thrown);
      expect(error instanceof OperationError && error.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { reason: 'MENTION_CANNOT_SEE', userId: id.slice(0, 64) } });
    }
    expect((await notes(sam, { conversationId })).edges).toEqual([]);
    expect(await mentionsOf(sue)).toEqual([]);
    await leaveConversation(sue, { conversationId });
    expect(await outcomeOf(addNote(sam, { conversationId, clientId: 'later', text: 'look', mentions: [sue.id] }))).toBe('INVALID_INPUT');
    expect(await outcomeOf(addNote(sam, { conversationId, clientId: 'many', text: 'look', mentions: Array.from({ length: 11 }, (_, n) => `usr_${n}`) }))).toBe('INVALID_INPUT');
  });

  it('R119 P3: a retried note answers like the first time, though a colleague whom it names has lost sight of it, and its writer has left', async () => {
    const { people, conversationId } = await site();
    const { sam, sue, ann } = people;
    const note = { conversationId, clientId: 'n1', text: '@sue please look', mentions: [sue.id] };
    const first = await addNote(sam, note);
    await leaveConversation(sue, { conversationId });
    const again = await addNote(sam, note);
    expect([again.isDuplicate, again.seq, again.message.id, again.message.metadata]).toEqual([true, first.seq, first.message.id, { mentions: [sue.id] }]);
    expect(await outcomeOf(addNote(sam, { ...note, text: 'another' }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await outcomeOf(addNote(sam, { ...note, clientId: 'n2' }))).toBe('INVALID_INPUT');
    // Client ids are those of one sender.
    expect(await outcomeOf(addNote(ann, note))).toBe('INVALID_INPUT');
    await leaveConversation(sam, { conversationId });
    expect((await addNote(sam, note)).message.id).toBe(first.message.id);
    expect(await outcomeOf(addNote(sam, { ...note, clientId: 'n2', mentions: [] }))).toBe('NOT_FOUND');
    expect((await notes(ann, { conversationId })).edges).toHaveLength(1);
    expect((await mentionsOf(sue)).length).toBe(1);
  });

  it('R63 P8: notes are written and read by staff inside alone, and reach a customer by no way', async () => {
    const { people, conversationId, service } = await site();
    const { sam, tom, ann, ada, ben } = people;
    const write = (as: Actor, clientId = 'n'): Promise<string> => outcomeOf(addNote(as, { conversationId, clientId, text: 'a secret note' }));
    expect([await write(ada), await write(ben), await write(tom), await write(ann), await write(service)]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND', 'ok', 'FORBIDDEN']);
    for (const [as, code] of [[ada, 'FORBIDDEN'], [ben, 'FORBIDDEN'], [tom, 'NOT_FOUND'], [sam, 'ok'], [ann, 'ok'], [service, 'ok']] as const) {
      expect(await outcomeOf(notes(as, { conversationId }))).toBe(code);
    }
    await verifyFeed({
      conversationId,
      service,
      viewers: { ada, ben, sam, ann },
      secrets: [{ text: 'a secret note', hiddenFrom: ['ada', 'ben'] }],
      act: async () => {
        await addNote(sam, { conversationId, clientId: 'n1', text: 'a secret note', mentions: [ann.id] });
        await sendMessage(sam, { conversationId, clientId: 'm1', text: 'an answer' });
      },
    });
    for (const as of [ada, ben]) {
      expect(JSON.stringify(await messages(as, { conversationId }))).not.toContain('secret');
      expect(JSON.stringify(await as.must('query { searchMessages(query: "secret") { edges { node { message { text } } } } notices { edges { node { data } } } conversations { edges { node { lastMessage { text } } } } }'))).not.toContain('secret');
    }
  });

  it('R58 R63 R119 P3 P8: an admin writes a note where they have not joined; it is theirs in the log, and neither it nor they show to a customer', async () => {
    const { people, conversationId, service, bookings } = await site();
    const { sam, sue, ann, ada, ben } = people;
    const note = { conversationId, clientId: 'n1', text: 'refund her, says the secret admin', mentions: [sue.id] };
    await verifyFeed({
      conversationId,
      service,
      viewers: { ada, ben, sam, ann },
      secrets: [{ text: 'secret admin', hiddenFrom: ['ada', 'ben'] }],
      act: async () => {
        const tries = await Promise.all([1, 2, 3].map(() => addNote(ann, note)));
        expect(new Set(tries.map(({ message }) => message.id)).size).toBe(1);
      },
    });
    const { edges } = await notes(sam, { conversationId });
    expect(edges.map(({ node }) => [node.text, node.sender.id, node.audience])).toEqual([[note.text, ann.id, 'STAFF']]);
    expect(await mentionsOf(sue)).toMatchObject([{ data: { userId: ann.id } }]);
    const seen = await conversation(ada, { id: conversationId });
    expect(seen?.participants.map(({ user }) => user.displayName)).toEqual(['ada', 'ben', 'sam', 'sue']);
    expect([seen?.viewer?.unreadCount, seen?.lastMessage?.text]).toEqual([1, 'the end']);
    expect(await outcomeOf(sendMessage(ann, { conversationId, clientId: 'm1', text: 'hello' }))).toBe('FORBIDDEN');
    expect(await outcomeOf(sendMessage(ann, { conversationId, clientId: 'm2', text: 'hello', audience: 'STAFF' }))).toBe('FORBIDDEN');
    expect(await outcomeOf(addNote(ann, { ...note, text: 'another' }))).toBe('IDEMPOTENCY_CONFLICT');
    // Once inside, the same note is still the same.
    await joinConversation(ann, { conversationId });
    expect((await addNote(ann, note)).isDuplicate).toBe(true);
    await bookings.move.become('CANCELLED');
    await leaveConversation(ann, { conversationId });
    expect(await outcomeOf(addNote(ann, { ...note, clientId: 'n2' }))).toBe('CONVERSATION_CLOSED');
  });

  it('R119: notes are paged apart from the messages, and colleagues found by name', async () => {
    const { people, conversationId } = await site();
    const { sam, ann, ada, tom } = people;
    for (let n = 0; n < 3; n += 1) {
      await sendMessage(sam, { conversationId, clientId: `m${n}`, text: `message ${n}` });
      await addNote(sam, { conversationId, clientId: `n${n}`, text: `note ${n}` });
    }
    const last = await notes(ann, { conversationId, last: 2 });
    expect(last.edges.map(({ node }) => node.text)).toEqual(['note 1', 'note 2']);
    expect((await notes(ann, { conversationId, last: 2, before: last.pageInfo.startCursor })).edges.map(({ node }) => node.text)).toEqual(['note 0']);
    const found = async (args: object): Promise<string[]> => (await colleagues(sam, args)).map(({ displayName }) => displayName);
    expect(await found({})).toEqual(['ann', 'sam', 'sue', 'tom']);
    expect(await found({ prefix: 'S' })).toEqual(['sam', 'sue']);
    expect(await found({ prefix: '%' })).toEqual([]);
    expect(await found({ conversationId })).toEqual(['ann', 'sam', 'sue']);
    expect(await outcomeOf(colleagues(ada, {}))).toBe('FORBIDDEN');
    expect(await outcomeOf(colleagues(tom, { conversationId }))).toBe('NOT_FOUND');
    expect(await outcomeOf(colleagues(sam, { first: 101 }))).toBe('INVALID_INPUT');
  });
});
