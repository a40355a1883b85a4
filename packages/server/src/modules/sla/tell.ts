import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { postNotices } from '../../log/notices.js';
import type { LockedCase } from '../queues/index.js';
import type { Clock } from './clock.js';

/** The most admins who are told of one breach. */
const MAX_ADMINS = 20;

/** Clocks of a case that have just warned, and those that were breached. */
export interface ChangedClocks {
  readonly row: LockedCase;
  readonly warned: readonly Clock[];
  readonly breached: readonly Clock[];
  readonly now: Date;
}

/** Tells the agent who has the case of a warning, and admins too of a breach, once for each: a notice in their inbox. */
export async function tellOfClocks(deps: Deps, tx: Tx, { row, warned, breached, now }: ChangedClocks): Promise<void> {
  const agents = row.agentId === null ? [] : [row.agentId];
  const admins = breached.length === 0 ? [] : await tx.prisma.user.findMany({ where: { siteId: row.siteId, role: 'admin', isActive: true }, select: { id: true }, orderBy: { id: 'asc' }, take: MAX_ADMINS });
  const post = async (kind: 'sla_warned' | 'sla_breached', clocks: readonly Clock[], userIds: readonly string[]): Promise<void> => {
    if (clocks.length === 0 || userIds.length === 0) return;
    const data = { caseId: row.id, clocks: clocks.map((clock) => clock.kind) };
    await postNotices(deps, tx, { siteId: row.siteId, userIds, kind, conversationId: row.conversationId, data, now });
  };
  await post('sla_warned', warned.filter((clock) => !breached.includes(clock)), agents);
  await post('sla_breached', breached, [...new Set([...agents, ...admins.map(({ id }) => id)])]);
}
