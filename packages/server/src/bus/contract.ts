/** What the rest of the server knows of the bus: it wakes and carries, and may lose anything; the log is the truth. */

/** Ends a subscription at once. */
export type Unsubscribe = () => void;

/** Messages between feeds, on this node and across nodes. At most once, in no promised order. */
export interface Bus {
  readonly kind: 'memory' | 'redis';
  /**
   * Hands a message to every subscriber of the topic on every node. Never throws: a failure is logged and counted. A message is plain JSON (no dates, nothing
   * undefined) and never changed once it is published: receivers of this node may get the very object.
   */
  publish(topic: string, message: object): void;
  /** Resolves once the subscription is active: what is published from then on arrives while the bus is up. */
  subscribe(topic: string, handler: (message: unknown) => void): Promise<Unsubscribe>;
  /** Whether the bus reaches the other nodes now. A memory bus always does. */
  readonly isUp: boolean;
  /** Calls back whenever {@link isUp} changes. */
  onState(listener: (isUp: boolean) => void): Unsubscribe;
  close(): Promise<void>;
}

/** Facts that die by themselves, such as who is online: shared by all nodes, lost with no harm. */
export interface Ephemeral {
  /** Holds `member` under `key` until `ttlMs` from now; again to refresh. */
  hold(key: string, member: string, ttlMs: number): Promise<void>;
  /** Lets it go before its time. */
  release(key: string, member: string): Promise<void>;
  /** The live members of each key, in the order of the keys, with the milliseconds each has left. */
  members(keys: readonly string[]): Promise<ReadonlyArray<ReadonlyMap<string, number>>>;
  close(): Promise<void>;
}
