/** What a replay of support counts, and the report of it. */
import { percentile } from './tally.js';

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
  /** When an agent was first asked to take it; null while that is not known. */
  readonly offeredAt: number | null;
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
  /** Cases that an agent took while another who was at work had them. */
  readonly doubleAssigned: number;
  /** Moments in which an agent had more than they take. */
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
  readonly doubleAssigned: number;
  readonly overCapacity: number;
  /** Cases that more of their own line overtook than there are agents. */
  readonly inversions: number;
  readonly waitMs: Spread;
  /** Difference between the place that was shown first and the number of hand-overs it took. */
  readonly positionError: Spread;
  /** Difference between the estimate that was shown first and the wait that came, in seconds; null without any estimate. */
  readonly estimateError: (Spread & { readonly count: number }) | null;
  readonly kills: number;
  readonly seconds: number;
}

/** Puts results together. */
export function supportReportOf(customers: readonly CustomerResult[], desk: DeskResult, of: { readonly agents: number; readonly elapsedMs: number }): SupportReport {
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
    doubleAssigned: desk.doubleAssigned,
    overCapacity: desk.overCapacity,
    inversions: inversionsOf(customers, of.agents),
    waitMs: spreadOf(waits),
    positionError: spreadOf(positions),
    estimateError: estimates.length === 0 ? null : { ...spreadOf(estimates), count: estimates.length },
    kills: desk.kills,
    seconds: Math.round(of.elapsedMs / 100) / 10,
  };
}

/** Whether everybody was answered once, in order, by agents who had no more than they take. */
export function isFair(report: SupportReport): boolean {
  return report.lost === 0 && report.doubleAssigned === 0 && report.overCapacity === 0 && report.inversions === 0;
}

/**
 * Cases that more later ones of their own line overtook than there are agents to be asked at once. What counts is when an agent was first asked: that an
 * agent refuses, or dies before they answer, is not the line's doing. Nor is what happened before a case came into the line.
 */
export function inversionsOf(customers: readonly Pick<CustomerResult, 'line' | 'queuedAt' | 'lineAt' | 'offeredAt'>[], agents: number): number {
  const lines = new Map<string, { readonly queuedAt: number; readonly lineAt: number; readonly offeredAt: number }[]>();
  for (const { line, queuedAt, lineAt, offeredAt } of customers) {
    if (offeredAt === null) continue;
    const cases = lines.get(line) ?? [];
    cases.push({ queuedAt, lineAt, offeredAt });
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
