/**
 * What a document may look like and cost. Measured once the document has passed validation, by one walk in which each fragment
 * is looked at once, so that the walk itself cannot be made dear.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Limits } from '../config.js';
import { ChatError } from '../kernel/errors.js';

/** Which of a document's measures have a ceiling. */
export type DocumentLimits = Pick<Limits, 'depth' | 'aliases' | 'directives' | 'rootFields' | 'cost'>;

/** The measures of one operation, fragments spread out. */
export type Measures = Readonly<Record<keyof DocumentLimits, number>>;

/** Entries that a list without a page size is taken to have. */
const UNSIZED_LIST = 5;
const SCALAR_COST = 0.01;
/** The page size of a paged field that is not given one; the schema refuses more than 100. */
const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 100;

/** What an operation is measured against. */
export interface MeasureInput {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables, since page sizes count. */
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Walk extends MeasureInput {
  readonly memo: Map<string, Measures>;
}

interface Place {
  /** Name of the type that the selections are on. */
  readonly typeName: string;
  /** Whether a page size above already counts the list below. */
  readonly isPaged: boolean;
}

const NOTHING: Measures = { depth: 0, aliases: 0, directives: 0, rootFields: 0, cost: 0 };

/** Measures one operation of a valid document. */
export function measure(input: MeasureInput): Measures {
  const { schema, operation } = input;
  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  return ofSelections({ ...input, memo: new Map() }, operation.selectionSet, { typeName: root.name, isPaged: false });
}

/**
 * Refuses an operation that is over a limit.
 * @throws ChatError QUERY_TOO_COMPLEX; `details.limit` names the measure, `details.max` the ceiling, `details.actual` the value.
 */
export function checkMeasures(measures: Measures, limits: DocumentLimits): void {
  for (const limit of ['depth', 'aliases', 'directives', 'rootFields', 'cost'] as const) {
    const actual = Math.ceil(measures[limit]);
    const max = limits[limit];
    if (actual > max) {
      throw new ChatError('QUERY_TOO_COMPLEX', `unable to run operation; its ${WORDS[limit]} of ${actual} is above ${max}`, {
        details: { limit, max, actual },
      });
    }
  }
}

const WORDS: Readonly<Record<keyof DocumentLimits, string>> = {
  depth: 'depth',
  aliases: 'number of aliases',
  directives: 'number of directives',
  rootFields: 'number of root fields',
  cost: 'cost',
};

function ofSelections(walk: Walk, set: SelectionSetNode, place: Place): Measures {
  let { depth, aliases, directives, rootFields, cost } = NOTHING;
  // An object is of one type: of the fragments on the types of a union or interface, only the dearest can apply.
  const alternatives = new Map<string, number>();
  for (const selection of set.selections) {
    const on = conditionOf(walk, selection);
    const inner =
      selection.kind === Kind.FIELD
        ? ofField(walk, selection, place)
        : selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(walk, selection.name.value, place)
          : ofSelections(walk, selection.selectionSet, { ...place, typeName: on ?? place.typeName });
    depth = Math.max(depth, inner.depth);
    aliases += inner.aliases;
    directives += inner.directives + (selection.directives?.length ?? 0);
    rootFields += inner.rootFields;
    if (on !== null && on !== place.typeName && isObjectType(walk.schema.getType(on))) alternatives.set(on, (alternatives.get(on) ?? 0) + inner.cost);
    else cost += inner.cost;
  }
  return { depth, aliases, directives, rootFields, cost: cost + Math.max(0, ...alternatives.values()) };
}

/** The type that a fragment is on; null for a field, or a fragment that names none. */
function conditionOf(walk: Walk, selection: SelectionNode): string | null {
  if (selection.kind === Kind.FIELD) return null;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return walk.fragments.get(selection.name.value)?.typeCondition.name.value ?? null;
  return selection.typeCondition?.name.value ?? null;
}

function ofFragment(walk: Walk, name: string, place: Place): Measures {
  const key = `${name} ${place.isPaged}`;
  const known = walk.memo.get(key);
  if (known) return known;
  const fragment = walk.fragments.get(name);
  if (!fragment) return NOTHING;
  const measures = ofSelections(walk, fragment.selectionSet, { ...place, typeName: fragment.typeCondition.name.value });
  walk.memo.set(key, measures);
  return measures;
}

function ofField(walk: Walk, field: FieldNode, place: Place): Measures {
  const aliases = field.alias ? 1 : 0;
  // Introspection is allowed or refused as a whole, by configuration; its own documents are deep.
  if (field.name.value.startsWith('__')) return { ...NOTHING, aliases, rootFields: 1 };
  const type = outputTypeOf(walk.schema, place.typeName, field.name.value);
  const named = type ? getNamedType(type) : undefined;
  if (!field.selectionSet || !named || !isCompositeType(named)) {
    return { depth: 1, aliases, directives: 0, rootFields: 1, cost: SCALAR_COST };
  }
  const page = pageSize(walk, field, place.typeName);
  const isList = type !== undefined && hasList(type);
  const times = page ?? (isList && !place.isPaged ? UNSIZED_LIST : 1);
  const inner = ofSelections(walk, field.selectionSet, { typeName: named.name, isPaged: page !== null });
  return {
    depth: inner.depth + 1,
    aliases: aliases + inner.aliases,
    directives: inner.directives,
    rootFields: 1,
    cost: 1 + times * inner.cost,
  };
}

function outputTypeOf(schema: GraphQLSchema, typeName: string, fieldName: string): GraphQLOutputType | undefined {
  const parent = schema.getType(typeName);
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[fieldName]?.type : undefined;
}

function hasList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The page size that a field is asked for; null where it has none. */
function pageSize(walk: Walk, field: FieldNode, typeName: string): number | null {
  const parent = walk.schema.getType(typeName);
  const args = isObjectType(parent) || isInterfaceType(parent) ? (parent.getFields()[field.name.value]?.args ?? []) : [];
  const sizes = args.filter((arg) => arg.name === 'first' || arg.name === 'last');
  if (sizes.length === 0) return null;
  const asked = sizes.map((arg) => {
    const given = field.arguments?.find((each) => each.name.value === arg.name);
    return given ? numberOf(given.value, walk.variables) : null;
  });
  const defaults = sizes.map((arg) => (typeof arg.defaultValue === 'number' ? arg.defaultValue : null));
  const size = [...asked, ...defaults].find((each) => each !== null) ?? DEFAULT_PAGE;
  return Math.min(Math.max(size, 1), LARGEST_PAGE);
}

function numberOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): number | null {
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind !== Kind.VARIABLE) return null;
  const value = variables[node.name.value];
  return typeof value === 'number' ? value : null;
}
