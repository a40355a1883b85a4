/**
 * Documents that clients send, read once: parsed, validated and looked at, then found again by text or by hash. Documents of
 * the SDK (the manifest) are known by their SHA-256 from the start and never pushed out by others.
 */
import { createHash } from 'node:crypto';
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { ChatError } from '../kernel/errors.js';

/** One operation of a document that may be run. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly kind: OperationTypeNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Names of its root fields, each as often as it is selected. */
  readonly rootFields: readonly string[];
  /** Names of its root fields by the keys under which they are answered. */
  readonly fieldOfKey: ReadonlyMap<string, string>;
  /** Whether it is of the manifest: its measures are settled, so limits on documents are not asked. */
  readonly isKnown: boolean;
  /** Whether its variables stand in arguments of the root field alone, so that an event reads the same for all who share it. */
  readonly isShareable: boolean;
}

/** What came from a client. */
export interface OperationParams {
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** A document that cannot be run: its syntax errors or validation errors. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  constructor(readonly errors: readonly GraphQLError[]) {
    super('unable to read document');
  }
}

/** Finds the operation that a client means. */
export interface DocumentStore {
  /**
   * @throws DocumentError when the text does not parse or validate.
   * @throws ChatError PERSISTED_QUERY_NOT_FOUND, QUERY_INVALID (no such operation), PAYLOAD_TOO_LARGE or QUERY_TOO_COMPLEX (tokens).
   */
  find(params: OperationParams): Operation;
}

/** How a {@link DocumentStore} is made. */
export interface DocumentStoreOptions {
  readonly schema: GraphQLSchema;
  /** Known documents: their text by the SHA-256 (hexadecimal) of it. */
  readonly manifest: ReadonlyMap<string, string>;
  readonly hasIntrospection: boolean;
  /** Most tokens of a document. */
  readonly maxTokens: number;
}

interface Entry {
  readonly document: DocumentNode;
  readonly operations: Map<string, Operation>;
  readonly isKnown: boolean;
}

/** Stands for the root field where there is none. */
export const NO_FIELD = 'none';

const CACHED_DOCUMENTS = 1_000;
/** Longer texts are read again each time, so that the cache stays small whatever is sent. */
const CACHED_LENGTH = 16 * 1024;
/** A client may cut a hash to so many digits: the manifest is our own, so nobody can make a text that has the same. */
const SHORT_HASH = 16;
const HASH = /^(?:[0-9a-f]{16}|[0-9a-f]{64})$/;

/** Makes an empty store over a manifest. */
export function createDocumentStore(options: DocumentStoreOptions): DocumentStore {
  const known = new Map<string, Entry>();
  const whole = new Map([...options.manifest.keys()].map((hash) => [hash.slice(0, SHORT_HASH), hash]));
  const byText = new Map<string, Entry>();
  const rules = options.hasIntrospection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];

  const read = (text: string, isKnown: boolean): Entry => {
    const document = parseText(text, options.maxTokens);
    const errors = validate(options.schema, document, rules, { maxErrors: 20 });
    if (errors.length > 0) throw new DocumentError(errors);
    return { document, operations: new Map(), isKnown };
  };

  const knownByHash = (asked: string): Entry | null => {
    const hash = whole.get(asked) ?? asked;
    const found = known.get(hash);
    if (found) return found;
    const text = options.manifest.get(hash);
    if (text === undefined) return null;
    const entry = read(text, true);
    known.set(hash, entry);
    return entry;
  };

  const fromText = (text: string): Entry => {
    const cached = byText.get(text);
    if (cached) {
      byText.delete(text);
      byText.set(text, cached);
      return cached;
    }
    const entry = (options.manifest.size > 0 ? knownByHash(sha256(text)) : null) ?? read(text, false);
    if (text.length <= CACHED_LENGTH) {
      byText.set(text, entry);
      const oldest = byText.size > CACHED_DOCUMENTS ? byText.keys().next() : undefined;
      if (oldest && !oldest.done) byText.delete(oldest.value);
    }
    return entry;
  };

  return {
    find(params) {
      const hash = hashOf(params);
      const entry = params.query ? fromText(params.query) : hash === null ? null : knownByHash(hash);
      if (!entry) {
        if (hash !== null) throw new ChatError('PERSISTED_QUERY_NOT_FOUND', 'unable to run operation; its document hash is not known');
        throw new ChatError('QUERY_INVALID', 'unable to run operation; no document was sent');
      }
      return operationOf(entry, params.operationName ?? null);
    },
  };
}

/** The root field that an error's path leads through: a name of the schema, whatever alias the client chose. */
export function fieldAt(operation: Operation, path: readonly (string | number)[] | undefined): string {
  return operation.fieldOfKey.get(String(path?.[0])) ?? operation.rootFields[0] ?? NO_FIELD;
}

/** The `traceparent` among an operation's extensions. */
export function traceparentOf(extensions: OperationParams['extensions']): string | null {
  const traceparent = extensions?.['traceparent'];
  return typeof traceparent === 'string' ? traceparent : null;
}

/** The hash that names a document in a manifest. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function parseText(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('token limit')) {
      throw new ChatError('QUERY_TOO_COMPLEX', `unable to run operation; its document has more than ${maxTokens} tokens`, {
        details: { limit: 'tokens', max: maxTokens },
      });
    }
    throw new DocumentError([error]);
  }
}

function hashOf(params: OperationParams): string | null {
  const persisted = params.extensions?.['persistedQuery'];
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return null;
  const hash = persisted.sha256Hash;
  return typeof hash === 'string' && HASH.test(hash) ? hash : 'malformed';
}

function operationOf(entry: Entry, name: string | null): Operation {
  const key = name ?? '';
  const cached = entry.operations.get(key);
  if (cached) return cached;
  const definition = getOperationAST(entry.document, name);
  if (!definition) {
    throw new ChatError('QUERY_INVALID', 'unable to run operation; the document has no such operation, or several and no name was sent');
  }
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of entry.document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const roots = rootFieldsOf(definition, fragments);
  const operation: Operation = {
    document: entry.document,
    definition,
    kind: definition.operation,
    fragments,
    rootFields: roots.map((field) => field.name.value),
    fieldOfKey: new Map(roots.map((field) => [(field.alias ?? field.name).value, field.name.value])),
    isKnown: entry.isKnown,
    isShareable: definition.operation === 'subscription' && hasVariablesAtRootOnly(entry.document, roots),
  };
  entry.operations.set(key, operation);
  return operation;
}

function rootFieldsOf(definition: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): FieldNode[] {
  const fields: FieldNode[] = [];
  const seen = new Set<string>();
  const collect = (set: OperationDefinitionNode['selectionSet']): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || seen.has(fragment.name.value)) continue;
        seen.add(fragment.name.value);
        collect(fragment.selectionSet);
      }
    }
  };
  collect(definition.selectionSet);
  return fields;
}

function hasVariablesAtRootOnly(document: DocumentNode, roots: readonly FieldNode[]): boolean {
  const atRoot = roots.flatMap((field) => field.arguments ?? []).reduce((sum, argument) => sum + countVariables(argument), 0);
  const defined = document.definitions.reduce(
    (sum, each) => sum + (each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions?.length ?? 0) : 0),
    0,
  );
  return countVariables(document) === atRoot + defined;
}

function countVariables(node: ASTNode): number {
  let count = 0;
  visit(node, {
    Variable: () => {
      count += 1;
    },
  });
  return count;
}
