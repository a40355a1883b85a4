/**
 * What the generated documents ask for: one fragment per object type, each with every leaf of its type and the
 * fragments of the types beneath it. A type that would contain itself is cut there, so that depth is bounded.
 */
import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A fragment of the generated documents, and the TypeScript interface that carries its name. */
export interface Selection {
  /** Name of the fragment and of the interface. */
  readonly name: string;
  readonly type: GraphQLNamedType;
  readonly fields: readonly SelectedField[];
  /** Members of a union, in schema order; empty for objects and interfaces. */
  readonly members: readonly Selection[];
  /** The selection that this one widens, if any. */
  readonly base: Selection | null;
}

/** One field of a {@link Selection}; `of` is null for leaves. */
export interface SelectedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly of: Selection | null;
}

/**
 * A field that depends on the single viewer is left out of the plain fragment of its type, because feed items are
 * shared by everybody of an audience. `Viewer<Type>` is the fragment that has it.
 */
const VIEWER_FIELD = 'viewer';
const SHARED_FEED = 'ConversationFeedItem';

/** Selections of a schema, each made once. */
export class Selections {
  readonly #schema: GraphQLSchema;
  readonly #made = new Map<string, Selection>();
  readonly #shared: ReadonlySet<string>;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    const feed = schema.getType(SHARED_FEED);
    this.#shared = new Set(isUnionType(feed) ? feed.getTypes().map((type) => type.name) : []);
  }

  /** Everything that was selected so far, by name. */
  all(): Selection[] {
    return [...this.#made.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The selection under a field of `parent`; null for a leaf, undefined where the field has to be left out. */
  under(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, path: readonly string[] = []): Selection | null | undefined {
    const type = getNamedType(field.type);
    if (field.args.some((argument) => String(argument.type).endsWith('!')) && path.length > 0) return undefined;
    if (isLeafType(type)) return null;
    if (path.includes(type.name)) return undefined;
    if (isObjectType(type) && type.getFields()[VIEWER_FIELD] && !this.#shared.has(parent.name)) return this.#withViewer(type, path);
    return this.of(type, path);
  }

  /** The plain selection of a type. */
  of(type: GraphQLNamedType, path: readonly string[] = []): Selection {
    const known = this.#made.get(type.name);
    if (known) return known;
    const inside = [...path, type.name];
    const selection: Selection = {
      name: type.name,
      type,
      fields: isObjectType(type) ? this.#fields(type, inside) : isAbstractType(type) && !isUnionType(type) ? this.#leaves(type.getFields()) : [],
      members: isUnionType(type) ? this.#schema.getPossibleTypes(type).map((member) => this.of(member, inside)) : [],
      base: null,
    };
    this.#made.set(selection.name, selection);
    return selection;
  }

  #withViewer(type: GraphQLObjectType, path: readonly string[]): Selection {
    const name = `Viewer${type.name}`;
    const known = this.#made.get(name);
    if (known) return known;
    const field = type.getFields()[VIEWER_FIELD];
    const base = this.of(type, path);
    const fields = field ? [{ field, of: this.under(type, field, [...path, type.name]) ?? null }] : [];
    const selection: Selection = { name, type, fields, members: [], base };
    this.#made.set(name, selection);
    return selection;
  }

  #fields(type: GraphQLObjectType, path: readonly string[]): SelectedField[] {
    const fields: SelectedField[] = [];
    for (const field of Object.values(type.getFields())) {
      if (field.name === VIEWER_FIELD && path.length > 0 && isObjectType(getNamedType(field.type)) && type.name !== 'Query') continue;
      const of = this.under(type, field, path);
      if (of !== undefined) fields.push({ field, of });
    }
    return fields;
  }

  #leaves(fields: Record<string, GraphQLField<unknown, unknown>>): SelectedField[] {
    return Object.values(fields)
      .filter((field) => isLeafType(getNamedType(field.type)))
      .map((field) => ({ field, of: null }));
  }
}

/** The names of all fragments that a selection needs, itself included, in a stable order. */
export function fragmentsOf(selection: Selection, found = new Set<string>()): Set<string> {
  if (found.has(selection.name)) return found;
  found.add(selection.name);
  if (selection.base) fragmentsOf(selection.base, found);
  for (const { of } of selection.fields) if (of) fragmentsOf(of, found);
  for (const member of selection.members) fragmentsOf(member, found);
  return found;
}

/** The text of a fragment. */
export function printFragment(selection: Selection): string {
  const lines = [
    ...(selection.members.length > 0 || isAbstractType(selection.type) ? ['__typename'] : []),
    ...(selection.base ? [`...${selection.base.name}`] : []),
    ...selection.fields.map(({ field, of }) => (of ? `${field.name} { ...${of.name} }` : field.name)),
    ...selection.members.map((member) => `...${member.name}`),
  ];
  return `fragment ${selection.name} on ${selection.type.name} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`;
}
