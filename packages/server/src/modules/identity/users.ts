import type { Deps } from '../../deps.js';
import type { Prisma, User } from '../../db/generated/client.js';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { parseExternalId, parseJsonObject, parsePageSize, parseText, parseUrl } from '../../kernel/input.js';
import { newId } from '../../kernel/ids.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { Role } from '../../kernel/words.js';
import { signalUser } from '../../log/topics.js';
import { announceChange } from './memory.js';
import { maySeePrivate, worksForSite } from './policy.js';
import { defaultName } from './rows.js';
import { BOT_EXTERNAL_ID, SYSTEM_EXTERNAL_ID } from './sites.js';

/** What a host or a user may set of a user. Absent leaves it as it is; null empties it, where it can be empty. */
export interface UserFields {
  readonly displayName?: string | null;
  readonly email?: string | null;
  readonly avatarUrl?: string | null;
  readonly phone?: string | null;
  readonly profile?: Readonly<Record<string, unknown>> | null;
}

/** A user as the host's back-end describes them. */
export interface UpsertUser extends UserFields {
  readonly externalId: string;
  readonly role: Role;
  /** False ends the user's sessions and keeps them from signing in. */
  readonly isActive?: boolean | null;
}

/** A user as another module needs one to exist, such as a booking's party. */
export interface EnsureUser extends UserFields {
  readonly siteId: string;
  readonly externalId: string;
  /** Given to a user who is new; one who exists keeps theirs. */
  readonly role: Role;
}

/**
 * Makes or changes a user by the host's own id. Deactivating a user or changing the role ends their open sessions; who works for the site no more loses every place of
 * staff at once, and leaves those conversations within seconds.
 * @throws ChatError FORBIDDEN, INVALID_INPUT
 */
export async function upsertUser(deps: Deps, viewer: Viewer, input: UpsertUser): Promise<User> {
  requireAdmin(viewer, 'write user');
  if (input.role === 'system') throw invalidInput('write user', 'role', 'cannot be SYSTEM');
  const externalId = parseSubject('write user', input);
  const changes = { ...parseFields('write user', input), role: input.role, ...(input.isActive == null ? {} : { isActive: input.isActive }) };
  const key = { siteId: viewer.siteId, externalId };
  const { before, user } = await deps.db.transaction(async (tx) => {
    await insertMissing(deps, tx.prisma, { ...key, role: input.role });
    const found = await tx.prisma.user.findUniqueOrThrow({ where: { siteId_externalId: key } });
    const now = deps.clock.now();
    const staffLeftAt = worksForSite(input.role) ? { staffLeftAt: null } : worksForSite(found.role) ? { staffLeftAt: now } : {};
    const updated = await tx.prisma.user.update({ where: { id: found.id }, data: { ...changes, ...staffLeftAt, updatedAt: now } });
    return { before: found, user: updated };
  });
  const isOff = before.isActive && !user.isActive;
  const role = isOff || user.role === 'system' ? {} : { role: user.role };
  announceChange(deps, { siteId: user.siteId, userId: user.id, endsSessions: isOff || before.role !== user.role, ...role });
  if (isOff) signalUser(deps, user.id, { kind: 'deactivated' });
  else if (input.profile !== undefined) signalUser(deps, user.id, { kind: 'profile' });
  return user;
}

/**
 * The user with a host's id, made if there is none, inside somebody's transaction. Given fields are written; the role of one who
 * exists is kept. No viewer is asked: the caller has authorised it.
 * @throws ChatError INVALID_INPUT
 */
export async function ensureUser(deps: Deps, prisma: Prisma.TransactionClient, input: EnsureUser): Promise<User> {
  const key = { siteId: input.siteId, externalId: parseSubject('write user', input) };
  const fields = parseFields('write user', input);
  await insertMissing(deps, prisma, { ...key, role: input.role });
  const where = { siteId_externalId: key };
  if (Object.keys(fields).length === 0) return prisma.user.findUniqueOrThrow({ where });
  return prisma.user.update({ where, data: { ...fields, updatedAt: deps.clock.now() } });
}

/**
 * Changes the viewer's own profile.
 * @throws ChatError INVALID_INPUT, FORBIDDEN for an API key, which has no profile
 */
