/** The access matrix of support and of staff among themselves, cell by cell over the wire: who, in which conversation or case, may do what. */
import {
  addNote,
  addParticipant,
  bulkCases,
  caseCounts,
  cases,
  caseTrail,
  caseViews,
  closeCase,
  colleagues,
  conversation,
  conversationEvents,
  conversationTags,
  createCaseView,
  createTag,
  customer,
  customerBookings,
  customerConversations,
  customerPayments,
  decideEscalation,
  escalateConversation,
  escalation,
  escalations,
  joinConversation,
  leaveConversation,
  messages,
  notes,
  openEscalation,
  receipts,
  recordPayment,
  renameTeamConversation,
  resolveCase,
  sendMessage,
  sendSystemMessage,
  setCustomerAttributes,
  showActivity,
  startGuestSession,
  startTeamConversation,
  startTyping,
  supportCase,
  syncBooking,
  tagConversation,
  tags,
  takeOverCase,
  transferCase,
  untagConversation,
  upsertAgent,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomToken } from './kernel/ids.js';
import { Actor, createTestClock, outcomeOf, seed, startServer, type TestServer } from './testing/index.js';
import { able, ask, queue } from './modules/queues/desk.fixture.js';

let server: TestServer;
beforeAll(async () => {
  // A clock that stands still: an agent without a connection would have to give back the cases of later scenes.
  server = await startServer({ clock: createTestClock() });
});
afterAll(() => server.close());

const ROLES = [
  'client', // of the booking and of the case
  'provider', // of the booking
  'agentIn', // has the case, is in the booking, the thread and the team chat
  'agentNear', // of the department of the case, in nothing
  'agentFar', // of another department, in nothing
  'adminIn', // is in the thread and the team chat
  'adminOut',
  'otherClient',
  'guest',
  'foreignAdmin', // of another site
  'service', // the host's back-end
  'foreignService',
] as const;
type RoleName = (typeof ROLES)[number];

const id = (): string => randomToken(9);

interface Scene {
  readonly actors: Staffed['actors'];
  readonly booking: string;
  readonly caseId: string;
  readonly support: string;
  readonly escalationId: string;
  readonly thread: string;
  readonly team: string;
  readonly tagId: string;
  readonly ids: Readonly<Record<'client' | 'newcomer' | 'agentNear' | 'agentIn' | 'adminIn', string>>;
}

/** A site with its people, of whom nobody is anywhere yet. */
async function staffed() {
  const world = await seed(server)
    .client('client').client('otherClient').client('newcomer').provider('provider')
    .agent('agentIn').agent('agentNear').agent('agentFar').admin('adminIn').admin('adminOut').ready();
  const foreign = await seed(server).admin('admin').ready();
  const { people, service } = world;
  const { client, agentIn, agentNear, agentFar, adminIn } = people;
  // Room for the cases of all scenes.
  for (const agent of [agentIn, agentNear]) await able(adminIn, agent, { departments: ['sales'], max: 100 });
  await able(adminIn, agentFar, { departments: ['billing'] });
  await queue(adminIn, { key: 'sales', department: 'sales', isDefault: true });
  await queue(adminIn, { key: 'help', isDefault: true });
  const visitor = await startGuestSession(world.nobody, { siteKey: world.site.publicKey });
  return {
    actors: { ...people, guest: new Actor(server.url, visitor.token), foreignAdmin: foreign.people.admin, service, foreignService: foreign.service },
    tagId: (await createTag(adminIn, { name: 'vip', color: '#ff0000' })).tag.id,
    ids: { client: client.id, newcomer: people.newcomer.id, agentNear: agentNear.id, agentIn: agentIn.id, adminIn: adminIn.id },
  };
}
type Staffed = Awaited<ReturnType<typeof staffed>>;

