import { ChatError, type OperationDocument } from '@parley/sdk';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useChatClient } from './chat-provider.js';
import { isSame } from './is-same.js';

/** Options of every generated query hook. */
export interface OperationQueryOptions {
  /** False asks nothing yet, as while a variable is unknown. Default: true. */
  readonly enabled?: boolean;
  /** Milliseconds until the attempt fails with TIMEOUT. Default: that of the client. */
  readonly timeoutMs?: number;
}

/** What every generated query hook returns. */
export interface OperationQueryResult<Value> {
  /** `idle` while not enabled. `ready` and `failed` stay during a refetch: see `isFetching`. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** The newest answer for these variables; undefined until there is one. */
  readonly data: Value | undefined;
  /** Why the newest attempt failed; null otherwise. */
  readonly error: ChatError | null;
  readonly isFetching: boolean;
  /** Asks again. Resolves when the answer is shown; a failure is in `error`. */
  readonly refetch: () => Promise<void>;
}

/** Options of every generated mutation hook. */
export interface OperationMutationOptions {
  /** Milliseconds until the attempt fails with TIMEOUT. Default: that of the client. */
  readonly timeoutMs?: number;
}

/** What every generated mutation hook returns: the function that runs it, and the state of the newest run. */
export type OperationMutationResult<Value, Input> = readonly [
  /** Runs the mutation; resolves with its payload, rejects with a ChatError. Stable identity. */
  run: (input: Input) => Promise<Value>,
  state: {
    readonly status: 'idle' | 'running' | 'ready' | 'failed';
    readonly data: Value | undefined;
    readonly error: ChatError | null;
    /** Back to `idle`. Stable identity. */
    readonly reset: () => void;
  },
];

const toChatError = (error: unknown): ChatError =>
  error instanceof ChatError ? error : new ChatError('NETWORK_ERROR', 'unable to complete the request; it was interrupted');

interface QueryAnswer<Data> {
  /** The request that this answers: another client or other variables make another one. */
  readonly ask: (() => Promise<Data>) | null;
  readonly data: Data | undefined;
  readonly error: ChatError | null;
  readonly isFetching: boolean;
}

/** Keeps the first of values with the same content, so that variables may be written in place. */
function useKept<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (isSame(kept, value, Infinity)) return kept;
  setKept(value);
  return value;
}

/**
 * Runs a query while mounted, and again whenever the content of its variables changes. Answers that come late, for the
 * variables of before, are dropped. The generated query hooks are made of this.
 */
export function useOperationQuery<Data, Variables, Field extends keyof Data>(
  document: OperationDocument<Data, Variables>,
  field: Field,
  variables: Variables,
  { enabled = true, timeoutMs }: OperationQueryOptions = {},
): OperationQueryResult<Data[Field]> {
  const client = useChatClient();
  const kept = useKept(variables);
  const newest = useRef(0);
  const [answer, setAnswer] = useState<QueryAnswer<Data>>({ ask: null, data: undefined, error: null, isFetching: false });
  const ask = useCallback(
    () => client.request(document, kept, timeoutMs === undefined ? {} : { timeoutMs }),
    [client, document, kept, timeoutMs],
  );

  const refetch = useCallback(async () => {
    const turn = ++newest.current;
    const settle = (change: Partial<QueryAnswer<Data>>) => {
      if (turn !== newest.current) return;
      setAnswer((before) => ({ ask, data: before.ask === ask ? before.data : undefined, error: null, isFetching: false, ...change }));
    };
    settle({ isFetching: true });
    await ask().then(
      (data) => settle({ data }),
      (error: unknown) => settle({ error: toChatError(error) }),
    );
  }, [ask]);

  useEffect(() => {
    if (!enabled) return undefined;
    void refetch();
    return () => {
      newest.current += 1;
    };
  }, [enabled, refetch]);

  return useMemo(() => {
    const { data, error, isFetching } = answer.ask === ask ? answer : { data: undefined, error: null, isFetching: enabled };
    const pending = enabled || isFetching ? 'loading' : 'idle';
    const status = error !== null ? 'failed' : data !== undefined ? 'ready' : pending;
    return { status, data: data?.[field], error, isFetching, refetch };
  }, [answer, ask, enabled, field, refetch]);
}

interface MutationState<Value> {
  readonly status: 'idle' | 'running' | 'ready' | 'failed';
  readonly data: Value | undefined;
  readonly error: ChatError | null;
}

const idle = { status: 'idle', data: undefined, error: null } as const;

/**
 * Gives the function that runs a mutation, and the state of the newest run. The generated mutation hooks are made of
 * this.
 */
export function useOperationMutation<Data, Input, Field extends keyof Data>(
  document: OperationDocument<Data, { input: Input }>,
  field: Field,
  { timeoutMs }: OperationMutationOptions = {},
): OperationMutationResult<Data[Field], Input> {
  const client = useChatClient();
  const newest = useRef(0);
  const [state, setState] = useState<MutationState<Data[Field]>>(idle);

  const run = useCallback(
    async (input: Input) => {
      const turn = ++newest.current;
      const settle = (next: MutationState<Data[Field]>) => {
        if (turn === newest.current) setState(next);
      };
      settle({ status: 'running', data: undefined, error: null });
      try {
        const data = await client.request(document, { input }, timeoutMs === undefined ? {} : { timeoutMs });
        settle({ status: 'ready', data: data[field], error: null });
        return data[field];
      } catch (thrown) {
        const error = toChatError(thrown);
        settle({ status: 'failed', data: undefined, error });
        throw error;
      }
    },
    [client, document, field, timeoutMs],
  );

  const reset = useCallback(() => {
    newest.current += 1;
    setState(idle);
  }, []);

  return useMemo(() => [run, { ...state, reset }], [run, state, reset]);
}
