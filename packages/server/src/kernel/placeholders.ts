/** Texts that somebody wrote with variables in double braces, such as `Hello {{ client.name }}`. */
const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names in a text, in their order. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** Puts values in for the names. What is put in is not looked at again. */
export function fillPlaceholders(text: string, valueOf: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => valueOf(name));
}
