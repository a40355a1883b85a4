/** A schema with the types of the real one, whose fields answer with values that follow from a seed alone, in whatever order they run. */
import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  printSchema,
} from 'graphql';
import { ChatError } from '../kernel/errors.js';

/** How often, from 0 to 1, something goes wrong. */
export interface Wildness {
  /** A value is null, also where it must not be. */
  readonly nulls: number;
  /** A resolver throws. */
  readonly throws: number;
  /** A resolver answers later. */
  readonly promises: number;
}

/** The root value of an execution: what follows, follows from it. */
export interface Root {
  readonly seed: number;
  readonly wild: Wildness;
  /** What went wrong, by place: filled while it is executed. */
  readonly faults: Set<string>;
}

interface Parent extends Root {
  readonly __typename?: string;
}

/** Rolls numbers from 0 to 1, the same ones for the same seed. */
export function diceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Builds it from the printed types of `real`. */
export function seededSchema(real: GraphQLSchema): GraphQLSchema {
  const schema = buildSchema(printSchema(real));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (parent: Parent, args: Readonly<Record<string, unknown>>) => {
        const { wild } = parent;
        const place = `${parent.seed} ${field.name} ${sorted(args)}`;
        const dice = diceOf(hashOf(place));
        if (dice() < wild.throws) {
          parent.faults.add(place);
          throw new ChatError('NOT_FOUND', `unable to read ${field.name}; it does not exist`);
        }
        const value = valueOf(field.type, { schema, dice, parent, place });
        return dice() < wild.promises ? Promise.resolve(value) : value;
      };
    }
  }
  return schema;
}

interface Roll {
  readonly schema: GraphQLSchema;
  readonly dice: () => number;
  readonly parent: Parent;
  readonly place: string;
}

function valueOf(type: GraphQLOutputType, roll: Roll): unknown {
  const { schema, dice, parent } = roll;
  if (dice() < parent.wild.nulls) {
    if (isNonNullType(type)) parent.faults.add(`${roll.place} ${dice()}`);
    return null;
  }
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return Array.from({ length: Math.floor(dice() * 4) }, () => valueOf(inner.ofType, roll));
  if (isEnumType(inner)) return pick(inner.getValues(), dice)?.value;
  if (!isObjectType(inner) && !isAbstractType(inner)) return leafOf(inner.name, dice);
  const concrete = isObjectType(inner) ? inner : pick(schema.getPossibleTypes(inner), dice);
  return { ...parent, __typename: concrete?.name, seed: Math.floor(dice() * 2 ** 31) };
}

/** A value for a variable; `wild.nulls` leaves out and nulls what may be left out, `wild.throws` puts something of another type. */
export function inputOf(type: GraphQLInputType, dice: () => number, wild: Wildness): unknown {
  if (dice() < wild.throws) return pick([17, 2.5, 'text', true, {}, [], null, { nothing: 1 }], dice);
  if (isNonNullType(type)) return inputOf(type.ofType, dice, { ...wild, nulls: 0 });
  if (dice() < wild.nulls) return dice() < 0.5 ? undefined : null;
  if (isListType(type)) return Array.from({ length: Math.floor(dice() * 3) }, () => inputOf(type.ofType, dice, wild));
  if (isEnumType(type)) return pick(type.getValues(), dice)?.name;
  if (!isInputObjectType(type)) return leafOf(type.name, dice);
  const fields = Object.values(type.getFields()).map((field) => [field.name, inputOf(field.type, dice, wild)]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function leafOf(name: string, dice: () => number): unknown {
  if (name === 'Int') return Math.floor(dice() * 1000);
  if (name === 'Float') return dice() * 1000;
  if (name === 'Boolean') return dice() < 0.5;
  if (name === 'JSON') return { list: [1, 'ä\u2028"', null], of: { dice: dice() } };
  return `"\\ \u2028 ü ${Math.floor(dice() * 1000)}`;
}

function pick<T>(values: readonly T[], dice: () => number): T | undefined {
  return values[Math.floor(dice() * values.length)];
}

/** As JSON with its keys in order: arguments may come in any. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return hash;
}
