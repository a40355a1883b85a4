/** The access matrix of the first source document, cell by cell over the wire: who, in which conversation, may do what. */
import { randomUUID } from 'node:crypto';
import {
  addParticipant,
  addReaction,
  allConversations,
  conversation,
  conversationEvents,
  conversations,
  deleteMessage,
  editMessage,
  joinConversation,
  leaveConversation,
  markRead,
  messages,
  muteConversation,
  openBookingConversation,
  receipts,
  removeParticipant,
  sendMessage,
  sendSystemMessage,
  startDirectConversation,
  startGuestSession,
  startTyping,
  syncBooking,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor, createTestClock, outcomeOf, seed, startServer, type TestServer } from './testing/index.js';

const clock = createTestClock();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock });
});
afterAll(() => server.close());

const ROLES = [
  'client', // of the booking
  'provider', // of the booking
  'team', // a colleague whom the provider added
  'agentIn', // support that has joined
  'agentOut', // support that has not
  'adminIn',
  'adminOut',
  'otherClient',
  'otherProvider',
  'guest',
  'foreignAdmin', // of another site
  'service', // the host's back-end
  'foreignService',
] as const;
type RoleName = (typeof ROLES)[number];

interface Scene {
  readonly actors: Readonly<Record<RoleName, Actor>>;
  readonly ids: { readonly team: string; readonly client: string; readonly newcomer: string; readonly colleague: string };
  readonly conversationId: string;
  /** One message by each participant. */
  readonly written: Readonly<Record<'client' | 'provider' | 'team' | 'agentIn' | 'adminIn' | 'service', string>>;
  readonly become: (status: 'REQUESTED' | 'COMPLETED' | 'CANCELLED' | 'IN_PROGRESS') => Promise<void>;
}

/** A site with its people, of whom nobody is anywhere yet. */
async function peopled(openHours = 24) {
  const world = await seed(server)
    .site({ bookingOpenHours: openHours })
    .client('client')
    .provider('provider')
    .provider('team')
    .provider('colleague')
    .agent('agentIn')
    .agent('agentOut')
    .admin('adminIn')
    .admin('adminOut')
    .client('otherClient')
    .client('newcomer')
    .provider('otherProvider')
    .ready();
  const foreign = await seed(server).admin('admin').ready();
  const visitor = await startGuestSession(world.nobody, { siteKey: world.site.publicKey });
  const { people, service } = world;
  return { people, actors: { ...people, guest: new Actor(server.url, visitor.token), foreignAdmin: foreign.people.admin, service, foreignService: foreign.service } };
}
type Peopled = Awaited<ReturnType<typeof peopled>>;

/** A new booking with everybody in its conversation who is ever in it, each of whom has said something. */
async function scene({ people, actors }: Peopled): Promise<Scene> {
  const { service } = actors;
  const booking = { externalId: randomUUID(), title: 'move', client: { externalId: 'client' }, provider: { externalId: 'provider' } };
  let version = 1;
  const { conversation: made } = await syncBooking(service, { ...booking, status: 'CONFIRMED', version });
  if (!made) throw new Error('a confirmed booking has no conversation');
  const conversationId = made.id;
  await addParticipant(people.provider, { conversationId, userId: people.team.id });
  await joinConversation(people.agentIn, { conversationId, reason: 'asked for' });
  await joinConversation(people.adminIn, { conversationId });
  const write = async (actor: Actor): Promise<string> => (await sendMessage(actor, { conversationId, clientId: 'first', text: 'first' })).message.id;
  return {
    actors,
    ids: { team: people.team.id, client: people.client.id, newcomer: people.newcomer.id, colleague: people.colleague.id },
    conversationId,
    written: {
      client: await write(people.client),
      provider: await write(people.provider),
      team: await write(people.team),
      agentIn: await write(people.agentIn),
      adminIn: await write(people.adminIn),
      service: await write(service),
    },
    async become(status) {
      version += 1;
      await syncBooking(service, { ...booking, status, version });
    },
  };
}

type Action = (actor: Actor, scene: Scene, role: RoleName) => Promise<unknown>;

const found = async (read: Promise<unknown>): Promise<void> => {
  // A query that may answer null says so instead of failing.
  if ((await read) === null) throw Object.assign(new Error('null'), { isAbsent: true });
};

const feed: Action = async (actor, { conversationId }) => {
  await conversationEvents(actor, { conversationId });
};

const ownMessage = ({ written }: Scene, role: RoleName): string => Object.entries(written).find(([name]) => name === role)?.[1] ?? written.client;

