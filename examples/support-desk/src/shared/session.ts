import { fetchDemoToken } from '@parley/example-parts/demo-token';
import { browserStorage, createChatClient, type ChatClient } from '@parley/sdk';

/** Somebody of the demo site. */
export interface DemoUser {
  /** What the token endpoint knows them by. */
  readonly key: string;
  readonly name: string;
}

/** The people of the demo site who work here. */
export const demoStaff = {
  agents: [
    { key: 'sam', name: 'Sam' },
    { key: 'tess', name: 'Tess' },
  ],
  admins: [{ key: 'root', name: 'Root' }],
} as const satisfies Record<string, readonly DemoUser[]>;

/** Whom the address names (`?user=sam`); the first where it names nobody of these. */
export function chosenUser(users: readonly DemoUser[]): DemoUser {
  const key = new URLSearchParams(location.search).get('user');
  const [first] = users;
  const found = users.find((user) => user.key === key) ?? first;
  if (found === undefined) throw new Error('unable to sign in; there is nobody');
  return found;
}

/**
 * A client for one person. In a product the token comes from your own back end, which knows who is signed in; here the
 * demo server gives it to anybody who asks.
 */
export function signIn(userKey: string): ChatClient {
  const client = createChatClient({
    url: new URL('/graphql', location.href).href,
    token: () => fetchDemoToken(userKey),
    storage: browserStorage(),
  });
  // Not every page of the desk has something live on it.
  client.connect();
  return client;
}
