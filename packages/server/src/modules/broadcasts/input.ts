import { createHash } from 'node:crypto';
import { invalidInput } from '../../kernel/errors.js';
import { parseClientId, parseJsonObject, parseText, parseUrl } from '../../kernel/input.js';
import type { GuestAudience, JsonObject, Role } from '../../kernel/words.js';
import { type GroupInput, parseSegment, segmentJson } from './segment.js';

/** Whom a broadcast is for, as callers give it. Nothing given is everybody of the site. */
export interface AudienceInput {
  /** None: all roles. */
  readonly roles?: readonly Role[] | null;
  /** Default: included. */
  readonly guests?: GuestAudience | null;
  /** One group must hold as a whole; none: no conditions. */
  readonly segment?: readonly GroupInput[] | null;
  /** Also for users made after it was published. Default false. */
  readonly includesNewcomers?: boolean | null;
}

/** A broadcast as callers give it. */
export interface NewBroadcast {
  readonly clientId: string;
  readonly audience?: AudienceInput | null;
  readonly title: string;
  readonly text: string;
  readonly metadata?: unknown;
  readonly link?: { readonly url: string; readonly label?: string | null } | null;
  /** Default: at once. */
  readonly sendAt?: Date | null;
  /** Default: 30 days after it is published. */
  readonly expiresAt?: Date | null;
}

/** An audience that was checked. */
export interface Audience {
  readonly roles: Role[];
  readonly guests: GuestAudience;
  readonly segment: JsonObject[][];
  readonly includesNewcomers: boolean;
}

/** A broadcast that was checked. */
export interface ParsedBroadcast extends Audience {
  readonly clientId: string;
  readonly bodyHash: string;
  readonly title: string;
  readonly text: string;
  readonly metadata: JsonObject;
  readonly linkUrl: string | null;
  readonly linkLabel: string | null;
}

/** When a broadcast is shown. */
export interface BroadcastTimes {
  readonly sendAt: Date;
  readonly expiresAt: Date;
}

const DAY_MS = 86_400_000;
const SHOWN_MS = 30 * DAY_MS;
const YEAR_MS = 366 * DAY_MS;

/** Checks an audience. @throws ChatError INVALID_INPUT, also for one to which nobody can belong */
export function parseAudience(operation: string, input: AudienceInput | null | undefined): Audience {
  const roles = [...new Set(input?.roles ?? [])].sort();
  if (roles.includes('system')) throw invalidInput(operation, 'audience.roles', 'has SYSTEM, which is nobody');
  const guests = input?.guests ?? 'included';
  if (guests === 'only' && roles.length > 0 && !roles.includes('client')) throw invalidInput(operation, 'audience', 'fits nobody; guests are clients');
  return { roles, guests, segment: segmentJson(parseSegment(operation, input?.segment ?? [])), includesNewcomers: input?.includesNewcomers ?? false };
}

/** Checks what a broadcast says and to whom; its times depend on the moment, see {@link parseTimes}. @throws ChatError INVALID_INPUT */
export function parseBroadcast(operation: string, input: NewBroadcast): ParsedBroadcast {
  const at = (field: string) => ({ operation, field });
  const clientId = parseClientId(at('clientId'), input.clientId);
  if (/^\s*$/u.test(input.title)) throw invalidInput(operation, 'title', 'is empty');
  if (/^\s*$/u.test(input.text)) throw invalidInput(operation, 'text', 'is empty');
  const content = {
    ...parseAudience(operation, input.audience),
    title: parseText(at('title'), input.title, { min: 1, max: 120 }),
    text: parseText(at('text'), input.text, { min: 1, max: 2_000 }),
    metadata: input.metadata == null ? {} : parseJsonObject(at('metadata'), input.metadata),
    linkUrl: input.link ? parseUrl(at('link.url'), input.link.url) : null,
    linkLabel: input.link?.label == null ? null : parseText(at('link.label'), input.link.label, { min: 1, max: 80 }),
  };
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([content, input.sendAt?.toISOString() ?? null, input.expiresAt?.toISOString() ?? null]))
    .digest('hex');
  return { ...content, clientId, bodyHash };
}

/** Checks when a broadcast that is made now is shown. @throws ChatError INVALID_INPUT */
export function parseTimes(operation: string, input: NewBroadcast, now: Date): BroadcastTimes {
  const sendAt = input.sendAt && input.sendAt > now ? input.sendAt : now;
  if (sendAt.getTime() > now.getTime() + YEAR_MS) throw invalidInput(operation, 'sendAt', 'is more than a year ahead');
  const expiresAt = input.expiresAt ?? new Date(sendAt.getTime() + SHOWN_MS);
  if (expiresAt <= sendAt) throw invalidInput(operation, 'expiresAt', 'is not after the time of publication');
  if (expiresAt.getTime() > sendAt.getTime() + YEAR_MS) throw invalidInput(operation, 'expiresAt', 'is more than a year after the time of publication');
  return { sendAt, expiresAt };
}
