/** Every mutation as every role sees it: a snapshot plus the events is a later snapshot, and what is hidden stays hidden. */
import {
  addParticipant,
  addReaction,
  deleteMessage,
  editMessage,
  joinConversation,
  leaveConversation,
  markDelivered,
  markMessageRead,
  markNoticesRead,
  markRead,
  muteConversation,
  removeParticipant,
  removeReaction,
  sendMessage,
  sendSystemMessage,
  startDirectConversation,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentStack, seed, startServer, verifyFeed, verifyInbox, type Actor, type Person, type TestServer } from './testing/index.js';

let server: TestServer;
beforeAll(async () => {
  // On the cluster everybody watches from another node than the one on which things happen.
  server = await startServer({ nodes: currentStack() === 'cluster' ? 2 : 1 });
});
afterAll(() => server.close());

interface Scene {
  readonly people: Readonly<Record<'client' | 'provider' | 'team' | 'agent' | 'admin' | 'onlooker' | 'extra', Person>>;
  readonly service: Actor;
  readonly conversationId: string;
  readonly become: (status: 'REQUESTED' | 'COMPLETED' | 'CANCELLED' | 'IN_PROGRESS' | 'CONFIRMED') => Promise<void>;
  /** Everybody who may read, on every audience there is. */
  readonly viewers: Readonly<Record<'client' | 'provider' | 'team' | 'agent' | 'admin' | 'onlooker', Actor>>;
  readonly messages: { readonly client: string; readonly provider: string; readonly note: string };
}

async function scene(): Promise<Scene> {
  const { people, service, bookings } = await seed(server)
    .client('client')
    .provider('provider')
    .provider('team')
    .provider('extra')
    .agent('agent')
    .admin('admin')
    .admin('onlooker')
    .booking('move')
    .ready();
  const { conversationId } = bookings.move;
  await addParticipant(people.provider, { conversationId, userId: people.team.id });
  await joinConversation(people.agent, { conversationId });
  await joinConversation(people.admin, { conversationId });
  const send = async (from: Actor, text: string, audience?: 'STAFF'): Promise<string> =>
    (await sendMessage(from, { conversationId, clientId: 'first', text, audience })).message.id;
  const messages = {
    client: await send(people.client, 'When do you come?'),
    provider: await send(people.provider, 'At nine.'),
    note: await send(people.agent, 'Watch this one', 'STAFF'),
  };
  const elsewhere = (person: Person): Actor => person.at(server.urls.at(-1) ?? server.url);
  const viewers = {
    client: elsewhere(people.client),
    provider: elsewhere(people.provider),
    team: elsewhere(people.team),
    agent: elsewhere(people.agent),
    admin: elsewhere(people.admin),
    onlooker: elsewhere(people.onlooker),
  };
  return { people, service, conversationId, become: bookings.move.become, viewers, messages };
}

const SECRET = 'canary-of-the-staff';
const hidden = { text: SECRET, hiddenFrom: ['client', 'provider', 'team'] };

