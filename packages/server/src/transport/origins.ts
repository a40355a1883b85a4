/** Which pages may call. A browser names its page in `Origin`; other programs name none and are not judged here. */
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../kernel/clock.js';
import { originMatches } from '../modules/identity/index.js';

/** The allowed origins of each active site, by site id. */
export type OriginLists = ReadonlyMap<string, readonly string[]>;

/** Judges origins. */
export interface OriginPolicy {
  /** Whether any site allows it: what can be said before the credential is known. */
  allowsSomewhere(request: IncomingMessage): Promise<boolean>;
  /** Whether this site allows it. */
  allowsFor(siteId: string, request: IncomingMessage): Promise<boolean>;
}

/** What an {@link OriginPolicy} is made of. */
export interface OriginPolicyOptions {
  readonly load: () => Promise<OriginLists>;
  /** Allowed for every site. */
  readonly everywhere: readonly string[];
  readonly clock: Clock;
}

/** Milliseconds that the lists are kept. */
const KEPT_MS = 10_000;

/** Makes the policy. The lists are read at most every ten seconds; while they cannot be read, the last ones hold. */
export function createOriginPolicy(options: OriginPolicyOptions): OriginPolicy {
  let lists: OriginLists = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  const fresh = async (): Promise<OriginLists> => {
    const now = options.clock.now().getTime();
    if (now - readAt < KEPT_MS) return lists;
    reading ??= options
      .load()
      .then(
        (read) => {
          lists = read;
          readAt = options.clock.now().getTime();
        },
        () => undefined,
      )
      .finally(() => {
        reading = null;
      });
    await reading;
    return lists;
  };

  return {
    async allowsSomewhere(request) {
      const origin = originOf(request);
      if (isAlwaysAllowed(origin, request, options.everywhere)) return true;
      for (const list of (await fresh()).values()) if (matches(list, origin)) return true;
      return false;
    },
    async allowsFor(siteId, request) {
      const origin = originOf(request);
      if (isAlwaysAllowed(origin, request, options.everywhere)) return true;
      return matches((await fresh()).get(siteId) ?? [], origin);
    },
  };
}

/** The `Origin` of a request, or null. */
export function originOf(request: IncomingMessage): string | null {
  return request.headers.origin ?? null;
}

/** The `User-Agent` of a request, cut at 400 characters, or null. */
export function userAgentOf(request: IncomingMessage): string | null {
  return request.headers['user-agent']?.slice(0, 400) ?? null;
}

function matches(list: readonly string[], origin: string | null): boolean {
  return origin === null || originMatches(list, origin.toLowerCase());
}

function isAlwaysAllowed(origin: string | null, request: IncomingMessage, everywhere: readonly string[]): boolean {
  return origin === null || isOwn(origin, request) || matches(everywhere, origin);
}

/** A page that this server itself served. */
function isOwn(origin: string, request: IncomingMessage): boolean {
  return URL.canParse(origin) && request.headers.host !== undefined && new URL(origin).host === request.headers.host;
}
