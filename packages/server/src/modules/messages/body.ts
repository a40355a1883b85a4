import { hash } from 'node:crypto';
import type { Audience } from '../../kernel/audience.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { parseClientId, parseJsonObject, parseText } from '../../kernel/input.js';
import type { JsonObject, JsonValue, MessageKind, MessageOrigin } from '../../kernel/words.js';

/** What a caller of `sendMessage` gives. */
export interface SendInput {
  readonly conversationId: string;
  /** Made by the caller; the same id with the same content is the same message, for ever. */
  readonly clientId: string;
  readonly text: string;
  /** The message that this one answers; a reply to a reply joins the same thread. */
  readonly parentId?: string | null | undefined;
  readonly metadata?: unknown;
  /** Who may see it; left out, everyone, or for a reply whoever sees the message that it answers. */
  readonly audience?: Audience | null | undefined;
}

/** A message that is fit to be written. */
export interface MessageBody {
  readonly conversationId: string;
  readonly clientId: string;
  readonly text: string;
  readonly parentId: string | null;
  readonly metadata: JsonObject;
  readonly audience: Audience | null;
  readonly kind: MessageKind;
  readonly origin: MessageOrigin;
  /** SHA-256 over everything above but the ids: tells a retry from another message under the same client id. */
  readonly hash: string;
}

/** What the caller does not choose. */
export interface BodyNature {
  /** Verb and noun for errors, such as `send message`. */
  readonly operation: string;
  readonly kind: MessageKind;
  readonly origin: MessageOrigin;
}

/**
 * Checks a message's content. The upper limit of the text is the site's and is checked where the message is written.
 * @throws ChatError NOT_FOUND for an id that cannot exist; INVALID_INPUT, with `details.field` and `details.reason` (`MESSAGE_EMPTY` for a text without content).
 */
export function parseBody(nature: BodyNature, input: SendInput): MessageBody {
  const at = (field: string) => ({ operation: nature.operation, field });
  // What has not the shape of an id names nothing, as for every other field that takes an id.
  if (!isId('conversation', input.conversationId)) throw notFound(nature.operation, 'conversation');
  if (input.parentId != null && !isId('message', input.parentId)) throw notFound(nature.operation, 'the message that it answers');
  const { kind, origin } = nature;
  const text = parseMessageText(nature.operation, input.text);
  const parentId = input.parentId ?? null;
  const metadata = input.metadata == null ? {} : parseJsonObject(at('metadata'), input.metadata);
  const audience = input.audience ?? null;
  return {
    conversationId: input.conversationId,
    clientId: parseClientId(at('clientId'), input.clientId),
    text,
    parentId,
    metadata,
    audience,
    kind,
    origin,
    // In the order of the names: hashes are stored, and compared for ever.
    hash: hash('sha256', JSON.stringify({ audience, kind, metadata: sorted(metadata), origin, parentId, text }), 'hex'),
  };
}

/**
 * A text that somebody wrote: kept exactly as sent, and of at least one character that is not white space.
 * @throws ChatError INVALID_INPUT for U+0000, a lone surrogate, or nothing to read (`details.reason` is `MESSAGE_EMPTY`).
 */
export function parseMessageText(operation: string, text: string): string {
  if (/^\s*$/u.test(text)) {
    throw new ChatError('INVALID_INPUT', `unable to ${operation}; text is empty`, { details: { field: 'text', reason: 'MESSAGE_EMPTY' } });
  }
  return parseText({ operation, field: 'text' }, text, { max: Number.MAX_SAFE_INTEGER });
}

/** The refusal of a text with more code points than the site allows. */
export function messageTooLong(operation: string, size: { readonly max: number; readonly length: number }): ChatError {
  return new ChatError('MESSAGE_TOO_LONG', `unable to ${operation}; text is longer than ${size.max} characters`, { details: { ...size } });
}

/**
 * One emoji: a single grapheme of at most 40 bytes (the longest emoji has 35), out of pictographs, flags and keycaps.
 * @throws ChatError INVALID_INPUT for anything else.
 */
export function parseEmoji(operation: string, emoji: string): string {
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(emoji)].length;
  const isPicture = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|\u20E3/u.test(emoji);
  const isOne = graphemes === 1 && Buffer.byteLength(emoji) <= 40 && !/\p{L}|\p{Surrogate}|\p{Cc}/u.test(emoji);
  if (!isPicture || !isOne) throw invalidInput(operation, 'emoji', 'is not a single emoji');
  return emoji;
}

/** Keys in one order at every level, so that equal content has equal text. */
function sorted(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key] ?? null)]));
}
