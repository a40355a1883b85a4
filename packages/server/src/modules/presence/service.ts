import type { Deps } from '../../deps.js';
import { invalidInput } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { PresenceView } from '../../kernel/views.js';
import { presenceNode } from './nodes.js';
import { type LastSeenRow, VISIBLE } from './store.js';

/** The most people asked for at once. */
const MAX_PEOPLE = 100;

/**
 * The presence of people. Those whom the viewer shares no conversation with are left out, as if they did not exist; staff see
 * everybody on the site.
 * @throws ChatError INVALID_INPUT for more than a hundred ids.
 */
export async function presences(deps: Deps, viewer: Viewer, input: { readonly userIds: readonly string[] }): Promise<PresenceView[]> {
  const wanted = [...new Set(input.userIds)];
  if (wanted.length > MAX_PEOPLE) throw invalidInput('read presences', 'userIds', `has more than ${MAX_PEOPLE} entries`);
  if (wanted.length === 0) return [];
  const rows = await deps.db.hot<LastSeenRow>(VISIBLE, [viewer.siteId, wanted, viewer.userId, isStaff(viewer)]);
  const lastSeen = new Map(rows.map((row) => [row.id, row.lastSeenAt]));
  return presenceNode(deps).read(wanted.filter((userId) => lastSeen.has(userId)), lastSeen);
}
