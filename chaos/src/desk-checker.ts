import { groupBy, type Violation } from './checker.js';
import type { DeskTruth, KeptOffer } from './desk-truth.js';
import type { History, Operation } from './history.js';

/** What a run at a desk left behind. */
export interface DeskEvidence {
  readonly history: History;
  readonly truth: DeskTruth;
  /** What was seen on the way, in words. */
  readonly seen: ReadonlySet<string>;
  /** Cases that came after it were offered while nothing else was changed, so the order of the lines is exact for them. */
  readonly orderedSince: Date | null;
}

/** Judges it by P1, P3 and P9. */
export function judgeDesk(evidence: DeskEvidence): Violation[] {
  return [...checkAsked(evidence), ...checkClaims(evidence), ...checkOneAgent(evidence.truth), ...checkOrder(evidence), ...[...evidence.seen].map((says): Violation => ({ promise: 'P9', says }))];
}

const done = (history: History, kind: Operation['kind']): Operation[] => history.operations.filter((each) => each.kind === kind && each.outcome === 'done');

/** P1, P3: each customer who was told that they wait has one case, and every answer named that one. */
function* checkAsked({ history, truth }: DeskEvidence): Generator<Violation> {
  const ids = new Set(truth.cases.map(({ id }) => id));
  for (const [key, all] of groupBy(truth.cases, ({ customerId, clientId }) => `${customerId} ${clientId}`)) {
    if (all.length > 1) yield { promise: 'P3', says: `the client id ${key} made ${all.length} cases` };
  }
  const asked = done(history, 'ask');
  for (const { key, messageId } of asked) if (messageId === null || !ids.has(messageId)) yield { promise: 'P1', says: `${key} was told of the case ${messageId}, which is not there` };
  for (const [key, all] of groupBy(asked, (each) => each.key)) {
    if (new Set(all.map(({ messageId }) => messageId)).size > 1) yield { promise: 'P3', says: `${key} asked once and was told of ${all.map(({ messageId }) => messageId).join(', ')}` };
  }
}

/** P1: whoever was told that a case is theirs had it. */
function* checkClaims({ history, truth }: DeskEvidence): Generator<Violation> {
  const byId = new Map(truth.offers.map((offer) => [offer.id, offer]));
  for (const { key, by } of done(history, 'accept')) {
    const offer = byId.get(key);
    if (!offer || offer.agentId !== by || offer.acceptedAt === null) yield { promise: 'P1', says: `${by} was told that offer ${key} was accepted, and it was not` };
  }
}

/** P9: nobody has a case before whoever had it last has given it up. Both moments are taken under the lock of the case. */
function* checkOneAgent({ cases, offers }: DeskTruth): Generator<Violation> {
  for (const [caseId, all] of groupBy(offers.filter(({ acceptedAt }) => acceptedAt !== null), (offer) => offer.caseId)) {
    const claims = [...all].sort((one, other) => (one.acceptedAt ?? 0) - (other.acceptedAt ?? 0));
    for (const [index, claim] of claims.entries()) {
      const before = claims[index - 1];
      if (before && (before.endedAt ?? Infinity) > (claim.acceptedAt ?? 0)) yield { promise: 'P9', says: `case ${caseId} was with ${before.agentId} and with ${claim.agentId} at once` };
    }
  }
  for (const { id, present } of cases) if (present.length > 1) yield { promise: 'P9', says: `${present.length} agents are in the conversation of case ${id}` };
}

/** P9: of two cases that waited, the one with the earlier rank was offered first. */
function* checkOrder({ truth, orderedSince }: DeskEvidence): Generator<Violation> {
  if (orderedSince === null) return;
  const since = orderedSince.getTime();
  const first = new Map<string, KeptOffer>();
  for (const offer of [...truth.offers].sort((one, other) => (one.id < other.id ? -1 : 1))) if (!first.has(offer.caseId)) first.set(offer.caseId, offer);
  const waited = truth.cases.filter(({ createdAt }) => createdAt >= since).sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1));
  let latest = 0;
  for (const { id } of waited) {
    const offer = first.get(id);
    if (!offer) {
      yield { promise: 'P9', says: `case ${id} waited and was offered to nobody` };
      continue;
    }
    const at = madeAt(offer.id);
    if (at < latest) yield { promise: 'P9', says: `case ${id} was offered ${latest - at} ms before one that stood ahead of it in the line` };
    latest = Math.max(latest, at);
  }
}

/** The moment in a UUIDv7 behind its prefix, in milliseconds since the epoch. */
export const madeAt = (id: string): number => Number.parseInt(id.slice(id.indexOf('_') + 1).replaceAll('-', '').slice(0, 12), 16);
