import type { Viewer } from '../../kernel/viewer.js';

/** What decides about a template. */
export interface TemplateFacts {
  /** Whose it is; null for the site's own. */
  readonly ownerId: string | null;
}

/** Whether the viewer works with templates at all: everybody but clients, guests and back-ends' own user. */
export function usesTemplates(viewer: Viewer): boolean {
  return viewer.role !== 'client';
}

/** Whether the viewer may use it: their own and the site's. */
export function maySee(viewer: Viewer, template: TemplateFacts): boolean {
  return usesTemplates(viewer) && (template.ownerId === null || template.ownerId === viewer.userId);
}

/** Whether the viewer may change it: their own; the site's who manages its templates. */
export function mayChange(viewer: Viewer, template: TemplateFacts, isManager: boolean): boolean {
  return template.ownerId === null ? isManager : template.ownerId === viewer.userId;
}
