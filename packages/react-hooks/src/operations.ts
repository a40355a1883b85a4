/** One hook for every query and mutation of the schema; each can be imported alone, and the others cost nothing. */
export * from './generated/operations.js';
export type {
  OperationMutationOptions,
  OperationMutationResult,
  OperationQueryOptions,
  OperationQueryResult,
} from './operation-hooks.js';
