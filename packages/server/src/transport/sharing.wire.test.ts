import { GraphQLID, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GraphQLContext } from '../graphql/context.js';
import { type Person, seed, startServer, type TestServer, type World } from '../testing/index.js';
import { sha256 } from './documents.js';

/** What the subscribers wait for, each in a promise of its own. */
const waiting = new Set<(item: object) => void>();
let executions = 0;
let viewers: Array<string | null> = [];

async function* feed(): AsyncGenerator<object> {
  yield { type: 'ConversationSnapshot', seq: 0 };
  for (;;) yield await new Promise<object>((resolve) => waiting.add(resolve));
}

const itemType = new GraphQLObjectType<{ seq: number; secret?: string }, GraphQLContext>({
  name: 'Item',
  fields: {
    seq: {
      type: GraphQLInt,
      resolve: (item, _args, context) => {
        executions += 1;
        viewers.push(context.viewer?.userId ?? null);
        return item.seq;
      },
    },
  },
});
const feedField = { type: itemType, args: { id: { type: GraphQLString } }, subscribe: feed, resolve: (item: unknown) => item };
const schema = new GraphQLSchema({
  query: new GraphQLObjectType<unknown, GraphQLContext>({
    name: 'Query',
    fields: {
      viewer: {
        type: new GraphQLObjectType({ name: 'User', fields: { id: { type: GraphQLID } } }),
        resolve: (_root, _args, context) => ({ id: context.viewer?.userId }),
      },
    },
  }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: { conversationFeed: feedField, agentFeed: feedField, queueFeed: feedField, unattendedFeed: feedField },
  }),
});

const KNOWN = 'subscription ConversationFeed($id: String) { conversationFeed(id: $id) { seq } }';
/** Feeds of staff, with the types of what all of them get alike. */
const OF_STAFF = { agentFeed: ['AgentChanged'], queueFeed: ['QueueChanged', 'QueueCaseChanged'], unattendedFeed: ['UnattendedChanged'] } as const;
const STAFF = Object.keys(OF_STAFF).map((field) => `subscription Staff($id: String) { ${field}(id: $id) { seq } }`);
const OTHER = 'subscription Other($id: String) { conversationFeed(id: $id) { __typename seq } }';
const PER_VIEWER = 'subscription Mine($id: String, $deep: Boolean = true) { conversationFeed(id: $id) { seq @include(if: $deep) } }';

let server: TestServer;
let world: World<'ada' | 'ben', never>;

beforeAll(async () => {
  const documents = new Map([KNOWN, PER_VIEWER, ...STAFF].map((text) => [sha256(text), text]));
  server = await startServer({ options: { schema, documents } });
  world = await seed(server).client('ada').provider('ben').ready();
});
afterAll(async () => {
  await world.close();
  await server.close();
});
beforeEach(() => {
  executions = 0;
  viewers = [];
});

async function follow(person: Person, document: string) {
  const socket = await person.socket();
  const subscription = socket.subscribe<{ conversationFeed: { seq: number } }>(document, { id: 'x' });
  await subscription.next();
  return { subscription, stop: () => socket.close() };
}

/** Hands the same event to all who wait, as a hub does. */
async function publish(followers: ReadonlyArray<Awaited<ReturnType<typeof follow>>>, event: { type: string; seq: number }): Promise<unknown[]> {
  while (waiting.size < followers.length) await new Promise((resolve) => setImmediate(resolve));
  executions = 0;
  viewers = [];
  const handlers = [...waiting];
  waiting.clear();
  for (const handler of handlers) handler(event);
  return Promise.all(followers.map(({ subscription }) => subscription.next()));
}

describe('an event for many subscribers', () => {
  it('P7: is executed once for all who sent the same known document, and sees none of them', async () => {
    const followers = [await follow(world.people.ada, KNOWN), await follow(world.people.ada, KNOWN), await follow(world.people.ben, KNOWN)];
    const got = await publish(followers, { type: 'MessageSent', seq: 7 });
    expect(got).toEqual([7, 7, 7].map((seq) => ({ conversationFeed: { seq } })));
    expect([executions, viewers]).toEqual([1, [null]]);
    for (const { stop } of followers) await stop();
  });

  it('P7: is executed once for all staff who follow agents, queues or those who wait', async () => {
    for (const [index, types] of Object.values(OF_STAFF).entries()) {
      const document = STAFF[index] ?? '';
      const followers = [await follow(world.people.ada, document), await follow(world.people.ben, document)];
      for (const type of types) {
        await publish(followers, { type, seq: 7 });
        expect([executions, viewers], type).toEqual([1, [null]]);
      }
      for (const { stop } of followers) await stop();
    }
  });

  it('P8: is executed for each one where the document is of their own, or the result could differ', async () => {
    for (const document of [OTHER, PER_VIEWER]) {
      const followers = [await follow(world.people.ada, document), await follow(world.people.ben, document)];
      await publish(followers, { type: 'MessageSent', seq: 8 });
      expect(executions).toBe(2);
      expect(viewers).toEqual(expect.arrayContaining([world.people.ada.id, world.people.ben.id]));
      for (const { stop } of followers) await stop();
    }
  });

  it('P8: a first item is each subscriber’s own', async () => {
    const followers = [await follow(world.people.ada, KNOWN), await follow(world.people.ben, KNOWN)];
    expect(viewers).toEqual([world.people.ada.id, world.people.ben.id]);
    for (const { stop } of followers) await stop();
  });
});
