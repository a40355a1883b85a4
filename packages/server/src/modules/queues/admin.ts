import { isUniqueViolation } from '../../db/index.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parseText } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { SupportPriority } from '../../kernel/words.js';
import { signalQueues } from '../../log/topics.js';
import { requirePermission } from '../identity/index.js';
import { kickQueues } from './kick.js';
import type { QueueRow } from './rows.js';
import { QUEUES } from './store.js';

const OPERATION = 'write queue';
const KEY = /^[a-z0-9][a-z0-9_-]{0,59}$/;
/** The most queues of a site. */
const MAX_QUEUES = 200;

/** A queue as an admin gives it. What is absent stays; for what may be null, null takes it away. */
export interface QueueInput {
  readonly key: string;
  readonly name?: string | null | undefined;
  readonly department?: string | null | undefined;
  readonly schedule?: string | null | undefined;
  readonly isDefault?: boolean | null | undefined;
  readonly defaultPriority?: SupportPriority | null | undefined;
  readonly maxWaiting?: number | null | undefined;
  /** Key of the queue that takes what this one has no room for. */
  readonly overflow?: string | null | undefined;
  readonly ageingSeconds?: number | null | undefined;
  readonly offerSeconds?: number | null | undefined;
  readonly wrapUpSeconds?: number | null | undefined;
  readonly closeAfterSeconds?: number | null | undefined;
  readonly isBotFirst?: boolean | null | undefined;
  readonly isActive?: boolean | null | undefined;
}

interface QueueFields {
  readonly name?: string;
  readonly department?: string | null;
  readonly schedule?: string | null;
  readonly isDefault?: boolean;
  readonly defaultPriority?: SupportPriority;
  readonly maxWaiting?: number | null;
  readonly overflowQueueId?: string | null;
  readonly ageingSeconds?: number;
  readonly offerSeconds?: number;
  readonly wrapUpSeconds?: number;
  readonly closeAfterSeconds?: number | null;
  readonly isBotFirst?: boolean;
  readonly isActive?: boolean;
}

/** The queues of a site as the server itself reads them, in the order of their making. One query. */
export function loadQueues(deps: Pick<Deps, 'db'>, siteId: string): Promise<QueueRow[]> {
  return deps.db.hot<QueueRow>(QUEUES, [siteId]);
}

/** The queues of the viewer's site. For staff. @throws ChatError FORBIDDEN */
export async function listQueues(deps: Deps, viewer: Viewer): Promise<QueueRow[]> {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', 'unable to list queues; only staff may');
  return loadQueues(deps, viewer.siteId);
}

/**
 * Makes a queue, or changes the one of this key. Repeating it changes nothing. For admins and back-ends.
 * @throws ChatError FORBIDDEN, NOT_FOUND for an overflow that does not exist, INVALID_INPUT also for an overflow that leads back here
 */
export async function upsertQueue(deps: Deps, viewer: Viewer, input: QueueInput): Promise<QueueRow> {
  await requirePermission(deps, viewer, { permission: 'manage_routing', operation: OPERATION });
  if (!KEY.test(input.key)) throw invalidInput(OPERATION, 'key', 'is not 1 to 60 characters of a-z 0-9 _ - that begin with a letter or digit');
  const { siteId } = viewer;
  const known = await loadQueues(deps, siteId);
  const fields = fieldsOf(input, known);
  const now = deps.clock.now();
  if (!known.some(({ key }) => key === input.key) && known.length >= MAX_QUEUES) {
    throw new ChatError('LIMIT_EXCEEDED', `unable to ${OPERATION}; the site has ${MAX_QUEUES} queues`, { details: { limit: 'queues', max: MAX_QUEUES } });
  }
  const row = await write({ ...fields, name: fields.name ?? known.find(({ key }) => key === input.key)?.name ?? input.key });
  signalQueues(deps, siteId, []);
  kickQueues(deps, siteId);
  return row;

  async function write(data: QueueFields & { readonly name: string }): Promise<QueueRow> {
    const where = { siteId_key: { siteId, key: input.key } };
    const make = () =>
      deps.db.prisma.queue.upsert({ where, update: { ...data, updatedAt: now }, create: { ...data, id: newId('queue'), siteId, key: input.key, createdAt: now, updatedAt: now } });
    try {
      return await make();
    } catch (error) {
      // Somebody made it at the same moment.
      if (!isUniqueViolation(error)) throw error;
      return make();
    }
  }
}

function fieldsOf(input: QueueInput, known: readonly QueueRow[]): QueueFields {
  return {
    ...(input.name == null ? {} : { name: parseText({ operation: OPERATION, field: 'name' }, input.name, { min: 1, max: 120 }) }),
    ...(input.department === undefined ? {} : { department: input.department === null ? null : word('department', input.department) }),
    ...(input.schedule === undefined ? {} : { schedule: input.schedule === null ? null : word('schedule', input.schedule) }),
    ...(input.isDefault == null ? {} : { isDefault: input.isDefault }),
    ...(input.defaultPriority == null ? {} : { defaultPriority: input.defaultPriority }),
    ...(input.maxWaiting === undefined ? {} : { maxWaiting: input.maxWaiting === null ? null : whole('maxWaiting', input.maxWaiting, [0, 100_000]) }),
    ...(input.overflow === undefined ? {} : { overflowQueueId: input.overflow === null ? null : overflowOf(input.key, input.overflow, known) }),
    ...(input.ageingSeconds == null ? {} : { ageingSeconds: whole('ageingSeconds', input.ageingSeconds, [0, 604_800]) }),
    ...(input.offerSeconds == null ? {} : { offerSeconds: whole('offerSeconds', input.offerSeconds, [5, 3_600]) }),
    ...(input.wrapUpSeconds == null ? {} : { wrapUpSeconds: whole('wrapUpSeconds', input.wrapUpSeconds, [0, 86_400]) }),
    ...(input.closeAfterSeconds === undefined
      ? {}
      : { closeAfterSeconds: input.closeAfterSeconds === null ? null : whole('closeAfterSeconds', input.closeAfterSeconds, [60, 31_622_400]) }),
    ...(input.isBotFirst == null ? {} : { isBotFirst: input.isBotFirst }),
    ...(input.isActive == null ? {} : { isActive: input.isActive }),
  };
}

/** The id of the queue that takes the surplus, unless the way from it comes back. */
function overflowOf(key: string, overflow: string, known: readonly QueueRow[]): string {
  const target = known.find((queue) => queue.key === overflow);
  if (!target) throw notFound(OPERATION, 'the overflow queue');
  const seen = new Set<string>();
  for (let next: QueueRow | undefined = target; next; next = known.find(({ id }) => id === next?.overflowQueueId)) {
    if (next.key === key) throw invalidInput(OPERATION, 'overflow', 'leads back to this queue');
    if (seen.has(next.id)) break;
    seen.add(next.id);
  }
  return target.id;
}

function word(field: string, value: string): string {
  return parseText({ operation: OPERATION, field }, value, { min: 1, max: 60 });
}

function whole(field: string, value: number, [min, max]: readonly [number, number]): number {
  if (!Number.isInteger(value) || value < min || value > max) throw invalidInput(OPERATION, field, `is not a whole number from ${min} to ${max}`);
  return value;
}
