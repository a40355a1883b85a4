/** The tables and the statements of the floor. */
import pg from 'pg';

const TABLES = `
CREATE TABLE conversation (
  id text PRIMARY KEY,
  last_seq int NOT NULL DEFAULT 0,
  last_text text, last_by text, last_at timestamptz
);
CREATE TABLE member (
  conversation_id text NOT NULL REFERENCES conversation, user_id text NOT NULL,
  read_seq int NOT NULL DEFAULT 0,
  PRIMARY KEY (conversation_id, user_id)
);
CREATE TABLE person (
  id text PRIMARY KEY, display_name text NOT NULL, role text NOT NULL DEFAULT 'client', avatar_url text, is_guest boolean NOT NULL DEFAULT false
);
CREATE TABLE message (
  conversation_id text NOT NULL REFERENCES conversation, seq int NOT NULL,
  sender_id text NOT NULL, client_id text NOT NULL, text text NOT NULL, created_at timestamptz NOT NULL,
  kind text NOT NULL DEFAULT 'TEXT', origin text NOT NULL DEFAULT 'USER_INPUT', audience text NOT NULL DEFAULT 'ALL',
  metadata jsonb NOT NULL DEFAULT '{}', parent_id text, reply_count int NOT NULL DEFAULT 0,
  edited_at timestamptz, edit_count int NOT NULL DEFAULT 0, deleted_at timestamptz,
  PRIMARY KEY (conversation_id, seq)
);`;

/**
 * The one statement of a send: membership, counter, head and message, and the sender's read mark, so that unread is the difference of
 * two numbers.
 */
const SEND = `
WITH head AS (
  UPDATE conversation c SET last_seq = c.last_seq + 1, last_text = left($4, 120), last_by = $2, last_at = $5
  FROM member m
  WHERE c.id = $1 AND m.conversation_id = c.id AND m.user_id = $2
  RETURNING c.last_seq
), written AS (
  INSERT INTO message (conversation_id, seq, sender_id, client_id, text, created_at)
  SELECT $1, head.last_seq, $2, $3, $4, $5 FROM head
), marked AS (
  UPDATE member SET read_seq = head.last_seq FROM head WHERE conversation_id = $1 AND user_id = $2
)
SELECT last_seq FROM head`;

const COLUMNS = 'seq, sender_id AS sender, client_id AS "clientId", text, created_at AS "at"';
/** What Parley's page holds of a message. */
const PAGE_COLUMNS = `m.conversation_id || '-' || m.seq AS id, m.conversation_id AS "conversationId", m.seq, m.client_id AS "clientId",
  m.kind, m.origin, m.audience, m.text, m.metadata, m.parent_id AS "parentId", m.reply_count AS "replyCount", m.created_at AS "sentAt",
  m.edited_at AS "editedAt", m.edit_count AS "editCount", m.deleted_at AS "deletedAt",
  p.id AS "senderId", p.display_name AS "displayName", p.role, p.avatar_url AS "avatarUrl", p.is_guest AS "isGuest"`;
const IS_MEMBER = 'EXISTS (SELECT 1 FROM member WHERE conversation_id = $1 AND user_id = $2)';

/** A message as it is served. */
export interface FloorMessage {
  readonly seq: number;
  readonly sender: string;
  readonly clientId: string;
  readonly text: string;
  readonly at: string | Date;
}

interface PageRow {
  readonly seq: number;
  readonly senderId: string;
  readonly displayName: string;
  readonly role: string;
  readonly avatarUrl: string | null;
  readonly isGuest: boolean;
  readonly deletedAt: Date | null;
}

/** A page with the fields that Parley's has, so that both send the same. */
export interface FloorPage {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly pageInfo: object;
}

/** What a client sends. */
export interface FloorSend {
  readonly conversation: string;
  readonly user: string;
  readonly clientId: string;
  readonly text: string;
  readonly at: string;
}

/** The floor's database: a pool of the size that Parley has. */
export interface Store {
  prepare(): Promise<void>;
  /** Resolves with the message's number after the commit; null when the user is no member. */
  send(message: FloorSend): Promise<number | null>;
  /** Number of the newest message; null when the user is no member. */
  head(conversation: string, user: string): Promise<number | null>;
  /** The messages after a position, oldest first. */
  after(conversation: string, seq: number): Promise<readonly FloorMessage[]>;
  /** The newest 50 messages, oldest first; null when the user is no member. */
  page(conversation: string, user: string): Promise<FloorPage | null>;
  /** Makes a conversation of these users. */
  create(conversation: string, users: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the pool. */
export function openStore(databaseUrl: string): Store {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, keepAlive: true });
  pool.on('error', () => undefined);
  const run = async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> => {
    const { rows } = await pool.query<Row>({ name, text, values });
    return rows;
  };
  return {
    async prepare() {
      await pool.query(TABLES);
    },
    async send({ conversation, user, clientId, text, at }) {
      const [row] = await run<{ last_seq: number }>('send', SEND, [conversation, user, clientId, text, at]);
      return row?.last_seq ?? null;
    },
    async head(conversation, user) {
      const [row] = await run<{ last_seq: number }>('head', `SELECT last_seq FROM conversation WHERE id = $1 AND ${IS_MEMBER}`, [conversation, user]);
      return row?.last_seq ?? null;
    },
    after: (conversation, seq) =>
      run<FloorMessage>('after', `SELECT ${COLUMNS} FROM message WHERE conversation_id = $1 AND seq > $2 ORDER BY seq`, [conversation, seq]),
    async page(conversation, user) {
      const rows = await run<PageRow>(
        'page',
        `SELECT ${PAGE_COLUMNS} FROM message m JOIN person p ON p.id = m.sender_id
         WHERE m.conversation_id = $1 AND ${IS_MEMBER} ORDER BY m.seq DESC LIMIT 51`,
        [conversation, user],
      );
      if (rows.length === 0 && (await this.head(conversation, user)) === null) return null;
      const edges = rows.slice(0, 50).reverse().map(edgeOf);
      return {
        edges,
        pageInfo: {
          hasNextPage: false,
          hasPreviousPage: rows.length > 50,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      };
    },
    async create(conversation, users) {
      await pool.query('INSERT INTO conversation (id) VALUES ($1)', [conversation]);
      await pool.query('INSERT INTO person (id, display_name) SELECT id, id FROM unnest($1::text[]) AS id', [users]);
      await pool.query('INSERT INTO member (conversation_id, user_id) SELECT $1, unnest($2::text[])', [conversation, users]);
    },
    close: () => pool.end(),
  };
}

function edgeOf({ senderId, displayName, role, avatarUrl, isGuest, ...message }: PageRow): FloorPage['edges'][number] {
  const sender = { id: senderId, displayName, role, avatarUrl, isGuest };
  return { cursor: String(message.seq), node: { ...message, sender, isDeleted: message.deletedAt !== null, reactions: [] } };
}
