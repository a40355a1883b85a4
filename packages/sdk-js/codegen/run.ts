/** Runs graphql-codegen over the schema and the documents, with this folder's emitters as its plugins. */
import { generate } from '@graphql-codegen/cli';
import { buildSchema, print, visit, type ASTNode, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operationFiles, operationsOf } from './documents.js';
import { compact, sha256, spreadsOf, type Emitter, type EmitterInput, type WireOperation } from './emitter.js';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const schemaFile = resolve(packageFolder, '../../schema.graphql');
const operationsFolder = join(packageFolder, 'operations');

/** Writes a file unless it already says so, which keeps watchers quiet. */
export async function writeIfChanged(file: string, text: string): Promise<void> {
  if (existsSync(file) && (await readFile(file, 'utf8')) === text) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Writes operations/*.graphql and removes those whose root field is gone. */
export async function writeOperationFiles(): Promise<void> {
  const files = operationFiles(operationsOf(buildSchema(await readFile(schemaFile, 'utf8'))));
  await mkdir(operationsFolder, { recursive: true });
  for (const [name, text] of files) await writeIfChanged(join(operationsFolder, name), text);
  for (const name of await readdir(operationsFolder)) {
    if (name.endsWith('.graphql') && !files.has(name)) await rm(join(operationsFolder, name));
  }
}

/** Emits files (paths relative to the working directory) from the schema and the documents, which codegen validates first. */
export async function generateFiles(emitters: Readonly<Record<string, Emitter>>): Promise<void> {
  const outputs = await generate(
    {
      schema: schemaFile,
      documents: await documentFiles(),
      generates: Object.fromEntries(Object.keys(emitters).map((file) => [file, { plugins: [file] }])),
      pluginLoader: async (name: string) => plugin(emitters, name),
      errorsOnly: true,
      silent: true,
    },
    false,
  );
  if (!Array.isArray(outputs)) throw new Error('unable to generate; codegen made nothing');
  for (const output of outputs) await writeIfChanged(output.filename, output.content);
}

/** Generated documents, save those with an override of the same name. */
async function documentFiles(): Promise<string[]> {
  const overridesFolder = join(operationsFolder, 'overrides');
  const list = async (folder: string) => (existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort() : []);
  const overrides = await list(overridesFolder);
  const generated = (await list(operationsFolder)).filter((name) => !overrides.includes(name));
  return [...generated.map((name) => join(operationsFolder, name)), ...overrides.map((name) => join(overridesFolder, name))];
}

function plugin(emitters: Readonly<Record<string, Emitter>>, name: string) {
  const emitter = emitters[name.replace(/^@graphql-codegen\//, '')];
  if (!emitter) throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
  return {
    plugin: (schema: GraphQLSchema, documents: { document?: DocumentNode }[]) => emitter(inputOf(schema, documents)),
  };
}

function inputOf(schema: GraphQLSchema, documents: { document?: DocumentNode }[]): EmitterInput {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition');
  const operations = definitions.filter((node): node is OperationDefinitionNode => node.kind === 'OperationDefinition');
  const byName = (a: FragmentDefinitionNode | OperationDefinitionNode, b: FragmentDefinitionNode | OperationDefinitionNode) =>
    (a.name?.value ?? '') < (b.name?.value ?? '') ? -1 : 1;
  fragments.sort(byName);
  operations.sort(byName);
  const fragmentMap = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const uses = countUses(definitions);
  const sent = new Map(fragments.map((fragment) => [fragment.name.value, inlined(fragment, fragmentMap, uses)]));
  return { context: { schema, fragments: fragmentMap }, fragments, sent, operations: operations.map((node) => wire(node, inlined(node, fragmentMap, uses), sent)) };
}

/** How often each fragment is spread, over all documents. */
function countUses(definitions: readonly ASTNode[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const definition of definitions) {
    visit(definition, {
      FragmentSpread({ name }) {
        uses.set(name.value, (uses.get(name.value) ?? 0) + 1);
      },
    });
  }
  return uses;
}

/** The definition with each fragment written out that is all of a field and used nowhere else: the wire has no need of its name. */
function inlined<Definition extends OperationDefinitionNode | FragmentDefinitionNode>(
  node: Definition,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  uses: ReadonlyMap<string, number>,
): Definition {
  return visit(node, {
    SelectionSet(set) {
      const [only] = set.selections;
      if (set.selections.length !== 1 || only?.kind !== 'FragmentSpread' || uses.get(only.name.value) !== 1) return undefined;
      return fragments.get(only.name.value)?.selectionSet;
    },
  });
}

function wire(node: OperationDefinitionNode, sent: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): WireOperation {
  const needed = new Set<string>();
  const collect = (names: readonly string[]) => {
    for (const name of names) {
      const fragment = fragments.get(name);
      if (!fragment || needed.has(name)) continue;
      needed.add(name);
      collect(spreadsOf(fragment));
    }
  };
  const spreads = spreadsOf(sent);
  collect(spreads);
  const own = compact(print(sent));
  const text = own + [...needed].map((name) => compact(print(fragments.get(name) ?? node))).join('');
  return { node, spreads, fragments: [...needed], own, text, hash: sha256(text) };
}
