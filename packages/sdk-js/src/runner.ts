/** Runs documents for everybody: over the socket while one is open, else over HTTP. */
import { ChatError, isTokenError, toChatError } from './chat-error.js';
import type { ClientClock } from './clock.js';
import type { Connection } from './connection/connection.js';
import type { OperationDocument, OperationRunner, RequestOptions } from './operation.js';
import type { ClientTiming } from './timing.js';
import type { TokenSource } from './token.js';
import type { Executor } from './transport/execute.js';

/** What a runner needs. */
export interface RunnerDeps {
  readonly link: Connection;
  readonly tokens: TokenSource;
  readonly http: Executor;
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
}

/** The runner of one client. */
export interface Runner extends OperationRunner {
  /** Gives up after `timeoutMs`, or when the client closes. */
  wait(giveUp: () => void, timeoutMs?: number): () => void;
  /** Everything under way fails with CLIENT_CLOSED. */
  close(): void;
}

/** Makes a runner. */
export function createRunner({ link, tokens, http, clock, timing }: RunnerDeps): Runner {
  const waiting = new Set<() => void>();
  let isClosed = false;

  const wait = (giveUp: () => void, timeoutMs = timing.requestTimeoutMs) => {
    const end = () => {
      clock.clearTimeout(timer);
      waiting.delete(end);
      giveUp();
    };
    const timer = clock.setTimeout(end, timeoutMs);
    waiting.add(end);
    return () => {
      clock.clearTimeout(timer);
      waiting.delete(end);
    };
  };
  const closed = (field: string) => new ChatError('CLIENT_CLOSED', `unable to run ${field}; the client is closed`);

  const request = async <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, options: RequestOptions = {}): Promise<Data> => {
    if (isClosed) throw closed(document.field);
    const waitFor = (giveUp: () => void) => wait(giveUp, options.timeoutMs);
    try {
      await tokens.get();
      const open = link.link.getSnapshot();
      if (open?.transport === 'websocket') return await open.executor.run(document, variables, waitFor);
      try {
        return await http.run(document, variables, waitFor);
      } catch (error) {
        if (!isTokenError(error) || !tokens.canRefresh) throw error;
        await tokens.refresh();
        return await http.run(document, variables, waitFor);
      }
    } catch (error) {
      throw isClosed ? closed(document.field) : toChatError(error, `run ${document.field}`);
    }
  };

  return {
    wait,
    request,
    subscribe: (document, variables, sink) => {
      let stop: () => void = () => undefined;
      const begin = () => {
        const open = link.link.getSnapshot();
        if (!open) return;
        stop();
        stop = (open.transport === 'polling' ? http : open.executor).stream(document, variables, sink);
      };
      if (link.link.getSnapshot()) begin();
      else stop = link.link.subscribe(begin);
      return () => {
        stop();
      };
    },
    close: () => {
      isClosed = true;
      for (const end of [...waiting]) end();
    },
  };
}
