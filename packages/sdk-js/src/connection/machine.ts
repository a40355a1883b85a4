/**
 * The connection as a pure machine: what state follows from what event, and what is to be done about it.
 *
 *            connect                opened
 *     idle ───────────► connecting ────────► connected ◄─────────────┐
 *                           │                    │ dropped, refused   │ opened
 *              dropped      │                    ▼                    │
 *                           └──────────────► reconnecting ───────────┤
 *                                                │ outlasted          │
 *                                                ▼                    │
 *      rejected, refused too often           suspended ───────────────┘
 *     (from anywhere) ──► failed ──connect──► connecting        close (from anywhere) ──► closed
 *
 * The table has a cell for every state and event, and the compiler refuses one that is missing.
 */
import type { ChatError } from '../chat-error.js';

/** Where the connection stands. */
export type ConnectionStatus =
  /** Nothing was asked for yet. */
  | 'idle'
  /** The first attempt. */
  | 'connecting'
  | 'connected'
  /** It was lost or did not come up; attempts go on. */
  | 'reconnecting'
  /** Out for long; attempts go on, rarely. */
  | 'suspended'
  /** Trying again by itself will not help; `connect()` tries once more. */
  | 'failed'
  /** The client was closed. */
  | 'closed';

/** What comes with each event. */
interface EventParts {
  /** Somebody wants it, or wants it now. */
  connect: object;
  /** An attempt succeeded. */
  opened: object;
  /** It stayed open for a while. */
  settled: object;
  /** The attempt or the connection ended; it may come back. `waitMs` when the server said how long to stay away. */
  dropped: { readonly error: ChatError; readonly waitMs: number | null };
  /** The server does not take the token (any more). */
  refused: { readonly error: ChatError; readonly canRefresh: boolean };
  /** The server will not take this client at all. */
  rejected: { readonly error: ChatError };
  /** The wait is over. */
  retryDue: object;
  /** The outage has lasted long. */
  outlasted: object;
  /** The platform says that there is a network again. A hint, not to be trusted. */
  online: object;
  /** The platform says that there is none. Likewise. */
  offline: object;
  /** The token will end soon. */
  renewDue: object;
  /** The client is done. */
  close: object;
}

type EventType = keyof EventParts;
type EventOf<Type extends EventType> = { [Each in Type]: EventParts[Each] & { readonly type: Each } }[Type];

/** What can happen. */
export type ConnectionEvent = EventOf<EventType>;

/** What is to be done. */
export type ConnectionEffect =
  /** Begin an attempt instead of any other, with a new token if `fresh`. */
  | { readonly do: 'open'; readonly fresh: boolean }
  /** Open a second connection with a new token and change over to it, leaving the first open until then. */
  | { readonly do: 'renew' }
  /** Send `retryDue` after a wait; the wait follows from `attempt`, unless `waitMs` says. */
  | { readonly do: 'wait'; readonly attempt: number; readonly slow: boolean; readonly waitMs: number | null }
  /** Start the clock that ends in `outlasted`, unless it runs. */
  | { readonly do: 'watch' }
  /** Stop waiting and watching. */
  | { readonly do: 'rest' }
  /** Ask the other side for a sign of life now. */
  | { readonly do: 'probe' }
  /** Let go of whatever is open or being opened. */
  | { readonly do: 'drop' };

/** The machine's memory. */
export interface Machine {
  readonly status: ConnectionStatus;
  /** Failed attempts since the last good connection. */
  readonly attempt: number;
  /** Refusals since the last good connection. */
  readonly refusals: number;
  readonly error: ChatError | null;
}

/** What follows from an event. */
export interface Step {
  readonly machine: Machine;
  readonly effects: readonly ConnectionEffect[];
}

/** The machine at first. */
export const IDLE: Machine = { status: 'idle', attempt: 0, refusals: 0, error: null };

/** A token that was refused is replaced this many times before giving up. */
export const MAX_REFUSALS = 3;

type Row = { readonly [Type in EventType]: (machine: Machine, event: EventOf<Type>) => Step };

const stay = (machine: Machine): Step => ({ machine, effects: [] });
const doing = (...effects: ConnectionEffect[]) => (machine: Machine): Step => ({ machine, effects });

