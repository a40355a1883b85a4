import type { HotStatement, Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { MessageView } from '../../kernel/views.js';
import type { MessageKind } from '../../kernel/words.js';
import { messageJson } from '../../log/view-sql.js';
import { DEFAULT_MAX_LENGTH } from './policy.js';

/** Where to read: the database itself, or a transaction under way. */
export type Source = Pick<Deps, 'db'> | Tx;

/** Runs a statement at its source. */
export function read<Row>(source: Source, statement: HotStatement, params: readonly unknown[]): Promise<Row[]> {
  return 'db' in source ? source.db.hot<Row>(statement, params) : source.raw<Row>(statement.text, params);
}

/** A message as the rules and the writers need it, with its view. */
export interface MessageRow {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly senderId: string;
  readonly clientId: string;
  readonly kind: MessageKind;
  readonly audience: string;
  readonly text: string;
  readonly editCount: number;
  readonly isDeleted: boolean;
  readonly createdAt: Date;
  /** Longest text that the site allows, in code points. */
  readonly maxLength: number;
  readonly view: MessageView;
}

const MESSAGE_SELECT = `SELECT m.id, m.conversation_id AS "conversationId", m.seq, m.sender_id AS "senderId", m.client_id AS "clientId",
    m.kind::text AS kind, m.audience, m.text, m.edit_count AS "editCount", m.deleted_at IS NOT NULL AS "isDeleted", m.created_at AS "createdAt",
    COALESCE((s.settings->>'maxMessageLength')::int, ${DEFAULT_MAX_LENGTH}) AS "maxLength", ${messageJson('m', 'u')} AS view
  FROM message m JOIN site s ON s.id = m.site_id JOIN "user" u ON u.id = m.sender_id`;

/** Message `$1` of site `$2`, as {@link MessageRow}. */
export const MESSAGE_BY_ID: HotStatement = {
  name: 'messages.byId',
  text: `${MESSAGE_SELECT} WHERE m.id = $1 AND m.site_id = $2`,
};

/** What user `$3` sent to conversation `$1` of site `$2` under client id `$4`: its hash (empty once deleted) and view. */
export const ORIGINAL: HotStatement = {
  name: 'messages.original',
  text: `SELECT m.body_hash AS hash, ${messageJson('m', 'u')} AS view
    FROM message m JOIN "user" u ON u.id = m.sender_id
    WHERE m.sender_id = $3 AND m.client_id = $4 AND m.conversation_id IS NOT DISTINCT FROM $1 AND m.site_id = $2`,
};

/** {@link ORIGINAL} of the user whose external id is `$3`. */
export const ORIGINAL_OF_SITE: HotStatement = {
  name: 'messages.originalOfSite',
  text: `SELECT m.body_hash AS hash, ${messageJson('m', 'u')} AS view
    FROM message m JOIN "user" u ON u.id = m.sender_id
    WHERE u.site_id = $2 AND u.external_id = $3 AND m.client_id = $4 AND m.conversation_id IS NOT DISTINCT FROM $1 AND m.site_id = $2`,
};

/** Views of the messages `$1::text[]`, as they are now. */
export const VIEWS: HotStatement = {
  name: 'messages.views',
  text: `SELECT ${messageJson('m', 'u')} AS view FROM message m JOIN "user" u ON u.id = m.sender_id WHERE m.id = ANY($1::text[])`,
};

/** What a refused send of site `$1` to conversation `$3` may have broken: the site's limit, and the audiences of parent `$2` and of its thread. */
export const SEND_FACTS: HotStatement = {
  name: 'messages.sendFacts',
  text: `SELECT COALESCE((s.settings->>'maxMessageLength')::int, ${DEFAULT_MAX_LENGTH}) AS "maxLength",
      m.audience AS "parentAudience", root.audience AS "rootAudience"
    FROM site s
    LEFT JOIN message m ON m.id = $2::text AND m.conversation_id = $3
    LEFT JOIN message root ON root.id = COALESCE(m.parent_id, m.id)
    WHERE s.id = $1`,
};

/**
 * Locks the conversation of message `$1` of site `$2`. Gates, places and messages change only behind this lock, so what is read after
 * it stays true until the commit.
 */
export const LOCK_FOR_CHANGE = `
  SELECT c.id FROM conversation c
  WHERE c.id = (SELECT conversation_id FROM message WHERE id = $1 AND site_id = $2)
  FOR NO KEY UPDATE`;

/** Puts text `$3` (null: none) in the preview of conversation `$1` where message number `$2` is the newest of its audience `$4`. */
export const REPLACE_PREVIEW = `
  UPDATE conversation SET heads = jsonb_set(heads, ARRAY[$4::text, 'text'], to_jsonb(left($3::text, 120)))
  WHERE id = $1 AND (heads->$4::text->>'seq')::int = $2::int`;

/** Number `$4` (from 0) of the events of type `$3` about message `$2` of conversation `$1`: its seq. */
export const SEQ_OF_EVENT: HotStatement = {
  name: 'messages.seqOfEvent',
  text: `SELECT seq FROM event WHERE conversation_id = $1 AND message_id = $2 AND type = $3 ORDER BY seq OFFSET $4::int LIMIT 1`,
};
