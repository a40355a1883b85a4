/** Fills the demo site by the product's own operations, so that what is seeded is what a host would have made. Safe to repeat. */
import { graphql, type GraphQLSchema } from 'graphql';
import type { Deps } from '../deps.js';
import { isChatError } from '../kernel/errors.js';
import { authenticate, provisionSite } from '../modules/identity/index.js';
import { DEMO_BOOKINGS, type DemoBooking } from './conversations.js';
import { DESK_AGENTS, DESK_STEPS, type DeskStep } from './desk.js';
import { DEMO_SITE, DEMO_USERS, mintDemoToken } from './site.js';

/** Runs one operation as a user of the demo site and answers with its data. */
type Ask = (user: string, source: string, variables: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>;

const SYNC = /* GraphQL */ `
  mutation Sync($input: SyncBookingInput!) {
    syncBooking(input: $input) {
      conversation {
        id
      }
    }
  }
`;
const SEND = /* GraphQL */ `
  mutation Send($input: SendMessageInput!) {
    sendMessage(input: $input) {
      seq
    }
  }
`;
const FIND = /* GraphQL */ `
  query Find($externalId: String!) {
    booking(externalId: $externalId) {
      conversation {
        id
      }
      id
      status
    }
  }
`;

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Makes the demo site with its users, bookings and messages, or completes what is missing of them. What exists is left as it is. */
export async function seedDemo(deps: Deps, schema: GraphQLSchema): Promise<void> {
  await provisionSite(deps, DEMO_SITE);
  for (const { id } of DEMO_USERS) {
    const minted = await mintDemoToken(id, deps.clock.now());
    await authenticate(deps, minted?.token ?? null);
  }
  const ask = askAs(deps, schema);
  for (const booking of DEMO_BOOKINGS) await seedBooking(deps, ask, booking);
  await seedDesk(ask);
}

/** Once: what people of the demo made of it stays. */
async function seedDesk(ask: Ask): Promise<void> {
  const { schedules } = await ask('root', '{ schedules { key } }', {});
  if (Array.isArray(schedules) && schedules.length > 0) return;
  const run = ({ mutation, selection, inputs }: DeskStep): Promise<void> => runAll(ask, `mutation Seed($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${selection} } }`, inputs);
  const agents: Readonly<Record<string, unknown>>[] = [];
  for (const { externalId, ...profile } of DESK_AGENTS) {
    const viewer = await ask(externalId, '{ viewer { id } }', {});
    agents.push({ ...profile, userId: at(viewer, 'viewer', 'id') });
  }
  for (const step of [{ mutation: 'upsertAgent', selection: 'agent { status }', inputs: agents }, ...DESK_STEPS]) await run(step);
}

async function runAll(ask: Ask, source: string, inputs: DeskStep['inputs']): Promise<void> {
  for (const input of inputs) {
    try {
      await ask('root', source, { input });
    } catch (error) {
      // Somebody has made one of the same name.
      if (!isChatError(error, 'CONFLICT')) throw error;
    }
  }
}

/** A booking is confirmed first, since that makes its conversation, and becomes what it is once everything was said. */
async function seedBooking(deps: Deps, ask: Ask, booking: DemoBooking): Promise<void> {
  const sync = (status: DemoBooking['status']) => ask('root', SYNC, { input: inputOf({ ...booking, status }, deps.clock.now()) });
  const found = await ask('root', FIND, { externalId: booking.id });
  const isNew = at(found, 'booking', 'id') === null;
  const begun = booking.status === 'REQUESTED' ? 'REQUESTED' : 'CONFIRMED';
  const conversationId = isNew ? at(await sync(begun), 'syncBooking', 'conversation', 'id') : at(found, 'booking', 'conversation', 'id');
  if (conversationId !== null) await seedMessages(ask, booking, conversationId);
  const status = isNew ? begun : at(found, 'booking', 'status');
  if (status === begun && status !== booking.status) await sync(booking.status);
}

async function seedMessages(ask: Ask, booking: DemoBooking, conversationId: string): Promise<void> {
  for (const [index, [sender, text]] of booking.messages.entries()) {
    try {
      await ask(sender, SEND, { input: { conversationId, clientId: `seed-${index + 1}`, text } });
    } catch (error) {
      // The people of the demo may have closed the conversation, or the text may be of another version.
      if (!isChatError(error, 'CONVERSATION_CLOSED') && !isChatError(error, 'IDEMPOTENCY_CONFLICT')) throw error;
      return;
    }
  }
}

function inputOf(booking: DemoBooking, now: Date): Record<string, unknown> {
  const startsAt = new Date(startOfDay(now) + booking.inDays * DAY_MS + booking.hour * HOUR_MS);
  return {
    externalId: booking.id,
    title: booking.title,
    status: booking.status,
    client: { externalId: booking.client },
    provider: { externalId: 'ben' },
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + HOUR_MS).toISOString(),
    metadata: booking.metadata,
  };
}

function askAs(deps: Deps, schema: GraphQLSchema): Ask {
  return async (user, source, variableValues) => {
    const minted = await mintDemoToken(user, deps.clock.now());
    const viewer = await authenticate(deps, minted?.token ?? null);
    const contextValue = { deps, viewer, requestId: 'seed', ip: 'seed', origin: null };
    const result = await graphql({ schema, source, variableValues, contextValue });
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return result.data ?? {};
  };
}

/** The text at a path of an answer; null where there is none. */
function at(data: unknown, ...path: readonly string[]): string | null {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = Reflect.get(value, key);
  }
  return typeof value === 'string' ? value : null;
}

function startOfDay(now: Date): number {
  return Math.floor(now.getTime() / DAY_MS) * DAY_MS;
}
