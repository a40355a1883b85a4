/** `src/generated/errors.ts`: the closed table of codes, as the SDK needs it. */
import { ERROR_TABLE } from '../../server/src/kernel/errors.js';
import { GENERATED } from './emitter.js';
import { comment } from './type-text.js';

/** Prints the module from the server's own table. */
export function emitErrors(): string {
  const rows = Object.entries(ERROR_TABLE);
  const groups = new Map<string, string[]>();
  for (const [code, row] of rows) groups.set(row.retry, [...(groups.get(row.retry) ?? []), code]);
  const line = (advice: string) => `  ${advice}: '${(groups.get(advice) ?? []).join(' ')}',\n`;
  return [
    GENERATED,
    '\n/** Every code that a caller can meet. A code is never renamed and never reused; a newer server may have more, which arrive as they are. */\n',
    `export type ErrorCode = keyof ErrorHints;\n\n`,
    '/** What each code means, as hover text. */\nexport interface ErrorHints {\n',
    ...rows.map(([code, row]) => `${comment(row.hint, '  ')}  readonly ${code}: '${row.retry}';\n`),
    '}\n\n/** Whether a caller should try again: never the same call, at once, or after waiting. */\n',
    "export type RetryAdvice = ErrorHints[ErrorCode];\n\n/** The codes of calls that can succeed when repeated, by when, separated by spaces. All others: never. */\n",
    `export const CODES_BY_RETRY: Readonly<Record<Exclude<RetryAdvice, 'never'>, string>> = {\n${line('now')}${line('after')}};\n`,
  ].join('');
}
