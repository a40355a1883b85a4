/**
 * A function and a document for every root field of the schema, each importable alone.
 *
 * @example
 * import { unread } from '@parley/sdk/operations';
 * const totals = await unread(client);
 *
 * @packageDocumentation
 */
export * from './generated/operations.js';
export type * from './generated/types.js';
