/** What happens in the conversation of a case and changes the case. */
import type { Deps } from '../../deps.js';
import type { HotStatement } from '../../db/contract.js';
import type { ConsumedEvent, Consumer } from '../../log/consumer.js';
import { lockCase } from './access.js';
import { changeCase } from './change.js';
import { giveBack } from './give-back.js';
import { isHeld } from './policy.js';
import { wakeByCustomer } from './wake.js';
import type { SupportStatus } from '../../kernel/words.js';

interface Known {
  readonly caseId: string;
  readonly siteId: string;
  readonly customerId: string;
  readonly agentId: string | null;
  readonly status: SupportStatus;
  readonly isAnswered: boolean;
}

const KNOWN: HotStatement = {
  name: 'queues.case_of_conversation',
  text: `SELECT s.id AS "caseId", s.site_id AS "siteId", s.customer_id AS "customerId", s.agent_id AS "agentId", s.status::text AS status,
      s.first_response_at IS NOT NULL AND coalesce(o.responded_at IS NOT NULL, true) AS "isAnswered"
    FROM support_case s LEFT JOIN offer o ON o.id = s.offer_id WHERE s.conversation_id = $1`,
};

/** The life of a case as its conversation drives it: the customer's message wakes it, the agent's is an answer, and an agent who leaves gives it back. */
export function queueConsumer(deps: Deps): Consumer {
  return {
    name: 'queues',
    types: ['MessageSent', 'ParticipantLeft'],
    handle: async (event) => {
      const [known] = await deps.db.hot<Known>(KNOWN, [event.conversationId]);
      if (!known) return;
      if (event.type === 'ParticipantLeft') await onLeft(deps, event, known);
      else if (event.actorId === known.customerId) {
        const { caseId, siteId, customerId } = known;
        if (known.status === 'pending' || known.status === 'snoozed' || known.status === 'resolved') await wakeByCustomer(deps, { caseId, siteId, customerId, seq: event.seq });
      } else if (event.audience === 'all' && event.actorId !== null && event.actorId === known.agentId && !known.isAnswered) await onAnswer(deps, event, known);
    },
  };
}

/** The agent who has the case wrote to the customer: an answer. */
async function onAnswer(deps: Deps, event: ConsumedEvent, known: Known): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, known);
    if (!row || row.agentId !== event.actorId) return;
    await tx.raw('UPDATE offer SET responded_at = $2::timestamptz WHERE id = $1 AND responded_at IS NULL', [row.offerId, event.at]);
    if (row.firstResponseAt === null) await changeCase(deps, tx, { before: row, actorId: event.actorId, now: deps.clock.now(), set: { firstResponseAt: event.at } });
  });
}

/** The agent who has the case left its conversation by themselves: they give it back. */
async function onLeft(deps: Deps, event: ConsumedEvent, known: Known): Promise<void> {
  if (event.userId === null || event.userId !== known.agentId || !isHeld(known.status)) return;
  await deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, known);
    if (!row || row.agentId !== event.userId || !isHeld(row.status) || event.seq <= row.statusSeq) return;
    const [present] = await tx.raw('SELECT 1 AS one FROM participant WHERE conversation_id = $1 AND user_id = $2 AND left_at IS NULL', [row.conversationId, event.userId]);
    if (!present) await giveBack(deps, tx, { row, reason: 'agent left', actorId: event.actorId, now: deps.clock.now() });
  });
}
