import type { Heads } from '../../kernel/audience.js';
import type { ReceiptView } from '../../kernel/views.js';
import type { LogEvent } from '../../log/event.js';

/** Marks that a statement has just moved, and where. */
export interface Advanced {
  readonly conversationId: string;
  readonly siteId: string;
  readonly seq: number;
  readonly at: string;
  readonly heads: Heads;
  readonly lastActivityAt: string;
  readonly receipt: ReceiptView;
  readonly readCount: number;
}

/** The event of marks that moved; its row was written by the same statement. Everybody may know how far everybody is. */
export function receiptAdvanced({ receipt, readCount, ...place }: Advanced): LogEvent {
  return { ...place, type: 'ReceiptAdvanced', payload: { receipt }, audience: 'all', actorId: receipt.userId, hint: { readCount } };
}
