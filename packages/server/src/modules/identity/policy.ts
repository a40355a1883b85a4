import { isStaff, type Viewer } from '../../kernel/viewer.js';

/** Whether the viewer may read a user's private fields (external id, e-mail, phone, profile): that user and staff. */
export function maySeePrivate(viewer: Viewer | null, userId: string): boolean {
  return viewer !== null && (viewer.userId === userId || isStaff(viewer));
}
