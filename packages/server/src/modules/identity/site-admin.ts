import type { Prisma, Site } from '../../db/generated/client.js';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { invalidInput } from '../../kernel/errors.js';
import { newId, randomToken } from '../../kernel/ids.js';
import { parseText, parseUrl } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { announceChange } from './memory.js';
import { makeOnce } from './once.js';
import { isOriginPattern } from './origins.js';
import { mergeSettings, type SettingsPatch } from './site-settings.js';
import { SYSTEM_EXTERNAL_ID } from './sites.js';
import { requireAdmin } from './users.js';

const MAX_ORIGINS = 50;

/** A site to be made. */
export interface NewSite {
  readonly name: string;
  readonly domain?: string | null;
  readonly allowedOrigins?: readonly string[] | null;
}

/** A change of a site: what is absent stays as it is, and null empties what can be empty. */
export interface SiteChanges {
  readonly name?: string | null;
  readonly domain?: string | null;
  readonly allowedOrigins?: readonly string[] | null;
  readonly settings?: SettingsPatch | null;
  readonly jwksUrl?: string | null;
  readonly issuer?: string | null;
  readonly isActive?: boolean | null;
}

/** A site with its secret, which is shown only when it is made. */
export interface SiteWithSecret {
  readonly site: Site;
  readonly secret: string;
}

/**
 * Makes a site with its system user. The viewer becomes its owner. The same `clientId` with the same input answers with the same site and
 * the secret that it was made with, at any later time.
 * @throws ChatError FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT
 */
export async function createSite(deps: Deps, viewer: Viewer, input: NewSite & { readonly clientId: string }): Promise<SiteWithSecret> {
  requireAdmin(viewer, 'create site');
  const parsed = parseNew(input);
  const { id, secret } = await makeOnce(deps, viewer, {
    operation: 'create site',
    clientId: input.clientId,
    input: [parsed.name, parsed.domain, parsed.allowedOrigins],
    make: async (tx) => {
      const made = await insertSite(deps, tx, { ...parsed, ownerUserId: viewer.userId });
      return { id: made.site.id, secret: made.secret };
    },
  });
  return { site: await deps.db.prisma.site.findUniqueOrThrow({ where: { id } }), secret };
}

/**
 * Makes a site without a viewer, for the command line and for seeding. With a `publicKey` that exists, answers with that site as it is.
 */
export async function provisionSite(
  deps: Deps,
  input: NewSite & { readonly publicKey?: string; readonly secret?: string; readonly settings?: SettingsPatch },
): Promise<SiteWithSecret & { readonly systemUserId: string }> {
  const made = await deps.db.transaction(async (tx) => {
    const existing = input.publicKey === undefined ? null : await tx.prisma.site.findUnique({ where: { publicKey: input.publicKey } });
    if (existing) return { site: existing, secret: existing.secret };
    return insertSite(deps, tx, {
      ...parseNew(input),
      settings: mergeSettings({}, input.settings ?? {}),
      ...(input.publicKey === undefined ? {} : { publicKey: input.publicKey }),
      ...(input.secret === undefined ? {} : { secret: input.secret }),
    });
  });
  const system = await deps.db.prisma.user.findUniqueOrThrow({
    where: { siteId_externalId: { siteId: made.site.id, externalId: SYSTEM_EXTERNAL_ID } },
  });
  return { ...made, systemUserId: system.id };
}

/**
 * Changes the viewer's site. Switching it off ends all its sessions, and nobody can sign in to it any more.
 * @throws ChatError FORBIDDEN, INVALID_INPUT
 */
export async function updateSite(deps: Deps, viewer: Viewer, input: SiteChanges): Promise<Site> {
  requireAdmin(viewer, 'update site');
  const site = await deps.db.transaction(async (tx) => {
    await tx.raw('SELECT id FROM site WHERE id = $1 FOR UPDATE', [viewer.siteId]);
    const before = await tx.prisma.site.findUniqueOrThrow({ where: { id: viewer.siteId } });
    const data = { ...parseChanges(input, before), updatedAt: deps.clock.now() };
    return tx.prisma.site.update({ where: { id: viewer.siteId }, data });
  });
  announceChange(deps, { siteId: site.id, endsSessions: !site.isActive });
  return site;
}

/**
 * Switches a site on, for the operator's command line: nobody can sign in to one that is off. Other nodes follow within 30 seconds. Null
 * when there is no such site.
 */
export async function enableSite(deps: Deps, publicKey: string): Promise<Site | null> {
  const where = { publicKey };
  await deps.db.prisma.site.updateMany({ where: { ...where, isActive: false }, data: { isActive: true, updatedAt: deps.clock.now() } });
  return deps.db.prisma.site.findUnique({ where });
}

