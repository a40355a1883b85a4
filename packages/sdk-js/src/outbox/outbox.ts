/**
 * Sends what the user wrote: at once where possible, later where not, each message once and in order.
 *
 * A lane per conversation, one attempt at a time in it. An attempt without an answer is repeated with the same client id
 * for as long as it takes; an answer that says no puts the entry aside for the user, and the lane goes on. Everything is
 * kept in the storage until the server has it.
 */
import { ChatError, isTokenError, toChatError } from '../chat-error.js';
import { Alarm, type ClientClock } from '../clock.js';
import type { Message } from '../generated/types.js';
import type { ChatStorage } from '../storage.js';
import { callSafely } from '../store.js';
import { backoffMs, type ClientTiming } from '../timing.js';
import { changeLane, isKept, nextToSend, type Lane, type LaneAction, type OutboxEntry } from './queue.js';
import { readEntries, saveEntries } from './saved.js';

/** What an outbox needs. */
export interface OutboxDeps {
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
  readonly storage: ChatStorage;
  /** Where this user's entries lie. Rejects while it is not known who the user is. */
  key(): Promise<string>;
  /** One attempt. Rejects with a {@link ChatError}. */
  send(entry: OutboxEntry): Promise<Message>;
  /** An error that nobody waits for. */
  report(error: ChatError): void;
}

interface Waiter {
  resolve(message: Message): void;
  reject(error: ChatError): void;
}

const NOTHING: Lane = [];