/** What each mutation does; every one is tried in a scene of its own. */
const MUTATIONS: Readonly<Record<string, (at: Scene) => Promise<unknown>>> = {
  sendMessage: async ({ people, conversationId }) => {
    for (const [index, from] of [people.client, people.provider, people.team, people.agent, people.client].entries()) {
      await sendMessage(from, { conversationId, clientId: `more-${index}`, text: `${index} ${'x'.repeat(150)}`, metadata: { index } });
    }
    // A retry has no second effect.
    await sendMessage(people.client, { conversationId, clientId: 'more-0', text: `0 ${'x'.repeat(150)}`, metadata: { index: 0 } });
  },
  'sendMessage as a reply': async ({ people, conversationId, messages }) => {
    await sendMessage(people.provider, { conversationId, clientId: 'reply', text: 'Between nine and ten', parentId: messages.client });
    await sendMessage(people.client, { conversationId, clientId: 'reply', text: 'Fine', parentId: messages.client });
  },
  'sendMessage to one side': async ({ people, conversationId }) => {
    await sendMessage(people.client, { conversationId, clientId: 'own', text: 'to the own side', audience: 'CLIENT' });
    await sendMessage(people.provider, { conversationId, clientId: 'own', text: 'to the team', audience: 'PROVIDER' });
    await sendMessage(people.admin, { conversationId, clientId: 'own', text: 'to the client', audience: 'CLIENT' });
  },
  sendSystemMessage: ({ service, conversationId }) =>
    sendSystemMessage(service, { conversationId, clientId: 'system', text: 'Payment received', origin: 'SYSTEM', metadata: { amount: 3 } }),
  editMessage: async ({ people, messages }) => {
    await editMessage(people.client, { messageId: messages.client, clientId: 'edit', text: 'When exactly?' });
    await editMessage(people.provider, { messageId: messages.provider, clientId: 'edit', text: 'At ten.' });
    await editMessage(people.agent, { messageId: messages.note, clientId: 'edit', text: 'Never mind' });
  },
  deleteMessage: async ({ people, messages }) => {
    await deleteMessage(people.client, { messageId: messages.client });
    await deleteMessage(people.agent, { messageId: messages.provider });
    await deleteMessage(people.agent, { messageId: messages.note });
  },
  'addReaction and removeReaction': async ({ people, messages }) => {
    await addReaction(people.client, { messageId: messages.provider, emoji: '👍' });
    await addReaction(people.agent, { messageId: messages.provider, emoji: '🎉' });
    await addReaction(people.provider, { messageId: messages.provider, emoji: '👍' });
    await addReaction(people.team, { messageId: messages.client, emoji: '❤️' });
    await removeReaction(people.client, { messageId: messages.provider, emoji: '👍' });
    await removeReaction(people.team, { messageId: messages.client, emoji: '❤️' });
  },
  'markRead, markDelivered and markMessageRead': async ({ people, conversationId, messages }) => {
    await markDelivered(people.client, { conversationId, seq: 4 });
    await markRead(people.client, { conversationId, seq: 3 });
    await markMessageRead(people.provider, { messageId: messages.provider });
    await markRead(people.agent, { conversationId, seq: 1_000_000 }).catch(() => undefined);
    await markRead(people.team, { conversationId, seq: 1 });
  },
  addParticipant: async ({ people, conversationId }) => {
    await addParticipant(people.provider, { conversationId, userId: people.extra.id });
    await sendMessage(people.extra, { conversationId, clientId: 'first', text: 'I am here too' });
  },
  removeParticipant: async ({ people, conversationId }) => {
    await addParticipant(people.provider, { conversationId, userId: people.extra.id });
    await markRead(people.extra, { conversationId, seq: 3 });
    await removeParticipant(people.provider, { conversationId, userId: people.extra.id });
    await addParticipant(people.admin, { conversationId, userId: people.extra.id });
  },
  leaveConversation: async ({ people, conversationId }) => {
    await addParticipant(people.provider, { conversationId, userId: people.extra.id });
    await leaveConversation(people.extra, { conversationId });
  },
  joinConversation: ({ people, conversationId }) => joinConversation(people.onlooker, { conversationId, reason: 'a complaint' }),
  muteConversation: ({ people, conversationId }) => muteConversation(people.client, { conversationId, muted: true }),
  'syncBooking to completed': ({ become }) => become('COMPLETED'),
  'syncBooking to cancelled': ({ become }) => become('CANCELLED'),
  'everything at once': async ({ people, service, conversationId, messages }) => {
    const everybody = [people.client, people.provider, people.team, people.agent, people.admin];
    await Promise.all([
      ...everybody.flatMap((from, index) => [
        sendMessage(from, { conversationId, clientId: `a${index}`, text: `first of ${from.name}` }),
        sendMessage(from, { conversationId, clientId: `b${index}`, text: `second of ${from.name}` }),
        addReaction(from, { messageId: messages.client, emoji: '👀' }),
        markRead(from, { conversationId, seq: 5 }),
      ]),
      sendMessage(people.agent, { conversationId, clientId: 'note', text: SECRET, audience: 'STAFF' }),
      editMessage(people.client, { messageId: messages.client, clientId: 'edit', text: 'changed meanwhile' }),
      deleteMessage(people.provider, { messageId: messages.provider }),
      addParticipant(people.provider, { conversationId, userId: people.extra.id }),
      sendSystemMessage(service, { conversationId, clientId: 'system', text: 'Payment received' }),
    ]);
  },
};

