/** `packages/react-hooks/src/generated/operations.ts`: a typed hook for every query and mutation. */
import { GENERATED, type Emitter } from './emitter.js';
import { namesOf, rootOf } from './emit-operations.js';
import { comment } from './type-text.js';

/** Prints the module. Feeds have hand-written hooks and get none here. */
export const emitReact: Emitter = (input) => {
  const values = new Set<string>();
  const types = new Set<string>();
  const hooks = input.operations.flatMap((operation) => {
    const { name, data, variables, document } = namesOf(operation);
    const field = rootOf(input, operation);
    const head = comment(field.description ?? undefined);
    const result = `${data}['${field.name}']`;
    if (operation.node.operation === 'subscription') return [];
    values.add(document);
    types.add(data);
    types.add(variables);
    if (operation.node.operation === 'mutation') {
      return [
        `${head}export function use${name}Mutation(options?: OperationMutationOptions): OperationMutationResult<${result}, ${variables}['input']> {\n  return useOperationMutation(${document}, '${field.name}', options);\n}\n`,
      ];
    }
    const required = (operation.node.variableDefinitions ?? []).some((definition) => definition.type.kind === 'NonNullType');
    return [
      `${head}export function use${name}Query(variables: ${variables}${required ? '' : ' = {}'}, options?: OperationQueryOptions): OperationQueryResult<${result}> {\n  return useOperationQuery(${document}, '${field.name}', variables, options);\n}\n`,
    ];
  });
  const list = (names: Set<string>, prefix = '') => [...names].sort().map((name) => `  ${prefix}${name},\n`).join('');
  return [
    GENERATED,
    `import {\n${list(values)}${list(types, 'type ')}} from '@parley/sdk/operations';\n`,
    "import {\n  useOperationMutation,\n  useOperationQuery,\n  type OperationMutationOptions,\n  type OperationMutationResult,\n  type OperationQueryOptions,\n  type OperationQueryResult,\n} from '../operation-hooks.js';\n\n",
    hooks.join('\n'),
  ].join('');
};
