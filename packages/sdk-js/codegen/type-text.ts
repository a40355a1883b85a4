/** TypeScript for what a selection set delivers. A selection that is one fragment becomes the interface of its name. */
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  type SelectionSetNode,
} from 'graphql';

/** What the printers need to look things up. */
export interface TypeContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

const SCALARS: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'string',
  JSON: 'JsonObject',
};

/** A comment for a schema description, indented; empty without one. */
export function comment(text: string | null | undefined, indent = ''): string {
  if (!text) return '';
  const lines = text.replaceAll('*/', '*\\/').trim().split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0] ?? ''} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

/** The name of a leaf or input type in TypeScript. */
export function namedType(type: GraphQLNamedType): string {
  return SCALARS[type.name] ?? type.name;
}

/** Wraps a type's text with the lists and nulls of its GraphQL type. */
export function wrapped(type: GraphQLType, text: string): string {
  if (isNonNullType(type)) return bare(type.ofType, text);
  return `${bare(type, text)} | null`;
}

function bare(type: GraphQLType, text: string): string {
  if (isNonNullType(type)) return bare(type.ofType, text);
  if (!isListType(type)) return text;
  const inner = wrapped(type.ofType, text);
  return `readonly ${/[ {]/.test(inner) ? `(${inner})` : inner}[]`;
}

/** The text of one selected field, as a line of an interface or of a type literal. */
export function fieldText(context: TypeContext, field: GraphQLField<unknown, unknown>, node: FieldNode, indent: string): string {
  const type = getNamedType(field.type);
  const inner = isLeafType(type) || !node.selectionSet ? namedType(type) : selectionText(context, type, node.selectionSet);
  const name = node.alias?.value ?? node.name.value;
  return `${comment(field.description, indent)}${indent}readonly ${name}: ${wrapped(field.type, inner)};\n`;
}

/** The type of a selection set on `type`. */
export function selectionText(context: TypeContext, type: GraphQLNamedType, set: SelectionSetNode): string {
  const [only] = set.selections;
  if (set.selections.length === 1 && only?.kind === 'FragmentSpread') return only.name.value;
  return isAbstractType(type) ? abstractText(context, type, set) : objectText(context, type, set);
}

function objectText(context: TypeContext, type: GraphQLNamedType, set: SelectionSetNode): string {
  const { spreads, fields } = parts(set);
  const body = fieldsText(context, type, fields);
  return [...spreads, ...(body === '' ? [] : [`{ ${body.trim().replaceAll(/\s*\n\s*/g, ' ')} }`])].join(' & ');
}

/** A union over the possible types, told apart by `__typename`. */
export function abstractText(context: TypeContext, type: GraphQLNamedType, set: SelectionSetNode): string {
  if (!isAbstractType(type)) return selectionText(context, type, set);
  const { spreads, fields } = parts(set);
  const members = context.schema.getPossibleTypes(type).map((member) => {
    const own = spreads.filter((name) => context.fragments.get(name)?.typeCondition.name.value === member.name);
    const shared = isInterfaceType(type) ? fieldsText(context, type, fields).trim().replaceAll(/\s*\n\s*/g, ' ') : '';
    return [`{ readonly __typename: '${member.name}'; ${shared}}`, ...own].join(' & ');
  });
  return members.map((member) => `\n  | (${member})`).join('');
}

/** The lines of the fields of a selection set; `__typename` becomes a literal. */
export function fieldsText(context: TypeContext, type: GraphQLNamedType, nodes: readonly FieldNode[], indent = '  '): string {
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  return nodes
    .map((node) => {
      if (node.name.value === '__typename') return isObjectType(type) ? `${indent}readonly __typename: '${type.name}';\n` : '';
      const field = fields[node.name.value];
      if (!field) throw new Error(`unable to generate types; ${type.name} has no field ${node.name.value}`);
      return fieldText(context, field, node, indent);
    })
    .join('');
}

/** The parts of a selection set. Inline fragments have no place in these documents. */
export function parts(set: SelectionSetNode): { spreads: string[]; fields: FieldNode[] } {
  const spreads: string[] = [];
  const fields: FieldNode[] = [];
  for (const selection of set.selections) {
    if (selection.kind === 'Field') fields.push(selection);
    else if (selection.kind === 'FragmentSpread') spreads.push(selection.name.value);
    else throw new Error('unable to generate types; name the inline fragment');
  }
  return { spreads, fields };
}
