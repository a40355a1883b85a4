import type { FeedSink, OperationDocument, OperationRunner } from '@parley/sdk';
import { textOf, type Document, type GraphQLAnswer, type TestError, type Variables } from './document.js';
import { connectSocket, type TestSocket } from './socket.js';

/** An operation that the server refused. */
export class OperationError extends Error {
  override readonly name = 'OperationError';

  constructor(
    /** Code of its first error. */
    readonly code: string,
    readonly errors: readonly TestError[],
  ) {
    super(`the operation failed: ${JSON.stringify(errors)}`);
  }
}

/** What became of an operation: `ok`, or the code it was refused with. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (error instanceof OperationError) return error.code;
    throw error;
  }
}

/**
 * Somebody with a credential, who talks to the server as any client would: over HTTP and WebSocket on its real port. The
 * functions of `@parley/sdk/operations` take it as their client.
 */
export class Actor implements OperationRunner {
  readonly #sockets: TestSocket[] = [];

  constructor(
    /** Address of the GraphQL endpoint, `http://…/graphql`. */
    readonly url: string,
    /** Token or API key; null for nobody. */
    readonly credential: string | null,
  ) {}

  /** Sends an operation over HTTP and answers with data and errors, whatever the status. */
  async gql<D>(document: Document<D>, variables: Variables = {}): Promise<GraphQLAnswer<D>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(this.credential === null ? {} : { authorization: `Bearer ${this.credential}` }),
      },
      body: JSON.stringify({ query: textOf(document), variables }),
    });
    // The wire has no types: the document says what comes.
    return (await response.json()) as GraphQLAnswer<D>;
  }

  /**
   * Sends an operation that must succeed, and answers with its data.
   * @throws OperationError when there are errors.
   */
  async must<D>(document: Document<D>, variables: Variables = {}): Promise<D> {
    const { data, errors } = await this.gql(document, variables);
    if (errors?.length || data === null || data === undefined) throw new OperationError(codeIn(errors), errors ?? []);
    return data;
  }

  /** {@link must} for the functions of `@parley/sdk/operations`. */
  request<D, V>(document: OperationDocument<D, V>, variables: V): Promise<D> {
    return this.must<D>(document, bagOf(variables));
  }

  /** A subscription on a socket of its own, for the functions of `@parley/sdk/operations`. */
  subscribe<D, V>(document: OperationDocument<D, V>, variables: V, sink: FeedSink<D>): () => void {
    let stop = (): void => undefined;
    let isStopped = false;
    const open = async (): Promise<void> => {
      const socket = await this.socket();
      if (isStopped) return;
      const subscription = socket.subscribe<D>(document, bagOf(variables), (data) => sink.next(data));
      stop = subscription.stop;
      const errors = await subscription.ended;
      if (isStopped) return;
      if (errors.length > 0) sink.error(new OperationError(codeIn(errors), errors));
      else sink.complete();
    };
    open().catch((error: unknown) => sink.error(error instanceof Error ? error : new Error(String(error))));
    return () => {
      isStopped = true;
      stop();
    };
  }

  /** Sends an operation and answers with the code of its first error, or null when it succeeded. */
  async codeOf(document: Document<unknown>, variables: Variables = {}): Promise<string | null> {
    const { errors } = await this.gql(document, variables);
    return errors?.[0] ? codeIn(errors) : null;
  }

  /** Opens a WebSocket with this credential. */
  async socket(): Promise<TestSocket> {
    const socket = await connectSocket(this.url, this.credential === null ? {} : { token: this.credential });
    this.#sockets.push(socket);
    return socket;
  }

  /** The same credential at another node. */
  at(url: string): Actor {
    return new Actor(url, this.credential);
  }

  /** Closes every socket that it opened. */
  async close(): Promise<void> {
    await Promise.all(this.#sockets.splice(0).map((socket) => socket.close()));
  }
}

function codeIn(errors: readonly TestError[] | undefined): string {
  const [first] = errors ?? [];
  return first?.extensions?.code ?? `no code: ${first?.message ?? 'no data'}`;
}

function bagOf(variables: unknown): Variables {
  return typeof variables === 'object' && variables !== null ? Object.fromEntries(Object.entries(variables)) : {};
}
