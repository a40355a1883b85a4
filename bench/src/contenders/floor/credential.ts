/** Credentials of the floor: a user's name with a keyed hash, checked once for each socket. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const SECRET = 'the bench alone uses this';

function hashOf(user: string): Buffer {
  return createHmac('sha256', SECRET).update(user).digest();
}

/** Signs a user's name. */
export function sign(user: string): string {
  return `${user}.${hashOf(user).toString('base64url')}`;
}

/** The user whom a credential names; null when it is forged. */
export function verify(credential: string): string | null {
  const dot = credential.lastIndexOf('.');
  const user = credential.slice(0, dot);
  const given = Buffer.from(credential.slice(dot + 1), 'base64url');
  const wanted = hashOf(user);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? user : null;
}