/** A booking, a case with its escalation, and a team chat, all new. */
async function scene({ actors, ids, tagId }: Staffed): Promise<Scene> {
  const { client, agentIn, service } = actors;
  const parties = { client: { externalId: 'client' }, provider: { externalId: 'provider' } };
  const { conversation: made } = await syncBooking(service, { externalId: id(), title: 'move', status: 'CONFIRMED', version: 1, ...parties });
  if (!made) throw new Error('a confirmed booking has no conversation');
  await joinConversation(agentIn, { conversationId: made.id });
  const opened = await ask(client, { department: 'sales', subject: 'a van' });
  await takeOverCase(agentIn, { caseId: opened.id });
  const asked = (await openEscalation(agentIn, { caseId: opened.id, clientId: id(), reason: 'may I?', adminIds: [ids.adminIn] })).escalation;
  const team = (await startTeamConversation(agentIn, { clientId: id(), title: 'team', userIds: [ids.adminIn] })).conversation.id;
  return { actors, ids, tagId, booking: made.id, caseId: opened.id, support: opened.conversationId, escalationId: asked.id, thread: asked.conversationId, team };
}

type Action = (actor: Actor, scene: Scene) => Promise<unknown>;
type Row = Readonly<Record<RoleName, string>>;
type Table = Readonly<Record<string, readonly [Action, Row]>>;

const OK = 'ok';
const NF = 'NOT_FOUND';
const NO = 'FORBIDDEN';
const BAD = 'INVALID_INPUT';

/** A query that may answer null says so instead of failing. */
const found = async (read: Promise<unknown>): Promise<void> => {
  if ((await read) === null) throw Object.assign(new Error('null'), { isAbsent: true });
};

const NOBODY = { client: NF, provider: NF, agentIn: NF, agentNear: NF, agentFar: NF, adminIn: NF, adminOut: NF, otherClient: NF, guest: NF, foreignAdmin: NF, service: NF, foreignService: NF } as const;
/** Reads by role on the site, inside or not. */
const BY_ROLE = { ...NOBODY, adminIn: OK, adminOut: OK, service: OK } as const;

/** What one does with a conversation, whatever its kind. */
const withConversation = (at: (scene: Scene) => string) =>
  ({
    read: (actor, scene) => found(conversation(actor, { id: at(scene) })),
    messages: (actor, scene) => messages(actor, { conversationId: at(scene) }),
    receipts: (actor, scene) => receipts(actor, { conversationId: at(scene) }),
    feed: (actor, scene) => conversationEvents(actor, { conversationId: at(scene) }),
    send: (actor, scene) => sendMessage(actor, { conversationId: at(scene), clientId: id(), text: 'hello' }),
    type: (actor, scene) => startTyping(actor, { conversationId: at(scene) }),
    system: (actor, scene) => sendSystemMessage(actor, { conversationId: at(scene), clientId: id(), text: 'line' }),
    note: (actor, scene) => addNote(actor, { conversationId: at(scene), clientId: id(), text: 'note' }),
    notes: (actor, scene) => notes(actor, { conversationId: at(scene) }),
    mentionCustomer: (actor, scene) => addNote(actor, { conversationId: at(scene), clientId: id(), text: 'note', mentions: [scene.ids.client] }),
    tag: (actor, scene) => tagConversation(actor, { conversationId: at(scene), tagId: scene.tagId }),
    tags: (actor, scene) => conversationTags(actor, { conversationId: at(scene) }),
    untag: (actor, scene) => untagConversation(actor, { conversationId: at(scene), tagId: scene.tagId }),
    look: (actor, scene) => showActivity(actor, { conversationId: at(scene), activity: 'LOOKING' }),
    colleagues: (actor, scene) => colleagues(actor, { conversationId: at(scene) }),
    addCustomer: (actor, scene) => addParticipant(actor, { conversationId: at(scene), userId: scene.ids.newcomer }),
  }) satisfies Record<string, Action>;

type ConversationAction = keyof ReturnType<typeof withConversation>;
const tableOf = (at: (scene: Scene) => string, rows: Record<ConversationAction, Row>): Table =>
  Object.fromEntries(Object.entries(withConversation(at)).map(([name, action]): [string, readonly [Action, Row]] => [name, [action, rowOf(rows, name)]]));
const rowOf = (rows: Readonly<Record<string, Row>>, name: string): Row => rows[name] ?? NOBODY;

/** Tries every cell and lists those that came out otherwise, as `role action: code instead of code`. */
async function tryAll(table: Table, at: Scene): Promise<void> {
  const wrong: string[] = [];
  for (const [name, [action, row]] of Object.entries(table)) {
    for (const role of ROLES) {
      const got = await attempt(action, at.actors[role], at);
      if (got !== row[role]) wrong.push(`${role} ${name}: ${got} instead of ${row[role]}`);
    }
  }
  expect(wrong).toEqual([]);
}

