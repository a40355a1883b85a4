/** The I/O around the machine: attempts, tokens, timers, and the choice of the transport. */
import { isTokenError, toChatError, type ChatError } from '../chat-error.js';
import { Alarm, type ClientClock } from '../clock.js';
import { createStore, keepRecord } from '../store.js';
import { backoffMs, type ClientTiming } from '../timing.js';
import { readClaims, renewalTime, type TokenSource } from '../token.js';
import { socketChannel } from '../transport/channel.js';
import { createExecutor, type Executor } from '../transport/execute.js';
import { openSocket, type Socket, type SocketEnd, type SocketOptions, type WebSocketConstructor } from '../transport/socket.js';
import { IDLE, transition, type ConnectionEffect, type ConnectionEvent, type ConnectionStatus, type Machine } from './machine.js';

/** What carries feeds. */
export type TransportKind = 'websocket' | 'sse' | 'polling';

/** A connection that is open. A new one has a new generation, and feeds open again on it. */
export interface Link {
  readonly generation: number;
  readonly transport: TransportKind;
  readonly executor: Executor;
}

/** The connection as it is shown. */
export interface LinkState {
  readonly status: ConnectionStatus;
  /** What carries feeds at the moment; null while nothing does. */
  readonly transport: TransportKind | null;
  /** Why it is not connected. */
  readonly error: ChatError | null;
  /** When the next attempt begins, in milliseconds since 1970; null if none is waited for. */
  readonly retryAt: number | null;
}

/** What a connection needs. */
export interface ConnectionDeps {
  readonly socketUrl: string;
  readonly transport: TransportKind | 'auto';
  readonly tokens: TokenSource;
  readonly http: Executor;
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
  /** The WebSocket of the platform; null where there is none. */
  loadWebSocket(): Promise<WebSocketConstructor | null>;
  /** Makes sure over HTTP that the server is there and takes the token. */
  probe(): Promise<void>;
}

/** A socket must fail this often before something else is tried, and more often if it has worked before. */
const FAILURES_BEFORE_FALLBACK = 2;
const FAILURES_ONCE_OPEN = 4;
const FIRST_REPROBE_MS = 5_000;

/** One client's connection. */
export class Connection {
  readonly state = createStore<LinkState>({ status: 'idle', transport: null, error: null, retryAt: null });
  /** The open link; null while there is none. */
  readonly link = createStore<Link | null>(null);

  readonly #deps: ConnectionDeps;
  readonly #retry: Alarm;
  readonly #outage: Alarm;
  readonly #settle: Alarm;
  readonly #renewal: Alarm;
  readonly #reprobe: Alarm;
  readonly #handover: Alarm;
  #machine: Machine = IDLE;
  #retryAt: number | null = null;
  /** Grows with each attempt: what an older one still says is not listened to. */
  #attempt = 0;
  #generation = 0;
  #socket: Socket | null = null;
  #rival: Socket | null = null;
  /** The socket before this one. */
  #retired: Socket | null = null;
  #fallback: 'sse' | 'polling' = 'sse';
  #failures = 0;
  #wasOpen = false;
  #reprobeMs = FIRST_REPROBE_MS;

  constructor(deps: ConnectionDeps) {
    this.#deps = deps;
    this.#retry = new Alarm(deps.clock);
    this.#outage = new Alarm(deps.clock);
    this.#settle = new Alarm(deps.clock);
    this.#renewal = new Alarm(deps.clock);
    this.#reprobe = new Alarm(deps.clock);
    this.#handover = new Alarm(deps.clock);
  }

