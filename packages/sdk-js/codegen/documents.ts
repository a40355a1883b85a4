/** One document per root field of the schema, written out as `operations/<field>.graphql`. */
import { isNonNullType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { Selections, printFragment, type Selection } from './selection.js';

/** The kind of a root field. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** A root field, with what its generated document selects. */
export interface RootField {
  readonly kind: OperationKind;
  readonly field: GraphQLField<unknown, unknown>;
  /** Name of the operation: the field's name in PascalCase. */
  readonly name: string;
  readonly selection: Selection | null;
}

/** Every root field of a schema, sorted by name, and the fragments they need. */
export interface Operations {
  readonly roots: readonly RootField[];
  readonly selections: readonly Selection[];
}

/** Walks the schema. Throws when two root fields share a name, because each makes one function. */
export function operationsOf(schema: GraphQLSchema): Operations {
  const selections = new Selections(schema);
  const kinds: [OperationKind, GraphQLObjectType | null | undefined][] = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ];
  const roots = kinds.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field): RootField => {
      const selection = type ? (selections.under(type, field) ?? null) : null;
      return { kind, field, name: pascal(field.name), selection };
    }),
  );
  roots.sort((a, b) => (a.field.name < b.field.name ? -1 : 1));
  roots.forEach((root, index) => {
    if (roots[index + 1]?.field.name === root.field.name) throw new Error(`unable to generate operations; two root fields are called ${root.field.name}`);
  });
  return { roots, selections: selections.all() };
}

/** The first letter in upper case. */
export function pascal(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The text of the document of a root field, without its fragments. */
export function printOperation({ kind, field, name, selection }: RootField): string {
  const variables = field.args.map((argument) => `$${argument.name}: ${String(variableType(argument))}`).join(', ');
  const values = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const wrap = (text: string) => (text === '' ? '' : `(${text})`);
  return `${kind} ${name}${wrap(variables)} {\n  ${field.name}${wrap(values)}${selection ? ` { ...${selection.name} }` : ''}\n}\n`;
}

/** An argument with a default may be left out, whatever its type says. */
function variableType({ type, defaultValue }: GraphQLArgument): GraphQLInputType {
  return defaultValue !== undefined && isNonNullType(type) ? type.ofType : type;
}

/** The generated files of `operations/`, by file name. */
export function operationFiles({ roots, selections }: Operations): Map<string, string> {
  const files = new Map<string, string>();
  for (const root of roots) files.set(`${root.field.name}.graphql`, HEADER + printOperation(root));
  files.set('fragments.graphql', HEADER + selections.map(printFragment).join('\n'));
  return files;
}

const HEADER = '# Generated from schema.graphql. To change one operation, put a file of the same name into overrides/.\n';
