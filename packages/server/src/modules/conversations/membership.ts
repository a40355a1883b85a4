import type { Tx } from '../../db/contract.js';
import type { User } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { parseFlowRole, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ConversationView, ParticipantView } from '../../kernel/views.js';
import type { ParticipantRole } from '../../kernel/words.js';
import { touchInbox } from '../../log/append.js';
import { postNotice, postNotices } from '../../log/notices.js';
import { type Access, accessConversationIn } from './access.js';
import { addedParticipantRole, isStaffPlace, mayAdd, mayEnter, mayLeave, staffParticipantRole } from './policy.js';
import { readConversation } from './read.js';
import { reviseConversation } from './revise.js';
import type { ConversationRow } from './rows.js';
import { LEFT_SEQ, MEMBERS, MEMBERS_BY_ID, MUTE, PRESENT_ROLES } from './store.js';
import { type MemberRow, participantView } from './views.js';

/** What a change of the people of a conversation answers with. */
export interface MembershipResult {
  readonly participant: ParticipantView;
  /** Number of the conversation's newest event after it. */
  readonly seq: number;
}

/** Whom to add: one of the two ids. */
export interface AddParticipant {
  readonly conversationId: string;
  readonly userId?: string | null;
  readonly externalId?: string | null;
  /** What the host calls their part; undefined leaves it as it is, null takes it away. */
  readonly flowRole?: string | null | undefined;
}

/**
 * Lets a user take part. The provider of a booking adds their team, staff add colleagues to a conversation of their own; admins and back-ends add
 * anyone, but nobody other than staff to where staff are among themselves. Adding who takes part already
 * changes nothing but the name of their part, which admins and back-ends alone give.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT
 */
export async function addParticipant(deps: Deps, viewer: Viewer, input: AddParticipant): Promise<MembershipResult> {
  const operation = 'add participant';
  const now = deps.clock.now();
  const flowRole = input.flowRole == null ? input.flowRole : parseFlowRole({ operation, field: 'flowRole' }, input.flowRole);
  return deps.db.transaction(async (tx) => {
    const access = await accessConversationIn(tx, viewer, { conversationId: input.conversationId, need: 'manage', operation, now, lock: true });
    const user = await userToAdd(tx, viewer, input);
    const role = addedParticipantRole(user.role);
    const present = (await tx.raw<{ role: ParticipantRole }>(PRESENT_ROLES, [input.conversationId])).map((row) => row.role);
    if (!mayAdd({ viewer: viewer.role, kind: access.conversation.kind, present, added: user.role })) {
      throw new ChatError('FORBIDDEN', `unable to ${operation}; providers add members of their own team, and where staff are among themselves nobody else comes in`);
    }
    if (viewer.role !== 'admin' && flowRole !== undefined) throw new ChatError('FORBIDDEN', `unable to ${operation}; the host names the parts`);
    if (!role) throw invalidInput(operation, 'userId', 'is the system user');
    const label = flowRole === undefined ? [] : [{ userId: user.id, flowRole }];
    const entering = { userId: user.id, role, flowRole: flowRole ?? null, addedById: viewer.userId, isCaughtUp: isStaffPlace(role) };
    const { joined, seq } = await reviseConversation(deps, tx, { ...targetOf(access), actorId: viewer.userId, now, enter: [entering], label });
    if (joined.length > 0) {
      await postNotice(deps, tx, { siteId: viewer.siteId, userId: user.id, kind: 'conversation_added', conversationId: input.conversationId, now });
    }
    return { participant: joined[0] ?? (await memberOf(tx, { operation, conversationId: input.conversationId, userId: user.id })), seq };
  });
}

/**
 * Ends somebody's part; their open feeds end too. A provider removes members of the team, admins and back-ends anyone. Removing who
 * has left already changes nothing.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function removeParticipant(
  deps: Deps,
  viewer: Viewer,
  input: { readonly conversationId: string; readonly userId: string },
): Promise<MembershipResult> {
  const operation = 'remove participant';
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const access = await accessConversationIn(tx, viewer, { conversationId: input.conversationId, need: 'manage', operation, now, lock: true });
    const member = await memberOf(tx, { operation, ...input });
    if (viewer.role !== 'admin' && member.role !== 'team_member') {
      throw new ChatError('FORBIDDEN', `unable to ${operation}; a provider removes members of their own team`);
    }
    const { left, seq } = await reviseConversation(deps, tx, { ...targetOf(access), actorId: viewer.userId, now, exit: [input.userId] });
    if (left.length > 0) {
      await postNotice(deps, tx, { siteId: viewer.siteId, ...input, kind: 'conversation_removed', now });
    }
    return { participant: left[0] ?? member, seq };
  });
}

/**
 * Ends the viewer's own part. The client and the provider of a booking stay: they can mute it.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function leaveConversation(deps: Deps, viewer: Viewer, input: { readonly conversationId: string }): Promise<MembershipResult> {
  const operation = 'leave conversation';
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const gone = await leftEarlier(tx, viewer, input.conversationId);
    if (gone) return gone;
    const access = await accessConversationIn(tx, viewer, { conversationId: input.conversationId, need: 'member', operation, now, lock: true });
    if (!access.participant || !mayLeave(access.conversation.kind, access.participant.role)) {
      throw new ChatError('FORBIDDEN', `unable to ${operation}; the parties of a booking stay in its conversation`);
    }
    const { left, seq } = await reviseConversation(deps, tx, { ...targetOf(access), actorId: viewer.userId, now, exit: [viewer.userId] });
    return { participant: left[0] ?? (await memberOf(tx, { operation, conversationId: input.conversationId, userId: viewer.userId })), seq };
  });
}

/** What to join. */
export interface JoinConversation {
  readonly conversationId: string;
  /** Why, for the record; at most 500 characters. */
  readonly reason?: string | null | undefined;
  /** Whether the case of a conversation of the kind `support`, which is locked, is one that the viewer may know of. Asked of agents alone. */
  readonly isInReach: (tx: Tx, conversationId: string) => Promise<boolean>;
}