describe('conversation feed', () => {
  for (const [name, act] of Object.entries(MUTATIONS)) {
    it(`P2 P4 P5 P8 R92: ${name}, as every role sees it`, async () => {
      const at = await scene();
      const hasSecret = name === 'everything at once';
      await verifyFeed({ ...at, act: () => act(at), secrets: hasSecret ? [hidden] : [] });
    });
  }

  it('P8 R79: an internal note, its edit and its deletion are never told to others', async () => {
    const at = await scene();
    const { people, conversationId } = at;
    await verifyFeed({
      ...at,
      secrets: [hidden, { text: `${SECRET}-edited`, hiddenFrom: hidden.hiddenFrom }],
      act: async () => {
        const { message } = await sendMessage(people.agent, { conversationId, clientId: 'note', text: SECRET, audience: 'STAFF', metadata: { why: SECRET } });
        await sendMessage(people.admin, { conversationId, clientId: 'answer', text: `${SECRET}-edited`, audience: 'STAFF', parentId: message.id });
        await addReaction(people.admin, { messageId: message.id, emoji: '👍' });
        await sendMessage(people.client, { conversationId, clientId: 'between', text: 'hello?' });
        await editMessage(people.agent, { messageId: message.id, clientId: 'edit', text: `${SECRET}-edited` });
        await deleteMessage(people.agent, { messageId: message.id });
      },
    });
  });
});

describe('inbox feed', () => {
  for (const [name, act] of Object.entries(MUTATIONS)) {
    it(`P4 P5 P8 R47 R82: ${name}, in everybody’s inbox`, async () => {
      const at = await scene();
      const viewers = { ...at.viewers, extra: at.people.extra };
      await verifyInbox({ viewers, act: () => act(at), secrets: name === 'everything at once' ? [{ text: SECRET, hiddenFrom: [...hidden.hiddenFrom, 'extra'] }] : [] });
    });
  }

  it('R23: a first direct message appears in both inboxes', async () => {
    const { people } = await scene();
    await verifyInbox({
      viewers: { client: people.client, agent: people.agent, provider: people.provider },
      act: () => startDirectConversation(people.client, { userId: people.agent.id, clientId: 'hello', text: 'Can you help me?' }),
    });
  });

  it('R103: notices read on one device are read on the others', async () => {
    const at = await scene();
    await joinConversation(at.people.onlooker, { conversationId: at.conversationId });
    await verifyInbox({ viewers: { client: at.viewers.client }, act: () => markNoticesRead(at.people.client, { upToSeq: 100 }) });
  });
});

it('verifyFeed itself fails when an event is missing', async () => {
  const at = await scene();
  const { conversationId, people } = at;
  // A message that appears without an event is what a broken append would leave behind.
  const sneak = (): Promise<unknown> => server.db.prisma.message.updateMany({ where: { id: at.messages.client }, data: { text: 'changed behind the log' } });
  await expect(verifyFeed({ service: at.service, conversationId, viewers: { client: people.client }, act: sneak })).rejects.toThrow(
    /client, live: snapshot plus events is not the later snapshot; messages\[0\]\.text should be "changed behind the log"/,
  );
});
