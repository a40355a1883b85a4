import type { SlaPolicy } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parseText } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { SupportPriority, SupportStatus } from '../../kernel/words.js';
import { scheduleKeys } from '../hours/index.js';
import { requirePermission } from '../identity/index.js';
import { loadQueues } from '../queues/index.js';

/** The most policies of a site. */
const MAX_POLICIES = 50;
/** Less than a few sweeps could not be measured; more than ninety days is no service level. */
const MIN_SECONDS = 10;
const MAX_SECONDS = 7_776_000;
const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const WRITE = 'write service level';

/** A policy as an admin writes it; what is absent stays, null empties. */
export interface PolicyInput {
  readonly key: string;
  readonly name?: string | null | undefined;
  readonly queue?: string | null | undefined;
  readonly priorities?: readonly SupportPriority[] | null | undefined;
  readonly firstResponseSeconds?: number | null | undefined;
  readonly nextResponseSeconds?: number | null | undefined;
  readonly resolutionSeconds?: number | null | undefined;
  readonly isBusinessHours?: boolean | null | undefined;
  readonly schedule?: string | null | undefined;
  readonly warnPercent?: number | null | undefined;
  readonly pausesOn?: readonly SupportStatus[] | null | undefined;
  readonly breachPriority?: SupportPriority | null | undefined;
}

/** Where clocks can stand. */
const PAUSES: readonly SupportStatus[] = ['pending', 'snoozed'];

/** The site's policies, by key. @throws ChatError FORBIDDEN for all but staff */
export async function listPolicies(deps: Deps, viewer: Viewer): Promise<SlaPolicy[]> {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', 'unable to list service levels; only staff may');
  return deps.db.prisma.slaPolicy.findMany({ where: { siteId: viewer.siteId, deletedAt: null }, orderBy: { key: 'asc' } });
}

/**
 * Makes or changes a policy, by key. What is left out stays, null empties; repeating it changes nothing. Clocks that run go on by the new targets, with the time used so far.
 * @throws ChatError FORBIDDEN, INVALID_INPUT, NOT_FOUND for an unknown queue or schedule, LIMIT_EXCEEDED
 */
export async function upsertPolicy(deps: Deps, viewer: Viewer, input: PolicyInput): Promise<SlaPolicy> {
  await requirePermission(deps, viewer, { permission: 'manage_routing', operation: WRITE });
  const { siteId } = viewer;
  const key = parseKey(WRITE, input.key);
  const given = parsePolicy(input);
  await requireNames(deps, siteId, given);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await tx.raw('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
    const known = await tx.prisma.slaPolicy.findUnique({ where: { siteId_key: { siteId, key } } });
    const before = known && known.deletedAt === null ? known : null;
    if (!before && (await tx.prisma.slaPolicy.count({ where: { siteId, deletedAt: null } })) >= MAX_POLICIES) {
      throw new ChatError('LIMIT_EXCEEDED', `unable to ${WRITE}; there are ${MAX_POLICIES} already`, { details: { limit: MAX_POLICIES } });
    }
    const { name, queue, priorities, firstResponseSeconds, nextResponseSeconds, resolutionSeconds, isBusinessHours, schedule, warnPercent, pausesOn, breachPriority } = { ...DEFAULTS, name: key, ...before, ...given };
    const data = { name, queue, priorities, firstResponseSeconds, nextResponseSeconds, resolutionSeconds, isBusinessHours, schedule, warnPercent, pausesOn, breachPriority, updatedAt: now };
    if (firstResponseSeconds === null && nextResponseSeconds === null && resolutionSeconds === null) throw invalidInput(WRITE, 'firstResponseSeconds', 'or another target is needed');
    if (before && isSame(before, data)) return before;
    if (known) return tx.prisma.slaPolicy.update({ where: { id: known.id }, data: { ...data, deletedAt: null, ...(before ? {} : { createdAt: now }) } });
    return tx.prisma.slaPolicy.create({ data: { id: newId('slaPolicy'), siteId, key, ...data, createdAt: now } });
  });
}

