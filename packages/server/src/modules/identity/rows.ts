import type { PersonView } from '../../kernel/views.js';
import type { JsonObject, Role } from '../../kernel/words.js';

/** A row of `site`. Carries the secrets: it never leaves this module as it is. */
export interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly jwksUrl: string | null;
  readonly issuer: string | null;
  readonly allowedOrigins: readonly string[];
  readonly settings: JsonObject;
  readonly isActive: boolean;
}

/** What signing in needs of a row of `user`. */
export interface KnownUser {
  readonly id: string;
  readonly siteId: string;
  readonly externalId: string | null;
  readonly role: Role;
  readonly isGuest: boolean;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly isActive: boolean;
  readonly mergedIntoId: string | null;
  readonly updatedAt: Date;
}

/** What signing in needs of a row of `api_key`. */
export interface ApiKeyRow {
  readonly id: string;
  readonly siteId: string;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly siteIsActive: boolean;
}

/** A user as others see them. */
export function personOf(user: Pick<KnownUser, 'id' | 'displayName' | 'role' | 'avatarUrl' | 'isGuest'>): PersonView {
  return { id: user.id, displayName: user.displayName, role: user.role, avatarUrl: user.avatarUrl, isGuest: user.isGuest };
}

/** Name to show for somebody whose host gave none. */
export function defaultName(role: Role, isGuest = false): string {
  if (isGuest) return 'Guest';
  return role.charAt(0).toUpperCase() + role.slice(1);
}
