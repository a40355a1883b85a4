import { invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import type { JsonObject } from '../../kernel/words.js';

/** What of a user a condition looks at. */
export type SegmentField = 'profile' | 'created_at';
/** How a condition compares. */
export type SegmentOperator = 'is' | 'is_not' | 'has' | 'exists' | 'missing' | 'at_least' | 'at_most' | 'before' | 'after';

/** A condition as callers give it: which of the values it needs depends on the operator. */
export interface ConditionInput {
  readonly field: SegmentField;
  readonly operator: SegmentOperator;
  /** For `profile`: the name, or names joined by dots into nested objects. */
  readonly key?: string | null;
  readonly texts?: readonly string[] | null;
  readonly number?: number | null;
  readonly boolean?: boolean | null;
  readonly at?: Date | null;
}

/** A group of conditions that must all hold. */
export interface GroupInput {
  readonly allOf: readonly ConditionInput[];
}

/** A condition as it is kept, and as `audience-sql.ts` reads it. */
export interface Condition {
  readonly op: SegmentOperator;
  /** For the profile. */
  readonly path?: readonly string[];
  /** What to compare with: texts, one number or one boolean. */
  readonly values?: readonly (string | number | boolean)[];
  /** For times. */
  readonly at?: string;
}

/** The most groups of a segment, conditions of a group, and texts of a condition. */
export const SEGMENT_LIMITS = { groups: 10, conditions: 10, texts: 50 } as const;

const NAME = /^[\p{L}\p{N}_-]{1,60}$/u;
const NEEDS: Readonly<Record<SegmentOperator, readonly SegmentField[]>> = {
  is: ['profile'],
  is_not: ['profile'],
  has: ['profile'],
  exists: ['profile'],
  missing: ['profile'],
  at_least: ['profile'],
  at_most: ['profile'],
  before: ['created_at'],
  after: ['created_at'],
};

/**
 * Checks the conditions of an audience: groups of which one must hold as a whole. Empty is everybody.
 * @throws ChatError INVALID_INPUT, naming the place as in `segment[0].allOf[1].key`
 */
export function parseSegment(operation: string, groups: readonly GroupInput[]): Condition[][] {
  if (groups.length > SEGMENT_LIMITS.groups) throw invalidInput(operation, 'segment', `has more than ${SEGMENT_LIMITS.groups} groups`);
  return groups.map(({ allOf }, index) => {
    const field = `segment[${index}].allOf`;
    if (allOf.length === 0) throw invalidInput(operation, field, 'is empty');
    if (allOf.length > SEGMENT_LIMITS.conditions) throw invalidInput(operation, field, `has more than ${SEGMENT_LIMITS.conditions} conditions`);
    return allOf.map((condition, place) => parseCondition(operation, `${field}[${place}]`, condition));
  });
}

/** What is kept of a segment, as plain JSON. */
export function segmentJson(segment: readonly (readonly Condition[])[]): JsonObject[][] {
  return segment.map((group) =>
    group.map(({ op, path, values, at }) => ({ op, ...(path ? { path: [...path] } : {}), ...(values ? { values: [...values] } : {}), ...(at ? { at } : {}) })),
  );
}

/** The condition as it was given, out of what is kept; null for what no version of this server wrote. */
export function conditionView(kept: unknown): ConditionInput | null {
  if (typeof kept !== 'object' || kept === null || !('op' in kept) || !isOperator(kept.op)) return null;
  const path = 'path' in kept && Array.isArray(kept.path) ? kept.path.filter((name): name is string => typeof name === 'string') : null;
  const values: readonly unknown[] = 'values' in kept && Array.isArray(kept.values) ? kept.values : [];
  const texts = values.filter((value): value is string => typeof value === 'string');
  const at = 'at' in kept && typeof kept.at === 'string' ? new Date(kept.at) : null;
  return {
    field: at ? 'created_at' : 'profile',
    operator: kept.op,
    key: path?.join('.') ?? null,
    texts: texts.length > 0 ? texts : null,
    number: values.find((value): value is number => typeof value === 'number') ?? null,
    boolean: values.find((value): value is boolean => typeof value === 'boolean') ?? null,
    at,
  };
}

function parseCondition(operation: string, field: string, input: ConditionInput): Condition {
  const refuse = (name: string, reason: string) => invalidInput(operation, `${field}.${name}`, reason);
  const { operator: op } = input;
  if (!NEEDS[op].includes(input.field)) throw refuse('operator', 'does not fit the field');
  if (input.field === 'created_at') {
    if (!input.at) throw refuse('at', 'is missing');
    refuseOthers(input, ['at'], refuse);
    return { op, at: input.at.toISOString() };
  }
  const path = (input.key ?? '').split('.');
  if (path.length > 3 || path.some((name) => !NAME.test(name))) throw refuse('key', 'is not 1 to 3 names of letters, digits, _ and -, joined by dots');
  if (op === 'exists' || op === 'missing') {
    refuseOthers(input, ['key'], refuse);
    return { op, path };
  }
  if (op === 'at_least' || op === 'at_most') {
    if (input.number == null || !Number.isFinite(input.number)) throw refuse('number', 'is missing');
    refuseOthers(input, ['key', 'number'], refuse);
    return { op, path, values: [input.number] };
  }
  return { op, path, values: parseValues(operation, field, input) };
}

/** Texts, or one number, or one boolean. */
function parseValues(operation: string, field: string, { texts, number, boolean }: ConditionInput): (string | number | boolean)[] {
  const given = [texts, number, boolean].filter((value) => value != null);
  if (given.length !== 1) throw invalidInput(operation, field, 'needs exactly one of texts, number and boolean');
  if (number != null && !Number.isFinite(number)) throw invalidInput(operation, `${field}.number`, 'is not a finite number');
  if (number != null) return [number];
  if (boolean != null) return [boolean];
  const list = texts ?? [];
  if (list.length === 0 || list.length > SEGMENT_LIMITS.texts) throw invalidInput(operation, `${field}.texts`, `does not have 1 to ${SEGMENT_LIMITS.texts} texts`);
  return list.map((text) => parseText({ operation, field: `${field}.texts` }, text, { max: 200 }));
}

function refuseOthers(input: ConditionInput, allowed: readonly (keyof ConditionInput)[], refuse: (name: string, reason: string) => Error): void {
  for (const name of ['key', 'texts', 'number', 'boolean', 'at'] as const) {
    if (!allowed.includes(name) && input[name] != null) throw refuse(name, 'does not fit the operator');
  }
}

function isOperator(value: unknown): value is SegmentOperator {
  return typeof value === 'string' && Object.hasOwn(NEEDS, value);
}
