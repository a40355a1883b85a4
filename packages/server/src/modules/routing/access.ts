import { ChatError } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';

/** Who may read rules: staff. @throws ChatError FORBIDDEN */
export function requireRoutingReader(viewer: Viewer, operation: string): void {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
}
