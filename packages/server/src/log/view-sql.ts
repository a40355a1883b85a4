/**
 * SQL that builds views as JSON inside the statement that reads them, so that state and position come from one snapshot.
 * Each takes the alias of its row; the statement joins what the description names. Views are those of `kernel/views.ts`.
 */
import { isoText } from './statement.js';

/** Whether the place of a row of participant still holds: whoever works for the site no more keeps none of staff. Costs a look at the user for those of staff alone. */
export const holdsSql = (participant: string): string =>
  `(${participant}.role NOT IN ('agent', 'admin', 'bot') OR EXISTS (SELECT 1 FROM "user" hu WHERE hu.id = ${participant}.user_id AND hu.role IN ('agent', 'admin', 'bot')))`;

/** {@link PersonView} of a row of "user". */
export const personJson = (user: string): string =>
  `jsonb_build_object('id', ${user}.id, 'displayName', ${user}.display_name, 'role', ${user}.role,
    'avatarUrl', ${user}.avatar_url, 'isGuest', ${user}.is_guest)`;

/** The reactions of a message, as an array of {@link ReactionView}: emojis in the order of their first use. */
export const reactionsJson = (message: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object('emoji', g.emoji, 'userIds', g.user_ids) ORDER BY g.position, g.emoji)
     FROM (SELECT r.emoji, min(r.position) AS position, jsonb_agg(r.user_id ORDER BY r.seq, r.user_id) AS user_ids
             FROM reaction r WHERE r.message_id = ${message}.id GROUP BY r.emoji) g), '[]'::jsonb)`;

/** {@link MessageView} of a row of message and the row of "user" that sent it. */
export const messageJson = (message: string, sender: string): string =>
  `jsonb_build_object('id', ${message}.id, 'conversationId', ${message}.conversation_id, 'seq', ${message}.seq,
    'clientId', ${message}.client_id, 'sender', ${personJson(sender)}, 'kind', ${message}.kind, 'origin', ${message}.origin,
    'audience', ${message}.audience, 'text', ${message}.text, 'metadata', ${message}.metadata, 'parentId', ${message}.parent_id,
    'replyCount', ${message}.reply_count, 'sentAt', ${isoText(`${message}.created_at`)},
    'editedAt', ${isoText(`${message}.edited_at`)}, 'editCount', ${message}.edit_count,
    'isDeleted', ${message}.deleted_at IS NOT NULL, 'deletedAt', ${isoText(`${message}.deleted_at`)},
    'reactions', ${reactionsJson(message)})`;

/** {@link ParticipantView} of a row of participant and its row of "user". */
export const participantJson = (participant: string, user: string): string =>
  `jsonb_build_object('user', ${personJson(user)}, 'role', ${participant}.role, 'flowRole', ${participant}.flow_role,
    'joinedAt', ${isoText(`${participant}.joined_at`)}, 'leftAt', ${isoText(`${participant}.left_at`)})`;

/** {@link ReceiptView} of a row of participant. */
export const receiptJson = (participant: string): string =>
  `jsonb_build_object('userId', ${participant}.user_id, 'deliveredSeq', ${participant}.delivered_seq,
    'deliveredAt', ${isoText(`${participant}.delivered_at`)}, 'readSeq', ${participant}.read_seq,
    'readAt', ${isoText(`${participant}.read_at`)})`;

/** The active participants of a conversation, as an array of {@link ParticipantView} in the order in which they joined. */
export const participantsJson = (conversation: string): string =>
  `coalesce((SELECT jsonb_agg(${participantJson('pp', 'pu')} ORDER BY pp.joined_at, pp.user_id)
     FROM participant pp JOIN "user" pu ON pu.id = pp.user_id
    WHERE pp.conversation_id = ${conversation}.id AND pp.left_at IS NULL), '[]'::jsonb)`;

/** The tags of a conversation, as an array of {@link TagView} by name. */
export const tagsJson = (conversation: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object('id', tg.id, 'name', tg.name, 'color', tg.color) ORDER BY tg.name_key)
     FROM conversation_tag ct JOIN tag tg ON tg.id = ct.tag_id
    WHERE ct.conversation_id = ${conversation}.id AND tg.deleted_at IS NULL), '[]'::jsonb)`;

/** {@link ConversationView} of a row of conversation, for all audiences: `lastMessage` and `viewer` are null. */
export const conversationJson = (conversation: string): string =>
  `jsonb_build_object('id', ${conversation}.id, 'kind', ${conversation}.kind, 'title', ${conversation}.title,
    'createdAt', ${isoText(`${conversation}.created_at`)}, 'lastSeq', ${conversation}.last_seq,
    'lastActivityAt', ${isoText(`${conversation}.last_activity_at`)},
    'sendGate', jsonb_build_object('state', ${conversation}.gate, 'openUntil', ${isoText(`${conversation}.open_until`)}),
    'booking', ${conversation}.context, 'lastMessage', NULL, 'participants', ${participantsJson(conversation)}, 'viewer', NULL)`;

