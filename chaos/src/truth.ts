import type { Cluster } from './cluster.js';
import type { Place } from './world.js';

/** A row of the log. */
export interface LoggedEvent {
  readonly seq: number;
  readonly type: string;
  readonly audience: string;
  readonly actorId: string | null;
  readonly messageId: string | null;
  /** Whom it is about, where it is about a person. */
  readonly userId: string | null;
}

/** A message as it is kept. */
export interface KeptMessage {
  readonly id: string;
  readonly seq: number;
  readonly senderId: string;
  readonly clientId: string;
  readonly text: string;
  readonly isDeleted: boolean;
  readonly audience: string;
}

/** One text of a message that was edited. */
export interface KeptVersion {
  readonly messageId: string;
  readonly version: number;
  readonly clientId: string;
  readonly text: string;
}

/** A conversation as the database has it, which is what is true. */
export interface Truth {
  readonly conversationId: string;
  readonly lastSeq: number;
  readonly events: readonly LoggedEvent[];
  readonly messages: readonly KeptMessage[];
  readonly versions: readonly KeptVersion[];
}

const READ = `SELECT c.last_seq AS "lastSeq",
  coalesce((SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'audience', e.audience, 'actorId', e.actor_id, 'messageId', e.message_id,
      'userId', coalesce(e.data->>'userId', e.actor_id)) ORDER BY e.seq)
    FROM event e WHERE e.conversation_id = c.id), '[]'::jsonb) AS events,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'seq', m.seq, 'senderId', m.sender_id, 'clientId', m.client_id, 'text', m.text,
      'isDeleted', m.deleted_at IS NOT NULL, 'audience', m.audience) ORDER BY m.seq)
    FROM message m WHERE m.conversation_id = c.id), '[]'::jsonb) AS messages,
  coalesce((SELECT jsonb_agg(jsonb_build_object('messageId', v.message_id, 'version', v.version, 'clientId', v.client_id, 'text', v.text))
    FROM message_version v JOIN message m ON m.id = v.message_id WHERE m.conversation_id = c.id), '[]'::jsonb) AS versions
  FROM conversation c WHERE c.id = $1`;

/** Reads a conversation past every link, as it is at one moment. */
export async function readTruth(cluster: Cluster, conversationId: string): Promise<Truth> {
  const [row] = await cluster.sql<Omit<Truth, 'conversationId'> & Record<string, unknown>>(READ, [conversationId]);
  if (!row) throw new Error(`unable to judge; the database has no conversation ${conversationId}`);
  return { ...row, conversationId };
}

const SEEN: Readonly<Record<Place, readonly string[]>> = {
  client: ['all', 'client'],
  provider: ['all', 'provider'],
  agent: ['all', 'staff', 'client', 'provider'],
  admin: ['all', 'staff', 'client', 'provider'],
};

/** Whether somebody in this place may see what is of that audience. */
export const maySee = (place: Place, audience: string): boolean => SEEN[place].includes(audience);

/** The newest seq that each place may see. */
export function headFor(place: Place, truth: Pick<Truth, 'events'>): number {
  return truth.events.findLast((event) => maySee(place, event.audience))?.seq ?? 0;
}
