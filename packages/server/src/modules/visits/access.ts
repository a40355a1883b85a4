import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';

/** The one door to somebody's visit: staff, and users of their site. Answers with the user's id and site. @throws ChatError FORBIDDEN, NOT_FOUND */
export async function accessVisitor(
  deps: Deps,
  viewer: Viewer,
  request: { readonly userId: string; readonly operation: string },
): Promise<{ readonly userId: string; readonly siteId: string }> {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${request.operation}; only staff may`);
  const user = await deps.db.prisma.user.findFirst({ where: { id: request.userId, siteId: viewer.siteId }, select: { id: true, siteId: true } });
  if (!user) throw notFound(request.operation, 'user');
  return { userId: user.id, siteId: user.siteId };
}
