import type { Deps } from '../../deps.js';
import type { UserViewer, Viewer } from '../../kernel/viewer.js';
import type { Permission } from '../../kernel/words.js';
import { createExpiringMap, type ExpiringMap } from './expiring-map.js';
import type { ApiKeyRow, KnownUser, SiteRow } from './rows.js';

/** Says to all nodes that something about an identity changed. Absent fields mean "all of them". */
export interface IdentityChange {
  readonly siteId: string;
  readonly userId?: string;
  readonly apiKeyId?: string;
  /** Whether open sessions of what is named must end. */
  readonly endsSessions: boolean;
  /** The user's role from now on: sessions in which they have it were opened since, and go on. */
  readonly role?: UserViewer['role'];
}

/** What one node remembers of sites, users and keys, so that a request costs no query to know who asks. */
export interface IdentityMemory {
  /** By public key, and by id. */
  readonly sites: ExpiringMap<SiteRow>;
  /** By site id and subject. */
  readonly users: ExpiringMap<KnownUser>;
  /** By hash. */
  readonly keys: ExpiringMap<ApiKeyRow>;
  /** What agents were let do, by user id. */
  readonly permissions: ExpiringMap<readonly Permission[]>;
  /** System users by site; they never change. */
  readonly systemUsers: Map<string, KnownUser>;
  readonly sessions: Set<Revocable>;
}

/** Something that must end when its viewer's rights do. */
export interface Revocable {
  readonly viewer: Viewer | null;
  /** The viewer was deactivated or got another role, the API key was revoked, or the site was switched off. Called once. */
  revoked(): void;
}

const TOPIC = 'identity';
const memories = new WeakMap<Deps['db'], IdentityMemory>();

/** This node's memory; made at the first call, which also starts to listen for changes made on other nodes. */
export function memoryOf(deps: Deps): IdentityMemory {
  const known = memories.get(deps.db);
  if (known) return known;
  const memory: IdentityMemory = {
    sites: createExpiringMap(deps.clock, { ttlMs: 30_000, max: 10_000 }),
    users: createExpiringMap(deps.clock, { ttlMs: 60_000, max: 100_000 }),
    keys: createExpiringMap(deps.clock, { ttlMs: 30_000, max: 10_000 }),
    permissions: createExpiringMap(deps.clock, { ttlMs: 10_000, max: 10_000 }),
    systemUsers: new Map(),
    sessions: new Set(),
  };
  memories.set(deps.db, memory);
  // Without the bus, entries still end by their age.
  deps.bus
    .subscribe(TOPIC, (message) => {
      if (isIdentityChange(message)) apply(memory, message);
    })
    .catch((error: unknown) => deps.log.warn({ event: 'identity.unheard', err: error }, 'identity changes of other nodes are not heard'));
  return memory;
}

/** Forgets what changed, here at once and on the other nodes through the bus. Call it after the commit. */
export function announceChange(deps: Deps, change: IdentityChange): void {
  apply(memoryOf(deps), change);
  deps.bus.publish(TOPIC, change);
}

/** Tells `session` when it must end before its viewer's token does, until it is forgotten. Costs no query, and keeps nothing but the session itself. */
export function watchSession(deps: Deps, session: Revocable): void {
  memoryOf(deps).sessions.add(session);
}

/** Ends {@link watchSession}. */
export function forgetSession(deps: Deps, session: Revocable): void {
  memoryOf(deps).sessions.delete(session);
}

function apply(memory: IdentityMemory, change: IdentityChange): void {
  const isSite = change.userId === undefined && change.apiKeyId === undefined;
  if (isSite) memory.sites.deleteWhere((site) => site.id === change.siteId);
  memory.users.deleteWhere((user) => (isSite ? user.siteId === change.siteId : user.id === change.userId));
  memory.keys.deleteWhere((key) => (isSite ? key.siteId === change.siteId : key.id === change.apiKeyId));
  if (change.userId !== undefined) memory.permissions.delete(change.userId);
  if (!change.endsSessions) return;
  for (const session of [...memory.sessions]) {
    if (session.viewer && concerns(change, session.viewer) && memory.sessions.delete(session)) session.revoked();
  }
}

function concerns(change: IdentityChange, viewer: Viewer): boolean {
  if (viewer.siteId !== change.siteId) return false;
  if (change.apiKeyId !== undefined) return viewer.kind === 'service' && viewer.apiKeyId === change.apiKeyId;
  if (change.userId !== undefined) return viewer.kind === 'user' && viewer.userId === change.userId && viewer.role !== change.role;
  return true;
}

function isIdentityChange(message: unknown): message is IdentityChange {
  return typeof message === 'object' && message !== null && 'siteId' in message && 'endsSessions' in message;
}
