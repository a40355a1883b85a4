/** The queue of unsent messages as a pure structure: what is in it, what may be sent next, what an answer changes. */
import type { ChatError } from '../chat-error.js';
import type { Audience, JsonObject, Message } from '../generated/types.js';

/** A message that the server has not been seen to have. */
export interface OutboxEntry {
  /** Made once; every attempt carries it, so that however many get through, one message comes of it. */
  readonly clientId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly parentId: string | null;
  readonly metadata: JsonObject | null;
  readonly audience: Audience | null;
  /** When it was written, in milliseconds since 1970, by this device. */
  readonly createdAt: number;
  /**
   * `queued`: waits for its turn or for the next attempt; `sending`: an attempt is under way; `acknowledged`: the server
   * has it and the feed has yet to bring it; `failed`: the server will not take it, it waits for the user.
   */
  readonly state: 'queued' | 'sending' | 'acknowledged' | 'failed';
  readonly error: ChatError | null;
  /** The server's message, once acknowledged. */
  readonly message: Message | null;
}

/** Entries of one conversation, in the order in which they are to be sent. */
export type Lane = readonly OutboxEntry[];

/** What can happen to a lane. */
export type LaneAction =
  | { readonly type: 'add'; readonly entry: OutboxEntry }
  /** Entries that an earlier run of the program left behind go before those of this one. */
  | { readonly type: 'restore'; readonly entries: readonly OutboxEntry[] }
  | { readonly type: 'begin'; readonly clientId: string }
  /** The attempt came to nothing and its outcome is unknown: it will be repeated. */
  | { readonly type: 'postpone'; readonly clientId: string }
  | { readonly type: 'refuse'; readonly clientId: string; readonly error: ChatError }
  | { readonly type: 'acknowledge'; readonly clientId: string; readonly message: Message }
  /** Tries a failed one again, after everything that waits. */
  | { readonly type: 'retry'; readonly clientId: string }
  | { readonly type: 'discard'; readonly clientId: string }
  /** The feed has come to this seq: acknowledged messages up to it are in it, or were deliberately left out of it. */
  | { readonly type: 'forget'; readonly seq: number }
  /** The log is another one now, of which no acknowledgement speaks: what it may not have is sent again, under the same client id. */
  | { readonly type: 'doubt' };

/** The lane after an action. The same object when nothing changes. */
export function changeLane(lane: Lane, action: LaneAction): Lane {
  switch (action.type) {
    case 'add':
      return lane.some((entry) => entry.clientId === action.entry.clientId) ? lane : [...lane, action.entry];
    case 'restore': {
      const added = action.entries.filter((restored) => !lane.some((entry) => entry.clientId === restored.clientId));
      return added.length === 0 ? lane : [...added, ...lane];
    }
    case 'begin':
      return change(lane, action.clientId, (entry) => (entry.state === 'queued' ? { ...entry, state: 'sending' } : entry));
    case 'postpone':
      return change(lane, action.clientId, (entry) => (entry.state === 'sending' ? { ...entry, state: 'queued' } : entry));
    case 'refuse':
      return change(lane, action.clientId, (entry) => (entry.state === 'acknowledged' ? entry : { ...entry, state: 'failed', error: action.error }));
    case 'acknowledge':
      return change(lane, action.clientId, (entry) =>
        entry.state === 'acknowledged' ? entry : { ...entry, state: 'acknowledged', error: null, message: action.message },
      );
    case 'retry': {
      const entry = lane.find((each) => each.clientId === action.clientId);
      if (entry?.state !== 'failed') return lane;
      return [...lane.filter((each) => each !== entry), { ...entry, state: 'queued', error: null }];
    }
    case 'discard': {
      // What is under way or acknowledged exists, or may exist, and cannot be unsent.
      const rest = lane.filter((entry) => entry.clientId !== action.clientId || entry.state === 'sending' || entry.state === 'acknowledged');
      return rest.length === lane.length ? lane : rest;
    }
    case 'forget': {
      const rest = lane.filter((entry) => entry.message === null || entry.message.seq > action.seq);
      return rest.length === lane.length ? lane : rest;
    }
    case 'doubt':
      return lane.some(({ state }) => state === 'acknowledged')
        ? lane.map((entry) => (entry.state === 'acknowledged' ? { ...entry, state: 'queued', message: null } : entry))
        : lane;
  }
}

function change(lane: Lane, clientId: string, by: (entry: OutboxEntry) => OutboxEntry): Lane {
  let isSame = true;
  const next = lane.map((entry) => {
    const after = entry.clientId === clientId ? by(entry) : entry;
    if (after !== entry) isSame = false;
    return after;
  });
  return isSame ? lane : next;
}

/** The entry to send now: the first that is not done for, unless one is under way. Order is kept by sending one at a time. */
export function nextToSend(lane: Lane): OutboxEntry | null {
  for (const entry of lane) {
    if (entry.state === 'sending') return null;
    if (entry.state === 'queued') return entry;
  }
  return null;
}

/** What of an entry outlives a reload: everything but what the server has. */
export function isKept(entry: OutboxEntry): boolean {
  return entry.state !== 'acknowledged';
}
