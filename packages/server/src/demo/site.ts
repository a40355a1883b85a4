/**
 * The demo site. Its secret is printed here for everybody to read, so whoever can reach a server that has this site can be any of
 * its users. It is made by `parley serve --demo` and `parley seed --demo` alone.
 */
import type { Role } from '../kernel/words.js';
import { signUserToken } from '../modules/identity/index.js';

/** Public key, secret and name of the demo site. */
export const DEMO_SITE = {
  publicKey: 'pk_demo',
  secret: 'parley-demo-secret-for-trying-out-only',
  name: 'Parley demo',
  /** Pages that a developer's own tools serve. Pages of this server need no entry. */
  allowedOrigins: ['http://localhost:*', 'http://127.0.0.1:*'],
} as const;

/** Somebody who is there from the start. */
export interface DemoUser {
  /** External id, and what `/examples/token?user=` takes. */
  readonly id: string;
  readonly name: string;
  readonly role: Exclude<Role, 'system'>;
}

/** The people of the demo site. */
export const DEMO_USERS: readonly DemoUser[] = [
  { id: 'ada', name: 'Ada', role: 'client' },
  { id: 'ben', name: 'Ben', role: 'provider' },
  { id: 'cleo', name: 'Cleo', role: 'client' },
  { id: 'sam', name: 'Sam', role: 'agent' },
  { id: 'tess', name: 'Tess', role: 'agent' },
  { id: 'root', name: 'Root', role: 'admin' },
];

/** Seconds that a demo token lives. */
const DEMO_TOKEN_SECONDS = 12 * 60 * 60;

/** Signs a token for a user of the demo site; null for a name that is none of them. */
export async function mintDemoToken(user: string, now: Date): Promise<{ readonly token: string; readonly expiresAt: string } | null> {
  const known = DEMO_USERS.find((each) => each.id === user);
  if (!known) return null;
  const token = await signUserToken(DEMO_SITE, { sub: known.id, role: known.role, name: known.name, expiresInSeconds: DEMO_TOKEN_SECONDS, now });
  return { token, expiresAt: new Date(now.getTime() + DEMO_TOKEN_SECONDS * 1000).toISOString() };
}
