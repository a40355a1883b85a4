/** `src/generated/documents.json`: SHA-256 of each document → its text, for the server's persisted documents. */
import type { Emitter } from './emitter.js';

/** Prints the manifest, in the order of the operations' names. */
export const emitManifest: Emitter = ({ operations }) =>
  `${JSON.stringify(Object.fromEntries(operations.map(({ hash, text }) => [hash, text])), null, 2)}\n`;
