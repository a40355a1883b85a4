/** What a replay of support counts, and the report of it. */
import { percentile } from './tally.js';

/** That an agent was asked to take a case, as the server has it on record. Times are milliseconds of its clock; null for what has not come. */
export interface OfferRecord {
  readonly agentId: string;
  readonly offeredAt: number;
  readonly acceptedAt: number | null;
  readonly endedAt: number | null;
}

/** What one customer saw. Times are milliseconds of one clock. */
export interface CustomerResult {
  /** What only cases that the same agents can take share: queue, priority and skill. */
  readonly line: string;
  /** The id of the case; null when it could not be made. */
  readonly caseId: string | null;
  /** When the case began, by which the server gives it its place. */
  readonly queuedAt: number;
  /** When it came into the line: later than it began where the bot came first. */
  readonly lineAt: number;
  readonly isHandedOver: boolean;
  /** Who was asked to take it, oldest first. */
  readonly offers: readonly OfferRecord[];
  /** When an agent first had it; null when none ever did. */
  readonly assignedAt: number | null;
  /** Whether an agent's answer came, and the end of the case. */
  readonly isAnswered: boolean;
  /** Whether the bot answered rightly and the customer left it at that. */
  readonly isAnsweredByBot: boolean;
  /** The first place in the line that was shown, and how many of the line had been handed over by then; null when none was. */
  readonly shown: { readonly position: number; readonly handedOver: number } | null;
  /** How many of the line had been handed over when the case was, itself included. */
  readonly handedOver: number | null;
  /** The first estimate that was shown, with the moment in which it came; null when there was none. */
  readonly estimate: { readonly seconds: number; readonly at: number } | null;
  readonly problem: string | null;
}

/** What the agents together saw. */
export interface DeskResult {
  /** Cases that two agents had at a time. */
  readonly doubleAssigned: ReadonlySet<string>;
  /** How often an agent's client showed a case as theirs yet when another had taken it: what they had to be told was on its way. */
  readonly heardLate: number;
  /** Moments in which an agent was shown more than they take. */
  readonly overCapacity: number;
  readonly kills: number;
}

/** A distribution, in the unit of what it measures. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** The report of a replay of support: what `--json` prints. */
export interface SupportReport {
  readonly customers: number;
  readonly assigned: number;
  readonly answeredByBot: number;
  /** Whom the bot handed over to people. */
  readonly handedOver: number;
  readonly lost: number;
  /** Cases that two agents had at a time, as their clients showed it or by the server's record. */
  readonly doubleAssigned: number;
  /** How often an agent's client showed a case as theirs yet when another had taken it; no fault by itself. */
  readonly heardLate: number;
  /** Moments in which an agent had more than they take, as their client showed it or by the server's record. */
  readonly overCapacity: number;
  /** Cases that more of their own line overtook than there are agents. */
  readonly inversions: number;
  readonly waitMs: Spread;
  /** Difference between the place that was shown first and the number of hand-overs it took. */
  readonly positionError: Spread;
  /** Difference between the estimate that was shown first and the wait that came, in seconds; null without any estimate. */
  readonly estimateError: (Spread & { readonly count: number }) | null;
  readonly kills: number;
  /** Connections of agents and customers that broke while they stayed. */
  readonly cuts: number;
  readonly seconds: number;
}

/** What a report depends on besides. */
export interface Setting {
  readonly agents: number;
  /** How much each agent takes, by their id. */
  readonly capacities: ReadonlyMap<string, number>;
  /** Connections of agents and customers that broke while they stayed. */
  readonly cuts: number;
  readonly elapsedMs: number;
}

