/** The GraphQL type that each id prefix stands for: what makes `node(id:)` and the `Node` interface work on plain ids. */
const TYPE_BY_PREFIX: ReadonlyMap<string, string> = new Map([
  ['site', 'Site'],
  ['usr', 'User'],
  ['key', 'ApiKey'],
  ['cnv', 'Conversation'],
  ['msg', 'Message'],
  ['bkg', 'Booking'],
  ['ntc', 'Notice'],
]);

/** The GraphQL type name of an id such as `usr_0190…`, or null when the prefix is unknown. */
export function typeOfId(id: string): string | null {
  const end = id.indexOf('_');
  return end < 0 ? null : (TYPE_BY_PREFIX.get(id.slice(0, end)) ?? null);
}
