import { ChatError, notFound } from '../../kernel/errors.js';
import type { QueueRow } from '../queues/index.js';
import type { RoutingActions } from '../routing/index.js';
import type { SupportPriority } from '../../kernel/words.js';

/** Where a case goes, and how. */
export interface Route {
  readonly queueId: string;
  /** Null for the queue's own. */
  readonly priority: SupportPriority | null;
  readonly skillsRequired: readonly string[];
  readonly skillsPreferred: readonly string[];
}

/** Where the site's rules send a case, as far as they say so; what they leave open is as {@link routeTo} finds it. @throws ChatError NOT_FOUND */
export function routeBy(queues: readonly QueueRow[], of: { readonly queue: string | null; readonly department: string | null }, said: RoutingActions): Route {
  const ruled = queues.find(({ key, isActive }) => key === said.queue && isActive);
  const { priority, skillsRequired, skillsPreferred } = said;
  return { queueId: ruled?.id ?? routeTo(queues, of).queueId, priority, skillsRequired, skillsPreferred };
}

/**
 * Finds the queue of a case: the one that is named, else the default of the department, else the default of the site. Without a default, it is the oldest of
 * the department, or of those that belong to none.
 * @throws ChatError NOT_FOUND
 */
export function routeTo(queues: readonly QueueRow[], of: { readonly queue: string | null; readonly department: string | null }): Route {
  const active = queues.filter(({ isActive }) => isActive);
  const named = of.queue === null ? null : active.find(({ key }) => key === of.queue);
  if (of.queue !== null && !named) throw notFound('start support', 'queue');
  const inDepartment = active.filter(({ department }) => department === of.department);
  const queue = named ?? inDepartment.find(({ isDefault }) => isDefault) ?? inDepartment[0] ?? (of.department === null ? active.find(({ isDefault }) => isDefault) : undefined);
  if (!queue) throw new ChatError('NOT_FOUND', `unable to start support; there is no queue${of.department === null ? '' : ' for the department'}`);
  return { queueId: queue.id, priority: null, skillsRequired: [], skillsPreferred: [] };
}
