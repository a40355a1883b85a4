/** Tells when the viewer's own cases may be others, or elsewhere, than they were read: begun on another device, or ended. */
import type { ChatClient } from '../create-chat-client.js';

/** Keeps the inbox open and calls back when a conversation with support comes, goes, or is written in. The result ends it. */
export function watchOwnCases(client: ChatClient, changed: () => void): () => void {
  const inbox = client.inbox();
  const standing = (): string | null => {
    const { status, entries } = inbox.getSnapshot();
    if (status !== 'ready') return null;
    return entries.flatMap(({ conversation: { id, kind, lastMessage } }) => (kind === 'SUPPORT' ? [`${id} ${lastMessage?.seq ?? 0}`] : [])).join();
  };
  let before = standing();
  return inbox.subscribe(() => {
    const now = standing();
    if (now === null || now === before) return;
    // Of an inbox that opens now, what it begins with may be news too.
    before = now;
    changed();
  });
}