async function attempt(action: Action, actor: Actor, at: Scene): Promise<string> {
  try {
    return await outcomeOf(action(actor, at));
  } catch (error) {
    if (error instanceof Error && 'isAbsent' in error) return NF;
    throw error;
  }
}

/** The conversation of a case. Its customer and the agent who has it are in it; admins and back-ends read; the rest of the staff know of the case, not of its words. */
const CASE_READ = { ...BY_ROLE, client: OK, agentIn: OK } as const;
const CASE_STAFF = { ...BY_ROLE, client: NO, agentIn: OK } as const;
const SUPPORT = tableOf(({ support }) => support, {
  read: CASE_READ,
  messages: CASE_READ,
  receipts: CASE_READ,
  feed: CASE_READ,
  send: { ...CASE_READ, adminIn: NO, adminOut: NO },
  type: { ...CASE_READ, adminIn: NO, adminOut: NO },
  system: { ...CASE_STAFF, agentIn: NO, client: NO, agentNear: NO, agentFar: NO, provider: NO, otherClient: NO, guest: NO },
  note: { ...CASE_STAFF, service: NO },
  notes: CASE_STAFF,
  mentionCustomer: { ...CASE_STAFF, agentIn: BAD, adminIn: BAD, adminOut: BAD, service: NO },
  tag: { ...CASE_STAFF, agentNear: OK },
  tags: CASE_STAFF,
  untag: { ...CASE_STAFF, agentNear: OK },
  look: { ...CASE_STAFF, service: NO },
  colleagues: { ...CASE_STAFF, provider: NO, otherClient: NO, guest: NO },
  addCustomer: { ...CASE_STAFF, agentIn: NO },
});

/** Staff among themselves: only who is in it, and admins. No customer gets in, whoever wants it. */
const AMONG_STAFF = { ...BY_ROLE, agentIn: OK } as const;
const INTERNAL: Record<ConversationAction, Row> = {
  read: AMONG_STAFF,
  messages: AMONG_STAFF,
  receipts: AMONG_STAFF,
  feed: AMONG_STAFF,
  send: { ...AMONG_STAFF, adminOut: NO },
  type: { ...AMONG_STAFF, adminOut: NO },
  system: { ...AMONG_STAFF, agentIn: NO, client: NO, agentNear: NO, agentFar: NO, provider: NO, otherClient: NO, guest: NO },
  note: { ...AMONG_STAFF, service: NO },
  notes: AMONG_STAFF,
  mentionCustomer: { ...AMONG_STAFF, agentIn: BAD, adminIn: BAD, adminOut: BAD, service: NO },
  tag: AMONG_STAFF,
  tags: AMONG_STAFF,
  untag: AMONG_STAFF,
  look: { ...AMONG_STAFF, service: NO },
  colleagues: { ...AMONG_STAFF, client: NO, provider: NO, otherClient: NO, guest: NO },
  addCustomer: { ...AMONG_STAFF, agentIn: NO, adminIn: NO, adminOut: NO, service: NO },
};

/** The tools of staff on the conversation of a booking, which its parties see and use as ever. */
const BOOKING_STAFF = { ...BY_ROLE, client: NO, provider: NO, agentIn: OK } as const;
const BOOKING: Table = Object.fromEntries(
  Object.entries(
    tableOf(({ booking }) => booking, {
      ...INTERNAL,
      note: { ...BOOKING_STAFF, service: NO },
      notes: BOOKING_STAFF,
      mentionCustomer: { ...BOOKING_STAFF, agentIn: BAD, adminIn: BAD, adminOut: BAD, service: NO },
      tag: BOOKING_STAFF,
      tags: BOOKING_STAFF,
      untag: BOOKING_STAFF,
      look: { ...BOOKING_STAFF, service: NO },
      colleagues: { ...BOOKING_STAFF, otherClient: NO, guest: NO },
    }),
  ).filter(([name]) => ['note', 'notes', 'mentionCustomer', 'tag', 'tags', 'untag', 'look', 'colleagues'].includes(name)),
);

