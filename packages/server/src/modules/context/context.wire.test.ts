/** What a conversation's context lists can be done, and nothing else can: every action tried over the wire, by state and role. */
import {
  addNote,
  addParticipant,
  caseOutcome,
  closeCase,
  type ConversationAction,
  conversationContext,
  escalateConversation,
  joinConversation,
  openEscalation,
  resolveCase,
  sendMessage,
  setCasePending,
  snoozeCase,
  startDirectConversation,
  startTeamConversation,
  takeOverCase,
} from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { type Actor, recordQueries, seed, startServer, type TestServer } from '../../testing/index.js';
import { able, ask, queue } from '../queues/desk.fixture.js';
import { attempt, fresh, NONE, type Place, tryAll } from './context.fixture.js';

let clock: TestClock;
let server: TestServer;
beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const nothing = () => ({ ...NONE, until: new Date(clock.now().getTime() + 7_200_000).toISOString() });

async function desk() {
  const world = await seed(server).client('ada').client('eve').agent('sam').agent('sue').agent('tom').agent('new').admin('ann').ready();
  const { people, service } = world;
  const { ann, sam, sue, tom } = people;
  for (const agent of [sam, sue]) await able(ann, agent, { departments: ['sales'], max: 50 });
  await able(ann, tom, { departments: ['billing'] });
  const sales = { department: 'sales' };
  await queue(ann, { key: 'sales', ...sales, isDefault: true });
  await queue(ann, { key: 'wrap', ...sales, wrapUpSeconds: 600 });
  await queue(ann, { key: 'bot', ...sales, isBotFirst: true });
  await queue(ann, { key: 'other', ...sales });
  const open = async (key = 'sales'): Promise<Place> => {
    const opened = await ask(people.ada, { queue: key, subject: 'a van' });
    await takeOverCase(sam, { caseId: opened.id });
    return { ...nothing(), conversationId: opened.conversationId, caseId: opened.id, newcomerId: people.new.id };
  };
  const answered = async (): Promise<Place> => {
    const place = await open();
    await sendMessage(sam, { ...fresh(), conversationId: place.conversationId, text: 'let me see' });
    // Noted by what follows the log, after the answer.
    await expect.poll(() => server.db.prisma.supportCase.count({ where: { id: place.caseId, firstResponseAt: null } })).toBe(0);
    return place;
  };
  const after = async (make: () => Promise<Place>, change: (place: Place) => Promise<unknown>): Promise<Place> => {
    const place = await make();
    await change(place);
    return place;
  };
  const queued = async (more: Parameters<typeof ask>[1]): Promise<Place> => {
    const { id, conversationId } = await ask(people.ada, more);
    return { ...nothing(), conversationId, caseId: id, newcomerId: people.new.id };
  };
  const hour = () => new Date(clock.now().getTime() + 3_600_000).toISOString();
  const states = {
    queued: () => queued({ queue: 'sales' }),
    bot: () => queued({ queue: 'bot', text: null }),
    open: () => open(),
    answered,
    pending: () => after(open, ({ caseId }) => setCasePending(sam, { caseId })),
    snoozed: () => after(open, ({ caseId }) => snoozeCase(sam, { caseId, until: hour() })),
    resolved: () => after(open, ({ caseId }) => resolveCase(sam, { caseId })),
    wrapping: () => after(() => open('wrap'), ({ caseId }) => resolveCase(sam, { caseId })),
    rating: () =>
      after(answered, async ({ caseId }) => {
        await resolveCase(sam, { caseId });
        await expect.poll(async () => (await caseOutcome(ann, { caseId }))?.askedAt ?? null).not.toBeNull();
      }),
    closed: () => after(open, ({ caseId }) => closeCase(sam, { caseId })),
  };
  return { people, service, states };
}

type State = keyof Awaited<ReturnType<typeof desk>>['states'];
type RoleOf = 'customer' | 'holder' | 'near' | 'admin' | 'service';

