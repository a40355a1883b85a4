import { createHash } from 'node:crypto';
import { invalidInput } from '../../kernel/errors.js';
import { parseClientId, parseJsonObject, parseText } from '../../kernel/input.js';
import type { JsonObject } from '../../kernel/words.js';

const OPERATION = 'start support';
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;
/** What makes a guest out of nothing but a client id has to be unguessable. */
const GUEST_CLIENT_ID = /^[A-Za-z0-9_.:-]{22,64}$/;
const LEAST_DISTINCT = 6;

/** What a customer asks, as it comes. */
export interface StartInput {
  readonly clientId: string;
  readonly queue?: string | null | undefined;
  readonly department?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly page?: string | null | undefined;
  readonly referrer?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
  readonly attributes?: unknown;
}

/** What a customer asks, fit to be kept. */
export interface ParsedStart {
  readonly clientId: string;
  readonly queue: string | null;
  readonly department: string | null;
  readonly subject: string;
  readonly text: string | null;
  readonly language: string | null;
  readonly page: string | null;
  readonly referrer: string | null;
  readonly userAgent: string | null;
  readonly attributes: JsonObject;
}

/** Checks what a customer asks. @throws ChatError INVALID_INPUT */
export function parseStart(input: StartInput): ParsedStart {
  const text = (field: 'queue' | 'department' | 'subject' | 'text' | 'page' | 'referrer' | 'userAgent', max: number): string | null => {
    const value = input[field];
    return value == null || value === '' ? null : parseText({ operation: OPERATION, field }, value, { max });
  };
  if (input.language != null && !LANGUAGE.test(input.language)) throw invalidInput(OPERATION, 'language', 'is not a language tag such as en-GB');
  return {
    clientId: parseClientId({ operation: OPERATION, field: 'clientId' }, input.clientId),
    queue: text('queue', 60),
    department: text('department', 60),
    subject: text('subject', 200) ?? '',
    text: text('text', 100_000),
    language: input.language ?? null,
    page: text('page', 2_048),
    referrer: text('referrer', 2_048),
    userAgent: text('userAgent', 512),
    attributes: input.attributes == null ? {} : parseJsonObject({ operation: OPERATION, field: 'attributes' }, input.attributes),
  };
}

/** What tells a repeated start from another one under the same client id. */
export function hashOfStart({ clientId: _clientId, ...rest }: ParsedStart): string {
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex');
}

/**
 * The visitor id of a guest who is made together with their first case. It follows from the client id, so that a repeated start is the same guest; and
 * who knows the one can sign in with the other, so it has to be random.
 * @throws ChatError INVALID_INPUT for a client id that could be guessed
 */
export function visitorIdOf(siteKey: string, clientId: string): string {
  if (!GUEST_CLIENT_ID.test(clientId) || new Set(clientId).size < LEAST_DISTINCT) {
    throw invalidInput(OPERATION, 'clientId', 'is not 22 to 64 random characters of A-Z a-z 0-9 _ . : -, such as a UUID, as guests without a visitor id need');
  }
  return `vis_${createHash('sha256').update(JSON.stringify(['parley visitor', siteKey, clientId])).digest().subarray(0, 24).toString('base64url')}`;
}
