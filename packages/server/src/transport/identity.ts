import type { Viewer } from '../kernel/viewer.js';

/** What the transports know of identity. */
export interface Identity {
  /**
   * Tells who a credential belongs to; null without one.
   * @throws ChatError UNAUTHENTICATED, TOKEN_EXPIRED, SITE_INACTIVE
   */
  authenticate(credential: string | null): Promise<Viewer | null>;
  /** Calls `end` when the viewer's session must end before its token does; the answer stops watching. */
  onRevoked(viewer: Viewer, end: () => void): () => void;
}
