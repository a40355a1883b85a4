import type { Tx } from '../../db/contract.js';
import type { User } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { isAdmin, isStaff, type Viewer } from '../../kernel/viewer.js';
import { ensureUser } from '../identity/index.js';
import { isCustomer } from './policy.js';

/** Names a customer by one of the two ids. */
export interface CustomerKey {
  readonly userId?: string | null | undefined;
  readonly externalId?: string | null | undefined;
}

/** @throws ChatError FORBIDDEN for all but staff and back-ends */
export function requireStaff(viewer: Viewer, operation: string): void {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
}

/** A customer of the viewer's site, for staff. @throws ChatError FORBIDDEN, NOT_FOUND, also for users who are no customers; INVALID_INPUT unless exactly one id is given */
export async function accessCustomer(deps: Pick<Deps, 'db'> | Tx, viewer: Viewer, request: CustomerKey & { readonly operation: string }): Promise<User> {
  const { operation, userId, externalId } = request;
  requireStaff(viewer, operation);
  if ((userId == null) === (externalId == null)) throw invalidInput(operation, 'userId', 'or externalId must be given, and not both');
  const prisma = 'db' in deps ? deps.db.prisma : deps.prisma;
  const user = await prisma.user.findFirst({ where: { siteId: viewer.siteId, ...(userId == null ? { externalId: externalId ?? '' } : { id: userId }) } });
  if (!user || !isCustomer(user.role)) throw notFound(operation, 'customer');
  return user;
}

/** {@link accessCustomer} for what the host pushes: a customer whom only the host knows yet is made. */
export async function ensureCustomer(deps: Deps, tx: Tx, of: { readonly viewer: Viewer; readonly key: CustomerKey; readonly operation: string }): Promise<User> {
  const { viewer, key, operation } = of;
  if (isAdmin(viewer) && key.userId == null && key.externalId != null) {
    await ensureUser(deps, tx.prisma, { siteId: viewer.siteId, externalId: key.externalId, role: 'client' });
  }
  return accessCustomer(tx, viewer, { ...key, operation });
}
