/** A document as text, or one of `@parley/sdk/operations`; `D` is what it answers. */
export type Document<D> = string | { readonly text: string; readonly types?: (variables: never) => D };

/** Variables by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** An error as it came over the wire. */
export interface TestError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown };
}

/** An answer as it came over the wire. */
export interface GraphQLAnswer<D> {
  readonly data: D | null;
  readonly errors?: readonly TestError[];
}

/** The text to send. */
export function textOf(document: Document<unknown>): string {
  return typeof document === 'string' ? document : document.text;
}
