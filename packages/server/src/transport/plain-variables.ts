import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

type Check = (value: unknown) => boolean;

const MAX_INT = 2 ** 31 - 1;
const never: Check = () => false;

/** The scalars of GraphQL itself: values that are taken as they are. */
const SCALARS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['String', (value) => typeof value === 'string'],
  ['ID', (value) => typeof value === 'string'],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Int', (value) => Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INT],
  ['Float', (value) => Number.isFinite(value)],
]);

/**
 * Makes a check that sees at a glance that the variables of an operation are right: each value has the very shape of its type, with nothing to
 * convert. Its no means only that graphql-js has to look, which knows every rule and costs many times as much.
 */
export function plainVariables(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): (variables: Readonly<Record<string, unknown>>) => boolean {
  const made = new Map<GraphQLInputType, Check>();
  const checkOf = (type: GraphQLInputType): Check => {
    const known = made.get(type);
    if (known) return known;
    // An input object may hold itself, and finds its check before that is made.
    let check = never;
    made.set(type, (value) => check(value));
    check = isNonNullType(type) ? presentCheck(checkOf(type.ofType)) : optionalCheck(checkFor(type, checkOf));
    return check;
  };
  const checks = variableDefinitions.map((definition) => {
    const type = typeFromAST(schema, definition.type);
    return { name: definition.variable.name.value, check: isInputType(type) ? checkOf(type) : never };
  });
  return (variables) => checks.every(({ name, check }) => check(Object.hasOwn(variables, name) ? variables[name] : undefined));
}

function presentCheck(check: Check): Check {
  return (value) => value != null && check(value);
}

function optionalCheck(check: Check): Check {
  return (value) => value == null || check(value);
}

/** The check of a value that is there. */
function checkFor(type: GraphQLInputType, checkOf: (type: GraphQLInputType) => Check): Check {
  if (isListType(type)) {
    const check = checkOf(type.ofType);
    return (value) => Array.isArray(value) && value.every(check);
  }
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  if (!isInputObjectType(type)) return SCALARS.get(String(type)) ?? never;
  if (type.isOneOf) return never;
  const fields = Object.values(type.getFields());
  const required = fields.filter(isRequiredInputField).map(({ name }) => name);
  const checks = new Map(fields.map((field) => [field.name, checkOf(field.type)]));
  return (value) => isRecord(value) && required.every((name) => Object.hasOwn(value, name)) && Object.keys(value).every((name) => checks.get(name)?.(value[name]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
