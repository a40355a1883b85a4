/** One root field with the text that asks for it. The generated module makes one of these per field of the schema. */

/** Which kind of root field a document asks for. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/**
 * A typed document. `Data` is what the server answers, `Variables` what it takes; both live in the type alone.
 *
 * @example
 * const { unread } = await client.request(UnreadDocument, {});
 */
export interface OperationDocument<Data, Variables> {
  readonly kind: OperationKind;
  /** The root field. */
  readonly field: string;
  /** SHA-256 of `text`: a server that knows the document needs no more than this. */
  readonly hash: string;
  readonly text: string;
  /** Never there at run time; carries the types. */
  readonly types?: (variables: Variables) => Data;
}

/** Options of one request. */
export interface RequestOptions {
  /** Milliseconds until the request fails with `TIMEOUT`. Default: the client's `requestTimeoutMs`. */
  readonly timeoutMs?: number;
}

/** Receives what a subscription delivers. After `error` or `complete` nothing follows. */
export interface FeedSink<Item> {
  next(item: Item): void;
  error(error: Error): void;
  complete(): void;
}

/** What generated functions need of a client: `ChatClient` is one. */
export interface OperationRunner {
  request<Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, options?: RequestOptions): Promise<Data>;
  subscribe<Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, sink: FeedSink<Data>): () => void;
}

/**
 * Texts that make up a document: those of fragments lie within, each with the fragments that it spreads. A fragment that has
 * the name of its type leaves out `fragment Name on`.
 */
export type DocumentParts = readonly (string | DocumentParts)[];

/** Makes a document from its parts: the hash, the operation, then its fragments. Called by the generated module. */
export function operation<Data, Variables>(kind: OperationKind, field: string, parts: DocumentParts): OperationDocument<Data, Variables> {
  const [hash = '', ...texts] = flatten(parts);
  return { kind, field, hash, text: texts.map((text) => text.replace(/^(\w+)\{/, 'fragment $1 on $1{')).join('') };
}

/** Every text once, in the order of its first place. */
function flatten(parts: DocumentParts, found = new Set<string>()): Set<string> {
  for (const part of parts) {
    if (typeof part === 'string') found.add(part);
    else flatten(part, found);
  }
  return found;
}
