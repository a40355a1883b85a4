import type { ErrorCode } from '../kernel/errors.js';

/**
 * The description of a root field together with the error codes it can answer with, in the form that the SDK's generator and the
 * gate read: `text Errors: A, B.` Codes that every field shares (they stand on `Query` and `Mutation`) are left out.
 */
export function describe(text: string, codes: readonly ErrorCode[]): string {
  return codes.length === 0 ? text : `${text} Errors: ${codes.join(', ')}.`;
}
