import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../db/generated/pothos-types.js';
import { getDatamodel } from '../db/generated/pothos-types.js';
import type { GraphQLContext } from './context.js';
import { typeOfId } from './node-types.js';

/** What the schema's types are made of: the request's context, the tables, and the scalars with their shapes in code. */
export interface SchemaTypes {
  Context: GraphQLContext;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultNodeNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date | string };
    JSON: { Input: Record<string, unknown>; Output: unknown };
  };
}

/**
 * The one schema builder. Modules import it in their `schema.ts` and add their types and fields to it; `graphql/schema.ts`
 * imports all of those and builds the schema once.
 *
 * - Fields are non-null unless they say `nullable: true`.
 * - IDs are the text of the column (`usr_…`, `cnv_…`): nothing is encoded at the edge, and the prefix names the type.
 * - Errors: services throw `ChatError`; the transport turns it into the GraphQL error with its code.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [PrismaPlugin, RelayPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.deps.db.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    onUnusedQuery: null,
  },
  relay: {
    encodeGlobalID: (_type, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typeOfId(id) ?? 'Node', id }),
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'An object that can be asked for again by its id alone, with `node(id:)`.',
      resolveType: (value) => nodeTypeName(value),
    },
    idFieldOptions: { description: 'Opaque and stable; its prefix names the type.' },
    cursorType: 'String',
    edgeCursorType: 'String',
    pageInfoCursorType: 'String',
    edgesFieldOptions: { description: 'The entries of this page, in order.', nullable: { list: false, items: false } },
    nodeFieldOptions: { description: 'The object at this place of the list.', nullable: false },
    cursorFieldOptions: { description: 'Opaque position of this entry: pass it as `after` to go on behind it.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and from where to go on.' },
    pageInfoTypeOptions: { description: 'Where a page of a list begins and ends, and whether there is more on either side.' },
    hasNextPageFieldOptions: { description: 'True if there are entries after `endCursor`.' },
    hasPreviousPageFieldOptions: { description: 'True if there are entries before `startCursor`.' },
    startCursorFieldOptions: { description: 'Cursor of the first entry of the page; null if the page is empty.' },
    endCursorFieldOptions: { description: 'Cursor of the last entry of the page; null if the page is empty.' },
  },
});

/** The `Node` interface, for `interfaces: [nodeInterface]` on every type that `node(id:)` can answer with. */
export const nodeInterface = builder.nodeInterfaceRef();

builder.queryType({
  description:
    'Reads. Every field can also fail with UNAUTHENTICATED, TOKEN_EXPIRED, SITE_INACTIVE, INVALID_INPUT, RATE_LIMITED, OVERLOADED, UNAVAILABLE or INTERNAL; ' +
    'the other codes are named at each field. What the viewer may not see is answered exactly like what does not exist.',
});

builder.mutationType({
  description:
    'Writes. Each takes one `input`, is safe to repeat after an unknown outcome, and answers only once its effect is committed. ' +
    'Every field can also fail with UNAUTHENTICATED, TOKEN_EXPIRED, SITE_INACTIVE, INVALID_INPUT, RATE_LIMITED, OVERLOADED, UNAVAILABLE or INTERNAL.',
});

function nodeTypeName(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return null;
  return typeOfId(value.id);
}
