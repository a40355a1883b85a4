import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../config.js';
import { isChatError } from '../kernel/errors.js';
import { knownDocuments } from '../transport/manifest.js';
import { checkMeasures, measure, type Measures } from './limits.js';
import { schema } from './schema.js';

function measuresOf(text: string, variables: Record<string, unknown> = {}): Measures {
  const fragments = new Map();
  const { definitions } = parse(text);
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return measure({ schema, operation, fragments, variables });
}

function refusalOf(text: string, variables?: Record<string, unknown>): unknown {
  try {
    checkMeasures(measuresOf(text, variables), DEFAULT_LIMITS);
    return null;
  } catch (error) {
    return isChatError(error, 'QUERY_TOO_COMPLEX') ? error.details?.['limit'] : error;
  }
}

const repeat = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('limits of documents', () => {
  it('R178: every document of the SDK passes, sent as text and with the largest pages', () => {
    const refused = [...knownDocuments().values()].filter((text) => refusalOf(text, { first: 100, last: 100 }) !== null);
    expect(refused.map((text) => [text.slice(0, 40), measuresOf(text, { first: 100, last: 100 })])).toEqual([]);
    expect(knownDocuments().size).toBeGreaterThan(40);
  });

  it('counts levels, and the levels of fragments', () => {
    expect(measuresOf('{ viewer { id } }').depth).toBe(2);
    expect(measuresOf('{ ...A } fragment A on Query { conversation(id: "x") { sendGate { state } } }').depth).toBe(3);
  });

  it('counts a page as often as it is asked for', () => {
    const page = (first: string): number => measuresOf(`query ($n: Int) { conversations(first: ${first}) { edges { node { id } } } }`, { n: 40 }).cost;
    expect(page('20')).toBeGreaterThan(page('10') * 1.9);
    expect(page('$n')).toBe(page('40'));
    expect(page('100000')).toBe(page('100'));
  });

  it.each([
    ['aliases', `{ ${repeat(21, (index) => `a${index}: site { id }`)} }`, 'aliases'],
    ['aliases in a fragment that is spread often', `{ ${repeat(3, () => '...A')} viewer { id } } fragment A on Query { ${repeat(8, (index) => `a${index}: unread { messages }`)} }`, 'aliases'],
    ['directives', `{ ${repeat(31, () => 'viewer @skip(if: false) { id }')} }`, 'directives'],
    ['root fields', `{ ${repeat(11, () => 'viewer { id }')} }`, 'rootFields'],
    ['cost', `{ ${repeat(10, (index) => `a${index}: conversationEvents(conversationId: "x", first: 100) { items { ... on ConversationSnapshot { messages { edges { node { sender { id } reactions { emoji } } } } } } }`)} }`, 'cost'],
  ])('R178: %s', (_name, text, limit) => {
    expect(refusalOf(text)).toBe(limit);
  });

  it('R178: a document nested too deep', () => {
    const open = '... on Query { '.repeat(5);
    expect(refusalOf(`{ ${open} viewer { id } ${'}'.repeat(5)} }`)).toBeNull();
    const nested = measuresOf('{ booking(id: "x") { conversation { participants { user { id } } } } }');
    expect(nested.depth).toBe(5);
    expect(() => checkMeasures({ ...nested, depth: 13 }, DEFAULT_LIMITS)).toThrow('depth of 13 is above 12');
  });

  it('is quick on fragments that double at each step', () => {
    const doubling = repeat(30, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`);
    const text = `{ ...F0 } ${doubling} fragment F30 on Query { a: viewer { id } }`;
    expect(refusalOf(text)).toBe('aliases');
  });

  it('leaves introspection to its own switch', () => {
    expect(measuresOf('{ __schema { types { fields { type { ofType { ofType { name } } } } } } }').cost).toBe(0);
  });
});