const begin = (machine: Machine): Step => ({
  machine: { ...machine, status: 'connecting', attempt: 0, refusals: 0, error: null },
  effects: [{ do: 'open', fresh: machine.status === 'failed' }],
});
const opened = (machine: Machine): Step => ({ machine: { ...machine, status: 'connected', error: null }, effects: [{ do: 'rest' }] });
const closed = (machine: Machine): Step => ({ machine: { ...machine, status: 'closed' }, effects: [{ do: 'rest' }, { do: 'drop' }] });
const failed = (machine: Machine, event: EventOf<'rejected' | 'refused'>): Step => ({
  machine: { ...machine, status: 'failed', error: event.error },
  effects: [{ do: 'rest' }, { do: 'drop' }],
});
const lost = (machine: Machine, event: EventOf<'dropped'>): Step => ({
  machine: { ...machine, status: 'reconnecting', attempt: machine.attempt + 1, error: event.error },
  effects: [{ do: 'drop' }, { do: 'wait', attempt: machine.attempt, slow: false, waitMs: event.waitMs }, { do: 'watch' }],
});
const still = (machine: Machine, event: EventOf<'dropped'>): Step => ({
  machine: { ...machine, attempt: machine.attempt + 1, error: event.error },
  effects: [{ do: 'drop' }, { do: 'wait', attempt: machine.attempt, slow: true, waitMs: event.waitMs }],
});
/** The first refusal is answered at once with a new token; further ones wait as failures do. */
const refused = (status: 'connecting' | 'reconnecting' | 'suspended') => (machine: Machine, event: EventOf<'refused'>): Step => {
  if (!event.canRefresh || machine.refusals >= MAX_REFUSALS) return failed(machine, event);
  const next: Machine = { status, attempt: machine.attempt + 1, refusals: machine.refusals + 1, error: event.error };
  if (machine.refusals === 0) return { machine: next, effects: [{ do: 'open', fresh: true }, { do: 'watch' }] };
  return { machine: next, effects: [{ do: 'drop' }, { do: 'wait', attempt: machine.attempt, slow: false, waitMs: null }, { do: 'watch' }] };
};
const reopen = (machine: Machine): Step => ({ machine, effects: [{ do: 'open', fresh: machine.refusals > 0 }] });
const settled = (machine: Machine): Step => stay({ ...machine, attempt: 0, refusals: 0 });

/** Every state and event. */
export const TRANSITIONS: { readonly [Status in ConnectionStatus]: Row } = {
  idle: {
    connect: begin, opened: stay, settled: stay, dropped: stay, refused: stay, rejected: stay,
    retryDue: stay, outlasted: stay, online: stay, offline: stay, renewDue: stay, close: closed,
  },
  connecting: {
    connect: stay, opened, settled: stay, dropped: lost, refused: refused('connecting'), rejected: failed,
    retryDue: reopen, outlasted: stay, online: stay, offline: stay, renewDue: stay, close: closed,
  },
  connected: {
    connect: stay, opened, settled, dropped: lost, refused: refused('reconnecting'), rejected: failed,
    retryDue: stay, outlasted: stay, online: doing({ do: 'probe' }), offline: doing({ do: 'probe' }), renewDue: doing({ do: 'renew' }), close: closed,
  },
  reconnecting: {
    connect: reopen, opened, settled: stay, dropped: lost, refused: refused('reconnecting'), rejected: failed,
    retryDue: reopen, outlasted: (machine) => stay({ ...machine, status: 'suspended' }), online: reopen, offline: stay, renewDue: stay, close: closed,
  },
  suspended: {
    connect: reopen, opened, settled: stay, dropped: still, refused: refused('suspended'), rejected: failed,
    retryDue: reopen, outlasted: stay, online: reopen, offline: stay, renewDue: stay, close: closed,
  },
  failed: {
    connect: begin, opened: stay, settled: stay, dropped: stay, refused: stay, rejected: stay,
    retryDue: stay, outlasted: stay, online: stay, offline: stay, renewDue: stay, close: closed,
  },
  closed: {
    connect: stay, opened: stay, settled: stay, dropped: stay, refused: stay, rejected: stay,
    retryDue: stay, outlasted: stay, online: stay, offline: stay, renewDue: stay, close: stay,
  },
};

/** The machine after an event, and what is to be done. */
export function transition<Type extends EventType>(machine: Machine, event: EventOf<Type>): Step {
  return TRANSITIONS[machine.status][event.type](machine, event);
}