const ACTIONS = {
  read: (actor, { conversationId }) => found(conversation(actor, { id: conversationId })),
  messages: (actor, { conversationId }) => messages(actor, { conversationId, last: 5 }),
  receipts: (actor, { conversationId }) => receipts(actor, { conversationId }),
  feed,
  send: (actor, { conversationId }, role) => sendMessage(actor, { conversationId, clientId: `send-${role}`, text: 'hello' }),
  note: (actor, { conversationId }, role) => sendMessage(actor, { conversationId, clientId: `note-${role}`, text: 'internal', audience: 'STAFF' }),
  system: (actor, { conversationId }, role) => sendSystemMessage(actor, { conversationId, clientId: `system-${role}`, text: 'notice' }),
  react: (actor, { written }) => addReaction(actor, { messageId: written.provider, emoji: '👍' }),
  editOwn: (actor, at, role) => editMessage(actor, { messageId: ownMessage(at, role), clientId: `edit-${role}`, text: 'changed' }),
  editOthers: (actor, { written }, role) =>
    editMessage(actor, { messageId: role === 'team' ? written.agentIn : written.team, clientId: `edit-${role}`, text: 'changed' }),
  markRead: (actor, { conversationId }) => markRead(actor, { conversationId, seq: 1 }),
  type: (actor, { conversationId }) => startTyping(actor, { conversationId }),
  mute: (actor, { conversationId }) => muteConversation(actor, { conversationId, muted: true }),
  all: (actor) => allConversations(actor),
  addColleague: (actor, { conversationId, ids }) => addParticipant(actor, { conversationId, userId: ids.colleague }),
  addStranger: (actor, { conversationId, ids }) => addParticipant(actor, { conversationId, userId: ids.newcomer }),
} satisfies Record<string, Action>;
type ActionName = keyof typeof ACTIONS;

/** Those that change who is there, and so need a scene for each cell. */
const DISRUPTIVE = {
  deleteOthers: (actor, { written }, role) => deleteMessage(actor, { messageId: role === 'client' ? written.provider : written.client }),
  removeTeam: (actor, { conversationId, ids }) => removeParticipant(actor, { conversationId, userId: ids.team }),
  removeClient: (actor, { conversationId, ids }) => removeParticipant(actor, { conversationId, userId: ids.client }),
  join: (actor, { conversationId }) => joinConversation(actor, { conversationId }),
  leave: (actor, { conversationId }) => leaveConversation(actor, { conversationId }),
} as const satisfies Record<string, Action>;
type DisruptiveName = keyof typeof DISRUPTIVE;
const DISRUPTIVE_NAMES: readonly DisruptiveName[] = ['deleteOthers', 'removeTeam', 'removeClient', 'join', 'leave'];

const OK = 'ok';
const NF = 'NOT_FOUND';
const NO = 'FORBIDDEN';
const CLOSED = 'CONVERSATION_CLOSED';

/** Whoever is neither in the conversation nor an admin of its site learns nothing of it. */
const OUTSIDERS = { agentOut: NF, otherClient: NF, otherProvider: NF, guest: NF, foreignAdmin: NF, foreignService: NF } as const;
const INSIDERS = { client: OK, provider: OK, team: OK, agentIn: OK, adminIn: OK } as const;
/** Sees by role: an admin who has not joined reads, and writes nothing as themselves. */
const READS = { ...INSIDERS, ...OUTSIDERS, adminOut: OK, service: OK } as const;
const WRITES = { ...READS, adminOut: NO } as const;
const OWN_PLACE = { ...WRITES, service: NO } as const;
const ADMINS_ONLY = {
  ...Object.fromEntries(ROLES.map((role) => [role, NO])),
  adminIn: OK,
  adminOut: OK,
  service: OK,
} as const;

type Row = Readonly<Partial<Record<RoleName, string>>>;

/** A booking under way. */
const OPEN: Record<ActionName, Row> = {
  read: READS,
  messages: READS,
  receipts: READS,
  feed: READS,
  send: WRITES,
  note: { ...WRITES, client: NO, provider: NO, team: NO },
  system: { ...ADMINS_ONLY, foreignAdmin: NF, foreignService: NF },
  react: WRITES,
  // Who wrote nothing tries the client's message.
  editOwn: { ...WRITES, adminOut: NO },
  editOthers: { ...READS, client: NO, provider: NO, team: NO, agentIn: NO, adminIn: NO, adminOut: NO, service: NO },
  markRead: OWN_PLACE,
  type: WRITES,
  mute: OWN_PLACE,
  all: { ...ADMINS_ONLY, foreignAdmin: OK, foreignService: OK },
  addColleague: { ...READS, client: NO, team: NO, agentIn: NO },
  addStranger: { ...READS, client: NO, provider: NO, team: NO, agentIn: NO },
};

