import type { Role } from '../../kernel/words.js';

/**
 * Who may write to whom without a booking: clients and providers to each other and to staff, staff to anyone. Clients never reach
 * clients, nor providers providers, and nobody the system user.
 */
export function mayWriteTo(viewer: Role, other: Role): boolean {
  if (viewer === 'system' || other === 'system') return false;
  return viewer !== other || viewer === 'agent' || viewer === 'admin' || viewer === 'bot';
}
