import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { isStaff, type UserViewer, type Viewer } from '../../kernel/viewer.js';
import type { PersonView } from '../../kernel/views.js';
import type { ColleagueActiveItem, ColleagueActivity, ColleagueSignal } from '../../log/feed-item.js';
import { conversationTopic } from '../../log/topics.js';
import { accessConversation } from '../conversations/index.js';

/** How long each lasts without another word, in milliseconds. */
export const ACTIVITY_TTL_MS: Readonly<Record<ColleagueActivity, number>> = { looking: 12_000, typing: 6_000 };
/** How often one colleague's activity in one conversation is told at most, in milliseconds; a change is told at once. */
export const ACTIVITY_EVERY_MS = 2_000;
/** The most colleagues remembered on a node; beyond it the oldest are forgotten, which costs a publish too many. */
const MAX_REMEMBERED = 10_000;

interface Told {
  readonly activity: ColleagueActivity;
  readonly at: number;
}

/** What was last told of each colleague on this node, by conversation and user. */
const told = new WeakMap<Bus, Map<string, Told>>();

/** What a member of staff says of themselves; `away` takes it back. */
export interface ActivityInput {
  readonly conversationId: string;
  readonly activity: ColleagueActivity | 'away';
}

/**
 * Says that the viewer looks at a conversation, writes into it, or does neither any more: for colleagues who have it open, and nobody else. It need not be
 * taken back; it ends by itself, also with the node that knew of it. More often than every two seconds the same costs nothing.
 * @throws ChatError NOT_FOUND; FORBIDDEN for all but agents and admins
 */
export async function setActivity(deps: Deps, viewer: Viewer, input: ActivityInput): Promise<{ readonly expiresAt: string | null }> {
  const { conversationId, activity } = input;
  const now = deps.clock.now().getTime();
  const key = `${conversationId} ${viewer.userId}`;
  const remembered = rememberedOf(deps.bus);
  const last = remembered.get(key);
  if (last && last.activity === activity && now - last.at < ACTIVITY_EVERY_MS) return { expiresAt: expiryOf(last.at, activity) };
  await accessConversation(deps, viewer, { conversationId, need: 'read', operation: 'show activity' });
  if (viewer.kind !== 'user' || !isStaff(viewer)) throw new ChatError('FORBIDDEN', 'unable to show activity; only agents and admins may');
  const user = personOf(viewer);
  remembered.delete(key);
  if (activity !== 'typing') await deps.ephemeral.release(keyOf('typing', conversationId), JSON.stringify(user));
  if (activity === 'away') {
    await deps.ephemeral.release(keyOf('looking', conversationId), JSON.stringify(user));
    tell(deps, conversationId, { colleague: { type: 'ColleagueGone', userId: user.id } });
    return { expiresAt: null };
  }
  remembered.set(key, { activity, at: now });
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MAX_REMEMBERED) break;
    remembered.delete(oldest);
  }
  await deps.ephemeral.hold(keyOf(activity, conversationId), JSON.stringify(user), ACTIVITY_TTL_MS[activity]);
  const expiresAt = expiryOf(now, activity);
  tell(deps, conversationId, { colleague: { type: 'ColleagueActive', user, activity, expiresAt } });
  return { expiresAt };
}

/** Who of the staff looks at a conversation or writes into it at this moment. For staff. */
export async function readColleagues(deps: Deps, conversationId: string): Promise<ColleagueActiveItem[]> {
  const activities: readonly ColleagueActivity[] = ['looking', 'typing'];
  const held = await deps.ephemeral.members(activities.map((activity) => keyOf(activity, conversationId)));
  const now = deps.clock.now().getTime();
  const found = new Map<string, ColleagueActiveItem>();
  activities.forEach((activity, index) => {
    for (const [member, left] of held[index] ?? []) {
      const user = parsePerson(member);
      if (user) found.set(user.id, { type: 'ColleagueActive', user, activity, expiresAt: new Date(now + left).toISOString() });
    }
  });
  return [...found.values()];
}

function expiryOf(at: number, activity: ColleagueActivity): string {
  return new Date(at + ACTIVITY_TTL_MS[activity]).toISOString();
}

const keyOf = (activity: ColleagueActivity, conversationId: string): string => `colleague-${activity}:${conversationId}`;

function tell(deps: Deps, conversationId: string, signal: ColleagueSignal): void {
  deps.bus.publish(conversationTopic(conversationId), signal);
}

function personOf({ userId, displayName, role, avatarUrl }: UserViewer): PersonView {
  return { id: userId, displayName, role, avatarUrl, isGuest: false };
}

/** Another node wrote it, with {@link setActivity}. */
function parsePerson(member: string): PersonView | null {
  const person: unknown = JSON.parse(member);
  return isPerson(person) ? person : null;
}

function isPerson(value: unknown): value is PersonView {
  return typeof value === 'object' && value !== null && 'id' in value && 'displayName' in value;
}

function rememberedOf(bus: Bus): Map<string, Told> {
  const known = told.get(bus) ?? new Map<string, Told>();
  told.set(bus, known);
  return known;
}
