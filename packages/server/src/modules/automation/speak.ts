import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { JsonObject } from '../../kernel/words.js';
import { ensureSiteBot } from '../identity/index.js';
import { postMessage, type SendResult } from '../messages/index.js';
import { cut } from './texts.js';

/** Why the server says something, as the SDK reads it out of a message's metadata. */
export type SpeechKind = 'welcome' | 'outOfHours' | 'waiting' | 'inactivity' | 'answer' | 'choices' | 'handOver';

/** What the bot says; the rest is the system user's. */
const BY_BOT: readonly SpeechKind[] = ['answer', 'choices', 'handOver'];

/** Something that the server says in a case. */
export interface Speech {
  readonly conversationId: string;
  readonly siteId: string;
  readonly kind: SpeechKind;
  readonly text: string;
  /** Makes it unique in its conversation. */
  readonly clientId: string;
  /** Longest message in code points; what is longer is cut. */
  readonly maxLength: number;
  readonly now: Date;
  /** Typed facts to show with it. */
  readonly facts?: JsonObject;
}

/**
 * Says something as the site, inside a transaction that holds the case: answers, choices and handing over as its bot, the rest as its system user. Its metadata has
 * `automation`, with `kind` and the facts.
 */
export async function speak(deps: Deps, tx: Tx, { kind, text, facts, maxLength, ...speech }: Speech): Promise<SendResult> {
  const as = BY_BOT.includes(kind) ? 'bot' : 'system';
  if (as === 'bot') await ensureSiteBot(tx, speech);
  return postMessage(deps, tx, { ...speech, as, text: cut(text, maxLength), kind: 'text', origin: 'automated', metadata: { automation: { kind, ...facts } } });
}
