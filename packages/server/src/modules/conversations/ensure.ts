import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { newId } from '../../kernel/ids.js';
import type { ConversationKind } from '../../kernel/words.js';
import { type ConversationState, type Entering, reviseConversation } from './revise.js';
import { INSERT } from './store.js';

/** A conversation that shall exist once. */
export interface NewConversation extends ConversationState {
  readonly siteId: string;
  readonly kind: ConversationKind;
  /** What there can be one of on a site, such as `booking:bkg_…`. */
  readonly uniqueKey: string;
  readonly members: readonly Entering[];
  readonly actorId: string | null;
  readonly now: Date;
}

/**
 * Makes a conversation inside a transaction unless there is one with its unique key; of several at once, one makes it and the
 * others get that one once its transaction has ended. An existing one is answered as it is.
 */
export async function ensureConversation(
  deps: Pick<Deps, 'bus' | 'log'>,
  tx: Tx,
  input: NewConversation,
): Promise<{ readonly conversationId: string; readonly isNew: boolean; readonly seq: number }> {
  const [made] = await tx.raw<{ id: string }>(INSERT, [
    newId('conversation'),
    input.siteId,
    input.kind,
    input.uniqueKey,
    input.title,
    input.gate,
    input.openUntil?.toISOString() ?? null,
    input.context === null ? null : JSON.stringify(input.context),
    input.now.toISOString(),
  ]);
  if (!made) {
    const existing = await tx.prisma.conversation.findUniqueOrThrow({
      where: { siteId_uniqueKey: { siteId: input.siteId, uniqueKey: input.uniqueKey } },
      select: { id: true, lastSeq: true },
    });
    return { conversationId: existing.id, isNew: false, seq: existing.lastSeq };
  }
  const { seq } = await reviseConversation(deps, tx, {
    conversationId: made.id,
    siteId: input.siteId,
    actorId: input.actorId,
    now: input.now,
    enter: input.members,
  });
  return { conversationId: made.id, isNew: true, seq };
}
