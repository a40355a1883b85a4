/** The delivery marks of all conversations: the inbox and an open conversation move the same one. */
import type { ClientClock } from '../clock.js';
import { MarkDeliveredDocument } from '../generated/operations.js';
import type { OperationRunner } from '../operation.js';
import type { ClientTiming } from '../timing.js';
import { Mark } from './marks.js';

/** One {@link Mark} per conversation, made at its first use. */
export class MarkBook {
  readonly #deps: { readonly clock: ClientClock; readonly timing: ClientTiming; readonly runner: OperationRunner };
  readonly #marks = new Map<string, Mark>();

  constructor(deps: { readonly clock: ClientClock; readonly timing: ClientTiming; readonly runner: OperationRunner }) {
    this.#deps = deps;
  }

  /** The delivery mark of a conversation. */
  of(conversationId: string): Mark {
    const known = this.#marks.get(conversationId);
    if (known) return known;
    const { clock, timing, runner } = this.#deps;
    const mark = new Mark({
      clock,
      timing,
      send: async (seq) => {
        const { markDelivered } = await runner.request(MarkDeliveredDocument, { input: { conversationId, seq } });
        return markDelivered.receipt.deliveredSeq;
      },
    });
    this.#marks.set(conversationId, mark);
    return mark;
  }

  /** The server is there again. */
  wake(): void {
    for (const mark of this.#marks.values()) mark.wake();
  }

  /** The client closes. */
  close(): void {
    for (const mark of this.#marks.values()) mark.close();
  }
}