/** What staff do at the desk, in no conversation. */
const STAFF = { client: NO, provider: NO, agentIn: OK, agentNear: OK, agentFar: OK, adminIn: OK, adminOut: OK, otherClient: NO, guest: NO, foreignAdmin: OK, service: OK, foreignService: OK } as const;
const ADMINS = { ...STAFF, agentIn: NO, agentNear: NO, agentFar: NO } as const;
/** Of their own site, so that others find nothing of it. */
const OF_SITE = { foreignAdmin: NF, foreignService: NF } as const;
const PEOPLE_OF_SITE = { ...STAFF, service: NO, foreignService: NO } as const;

const DESK: Table = {
  tags: [(actor) => tags(actor), STAFF],
  createTag: [(actor) => createTag(actor, { name: 'other', color: '#000000' }), ADMINS],
  colleagues: [(actor) => colleagues(actor, {}), STAFF],
  customer: [(actor, { ids }) => found(customer(actor, { userId: ids.client })), { ...STAFF, ...OF_SITE }],
  customerOfStaff: [(actor, { ids }) => found(customer(actor, { userId: ids.agentIn })), { ...NOBODY, client: NO, provider: NO, otherClient: NO, guest: NO }],
  customerConversations: [(actor, { ids }) => customerConversations(actor, { userId: ids.client }), { ...STAFF, ...OF_SITE }],
  customerCase: [
    async (actor, { ids, support }) => {
      const { edges } = await customerConversations(actor, { userId: ids.client });
      return found(Promise.resolve(edges.find(({ node }) => node.id === support) ?? null));
    },
    { ...STAFF, ...OF_SITE, agentFar: NF },
  ],
  customerPayments: [(actor, { ids }) => customerPayments(actor, { userId: ids.client }), { ...STAFF, ...OF_SITE }],
  customerBookings: [(actor, { ids }) => customerBookings(actor, { userId: ids.client }), STAFF],
  setAttributes: [(actor, { ids }) => setCustomerAttributes(actor, { customer: { userId: ids.client }, attributes: { vip: true } }), { ...STAFF, ...OF_SITE }],
  recordPayment: [
    (actor, { ids }) => recordPayment(actor, { externalId: 'p', customer: { userId: ids.client }, amountMinor: 1, currency: 'EUR', status: 'PAID', paidAt: '2026-01-01T00:00:00.000Z' }),
    { ...ADMINS, ...OF_SITE },
  ],
  cases: [(actor) => cases(actor), STAFF],
  caseCounts: [(actor) => caseCounts(actor), STAFF],
  caseViews: [(actor) => caseViews(actor), STAFF],
  createView: [(actor) => createCaseView(actor, { clientId: 'v', name: 'mine' }), STAFF],
  shareView: [(actor) => createCaseView(actor, { clientId: 'w', name: 'ours', isShared: true }), ADMINS],
  bulk: [(actor, { caseId, tagId }) => bulkCases(actor, { clientId: 'b', caseIds: [caseId], action: 'TAG', tagId }), ADMINS],
  escalations: [(actor) => escalations(actor), STAFF],
  startTeam: [(actor, { ids }) => startTeamConversation(actor, { clientId: 'own', title: 'own', userIds: [ids.adminIn, ids.agentIn] }), { ...PEOPLE_OF_SITE, foreignAdmin: NF }],
  startTeamWithCustomer: [
    (actor, { ids }) => startTeamConversation(actor, { clientId: 'with', title: 'with', userIds: [ids.client] }),
    { ...NOBODY, client: NO, provider: NO, agentIn: NO, agentNear: NO, agentFar: NO, adminIn: NO, adminOut: NO, otherClient: NO, guest: NO, service: NO, foreignService: NO },
  ],
  permit: [(actor, { ids }) => upsertAgent(actor, { userId: ids.agentNear, permissions: [] }), { ...ADMINS, ...OF_SITE }],
};

