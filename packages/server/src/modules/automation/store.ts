import type { HotStatement, Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';

/** Notes that automation has seen a case; false when it had before. */
export async function noteCase(tx: Tx, of: { readonly caseId: string; readonly siteId: string; readonly now: Date }): Promise<boolean> {
  const rows = await tx.raw('INSERT INTO case_automation (case_id, site_id, created_at) VALUES ($1, $2, $3::timestamptz) ON CONFLICT (case_id) DO NOTHING RETURNING case_id', [
    of.caseId,
    of.siteId,
    of.now.toISOString(),
  ]);
  return rows.length > 0;
}

/** Notes when the bot handed a case over: its customer waits for an agent from then on. */
export async function noteHandOver(tx: Tx, of: { readonly caseId: string; readonly siteId: string; readonly now: Date }): Promise<void> {
  await tx.raw(
    `INSERT INTO case_automation (case_id, site_id, created_at, handed_over_at) VALUES ($1, $2, $3::timestamptz, $3::timestamptz)
     ON CONFLICT (case_id) DO UPDATE SET handed_over_at = excluded.handed_over_at`,
    [of.caseId, of.siteId, of.now.toISOString()],
  );
}

/** What the bot makes of a message. */
export interface Turn {
  readonly messageId: string;
  readonly siteId: string;
  readonly caseId: string;
  readonly outcome: 'answer' | 'choices' | 'hand_over';
  readonly articleId: string | null;
  readonly score: number | null;
  readonly now: Date;
}

/** Takes a message for the bot; false when it has been dealt with already. */
export async function takeMessage(tx: Tx, turn: Turn): Promise<boolean> {
  const rows = await tx.raw(
    `INSERT INTO bot_turn (message_id, site_id, case_id, outcome, article_id, score, created_at)
     VALUES ($1, $2, $3, $4::bot_outcome, $5, $6::float8, $7::timestamptz) ON CONFLICT (message_id) DO NOTHING RETURNING message_id`,
    [turn.messageId, turn.siteId, turn.caseId, turn.outcome, turn.articleId, turn.score, turn.now.toISOString()],
  );
  return rows.length > 0;
}

const QUESTION: HotStatement = {
  name: 'automation.question',
  text: `SELECT m.text FROM message m WHERE m.id = $1 AND m.site_id = $2 AND m.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM bot_turn b WHERE b.message_id = m.id)`,
};

/** The text of a message that the bot has not dealt with; null when it has, or when the message was deleted. */
export async function questionOf(deps: Pick<Deps, 'db'>, siteId: string, messageId: string): Promise<string | null> {
  const [row] = await deps.db.hot<{ text: string }>(QUESTION, [messageId, siteId]);
  return row?.text ?? null;
}
