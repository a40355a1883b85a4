/** What the floor answers over HTTP: new conversations, and pages. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sign, verify } from './credential.js';
import type { Store } from './store.js';

/** Makes a conversation; answers with a credential for each of its users. False when the request asks for something else. */
export async function answerConversation(store: Store, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.url !== '/conversations' || request.method !== 'POST') return false;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const { conversation, users }: { conversation: string; users: string[] } = JSON.parse(Buffer.concat(parts).toString());
  await store.create(conversation, users);
  response.end(JSON.stringify(users.map(sign)));
  return true;
}

/** Answers with the newest page of the conversation that the query names; 404 to whoever is no member. */
export async function answerPage(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://floor');
  const user = verify(request.headers.authorization?.replace('Bearer ', '') ?? '');
  const page = user === null ? null : await store.page(url.searchParams.get('conversation') ?? '', user);
  response.writeHead(page ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ data: { messages: page } }));
}
