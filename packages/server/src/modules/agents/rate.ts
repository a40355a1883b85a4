import type { Bus } from '../../bus/contract.js';
import type { Tx } from '../../db/contract.js';
import { signalAgent } from '../../log/topics.js';
import { ADD_RATING } from './store.js';

/** A rating of one agent. */
export interface AgentRating {
  readonly userId: string;
  readonly siteId: string;
  /** 1 to 5. */
  readonly rating: number;
  readonly now: Date;
}

/** Counts a rating inside the caller's transaction, which sees to it that it is counted once, and tells those who follow the agents after the commit. */
export async function addRating(deps: { readonly bus: Bus }, tx: Tx, { userId, siteId, rating, now }: AgentRating): Promise<void> {
  await tx.raw(ADD_RATING, [userId, siteId, rating, now.toISOString()]);
  tx.afterCommit(() => signalAgent(deps, siteId, userId));
}
