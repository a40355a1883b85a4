import type { Tx } from '../../db/contract.js';
import type { Tag } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parsePageSize, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { TagView } from '../../kernel/views.js';
import { requirePermission } from '../identity/index.js';
import { accessTag, requireStaff } from './access.js';
import { MAX_TAGS, nameKeyOf, parseColor, parseTagName } from './tag-input.js';

/** A page of the site's tags by name, for staff. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listTags(
  deps: Deps,
  viewer: Viewer,
  page: { readonly first: number; readonly after: string | null; readonly prefix: string | null },
): Promise<{ readonly tags: TagView[]; readonly hasMore: boolean }> {
  const operation = 'list tags';
  requireStaff(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const prefix = page.prefix === null ? '' : parseText({ operation, field: 'prefix' }, page.prefix, { max: 40 });
  // Prisma hands a prefix to LIKE as it is.
  const literal = nameKeyOf(prefix).replace(/[\\%_]/g, '\\$&');
  const rows = await deps.db.prisma.tag.findMany({
    where: { siteId: viewer.siteId, deletedAt: null, AND: [{ nameKey: { startsWith: literal } }, page.after === null ? {} : { nameKey: { gt: page.after } }] },
    orderBy: { nameKey: 'asc' },
    take: first + 1,
  });
  return { tags: rows.slice(0, first).map(tagView), hasMore: rows.length > first };
}

/**
 * Makes a tag; making one that is there, with the same colour, answers with it. For admins, and agents who manage tags.
 * @throws ChatError FORBIDDEN, INVALID_INPUT, CONFLICT where there is one of that name in another colour, LIMIT_EXCEEDED
 */
export async function createTag(deps: Deps, viewer: Viewer, input: { readonly name: string; readonly color: string }): Promise<TagView> {
  const operation = 'create tag';
  await requirePermission(deps, viewer, { permission: 'manage_tags', operation });
  const name = parseTagName(operation, input.name);
  const color = parseColor(operation, input.color);
  const { siteId, userId } = viewer;
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await lockTags(tx, siteId);
    const known = await tx.prisma.tag.findUnique({ where: { siteId_nameKey: { siteId, nameKey: nameKeyOf(name) } } });
    if (known && known.color !== color) throw nameTaken(operation);
    if (known) return tagView(known);
    if ((await tx.prisma.tag.count({ where: { siteId, deletedAt: null } })) >= MAX_TAGS) {
      throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; the site has ${MAX_TAGS} already`, { details: { limit: MAX_TAGS } });
    }
    const data = { id: newId('tag'), siteId, name, nameKey: nameKeyOf(name), color, createdById: userId, createdAt: now, updatedAt: now };
    return tagView(await tx.prisma.tag.create({ data }));
  });
}

/** Changes name or colour of a tag; what is absent stays. Conversations show it with their next snapshot. @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT, CONFLICT */
export async function updateTag(
  deps: Deps,
  viewer: Viewer,
  input: { readonly tagId: string; readonly name?: string | null | undefined; readonly color?: string | null | undefined },
): Promise<TagView> {
  const operation = 'update tag';
  await requirePermission(deps, viewer, { permission: 'manage_tags', operation });
  const name = input.name == null ? null : parseTagName(operation, input.name);
  const color = input.color == null ? null : parseColor(operation, input.color);
  return deps.db.transaction(async (tx) => {
    await lockTags(tx, viewer.siteId);
    const tag = await accessTag(tx, viewer, { tagId: input.tagId, operation });
    if (tag.deletedAt) throw notFound(operation, 'tag');
    if (name !== null && nameKeyOf(name) !== tag.nameKey) {
      const taken = await tx.prisma.tag.findUnique({ where: { siteId_nameKey: { siteId: viewer.siteId, nameKey: nameKeyOf(name) } } });
      if (taken) throw nameTaken(operation);
    }
    const data = { ...(name === null ? {} : { name, nameKey: nameKeyOf(name) }), ...(color === null ? {} : { color }), updatedAt: deps.clock.now() };
    return tagView(await tx.prisma.tag.update({ where: { id: tag.id }, data }));
  });
}

/** Deletes a tag, on all conversations at once; its name is free again. Deleting again answers the same. @throws ChatError FORBIDDEN, NOT_FOUND */
export async function deleteTag(deps: Deps, viewer: Viewer, tagId: string): Promise<string> {
  const operation = 'delete tag';
  await requirePermission(deps, viewer, { permission: 'manage_tags', operation });
  return deps.db.transaction(async (tx) => {
    await lockTags(tx, viewer.siteId);
    const tag = await accessTag(tx, viewer, { tagId, operation });
    const now = deps.clock.now();
    if (!tag.deletedAt) await tx.prisma.tag.update({ where: { id: tag.id }, data: { nameKey: `deleted:${tag.id}`, deletedAt: now, updatedAt: now } });
    return tag.id;
  });
}

/** A tag as staff see it. */
export function tagView({ id, name, color }: Tag): TagView {
  return { id, name, color };
}

/** Tags of a site are made and renamed one after the other: names and number are looked at under its lock. */
async function lockTags(tx: Tx, siteId: string): Promise<void> {
  await tx.raw('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
}

function nameTaken(operation: string): ChatError {
  return new ChatError('CONFLICT', `unable to ${operation}; there is a tag of that name`, { details: { field: 'name' } });
}
