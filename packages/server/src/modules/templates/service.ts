import { Prisma, type Template } from '../../db/generated/client.js';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parseClientId, parsePageSize, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { accessConversation, readConversation } from '../conversations/index.js';
import { requirePermission } from '../identity/index.js';
import { accessMessage } from '../messages/index.js';
import { accessTemplate, accessTemplateForChange, requireTemplates, visibleTemplates } from './access.js';
import { hashOf, parseDepartment, parseShortcut, parseTags, parseTemplateText, parseTitle, type TemplateFields } from './input.js';
import { render, type Variable } from './render.js';

/** The most templates that one owner, or the site, has. */
const MAX_TEMPLATES = 500;

/** What a caller of `createQuickReply` gives. */
export interface NewTemplate extends TemplateFields {
  readonly clientId: string;
  /** For everybody on the site instead of the viewer alone; for who manages templates. */
  readonly isShared?: boolean | null | undefined;
  /** Words to find it by. */
  readonly tags?: readonly string[] | null | undefined;
  /** The department that it is for. */
  readonly department?: string | null | undefined;
}

/** Makes a quick reply; again with the same client id and content it answers with the first. @throws ChatError FORBIDDEN, INVALID_INPUT, CONFLICT for a shortcut that the owner uses already, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED */
export async function createQuickReply(deps: Deps, viewer: Viewer, input: NewTemplate): Promise<Template> {
  const operation = 'create quick reply';
  requireTemplates(viewer, operation);
  const isShared = input.isShared ?? false;
  if (isShared) await requirePermission(deps, viewer, { permission: 'manage_templates', operation });
  const clientId = parseClientId({ operation, field: 'clientId' }, input.clientId);
  const fields = {
    shortcut: parseShortcut(operation, input.shortcut),
    title: parseTitle(operation, input.title),
    text: parseTemplateText(operation, input.text),
    tags: parseTags(operation, input.tags ?? []),
    department: input.department == null ? null : parseDepartment(operation, input.department),
  };
  const bodyHash = hashOf({ ...fields, isShared });
  const { siteId, userId } = viewer;
  const ownerId = isShared ? null : userId;
  const now = deps.clock.now();
  const mine = { siteId_createdById_clientId: { siteId, createdById: userId, clientId } };
  return deps.db.transaction(async (tx) => {
    // Those of one owner are made one after the other: shortcut and number are looked at under the lock.
    await lockOwner(tx, { siteId, ownerId });
    const earlier = await tx.prisma.template.findUnique({ where: mine });
    if (earlier && earlier.bodyHash !== bodyHash) throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${operation}; the client id was used for another one`);
    if (earlier) return earlier;
    await requireFree(tx, { operation, siteId, ownerId, shortcut: fields.shortcut });
    if ((await tx.prisma.template.count({ where: { siteId, ownerId, deletedAt: null } })) >= MAX_TEMPLATES) {
      throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; there are ${MAX_TEMPLATES} already`, { details: { limit: MAX_TEMPLATES } });
    }
    const id = newId('template');
    return tx.prisma.template.create({ data: { id, siteId, ownerId, createdById: userId, clientId, bodyHash, ...fields, createdAt: now, updatedAt: now } });
  });
}

/** What a caller of `updateQuickReply` gives; what is absent or null stays. */
export interface ChangedTemplate {
  readonly quickReplyId: string;
  readonly shortcut?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly text?: string | null | undefined;
  /** Replaces those so far. */
  readonly tags?: readonly string[] | null | undefined;
  /** Empty for all departments. */
  readonly department?: string | null | undefined;
  /** False takes it out of use until it is true again. */
  readonly isActive?: boolean | null | undefined;
}

/** Changes a quick reply; repeating it changes nothing. @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT */
export async function updateQuickReply(deps: Deps, viewer: Viewer, input: ChangedTemplate): Promise<Template> {
  const operation = 'update quick reply';
  const template = await accessTemplateForChange(deps, viewer, { templateId: input.quickReplyId, operation });
  const data = {
    ...(input.shortcut == null ? {} : { shortcut: parseShortcut(operation, input.shortcut) }),
    ...(input.title == null ? {} : { title: parseTitle(operation, input.title) }),
    ...(input.text == null ? {} : { text: parseTemplateText(operation, input.text) }),
    ...(input.tags == null ? {} : { tags: parseTags(operation, input.tags) }),
    ...(input.department == null ? {} : { department: input.department === '' ? null : parseDepartment(operation, input.department) }),
    ...(input.isActive == null ? {} : { isActive: input.isActive }),
  };
  return deps.db.transaction(async (tx) => {
    await lockOwner(tx, template);
    if (data.shortcut !== undefined) await requireFree(tx, { operation, ...template, shortcut: data.shortcut });
    const { count } = await tx.prisma.template.updateMany({ where: { id: template.id, deletedAt: null }, data: { ...data, updatedAt: deps.clock.now() } });
    if (count === 0) throw notFound(operation, 'quick reply');
    return tx.prisma.template.findUniqueOrThrow({ where: { id: template.id } });
  });
}

/** Deletes a quick reply; deleting again answers the same. @throws ChatError NOT_FOUND, FORBIDDEN */
export async function deleteQuickReply(deps: Deps, viewer: Viewer, templateId: string): Promise<string> {
  const { id } = await accessTemplateForChange(deps, viewer, { templateId, operation: 'delete quick reply' });
  await deps.db.prisma.template.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: deps.clock.now() } });
  return id;
}

/** Which templates to list. */
export interface ListTemplates {
  readonly first: number;
  readonly after: string | null;
  readonly prefix: string | null;
  /** Only those with this tag. */
  readonly tag?: string | null | undefined;
  /** Only those for this department, and those for all. */
  readonly department?: string | null | undefined;
  /** False for those that are out of use. */
  readonly isActive?: boolean | null | undefined;
}

