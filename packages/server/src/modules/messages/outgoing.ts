import type { HotStatement } from '../../db/contract.js';
import type { MessageView } from '../../kernel/views.js';
import type { MessageBody } from './body.js';
import type { SentRow } from './send-statement.js';

/** A message on its way into the database. */
export interface Outgoing {
  /** Completes `unable to …`. */
  readonly operation: string;
  readonly siteId: string;
  readonly body: MessageBody;
  readonly statement: HotStatement;
  /** A user id, or for the site's own statement an external id. */
  readonly sender: string;
}

/** What the server gives a message before it is written. */
export interface Stamp {
  readonly id: string;
  readonly now: Date;
}

/** The parameters of the message's statement. */
export function paramsOf({ body, siteId, sender }: Outgoing, stamp: Stamp): readonly unknown[] {
  return [
    body.conversationId,
    siteId,
    sender,
    stamp.id,
    body.clientId,
    body.hash,
    body.kind,
    body.origin,
    body.text,
    JSON.stringify(body.metadata),
    body.parentId,
    body.audience,
    stamp.now.toISOString(),
  ];
}

/** The view of a message that its statement has written. */
export function viewOf({ body }: Outgoing, row: SentRow, stamp: Stamp): MessageView {
  return {
    id: stamp.id,
    conversationId: body.conversationId,
    seq: row.seq,
    clientId: body.clientId,
    sender: { id: row.sender_id, displayName: row.display_name, role: row.role, avatarUrl: row.avatar_url, isGuest: row.is_guest },
    kind: body.kind,
    origin: body.origin,
    audience: row.audience,
    text: body.text,
    metadata: body.metadata,
    parentId: row.parent_id,
    replyCount: 0,
    sentAt: stamp.now.toISOString(),
    editedAt: null,
    editCount: 0,
    isDeleted: false,
    deletedAt: null,
    reactions: [],
  };
}
