import { ChatError } from '../../kernel/errors.js';
import { fillPlaceholders, placeholdersOf } from '../../kernel/placeholders.js';

/** Every variable there is. */
export const VARIABLES = [
  'me.name',
  'client.name',
  'provider.name',
  'booking.title',
  'booking.status',
  'booking.startsAt',
  'booking.endsAt',
  'conversation.title',
] as const;
/** One of {@link VARIABLES}. */
export type Variable = (typeof VARIABLES)[number];

/** The first variable of a text that does not exist; null when all do. */
export function unknownVariable(text: string): string | null {
  return placeholdersOf(text).find((name) => !isVariable(name)) ?? null;
}

/**
 * Puts values in for the variables. What has no value here, such as the title of a booking in a direct conversation, becomes nothing; what is put in is not
 * looked at again.
 * @throws ChatError INVALID_INPUT for a variable that does not exist any more
 */
export function render(text: string, values: Readonly<Partial<Record<Variable, string>>>): string {
  return fillPlaceholders(text, (name) => {
    if (isVariable(name)) return values[name] ?? '';
    throw new ChatError('INVALID_INPUT', `unable to render template; ${name} is no variable`, { details: { field: 'text', reason: 'VARIABLE_UNKNOWN', variable: name } });
  });
}

function isVariable(name: string): name is Variable {
  return VARIABLES.some((known) => known === name);
}