/**
 * Gives the viewer's site a new secret. Tokens signed with the old one stay valid until the next rotation, unless `dropPrevious` ends
 * it at once. The same `clientId` with the same input rotates once, and answers with the secret made then, at any later time.
 * @throws ChatError FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT
 */
export async function rotateSiteSecret(
  deps: Deps,
  viewer: Viewer,
  input: { readonly clientId: string; readonly dropPrevious?: boolean | null },
): Promise<SiteWithSecret> {
  requireAdmin(viewer, 'rotate site secret');
  const id = viewer.siteId;
  const { secret } = await makeOnce(deps, viewer, {
    operation: 'rotate site secret',
    clientId: input.clientId,
    input: [input.dropPrevious ?? false],
    make: async (tx) => {
      const before = await tx.prisma.site.findUniqueOrThrow({ where: { id } });
      const made = newSecret();
      const previousSecret = input.dropPrevious ? null : before.secret;
      await tx.prisma.site.update({ where: { id }, data: { secret: made, previousSecret, updatedAt: deps.clock.now() } });
      return { id, secret: made };
    },
  });
  // Told on a repeated call too: the node may have died between the commit and the telling.
  announceChange(deps, { siteId: id, endsSessions: false });
  return { site: await deps.db.prisma.site.findUniqueOrThrow({ where: { id } }), secret };
}

interface ParsedSite {
  readonly name: string;
  readonly domain: string | null;
  readonly allowedOrigins: string[];
  readonly settings?: Prisma.InputJsonObject;
  readonly publicKey?: string;
  readonly secret?: string;
  readonly ownerUserId?: string;
}

async function insertSite(deps: Deps, tx: Tx, input: ParsedSite): Promise<SiteWithSecret> {
  const now = deps.clock.now();
  const secret = input.secret ?? newSecret();
  const site = await tx.prisma.site.create({
    data: { ...input, id: newId('site'), publicKey: input.publicKey ?? `pk_${randomToken(18)}`, secret, createdAt: now, updatedAt: now },
  });
  await tx.prisma.user.create({
    data: {
      id: newId('user'),
      siteId: site.id,
      externalId: SYSTEM_EXTERNAL_ID,
      role: 'system',
      displayName: site.name,
      createdAt: now,
      updatedAt: now,
    },
  });
  return { site, secret };
}

function parseNew(input: NewSite): { name: string; domain: string | null; allowedOrigins: string[] } {
  const at = (field: string) => ({ operation: 'create site', field });
  return {
    name: parseText(at('name'), input.name, { min: 1, max: 120 }),
    domain: input.domain == null ? null : parseText(at('domain'), input.domain, { min: 1, max: 253 }),
    allowedOrigins: parseOrigins('create site', input.allowedOrigins ?? []),
  };
}

function parseChanges(input: SiteChanges, before: Site): Prisma.SiteUpdateInput {
  const at = (field: string) => ({ operation: 'update site', field });
  const changes: Prisma.SiteUpdateInput = {};
  if (input.name != null) changes.name = parseText(at('name'), input.name, { min: 1, max: 120 });
  if (input.domain !== undefined) changes.domain = input.domain === null ? null : parseText(at('domain'), input.domain, { min: 1, max: 253 });
  if (input.allowedOrigins != null) changes.allowedOrigins = parseOrigins('update site', input.allowedOrigins);
  if (input.settings != null) changes.settings = mergeSettings(before.settings, input.settings);
  if (input.jwksUrl !== undefined) changes.jwksUrl = input.jwksUrl === null ? null : parseUrl(at('jwksUrl'), input.jwksUrl);
  if (input.issuer !== undefined) changes.issuer = input.issuer === null ? null : parseText(at('issuer'), input.issuer, { min: 1, max: 200 });
  if (input.isActive != null) changes.isActive = input.isActive;
  const jwksUrl = input.jwksUrl === undefined ? before.jwksUrl : input.jwksUrl;
  const issuer = input.issuer === undefined ? before.issuer : input.issuer;
  if (jwksUrl !== null && issuer === null) throw invalidInput('update site', 'issuer', 'is needed with jwksUrl');
  return changes;
}

function parseOrigins(operation: string, origins: readonly string[]): string[] {
  const field = 'allowedOrigins';
  if (origins.length > MAX_ORIGINS) throw invalidInput(operation, field, `has more than ${MAX_ORIGINS} entries`);
  const parsed = origins.map((origin) => {
    const entry = origin.toLowerCase();
    if (!isOriginPattern(entry)) throw invalidInput(operation, field, 'has an entry that is no origin such as https://example.com');
    return entry;
  });
  return [...new Set(parsed)];
}

function newSecret(): string {
  return `ss_${randomToken(32)}`;
}
