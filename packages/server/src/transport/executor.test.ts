import fc from 'fast-check';
import { execute, type ExecutionResult, isInputType, typeFromAST } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { GraphQLContext } from '../graphql/context.js';
import { toWireError } from '../graphql/masking.js';
import { schema as real } from '../graphql/schema.js';
import { createDocumentStore, type Operation } from './documents.js';
import { createExecutor } from './executor.js';
import { diceOf, inputOf, seededSchema, type Root, type Wildness } from './executor.fixture.js';
import { knownDocuments } from './manifest.js';

const schema = seededSchema(real);
const store = createDocumentStore({ schema, manifest: knownDocuments(), hasIntrospection: false, maxTokens: 100_000 });
const operations = [...knownDocuments().keys()].map((sha256Hash) => store.find({ extensions: { persistedQuery: { sha256Hash } } }));
const executor = createExecutor(schema);
// The seeded schema does not look at it.
const context = {} as GraphQLContext;
const log = pino({ level: 'silent' });

function variablesOf(operation: Operation, seed: number, wild: Wildness): Record<string, unknown> {
  const dice = diceOf(seed);
  const entries = (operation.definition.variableDefinitions ?? []).map(({ variable, type }): [string, unknown] => {
    const input = typeFromAST(schema, type);
    if (!input || !isInputType(input)) throw new Error(`${variable.name.value} is no input`);
    return [variable.name.value, inputOf(input, dice, wild)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The result as the wire sees it. */
function wireOf(result: ExecutionResult): string {
  const plain = 'data' in result ? 'INTERNAL' : 'INVALID_INPUT';
  const errors = (result.errors ?? []).map((error) => JSON.stringify(toWireError(error, { requestId: 'r', log, hasSuggestions: true }, plain)));
  return `${JSON.stringify(result.data)}\n${errors.join('\n')}`;
}

async function both(operation: Operation, seed: number, wild: { readonly of: Wildness; readonly ofInput: Wildness }) {
  const variables = variablesOf(operation, seed, wild.ofInput);
  const rootValue: Root = { seed, wild: wild.of, faults: new Set() };
  const compiled = wireOf(await executor.run(operation, { variables, context, rootValue }));
  const interpreted = wireOf(
    await execute({ schema, document: operation.document, variableValues: variables, contextValue: context, rootValue }),
  );
  return { compiled, interpreted, faults: rootValue.faults.size };
}

const TAME: Wildness = { nulls: 0, throws: 0, promises: 0.2 };
// graphql-js leaves rejections unheard where a field beside the one that failed answers later, so here all answer at once.
const AT_ONCE: Wildness = { ...TAME, promises: 0 };

describe('compiled execution of known documents', () => {
  it('compiles every one of them', () => {
    expect(operations.filter((operation) => !executor.isCompiled(operation)).map(({ rootFields }) => rootFields)).toEqual([]);
  });

  const anyOperation = fc.constantFrom(...operations);
  const check = (wild: { readonly of: Wildness; readonly ofInput: Wildness }) =>
    fc.assert(
      fc.asyncProperty(anyOperation, fc.nat(), async (operation, seed) => {
        const { compiled, interpreted, faults } = await both(operation, seed, wild);
        // Of several failures at once, which ones are told is left open by the specification.
        fc.pre(faults <= 1);
        expect(compiled).toBe(interpreted);
      }),
      { numRuns: 120 },
    );

  it('answers as graphql-js does, byte for byte', async () => {
    await check({ of: TAME, ofInput: { ...TAME, nulls: 0.3 } });
  });

  it('refuses the same variables in the same words', async () => {
    await check({ of: TAME, ofInput: { ...TAME, nulls: 0.3, throws: 0.2 } });
  });

  it('reports what a resolver threw at the same place', async () => {
    await check({ of: { ...AT_ONCE, throws: 0.02 }, ofInput: TAME });
  });

  it('treats a null where none may be the same way', async () => {
    await check({ of: { ...AT_ONCE, nulls: 0.02 }, ofInput: TAME });
  });
});
