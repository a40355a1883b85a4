/** What the rules say of cases that wait, asked again whenever a waiting time that some rule names is over. Every node looks; whoever comes first does it. */
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { isChatError } from '../../kernel/errors.js';
import { inTurn } from '../../kernel/in-turn.js';
import type { ConsumedEvent } from '../../log/consumer.js';
import { type CaseChanges, changeCase, loadQueues, type LockedCase, lockCase, type QueueRow, rankOf, roomFor } from '../queues/index.js';
import { ask, recordDecision, type RoutingVerdict } from './decide.js';
import { readRules, type RuleSet } from './rule-set.js';
import { waitingSteps } from './rules.js';
import { DUE, FIRST_WORDS, TAKE, UNWATCH, WATCH, WATCHED } from './store.js';

/** The most cases that one look deals with. */
const MOST = 200;
/** When a case is looked at again that cannot be moved now, in milliseconds: an agent is being asked, or the other queue is full. */
const LATER_MS = 15_000;

interface Watched {
  readonly caseId: string;
  readonly siteId: string;
  readonly isWaiting: boolean;
  readonly queuedAt: Date;
}

/** A case came into a line, changed there, or left it: from now on it is watched, or no more. It may come again. */
export async function followCase(deps: Deps, event: Pick<ConsumedEvent, 'conversationId' | 'siteId'>): Promise<void> {
  const [known] = await deps.db.hot<Watched>(WATCHED, [event.conversationId]);
  if (!known) return;
  const [first] = known.isWaiting ? waitingSteps((await readRules(deps, event.siteId)).rules) : [];
  if (first === undefined) await deps.db.hot(UNWATCH, [known.caseId]);
  else await deps.db.hot(WATCH, [known.caseId, known.siteId, new Date(known.queuedAt.getTime() + first * 1_000).toISOString()]);
}

interface DueCase {
  readonly caseId: string;
  readonly siteId: string;
  readonly conversationId: string;
}

interface SiteRouting {
  readonly set: RuleSet;
  readonly queues: readonly QueueRow[];
}

/** Asks the rules about every waiting case for which a time is over. */
export async function sweepWaiting(deps: Deps): Promise<void> {
  const due = await deps.db.hot<DueCase>(DUE, [deps.clock.now().toISOString(), MOST]);
  const sites = new Map<string, SiteRouting>();
  await inTurn(due, {
    log: deps.log,
    event: 'routing.failed',
    operation: 'route a waiting case',
    async work(each) {
      const { siteId } = each;
      const site = sites.get(siteId) ?? { set: await readRules(deps, siteId), queues: await loadQueues(deps, siteId) };
      sites.set(siteId, site);
      await routeWaiting(deps, each, site);
    },
  });
}

async function routeWaiting(deps: Deps, { caseId, siteId, conversationId }: DueCase, site: SiteRouting): Promise<void> {
  const verdict = await askAbout(deps, caseId, site.set);
  await deps.db.transaction(async (tx) => {
    // Who has the conversation at the moment changes the case, and the case is looked at again.
    if ((await tx.raw(TAKE, [conversationId])).length === 0) return;
    const row = await lockCase(tx, { caseId, siteId });
    const now = deps.clock.now();
    const isAsked = row !== null && row.offerId !== null;
    const hasMoved = row !== null && verdict !== null && !isAsked && row.status === 'queued' ? await follow(deps, tx, { row, verdict, site, now }) : !isAsked;
    const next = row === null || row.status !== 'queued' ? null : nextLook({ row, site, now, hasMoved });
    await tx.raw(next === null ? UNWATCH.text : WATCH_AT, next === null ? [caseId] : [caseId, next.toISOString()]);
  });
}

const WATCH_AT = 'UPDATE routing_watch SET due_at = $2::timestamptz WHERE case_id = $1';

function nextLook({ row, site, now, hasMoved }: { readonly row: LockedCase; readonly site: SiteRouting; readonly now: Date; readonly hasMoved: boolean }): Date | null {
  if (!hasMoved) return new Date(now.getTime() + LATER_MS);
  const next = waitingSteps(site.set.rules).find((seconds) => row.queuedAt.getTime() + seconds * 1_000 > now.getTime());
  return next === undefined ? null : new Date(row.queuedAt.getTime() + next * 1_000);
}

async function askAbout(deps: Deps, caseId: string, set: RuleSet): Promise<RoutingVerdict | null> {
  const row = await deps.db.prisma.supportCase.findUnique({ where: { id: caseId }, include: { queue: { select: { key: true, department: true } } } });
  if (!row || row.status !== 'queued' || row.control !== 'queue') return null;
  const { siteId, customerId, language, page, priority, queue, queuedAt } = row;
  const waitedSeconds = Math.max(0, Math.floor((deps.clock.now().getTime() - queuedAt.getTime()) / 1_000));
  const text = async (): Promise<string> => (await deps.db.hot<{ text: string }>(FIRST_WORDS, [caseId]))[0]?.text ?? '';
  return ask(deps, set, { siteId, customerId, department: queue.department, language, page, priority, queue: queue.key, waitedSeconds, text });
}

interface Follow {
  readonly row: LockedCase;
  readonly verdict: RoutingVerdict;
  readonly site: SiteRouting;
  readonly now: Date;
}

/** Does what the rules say. False where the queue that they name has no room now. */
async function follow(deps: Deps, tx: Tx, { row, verdict, site, now }: Follow): Promise<boolean> {
  const { outcome } = verdict;
  const wanted = site.queues.find(({ key, isActive }) => key === outcome.queue && isActive);
  const target = wanted && wanted.id !== row.queueId ? await roomIn(tx, wanted.id) : null;
  const queue = target ?? site.queues.find(({ id }) => id === row.queueId);
  const priority = outcome.priority ?? row.priority;
  const skillsRequired = union(row.view.skillsRequired ?? [], outcome.skillsRequired);
  const skillsPreferred = union(row.view.skillsPreferred ?? [], outcome.skillsPreferred);
  const set: CaseChanges = {
    ...(target && target.id !== row.queueId ? { queueId: target.id } : {}),
    ...(priority === row.priority ? {} : { priority }),
    ...(skillsRequired.length === (row.view.skillsRequired ?? []).length ? {} : { skillsRequired }),
    ...(skillsPreferred.length === (row.view.skillsPreferred ?? []).length ? {} : { skillsPreferred }),
  };
  if (Object.keys(set).length > 0) {
    const rank = rankOf({ queuedAt: row.queuedAt, priority, ageingSeconds: queue?.ageingSeconds ?? 0 }).toISOString();
    await changeCase(deps, tx, { before: row, set: { ...set, rank }, actorId: null, now });
    const waited = Math.floor((now.getTime() - row.queuedAt.getTime()) / 1_000);
    await recordDecision(tx, { siteId: row.siteId, caseId: row.id, verdict, waited, now });
  }
  return target !== undefined;
}

/** The queue itself or where its surplus goes; undefined when all of them are full. */
async function roomIn(tx: Tx, queueId: string): Promise<QueueRow | undefined> {
  try {
    return await roomFor(tx, { queueId, operation: 'route case' });
  } catch (error) {
    if (isChatError(error, 'QUEUE_FULL')) return undefined;
    throw error;
  }
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}
