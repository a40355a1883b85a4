import type { Tx } from '../../db/contract.js';
import type { Prisma } from '../../db/generated/client.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';

/** A schedule with its holidays. */
export type ScheduleRow = Prisma.ScheduleGetPayload<{ include: { holidays: true } }>;

/** @throws ChatError FORBIDDEN for everybody but staff */
export function requireStaff(viewer: Viewer, operation: string): void {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
}

/** The site's schedules that are not deleted, by key. */
export function findSchedules(prisma: Prisma.TransactionClient, siteId: string): Promise<ScheduleRow[]> {
  return prisma.schedule.findMany({ where: { siteId, deletedAt: null }, include: { holidays: true }, orderBy: { key: 'asc' } });
}

/** A schedule of the site by its key, deleted ones too. @throws ChatError NOT_FOUND */
export async function accessSchedule(tx: Tx, siteId: string, of: { readonly key: string; readonly operation: string }): Promise<ScheduleRow> {
  const row = await tx.prisma.schedule.findUnique({ where: { siteId_key: { siteId, key: of.key } }, include: { holidays: true } });
  if (!row) throw notFound(of.operation, 'schedule');
  return row;
}
