import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { announceChange } from './memory.js';
import type { SiteRow } from './rows.js';
import { findSite, isOriginAllowed } from './sites.js';
import { requireAdmin } from './users.js';
import { isShownOn, mergeWidget, parseWidget, type WidgetPatch, type WidgetSettings } from './widget-settings.js';

/** Where a site's settings keep those of its widget. */
const KEY = 'chatWidget';

/** What a widget needs before anybody signs in. */
export interface WidgetConfig {
  readonly siteName: string;
  /** Whether it is shown on the page asked for; true where none was. */
  readonly isShown: boolean;
  readonly settings: WidgetSettings;
}

/** A request of a page that has no credential yet. */
export interface PageRequest {
  /** The site's public key. */
  readonly siteKey: string;
  /** Origin of the page that calls; null when no browser page of another origin does. */
  readonly origin: string | null;
}

/** The active site of a page that has no credential yet. @throws ChatError NOT_FOUND, SITE_INACTIVE, ORIGIN_NOT_ALLOWED */
export async function siteOfPage(deps: Deps, operation: string, { siteKey, origin }: PageRequest): Promise<SiteRow> {
  const site = await findSite(deps, siteKey);
  if (site?.publicKey !== siteKey) throw notFound(operation, 'site');
  if (!site.isActive) throw new ChatError('SITE_INACTIVE', `unable to ${operation}; the site is switched off`);
  if (origin !== null && !(await isOriginAllowed(deps, site, origin))) {
    throw new ChatError('ORIGIN_NOT_ALLOWED', `unable to ${operation}; the page is not on the site’s list`);
  }
  return site;
}

/**
 * The widget's settings by the site's public key alone, and whether it is shown on a page.
 * @throws ChatError NOT_FOUND, SITE_INACTIVE, ORIGIN_NOT_ALLOWED, INVALID_INPUT
 */
export async function widgetConfig(deps: Deps, request: PageRequest & { readonly page?: string | null }): Promise<WidgetConfig> {
  const operation = 'read widget config';
  const page = request.page == null ? null : parsePage(operation, request.page);
  const site = await siteOfPage(deps, operation, request);
  const settings = widgetOf(site.settings);
  return { siteName: site.name, isShown: page === null || isShownOn(settings, page), settings };
}

/** Changes the settings of the widget; repeating it changes nothing. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function updateWidgetSettings(deps: Deps, viewer: Viewer, patch: WidgetPatch): Promise<WidgetSettings> {
  requireAdmin(viewer, 'update widget settings');
  const id = viewer.siteId;
  const settings = await deps.db.transaction(async (tx) => {
    await tx.raw('SELECT id FROM site WHERE id = $1 FOR UPDATE', [id]);
    const before = await tx.prisma.site.findUniqueOrThrow({ where: { id } });
    const kept = typeof before.settings === 'object' && before.settings !== null && !Array.isArray(before.settings) ? before.settings : {};
    const merged = mergeWidget(kept[KEY], patch);
    await tx.prisma.site.update({ where: { id }, data: { settings: { ...kept, [KEY]: merged }, updatedAt: deps.clock.now() } });
    return parseWidget(merged);
  });
  announceChange(deps, { siteId: id, endsSessions: false });
  return settings;
}

/** The widget's settings out of those of a site, with defaults filled in. */
export function widgetOf(settings: unknown): WidgetSettings {
  return parseWidget(typeof settings === 'object' && settings !== null && KEY in settings ? settings[KEY] : null);
}

/** An address, or a path alone: then of a page anywhere. */
function parsePage(operation: string, value: string): URL {
  const text = parseText({ operation, field: 'page' }, value, { min: 1, max: 2_048 });
  const page = URL.canParse(text, 'https://page.invalid') ? new URL(text, 'https://page.invalid') : null;
  if (!page || !/^https?:$/.test(page.protocol)) throw invalidInput(operation, 'page', 'is not a path or an address');
  return page;
}
