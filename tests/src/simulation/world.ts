/** A site with four people and an administrator, on one embedded database that all histories share. */
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

/** A site. */
export interface World {
  readonly db: OpenedDb;
  readonly siteId: string;
  readonly people: ReadonlyMap<string, UserViewer>;
  readonly admin: UserViewer;
  /** Makes a conversation of all four. */
  conversation(): Promise<string>;
  close(): Promise<void>;
}

/** Makes the site. */
export async function createWorld(): Promise<World> {
  const database = await createTestDatabase('embedded');
  const db = await database.open();
  const siteId = newId('site');
  const now = createTestClock().now();
  await db.prisma.site.create({ data: { id: siteId, name: 'Simulated', publicKey: `pk_${siteId}`, secret: 'secret', createdAt: now, updatedAt: now } });
  const user = async (name: string, role: Exclude<Role, 'system'>): Promise<UserViewer> => {
    const userId = newId('user');
    await db.prisma.user.create({ data: { id: userId, siteId, externalId: name, role, displayName: name, createdAt: now, updatedAt: now } });
    return { kind: 'user', siteId, userId, role, displayName: name, isGuest: false, avatarUrl: null, tokenExpiresAt: now.getTime() + 86_400_000 };
  };
  const people = new Map<string, UserViewer>();
  for (const [name, role] of PLACES) people.set(name, await user(name, role));
  const admin = await user('admin', 'admin');
  return {
    db,
    siteId,
    people,
    admin,
    async conversation() {
      const id = newId('conversation');
      await db.prisma.conversation.create({ data: { id, siteId, kind: 'direct', title: 'Simulated', lastActivityAt: now, createdAt: now } });
      await db.prisma.participant.createMany({
        data: PLACES.map(([name, , role]) => ({ conversationId: id, userId: people.get(name)?.userId ?? '', siteId, role, joinedAt: now })),
      });
      return id;
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
