/** Matching: cases that wait are offered to agents who are there. */
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { newId } from '../../kernel/ids.js';
import { signalOffers, signalQueues } from '../../log/topics.js';
import { type ReadyAgent, readyAgents } from '../agents/index.js';
import { ASK_AGAIN_MS, DECLINED_MS, type Free, match, type Waiting } from './policy.js';
import { ENSURE_WORK, HAS_WAITING, LEFT_CASE, LOADS, LOCK_WORK, NEXT_CASES, OFFER_CASES } from './store.js';

/** The most cases that one transaction offers. */
const MOST = 100;
/** The most transactions of one pass. */
const ROUNDS = 20;

interface Next extends Waiting {
  readonly queueId: string;
  readonly offerSeconds: number;
}

/**
 * Offers the waiting cases of a site to the agents who are there, first come first served by rank. Passes of several nodes go one after the other, since each
 * locks the agents that it could ask: so nobody gets more than their capacity, and the order is kept. Answers with the case that was left out because somebody
 * changes it at this moment, if any: match once more after `untilFree`.
 */
export async function matchSite(deps: Deps, siteId: string): Promise<string | null> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [waits] = await deps.db.hot(HAS_WAITING, [siteId]);
    if (!waits) return null;
    const agents = await readyAgents(deps, siteId);
    if (agents.length === 0) return null;
    const { isMore, leftId } = await deps.db.transaction((tx) => offerNext(deps, tx, { siteId, agents }));
    if (leftId !== null || !isMore) return leftId;
  }
  return null;
}

async function offerNext(
  deps: Deps,
  tx: Tx,
  of: { readonly siteId: string; readonly agents: readonly ReadyAgent[] },
): Promise<{ readonly isMore: boolean; readonly leftId: string | null }> {
  const { siteId } = of;
  const agents = await freeAgents(tx, { ...of, now: deps.clock.now() });
  // Taken once the agents are locked: offers of passes that waited for each other have times in the order in which they were made.
  const now = deps.clock.now();
  const room = agents.reduce((sum, { load, maxConversations }) => sum + Math.max(0, maxConversations - load), 0);
  if (room === 0) return { isMore: false, leftId: null };
  const limit = Math.min(MOST, room);
  const named = JSON.stringify(agents.map(({ id, departments, skills, load, maxConversations }) => ({ id, departments, skills, hasRoom: load < maxConversations })));
  const whom = [siteId, named, ago(now, DECLINED_MS), ago(now, ASK_AGAIN_MS)] as const;
  const cases = await tx.raw<Next>(NEXT_CASES, [...whom, limit]);
  // What somebody else changes at this moment was left out, and nobody may come back for it.
  const [left] = cases.length < limit ? await tx.raw<{ id: string }>(LEFT_CASE, [...whom, cases.map(({ id }) => id)]) : [];
  const leftId = left?.id ?? null;
  const pairs = match(cases, agents, now.getTime());
  if (pairs.length === 0) return { isMore: false, leftId };
  const byId = new Map(cases.map((each) => [each.id, each]));
  const offers = pairs.flatMap(({ caseId, agentId }) => {
    const found = byId.get(caseId);
    if (!found) return [];
    return [{ id: newId('offer'), caseId, agentId, queueId: found.queueId, expiresAt: new Date(now.getTime() + found.offerSeconds * 1_000).toISOString() }];
  });
  await tx.raw(OFFER_CASES, [JSON.stringify(offers), siteId, now.toISOString()]);
  tx.afterCommit(() => {
    for (const agentId of new Set(offers.map((offer) => offer.agentId))) signalOffers(deps, agentId);
    signalQueues(deps, siteId, offers.map(({ caseId }) => caseId));
  });
  return { isMore: cases.length === limit, leftId };
}

function ago(now: Date, milliseconds: number): string {
  return new Date(now.getTime() - milliseconds).toISOString();
}

/** Waits until nobody changes a case any more. It holds nothing else meanwhile, so it keeps nobody waiting in turn. */
export function untilFree(deps: Deps, caseId: string): Promise<void> {
  return deps.db.transaction(async (tx) => void (await tx.raw('SELECT 1 FROM support_case WHERE id = $1 FOR NO KEY UPDATE', [caseId])));
}

/** Locks agents and reads what they have. A later statement sees what was committed before the locks were got. */
export async function freeAgents(tx: Tx, of: { readonly siteId: string; readonly agents: readonly ReadyAgent[]; readonly now: Date }): Promise<Free[]> {
  const ids = of.agents.map(({ id }) => id).sort();
  let work = await tx.raw<{ id: string; idleSince: number }>(LOCK_WORK, [ids]);
  if (work.length < ids.length) {
    await tx.raw(ENSURE_WORK, [of.siteId, ids, of.now.toISOString()]);
    work = await tx.raw<{ id: string; idleSince: number }>(LOCK_WORK, [ids]);
  }
  const idle = new Map(work.map(({ id, idleSince }) => [id, idleSince]));
  const loads = new Map((await tx.raw<{ id: string; load: number }>(LOADS, [ids])).map(({ id, load }) => [id, load]));
  return of.agents.map((agent) => ({ ...agent, load: loads.get(agent.id) ?? 0, idleSince: idle.get(agent.id) ?? 0 }));
}
