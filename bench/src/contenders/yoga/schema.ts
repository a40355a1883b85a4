/** The schema of the Yoga server. A message has the fields that Parley's has. */
import { createPubSub, createSchema, type Repeater } from 'graphql-yoga';
import type { FloorMessage, FloorPage } from '../floor/store.js';
import type { PeerCore } from '../peer.js';

/** What resolvers know of who asks. */
export interface Viewer {
  readonly user: string | null;
}

/** A message as a subscriber gets it. */
interface LiveMessage {
  readonly seq: number;
  readonly clientId: string;
  readonly text: string;
  readonly sentAt: string | Date;
  readonly sender: { readonly id: string };
}

/** An item of a feed: where it begins, and after that the messages. */
interface FeedItem {
  readonly seq: number;
  readonly message: LiveMessage | null;
}

const typeDefs = /* GraphQL */ `
  scalar DateTime
  scalar JSON

  type Person { id: ID! displayName: String! role: String! avatarUrl: String isGuest: Boolean! }
  type Reaction { emoji: String! userIds: [ID!]! }
  type Message {
    id: ID! conversationId: ID! seq: Int! clientId: String! kind: String! origin: String! audience: String! text: String! metadata: JSON!
    parentId: ID replyCount: Int! sentAt: DateTime! editedAt: DateTime editCount: Int! deletedAt: DateTime isDeleted: Boolean!
    sender: Person! reactions: [Reaction!]!
  }
  type MessageEdge { cursor: String! node: Message! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type MessageConnection { edges: [MessageEdge!]! pageInfo: PageInfo! }
  type SendMessagePayload { seq: Int! }
  type FeedItem { seq: Int! message: Message }

  input SendMessageInput { conversationId: ID! clientId: String! text: String! }

  type Query { messages(conversationId: ID!): MessageConnection }
  type Mutation { sendMessage(input: SendMessageInput!): SendMessagePayload }
  type Subscription { conversationFeed(conversationId: ID!, after: Int): FeedItem! }
`;

const pubSub = createPubSub<{ message: [conversation: string, item: FeedItem] }>();

function itemOf({ seq, sender, clientId, text, at }: FloorMessage): FeedItem {
  return { seq, message: { seq, clientId, text, sentAt: at, sender: { id: sender } } };
}

/** Hands a message to everybody who follows its conversation. */
export function publish(conversation: string, message: FloorMessage): void {
  pubSub.publish('message', conversation, itemOf(message));
}

function known({ user }: Viewer): string {
  if (user === null) throw new Error('forbidden');
  return user;
}

/** Makes the schema over a core. */
export function schemaOf(core: PeerCore) {
  return createSchema<Viewer>({
    typeDefs,
    resolvers: {
      Query: {
        messages: (_: unknown, args: { conversationId: string }, viewer): Promise<FloorPage | null> => core.store.page(args.conversationId, known(viewer)),
      },
      Mutation: {
        async sendMessage(_: unknown, { input }: { input: { conversationId: string; clientId: string; text: string } }, viewer) {
          const { conversationId: conversation, clientId, text } = input;
          const seq = await core.send({ conversation, user: known(viewer), clientId, text, at: new Date().toISOString() });
          return seq === null ? null : { seq };
        },
      },
      Subscription: {
        conversationFeed: {
          async subscribe(_: unknown, { conversationId, after }: { conversationId: string; after?: number | null }, viewer) {
            const followed = await core.follow(conversationId, known(viewer), () => following(pubSub.subscribe('message', conversationId)));
            if (followed === null) throw new Error('refused');
            const { position, ear } = followed;
            if (typeof after !== 'number') return ear.from([{ seq: position, message: null }]);
            const missed = await core.missed(conversationId, after, position);
            return ear.from([{ seq: after, message: null }, ...missed.map(itemOf)]);
          },
          resolve: (item: FeedItem) => item,
        },
      },
    },
  });
}

/**
 * Begins to listen at once, and gives some items before what is heard. Not an async generator: one that waits for the next message
 * cannot be ended before it comes, and whoever leaves would leave theirs behind.
 */
function following<Item>(live: Repeater<Item>): { from(first: Item[]): AsyncIterableIterator<Item> } {
  let next: Promise<IteratorResult<Item>> | null = live.next();
  return {
    from: (first) => ({
      [Symbol.asyncIterator]() {
        return this;
      },
      next() {
        const item = first.shift();
        if (item !== undefined) return Promise.resolve({ value: item, done: false });
        const heard = next ?? live.next();
        next = null;
        return heard;
      },
      return: () => live.return(),
      throw: (error: unknown) => live.throw(error),
    }),
  };
}
