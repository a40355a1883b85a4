import type { Role } from '../../kernel/words.js';

/** Whether users of this role are customers of the site, whom support helps. */
export function isCustomer(role: Role): boolean {
  return role === 'client' || role === 'provider';
}
