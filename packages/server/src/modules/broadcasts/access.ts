import type { Broadcast } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { notFound } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { requirePermission } from '../identity/index.js';

/** The one door from a caller's id to the record of a broadcast. @throws ChatError FORBIDDEN without the permission `manage_broadcasts`, NOT_FOUND */
export async function accessBroadcast(deps: Deps, viewer: Viewer, request: { readonly broadcastId: string; readonly operation: string }): Promise<Broadcast> {
  await requirePermission(deps, viewer, { permission: 'manage_broadcasts', operation: request.operation });
  const broadcast = await deps.db.prisma.broadcast.findFirst({ where: { id: request.broadcastId, siteId: viewer.siteId } });
  if (!broadcast) throw notFound(request.operation, 'broadcast');
  return broadcast;
}
