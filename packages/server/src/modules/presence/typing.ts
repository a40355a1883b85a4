import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { PersonView } from '../../kernel/views.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { TypingSignal, TypingStartedItem } from '../../log/feed-item.js';
import { conversationTopic } from '../../log/topics.js';
import { accessConversation } from '../conversations/index.js';

/** How long typing lasts without another word, in milliseconds. */
export const TYPING_TTL_MS = 6_000;
/** How often one person's typing in one conversation is told at most, in milliseconds. */
export const TYPING_EVERY_MS = 2_000;
/** The most typists remembered on a node; beyond it the oldest are forgotten, which costs a publish too many. */
const MAX_REMEMBERED = 10_000;

/** When each person on this node was last told of, by conversation and user. */
const told = new WeakMap<Bus, Map<string, number>>();

/**
 * Says that the viewer writes. More often than every two seconds it costs nothing and is told to nobody again.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED
 */
export async function startTyping(deps: Deps, viewer: Viewer, input: { readonly conversationId: string }): Promise<{ expiresAt: string }> {
  const now = deps.clock.now().getTime();
  const key = `${input.conversationId} ${viewer.userId}`;
  const remembered = rememberedOf(deps.bus);
  const last = remembered.get(key);
  if (last !== undefined && now - last < TYPING_EVERY_MS) return { expiresAt: new Date(last + TYPING_TTL_MS).toISOString() };
  await accessConversation(deps, viewer, { conversationId: input.conversationId, need: 'send', operation: 'start typing' });
  const expiresAt = new Date(now + TYPING_TTL_MS).toISOString();
  remembered.delete(key);
  remembered.set(key, now);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MAX_REMEMBERED) break;
    remembered.delete(oldest);
  }
  await deps.ephemeral.hold(typingKey(input.conversationId), viewer.userId, TYPING_TTL_MS);
  tell(deps, input.conversationId, { typing: { type: 'TypingStarted', user: personOf(viewer), expiresAt } });
  return { expiresAt };
}

/**
 * Says that the viewer no longer writes.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function stopTyping(deps: Deps, viewer: Viewer, input: { readonly conversationId: string }): Promise<{ conversationId: string }> {
  await accessConversation(deps, viewer, { conversationId: input.conversationId, need: 'read', operation: 'stop typing' });
  rememberedOf(deps.bus).delete(`${input.conversationId} ${viewer.userId}`);
  const [held] = await deps.ephemeral.members([typingKey(input.conversationId)]);
  if (held?.has(viewer.userId)) {
    await deps.ephemeral.release(typingKey(input.conversationId), viewer.userId);
    tell(deps, input.conversationId, { typing: { type: 'TypingStopped', userId: viewer.userId } });
  }
  return { conversationId: input.conversationId };
}

/** Who writes in a conversation at this moment, out of these people. */
export async function readTyping(deps: Deps, conversationId: string, people: readonly PersonView[]): Promise<TypingStartedItem[]> {
  const [held] = await deps.ephemeral.members([typingKey(conversationId)]);
  const now = deps.clock.now().getTime();
  return people.flatMap((user) => {
    const left = held?.get(user.id);
    return left === undefined ? [] : [{ type: 'TypingStarted' as const, user, expiresAt: new Date(now + left).toISOString() }];
  });
}

function tell(deps: Deps, conversationId: string, signal: TypingSignal): void {
  deps.bus.publish(conversationTopic(conversationId), signal);
}

const typingKey = (conversationId: string): string => `typing:${conversationId}`;

function personOf(viewer: Viewer): PersonView {
  return {
    id: viewer.userId,
    displayName: viewer.displayName,
    role: viewer.kind === 'service' ? 'system' : viewer.role,
    avatarUrl: viewer.avatarUrl,
    isGuest: viewer.isGuest,
  };
}

function rememberedOf(bus: Bus): Map<string, number> {
  const known = told.get(bus) ?? new Map<string, number>();
  told.set(bus, known);
  return known;
}
