/** The credential: asked for when needed, shared while fresh, asked for again before it ends. */
import { ChatError, isRecord, toChatError } from './chat-error.js';
import type { ClientClock } from './clock.js';

/** A token, or the way to get one. A function is called again for each new token; it may reject, which is tried again later. */
export type TokenOption = string | (() => string | Promise<string>);

/** What can be read from a token without its key. */
export interface TokenClaims {
  /** When it ends, in milliseconds since 1970; null if it says nothing. */
  readonly expiresAt: number | null;
  /** When it was made, likewise. */
  readonly issuedAt: number | null;
  readonly subject: string | null;
  readonly audience: string | null;
}

const NO_CLAIMS: TokenClaims = { expiresAt: null, issuedAt: null, subject: null, audience: null };

/** Reads the claims of a JWT. Anything else, such as an API key, has none; nor has any token on a platform without `atob`. */
export function readClaims(token: string): TokenClaims {
  const [, body] = token.split('.');
  if (!body) return NO_CLAIMS;
  try {
    // What is not ASCII comes out garbled, but always in the same way, and nobody is shown it.
    const claims: unknown = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/')));
    if (!isRecord(claims)) return NO_CLAIMS;
    const { exp, iat, sub, aud } = claims;
    const seconds = (value: unknown) => (typeof value === 'number' ? value * 1000 : null);
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return { expiresAt: seconds(exp), issuedAt: seconds(iat), subject: text(sub), audience: text(Array.isArray(aud) ? aud[0] : aud) };
  } catch {
    return NO_CLAIMS;
  }
}

/** Hands out the token. One question to the host at a time, however many wait for the answer. */
export class TokenSource {
  readonly #option: TokenOption;
  readonly #clock: ClientClock;
  #current: string | null = null;
  #asked: Promise<string> | null = null;

  constructor(option: TokenOption, clock: ClientClock) {
    this.#option = option;
    this.#clock = clock;
  }

  /** Whether a new token can be had at all. */
  get canRefresh(): boolean {
    return typeof this.#option === 'function';
  }

  /** The last token, whether it is still good or not. */
  get current(): string | null {
    return this.#current;
  }

  /** A token that is good for now. Rejects with NETWORK_ERROR when the host's function rejects. */
  async get(): Promise<string> {
    if (this.#current !== null && !this.#isOver(this.#current)) return this.#current;
    return this.refresh();
  }

  /** A new token, whatever the last one is worth. A fixed token is answered as it is. */
  refresh(): Promise<string> {
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = null;
    });
    return this.#asked;
  }

  async #ask(): Promise<string> {
    try {
      const token: unknown = typeof this.#option === 'function' ? await this.#option() : this.#option;
      if (typeof token !== 'string' || token === '') throw new ChatError('UNAUTHENTICATED', 'unable to sign in; the token function gave no token');
      this.#current = token;
      return token;
    } catch (error) {
      throw toChatError(error, 'get a token');
    }
  }

  #isOver(token: string): boolean {
    const { expiresAt } = readClaims(token);
    return this.canRefresh && expiresAt !== null && expiresAt <= this.#clock.now() + 2_000;
  }
}

/** When to replace a token: `beforeMs` before its end, at most a third of its life before; null for one without an end. */
export function renewalTime({ expiresAt, issuedAt }: TokenClaims, beforeMs: number, now: number): number | null {
  if (expiresAt === null) return null;
  const life = Math.max(0, expiresAt - (issuedAt ?? now));
  return expiresAt - Math.min(beforeMs, life / 3);
}
