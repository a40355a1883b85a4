/** The topics of the bus, and what is said on a user's own. */
import type { Bus } from '../bus/contract.js';
import type { NoticeView, VisitView } from '../kernel/views.js';

/** Durable events and typing of one conversation. */
export const conversationTopic = (conversationId: string): string => `conversation:${conversationId}`;
/** Whatever concerns one user's inbox: {@link UserSignal}. */
export const userTopic = (userId: string): string => `user:${userId}`;
/** One user's coming and going. */
export const presenceTopic = (userId: string): string => `presence:${userId}`;
/** Changes of a site's agents: {@link AgentSignal}. */
export const agentsTopic = (siteId: string): string => `agents:${siteId}`;

/** An agent's row changed. Losing one costs latency only. */
export interface AgentSignal {
  readonly agentId: string;
}

/** Tells those who follow a site's agents, on all nodes. Call it after the commit. Never throws. */
export function signalAgent(deps: { readonly bus: Bus }, siteId: string, agentId: string): void {
  deps.bus.publish(agentsTopic(siteId), { agentId });
}

/** Whether a bus message is an {@link AgentSignal}. */
export function isAgentSignal(message: unknown): message is AgentSignal {
  return typeof message === 'object' && message !== null && 'agentId' in message && typeof message.agentId === 'string';
}

/** The site's conversations without staff: {@link UnattendedSignal}. */
export const unattendedTopic = (siteId: string): string => `unattended:${siteId}`;

/** Something was said in a conversation without staff, or its attendance changed. Losing one costs latency only. */
export interface UnattendedSignal {
  readonly conversationId: string;
}

/** Tells those who follow a site's unattended conversations, on all nodes. Call it after the commit. Never throws. */
export function signalUnattended(deps: { readonly bus: Bus }, siteId: string, conversationId: string): void {
  deps.bus.publish(unattendedTopic(siteId), { conversationId });
}

/** Whether a bus message is an {@link UnattendedSignal}. */
export function isUnattendedSignal(message: unknown): message is UnattendedSignal {
  return typeof message === 'object' && message !== null && 'conversationId' in message && typeof message.conversationId === 'string';
}

/** What is said in the conversations of a site's cases: {@link ActivitySignal}. */
export const activityTopic = (siteId: string): string => `activity:${siteId}`;

/** Something was said, changed or deleted in the conversation of a case. Losing one costs latency only. */
export interface ActivitySignal {
  readonly active: string;
}

/** Tells those who follow a site's cases, on all nodes. Call it after the commit. Never throws. */
export function signalActivity(deps: { readonly bus: Bus }, siteId: string, conversationId: string): void {
  deps.bus.publish(activityTopic(siteId), { active: conversationId });
}

/** Whether a bus message is an {@link ActivitySignal}. */
export function isActivitySignal(message: unknown): message is ActivitySignal {
  return typeof message === 'object' && message !== null && 'active' in message && typeof message.active === 'string';
}

/** Changes of a site's broadcasts: {@link BroadcastSignal}. */
export const broadcastsTopic = (siteId: string): string => `broadcasts:${siteId}`;

/** A broadcast was published, revoked or expired. Losing one costs latency only. */
export interface BroadcastSignal {
  readonly broadcastId: string;
}

/** Tells the open inboxes of a site, on all nodes. Call it after the commit. Never throws. */
export function signalBroadcast(deps: { readonly bus: Bus }, siteId: string, broadcastId: string): void {
  deps.bus.publish(broadcastsTopic(siteId), { broadcastId });
}

/** Whether a bus message is a {@link BroadcastSignal}. */
export function isBroadcastSignal(message: unknown): message is BroadcastSignal {
  return typeof message === 'object' && message !== null && 'broadcastId' in message && typeof message.broadcastId === 'string';
}

/** The page on which one user is: {@link VisitSignal}. */
export const visitTopic = (userId: string): string => `visit:${userId}`;

/** A user went to another page. Losing one costs latency only. */
export interface VisitSignal {
  readonly visit: VisitView;
}

/** Tells those who look after a user where they are, on all nodes. Never throws. */
export function signalVisit(deps: { readonly bus: Bus }, visit: VisitView): void {
  deps.bus.publish(visitTopic(visit.userId), { visit });
}

/** Whether a bus message is a {@link VisitSignal}. */
export function isVisitSignal(message: unknown): message is VisitSignal {
  return typeof message === 'object' && message !== null && 'visit' in message && typeof message.visit === 'object' && message.visit !== null;
}

/** Something that concerns one user, on whichever node their feeds are. Losing one costs latency only. */
export type UserSignal =
  /** The user's place in this conversation changed: came, left, muted. Their inbox reads it again. */
  | { readonly kind: 'conversation'; readonly conversationId: string }
  /** A notice was written for the user. */
  | { readonly kind: 'notice'; readonly notice: NoticeView }
  /** The user has read the broadcasts up to this one, on whichever device. */
  | { readonly kind: 'broadcastsRead'; readonly readSeq: number }
  /** The user's profile changed, and with it perhaps which broadcasts are for them. */
  | { readonly kind: 'profile' }
  /** So much changed that the inbox reads everything again, as when a guest's history was taken over. */
  | { readonly kind: 'refresh' }
  /** The user was switched off or merged away: all their feeds end. */
  | { readonly kind: 'deactivated' };

const KINDS: Readonly<Record<UserSignal['kind'], true>> = {
  conversation: true,
  notice: true,
  broadcastsRead: true,
  profile: true,
  refresh: true,
  deactivated: true,
};

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

/** Changes in the lines of a site: {@link QueueSignal}. */
export const queuesTopic = (siteId: string): string => `queues:${siteId}`;
/** Changes of one agent's offers: {@link OfferSignal}. */
export const offersTopic = (agentId: string): string => `offers:${agentId}`;

/** Cases of a site came, went or changed. Losing one costs latency only. */
export interface QueueSignal {
  readonly caseIds: readonly string[];
}

/** An offer to an agent came, went or changed. Losing one costs latency only. */
export interface OfferSignal {
  readonly offers: true;
}

/** Tells those who follow a site's queues, on all nodes. Call it after the commit. Never throws. */
export function signalQueues(deps: { readonly bus: Bus }, siteId: string, caseIds: readonly string[]): void {
  deps.bus.publish(queuesTopic(siteId), { caseIds });
}

/** Tells those who follow an agent's offers, on all nodes. Call it after the commit. Never throws. */
export function signalOffers(deps: { readonly bus: Bus }, agentId: string): void {
  deps.bus.publish(offersTopic(agentId), { offers: true });
}

/** Whether a bus message is a {@link QueueSignal}. */
export function isQueueSignal(message: unknown): message is QueueSignal {
  return typeof message === 'object' && message !== null && 'caseIds' in message && Array.isArray(message.caseIds);
}

/** Whether a bus message is an {@link OfferSignal}. */
export function isOfferSignal(message: unknown): message is OfferSignal {
  return typeof message === 'object' && message !== null && 'offers' in message;
}
