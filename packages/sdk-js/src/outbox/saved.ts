/** How unsent messages lie in the storage: one JSON array per user, of all conversations, in the order of writing. */
import { ChatError, isErrorCode, isRecord } from '../chat-error.js';
import type { OutboxEntry } from './queue.js';

/** The text to store. */
export function saveEntries(entries: readonly OutboxEntry[]): string {
  return JSON.stringify(
    entries.map((entry) => ({
      clientId: entry.clientId,
      conversationId: entry.conversationId,
      text: entry.text,
      parentId: entry.parentId,
      metadata: entry.metadata,
      audience: entry.audience,
      createdAt: entry.createdAt,
      failed: entry.error && entry.state === 'failed' ? { code: entry.error.code, message: entry.error.message } : null,
    })),
  );
}

/** The entries of a stored text. What cannot be read is left out: a broken store must not keep the client from working. */
export function readEntries(text: string | null): OutboxEntry[] {
  if (text === null) return [];
  try {
    const saved: unknown = JSON.parse(text);
    return Array.isArray(saved) ? saved.flatMap((each: unknown) => readEntry(each)) : [];
  } catch {
    return [];
  }
}

function readEntry(value: unknown): OutboxEntry[] {
  if (!isRecord(value)) return [];
  const { clientId, conversationId, text, parentId, metadata, audience, createdAt, failed } = value;
  if (typeof clientId !== 'string' || typeof conversationId !== 'string' || typeof text !== 'string') return [];
  const error =
    isRecord(failed) && isErrorCode(failed['code']) ? new ChatError(failed['code'], String(failed['message'])) : null;
  return [
    {
      clientId,
      conversationId,
      text,
      parentId: typeof parentId === 'string' ? parentId : null,
      metadata: isRecord(metadata) ? metadata : null,
      audience: audience === 'EVERYONE' || audience === 'STAFF' || audience === 'CLIENT' || audience === 'PROVIDER' ? audience : null,
      createdAt: typeof createdAt === 'number' ? createdAt : 0,
      state: error ? 'failed' : 'queued',
      error,
      message: null,
    },
  ];
}