const TAKE: readonly ConversationAction[] = ['JOIN_CONVERSATION', 'TAKE_OVER_CASE', 'TRANSFER_CASE', 'SET_CASE_PRIORITY'];
const INSIDE: readonly ConversationAction[] = ['SEND_MESSAGE', 'ADD_NOTE', 'LEAVE_CONVERSATION'];
const OUTSIDE: readonly ConversationAction[] = ['ADD_NOTE', 'ADD_PARTICIPANT', 'JOIN_CONVERSATION'];
const HOST: readonly ConversationAction[] = ['SEND_MESSAGE', 'ADD_PARTICIPANT'];
const MAY_END: readonly ConversationAction[] = ['SEND_MESSAGE', 'END_SUPPORT'];
const END: readonly ConversationAction[] = ['RESOLVE_CASE', 'CLOSE_CASE'];
const WORK: readonly ConversationAction[] = ['TRANSFER_CASE', 'SET_CASE_PENDING', 'SNOOZE_CASE', 'SET_CASE_PRIORITY', ...END];
const WORK_PENDING: readonly ConversationAction[] = ['TRANSFER_CASE', 'SNOOZE_CASE', 'SET_CASE_PRIORITY', ...END, 'REOPEN_CASE'];
const WORK_SNOOZED: readonly ConversationAction[] = ['SNOOZE_CASE', 'SET_CASE_PRIORITY', ...END, 'REOPEN_CASE'];
const TAKEN: readonly ConversationAction[] = ['JOIN_CONVERSATION', 'TAKE_OVER_CASE', 'SET_CASE_PRIORITY'];
const OVER: readonly ConversationAction[] = ['CLOSE_CASE', 'REOPEN_CASE'];
const JOIN: readonly ConversationAction[] = ['JOIN_CONVERSATION'];

/** Who can do what, by where a case stands; and who is awaited. */
const table: Readonly<Record<State, Readonly<Record<RoleOf, readonly ConversationAction[]>> & { readonly awaited: string | null }>> = {
  queued: {
    awaited: 'AGENT',
    customer: MAY_END,
    holder: TAKE,
    near: TAKE,
    admin: [...OUTSIDE, 'TAKE_OVER_CASE', 'TRANSFER_CASE', 'SET_CASE_PRIORITY', ...END, 'OPEN_ESCALATION'],
    service: [...HOST, 'TRANSFER_CASE', 'SET_CASE_PRIORITY', ...END],
  },
  bot: {
    awaited: 'CLIENT',
    customer: [...MAY_END, 'TALK_TO_HUMAN'],
    holder: TAKE,
    near: TAKE,
    admin: [...OUTSIDE, 'TAKE_OVER_CASE', 'TRANSFER_CASE', 'SET_CASE_PRIORITY', ...END, 'OPEN_ESCALATION'],
    service: [...HOST, 'TRANSFER_CASE', 'SET_CASE_PRIORITY', ...END],
  },
  open: {
    awaited: 'AGENT',
    customer: MAY_END,
    holder: [...INSIDE, ...WORK, 'OPEN_ESCALATION'],
    near: TAKEN,
    admin: [...OUTSIDE, 'TAKE_OVER_CASE', ...WORK, 'OPEN_ESCALATION'],
    service: [...HOST, ...WORK],
  },
  answered: {
    awaited: 'CLIENT',
    customer: MAY_END,
    holder: [...INSIDE, ...WORK, 'OPEN_ESCALATION'],
    near: TAKEN,
    admin: [...OUTSIDE, 'TAKE_OVER_CASE', ...WORK, 'OPEN_ESCALATION'],
    service: [...HOST, ...WORK],
  },
  pending: {
    awaited: 'CLIENT',
    customer: MAY_END,
    holder: [...INSIDE, ...WORK_PENDING, 'OPEN_ESCALATION'],
    near: TAKEN,
    admin: [...OUTSIDE, 'TAKE_OVER_CASE', ...WORK_PENDING, 'OPEN_ESCALATION'],
    service: [...HOST, ...WORK_PENDING],
  },
  snoozed: {
    awaited: 'CLIENT',
    customer: MAY_END,
    holder: [...INSIDE, 'TAKE_OVER_CASE', ...WORK_SNOOZED, 'OPEN_ESCALATION'],
    near: TAKEN,
    admin: [...OUTSIDE, 'TAKE_OVER_CASE', ...WORK_SNOOZED, 'OPEN_ESCALATION'],
    service: [...HOST, ...WORK_SNOOZED],
  },
  resolved: {
    awaited: null,
    customer: MAY_END,
    holder: [...INSIDE, ...OVER, 'OPEN_ESCALATION'],
    near: JOIN,
    admin: [...OUTSIDE, ...OVER, 'OPEN_ESCALATION'],
    service: [...HOST, ...OVER],
  },
  wrapping: {
    awaited: null,
    customer: MAY_END,
    holder: [...INSIDE, ...OVER, 'COMPLETE_WRAP_UP', 'OPEN_ESCALATION'],
    near: JOIN,
    admin: [...OUTSIDE, ...OVER, 'COMPLETE_WRAP_UP', 'OPEN_ESCALATION'],
    service: [...HOST, ...OVER, 'COMPLETE_WRAP_UP'],
  },
  rating: {
    awaited: null,
    customer: [...MAY_END, 'RATE_CASE'],
    holder: [...INSIDE, ...OVER, 'OPEN_ESCALATION'],
    near: JOIN,
    admin: [...OUTSIDE, ...OVER, 'OPEN_ESCALATION'],
    service: [...HOST, ...OVER],
  },
  closed: {
    awaited: null,
    customer: [],
    holder: ['LEAVE_CONVERSATION', 'REOPEN_CASE'],
    near: JOIN,
    admin: ['ADD_PARTICIPANT', 'JOIN_CONVERSATION', 'REOPEN_CASE'],
    service: [...HOST, 'REOPEN_CASE'],
  },
};
const STATES = Object.keys(table).filter((name): name is State => name in table);

