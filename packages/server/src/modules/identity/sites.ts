import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { PersonView } from '../../kernel/views.js';
import { memoryOf } from './memory.js';
import { originMatches } from './origins.js';
import { defaultName, type KnownUser, personOf, type SiteRow } from './rows.js';
import { parseSettings, type SiteSettings } from './site-settings.js';
import { MAKE_BOT, SITE_BY_KEY, USER_BY_EXTERNAL_ID } from './store.js';

/** External id of the site's own user, the sender of system messages. Nobody can sign in as it. */
export const SYSTEM_EXTERNAL_ID = 'system';
/** External id of the site's own bot, the sender of what it answers. Nobody can sign in as it; admins and back-ends give it a name and a picture by `upsertUser`. */
export const BOT_EXTERNAL_ID = 'system:bot';

/** A site by its public key (`pk_…`) or id, from this node's memory for up to 30 s; null when there is none. */
export async function findSite(deps: Deps, keyOrId: string): Promise<SiteRow | null> {
  const { sites } = memoryOf(deps);
  const known = sites.get(keyOrId);
  if (known) return known;
  const [site] = await deps.db.hot<SiteRow>(SITE_BY_KEY, [keyOrId]);
  if (site) sites.set(keyOrId, site);
  return site ?? null;
}

/**
 * A site's settings with defaults filled in, from memory for up to 30 s.
 * @throws ChatError NOT_FOUND
 */
export async function siteSettings(deps: Deps, siteId: string): Promise<SiteSettings> {
  const site = await findSite(deps, siteId);
  if (!site) throw notFound('read site', 'site');
  return parseSettings(site.settings);
}

/**
 * The site's own user, the sender of system messages; from memory after the first call.
 * @throws ChatError NOT_FOUND
 */
export async function findSystemUser(deps: Deps, siteId: string): Promise<PersonView> {
  const { systemUsers } = memoryOf(deps);
  let user = systemUsers.get(siteId);
  if (!user) {
    [user] = await deps.db.hot<KnownUser>(USER_BY_EXTERNAL_ID, [siteId, SYSTEM_EXTERNAL_ID]);
    if (!user) throw notFound('read site', 'site');
    systemUsers.set(siteId, user);
  }
  return personOf(user);
}

/** The site's own bot; null for as long as it has never spoken and nobody named it. */
export async function findSiteBot(deps: Deps, siteId: string): Promise<PersonView | null> {
  const [user] = await deps.db.hot<KnownUser>(USER_BY_EXTERNAL_ID, [siteId, BOT_EXTERNAL_ID]);
  return user ? personOf(user) : null;
}

/** The id of the site's own bot, which is made inside the transaction when there is none. Safe to repeat, on any number of nodes at once. */
export async function ensureSiteBot(tx: Tx, of: { readonly siteId: string; readonly now: Date }): Promise<string> {
  const key = [of.siteId, BOT_EXTERNAL_ID];
  const known = await tx.raw<KnownUser>(USER_BY_EXTERNAL_ID.text, key);
  if (known[0]) return known[0].id;
  await tx.raw(MAKE_BOT, [newId('user'), ...key, defaultName('bot'), of.now.toISOString()]);
  const [made] = await tx.raw<KnownUser>(USER_BY_EXTERNAL_ID.text, key);
  if (!made) throw notFound('read site', 'site');
  return made.id;
}

/**
 * Whether a page of this origin may use a site: one on the site's own list, or on the list of the server's configuration. An unknown
 * site allows none.
 */
export async function isOriginAllowed(
  deps: Deps,
  site: { readonly publicKey: string } | { readonly siteId: string },
  origin: string,
): Promise<boolean> {
  const row = await findSite(deps, 'siteId' in site ? site.siteId : site.publicKey);
  if (!row) return false;
  return originMatches([...row.allowedOrigins, ...deps.config.allowedOrigins], origin.toLowerCase());
}
