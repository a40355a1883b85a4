import { fetchDemoToken } from '@parley/example-parts/demo-token';
import { browserStorage, createChatClient, type ChatClient } from '@parley/sdk';

/** Somebody of the demo site. */
export interface DemoUser {
  /** What the token endpoint knows them by. */
  readonly key: string;
  readonly name: string;
  readonly side: 'Client' | 'Provider';
}

/** The people that the demo site is seeded with. */
export const demoUsers: readonly DemoUser[] = [
  { key: 'ada', name: 'Ada', side: 'Client' },
  { key: 'ben', name: 'Ben', side: 'Provider' },
  { key: 'cleo', name: 'Cleo', side: 'Client' },
];

/** Whom the address names (`?user=ada`); null when it names nobody of the demo site. */
export function chosenUser(): DemoUser | null {
  const key = new URLSearchParams(location.search).get('user');
  return demoUsers.find((user) => user.key === key) ?? null;
}

/** The address of the page as this person, for a link. */
export const pageOf = (user: DemoUser): string => `?user=${user.key}`;

/**
 * A client for one person. In a product the token comes from your own back end, which knows who is signed in; here the
 * demo server gives it to anybody who asks.
 */
export function signIn(userKey: string): ChatClient {
  return createChatClient({
    url: new URL('/graphql', location.href).href,
    token: () => fetchDemoToken(userKey),
    storage: browserStorage(),
  });
}
