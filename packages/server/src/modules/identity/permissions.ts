import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { Permission } from '../../kernel/words.js';
import { announceChange, memoryOf } from './memory.js';
import { mayDo } from './policy.js';
import { PERMISSIONS_OF, SET_PERMISSIONS } from './store.js';

/** What the viewer was let do beyond their role, as of 10 seconds ago at most. Costs a query when it was not asked for lately, and only of agents. */
async function permissionsOf(deps: Deps, viewer: Viewer): Promise<readonly Permission[]> {
  const { permissions } = memoryOf(deps);
  const known = permissions.get(viewer.userId);
  if (known) return known;
  const [row] = await deps.db.hot<{ readonly permissions: readonly Permission[] }>(PERMISSIONS_OF, [viewer.userId, viewer.siteId]);
  const read = row?.permissions ?? [];
  permissions.set(viewer.userId, read);
  return read;
}

/** Whether the viewer may do what needs this permission: admins and back-ends always, agents whom an admin gave it, nobody else. */
export async function hasPermission(deps: Deps, viewer: Viewer, permission: Permission): Promise<boolean> {
  return mayDo(viewer, viewer.role === 'agent' ? await permissionsOf(deps, viewer) : [], permission);
}

/** @throws ChatError FORBIDDEN unless {@link hasPermission}; `details.permission` names what is missing, for agents. */
export async function requirePermission(deps: Deps, viewer: Viewer, need: { readonly permission: Permission; readonly operation: string }): Promise<void> {
  if (await hasPermission(deps, viewer, need.permission)) return;
  throw new ChatError('FORBIDDEN', `unable to ${need.operation}; your role does not allow it`, viewer.role === 'agent' ? { details: { permission: need.permission } } : {});
}

/**
 * Sets what an agent may do beyond their role; holds at once on every node that hears the bus, and within 10 seconds on all. Setting the same again
 * changes nothing. The caller has looked whether there is such a user on the viewer's site.
 * @throws ChatError FORBIDDEN unless the viewer is an admin or a back-end
 */
export async function setPermissions(deps: Deps, viewer: Viewer, input: { readonly userId: string; readonly permissions: readonly Permission[] }): Promise<void> {
  if (!isAdmin(viewer)) throw new ChatError('FORBIDDEN', 'unable to set permissions; only admins and back-ends may');
  await deps.db.hot(SET_PERMISSIONS, [input.userId, viewer.siteId, [...new Set(input.permissions)]]);
  announceChange(deps, { siteId: viewer.siteId, userId: input.userId, endsSessions: false });
}
