import { createHmac } from 'node:crypto';
import { Actor, OperationError } from '@parley/server/testing';
import type { Cluster, SiteKeys } from './cluster.js';
import type { Sdk } from './sdk.js';

/** What a person is in a conversation, as far as it decides what they see. */
export type Place = 'client' | 'provider' | 'agent' | 'admin';

/** Somebody with a token. */
export interface Person {
  readonly name: string;
  readonly id: string;
  readonly place: Place;
  readonly token: string;
  /** The SDK that they use. */
  readonly sdk: Sdk;
  /** Speaks to the server through the balancer, one HTTP request at a time. */
  readonly actor: Actor;
}

/** A booking's conversation with its people. The admin looks on without taking part. */
export interface Talk {
  readonly id: string;
  readonly client: Person;
  readonly provider: Person;
  /** Joined by themselves; may be removed. */
  readonly agent: Person;
  readonly admin: Person;
  readonly everybody: readonly Person[];
}

/** The people and conversations of one fault. */
export interface World {
  readonly talks: readonly Talk[];
  readonly service: Actor;
}

/** Codes with which a server says: not now. */
const BUSY: ReadonlySet<string> = new Set(['OVERLOADED', 'UNAVAILABLE', 'RATE_LIMITED']);

/** Hours that tokens live; more than a clock may be wrong by. */
const TOKEN_HOURS = 12;

/** Makes conversations with new people in them. `name` keeps them apart from those of other faults. */
export async function makeWorld(cluster: Cluster, name: string, count: number): Promise<World> {
  const service = new Actor(cluster.url, cluster.site.apiKey);
  const talks = await Promise.all(Array.from({ length: count }, (_, index) => makeTalk(cluster, service, `${name}-${index + 1}`)));
  return { talks, service };
}

/** Makes somebody new, whose name on the site is `name`. */
export async function makePerson(cluster: Cluster, name: string, place: Place): Promise<Person> {
  const token = signToken(cluster.site, { sub: name, role: place });
  const actor = new Actor(cluster.url, token);
  // The server makes a user when it first sees a token of theirs.
  const { id } = await patiently(() => cluster.sdk.viewer(actor));
  return { name, id, place, token, sdk: cluster.sdk, actor };
}

/** Makes one conversation. */
export async function makeTalk(cluster: Cluster, service: Actor, name: string): Promise<Talk> {
  const person = (place: Place): Promise<Person> => makePerson(cluster, `${name}-${place}`, place);
  const [client, provider, agent, admin] = await Promise.all([person('client'), person('provider'), person('agent'), person('admin')]);
  const { conversation } = await patiently(() =>
    cluster.sdk.syncBooking(service, {
      externalId: name,
      title: name,
      status: 'CONFIRMED',
      version: 1,
      client: { externalId: client.name },
      provider: { externalId: provider.name },
    }),
  );
  if (!conversation) throw new Error('unable to make a conversation; the booking has none');
  const { id } = conversation;
  await patiently(() => cluster.sdk.joinConversation(agent.actor, { conversationId: id }));
  return { id, client, provider, agent, admin, everybody: [client, provider, agent, admin] };
}

/** Does what may be repeated until a server that has just started, or has too much to do, takes it. */
async function patiently<Value>(act: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt >= 20 || !(error instanceof OperationError) || !BUSY.has(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function signToken({ publicKey, secret }: SiteKeys, claims: { readonly sub: string; readonly role: Place }): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ iss: 'parley', aud: publicKey, name: claims.sub, ...claims, iat: now, exp: now + TOKEN_HOURS * 3600 })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}