/** Puts results together. */
export function supportReportOf(customers: readonly CustomerResult[], desk: DeskResult, of: Setting): SupportReport {
  const assigned = customers.filter(({ assignedAt }) => assignedAt !== null);
  const waits = assigned.map(({ lineAt, assignedAt }) => (assignedAt ?? 0) - lineAt);
  const positions = assigned.flatMap(({ shown, handedOver }) => (shown && handedOver !== null ? [Math.abs(shown.position - (handedOver - shown.handedOver))] : []));
  const estimates = assigned.flatMap(({ estimate, assignedAt }) => (estimate && assignedAt !== null ? [Math.abs(estimate.seconds - (assignedAt - estimate.at) / 1_000)] : []));
  return {
    customers: customers.length,
    assigned: assigned.length,
    answeredByBot: customers.filter(({ isAnsweredByBot }) => isAnsweredByBot).length,
    handedOver: customers.filter(({ isHandedOver }) => isHandedOver).length,
    lost: customers.filter(({ isAnswered, isAnsweredByBot }) => !isAnswered && !isAnsweredByBot).length,
    doubleAssigned: new Set([...desk.doubleAssigned, ...heldTwice(customers)]).size,
    heardLate: desk.heardLate,
    overCapacity: desk.overCapacity + overfull(customers, of.capacities),
    inversions: inversionsOf(customers, of.agents),
    waitMs: spreadOf(waits),
    positionError: spreadOf(positions),
    estimateError: estimates.length === 0 ? null : { ...spreadOf(estimates), count: estimates.length },
    kills: desk.kills,
    cuts: of.cuts,
    seconds: Math.round(of.elapsedMs / 100) / 10,
  };
}

/** Whether everybody was answered once, in order, by agents who had no more than they take. */
export function isFair(report: SupportReport): boolean {
  return report.lost === 0 && report.doubleAssigned === 0 && report.overCapacity === 0 && report.inversions === 0;
}

/** Cases of which the server has on record that an agent had accepted them while another had. Pure. */
export function heldTwice(customers: readonly Pick<CustomerResult, 'caseId' | 'offers'>[]): string[] {
  return customers.flatMap(({ caseId, offers }) => {
    const held = offers.flatMap(({ acceptedAt, endedAt }) => (acceptedAt === null ? [] : [{ from: acceptedAt, until: endedAt ?? Number.POSITIVE_INFINITY }]));
    const isTwice = held.some((one, index) => held.some((other, at) => at !== index && other.from >= one.from && other.from < one.until));
    return caseId !== null && isTwice ? [caseId] : [];
  });
}

/** Moments in which the server has on record that it asked an agent who had as much as they take already. Pure. */
export function overfull(customers: readonly Pick<CustomerResult, 'offers'>[], capacities: ReadonlyMap<string, number>): number {
  const steps = customers
    .flatMap(({ offers }) => offers)
    .flatMap(({ agentId, offeredAt, endedAt }) => [{ agentId, at: offeredAt, by: 1 }, ...(endedAt === null ? [] : [{ agentId, at: endedAt, by: -1 }])])
    // At one moment what ends makes room for what begins.
    .toSorted((one, other) => one.at - other.at || one.by - other.by);
  const loads = new Map<string, number>();
  let moments = 0;
  for (const { agentId, by } of steps) {
    const load = (loads.get(agentId) ?? 0) + by;
    loads.set(agentId, load);
    if (by > 0 && load > (capacities.get(agentId) ?? Number.POSITIVE_INFINITY)) moments += 1;
  }
  return moments;
}

/**
 * Cases that more later ones of their own line overtook than there are agents to be asked at once. What counts is when an agent was first asked: that an
 * agent refuses, or dies before they answer, is not the line's doing. Nor is what happened before a case came into the line.
 */
export function inversionsOf(customers: readonly Pick<CustomerResult, 'line' | 'queuedAt' | 'lineAt' | 'offers'>[], agents: number): number {
  const lines = new Map<string, { readonly queuedAt: number; readonly lineAt: number; readonly offeredAt: number }[]>();
  for (const { line, queuedAt, lineAt, offers: [first] } of customers) {
    if (!first) continue;
    const cases = lines.get(line) ?? [];
    cases.push({ queuedAt, lineAt, offeredAt: first.offeredAt });
    lines.set(line, cases);
  }
  let inversions = 0;
  for (const cases of lines.values()) {
    for (const one of cases) {
      const overtaking = cases.filter((other) => other.queuedAt > one.queuedAt && other.offeredAt < one.offeredAt && other.offeredAt >= one.lineAt).length;
      if (overtaking > agents) inversions += 1;
    }
  }
  return inversions;
}

function spreadOf(values: readonly number[]): Spread {
  const ascending = values.toSorted((a, b) => a - b);
  return { p50: percentile(ascending, 0.5), p95: percentile(ascending, 0.95), max: percentile(ascending, 1) };
}
