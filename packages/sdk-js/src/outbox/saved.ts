/** How unsent messages lie in the storage: one JSON array per user, of all conversations, in the order of writing. */
import { ChatError, isErrorCode, isRecord } from '../chat-error.js';
import type { OutboxEntry } from './queue.js';

/** An entry without what belongs to one run of the program. */
interface SavedEntry extends Omit<OutboxEntry, 'state' | 'error' | 'message'> {
  /** Why it was put aside; null for one that waits. */
  readonly failed: { readonly code: string; readonly reason: string } | null;
}

/** The text to store. */
export function saveEntries(entries: readonly OutboxEntry[]): string {
  return JSON.stringify(
    entries.map(({ state, error, message: _, ...entry }): SavedEntry => ({
      ...entry,
      failed: state === 'failed' && error ? { code: error.code, reason: error.message } : null,
    })),
  );
}

/** The entries of a stored text. What cannot be read is left out: a broken store must not keep the client from working. */
export function readEntries(text: string | null): OutboxEntry[] {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(saved) ? saved.filter(isSaved).map(restore) : [];
  } catch {
    return [];
  }
}

/** Looks at what sending depends on; the rest is as this module wrote it. */
function isSaved(value: unknown): value is SavedEntry {
  return isRecord(value) && [value['clientId'], value['conversationId'], value['text']].every((each) => typeof each === 'string');
}

function restore({ failed, ...entry }: SavedEntry): OutboxEntry {
  const error = failed && isErrorCode(failed.code) ? new ChatError(failed.code, failed.reason) : null;
  return { ...entry, state: error ? 'failed' : 'queued', error, message: null };
}