/** Deletes a policy; deleting again answers the same. Clocks that ran by it go on by the one that fits now, or are given up. @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT */
export async function deletePolicy(deps: Deps, viewer: Viewer, input: { readonly key: string }): Promise<string> {
  const operation = 'delete service level';
  await requirePermission(deps, viewer, { permission: 'manage_routing', operation });
  const key = parseKey(operation, input.key);
  const policy = await deps.db.prisma.slaPolicy.findUnique({ where: { siteId_key: { siteId: viewer.siteId, key } } });
  if (!policy) throw notFound(operation, 'service level');
  const now = deps.clock.now();
  await deps.db.prisma.slaPolicy.updateMany({ where: { id: policy.id, deletedAt: null }, data: { deletedAt: now, updatedAt: now } });
  return key;
}

type Fields = Omit<SlaPolicy, 'id' | 'siteId' | 'key' | 'name' | 'deletedAt' | 'createdAt' | 'updatedAt'>;

const DEFAULTS: Fields = {
  queue: null,
  priorities: [],
  firstResponseSeconds: null,
  nextResponseSeconds: null,
  resolutionSeconds: null,
  isBusinessHours: true,
  schedule: null,
  warnPercent: 80,
  pausesOn: ['pending', 'snoozed'],
  breachPriority: null,
};

function parsePolicy(input: PolicyInput): Partial<Fields & { name: string }> {
  const { name, queue, priorities, isBusinessHours, schedule, warnPercent, pausesOn, breachPriority } = input;
  for (const status of pausesOn ?? []) if (!PAUSES.includes(status)) throw invalidInput(WRITE, 'pausesOn', 'takes PENDING and SNOOZED');
  return {
    ...(name == null ? {} : { name: parseText({ operation: WRITE, field: 'name' }, name, { min: 1, max: 80 }) }),
    ...(queue === undefined ? {} : { queue }),
    ...(priorities === undefined ? {} : { priorities: [...new Set(priorities ?? [])].sort() }),
    ...target('firstResponseSeconds', input.firstResponseSeconds),
    ...target('nextResponseSeconds', input.nextResponseSeconds),
    ...target('resolutionSeconds', input.resolutionSeconds),
    ...(isBusinessHours == null ? {} : { isBusinessHours }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(warnPercent === undefined ? {} : { warnPercent: warnPercent === null ? null : whole('warnPercent', warnPercent, [1, 99]) }),
    ...(pausesOn === undefined ? {} : { pausesOn: [...new Set(pausesOn ?? [])].sort() }),
    ...(breachPriority === undefined ? {} : { breachPriority }),
  };
}

type Target = 'firstResponseSeconds' | 'nextResponseSeconds' | 'resolutionSeconds';

function target(field: Target, value: number | null | undefined): Partial<Record<Target, number | null>> {
  return value === undefined ? {} : { [field]: value === null ? null : whole(field, value, [MIN_SECONDS, MAX_SECONDS]) };
}

async function requireNames(deps: Deps, siteId: string, { queue, schedule }: Partial<Fields>): Promise<void> {
  if (queue != null && !(await loadQueues(deps, siteId)).some(({ key }) => key === queue)) throw notFound(WRITE, 'queue');
  if (schedule != null && !(await scheduleKeys(deps, siteId)).includes(schedule)) throw notFound(WRITE, 'schedule');
}

function isSame(before: SlaPolicy, { updatedAt: _updatedAt, ...data }: Partial<SlaPolicy>): boolean {
  return JSON.stringify({ ...before, ...data }) === JSON.stringify(before);
}

function parseKey(operation: string, value: string): string {
  if (!KEY.test(value)) throw invalidInput(operation, 'key', 'is not 1 to 40 characters of a-z 0-9 _ -');
  return value;
}

function whole(field: string, value: number, [min, max]: readonly [number, number]): number {
  if (!Number.isInteger(value) || value < min || value > max) throw invalidInput(WRITE, field, `is not a whole number from ${min} to ${max}`);
  return value;
}