/** The outbox of one client. */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #lanes = new Map<string, Lane>();
  readonly #alarms = new Map<string, Alarm>();
  readonly #attempts = new Map<string, number>();
  readonly #waiters = new Map<string, Waiter>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #loading: Promise<void> | null = null;
  #isLoaded = false;
  #isClosed = false;
  #saving: Promise<void> = Promise.resolve();
  #saved = '[]';

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /** The entries of a conversation. The same object until something changes. */
  lane(conversationId: string): Lane {
    return this.#lanes.get(conversationId) ?? NOTHING;
  }

  /** Calls back after each change to a conversation's entries. */
  watch(conversationId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(conversationId) ?? new Set();
    this.#listeners.set(conversationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(conversationId) === listeners) this.#listeners.delete(conversationId);
    };
  }

  /** Fetches what an earlier run left in the storage, and begins to send it. Safe to call often. */
  load(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /**
   * Queues a message; it is in the lane when this returns. The promise resolves with the server's message, however long that
   * takes, and rejects when the server refuses it or the user discards it. Ignoring the promise is fine.
   */
  add(entry: OutboxEntry): Promise<Message> {
    if (this.#isClosed) return quiet(Promise.reject(new ChatError('CLIENT_CLOSED', 'unable to send message; the client is closed')));
    const sent = new Promise<Message>((resolve, reject) => {
      this.#waiters.set(entry.clientId, { resolve, reject });
    });
    this.#change(entry.conversationId, { type: 'add', entry });
    void this.#loadAndPump(entry.conversationId);
    return quiet(sent);
  }

  /** Tries a failed entry again. */
  retry(conversationId: string, clientId: string): void {
    this.#change(conversationId, { type: 'retry', clientId });
    this.#pump(conversationId);
  }

  /** Gives up an entry that is failed or has not been attempted yet. */
  discard(conversationId: string, clientId: string): void {
    const before = this.lane(conversationId);
    this.#change(conversationId, { type: 'discard', clientId });
    if (this.lane(conversationId) === before) return;
    this.#settle(clientId)?.reject(new ChatError('CLIENT_CLOSED', 'unable to send message; it was discarded'));
    this.#pump(conversationId);
  }

  /** The feed brought messages of this user: those that are still in the lane have arrived, answer or not. */
  seen(conversationId: string, messages: readonly Message[], seq: number): void {
    const lane = this.lane(conversationId);
    if (lane.length === 0) return;
    const waiting = new Set(lane.map((entry) => entry.clientId));
    for (const message of messages) {
      if (waiting.has(message.clientId)) this.#arrived(conversationId, message.clientId, message);
    }
    this.#change(conversationId, { type: 'forget', seq });
    this.#pump(conversationId);
  }

  /**
   * The conversation's log was replaced: acknowledged messages that no feed has brought may be gone with it. They are sent again,
   * which a server that does have them answers with the same message.
   */
  doubt(conversationId: string): void {
    this.#change(conversationId, { type: 'doubt' });
  }

  /** The server is there again: what waits for its next attempt need not wait. */
  wake(): void {
    if (!this.#isLoaded) {
      void this.load().catch(() => undefined);
    }
    for (const conversationId of [...this.#lanes.keys()]) {
      this.#attempts.delete(conversationId);
      this.#alarms.get(conversationId)?.clear();
      this.#pump(conversationId);
    }
  }

  /** Stops sending. What is unsent stays in the storage. Resolves when the storage has it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const alarm of this.#alarms.values()) alarm.clear();
    for (const waiter of this.#waiters.values()) {
      waiter.reject(new ChatError('CLIENT_CLOSED', 'unable to wait for the message to be sent; the client was closed'));
    }
    this.#waiters.clear();
    await this.#saving;
  }

  async #load(): Promise<void> {
    const key = await this.#deps.key();
    let text: string | null = null;
    try {
      text = await this.#deps.storage.get(key);
    } catch (error) {
      this.#deps.report(new ChatError('STORAGE_FAILED', 'unable to read unsent messages; the storage refused', { cause: error }));
    }
    this.#isLoaded = true;
    const lanes = new Map<string, OutboxEntry[]>();
    for (const entry of readEntries(text)) lanes.set(entry.conversationId, [...(lanes.get(entry.conversationId) ?? []), entry]);
    for (const [conversationId, entries] of lanes) {
      this.#change(conversationId, { type: 'restore', entries });
      this.#pump(conversationId);
    }
  }

  async #loadAndPump(conversationId: string): Promise<void> {
    try {
      await this.load();
      this.#pump(conversationId);
    } catch (error) {
      this.#later(conversationId, toChatError(error, 'send message'));
    }
  }

  #change(conversationId: string, action: LaneAction): void {
    const before = this.lane(conversationId);
    const after = changeLane(before, action);
    // A closed outbox has handed its entries over: another one may have the storage by now.
    if (after === before || this.#isClosed) return;
    if (after.length === 0) this.#lanes.delete(conversationId);
    else this.#lanes.set(conversationId, after);
    this.#save();
    for (const listener of [...(this.#listeners.get(conversationId) ?? [])]) callSafely(listener);
  }

  /** Writes are one after the other, and only the last of those that wait is carried out. */
  #save(): void {
    this.#saving = this.#saving.then(async () => {
      if (!this.#isLoaded) return;
      const entries = [...this.#lanes.values()].flat().filter(isKept);
      const text = saveEntries(entries);
      if (text === this.#saved) return;
      try {
        const key = await this.#deps.key();
        if (entries.length === 0) await this.#deps.storage.remove(key);
        else await this.#deps.storage.set(key, text);
        this.#saved = text;
      } catch (error) {
        this.#deps.report(new ChatError('STORAGE_FAILED', 'unable to keep unsent messages; the storage refused', { cause: error }));
      }
    });
  }

  #pump(conversationId: string): void {
    if (this.#isClosed || !this.#isLoaded || this.#alarms.get(conversationId)?.isSet) return;
    const entry = nextToSend(this.lane(conversationId));
    if (entry) void this.#attempt(entry);
  }

  async #attempt(entry: OutboxEntry): Promise<void> {
    const { conversationId, clientId } = entry;
    this.#change(conversationId, { type: 'begin', clientId });
    try {
      const message = await this.#deps.send(entry);
      this.#attempts.delete(conversationId);
      this.#arrived(conversationId, clientId, message);
    } catch (thrown) {
      const error = toChatError(thrown, 'send message');
      if (error.code === 'CLIENT_CLOSED') return;
      // Where the token is at fault nobody could send just now, though the message may be fine.
      if (error.retryable || isTokenError(error)) {
        this.#change(conversationId, { type: 'postpone', clientId });
        this.#later(conversationId, error);
        return;
      }
      this.#change(conversationId, { type: 'refuse', clientId, error });
      this.#settle(clientId)?.reject(error);
    }
    this.#pump(conversationId);
  }

  #arrived(conversationId: string, clientId: string, message: Message): void {
    this.#change(conversationId, { type: 'acknowledge', clientId, message });
    this.#settle(clientId)?.resolve(message);
    // Nobody looks at this conversation, so no feed will come to take the message over.
    if (!this.#listeners.has(conversationId)) this.#change(conversationId, { type: 'forget', seq: message.seq });
  }

  /** Whoever waits for this message, and from now on nobody. */
  #settle(clientId: string): Waiter | undefined {
    const waiter = this.#waiters.get(clientId);
    this.#waiters.delete(clientId);
    return waiter;
  }

  #later(conversationId: string, error: ChatError): void {
    if (this.#isClosed) return;
    const attempt = this.#attempts.get(conversationId) ?? 0;
    this.#attempts.set(conversationId, attempt + 1);
    const alarm = this.#alarms.get(conversationId) ?? new Alarm(this.#deps.clock);
    this.#alarms.set(conversationId, alarm);
    alarm.set(backoffMs(this.#deps, attempt, error.retryAfterMs), () => {
      void this.#loadAndPump(conversationId);
    });
  }
}

/** A promise whose rejection may go unheard. */
export function quiet<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
