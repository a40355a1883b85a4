import { textOf, type Document, type GraphQLAnswer, type Variables } from './document.js';
import { connectSocket, type TestSocket } from './socket.js';

/** Somebody with a credential, who talks to the server as any client would: over HTTP and WebSocket on its real port. */
export class Actor {
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
   * @throws with the errors when there are any.
   */
  async must<D>(document: Document<D>, variables: Variables = {}): Promise<D> {
    const { data, errors } = await this.gql(document, variables);
    if (errors?.length || data === null || data === undefined) throw new Error(`the operation failed: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Sends an operation and answers with the code of its first error, or null when it succeeded. */
  async codeOf(document: Document<unknown>, variables: Variables = {}): Promise<string | null> {
    const { errors } = await this.gql(document, variables);
    return errors?.[0] ? (errors[0].extensions?.code ?? `no code: ${errors[0].message}`) : null;
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
