import { invalidInput } from '../kernel/errors.js';

/** A place in a list that is ordered by a time and, where times are equal, by id. */
export interface Keyset {
  readonly at: Date;
  readonly id: string;
}

/** The opaque cursor of an entry, for `edges.cursor`. */
export function encodeCursor(place: Keyset): string {
  return Buffer.from(`${place.at.getTime()}.${place.id}`).toString('base64url');
}

/**
 * Reads a cursor that came back as `after`; null and absent are the start of the list.
 * @throws ChatError INVALID_INPUT when it is not a cursor.
 */
export function parseCursor(operation: string, cursor: string | null | undefined): Keyset | null {
  if (cursor == null) return null;
  const match = /^(\d{1,15})\.([a-z]+_[0-9a-f]{32})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match?.[1] || !match[2]) throw invalidInput(operation, 'after', 'is not a cursor of this list');
  return { at: new Date(Number(match[1])), id: match[2] };
}

/** A page as connections take it. */
export interface Page<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Makes a forward page out of its nodes; `cursorOf` gives each one's cursor. */
export function forwardPage<Node>(
  nodes: readonly Node[],
  page: { readonly hasMore: boolean; readonly isFirst: boolean; readonly cursorOf: (node: Node) => string },
): Page<Node> {
  const edges = nodes.map((node) => ({ cursor: page.cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasMore,
      hasPreviousPage: !page.isFirst,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
