import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { Role } from '../../kernel/words.js';

/** Whether the viewer has conversations with colleagues: agents and admins as themselves. */
export function hasColleagues(viewer: Viewer): boolean {
  return viewer.kind === 'user' && isStaff(viewer);
}

/** Whether somebody of this role can be in a conversation of the team. */
export function isColleague(role: Role): role is 'agent' | 'admin' {
  return role === 'agent' || role === 'admin';
}