describe('the context of a case', () => {
  it.each(STATES)('R35 R31 P8: while it is %s, each role can do what is listed and nothing else', { timeout: 120_000 }, async (state) => {
    const { people, service, states } = await desk();
    const { ada, sam, sue, tom, eve, ann } = people;
    const { awaited, ...expected } = table[state];
    const actors = { customer: ada, holder: sam, near: sue, admin: ann, service };
    const make = states[state];
    const wrong: string[] = [];
    const found: Record<string, readonly string[]> = {};
    for (const [role, as] of Object.entries(actors)) {
      const tried = await tryAll({ as, service, make, state: `${state}, ${role}` });
      wrong.push(...tried.wrong);
      found[role] = tried.listed.toSorted();
    }
    expect(wrong).toEqual([]);
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([role, actions]) => [role, actions.toSorted()])));

    const place = await make();
    const seen = { queued: 'QUEUED', bot: 'QUEUED', open: 'OPEN', answered: 'OPEN', pending: 'PENDING', snoozed: 'SNOOZED', resolved: 'RESOLVED', wrapping: 'RESOLVED', rating: 'RESOLVED', closed: 'CLOSED' }[state];
    for (const as of [ann, service, ada]) {
      const shown = await conversationContext(as, place);
      expect([shown?.status, shown?.awaited?.role ?? null]).toEqual([as === ada && seen === 'SNOOZED' ? 'PENDING' : seen, awaited]);
    }
    // Who has not joined learns nothing of who said what; who may not know of it learns nothing.
    expect(await conversationContext(sue, place)).toMatchObject({ status: seen, awaited: null });
    for (const as of [tom, eve, (await desk()).people.ann]) {
      expect(await conversationContext(as, place)).toBeNull();
      expect((await tryAll({ as, service, make: async () => place, state: `${state}, nobody` })).wrong).toEqual([]);
    }
  });

  it('R35 R31: whose turn it is, and since when, follows what is said', async () => {
    const { people, states } = await desk();
    const { ada, sam } = people;
    const asked = clock.now().toISOString();
    const { conversationId } = await states.queued();
    const turn = async () => (await conversationContext(ada, { conversationId }))?.awaited;
    const say = async (as: Actor) => {
      await clock.advance(1_000);
      return (await sendMessage(as, { conversationId, ...fresh(), text: 'said' })).message.sentAt;
    };
    expect(await turn()).toEqual({ role: 'AGENT', userIds: [], since: asked });
    await joinConversation(sam, { conversationId });
    const [caseId] = await server.db.prisma.supportCase.findMany({ where: { conversationId } });
    await takeOverCase(sam, { caseId: caseId?.id ?? '' });
    expect(await turn()).toEqual({ role: 'AGENT', userIds: [sam.id], since: asked });
    const answered = await say(sam);
    await say(sam);
    expect(await turn()).toEqual({ role: 'CLIENT', userIds: [ada.id], since: answered });
    const back = await say(ada);
    await say(ada);
    expect(await turn()).toEqual({ role: 'AGENT', userIds: [sam.id], since: back });
    // A note is not said to the customer.
    await addNote(sam, { conversationId, ...fresh(), text: 'for us' });
    expect(await turn()).toEqual({ role: 'AGENT', userIds: [sam.id], since: back });
    await clock.advance(1_000);
    const pending = clock.now().toISOString();
    await setCasePending(sam, { caseId: caseId?.id ?? '' });
    expect(await turn()).toEqual({ role: 'CLIENT', userIds: [ada.id], since: pending });
  });
});

