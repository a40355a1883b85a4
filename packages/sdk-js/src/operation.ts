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
  /** The first 16 digits of the SHA-256 of `text`: a server that knows the document needs no more than this. */
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
 * What makes up a document: the hash and the short text of the operation, then its fragments, each with those that it
 * spreads. A fragment that has the name of its type leaves out `fragment Name on`, and one that spreads all of its own and nothing
 * else the spreads.
 */
export type DocumentParts = readonly (string | DocumentParts)[];

/** Makes a document from its parts. Called by the generated module. */
export function operation<Data, Variables>(kind: OperationKind, field: string, parts: DocumentParts): OperationDocument<Data, Variables> {
  const [hash = '', short = '', ...fragments] = flatten(parts);
  const texts = fragments.map((text) => text.replace(/^(\w+)\{/, 'fragment $1 on $1{'));
  return { kind, field, hash, text: operationText(kind, field, short) + texts.join('') };
}

/**
 * The text of an operation whose short text is its variables and its selection: the operation has the name of the root field,
 * whose arguments have the names of the variables. A mutation without variables takes its `input`. What begins with a letter is
 * no short text but the whole.
 */
export function operationText(kind: OperationKind, field: string, short: string): string {
  if (/^\w/.test(short)) return short;
  const name = field.replace(/^./, (letter) => letter.toUpperCase());
  const [, own, selection] = /^([^{]*)(.*)/.exec(short) ?? [];
  const variables = own || (kind === 'mutation' ? `$input:${name}Input!` : '');
  const values = variables.match(/\w+(?=:)/g)?.map((each) => `${each}:$${each}`);
  return `${kind} ${name}${values ? `(${variables})` : ''}{${field}${values ? `(${values.join(' ')})` : ''}${selection}}`;
}

/** Every text once, in the order of its first place. */
function flatten(parts: DocumentParts, found = new Set<string>()): Set<string> {
  for (const part of parts) {
    if (typeof part === 'string') found.add(part.replace(/\{__typename}$/, () => `{${['__typename', ...parts.slice(1).map(nameOf)].join(' ...')}}`));
    else flatten(part, found);
  }
  return found;
}

function nameOf(part: string | DocumentParts | undefined): string {
  return typeof part === 'string' ? part.split('{', 1).join('') : nameOf(part?.[0] ?? '');
}