export async function updateProfile(deps: Deps, viewer: Viewer, input: UserFields): Promise<User> {
  if (viewer.kind !== 'user') throw new ChatError('FORBIDDEN', 'unable to update profile; an API key has none');
  const data = { ...parseFields('update profile', input), updatedAt: deps.clock.now() };
  const user = await deps.db.prisma.user.update({ where: { id: viewer.userId }, data });
  announceChange(deps, { siteId: user.siteId, userId: user.id, endsSessions: false });
  if (input.profile !== undefined) signalUser(deps, user.id, { kind: 'profile' });
  return user;
}

/** A user of the viewer's site by id or by the host's id; by the latter only staff find others. Null when there is none to see. */
export async function findUser(
  deps: Deps,
  viewer: Viewer,
  by: { readonly id?: string | null; readonly externalId?: string | null },
): Promise<User | null> {
  if ((by.id == null) === (by.externalId == null)) throw invalidInput('read user', 'id', 'or externalId must be given, and not both');
  const where = by.id != null ? { id: by.id } : { externalId: by.externalId ?? '' };
  const user = await deps.db.prisma.user.findFirst({ where: { ...where, siteId: viewer.siteId } });
  // The host's ids are often numbers that can be counted up, so they open nothing to the public.
  return user && (by.id != null || maySeePrivate(viewer, user.id)) ? user : null;
}

/** A page of the site's users in the order in which they were made. For admins. */
export async function listUsers(
  deps: Deps,
  viewer: Viewer,
  page: { readonly first: number; readonly after: { readonly at: Date; readonly id: string } | null; readonly role: Role | null },
): Promise<{ readonly users: User[]; readonly hasMore: boolean }> {
  requireAdmin(viewer, 'list users');
  const first = parsePageSize({ operation: 'list users', field: 'first' }, page.first);
  const { after } = page;
  const users = await deps.db.prisma.user.findMany({
    where: {
      siteId: viewer.siteId,
      ...(page.role ? { role: page.role } : {}),
      ...(after ? { OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {}),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: first + 1,
  });
  return { users: users.slice(0, first), hasMore: users.length > first };
}

/** @throws ChatError FORBIDDEN unless the viewer is an admin or a back-end. */
export function requireAdmin(viewer: Viewer, operation: string): void {
  if (!isAdmin(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only admins and back-ends may`);
}

async function insertMissing(
  deps: Deps,
  prisma: Prisma.TransactionClient,
  user: { readonly siteId: string; readonly externalId: string; readonly role: Role },
): Promise<void> {
  const now = deps.clock.now();
  await prisma.user.createMany({
    data: [{ ...user, id: newId('user'), displayName: defaultName(user.role), createdAt: now, updatedAt: now }],
    skipDuplicates: true,
  });
}

function parseSubject(operation: string, { externalId, role }: { readonly externalId: string; readonly role?: Role }): string {
  const parsed = parseExternalId({ operation, field: 'externalId' }, externalId);
  if (parsed === SYSTEM_EXTERNAL_ID) throw invalidInput(operation, 'externalId', 'is the system user’s');
  if (parsed === BOT_EXTERNAL_ID && role !== 'bot') throw invalidInput(operation, 'externalId', 'is the bot’s');
  return parsed;
}

function parseFields(operation: string, input: UserFields): Prisma.UserUpdateInput {
  const at = (field: string) => ({ operation, field });
  const fields: Prisma.UserUpdateInput = {};
  if (input.displayName != null) fields.displayName = parseText(at('displayName'), input.displayName, { min: 1, max: 120 });
  if (input.avatarUrl !== undefined) fields.avatarUrl = input.avatarUrl === null ? null : parseUrl(at('avatarUrl'), input.avatarUrl);
  if (input.phone !== undefined) fields.phone = input.phone === null ? null : parseText(at('phone'), input.phone, { max: 40 });
  if (input.email !== undefined) fields.email = input.email === null ? null : parseEmail(operation, input.email);
  if (input.profile !== undefined) fields.profile = input.profile === null ? {} : parseJsonObject(at('profile'), input.profile);
  return fields;
}

function parseEmail(operation: string, value: string): string {
  const email = parseText({ operation, field: 'email' }, value, { min: 3, max: 254 });
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw invalidInput(operation, 'email', 'is not an e-mail address');
  return email;
}
