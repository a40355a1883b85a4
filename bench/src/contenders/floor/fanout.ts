/** Who follows which conversation on this node, and the order in which they get its messages. */

/** A socket that follows; its backlog holds what comes while its replay is read. */
export interface Follower<Frame = string> {
  /** Writes a finished frame. */
  write(frame: Frame): void;
}

/** A message on its way to the sockets, as the finished frame that all of them get. */
export interface Delivery<Frame = string> {
  readonly conversation: string;
  readonly seq: number;
  readonly frame: Frame;
}

interface Topic<Frame> {
  readonly followers: Set<Follower<Frame>>;
  /** The next number to go out; null until the head was read. */
  next: number | null;
  /** What came before its turn: answers of different connections overtake each other. */
  readonly early: Map<number, Frame>;
}

/** The conversations of one node. What it hands on are finished frames, or whatever a library makes frames of. */
export class Fanout<Frame = string> {
  readonly #topics = new Map<string, Topic<Frame>>();

  /** Begins to gather a conversation's messages. */
  open(conversation: string): void {
    this.#topics.set(conversation, { followers: new Set(), next: null, early: new Map() });
  }

  /** Number of the last message that went out; null before {@link begin}. */
  position(conversation: string): number | null {
    const next = this.#topics.get(conversation)?.next ?? null;
    return next === null ? null : next - 1;
  }

  /** Begins to deliver after the head of the log, as it was read after {@link open}. */
  begin(conversation: string, head: number): void {
    const topic = this.#topics.get(conversation);
    if (!topic || topic.next !== null) return;
    topic.next = head + 1;
    for (const seq of topic.early.keys()) if (seq <= head) topic.early.delete(seq);
    this.#drain(topic);
  }

  add(conversation: string, follower: Follower<Frame>): void {
    this.#topics.get(conversation)?.followers.add(follower);
  }

  remove(conversation: string, follower: Follower<Frame>): void {
    this.#topics.get(conversation)?.followers.delete(follower);
  }

  /** Hands a message to everybody who follows, in the order of the numbers. */
  deliver({ conversation, seq, frame }: Delivery<Frame>): void {
    const topic = this.#topics.get(conversation);
    if (!topic) return;
    if (topic.next === null || seq > topic.next) {
      topic.early.set(seq, frame);
    } else if (seq === topic.next) {
      topic.next += 1;
      for (const follower of topic.followers) follower.write(frame);
      if (topic.early.size > 0) this.#drain(topic);
    }
  }

  #drain(topic: Topic<Frame>): void {
    while (topic.next !== null) {
      const frame = topic.early.get(topic.next);
      if (frame === undefined) return;
      topic.early.delete(topic.next);
      topic.next += 1;
      for (const follower of topic.followers) follower.write(frame);
    }
  }
}
