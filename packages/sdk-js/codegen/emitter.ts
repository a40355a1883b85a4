/** What every emitter is given: the schema and the documents, already validated against each other. */
import { stripIgnoredCharacters, visit, type ASTNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { createHash } from 'node:crypto';
import type { TypeContext } from './type-text.js';

/** The first line of each generated file. */
export const GENERATED = '// Generated from schema.graphql by `npm run gen`. Do not edit.\n';

/** An operation as it goes over the wire. */
export interface WireOperation {
  readonly node: OperationDefinitionNode;
  /** Names of the fragments that it spreads itself, sorted. */
  readonly spreads: readonly string[];
  /** Names of all the fragments that it needs, in the order in which they stand in `text`. */
  readonly fragments: readonly string[];
  /** The compact text of the operation alone. */
  readonly own: string;
  /** The whole compact text: the operation, then its fragments, each followed by those that it spreads, none twice. */
  readonly text: string;
  /** SHA-256 of `text`, in hexadecimal. */
  readonly hash: string;
}

/** The input of an emitter. */
export interface EmitterInput {
  readonly context: TypeContext;
  readonly fragments: readonly FragmentDefinitionNode[];
  /** The fragments as they are sent, by name: those that are used once are written out where they are used. */
  readonly sent: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly operations: readonly WireOperation[];
}

/** Makes the text of one generated file. */
export type Emitter = (input: EmitterInput) => string;

/** Compact texts of definitions by the text of their source; lists need a separator, none is needed between definitions. */
export function compact(text: string): string {
  return stripIgnoredCharacters(text);
}

/** Names of the fragments that a definition spreads itself, sorted. */
export function spreadsOf(definition: ASTNode): string[] {
  const names = new Set<string>();
  visit(definition, {
    FragmentSpread({ name }) {
      names.add(name.value);
    },
  });
  return [...names].sort();
}

/** The persisted-document hash of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
