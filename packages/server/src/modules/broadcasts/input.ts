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
  const clientId = parseClientId({ operation, field: 'clientId' }, input.clientId);
  const content = {
    ...parseAudience(operation, input.audience),
    title: parseFilled(operation, 'title', input.title),
    text: parseFilled(operation, 'text', input.text),
    metadata: parseMetadata(operation, input.metadata),
    ...parseLink(operation, input.link),
  };
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([content, input.sendAt?.toISOString() ?? null, input.expiresAt?.toISOString() ?? null]))
    .digest('hex');
  return { ...content, clientId, bodyHash };
}

/** What is to be changed of a scheduled broadcast. What is left out stays; null takes away what may be absent. */
export interface BroadcastChanges {
  readonly audience?: AudienceInput | null | undefined;
  readonly title?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly metadata?: unknown;
  readonly link?: NewBroadcast['link'] | undefined;
  /** Now or earlier: at once. */
  readonly sendAt?: Date | null | undefined;
  readonly expiresAt?: Date | null | undefined;
}

/** Changes that were checked, as far as that needs no look at the broadcast: what is given, and nothing else. */
export type ParsedChanges = Partial<Audience & Pick<ParsedBroadcast, 'title' | 'text' | 'metadata' | 'linkUrl' | 'linkLabel'> & BroadcastTimes>;

/** Checks changes, other than their times. @throws ChatError INVALID_INPUT */
export function parseChanges(operation: string, input: BroadcastChanges): ParsedChanges {
  return {
    ...(input.audience == null ? {} : parseAudience(operation, input.audience)),
    ...(input.title == null ? {} : { title: parseFilled(operation, 'title', input.title) }),
    ...(input.text == null ? {} : { text: parseFilled(operation, 'text', input.text) }),
    ...(input.metadata === undefined ? {} : { metadata: parseMetadata(operation, input.metadata) }),
    ...(input.link === undefined ? {} : parseLink(operation, input.link)),
    ...(input.sendAt == null ? {} : { sendAt: input.sendAt }),
    ...(input.expiresAt == null ? {} : { expiresAt: input.expiresAt }),
  };
}

/** The times of a broadcast after a change, those that are not given as they were. @throws ChatError INVALID_INPUT */
export function parseChangedTimes(
  operation: string,
  of: { readonly changes: ParsedChanges; readonly before: { readonly sendAt: Date; readonly expiresAt: Date }; readonly now: Date },
): { readonly sendAt: Date; readonly expiresAt: Date } {
  const { changes, before, now } = of;
  if (!changes.sendAt && !changes.expiresAt) return { sendAt: before.sendAt, expiresAt: before.expiresAt };
  return parseTimes(operation, { sendAt: changes.sendAt ?? before.sendAt, expiresAt: changes.expiresAt ?? before.expiresAt }, now);
}

const LONGEST = { title: 120, text: 2_000 } as const;

function parseFilled(operation: string, field: keyof typeof LONGEST, value: string): string {
  if (/^\s*$/u.test(value)) throw invalidInput(operation, field, 'is empty');
  return parseText({ operation, field }, value, { min: 1, max: LONGEST[field] });
}

function parseMetadata(operation: string, metadata: unknown): JsonObject {
  return metadata == null ? {} : parseJsonObject({ operation, field: 'metadata' }, metadata);
}

function parseLink(operation: string, link: NewBroadcast['link']): Pick<ParsedBroadcast, 'linkUrl' | 'linkLabel'> {
  return {
    linkUrl: link ? parseUrl({ operation, field: 'link.url' }, link.url) : null,
    linkLabel: link?.label == null ? null : parseText({ operation, field: 'link.label' }, link.label, { min: 1, max: 80 }),
  };
}

/** Checks when a broadcast that is made now is shown. @throws ChatError INVALID_INPUT */
export function parseTimes(operation: string, input: Pick<NewBroadcast, 'sendAt' | 'expiresAt'>, now: Date): BroadcastTimes {
  const sendAt = input.sendAt && input.sendAt > now ? input.sendAt : now;
  if (sendAt.getTime() > now.getTime() + YEAR_MS) throw invalidInput(operation, 'sendAt', 'is more than a year ahead');
  const expiresAt = input.expiresAt ?? new Date(sendAt.getTime() + SHOWN_MS);
  if (expiresAt <= sendAt) throw invalidInput(operation, 'expiresAt', 'is not after the time of publication');
  if (expiresAt.getTime() > sendAt.getTime() + YEAR_MS) throw invalidInput(operation, 'expiresAt', 'is more than a year after the time of publication');
  return { sendAt, expiresAt };
}
