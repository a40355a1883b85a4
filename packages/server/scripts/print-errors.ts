/** Writes docs/errors.md from the closed table of codes. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ERROR_CODES, ERROR_TABLE } from '../src/kernel/errors.js';

const RETRY = { never: 'never', now: 'at once', after: 'after `retryAfterMs`' } as const;

const rows = (raisedBy: 'server' | 'client') =>
  ERROR_CODES.filter((code) => ERROR_TABLE[code].raisedBy === raisedBy).map((code) => {
    const row: { status: number; close?: number; retry: keyof typeof RETRY; hint: string } = ERROR_TABLE[code];
    const cells = [`\`${code}\``, row.status || '–', row.close ?? '–', RETRY[row.retry], row.hint];
    return `| ${cells.join(' | ')} |`;
  });

const page = `<!-- Generated from packages/server/src/kernel/errors.ts by \`npm run gen\`. Do not edit. -->
# Error codes

An error has a \`code\` of this closed table in \`extensions.code\` (GraphQL) and in \`ChatError.code\` (SDK). Beside it stand
\`retry\` (\`never\`, \`now\` or \`after\`), \`retryAfterMs\` where waiting helps, \`details\` with the facts, and \`requestId\`,
under which the server's log has the cause. Messages read \`unable to <operation>; <reason>\`. A code is never renamed or reused.

Each field of \`schema.graphql\` names the codes that it can answer with. Every field can also answer with
\`UNAUTHENTICATED\`, \`TOKEN_EXPIRED\`, \`SITE_INACTIVE\`, \`RATE_LIMITED\`, \`INVALID_INPUT\`, \`QUERY_INVALID\`, \`QUERY_TOO_COMPLEX\`,
\`OVERLOADED\`, \`UNAVAILABLE\` and \`INTERNAL\`.

## Raised by the server

| Code | HTTP status | Socket close | Try again | What it means |
|---|---|---|---|---|
${rows('server').join('\n')}

## Raised by the SDK

| Code | HTTP status | Socket close | Try again | What it means |
|---|---|---|---|---|
${rows('client').join('\n')}
`;

writeFileSync(fileURLToPath(new URL('../../../docs/errors.md', import.meta.url)), page);