/** A booking that is over, or was called off: all may read, nobody writes but the host's back-end. */
const READ_ONLY: Partial<Record<ActionName, Row>> = {
  read: READS,
  messages: READS,
  receipts: READS,
  feed: READS,
  send: { ...WRITES, client: CLOSED, provider: CLOSED, team: CLOSED, agentIn: CLOSED, adminIn: CLOSED },
  react: { ...WRITES, client: CLOSED, provider: CLOSED, team: CLOSED, agentIn: CLOSED, adminIn: CLOSED },
  editOwn: { ...WRITES, client: CLOSED, provider: CLOSED, team: CLOSED, agentIn: CLOSED, adminIn: CLOSED },
  type: { ...WRITES, client: CLOSED, provider: CLOSED, team: CLOSED, agentIn: CLOSED, adminIn: CLOSED },
  markRead: OWN_PLACE,
  mute: OWN_PLACE,
};

/** A booking that is no longer confirmed: its parties have no conversation, staff inside it still look. */
const HIDDEN_PARTIES = { client: NF, provider: NF, team: NF } as const;
const HIDDEN: Partial<Record<ActionName, Row>> = {
  read: { ...READS, ...HIDDEN_PARTIES },
  messages: { ...READS, ...HIDDEN_PARTIES },
  receipts: { ...READS, ...HIDDEN_PARTIES },
  feed: { ...READS, ...HIDDEN_PARTIES },
  send: { ...WRITES, ...HIDDEN_PARTIES, agentIn: CLOSED, adminIn: CLOSED },
  react: { ...WRITES, ...HIDDEN_PARTIES, agentIn: CLOSED, adminIn: CLOSED },
  markRead: { ...OWN_PLACE, ...HIDDEN_PARTIES },
  mute: { ...OWN_PLACE, ...HIDDEN_PARTIES },
};

async function attempt(action: Action, at: Scene, role: RoleName): Promise<string> {
  try {
    return await outcomeOf(action(at.actors[role], at, role));
  } catch (error) {
    if (error instanceof Error && 'isAbsent' in error) return NF;
    throw error;
  }
}