  /** Tells the machine, and does what it says. */
  dispatch(event: ConnectionEvent): void {
    // The network may be another one: what did not pass before may pass now.
    if (event.type === 'connect' || event.type === 'online') this.#failures = 0;
    const { machine, effects } = transition(this.#machine, event);
    this.#machine = machine;
    for (const effect of effects) this.#do(effect);
    this.#show();
  }

  /** A feed or request found that the token is not taken any more. The socket's own end says so by itself. */
  refused(error: ChatError): void {
    if (this.link.getSnapshot()?.transport === 'websocket') return;
    this.dispatch({ type: 'refused', error, canRefresh: this.#deps.tokens.canRefresh });
  }

  /** Server-sent events do not get through here: poll instead. */
  fallBack(): void {
    if (this.link.getSnapshot()?.transport !== 'sse' || this.#deps.transport === 'sse') return;
    this.#fallback = 'polling';
    this.#adopt('polling', this.#deps.http);
    this.#show();
  }

  #do(effect: ConnectionEffect): void {
    switch (effect.do) {
      case 'open':
        void this.#open(effect.fresh);
        return;
      case 'renew':
        void this.#renew();
        return;
      case 'wait': {
        const { timing, clock } = this.#deps;
        const wait = backoffMs(this.#deps, effect.attempt, effect.waitMs ?? (effect.slow ? timing.suspendedRetryMs : 0));
        this.#retryAt = clock.now() + wait;
        this.#tellIn(this.#retry, wait, 'retryDue');
        return;
      }
      case 'watch':
        if (!this.#outage.isSet) this.#tellIn(this.#outage, this.#deps.timing.suspendAfterMs, 'outlasted');
        return;
      case 'rest':
        this.#retry.clear();
        this.#outage.clear();
        this.#retryAt = null;
        return;
      case 'probe':
        this.#socket?.probe();
        return;
      case 'drop':
        this.#drop();
        return;
    }
  }

  #tellIn(alarm: Alarm, ms: number, type: 'retryDue' | 'outlasted' | 'settled' | 'renewDue'): void {
    alarm.set(ms, () => {
      this.dispatch({ type });
    });
  }

  #drop(): void {
    this.#attempt += 1;
    this.#settle.clear();
    this.#renewal.clear();
    this.#reprobe.clear();
    this.#socket?.close();
    this.#rival?.close();
    this.#handover.clear();
    this.#retired?.close();
    this.#socket = null;
    this.#rival = null;
    this.link.set(null);
  }

  async #open(fresh: boolean): Promise<void> {
    this.#drop();
    this.#retry.clear();
    this.#retryAt = null;
    const attempt = this.#attempt;
    try {
      const token = await (fresh ? this.#deps.tokens.refresh() : this.#deps.tokens.get());
      const implementation = this.#wantsSocket() ? await this.#deps.loadWebSocket() : null;
      if (attempt !== this.#attempt) return;
      if (implementation) {
        const own = this.#openSocket(implementation, token, {
          onOpen: (socket) => {
            this.#changeOver(socket);
          },
          onEnd: (end) => {
            if (this.#socket === own) this.#ended(end);
          },
        });
        this.#socket = own;
        return;
      }
      await this.#deps.probe();
      if (attempt !== this.#attempt) return;
      this.#adopt(this.#deps.transport === 'polling' ? 'polling' : this.#fallback, this.#deps.http);
      this.dispatch({ type: 'opened' });
    } catch (error) {
      if (attempt !== this.#attempt) return;
      // Whatever the cause is, it is not the socket alone: let the next attempt begin with one again.
      this.#failures = Math.min(this.#failures, 1);
      this.#failed(toChatError(error, 'connect'));
    }
  }

  #failed(error: ChatError): void {
    if (isTokenError(error)) {
      this.dispatch({ type: 'refused', error, canRefresh: this.#deps.tokens.canRefresh });
    } else if (error.retryable) this.dispatch({ type: 'dropped', error, waitMs: error.retryAfterMs });
    else this.dispatch({ type: 'rejected', error });
  }

  #wantsSocket(): boolean {
    const { transport } = this.#deps;
    if (transport !== 'auto') return transport === 'websocket';
    return this.#failures < (this.#wasOpen ? FAILURES_ONCE_OPEN : FAILURES_BEFORE_FALLBACK);
  }

  #openSocket(implementation: WebSocketConstructor, token: string, listeners: Pick<SocketOptions, 'onOpen' | 'onEnd'>): Socket {
    const { socketUrl, clock, timing } = this.#deps;
    const onLeaving = () => {
      this.#reprobeMs = timing.retryBaseMs * clock.random();
      this.#planReprobe();
    };
    return openSocket({ url: socketUrl, token, implementation, clock, timing, onLeaving, ...listeners });
  }

  #changeOver(socket: Socket): void {
    this.#socket = socket;
    this.#failures = 0;
    this.#wasOpen = true;
    this.#adopt('websocket', createExecutor(socketChannel(socket)));
    this.dispatch({ type: 'opened' });
  }

  #ended(end: SocketEnd): void {
    if (!end.wasOpen) this.#failures += end.error.code === 'TIMEOUT' ? FAILURES_BEFORE_FALLBACK : 1;
    this.#failed(end.error);
  }

  #adopt(transport: TransportKind, executor: Executor): void {
    this.#generation += 1;
    this.link.set({ generation: this.#generation, transport, executor });
    this.#tellIn(this.#settle, this.#deps.timing.settleMs, 'settled');
    this.#planRenewal();
    if (transport === 'websocket') {
      this.#reprobeMs = FIRST_REPROBE_MS;
      this.#reprobe.clear();
    } else if (this.#deps.transport === 'auto') this.#planReprobe();
  }

  #planRenewal(): void {
    const { tokens, timing, clock } = this.#deps;
    const token = tokens.current;
    if (!tokens.canRefresh || token === null) return;
    const at = renewalTime(readClaims(token), timing.renewBeforeMs, clock.now());
    if (at === null) return;
    this.#tellIn(this.#renewal, Math.max(1_000, at - clock.now()), 'renewDue');
  }

  /** Make before break: the old socket serves until the new one is acknowledged. */
  async #renew(): Promise<void> {
    const attempt = this.#attempt;
    const later = () => {
      if (attempt === this.#attempt) this.#tellIn(this.#renewal, Math.max(1_000, this.#deps.timing.retryBaseMs * 4), 'renewDue');
    };
    try {
      const token = await this.#deps.tokens.refresh();
      if (attempt !== this.#attempt) return;
      const link = this.link.getSnapshot();
      if (link?.transport === 'websocket') await this.#rivalSocket(token, later);
      else if (link) this.#adopt(link.transport, link.executor);
    } catch {
      later();
    }
  }

  /** Opens a second socket and changes over to it. */
  async #rivalSocket(token: string, onFailure: () => void): Promise<void> {
    const attempt = this.#attempt;
    const implementation = await this.#deps.loadWebSocket();
    if (!implementation || attempt !== this.#attempt) return;
    this.#rival?.close();
    const rival = this.#openSocket(implementation, token, {
      onOpen: (socket) => {
        const before = this.#socket;
        this.#rival = null;
        this.#changeOver(socket);
        if (!before) return;
        // It stays open for the answers that are under way.
        this.#retired?.close();
        this.#retired = before;
        this.#handover.set(this.#deps.timing.requestTimeoutMs, before.close);
      },
      onEnd: (end) => {
        if (this.#socket === rival) this.#ended(end);
        if (this.#rival !== rival) return;
        this.#rival = null;
        onFailure();
      },
    });
    this.#rival = rival;
  }

  #planReprobe(): void {
    if (this.#reprobe.isSet) return;
    this.#reprobe.set(this.#reprobeMs, () => {
      this.#reprobeMs = Math.min(this.#deps.timing.reprobeMs, this.#reprobeMs * 2);
      const token = this.#deps.tokens.current;
      if (token === null) return;
      void this.#rivalSocket(token, () => {
        this.#planReprobe();
      });
    });
  }

  #show(): void {
    const { status, error } = this.#machine;
    const transport = this.link.getSnapshot()?.transport ?? null;
    this.state.set(keepRecord(this.state.getSnapshot(), { status, transport, error, retryAt: this.#retryAt }));
  }
}