/** The places of these users (an array; null for none) in a conversation as `{gate, roles}`; roles by user id, of those who are in it now. */
export const placesJson = (conversation: string, userIds: string): string =>
  `jsonb_build_object('gate', ${conversation}.gate, 'roles', coalesce((SELECT jsonb_object_agg(pl.user_id, pl.role) FROM participant pl
    WHERE pl.conversation_id = ${conversation}.id AND pl.user_id = ANY(${userIds}) AND pl.left_at IS NULL AND ${holdsSql('pl')}), '{}'::jsonb))`;

/** The active participants as an array of `{user, lastSeenAt}`; at most 200, in the order in which they joined. */
export const peopleJson = (conversation: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object('user', ${personJson('ju')}, 'lastSeenAt', ${isoText('ju.last_seen_at')})
       ORDER BY jp.joined_at, jp.user_id)
     FROM (SELECT * FROM participant WHERE conversation_id = ${conversation}.id AND left_at IS NULL
            ORDER BY joined_at, user_id LIMIT 200) jp
     JOIN "user" ju ON ju.id = jp.user_id), '[]'::jsonb)`;

/** {@link SlaClockView} of a row of sla_clock. */
export const slaClockJson = (row: string): string =>
  `jsonb_build_object('id', ${row}.id, 'kind', ${row}.kind, 'status', ${row}.status, 'targetSeconds', (${row}.target_ms / 1000)::int,
    'startedAt', ${isoText(`${row}.started_at`)}, 'dueAt', ${isoText(`${row}.due_at`)}, 'warnedAt', ${isoText(`${row}.warned_at`)},
    'breachedAt', ${isoText(`${row}.breached_at`)}, 'stoppedAt', ${isoText(`${row}.stopped_at`)})`;

/** Most clocks of a case that are shown. A long conversation has one for each question, so those that run and those of the whole case come before them. */
const SHOWN_CLOCKS = 20;

/** {@link SupportCaseView} of a row of support_case, all of it; who reads it on gets it by `supportCaseFor`. */
export const caseJson = (row: string): string =>
  `(SELECT jsonb_build_object('id', ${row}.id, 'conversationId', ${row}.conversation_id, 'customer', ${personJson('cu')},
    'queue', jsonb_build_object('id', cq.id, 'key', cq.key, 'name', cq.name), 'department', cq.department, 'subject', ${row}.subject,
    'language', ${row}.language, 'priority', ${row}.priority, 'status', ${row}.status, 'control', ${row}.control,
    'agent', CASE WHEN ca.id IS NULL THEN NULL ELSE ${personJson('ca')} END, 'queuedAt', ${isoText(`${row}.queued_at`)},
    'assignedAt', ${isoText(`${row}.assigned_at`)}, 'firstResponseAt', ${isoText(`${row}.first_response_at`)},
    'resolvedAt', ${isoText(`${row}.resolved_at`)}, 'closedAt', ${isoText(`${row}.closed_at`)}, 'endedById', ${row}.ended_by_id,
    'skillsRequired', to_jsonb(${row}.skills_required), 'skillsPreferred', to_jsonb(${row}.skills_preferred),
    'snoozedUntil', ${isoText(`${row}.snoozed_until`)}, 'wrapUpCode', ${row}.wrap_up_code, 'page', ${row}.page,
    'referrer', ${row}.referrer, 'userAgent', ${row}.user_agent, 'attributes', ${row}.attributes,
    'slaClocks', coalesce((SELECT jsonb_agg(${slaClockJson('sk')} ORDER BY sk.started_at, sk.id) FROM (SELECT * FROM sla_clock WHERE case_id = ${row}.id
      ORDER BY status IN ('running', 'paused') DESC, kind <> 'next_response' DESC, started_at DESC, id DESC LIMIT ${SHOWN_CLOCKS}) sk), '[]'::jsonb),
    'version', ${row}.version)
   FROM queue cq JOIN "user" cu ON cu.id = ${row}.customer_id LEFT JOIN "user" ca ON ca.id = ${row}.agent_id WHERE cq.id = ${row}.queue_id)`;

/** The case of a conversation as {@link SupportCaseView}, all of it; null without one. */
export const caseOfConversationJson = (conversation: string): string =>
  `(SELECT ${caseJson('oc')} FROM support_case oc WHERE oc.conversation_id = ${conversation}.id)`;