/** Tries every cell and lists those that came out otherwise, as `role action: code instead of code`. */
async function tryAll(expected: Partial<Record<ActionName, Row>>, at: Scene): Promise<void> {
  const wrong: string[] = [];
  let cells = 0;
  for (const role of ROLES) {
    for (const action of Object.keys(ACTIONS).filter((each): each is ActionName => each in expected)) {
      const got = await attempt(ACTIONS[action], at, role);
      const wanted = expected[action]?.[role];
      cells += 1;
      if (got !== wanted) wrong.push(`${role} ${action}: ${got} instead of ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBe(ROLES.length * Object.keys(expected).length);
}

describe('booking conversation, role by action', () => {
  let everybody: Peopled;
  beforeAll(async () => {
    everybody = await peopled();
  });

  it('P8 R17 R41 R42 R48 R49: confirmed', async () => {
    await tryAll(OPEN, await scene(everybody));
  });

  it('P8 R42: in progress', async () => {
    const at = await scene(everybody);
    await at.become('IN_PROGRESS');
    await tryAll(OPEN, at);
  });

  it('P8 R42: completed, within the time the site gives', async () => {
    const at = await scene(await peopled(1));
    await at.become('COMPLETED');
    await tryAll(OPEN, at);
  });

  it('P8 R42: completed, the time over', async () => {
    const at = await scene(await peopled(1));
    await at.become('COMPLETED');
    await clock.sleep(61 * 60_000);
    await tryAll(READ_ONLY, at);
  });

  it('P8 R42: cancelled', async () => {
    const at = await scene(everybody);
    await at.become('CANCELLED');
    await tryAll(READ_ONLY, at);
  });

  it('P8 R40: no longer confirmed', async () => {
    const at = await scene(everybody);
    await at.become('REQUESTED');
    await tryAll(HIDDEN, at);
  });

  const rows: Record<DisruptiveName, Row> = {
    deleteOthers: { ...READS, client: NO, provider: NO, team: NO },
    removeTeam: { ...READS, client: NO, team: NO, agentIn: NO },
    removeClient: { ...READS, client: NO, provider: NO, team: NO, agentIn: NO },
    join: { ...READS, agentOut: OK, client: NO, provider: NO, team: NO, service: NO },
    leave: { ...OWN_PLACE, client: NO, provider: NO },
  };
  it.each(DISRUPTIVE_NAMES)('P8 R16 R49: %s', async (name) => {
    const got: Record<string, string> = {};
    let at: Scene | null = null;
    for (const role of ROLES) {
      at ??= await scene(everybody);
      got[role] = await attempt(DISRUPTIVE[name], at, role);
      if (got[role] === OK) at = null;
    }
    expect(got).toEqual(Object.fromEntries(ROLES.map((role) => [role, rows[name][role]])));
  });

  it('P8 R47: the list of conversations holds one’s own, whoever else may read them', async () => {
    const at = await scene(await peopled());
    for (const role of ROLES) {
      const { edges } = await conversations(at.actors[role], {}).catch(() => ({ edges: [] }));
      expect([role, edges.map(({ node }) => node.id)]).toEqual([role, role in INSIDERS ? [at.conversationId] : []]);
    }
  });
});

describe('booking without a conversation', () => {
  it('P8 R38 R40: opens on first access for those of the booking, once it is confirmed', async () => {
    const statuses = { REQUESTED: 'BOOKING_STATE_INVALID', CANCELLED: 'BOOKING_STATE_INVALID', COMPLETED: OK } as const;
    for (const [status, expected] of Object.entries(statuses)) {
      const { people, service, bookings } = await seed(server)
        .client('client')
        .client('otherClient')
        .provider('provider')
        .provider('otherProvider')
        .agent('agent')
        .admin('admin')
        .booking('move', { status: status === 'REQUESTED' ? 'REQUESTED' : status === 'CANCELLED' ? 'CANCELLED' : 'COMPLETED' })
        .ready();
      const open = (actor: Actor): Promise<string> => outcomeOf(openBookingConversation(actor, { bookingId: bookings.move.id }));
      expect([status, await open(people.otherClient), await open(people.otherProvider)]).toEqual([status, NF, NF]);
      expect([status, await open(people.client), await open(people.provider)]).toEqual([status, expected, expected]);
      expect([status, await open(people.admin), await open(service)]).toEqual([status, expected, expected]);
    }
  });
});

describe('direct conversation', () => {
  it('P8 R23 R223: who may write to whom', async () => {
    const { people } = await seed(server)
      .client('client')
      .client('client2')
      .provider('provider')
      .provider('provider2')
      .agent('agent')
      .agent('agent2')
      .admin('admin')
      .ready();
    const start = (from: Actor, to: { id: string }): Promise<string> => outcomeOf(startDirectConversation(from, { userId: to.id, clientId: 'hello', text: 'hello' }));
    const { client, client2, provider, provider2, agent, agent2, admin } = people;
    expect(await start(client, provider)).toBe(OK);
    expect(await start(client, agent)).toBe(OK);
    expect(await start(client, admin)).toBe(OK);
    expect(await start(client, client2)).toBe(NO);
    expect(await start(provider, client2)).toBe(OK);
    expect(await start(provider, agent)).toBe(OK);
    expect(await start(provider, provider2)).toBe(NO);
    expect(await start(agent, client2)).toBe(OK);
    expect(await start(agent, agent2)).toBe(OK);
    expect(await start(agent, admin)).toBe(OK);
    expect(await start(admin, client2)).toBe(OK);
    expect(await start(client, client)).toBe('INVALID_INPUT');
  });

  it('P8: only the two see it, and admins', async () => {
    const world = await seed(server).client('client').client('otherClient').provider('provider').agent('agent').agent('agentOut').admin('admin').ready();
    const foreign = await seed(server).admin('admin').ready();
    const { people } = world;
    const { conversation: made } = await startDirectConversation(people.client, { userId: people.agent.id, clientId: 'hello', text: 'hello' });
    const at = made.id;
    const rows: Record<string, readonly [Actor, read: string, send: string, join: string, leave: string]> = {
      client: [people.client, OK, OK, NO, OK],
      agent: [people.agent, OK, OK, OK, OK],
      provider: [people.provider, NF, NF, NF, NF],
      otherClient: [people.otherClient, NF, NF, NF, NF],
      agentOut: [people.agentOut, NF, NF, NF, NF],
      foreignAdmin: [foreign.people.admin, NF, NF, NF, NF],
      service: [world.service, OK, OK, NO, NO],
      admin: [people.admin, OK, NO, OK, OK],
    };
    for (const [role, [actor, ...expected]] of Object.entries(rows)) {
      const got = [
        await outcomeOf(messages(actor, { conversationId: at })),
        await outcomeOf(sendMessage(actor, { conversationId: at, clientId: role, text: 'hello' })),
        await outcomeOf(joinConversation(actor, { conversationId: at })),
      ];
      expect([role, ...got]).toEqual([role, ...expected.slice(0, 3)]);
    }
    for (const [role, [actor, , , , expected]] of Object.entries(rows)) {
      expect([role, await outcomeOf(leaveConversation(actor, { conversationId: at }))]).toEqual([role, expected]);
    }
  });
});