describe('the context of other conversations', () => {
  const bookings = async (status: 'REQUESTED' | 'CONFIRMED' | 'CANCELLED') => {
    const world = await seed(server).client('ada').client('eve').provider('ben').provider('bea').agent('sam').agent('sue').admin('ann').booking('move').ready();
    const { people, service } = world;
    await queue(people.ann, { key: 'help', isDefault: true });
    let count = 0;
    const make = async (): Promise<Place> => {
      count += 1;
      const input = { externalId: `m-${count}`, title: 'move', client: { externalId: 'ada' }, provider: { externalId: 'ben' } };
      const sync = (to: string) => service.must<{ syncBooking: { conversation: { id: string } | null } }>('mutation ($input: SyncBookingInput!) { syncBooking(input: $input) { conversation { id } } }', { input: { ...input, status: to } });
      const conversationId = (await sync('CONFIRMED')).syncBooking.conversation?.id ?? '';
      await joinConversation(people.sue, { conversationId });
      if (status !== 'CONFIRMED') await sync(status);
      return { ...nothing(), conversationId, newcomerId: people.bea.id };
    };
    return { people, service, make };
  };
  const CLIENT: readonly ConversationAction[] = ['SEND_MESSAGE', 'ESCALATE_CONVERSATION'];
  const rows = [
    ['CONFIRMED', 'OPEN', { ada: CLIENT, ben: [...CLIENT, 'ADD_PARTICIPANT'], sue: INSIDE, sam: JOIN, ann: OUTSIDE, service: HOST, eve: [] }],
    ['CANCELLED', 'CLOSED', { ada: ['ESCALATE_CONVERSATION'], ben: ['ESCALATE_CONVERSATION', 'ADD_PARTICIPANT'], sue: ['LEAVE_CONVERSATION'], sam: JOIN, ann: ['ADD_PARTICIPANT', 'JOIN_CONVERSATION'], service: HOST, eve: [] }],
    ['REQUESTED', 'HIDDEN', { ada: [], ben: [], sue: ['LEAVE_CONVERSATION'], sam: JOIN, ann: ['ADD_PARTICIPANT', 'JOIN_CONVERSATION'], service: HOST, eve: [] }],
  ] as const;

  it.each(rows)('R35 R51 P8: while a booking is %s its conversation is %s, and each role can do what is listed and nothing else', async (booking, status, expected) => {
    const { people, service, make } = await bookings(booking);
    const { ada, ben, sue, sam, ann, eve } = people;
    const wrong: string[] = [];
    const found: Record<string, readonly string[]> = {};
    for (const [name, as] of Object.entries({ ada, ben, sue, sam, ann, service, eve })) {
      const tried = await tryAll({ as, service, make, state: `${booking}, ${name}` });
      wrong.push(...tried.wrong);
      found[name] = tried.listed.toSorted();
    }
    expect(wrong).toEqual([]);
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([name, actions]) => [name, [...actions].sort()])));
    const { conversationId } = await make();
    expect(await conversationContext(ann, { conversationId })).toMatchObject({ status, awaited: null });
    expect((await conversationContext(ada, { conversationId }))?.status ?? null).toBe(status === 'HIDDEN' ? null : status);
  });

  it('R35 R244: who is awaited in a booking is the other side; a party that asked support asks once, and again when that is over', async () => {
    const { people, make } = await bookings('CONFIRMED');
    const { ada, ben, bea, sue, ann } = people;
    const { conversationId } = await make();
    await addParticipant(ben, { conversationId, userId: bea.id });
    const turn = async () => (await conversationContext(ada, { conversationId }))?.awaited ?? null;
    expect(await turn()).toBeNull();
    const { message } = await sendMessage(ada, { conversationId, ...fresh(), text: 'When?' });
    expect(await turn()).toEqual({ role: 'PROVIDER', userIds: [ben.id, bea.id], since: message.sentAt });
    await sendMessage(sue, { conversationId, ...fresh(), text: 'We look into it' });
    expect((await turn())?.role).toBe('PROVIDER');
    await sendMessage(bea, { conversationId, ...fresh(), text: 'At nine' });
    expect(await turn()).toMatchObject({ role: 'CLIENT', userIds: [ada.id] });
    const canAsk = async (as: Actor) => (await conversationContext(as, { conversationId }))?.actions.includes('ESCALATE_CONVERSATION');
    const asked = await escalateConversation(ada, { conversationId, ...fresh(), reason: 'late' });
    expect([await canAsk(ada), await canAsk(ben)]).toEqual([false, true]);
    await closeCase(ann, { caseId: asked.case.id });
    expect(await canAsk(ada)).toBe(true);
  });

  it('R35 R20 R22 R23: escalations wait for an admin until they are decided; direct ones for the other; a team for nobody', async () => {
    const { people, service, states } = await desk();
    const { sam, ann, ada, eve, sue } = people;
    const make = async (): Promise<Place> => {
      const { caseId, newcomerId } = await states.open();
      const { escalation } = await openEscalation(sam, { caseId, ...fresh(), reason: 'may I?' });
      return { ...nothing(), conversationId: escalation.conversationId, escalationId: escalation.id, newcomerId };
    };
    const tried = [await tryAll({ as: sam, service, make, state: 'thread, agent' }), await tryAll({ as: ann, service, make, state: 'thread, admin' }), await tryAll({ as: ada, service, make, state: 'thread, customer' })];
    expect(tried.map(({ wrong }) => wrong)).toEqual([[], [], []]);
    expect(tried.map(({ listed }) => listed.toSorted())).toEqual([INSIDE.toSorted(), [...INSIDE, 'ADD_PARTICIPANT', 'DECIDE_ESCALATION'].sort(), []]);
    const thread = await make();
    expect(await conversationContext(sam, thread)).toMatchObject({ status: 'OPEN', awaited: { role: 'ADMIN', userIds: [ann.id] } });
    expect(await conversationContext(sue, thread)).toBeNull();
    await attempt.DECIDE_ESCALATION(ann, thread);
    expect(await conversationContext(ann, thread)).toMatchObject({ awaited: null, actions: expect.not.arrayContaining(['DECIDE_ESCALATION']) });

    const direct = (await startDirectConversation(ann, { userId: ada.id, clientId: 'd', text: 'Hello' })).conversation.id;
    expect(await conversationContext(ann, { conversationId: direct })).toMatchObject({ awaited: { role: 'CLIENT', userIds: [ada.id] } });
    await sendMessage(ada, { conversationId: direct, ...fresh(), text: 'Hi' });
    expect(await conversationContext(ada, { conversationId: direct })).toMatchObject({ awaited: { role: 'ADMIN', userIds: [ann.id] } });
    expect(await conversationContext(eve, { conversationId: direct })).toBeNull();
    const team = (await startTeamConversation(sam, { clientId: 't', title: 'team', userIds: [ann.id] })).conversation.id;
    await sendMessage(sam, { conversationId: team, ...fresh(), text: 'Anyone?' });
    expect(await conversationContext(ann, { conversationId: team })).toMatchObject({ status: 'OPEN', awaited: null });
  });

  it('R35: takes as many statements in a long conversation as in a new one', async () => {
    const { people, states } = await desk();
    const { conversationId } = await states.answered();
    const read = () => recordQueries(server.db, () => conversationContext(people.ada, { conversationId }));
    await read();
    const few = await read();
    for (let count = 0; count < 30; count += 1) await sendMessage(count % 2 ? people.sam : people.ada, { conversationId, ...fresh(), text: 'more' });
    const many = await read();
    expect(many.statements).toEqual(few.statements);
    expect(many.statements.length).toBe(2);
  });
});
