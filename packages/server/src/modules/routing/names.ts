import type { Deps } from '../../deps.js';
import { siteSkills } from '../agents/index.js';
import { scheduleKeys } from '../hours/index.js';
import { loadQueues } from '../queues/index.js';
import { sharedShortcuts } from '../templates/index.js';
import type { RoutingNames } from './check.js';

/** What rules of a site may name, in a number of statements that does not grow. */
export async function readNames(deps: Deps, siteId: string): Promise<RoutingNames> {
  const [queues, skills, templates, schedules] = await Promise.all([loadQueues(deps, siteId), siteSkills(deps, siteId), sharedShortcuts(deps, siteId), scheduleKeys(deps, siteId)]);
  return { queues: new Set(queues.map(({ key }) => key)), skills: new Set(skills), templates: new Set(templates), schedules: new Set(schedules) };
}
