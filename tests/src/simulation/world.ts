/** A site on one embedded database that all histories share; each has people and conversations of its own. */
import { createMemoryEphemeral } from '../../../packages/server/src/bus/ephemeral-memory.js';
import type { OpenedDb } from '../../../packages/server/src/db/index.js';
import { createTestClock } from '../../../packages/server/src/kernel/clock.js';
import { newId } from '../../../packages/server/src/kernel/ids.js';
import type { UserViewer } from '../../../packages/server/src/kernel/viewer.js';
import type { ParticipantRole, Role } from '../../../packages/server/src/kernel/words.js';
import { createTestDatabase } from '../../../packages/server/src/testing/database.js';
import type { Surroundings } from './node.js';
import { Scheduler } from './scheduler.js';

/** Who is in a conversation, and as what. The last of them comes and goes. */
export const PLACES = [
  ['ada', 'client', 'client'],
  ['ben', 'provider', 'provider'],
  ['sam', 'agent', 'agent'],
  ['tia', 'provider', 'team_member'],
] as const satisfies ReadonlyArray<readonly [string, Exclude<Role, 'system'>, ParticipantRole]>;

/** The people of one history, whose inboxes hold these two conversations and no other. */
export interface Stage {
  readonly people: ReadonlyMap<string, UserViewer>;
  readonly admin: UserViewer;
  /** A conversation of all four, which everybody has open. */
  readonly conversationId: string;
  /** One of those who stay, which nobody has open: the inbox alone tells of it. */
  readonly asideId: string;
}

/** A site. */
export interface World {
  readonly db: OpenedDb;
  /** Makes people and conversations. */
  stage(): Promise<Stage>;
  close(): Promise<void>;
}

/** Makes the site. */
export async function createWorld(): Promise<World> {
  const database = await createTestDatabase('embedded');
  const db = await database.open();
  // Read once for ever: no history is to be the one that waits for it.
  await db.epoch();
  const siteId = newId('site');
  const now = createTestClock().now();
  await db.prisma.site.create({ data: { id: siteId, name: 'Simulated', publicKey: `pk_${siteId}`, secret: 'secret', createdAt: now, updatedAt: now } });
  const viewer = (name: string, role: Exclude<Role, 'system'>): UserViewer => ({
    kind: 'user',
    siteId,
    userId: newId('user'),
    role,
    displayName: name,
    isGuest: false,
    avatarUrl: null,
    tokenExpiresAt: now.getTime() + 86_400_000,
  });
  return {
    db,
    async stage() {
      const people = new Map(PLACES.map(([name, role]) => [name, viewer(name, role)] as const));
      const admin = viewer('admin', 'admin');
      await db.prisma.user.createMany({
        data: [...people.values(), admin].map(({ userId, role, displayName }) => ({ id: userId, siteId, externalId: userId, role, displayName, createdAt: now, updatedAt: now })),
      });
      const [conversationId, asideId] = [newId('conversation'), newId('conversation')];
      await db.prisma.conversation.createMany({
        data: [conversationId, asideId].map((id) => ({ id, siteId, kind: 'direct' as const, title: 'Simulated', lastActivityAt: now, createdAt: now })),
      });
      const places = PLACES.map(([name, , role]) => ({ conversationId, userId: people.get(name)?.userId ?? '', siteId, role, joinedAt: now }));
      await db.prisma.participant.createMany({ data: [...places, ...places.slice(0, -1).map((place) => ({ ...place, conversationId: asideId }))] });
      return { people, admin, conversationId, asideId };
    },
    async close() {
      await db.close();
      await database.drop();
    },
  };
}

/** The surroundings of one history: a seed of its own, the database of all. */
export function surroundings({ db }: World, of: { readonly seed: number; readonly mutant: Surroundings['mutant'] }): Surroundings {
  const clock = createTestClock();
  return { scheduler: new Scheduler(of.seed), db, clock, ephemeral: createMemoryEphemeral(clock), mutant: of.mutant, isBusBad: true, nodes: [] };
}
