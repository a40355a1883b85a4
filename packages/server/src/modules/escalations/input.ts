import { createHash } from 'node:crypto';
import { invalidInput } from '../../kernel/errors.js';
import { parseClientId, parseText } from '../../kernel/input.js';

/** The most admins whom one escalation asks. */
export const MAX_ADMINS = 20;
/** The longest question and decision, in code points. */
const MAX_TEXT = 2_000;

/** A question as an agent gives it. */
export interface OpenEscalation {
  readonly caseId: string;
  readonly clientId: string;
  readonly reason: string;
  /** Whom to ask; all admins of the site when it is left out. */
  readonly adminIds?: readonly string[] | null | undefined;
}

/** A question that is fit to be kept. */
export interface ParsedEscalation {
  readonly caseId: string;
  readonly clientId: string;
  readonly reason: string;
  readonly adminIds: readonly string[] | null;
  readonly bodyHash: string;
}

/** Words of somebody: not empty, at most 2,000 characters. @throws ChatError INVALID_INPUT */
export function parseWords(operation: string, field: string, value: string): string {
  if (/^\s*$/u.test(value)) throw invalidInput(operation, field, 'is empty');
  return parseText({ operation, field }, value, { min: 1, max: MAX_TEXT });
}

/** Checks a question. @throws ChatError INVALID_INPUT */
export function parseEscalation(operation: string, input: OpenEscalation): ParsedEscalation {
  const adminIds = input.adminIds == null ? null : [...new Set(input.adminIds)].sort();
  if (adminIds?.length === 0) throw invalidInput(operation, 'adminIds', 'is empty');
  if ((adminIds?.length ?? 0) > MAX_ADMINS) throw invalidInput(operation, 'adminIds', `has more than ${MAX_ADMINS} entries`);
  const reason = parseWords(operation, 'reason', input.reason);
  return {
    caseId: input.caseId,
    clientId: parseClientId({ operation, field: 'clientId' }, input.clientId),
    reason,
    adminIds,
    bodyHash: createHash('sha256').update(JSON.stringify([input.caseId, reason, adminIds])).digest('hex'),
  };
}
