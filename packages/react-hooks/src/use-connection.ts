import type { ChatClient, ChatError, ConnectionState, SyncStatus } from '@parley/sdk';
import { useMemo } from 'react';
import { useChatClient } from './chat-provider.js';
import { initialConnection } from './initial-states.js';
import type { Selecting } from './use-result.js';
import { useStore } from './use-store.js';

/** What {@link useConnection} returns. */
export interface ConnectionResult {
  /** `connected`: messages flow. `reconnecting` and `suspended`: the client tries again by itself, at `retryAt`. `failed`: it gave up, `error` says why. */
  readonly status: ConnectionState['status'];
  /** Over all open conversations. `synced`: what is shown is current. `replaying`: missed events are coming in. `resetting`: a fresh snapshot replaces what is shown. */
  readonly syncStatus: SyncStatus;
  /** How the client reaches the server at the moment; null while it does not. */
  readonly transport: ConnectionState['transport'];
  /** Why the connection was lost or failed; null while it is well. */
  readonly error: ChatError | null;
  /** When the next attempt is due, in ms since the epoch; null when none is planned. */
  readonly retryAt: number | null;
  /** Tries now, and leaves `failed`. */
  readonly connect: () => void;
}

const readConnection = (client: ChatClient, state: ConnectionState): ConnectionResult => ({
  status: state.status,
  syncStatus: state.syncStatus,
  transport: state.transport,
  error: state.error,
  retryAt: state.retryAt,
  connect: client.connect,
});

/** The part of the result that `select` takes. */
export function useConnection<Selected>(options: Selecting<ConnectionResult, Selected>): Selected;
/**
 * The state of the connection, for a line that tells people whether what they see is current.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { status, syncStatus, connect } = useConnection();
 * if (status === 'connected' && syncStatus === 'synced') return null;
 * return <p role="status">{status} <button onClick={connect}>Try now</button></p>;
 * ```
 */
export function useConnection(): ConnectionResult;
export function useConnection<Selected>(options?: Selecting<ConnectionResult, Selected>): ConnectionResult | Selected {
  const client = useChatClient();
  const select = options?.select;
  const reader = useMemo(
    () => ({
      initial: initialConnection,
      select: (state: ConnectionState) => {
        const result = readConnection(client, state);
        return select === undefined ? result : select(result);
      },
    }),
    [client, select],
  );
  return useStore(client.connection, reader);
}
