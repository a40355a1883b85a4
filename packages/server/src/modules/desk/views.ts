import type { CaseView } from '../../db/generated/client.js';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parseClientId, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { hasPermission, requirePermission } from '../identity/index.js';
import { requireStaff } from './access.js';
import { type CaseFilter, type CaseSort, filterJson, parseFilter } from './case-filter.js';

/** The most views of one owner, and of a site. */
export const MAX_VIEWS = 50;

/** A view as its maker gives it. */
export interface NewView {
  readonly clientId: string;
  readonly name: string;
  readonly filter?: CaseFilter | null | undefined;
  readonly sort?: CaseSort | null | undefined;
  /** For all staff of the site instead of the viewer alone. */
  readonly isShared?: boolean | null | undefined;
}

/** The viewer's own views and the site's, by name; 100 at most. For staff. @throws ChatError FORBIDDEN */
export async function listViews(deps: Deps, viewer: Viewer): Promise<CaseView[]> {
  requireStaff(viewer, 'list case views');
  return deps.db.prisma.caseView.findMany({
    where: { siteId: viewer.siteId, deletedAt: null, OR: [{ ownerId: null }, { ownerId: viewer.userId }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2 * MAX_VIEWS,
  });
}

/**
 * Keeps a way to look at cases, for the viewer or, by who manages routing, for the site. Repeated with the same client id it answers with the first.
 * @throws ChatError FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED
 */
export async function createView(deps: Deps, viewer: Viewer, input: NewView): Promise<CaseView> {
  const operation = 'create case view';
  requireStaff(viewer, operation);
  if (input.isShared) await requirePermission(deps, viewer, { permission: 'manage_routing', operation });
  const clientId = parseClientId({ operation, field: 'clientId' }, input.clientId);
  const kept = { name: parseName(operation, input.name), filter: filterJson(parseFilter(operation, input.filter)), sort: (input.sort ?? 'activity').toUpperCase() };
  const { siteId, userId } = viewer;
  const ownerId = input.isShared ? null : userId;
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await lockViews(tx, { siteId, ownerId });
    const earlier = await tx.prisma.caseView.findUnique({ where: { siteId_createdById_clientId: { siteId, createdById: userId, clientId } } });
    if (earlier && earlier.ownerId !== ownerId) throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${operation}; the client id was used for another one`);
    if (earlier) return earlier;
    if ((await tx.prisma.caseView.count({ where: { siteId, ownerId, deletedAt: null } })) >= MAX_VIEWS) {
      throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; there are ${MAX_VIEWS} already`, { details: { limit: MAX_VIEWS } });
    }
    return tx.prisma.caseView.create({ data: { id: newId('caseView'), siteId, ownerId, createdById: userId, clientId, ...kept, createdAt: now, updatedAt: now } });
  });
}

/** Changes of a view; what is absent or null stays. */
export interface ChangedView {
  readonly viewId: string;
  readonly name?: string | null | undefined;
  readonly filter?: CaseFilter | null | undefined;
  readonly sort?: CaseSort | null | undefined;
}

/** Changes a view: one's own or, by who manages routing, the site's. @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT */
export async function updateView(deps: Deps, viewer: Viewer, input: ChangedView): Promise<CaseView> {
  const operation = 'update case view';
  const view = await accessView(deps, viewer, { viewId: input.viewId, operation });
  if (view.deletedAt) throw notFound(operation, 'case view');
  const data = {
    ...(input.name == null ? {} : { name: parseName(operation, input.name) }),
    ...(input.filter == null ? {} : { filter: filterJson(parseFilter(operation, input.filter)) }),
    ...(input.sort == null ? {} : { sort: input.sort.toUpperCase() }),
    updatedAt: deps.clock.now(),
  };
  const [changed] = await deps.db.prisma.caseView.updateManyAndReturn({ where: { id: view.id, deletedAt: null }, data });
  if (!changed) throw notFound(operation, 'case view');
  return changed;
}

/** Deletes a view: one's own or, by who manages routing, the site's. Deleting again answers the same. @throws ChatError FORBIDDEN, NOT_FOUND */
export async function deleteView(deps: Deps, viewer: Viewer, viewId: string): Promise<string> {
  const { id } = await accessView(deps, viewer, { viewId, operation: 'delete case view' });
  await deps.db.prisma.caseView.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: deps.clock.now() } });
  return id;
}

async function accessView(deps: Deps, viewer: Viewer, request: { readonly viewId: string; readonly operation: string }): Promise<CaseView> {
  const { viewId, operation } = request;
  requireStaff(viewer, operation);
  const view = await deps.db.prisma.caseView.findFirst({ where: { id: viewId, siteId: viewer.siteId, OR: [{ ownerId: null }, { ownerId: viewer.userId }] } });
  if (!view) throw notFound(operation, 'case view');
  if (view.ownerId === null && !(await hasPermission(deps, viewer, 'manage_routing'))) {
    throw new ChatError('FORBIDDEN', `unable to ${operation}; only who manages routing changes the site’s views`);
  }
  return view;
}

/** Those of one owner are made one after the other: their number is looked at under the lock. */
async function lockViews(tx: Tx, { siteId, ownerId }: { readonly siteId: string; readonly ownerId: string | null }): Promise<void> {
  if (ownerId === null) await tx.raw('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
  else await tx.raw('SELECT 1 FROM "user" WHERE id = $1 FOR NO KEY UPDATE', [ownerId]);
}

function parseName(operation: string, value: string): string {
  return parseText({ operation, field: 'name' }, value.trim(), { min: 1, max: 80 });
}
