import { isAdmin, isStaff, type Viewer } from '../../kernel/viewer.js';

/** Whether the viewer asks admins: agents and admins as themselves. */
export function mayEscalate(viewer: Viewer): boolean {
  return viewer.kind === 'user' && isStaff(viewer);
}

/** Whether the viewer decides: admins and back-ends. */
export function mayDecide(viewer: Viewer): boolean {
  return isAdmin(viewer);
}
