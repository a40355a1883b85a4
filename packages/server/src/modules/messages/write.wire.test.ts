import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AudienceSet, audiencesOf, canSee } from '../../kernel/audience.js';
import { recordQueries } from '../../testing/index.js';
import { clientId, createWorld, type World } from './fixture.js';
import { loadMessageViews } from './list.js';
import { sendMessage, type SendResult } from './send.js';
import { SEND_MANY, SEND_MANY_PLAIN } from './send-many-statement.js';

describe('sends that wait together', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('P2 P3 R181: they share statements, and each has its own outcome', async () => {
    const [id, second, closed] = [await members(), await members(), await members()];
    await world.db.prisma.conversation.update({ where: { id: closed }, data: { gate: 'read_only' } });
    const root = await send(world.client, { conversationId: id });
    const note = await send(world.agent, { conversationId: id, audience: 'staff' });
    const retry = { conversationId: id, clientId: clientId(), text: 'again' };
    await send(world.client, retry);
    const twice = { conversationId: second, clientId: clientId(), text: 'twice' };
    const plans = Array.from({ length: 12 }, (_, index) => [
      () => send(world.client, { conversationId: index % 2 ? id : second, text: `c${index}` }),
      () => send(world.provider, { conversationId: id, parentId: root.message.id }),
      () => send(world.provider, { conversationId: id, audience: 'provider' }),
      () => send(world.agent, { conversationId: id, parentId: note.message.id }),
      () => send(world.agent, { conversationId: id, parentId: root.message.id, audience: 'staff' }),
      () => send(world.client, { conversationId: closed }),
      () => send(world.outsider, { conversationId: id }),
      () => send(world.client, { conversationId: id, audience: 'staff' }),
      () => send(world.client, { conversationId: id, parentId: note.message.id }),
      () => send(world.client, { conversationId: id, text: 'x'.repeat(4001) }),
      () => send(world.client, retry),
      () => send(world.client, { ...retry, text: 'other' }),
      () => send(world.provider, twice),
    ]).flat();
    const { result, statements } = await recordQueries(world.db, () => Promise.allSettled(plans.map((plan) => plan())));
    expect(statements.filter((text) => text.includes('INSERT INTO message')).length).toBeLessThan(plans.length / 4);
    const expected = ['sent', 'sent', 'sent', 'sent', 'sent', 'CONVERSATION_CLOSED', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'MESSAGE_TOO_LONG', 'again', 'IDEMPOTENCY_CONFLICT'];
    result.forEach((outcome, index) => {
      const kind = index % 13;
      if (kind < 12) expect(outcomeOf(outcome), `send ${index}`).toBe(expected[kind]);
    });
    const sameSends = result.filter((_, index) => index % 13 === 12).map(outcomeOf);
    expect(sameSends.filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(sameSends.filter((outcome) => outcome === 'again')).toHaveLength(11);
    for (const conversationId of [id, second, closed]) await verify(conversationId);
    const sent = result.flatMap((outcome) => (outcome.status === 'fulfilled' && !outcome.value.isDuplicate ? [outcome.value.message] : []));
    const stored = await loadMessageViews(world.deps, sent.map((message) => message.id));
    for (const message of sent) expect({ ...stored.get(message.id), replyCount: 0 }).toEqual(message);
    const published = world.published.filter(({ type, conversationId }) => type === 'MessageSent' && conversationId === id).map(({ seq }) => seq);
    expect(new Set(published).size).toBe(published.length);
    expect((await loadMessageViews(world.deps, [root.message.id, note.message.id])).get(root.message.id)?.replyCount).toBe(12);
    expect((await loadMessageViews(world.deps, [note.message.id])).get(note.message.id)?.replyCount).toBe(12);
  });

  it.each([SEND_MANY, SEND_MANY_PLAIN])('R198: whether a client id was used is looked up by its own index, also by a plan that was made while there were no messages ($name)', async ({ text }) => {
    const plan = await world.db.transaction(async (tx) => {
      await tx.raw('SET LOCAL plan_cache_mode = force_generic_plan', []);
      await tx.raw(`PREPARE sends (text) AS ${text}`, []);
      const rows = await tx.raw<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) EXECUTE sends ('[]')`, []);
      await tx.raw('DEALLOCATE sends', []);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(/ on message o\n.*/.exec(plan)?.[0]).toContain('sender_id = ');
    expect(plan).toContain('using message_sender_id_client_id_conversation_id_key on message o');
  });

  it('P2 P3 R181: so do sends none of which is a reply, whoever sees them', async () => {
    const id = await members();
    const viewers = [world.client, world.provider, world.agent];
    const plans = Array.from({ length: 18 }, (_, index) => {
      const viewer = viewers[index % 3] ?? world.client;
      const audience = index % 2 === 0 ? 'all' : (['client', 'provider', 'staff'] as const)[index % 3];
      return () => send(viewer, { conversationId: id, text: `p${index}`, audience });
    });
    const { result, statements } = await recordQueries(world.db, () => Promise.all(plans.map((plan) => plan())));
    expect(statements.filter((text) => text.includes('INSERT INTO message')).length).toBeLessThan(plans.length / 2);
    expect(statements.join()).not.toContain('reply_count = m.reply_count');
    expect(new Set(result.map(({ seq }) => seq)).size).toBe(plans.length);
    await verify(id);
  });

  const members = () => world.conversation([[world.client, 'client'], [world.provider, 'provider'], [world.agent, 'agent']]);
  const send = (viewer: typeof world.client, more: { conversationId: string; clientId?: string; [key: string]: unknown }) =>
    sendMessage(world.deps, viewer, { clientId: clientId(), text: 'text', metadata: { nested: { a: [1] } }, ...more });

  function outcomeOf(outcome: PromiseSettledResult<SendResult>): unknown {
    if (outcome.status === 'fulfilled') return outcome.value.isDuplicate ? 'again' : 'sent';
    return Reflect.get(Object(outcome.reason), 'code') ?? outcome.reason;
  }

  /** Everything that a send keeps up to date must equal a recount. */
  async function verify(conversationId: string): Promise<void> {
    const where = { where: { conversationId } };
    const conversation = await world.db.prisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    const messages = await world.db.prisma.message.findMany({ ...where, orderBy: { seq: 'asc' } });
    const events = await world.db.prisma.event.findMany({ ...where, orderBy: { seq: 'asc' } });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: conversation.lastSeq }, (_, index) => index + 1));
    expect(messages.map(({ seq, id }) => [seq, id])).toEqual(events.map(({ seq, messageId }) => [seq, messageId]));
    const heads: Record<string, object> = {};
    for (const audience of new Set(messages.map((message) => message.audience))) {
      const own = messages.filter((message) => message.audience === audience);
      const last = own.at(-1);
      heads[audience] = { n: own.length, seq: last?.seq, text: last?.text, by: last?.senderId, kind: 'text', at: last?.createdAt.toISOString() };
    }
    expect(conversation.heads).toEqual(heads);
    // The heads that go out with an event are those right after it, not those after whatever was written together with it.
    for (const event of world.published) {
      if (event.conversationId !== conversationId || event.type !== 'MessageSent') continue;
      const after: Record<string, object> = {};
      for (const { audience, seq, text, senderId, createdAt } of messages.filter((message) => message.seq <= event.seq)) {
        const n = messages.filter((message) => message.seq <= seq && message.audience === audience).length;
        after[audience] = { n, seq, text, by: senderId, kind: 'text', at: createdAt.toISOString() };
      }
      expect(event.heads).toEqual(after);
    }
    for (const place of await world.db.prisma.participant.findMany(where)) {
      const seen: AudienceSet = audiencesOf(place.role);
      const lastOwn = messages.findLast(({ senderId, audience }) => senderId === place.userId && audience === 'all')?.seq ?? 0;
      const read = messages.filter(({ seq, audience, senderId }) => canSee(seen, audience) && (seq <= lastOwn || senderId === place.userId)).length;
      expect(place).toMatchObject({ readSeq: lastOwn, deliveredSeq: lastOwn, readCount: read });
    }
  }
});
