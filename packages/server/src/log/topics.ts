/** The topics of the bus, and what is said on a user's own. */
import type { Bus } from '../bus/contract.js';
import type { NoticeView } from '../kernel/views.js';

/** Durable events and typing of one conversation. */
export const conversationTopic = (conversationId: string): string => `conversation:${conversationId}`;
/** Whatever concerns one user's inbox: {@link UserSignal}. */
export const userTopic = (userId: string): string => `user:${userId}`;
/** One user's coming and going. */
export const presenceTopic = (userId: string): string => `presence:${userId}`;

/** Something that concerns one user, on whichever node their feeds are. Losing one costs latency only. */
export type UserSignal =
  /** The user's place in this conversation changed: came, left, muted. Their inbox reads it again. */
  | { readonly kind: 'conversation'; readonly conversationId: string }
  /** A notice was written for the user. */
  | { readonly kind: 'notice'; readonly notice: NoticeView }
  /** So much changed that the inbox reads everything again, as when a guest's history was taken over. */
  | { readonly kind: 'refresh' }
  /** The user was switched off or merged away: all their feeds end. */
  | { readonly kind: 'deactivated' };

const KINDS: Readonly<Record<UserSignal['kind'], true>> = { conversation: true, notice: true, refresh: true, deactivated: true };

/** Tells a user's feeds, on all nodes. Call it after the commit. Never throws. */
export function signalUser(deps: { readonly bus: Bus }, userId: string, signal: UserSignal): void {
  deps.bus.publish(userTopic(userId), signal);
}

/** Whether a bus message is a {@link UserSignal}. */
export function isUserSignal(message: unknown): message is UserSignal {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    typeof message.kind === 'string' &&
    Object.hasOwn(KINDS, message.kind)
  );
}
