/**
 * Counts what the machine has no part in: statements for an operation, executions and frames for an event, bytes for a delivery. Prints
 * them as JSON; `npm run check -- counts` compares them with etc/counts.json.
 */
import { isObjectType } from 'graphql';
import documents from '../../sdk-js/src/generated/documents.json' with { type: 'json' };
import { schema } from '../src/graphql/schema.js';
import { type Actor, connectSocket, createTestClock, eventually, recordQueries, seed, startServer, type TestSocket } from '../src/testing/index.js';

const SUBSCRIBERS = 200;
const counts: Record<string, number> = {};

/** The text of an SDK document: the server knows it by its hash. */
function documentOf(name: string): string {
  const found = Object.values(documents).find((text) => new RegExp(`^(query|mutation|subscription) ${name}\\b`).test(text));
  if (!found) throw new Error(`unable to count ${name}; the SDK has no such document`);
  return found;
}

/** Counts the executions of an event's own fields. */
function watchExecutions(typeName: string): () => number {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()['seq'] : undefined;
  if (!field) throw new Error(`unable to count executions; ${typeName} has no seq`);
  const resolve = field.resolve ?? ((parent: { readonly seq: number }) => parent.seq);
  let count = 0;
  field.resolve = (...args) => {
    count += 1;
    return resolve(...args);
  };
  return () => count;
}

async function main(): Promise<void> {
  const executions = watchExecutions('MessageSent');
  const clock = createTestClock();
  const server = await startServer({ stack: 'embedded', clock, config: { limits: { socketsPerUser: 1_000, socketsPerIp: 2_000 } } });
  const world = await seed(server).client('ada').provider('ben').admin('eve').booking('move').ready();
  const { ada, ben, eve } = world.people;
  const conversationId = world.bookings.move.conversationId;

  const count = async (name: string, actor: Actor, variables: Record<string, unknown> = {}): Promise<void> => {
    const text = documentOf(name);
    // The first time fills the memories of the node.
    if (text.startsWith('query')) await actor.must(text, variables);
    const { statements } = await recordQueries(server.db, () => actor.must(text, variables));
    counts[`statements: ${name}`] = statements.length;
  };
  const send = async (clientId: string): Promise<string> => {
    const { sendMessage } = await ada.must<{ sendMessage: { message: { id: string } } }>(documentOf('SendMessage'), { input: { conversationId, clientId, text: 'hello' } });
    return sendMessage.message.id;
  };

  const messageId = await send('first');
  for (let index = 0; index < 60; index += 1) await send(`more-${index}`);
  await count('SendMessage', ada, { input: { conversationId, clientId: 'counted', text: 'hello' } });
  await count('EditMessage', ada, { input: { messageId, clientId: 'edit', text: 'hello there' } });
  await count('AddReaction', ben, { input: { messageId, emoji: '👍' } });
  await count('RemoveReaction', ben, { input: { messageId, emoji: '👍' } });
  await count('MarkRead', ben, { input: { conversationId, seq: 5 } });
  await count('MarkDelivered', ben, { input: { conversationId, seq: 9 } });
  await count('StartTyping', ada, { input: { conversationId } });
  await count('StopTyping', ada, { input: { conversationId } });
  await count('Messages', ada, { conversationId, last: 50 });
  await count('Thread', ada, { messageId });
  await count('Message', ada, { id: messageId });
  await count('MessageReceipts', ada, { messageId });
  await count('MessageVersions', ada, { messageId });
  await count('Receipts', ada, { conversationId });
  await count('Conversation', ada, { id: conversationId });
  await count('Conversations', ada);
  await count('AllConversations', eve);
  await count('ConversationEvents', ada, { conversationId });
  await count('InboxEvents', ada);
  await count('SearchMessages', ada, { query: 'hello' });
  await count('Bookings', ada);
  await count('Booking', ada, { externalId: world.bookings.move.externalId });
  await count('Notices', ada);
  await count('Presences', ada, { userIds: [ben.id] });
  await count('Unread', ada);
  await count('Viewer', ada);
  await count('Users', eve);

  const opened: TestSocket[] = [];
  const feed = async (variables: Record<string, unknown>) => {
    const socket = await connectSocket(server.url, { token: ben.token });
    opened.push(socket);
    const { result, statements } = await recordQueries(server.db, async () => {
      const subscription = socket.subscribe<{ conversationFeed: { epoch: string; seq: number } }>(documentOf('ConversationFeed'), { conversationId, ...variables });
      return { first: (await subscription.next()).conversationFeed, subscription, socket };
    });
    return { ...result, statements: statements.length };
  };
  await feed({});
  const snapshot = await feed({});
  counts['statements: feed from a snapshot'] = snapshot.statements;
  const { epoch, seq } = snapshot.first;
  counts['statements: feed resumed 10 events behind'] = (await feed({ after: { epoch, seq: seq - 10 } })).statements;
  const inbox = await connectSocket(server.url, { token: ben.token });
  opened.push(inbox);
  const { statements } = await recordQueries(server.db, () => inbox.subscribe(documentOf('InboxFeed'), {}).next());
  counts['statements: inbox from a snapshot'] = statements.length;
  while (opened.length > 0) await opened.pop()?.close();

  const followers: Awaited<ReturnType<typeof feed>>[] = [];
  for (let index = 0; index < SUBSCRIBERS; index += 1) followers.push(await feed({}));
  const before = executions();
  const frames = followers.map(({ socket }) => socket.frames.length);
  const { statements: written } = await recordQueries(server.db, async () => {
    await send('to-all');
    await eventually('everybody to get the message', () => followers.every(({ subscription }) => subscription.unread.length > 0));
  });
  counts[`statements: a send with ${SUBSCRIBERS} subscribers`] = written.length;
  counts[`executions: an event with ${SUBSCRIBERS} subscribers`] = executions() - before;
  counts[`frames: an event with ${SUBSCRIBERS} subscribers`] = followers.reduce((sum, { socket }, index) => sum + socket.frames.length - (frames[index] ?? 0), 0);
  const [first] = followers;
  counts['bytes: the delivery of a message of five characters'] = Buffer.byteLength(JSON.stringify(first?.socket.frames.at(-1)));
  while (opened.length > 0) await opened.pop()?.close();
  await world.close();
  await server.close();
  process.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
