/** `src/generated/operations.ts`: per root field one typed document and one function, each of them importable alone. */
import { getNamedType, isNonNullType, print, typeFromAST, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { operationText } from '../src/operation.js';
import { pascal } from './documents.js';
import { GENERATED, compact, spreadsOf, type Emitter, type EmitterInput, type WireOperation } from './emitter.js';
import { comment, fieldText, namedType, parts, wrapped } from './type-text.js';

/** Prints the module. */
export const emitOperations: Emitter = (input) => {
  const texts = fragmentTexts(input);
  const bodies = input.operations.map((operation) => operationCode(input, operation)).join('\n');
  const names = new Set<string>();
  const code = bodies.replaceAll(/\/\*[^]*?\*\/|'(?:[^'\\]|\\.)*'/g, '');
  for (const [, name] of code.matchAll(/\b([A-Z]\w+)\b/g)) if (name) names.add(name);
  const types = Object.keys(input.context.schema.getTypeMap());
  const imported = [...new Set([...types, ...input.fragments.map((fragment) => fragment.name.value), 'JsonObject'])]
    .filter((name) => names.has(name) && !['Query', 'Mutation', 'Subscription', 'Boolean', 'String', 'Int', 'Float', 'ID', 'JSON', 'DateTime'].includes(name))
    .sort();
  return [
    GENERATED,
    "import { operation, type DocumentParts, type FeedSink, type OperationDocument, type OperationRunner, type RequestOptions } from '../operation.js';\n",
    `import type {\n${imported.map((name) => `  ${name},\n`).join('')}} from './types.js';\n\n`,
    ...texts,
    '\n',
    bodies,
  ].join('');
};

/** A constant per fragment that is sent: its text and the constants of those that it spreads, which therefore stand before it. */
function fragmentTexts({ sent, operations }: EmitterInput): string[] {
  const lines = new Map<string, string>();
  const emit = (name: string) => {
    const fragment = sent.get(name);
    if (!fragment || lines.has(name)) return;
    const spreads = spreadsOf(fragment);
    spreads.forEach(emit);
    const full = compact(print(fragment)).replace(/^fragment (\w+) on \1(?=\{)/, '$1');
    const members = spreads.map((each) => ` ...${each}`).join('');
    // A union: the names of its members stand at the head of their own texts already.
    const isUnion = members !== '' && full === `${name}{__typename${members}}` && spreads.every((each) => sent.get(each)?.typeCondition.name.value === each);
    const text = isUnion ? `${name}{__typename}` : full;
    lines.set(name, `const ${name}Text: DocumentParts = [${[`'${text}'`, ...spreads.map((each) => `${each}Text`)].join(', ')}];\n`);
  };
  for (const operation of operations) operation.spreads.forEach(emit);
  return [...lines.values()];
}

/** So many tell the documents of all versions apart, and more would only weigh. */
const HASH_DIGITS = 16;

/** Names that belong to one operation. */
export function namesOf(operation: WireOperation): { name: string; data: string; variables: string; document: string } {
  const name = operation.node.name?.value ?? '';
  const data = name + pascal(operation.node.operation);
  return { name, data, variables: `${data}Variables`, document: `${name}Document` };
}

/** The root field of an operation. */
export function rootOf({ context }: EmitterInput, operation: WireOperation): GraphQLField<unknown, unknown> {
  const type: GraphQLObjectType | null | undefined = context.schema.getRootType(operation.node.operation);
  const [node] = parts(operation.node.selectionSet).fields;
  const field = type?.getFields()[node?.name.value ?? ''];
  if (!field) throw new Error(`unable to generate operations; ${operation.own} has no root field`);
  return field;
}

function operationCode(input: EmitterInput, operation: WireOperation): string {
  const { data, variables, document } = namesOf(operation);
  const field = rootOf(input, operation);
  const [node] = parts(operation.node.selectionSet).fields;
  if (!node) return '';
  const kind = operation.node.operation;
  // Arrays, because a bundler cannot know that adding strings has no effect and would keep every document.
  const text = [`'${operation.hash.slice(0, HASH_DIGITS)}'`, `'${shortText(operation, field.name)}'`, ...operation.spreads.map((name) => `${name}Text`)].join(', ');
  return [
    `/** What the ${kind} \`${field.name}\` answers. */\nexport interface ${data} {\n${fieldText(input.context, field, node, '  ')}}\n`,
    `/** What the ${kind} \`${field.name}\` takes. */\n${variablesText(input, operation, variables)}`,
    `/** The document of \`${field.name}\`. */\nexport const ${document}: OperationDocument<${data}, ${variables}> = /*#__PURE__*/ operation('${kind}', '${field.name}', [${text}]);\n`,
    functionText(input, operation),
  ].join('');
}

/** The shortest text of which {@link operationText} makes the operation again: an override may be of any form. */
function shortText({ node, own }: WireOperation, field: string): string {
  const [, variables = '', selection = ''] = /^\w+ \w+(?:\(([^{}]*?)\))?\{\w+(?:\([^{}]*?\))?(.*)\}$/.exec(own) ?? [];
  return [selection, variables + selection].find((short) => operationText(node.operation, field, short) === own) ?? own;
}

function variablesText({ context }: EmitterInput, operation: WireOperation, name: string): string {
  const lines = (operation.node.variableDefinitions ?? []).map((definition) => {
    const variable = definition.variable.name.value;
    const field = rootOf({ context, fragments: [], sent: new Map(), operations: [] }, operation);
    const type = typeFromAST(context.schema, definition.type);
    if (!type) throw new Error(`unable to generate operations; ${operation.own} has a variable of an unknown type`);
    const optional = !isNonNullType(type);
    const text = wrapped(type, namedType(getNamedType(type)));
    const description = field.args.find((argument) => argument.name === variable)?.description;
    return `${comment(description, '  ')}  readonly ${variable}${optional ? '?' : ''}: ${text}${optional ? ' | undefined' : ''};\n`;
  });
  return lines.length === 0 ? `export type ${name} = Readonly<Record<string, never>>;\n` : `export interface ${name} {\n${lines.join('')}}\n`;
}

function functionText(input: EmitterInput, operation: WireOperation): string {
  const { data, variables, document } = namesOf(operation);
  const field = rootOf(input, operation);
  const head = comment(field.description ?? undefined);
  const result = `${data}['${field.name}']`;
  if (operation.node.operation === 'subscription') {
    return `${head}export function ${field.name}(client: OperationRunner, variables: ${variables}, sink: FeedSink<${result}>): () => void {\n  return client.subscribe(${document}, variables, { ...sink, next: (data) => sink.next(data.${field.name}) });\n}\n`;
  }
  const isInput = operation.node.operation === 'mutation' && field.args.length === 1 && field.args[0]?.name === 'input';
  const required = (operation.node.variableDefinitions ?? []).some((definition) => definition.type.kind === 'NonNullType');
  const parameter = isInput ? `input: ${variables}['input']` : `variables: ${variables}${required ? '' : ' = {}'}`;
  return `${head}export async function ${field.name}(client: OperationRunner, ${parameter}, options?: RequestOptions): Promise<${result}> {\n  const data = await client.request(${document}, ${isInput ? '{ input }' : 'variables'}, options);\n  return data.${field.name};\n}\n`;
}
