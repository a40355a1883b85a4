/** What one feed sends, judged item by item as it comes. */
import { isRecord } from '../../../packages/sdk-js/src/chat-error.js';

/** One feed. */
export class StreamWatch {
  /** What must not be, in words. */
  readonly violations: string[] = [];
  /** Newest number that its beginning covered; what follows was sent live. */
  begunAt = 0;
  /** Newest number that it brought. */
  reached = 0;
  /** Everything that came, as text. */
  readonly frames: string[] = [];
  #position: number | null = null;

  /** Takes an item. */
  take(item: unknown): void {
    if (!isRecord(item)) return;
    this.frames.push(JSON.stringify(item));
    const kind = String(item['__typename']);
    const seq = Number(item['seq']);
    if (kind === 'ConversationSnapshot' || kind === 'ConversationResumed') {
      this.#position = seq;
      this.begunAt = kind === 'ConversationSnapshot' ? seq : Number(item['head']);
      return;
    }
    if (this.#position === null) {
      this.violations.push(`P5: ${kind} came before the feed had said where it begins`);
      return;
    }
    if (kind === 'FeedHead') {
      if (seq > this.#position) this.violations.push(`P4: the head is ${seq}, but the feed brought no more than ${this.#position}`);
    } else if ('prevSeq' in item) {
      if (seq <= this.#position) this.violations.push(`P4: ${kind} ${seq} came again or out of order, after ${this.#position}`);
      else if (Number(item['prevSeq']) > this.#position) this.violations.push(`P2: ${kind} ${seq} follows ${String(item['prevSeq'])}, but ${this.#position} was the last`);
      this.#position = Math.max(this.#position, seq);
      this.reached = this.#position;
    }
  }
}
