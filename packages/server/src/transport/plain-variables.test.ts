import fc from 'fast-check';
import { getVariableValues, isInputType, typeFromAST } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../graphql/schema.js';
import { createDocumentStore, type Operation } from './documents.js';
import { diceOf, inputOf, type Wildness } from './executor.fixture.js';
import { knownDocuments } from './manifest.js';
import { plainVariables } from './plain-variables.js';

const documents = knownDocuments();
const store = createDocumentStore({ schema, manifest: documents, hasIntrospection: false, maxTokens: 100_000 });
const operations = [...documents.keys()].map((sha256Hash) => store.find({ extensions: { persistedQuery: { sha256Hash } } }));
const checks = new Map(operations.map((operation) => [operation, plainVariables(schema, operation.definition)]));
const arePlain = (operation: Operation, variables: Readonly<Record<string, unknown>>): boolean => checks.get(operation)?.(variables) ?? false;

function operationOf(field: string): Operation {
  const found = operations.find(({ rootFields }) => rootFields.includes(field));
  if (!found) throw new Error(`no known document asks for ${field}`);
  return found;
}

function variablesOf(operation: Operation, seed: number, wild: Wildness): Record<string, unknown> {
  const dice = diceOf(seed);
  return Object.fromEntries(
    (operation.definition.variableDefinitions ?? []).map(({ variable, type }): [string, unknown] => {
      const input = typeFromAST(schema, type);
      if (!isInputType(input)) throw new Error(`${variable.name.value} is no input`);
      return [variable.name.value, inputOf(input, dice, wild)];
    }),
  );
}

describe('variables that are right at first sight', () => {
  it('are never those that graphql-js refuses', () => {
    const seen = { plain: 0, wrong: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...operations), fc.nat(), (operation, seed) => {
        const variables = variablesOf(operation, seed, { nulls: 0.3, throws: 0.1, promises: 0 });
        const isWrong = getVariableValues(schema, operation.definition.variableDefinitions ?? [], variables).errors !== undefined;
        const isPlain = arePlain(operation, variables);
        seen.plain += Number(isPlain);
        seen.wrong += Number(isWrong);
        expect(isPlain && isWrong).toBe(false);
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.plain, seen.wrong)).toBeGreaterThan(50);
  });

  it('are those of a send as the SDK makes it, and no others', () => {
    const send = operationOf('sendMessage');
    const input = { conversationId: 'cnv_1', clientId: 'c1', text: 'x', parentId: null, audience: 'STAFF' };
    expect(arePlain(send, { input })).toBe(true);
    const others: readonly unknown[] = [
      undefined,
      null,
      'x',
      [],
      [input],
      { ...input, text: 1 },
      { ...input, text: null },
      { ...input, more: 1 },
      { ...input, audience: 'NOBODY' },
      { ...input, audience: 'toString' },
      { conversationId: 'cnv_1', clientId: 'c1' },
      JSON.parse('{"conversationId":"cnv_1","clientId":"c1","text":"x","__proto__":{}}'),
      Object.create(input),
    ];
    expect(others.filter((other) => arePlain(send, { input: other }))).toEqual([]);
    expect(arePlain(send, {})).toBe(false);
    expect(arePlain(send, Object.create({ input }))).toBe(false);
  });

  it('keep to the bounds of numbers', () => {
    const messages = operationOf('messages');
    const [bound] = (messages.definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value).filter((name) => name === 'last' || name === 'first');
    if (bound === undefined) throw new Error('the document of messages has no page size');
    const of = (value: unknown) => arePlain(messages, { conversationId: 'cnv_1', [bound]: value });
    expect([0, 50, -1, 2 ** 31 - 1, null].map(of)).toEqual([true, true, true, true, true]);
    expect([2 ** 31, 1.5, Number.NaN, '1', true].map(of)).toEqual([false, false, false, false, false]);
  });
});