/**
 * Lets support into a conversation between client and provider, and an admin into any. It is on record: an event, the reason, and a
 * notice for those who are there. Joining again changes nothing. What an agent may join of support's own is for the owner of cases to say, by `isInReach`.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT
 */
export async function joinConversation(
  deps: Deps,
  viewer: Viewer,
  input: JoinConversation,
): Promise<MembershipResult & { readonly conversation: ConversationView }> {
  const operation = 'join conversation';
  const now = deps.clock.now();
  const joinReason = input.reason == null ? null : parseText({ operation, field: 'reason' }, input.reason, { max: 500 });
  const result = await deps.db.transaction(async (tx) => {
    const access = await accessConversationIn(tx, viewer, { conversationId: input.conversationId, need: 'join', operation, now, lock: true });
    if (!access.participant) await refuseUnlessJoinable(tx, { viewer, conversation: access.conversation, isInReach: input.isInReach });
    const entering = { userId: viewer.userId, role: staffParticipantRole(viewer.role), addedById: viewer.userId, joinReason, isCaughtUp: true };
    const { joined, seq } = await reviseConversation(deps, tx, { ...targetOf(access), actorId: viewer.userId, now, enter: [entering] });
    if (joined.length > 0) await tellOfJoin(deps, tx, { viewer, conversationId: input.conversationId, now });
    return { participant: joined[0] ?? (await memberOf(tx, { operation, conversationId: input.conversationId, userId: viewer.userId })), seq };
  });
  return { ...result, conversation: await readConversation(deps, viewer, input.conversationId) };
}

/**
 * Mutes a conversation for the viewer, or ends that. A muted one does not count in the unread totals.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function muteConversation(
  deps: Deps,
  viewer: Viewer,
  input: { readonly conversationId: string; readonly muted: boolean },
): Promise<ConversationView> {
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const request = { conversationId: input.conversationId, need: 'member', operation: 'mute conversation', now, lock: true } as const;
    await accessConversationIn(tx, viewer, request);
    const changed = await tx.raw(MUTE, [input.conversationId, viewer.userId, input.muted]);
    if (changed.length > 0) {
      await touchInbox(deps, tx, { conversationId: input.conversationId, siteId: viewer.siteId, userIds: [viewer.userId] });
    }
  });
  return readConversation(deps, viewer, input.conversationId);
}

function targetOf(access: Access): { readonly conversationId: string; readonly siteId: string } {
  return { conversationId: access.conversation.id, siteId: access.conversation.siteId };
}

async function userToAdd(tx: Tx, viewer: Viewer, input: AddParticipant): Promise<User> {
  if ((input.userId == null) === (input.externalId == null)) {
    throw invalidInput('add participant', 'userId', 'or externalId must be given, and not both');
  }
  const by = input.userId == null ? { externalId: input.externalId ?? '' } : { id: input.userId };
  const user = await tx.prisma.user.findFirst({ where: { ...by, siteId: viewer.siteId, isActive: true, mergedIntoId: null } });
  if (!user) throw notFound('add participant', 'user');
  return user;
}

async function memberOf(
  tx: Tx,
  at: { readonly operation: string; readonly conversationId: string; readonly userId: string },
): Promise<ParticipantView> {
  const [row] = await tx.raw<MemberRow>(MEMBERS_BY_ID.text, [at.conversationId, [at.userId]]);
  if (!row) throw notFound(at.operation, 'participant');
  return participantView(row);
}

/** Answers a repeated leave as the first one was answered, though its caller has no access any more. */
async function leftEarlier(tx: Tx, viewer: Viewer, conversationId: string): Promise<MembershipResult | null> {
  const [row] = await tx.raw<MemberRow>(MEMBERS_BY_ID.text, [conversationId, [viewer.userId]]);
  if (!row?.leftAt) return null;
  const [event] = await tx.raw<{ seq: number }>(LEFT_SEQ, [conversationId, viewer.siteId, viewer.userId]);
  return event ? { participant: participantView(row), seq: event.seq } : null;
}

async function refuseUnlessJoinable(
  tx: Tx,
  of: Pick<JoinConversation, 'isInReach'> & { readonly viewer: Viewer; readonly conversation: Pick<ConversationRow, 'id' | 'kind'> },
): Promise<void> {
  const { viewer, conversation } = of;
  const present = await tx.raw<{ role: ParticipantRole }>(PRESENT_ROLES, [conversation.id]);
  const isInReach = viewer.role !== 'agent' || conversation.kind !== 'support' || (await of.isInReach(tx, conversation.id));
  if (!mayEnter({ role: viewer.role, kind: conversation.kind, present: present.map((row) => row.role), isInReach })) throw notFound('join conversation', 'conversation');
}

async function tellOfJoin(
  deps: Deps,
  tx: Tx,
  join: { readonly viewer: Viewer; readonly conversationId: string; readonly now: Date },
): Promise<void> {
  const members = await tx.raw<MemberRow>(MEMBERS.text, [[join.conversationId]]);
  const userIds = members.filter((row) => !isStaffPlace(row.participantRole)).map((row) => row.userId);
  await postNotices(deps, tx, {
    siteId: join.viewer.siteId,
    userIds,
    kind: 'staff_joined',
    conversationId: join.conversationId,
    data: { userId: join.viewer.userId, displayName: join.viewer.displayName },
    now: join.now,
  });
}
