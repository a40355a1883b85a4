/** Who is calling. Fixed once for a request or a socket; every service takes it as its second parameter. */
import type { Role } from './words.js';

/** A person or bot with a user token. */
export interface UserViewer {
  readonly kind: 'user';
  readonly siteId: string;
  readonly userId: string;
  readonly role: Exclude<Role, 'system'>;
  readonly isGuest: boolean;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  /** End of the token, in milliseconds since the epoch; the socket ends with it. */
  readonly tokenExpiresAt: number;
}

/** A back-end with an API key. It acts with an admin's rights, as the site's system user. */
export interface ServiceViewer {
  readonly kind: 'service';
  readonly siteId: string;
  /** The site's system user. */
  readonly userId: string;
  readonly role: 'admin';
  readonly isGuest: false;
  readonly displayName: string;
  readonly avatarUrl: null;
  readonly apiKeyId: string;
  readonly tokenExpiresAt: null;
}

/** Whoever is calling. The tenant (`siteId`) comes from the credential alone, never from input. */
export type Viewer = UserViewer | ServiceViewer;

/** Whether the viewer works for the site: agents, admins and back-ends. */
export function isStaff(viewer: Viewer): boolean {
  return viewer.role === 'agent' || viewer.role === 'admin';
}

/** Whether the viewer may administer the site: admins and back-ends. */
export function isAdmin(viewer: Viewer): boolean {
  return viewer.role === 'admin';
}
