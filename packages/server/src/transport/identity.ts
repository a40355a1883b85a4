import type { Viewer } from '../kernel/viewer.js';

/** A socket or stream that ends when its viewer's rights do. */
export interface RevocableSession {
  readonly viewer: Viewer | null;
  /** Called once. */
  revoked(): void;
}

/** What the transports know of identity. */
export interface Identity {
  /**
   * Tells who a credential belongs to; null without one.
   * @throws ChatError UNAUTHENTICATED, TOKEN_EXPIRED, SITE_INACTIVE
   */
  authenticate(credential: string | null): Promise<Viewer | null>;
  /** Tells a session when it must end before its viewer's token does, until it is forgotten. */
  watch(session: RevocableSession): void;
  forget(session: RevocableSession): void;
}
