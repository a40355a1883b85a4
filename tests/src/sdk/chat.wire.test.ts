import { isChatError, type ConversationHandle } from '@parley/sdk';
import { addParticipant, createSite, removeParticipant, unread, type UnreadQuery } from '@parley/sdk/operations';
import { eventually, seed, startServer, within, type TestServer } from '@parley/server/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf, numbered, texts } from './clients.js';
import { until } from './until.js';

let server: TestServer;
const clients = clientsOf(() => server);
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.close();
});
afterEach(() => clients.closeAll());

const world = () => seed(server).client('clara').provider('paul').booking('van').ready();

describe('two people on one conversation', () => {
  it('R71 R72 R92 R93 P2 P5: what one sends the other has, and the sender sees the ticks', async () => {
    const { people, bookings } = await world();
    const id = bookings.van.conversationId;
    const mine: ConversationHandle = clients.make(people.clara.token).conversation(id);
    const theirs = clients.make(people.paul.token).conversation(id);
    mine.retain();
    theirs.retain();
    await until(mine, (state) => state.status === 'ready');
    await until(theirs, (state) => state.status === 'ready' && state.syncStatus === 'synced');

    const sent = mine.send('hello');
    expect(mine.getSnapshot().messages.at(-1)).toMatchObject({ text: 'hello', status: 'sending', id: null, isOwn: true });
    const key = mine.getSnapshot().messages.at(-1)?.key;
    const message = await within(sent, 'the answer');
    expect(message.text).toBe('hello');
    await until(theirs, (state) => texts(state).includes('hello'));
    await until(mine, (state) => state.messages.at(-1)?.status === 'delivered');
    void theirs.markRead();
    const state = await until(mine, (now) => now.messages.at(-1)?.status === 'read');
    expect(state.messages.at(-1)?.key).toBe(key);
    expect(texts(state)).toEqual(['hello']);
  });

  it('P2: what both send at once stands in the same order at both, and each kept their own order', async () => {
    const { people, bookings } = await world();
    const mine = clients.make(people.clara.token).conversation(bookings.van.conversationId);
    const theirs = clients.make(people.paul.token).conversation(bookings.van.conversationId);
    mine.retain();
    theirs.retain();
    const [a, b] = [numbered(20, 'a'), numbered(20, 'b')];
    await Promise.all([...a.map((text) => mine.send(text)), ...b.map((text) => theirs.send(text))]);
    const [left, right] = [await until(mine, (state) => texts(state).length === 40), await until(theirs, (state) => texts(state).length === 40)];
    expect(texts(left)).toEqual(texts(right));
    expect(texts(left).filter((text) => text.startsWith('a'))).toEqual(a);
    expect(texts(left).filter((text) => text.startsWith('b'))).toEqual(b);
    expect(left.messages.every((message) => message.seq !== null)).toBe(true);
  });

  it('R73 R75: edits, deletions and reactions reach the other side; a list keeps what did not change', async () => {
    const { people, bookings } = await world();
    const mine = clients.make(people.clara.token).conversation(bookings.van.conversationId);
    const theirs = clients.make(people.paul.token).conversation(bookings.van.conversationId);
    theirs.retain();
    const first = await mine.send('first');
    const second = await mine.send('second');
    await until(theirs, (state) => texts(state).length === 2);
    const before = theirs.getSnapshot().messages;
    await mine.edit(second.id, 'second, better');
    await theirs.addReaction(second.id, '👍');
    await until(theirs, (state) => state.messages.at(-1)?.text === 'second, better' && state.messages.at(-1)?.reactions.length === 1);
    const after = theirs.getSnapshot().messages;
    expect(after.find((message) => message.id === first.id)).toBe(before.find((message) => message.id === first.id));
    expect(after).not.toBe(before);
    await theirs.removeReaction(second.id, '👍');
    await mine.deleteMessage(first.id);
    const end = await until(theirs, (state) => state.messages.some((message) => message.isDeleted) && state.messages.at(-1)?.reactions.length === 0);
    expect(end.messages.find((message) => message.id === first.id)).toMatchObject({ text: '', isDeleted: true });
  });

  it('R74: replies form a thread of their own, counted at their message', async () => {
    const { people, bookings } = await world();
    const mine = clients.make(people.clara.token).conversation(bookings.van.conversationId);
    const theirs = clients.make(people.paul.token).conversation(bookings.van.conversationId);
    theirs.retain();
    const question = await mine.send('when?');
    const thread = theirs.thread(question.id);
    thread.retain();
    await until(thread, (state) => state.status === 'ready');
    const reply = thread.send('at noon');
    expect(thread.getSnapshot().messages.at(-1)).toMatchObject({ text: 'at noon', status: 'sending', parentId: question.id });
    await reply;
    await mine.send({ text: 'fine', parentId: question.id });
    const state = await until(thread, (now) => now.messages.length === 2 && now.parent?.replyCount === 2);
    expect(state.messages.map((message) => message.text)).toEqual(['at noon', 'fine']);
    expect(theirs.getSnapshot().messages.find((message) => message.id === question.id)?.replyCount).toBe(2);
  });

  it('R64 R94: a conversation that was opened too early recovers once the inbox says that one has access, and again after access was taken away and given back', async () => {
    const { people, bookings, service } = await seed(server).client('clara').provider('paul').agent('sam').booking('van').ready();
    const conversationId = bookings.van.conversationId;
    await clients.make(people.clara.token).conversation(conversationId).send('hello');
    const client = clients.make(people.sam.token);
    const early = client.conversation(conversationId);
    early.retain();
    client.inbox().retain();
    await until(client.inbox(), (state) => state.status === 'ready');
    const failed = await until(early, (state) => state.status === 'failed');
    expect(failed.error?.code).toBe('NOT_FOUND');
    await addParticipant(service, { conversationId, userId: people.sam.id });
    expect(texts(await until(early, (state) => state.status === 'ready'))).toEqual(['hello']);
    await removeParticipant(service, { conversationId, userId: people.sam.id });
    await until(early, (state) => state.status === 'failed');
    await until(client.inbox(), (state) => state.entries.length === 0);
    await addParticipant(service, { conversationId, userId: people.sam.id });
    await until(early, (state) => state.status === 'ready' && state.error === null);
  });

  it('R81: older pages come before, without a hole or a repeat, and a window opens far back', async () => {
    const { people, bookings } = await world();
    const id = bookings.van.conversationId;
    const writer = clients.make(people.clara.token).conversation(id);
    const all = numbered(130);
    for (const text of all) await writer.send(text);
    const reader = clients.make(people.paul.token).conversation(id);
    reader.retain();
    await until(reader, (state) => state.status === 'ready');
    expect(reader.getSnapshot().messages).toHaveLength(50);
    while (reader.getSnapshot().hasMore) await reader.loadMore();
    expect(texts(reader.getSnapshot())).toEqual(all);

    const target = reader.getSnapshot().messages.find((message) => message.text === 'message 30');
    const window = clients.make(people.paul.token).conversation(id).around(target?.seq ?? 0);
    window.retain();
    const around = await until(window, (state) => state.status === 'ready');
    expect(around.messages.map((message) => message.text)).toContain('message 30');
    expect(around.hasNewer).toBe(true);
    while (window.getSnapshot().hasNewer) await window.loadNewer();
    while (window.getSnapshot().hasMore) await window.loadMore();
    expect(window.getSnapshot().messages.filter((message) => message.kind === 'TEXT').map((message) => message.text)).toEqual(all);
  });

  it('R90 R91: typing and presence come and go', async () => {
    const { people, bookings } = await world();
    const mine = clients.make(people.clara.token, { timing: { typingIdleMs: 1_500 } }).conversation(bookings.van.conversationId);
    const other = clients.make(people.paul.token);
    const theirs = other.conversation(bookings.van.conversationId);
    mine.retain();
    theirs.retain();
    await until(theirs, (state) => state.presences.some((presence) => presence.userId === people.clara.id && presence.status === 'ONLINE'));
    mine.keystroke();
    await until(theirs, (state) => state.typing.some((each) => each.user.id === people.clara.id));
    expect(mine.getSnapshot().typing).toEqual([]);
    await until(theirs, (state) => state.typing.length === 0);
    await other.close();
    await until(mine, (state) => state.presences.some((presence) => presence.userId === people.paul.id && presence.status === 'OFFLINE'));
  });

  it('R82 R84 R85: the inbox counts what is unread, and reading empties it', async () => {
    const { people, bookings } = await world();
    const id = bookings.van.conversationId;
    const paul = clients.make(people.paul.token);
    const inbox = paul.inbox();
    inbox.retain();
    await until(inbox, (state) => state.status === 'ready' && state.entries.length === 1);
    await paul.conversation(id).markRead(1_000).catch(() => undefined);
    const clara = clients.make(people.clara.token).conversation(id);
    await clara.send('one');
    const last = await clara.send('two');
    await until(inbox, (state) => state.unread.messages >= 2 && state.entries[0]?.conversation.lastMessage?.text === 'two');
    const totals: UnreadQuery['unread'] = await unread(paul);
    expect(inbox.getSnapshot().unread).toEqual(totals);
    await paul.conversation(id).markRead(last.seq);
    await until(inbox, (state) => state.unread.messages === 0 && state.unread.conversations === 0);
    await inbox.mute(id, true);
    await until(inbox, (state) => state.entries[0]?.conversation.viewer?.isMuted === true);
  });

  it('R41 P8: a feed whose access ends fails with its code, and what was loaded stays', async () => {
    const { people, bookings } = await world();
    const mine = clients.make(people.clara.token).conversation(bookings.van.conversationId);
    mine.retain();
    const { seq } = await mine.send('hello');
    await until(mine, (state) => state.status === 'ready' && state.seq >= seq);
    await bookings.van.become('REQUESTED');
    const state = await until(mine, (now) => now.status === 'failed');
    expect(state.error?.code).toBe('ACCESS_REVOKED');
    expect(texts(state)).toEqual(['hello']);
  });

  it('a refused operation is one ChatError with its code, over the socket and over HTTP', async () => {
    const { people } = await world();
    const client = clients.make(people.clara.token);
    const overHttp = createSite(client, { clientId: crypto.randomUUID(), name: 'mine' });
    await expect(overHttp).rejects.toMatchObject({ name: 'ChatError', code: 'FORBIDDEN', retryable: false });
    client.connect();
    await until(client.connection, (state) => state.status === 'connected');
    await expect(createSite(client, { clientId: crypto.randomUUID(), name: 'mine' })).rejects.toMatchObject({ name: 'ChatError', code: 'FORBIDDEN' });
  });

  it('a document that the server does not know by hash is asked for by text, on every transport', async () => {
    const { people } = await world();
    const document = { kind: 'query' as const, field: 'unread', hash: 'f'.repeat(64), text: 'query Mine { unread { messages } }' };
    const client = clients.make(people.clara.token);
    await expect(client.request(document, {})).resolves.toEqual({ unread: { messages: expect.any(Number) } });
    client.connect();
    await until(client.connection, (state) => state.transport === 'websocket');
    await expect(client.request(document, {})).resolves.toEqual({ unread: { messages: expect.any(Number) } });
  });

  it('a client that is closed at any moment ends what is under way with CLIENT_CLOSED and leaves nothing behind', async () => {
    const { people, bookings } = await world();
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    for (const transport of ['auto', 'sse', 'polling'] as const) {
      for (const wait of [0, 1, 5, 20, 60]) {
        const client = clients.make(people.clara.token, { transport });
        const mine = client.conversation(bookings.van.conversationId);
        mine.retain();
        client.inbox().retain();
        const sent = mine.send(`from ${transport} ${wait}`).then(
          () => 'sent',
          (error: unknown) => (isChatError(error) ? error.code : String(error)),
        );
        const asked = unread(client).then(
          () => 'answered',
          (error: unknown) => (isChatError(error) ? error.code : String(error)),
        );
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        await client.close();
        expect(['sent', 'CLIENT_CLOSED']).toContain(await sent);
        expect(['answered', 'CLIENT_CLOSED']).toContain(await asked);
        expect(client.connection.getSnapshot().status).toBe('closed');
        await expect(unread(client)).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
        await expect(mine.send('too late')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
      }
    }
    await eventually('a moment for what is late', async () => (await seed(server).client('x').ready()) !== null);
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('requests that go out together over HTTP are all answered, also by text', async () => {
    const { people } = await world();
    const client = clients.make(people.clara.token);
    const document = { kind: 'query' as const, field: 'unread', hash: 'e'.repeat(64), text: 'query Again { unread { messages } }' };
    const answers = await Promise.all([1, 2, 3].map(() => client.request(document, {})));
    expect(answers).toHaveLength(3);
  });
});
