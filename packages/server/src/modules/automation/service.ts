import type { Prisma } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import { requireAdmin } from '../identity/index.js';
import { type AutomationPatch, type AutomationSettings, mergeAutomation, readAutomation } from './settings.js';

/** What the viewer's site lets the server say by itself. For staff. @throws ChatError FORBIDDEN */
export async function readSettings(deps: Deps, viewer: Viewer): Promise<AutomationSettings> {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', 'unable to read automation; only staff may');
  const row = await deps.db.prisma.automation.findUnique({ where: { siteId: viewer.siteId } });
  return readAutomation(row?.settings);
}

/** Changes it. What is left out stays; repeating it changes nothing. Holds for what is said from then on. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function updateSettings(deps: Deps, viewer: Viewer, patch: AutomationPatch): Promise<AutomationSettings> {
  requireAdmin(viewer, 'update automation');
  const { siteId, userId } = viewer;
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await tx.raw('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
    const before = await tx.prisma.automation.findUnique({ where: { siteId } });
    const settings: Prisma.InputJsonObject = mergeAutomation(before?.settings, patch);
    const data = { settings, updatedById: userId, updatedAt: now };
    await tx.prisma.automation.upsert({ where: { siteId }, create: { siteId, ...data }, update: data });
    return readAutomation(settings);
  });
}