/** What is done with a case, and leaves it as it is for the next. */
const IN_SCOPE = { ...BY_ROLE, agentIn: OK, agentNear: OK } as const;
const CASE: Table = {
  supportCase: [(actor, { caseId }) => found(supportCase(actor, { id: caseId })), { ...IN_SCOPE, client: OK }],
  trail: [(actor, { caseId }) => caseTrail(actor, { caseId }), { ...IN_SCOPE, client: NO }],
  escalate: [(actor, { caseId }) => openEscalation(actor, { caseId, clientId: id(), reason: 'may I?' }), { ...IN_SCOPE, client: NO, agentNear: NO, service: NO }],
  escalation: [(actor, { escalationId }) => found(escalation(actor, { id: escalationId })), IN_SCOPE],
  rename: [(actor, { team }) => renameTeamConversation(actor, { conversationId: team, title: 'team' }), { ...BY_ROLE, agentIn: OK }],
  renameCase: [(actor, { support }) => renameTeamConversation(actor, { conversationId: support, title: 'team' }), { ...NOBODY, client: NO, agentIn: NO, adminIn: NO, adminOut: NO, service: NO }],
};

/** Those that change the scene, and so need one for each cell that goes through. */
const DISRUPTIVE: Table = {
  decide: [(actor, { escalationId }) => decideEscalation(actor, { escalationId, status: 'APPROVED', text: 'yes' }), { ...BY_ROLE, agentIn: NO, agentNear: NO }],
  takeOver: [(actor, { caseId }) => takeOverCase(actor, { caseId }), { ...IN_SCOPE, client: NO, provider: NO, otherClient: NO, guest: NO, service: NO, foreignService: NO }],
  resolve: [(actor, { caseId }) => resolveCase(actor, { caseId }), { ...IN_SCOPE, client: NO, agentNear: NO }],
  close: [(actor, { caseId }) => closeCase(actor, { caseId }), { ...IN_SCOPE, client: NO, agentNear: NO }],
  transfer: [(actor, { caseId }) => transferCase(actor, { caseId, clientId: id(), queue: 'help' }), { ...IN_SCOPE, client: NO, agentNear: NO }],
  joinCase: [(actor, { support }) => joinConversation(actor, { conversationId: support }), { ...BY_ROLE, client: NO, agentIn: OK, agentNear: OK, service: NO }],
  joinThread: [(actor, { thread }) => joinConversation(actor, { conversationId: thread }), { ...AMONG_STAFF, service: NO }],
  joinTeam: [(actor, { team }) => joinConversation(actor, { conversationId: team }), { ...AMONG_STAFF, service: NO }],
  leaveTeam: [(actor, { team }) => leaveConversation(actor, { conversationId: team }), { ...AMONG_STAFF, adminOut: NO, service: NO }],
  addToTeam: [(actor, { team, ids }) => addParticipant(actor, { conversationId: team, userId: ids.agentNear }), AMONG_STAFF],
  addToThread: [(actor, { thread, ids }) => addParticipant(actor, { conversationId: thread, userId: ids.agentNear }), { ...AMONG_STAFF, agentIn: NO }],
  help: [
    (actor, { booking }) => escalateConversation(actor, { conversationId: booking, clientId: id(), reason: 'help' }),
    { ...NOBODY, client: OK, provider: OK, agentIn: NO, adminIn: NO, adminOut: NO, service: NO },
  ],
};

describe('support, role by action', () => {
  let staff: Staffed;
  beforeAll(async () => {
    staff = await staffed();
  });

  it('P8 R57 R63: the conversation of a case', async () => {
    await tryAll(SUPPORT, await scene(staff));
  });

  it('P8 R20 R63: the thread of an escalation', async () => {
    await tryAll(tableOf(({ thread }) => thread, INTERNAL), await scene(staff));
  });

  it('P8 R22: a conversation of the team', async () => {
    await tryAll(tableOf(({ team }) => team, INTERNAL), await scene(staff));
  });

  it('P8 R55 R56 R57 R63: the tools of staff on the conversation of a booking', async () => {
    await tryAll(BOOKING, await scene(staff));
  });

  it('P8 R15 R57 R58 R117 R119 R120: the desk', async () => {
    // It changes what people may do.
    await tryAll(DESK, await scene(await staffed()));
  });

  it('P8 R20 R57 R112: a case and its escalation', async () => {
    await tryAll(CASE, await scene(staff));
  });

  it.each(Object.entries(DISRUPTIVE))('P8 R20 R55 R57 R64 R105 R114: %s', async (_name, [action, row]) => {
    const got: Record<string, string> = {};
    let at: Scene | null = null;
    for (const role of ROLES) {
      at ??= await scene(staff);
      got[role] = await attempt(action, at.actors[role], at);
      if (got[role] === OK) at = null;
    }
    expect(got).toEqual(row);
  });
});
