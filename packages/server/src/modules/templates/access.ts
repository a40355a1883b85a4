import type { Prisma, Template } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { hasPermission } from '../identity/index.js';
import { mayChange, maySee, usesTemplates } from './policy.js';

/** What is asked of a template, and in which words to refuse it. */
export interface TemplateRequest {
  readonly templateId: string;
  readonly operation: string;
}

/** What a viewer may see of the site's templates: their own and the site's, none of them deleted. */
export function visibleTemplates(viewer: Viewer): Prisma.TemplateWhereInput {
  return { siteId: viewer.siteId, deletedAt: null, OR: [{ ownerId: null }, { ownerId: viewer.userId }] };
}

/** @throws ChatError FORBIDDEN for clients */
export function requireTemplates(viewer: Viewer, operation: string): void {
  if (!usesTemplates(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; your role does not allow it`);
}

/** The one door from a caller's id to a template that is to be used. @throws ChatError NOT_FOUND, FORBIDDEN */
export async function accessTemplate(deps: Deps, viewer: Viewer, request: TemplateRequest): Promise<Template> {
  requireTemplates(viewer, request.operation);
  const template = await deps.db.prisma.template.findFirst({ where: { id: request.templateId, siteId: viewer.siteId, deletedAt: null, isActive: true } });
  if (!template || !maySee(viewer, template)) throw notFound(request.operation, 'template');
  return template;
}

/** {@link accessTemplate} for changing: inactive ones too, and deleted ones, so that deleting again answers the same. @throws ChatError NOT_FOUND, FORBIDDEN */
export async function accessTemplateForChange(deps: Deps, viewer: Viewer, request: TemplateRequest): Promise<Template> {
  requireTemplates(viewer, request.operation);
  const template = await deps.db.prisma.template.findFirst({ where: { id: request.templateId, siteId: viewer.siteId } });
  if (!template || !maySee(viewer, template)) throw notFound(request.operation, 'template');
  const isManager = await hasPermission(deps, viewer, 'manage_templates');
  if (!mayChange(viewer, template, isManager)) throw new ChatError('FORBIDDEN', `unable to ${request.operation}; only who manages the site’s templates may`);
  return template;
}
