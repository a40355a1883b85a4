/** Tokens for visitors whom nobody signed in. */
import { systemClock } from './clock.js';
import { StartGuestSessionDocument } from './generated/operations.js';
import { memoryStorage, type ChatStorage } from './storage.js';
import { DEFAULT_TIMING } from './timing.js';
import { httpChannel } from './transport/channel.js';
import { createExecutor } from './transport/execute.js';
import { httpUrl } from './url.js';

/** Which site a guest visits, and what is known of them. */
export interface GuestTokenOptions {
  /** The address of the server's `/graphql`. */
  readonly url: string;
  /** The site's public key, `pk_…`. */
  readonly siteKey: string;
  /** Keeps the visitor's id, so that the same guest is found again. Default: memory. */
  readonly storage?: ChatStorage | undefined;
  readonly displayName?: string | undefined;
  readonly email?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * A token function for `createChatClient` that starts a guest's session, and goes on with it whenever a token ends. The
 * function rejects with a `ChatError`: SITE_INACTIVE, NOT_FOUND, RATE_LIMITED.
 *
 * @example
 * createChatClient({ url, token: guestToken({ url, siteKey: 'pk_…', storage: browserStorage() }) });
 */
export function guestToken(options: GuestTokenOptions): () => Promise<string> {
  const storage = options.storage ?? memoryStorage();
  const key = `parley/visitor/${options.siteKey}`;
  const channel = httpChannel({ url: httpUrl(options.url), fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)), headers: () => ({}) });
  const http = createExecutor(channel);
  return async () => {
    const visitorId = await storage.get(key);
    const input = {
      siteKey: options.siteKey,
      ...(visitorId === null ? {} : { visitorId }),
      ...(options.displayName === undefined ? {} : { displayName: options.displayName }),
      ...(options.email === undefined ? {} : { email: options.email }),
    };
    const { startGuestSession } = await http.run(StartGuestSessionDocument, { input }, (giveUp) => {
      const timer = systemClock.setTimeout(giveUp, DEFAULT_TIMING.requestTimeoutMs);
      return () => {
        systemClock.clearTimeout(timer);
      };
    });
    await storage.set(key, startGuestSession.visitorId);
    return startGuestSession.token;
  };
}
