import { isAdmin, isStaff, type Viewer } from '../../kernel/viewer.js';
import type { Permission, Role } from '../../kernel/words.js';

/** Whether the viewer may read a user's private fields (external id, e-mail, phone, profile): that user and staff. */
export function maySeePrivate(viewer: Viewer | null, userId: string): boolean {
  return viewer !== null && (viewer.userId === userId || isStaff(viewer));
}

/** Whether somebody with these permissions may do what needs one of them: admins always, agents who have it, nobody else. */
export function mayDo(viewer: Viewer, permissions: readonly Permission[], need: Permission): boolean {
  return isAdmin(viewer) || (viewer.role === 'agent' && permissions.includes(need));
}

/** Whether somebody in this role works for the site: as long as they do, they keep the places of staff that they have in conversations. */
export function worksForSite(role: Role): boolean {
  return role === 'agent' || role === 'admin' || role === 'bot';
}
