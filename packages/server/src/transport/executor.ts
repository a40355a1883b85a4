/**
 * Executes operations. Those of the manifest are compiled at their first execution, which makes a page of messages about seven
 * times cheaper; all others, and any that cannot be compiled, are executed by graphql-js. Both answer the same, byte for byte.
 */
import { execute, type ExecutionResult, type FieldNode, getLocation, getVariableValues, GraphQLError, type GraphQLSchema, visit } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { GraphQLContext } from '../graphql/context.js';
import type { Operation } from './documents.js';
import { plainVariables } from './plain-variables.js';

/** What one execution is given. */
export interface ExecutionInput {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphQLContext;
  /** For an item of a subscription: the item. */
  readonly rootValue?: unknown;
  /** Whether graphql-js has taken these variables for this operation before, as it has when a subscription was opened. */
  readonly areVariablesTaken?: boolean;
}

/** Executes the operations of one schema. */
export interface Executor {
  /** Executes a query, a mutation, or the selection of a subscription over one item. Never throws for what a resolver does. */
  run(operation: Operation, input: ExecutionInput): ExecutionResult | Promise<ExecutionResult>;
  /** Whether an operation is compiled; compiles it if it can be. */
  isCompiled(operation: Operation): boolean;
}

interface Compiled {
  readonly query: CompiledQuery['query'];
  /** Whether variables are right at first sight. */
  readonly arePlain: (variables: Readonly<Record<string, unknown>>) => boolean;
  /** Fields of the document by `line:column`. */
  readonly fields: ReadonlyMap<string, FieldNode>;
}

/** Makes the executor of one schema. */
export function createExecutor(schema: GraphQLSchema): Executor {
  const compiled = new WeakMap<Operation, Compiled | null>();

  const compiledOf = (operation: Operation): Compiled | null => {
    // What clients make up is never compiled: code that is made costs more than it saves when it runs once.
    if (!operation.isKnown) return null;
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const made = compile(schema, operation);
    compiled.set(operation, made);
    return made;
  };

  const interpret: Executor['run'] = (operation, input) =>
    execute({
      schema,
      document: operation.document,
      operationName: operation.definition.name?.value,
      variableValues: input.variables,
      contextValue: input.context,
      rootValue: input.rootValue,
    });

  return {
    run(operation, input) {
      const code = compiledOf(operation);
      if (!code || (input.areVariablesTaken !== true && !code.arePlain(input.variables) && hasWrongVariables(schema, operation, input))) return interpret(operation, input);
      const settled = (result: ExecutionResult): ExecutionResult => (result.errors ? withNodes(result, code.fields) : result);
      const result = code.query(input.rootValue, input.context, input.variables);
      return result instanceof Promise ? result.then(settled) : settled(result);
    },
    isCompiled: (operation) => compiledOf(operation) !== null,
  };
}

/** Compiled code takes some values that graphql-js refuses, such as a list for an input object. */
function hasWrongVariables(schema: GraphQLSchema, operation: Operation, input: ExecutionInput): boolean {
  const definitions = operation.definition.variableDefinitions ?? [];
  return definitions.length > 0 && getVariableValues(schema, definitions, input.variables, { maxErrors: 1 }).errors !== undefined;
}

function compile(schema: GraphQLSchema, operation: Operation): Compiled | null {
  const compiled = compileQuery(schema, operation.document, operation.definition.name?.value);
  if (!isCompiledQuery(compiled)) return null;
  return { query: compiled.query, arePlain: plainVariables(schema, operation.definition), fields: fieldsByLocation(operation) };
}

function fieldsByLocation(operation: Operation): ReadonlyMap<string, FieldNode> {
  const fields = new Map<string, FieldNode>();
  visit(operation.document, {
    Field(node) {
      if (!node.loc) return;
      const { line, column } = getLocation(node.loc.source, node.loc.start);
      fields.set(`${line}:${column}`, node);
    },
  });
  return fields;
}

/** Compiled code tells where its errors are by lines and columns alone; masking wants the fields. */
function withNodes(result: ExecutionResult, fields: ReadonlyMap<string, FieldNode>): ExecutionResult {
  const errors = result.errors?.map((error) => {
    const nodes = (error.locations ?? []).flatMap(({ line, column }) => fields.get(`${line}:${column}`) ?? []);
    return new GraphQLError(error.message, { nodes, path: error.path, originalError: error.originalError });
  });
  return errors ? { ...result, errors } : result;
}
