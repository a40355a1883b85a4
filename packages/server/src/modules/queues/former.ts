/** Who works for the site no more leaves what they were in as staff: their cases go back to the line, and everybody sees them leave. */
import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { isChatError } from '../../kernel/errors.js';
import { reviseConversation } from '../conversations/index.js';
import { lockCase } from './access.js';
import { giveBack } from './give-back.js';
import { isHeld } from './policy.js';

/** Somebody who was an agent, an admin or a bot. */
export interface FormerStaff {
  readonly userId: string;
  readonly siteId: string;
}

interface Place {
  readonly conversationId: string;
  readonly caseId: string | null;
}

/** The most places that one sweep ends for one person; the rest follow with the next ones. */
const MOST = 200;

const PLACES: HotStatement = {
  name: 'queues.former_places',
  text: `SELECT p.conversation_id AS "conversationId", s.id AS "caseId" FROM participant p LEFT JOIN support_case s ON s.conversation_id = p.conversation_id
    WHERE p.user_id = $1 AND p.left_at IS NULL AND p.role IN ('agent', 'admin', 'bot') ORDER BY p.conversation_id LIMIT $2::int`,
};

const SETTLED: HotStatement = {
  name: 'queues.former_settled',
  text: `UPDATE "user" u SET staff_left_at = NULL WHERE u.id = $1 AND NOT EXISTS (
    SELECT 1 FROM participant p WHERE p.user_id = u.id AND p.left_at IS NULL AND p.role IN ('agent', 'admin', 'bot'))`,
};

/**
 * Ends the places of staff of somebody who is none any more. They see nothing by them from the moment of the change; this tells the others, and counts nobody as
 * attended by them. Late calls change nothing.
 */
export async function leaveAsStaff(deps: Deps, former: FormerStaff): Promise<void> {
  const places = await deps.db.hot<Place>(PLACES, [former.userId, MOST]);
  for (const place of places) await leave(deps, former, place);
  if (places.length < MOST) await deps.db.hot(SETTLED, [former.userId]);
}

async function leave(deps: Deps, { userId, siteId }: FormerStaff, { conversationId, caseId }: Place): Promise<void> {
  try {
    await deps.db.transaction(async (tx) => {
      const row = caseId === null ? null : await lockCase(tx, { caseId, siteId });
      const [still] = await tx.raw('SELECT 1 AS one FROM "user" WHERE id = $1 AND staff_left_at IS NOT NULL', [userId]);
      if (!still) return;
      const now = deps.clock.now();
      if (row?.agentId === userId && isHeld(row.status)) await giveBack(deps, tx, { row, reason: 'agent is none any more', actorId: null, now });
      await reviseConversation(deps, tx, { conversationId, siteId, actorId: null, now, exit: [userId] });
    });
  } catch (error) {
    if (!isChatError(error, 'NOT_FOUND')) throw error;
  }
}
