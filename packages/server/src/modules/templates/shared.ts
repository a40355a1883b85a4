import type { Deps } from '../../deps.js';
import { isChatError } from '../../kernel/errors.js';
import { render, type Variable } from './render.js';

/** The shortcuts of the site's own quick replies. */
export async function sharedShortcuts(deps: Pick<Deps, 'db'>, siteId: string): Promise<string[]> {
  const rows = await deps.db.prisma.template.findMany({ where: { siteId, ownerId: null, kind: 'quick_reply', deletedAt: null }, select: { shortcut: true } });
  return rows.map(({ shortcut }) => shortcut);
}

/** What to render, and with what. */
export interface RenderShared {
  readonly siteId: string;
  readonly shortcut: string;
  readonly values: Readonly<Partial<Record<Variable, string>>>;
}

/** The text of a quick reply of the site's own with its variables filled in; null when there is none of that shortcut in use, and for an empty text. */
export async function renderShared(deps: Pick<Deps, 'db'>, { siteId, shortcut, values }: RenderShared): Promise<string | null> {
  const template = await deps.db.prisma.template.findFirst({ where: { siteId, ownerId: null, kind: 'quick_reply', isActive: true, deletedAt: null, shortcut } });
  if (!template) return null;
  try {
    const text = render(template.text, values);
    return text.trim() === '' ? null : text;
  } catch (error) {
    if (isChatError(error, 'INVALID_INPUT')) return null;
    throw error;
  }
}
