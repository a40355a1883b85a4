import documents from '../../../sdk-js/src/generated/documents.json' with { type: 'json' };

/** The documents that this version's SDK sends, by the SHA-256 of their text: known without reading, validating or measuring them. */
export function knownDocuments(): ReadonlyMap<string, string> {
  return new Map(Object.entries(documents));
}
