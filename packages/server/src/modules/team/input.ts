import { invalidInput } from '../../kernel/errors.js';
import { parseClientId, parseText } from '../../kernel/input.js';

/** The most people that a team conversation begins with, its maker included. */
export const MAX_MEMBERS = 50;

/** What a caller of `startTeamConversation` gives. */
export interface StartTeam {
  readonly clientId: string;
  readonly title: string;
  readonly userIds: readonly string[];
}

/** A title of 1 to 120 characters. @throws ChatError INVALID_INPUT */
export function parseTitle(operation: string, value: string): string {
  if (/^\s*$/u.test(value)) throw invalidInput(operation, 'title', 'is empty');
  return parseText({ operation, field: 'title' }, value, { min: 1, max: 120 });
}

/** Checks what a team conversation begins with; the viewer is left out of the colleagues. @throws ChatError INVALID_INPUT */
export function parseTeam(operation: string, input: StartTeam, viewerId: string): StartTeam {
  const userIds = [...new Set(input.userIds)].filter((id) => id !== viewerId);
  if (userIds.length === 0) throw invalidInput(operation, 'userIds', 'names nobody else');
  if (userIds.length >= MAX_MEMBERS) throw invalidInput(operation, 'userIds', `has more than ${MAX_MEMBERS - 1} entries`);
  return { clientId: parseClientId({ operation, field: 'clientId' }, input.clientId), title: parseTitle(operation, input.title), userIds };
}
