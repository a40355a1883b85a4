import type { ConversationHandle, ConversationState, Person } from '@parley/sdk';
import { useMemo } from 'react';
import { useConversationHandle, type ConversationOptions } from './conversation-provider.js';
import { initialConversation } from './initial-states.js';
import { useResult, type Selecting, type View } from './use-result.js';

/** Options of {@link useReadReceipts}. */
export interface ReadReceiptsOptions extends ConversationOptions {
  /** The `seq` of the message that `readBy` and `deliveredTo` are about. Default: the newest one. */
  readonly seq?: number | undefined;
}

/** How far another participant got. Marks never go back. Times are RFC 3339. */
export interface PersonReceipt {
  readonly user: Person;
  readonly deliveredSeq: number;
  readonly deliveredAt: string | null;
  readonly readSeq: number;
  readonly readAt: string | null;
}

/** What {@link useReadReceipts} returns. */
export interface ReadReceiptsResult {
  /** The other participants' marks. */
  readonly receipts: readonly PersonReceipt[];
  /** Who has read the message. */
  readonly readBy: readonly Person[];
  /** To whose devices the message came; those who read it included. */
  readonly deliveredTo: readonly Person[];
  /** Tells the others that the viewer has read up to `seq`. Default: to the end. Never goes back. Rejects with a ChatError. */
  readonly markRead: (seq?: number) => Promise<void>;
}

const receiptsAt = (at: number | undefined): View<ConversationState, ConversationHandle, ReadReceiptsResult> => ({
  initial: initialConversation,
  project(state, handle) {
    const people = new Map(state.conversation?.participants.map(({ user }) => [user.id, user]));
    const receipts = state.receipts.flatMap(({ userId, deliveredSeq, deliveredAt, readSeq, readAt }) => {
      const user = people.get(userId);
      return user === undefined || userId === state.me?.user.id ? [] : [{ user, deliveredSeq, deliveredAt, readSeq, readAt }];
    });
    const seq = at ?? state.messages.findLast((message) => message.seq !== null)?.seq ?? Infinity;
    return {
      receipts,
      readBy: receipts.filter((receipt) => receipt.readSeq >= seq).map(({ user }) => user),
      deliveredTo: receipts.filter((receipt) => receipt.deliveredSeq >= seq).map(({ user }) => user),
      markRead: handle.markRead,
    };
  },
});

/** The part of the result that `select` takes. */
export function useReadReceipts<Selected>(
  options: ReadReceiptsOptions & Selecting<ReadReceiptsResult, Selected>,
): Selected;
/**
 * How far the other participants have received and read, and the way to mark what the viewer has read.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider, or when no conversation is named.
 * @example
 * ```tsx
 * const { readBy } = useReadReceipts({ seq: message.seq });
 * return readBy.length ? <small>Read by {readBy.map((person) => person.displayName).join(', ')}</small> : null;
 * ```
 */
export function useReadReceipts(options?: ReadReceiptsOptions): ReadReceiptsResult;
export function useReadReceipts<Selected>(
  options?: ReadReceiptsOptions & Partial<Selecting<ReadReceiptsResult, Selected>>,
): ReadReceiptsResult | Selected {
  const seq = options?.seq;
  return useResult(useConversationHandle(options), useMemo(() => receiptsAt(seq), [seq]), options?.select);
}