/** A page of the viewer's own quick replies and the site's, by shortcut. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listQuickReplies(
  deps: Deps,
  viewer: Viewer,
  page: ListTemplates,
): Promise<{ readonly templates: Template[]; readonly hasMore: boolean }> {
  const operation = 'list quick replies';
  requireTemplates(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const prefix = page.prefix === null ? '' : parseText({ operation, field: 'prefix' }, page.prefix, { max: 40 });
  // Prisma hands a prefix to LIKE as it is.
  const literal = prefix.replace(/[\\%_]/g, '\\$&');
  const [shortcut, id] = page.after === null ? [] : parseAfter(operation, page.after);
  const behind = shortcut === undefined || id === undefined ? {} : { OR: [{ shortcut: { gt: shortcut } }, { shortcut, id: { gt: id } }] };
  const fits: Prisma.TemplateWhereInput =
    prefix === '' ? {} : { OR: [{ shortcut: { startsWith: literal.toLowerCase() } }, { title: { startsWith: literal, mode: Prisma.QueryMode.insensitive } }] };
  const labelled: Prisma.TemplateWhereInput = {
    ...(page.tag == null ? {} : { tags: { has: parseText({ operation, field: 'tag' }, page.tag.trim().toLowerCase(), { max: 40 }) } }),
    ...(page.department == null ? {} : { OR: [{ department: null }, { department: parseDepartment(operation, page.department) }] }),
  };
  const templates = await deps.db.prisma.template.findMany({
    where: { kind: 'quick_reply', isActive: page.isActive ?? true, AND: [visibleTemplates(viewer), fits, behind, labelled] },
    orderBy: [{ shortcut: 'asc' }, { id: 'asc' }],
    take: first + 1,
  });
  return { templates: templates.slice(0, first), hasMore: templates.length > first };
}

/** The opaque place of a quick reply in the list. */
export function cursorOf({ shortcut, id }: Template): string {
  return Buffer.from(`${shortcut}.${id}`).toString('base64url');
}

/** The text of a quick reply for a conversation, with its variables filled in. Nothing is sent and nothing counted. @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT */
export async function renderQuickReply(deps: Deps, viewer: Viewer, input: { readonly quickReplyId: string; readonly conversationId: string }): Promise<string> {
  const operation = 'render quick reply';
  const template = await accessTemplate(deps, viewer, { templateId: input.quickReplyId, operation });
  await accessConversation(deps, viewer, { conversationId: input.conversationId, need: 'member', operation });
  const { title, booking, participants } = await readConversation(deps, viewer, input.conversationId);
  const nameOf = (role: 'client' | 'provider') => participants.find((participant) => participant.role === role)?.user.displayName;
  const values: Partial<Record<Variable, string | null | undefined>> = {
    'me.name': viewer.displayName,
    'client.name': nameOf('client'),
    'provider.name': nameOf('provider'),
    'booking.title': booking?.title,
    'booking.status': booking?.status,
    'booking.startsAt': booking?.startsAt,
    'booking.endsAt': booking?.endsAt,
    'conversation.title': title,
  };
  return render(template.text, Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string')));
}

/** Counts a message of the viewer as sent with a quick reply: once, however often it is told. @throws ChatError NOT_FOUND, FORBIDDEN */
export async function countQuickReplyUse(deps: Deps, viewer: Viewer, input: { readonly quickReplyId: string; readonly messageId: string }): Promise<Template> {
  const operation = 'count quick reply use';
  const template = await accessTemplate(deps, viewer, { templateId: input.quickReplyId, operation });
  const { message } = await accessMessage(deps, viewer, { messageId: input.messageId, operation });
  if (message.senderId !== viewer.userId) throw new ChatError('FORBIDDEN', `unable to ${operation}; only its sender may`);
  const now = deps.clock.now();
  const place = { templateId: template.id, messageId: message.id };
  return deps.db.transaction(async (tx) => {
    const { count } = await tx.prisma.templateUse.createMany({ data: [{ ...place, createdAt: now }], skipDuplicates: true });
    if (count === 0) return tx.prisma.template.findUniqueOrThrow({ where: { id: template.id } });
    return tx.prisma.template.update({ where: { id: template.id }, data: { usageCount: { increment: 1 }, usedAt: now } });
  });
}

interface Owner {
  readonly siteId: string;
  readonly ownerId: string | null;
}

/** Takes the lock under which the templates of one owner are made and renamed: the user's row, or the site's. */
async function lockOwner(tx: Tx, { siteId, ownerId }: Owner): Promise<void> {
  if (ownerId === null) await tx.raw('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
  else await tx.raw('SELECT 1 FROM "user" WHERE id = $1 FOR NO KEY UPDATE', [ownerId]);
}

async function requireFree(tx: Tx, of: Owner & { readonly operation: string; readonly shortcut: string; readonly id?: string }): Promise<void> {
  const { siteId, ownerId, shortcut, id } = of;
  const taken = await tx.prisma.template.findFirst({ where: { siteId, ownerId, shortcut, deletedAt: null, ...(id === undefined ? {} : { NOT: { id } }) } });
  if (taken) throw new ChatError('CONFLICT', `unable to ${of.operation}; the shortcut is in use`, { details: { field: 'shortcut' } });
}

function parseAfter(operation: string, cursor: string): [string, string] {
  const [, shortcut, id] = /^(.{1,160})\.(tpl_[0-9a-f]{32})$/u.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (shortcut === undefined || id === undefined) throw invalidInput(operation, 'after', 'is not a cursor of this list');
  return [shortcut, id];
}
