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

/** A conversation as an inbox showed it. */
export interface Shown {
  readonly conversationId: string;
  /** Newest number that its conversation had. */
  readonly lastSeq: number;
  /** Number of the message that it showed as the last; 0 for none. */
  readonly previewSeq: number;
}

/** One feed of an inbox. */
export class InboxWatch {
  readonly violations: string[] = [];
  readonly frames: string[] = [];
  /** Every entry that came, in order. */
  readonly shown: Shown[] = [];
  #isBegun = false;

  /** Takes an item. */
  take(item: unknown): void {
    if (!isRecord(item)) return;
    this.frames.push(JSON.stringify(item));
    const kind = String(item['__typename']);
    const isFirst = kind === 'InboxSnapshot' || kind === 'InboxResumed';
    if (isFirst === this.#isBegun) this.violations.push(isFirst ? `P5: ${kind} came in the middle of an inbox` : `P5: ${kind} came before the inbox had said where it begins`);
    this.#isBegun = true;
    const { entries } = item;
    for (const entry of Array.isArray(entries) ? entries : [item['entry']]) this.#see(entry);
  }

  #see(entry: unknown): void {
    if (!isRecord(entry) || !isRecord(entry['conversation'])) return;
    const { id, lastSeq, lastMessage } = entry['conversation'];
    this.shown.push({ conversationId: String(id), lastSeq: Number(lastSeq), previewSeq: isRecord(lastMessage) ? Number(lastMessage['seq']) : 0 });
  }
}
