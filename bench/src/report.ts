/** Medians, ratios, and how they are shown. */
import { type ContenderName, isPeer, PEER_NAMES, type PeerName } from './contender.js';
import type { Row } from './scenario.js';

/** The middle of some numbers; of an even count the mean of the two in the middle. NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** Parley divided by the floor, or by another contender; null when one of them was not measured. */
export function ratioOf({ values }: Pick<Row, 'values'>, other: Exclude<ContenderName, 'parley'> = 'floor'): number | null {
  const divisor = values[other];
  return values.parley === undefined || !divisor ? null : values.parley / divisor;
}

/** The ratio to a peer as a person reads it, with a word when Parley is behind; empty where there is none. */
export function standingOf(row: Row, peer: PeerName): string {
  const ratio = ratioOf(row, peer);
  if (ratio === null) return '';
  return `${ratio.toFixed(2)}${(row.better === 'higher' ? ratio < 1 : ratio > 1) ? ' behind' : ''}`;
}

/** The peers among some contenders, to whom ratios are shown beside that to the floor. */
export function peersOf(contenders: readonly ContenderName[]): readonly PeerName[] {
  return contenders.filter(isPeer);
}

/** Whether the target was reached; null where there is none, or nothing to compare with. */
export function isMet(row: Row): boolean | null {
  const ratio = ratioOf(row);
  const { target, values, better } = row;
  if (!target) return null;
  if (row.lost + row.repeated + row.outOfOrder > 0) return false;
  const checks: boolean[] = [];
  if (target.ratio !== undefined && ratio !== null) checks.push(better === 'higher' ? ratio >= target.ratio : ratio <= target.ratio);
  if (target.min !== undefined && values.parley !== undefined) checks.push(values.parley >= target.min);
  if (target.max !== undefined && values.parley !== undefined) checks.push(values.parley <= target.max);
  return checks.length === 0 ? null : checks.every(Boolean);
}

/** A row as one line of JSON. */
export function jsonOf(row: Row): string {
  const { scenario, metric, unit, better, values, target, lost, repeated, outOfOrder } = row;
  const { parley = null, floor = null, ...others } = values;
  const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(5)));
  const rest = Object.fromEntries(Object.entries<number>(others).map(([name, value]) => [name, rounded(value)]));
  const ratios = Object.fromEntries(PEER_NAMES.filter((peer) => values[peer] !== undefined).map((peer) => [peer, rounded(ratioOf(row, peer))]));
  return JSON.stringify({
    scenario,
    metric,
    unit,
    better,
    parley: rounded(parley),
    floor: rounded(floor),
    ratio: rounded(ratioOf(row)),
    ...rest,
    ...(Object.keys(ratios).length > 0 ? { ratios } : {}),
    lost,
    repeated,
    outOfOrder,
    ...(target ? { target, isMet: isMet(row) } : {}),
  });
}

/** Rows as a table for a terminal. */
export function tableOf(rows: readonly Row[], contenders: readonly ContenderName[]): string {
  const peers = peersOf(contenders);
  const head = ['', 'metric', 'unit', ...contenders, 'ratio', ...peers.map((peer) => `to ${peer}`), 'target', 'lost/repeated/order'];
  const body = rows.map((row) => {
    const ratio = ratioOf(row);
    const met = isMet(row);
    return [
      row.scenario,
      row.metric,
      row.unit,
      ...contenders.map((name) => shown(row.values[name])),
      ratio === null ? '' : ratio.toFixed(2),
      ...peers.map((peer) => standingOf(row, peer)),
      `${targetOf(row)}${met === null ? '' : met ? ' ok' : ' MISSED'}`,
      `${row.lost}/${row.repeated}/${row.outOfOrder}`,
    ];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => line[column]?.length ?? 0)));
  return [head, ...body].map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

/** A value as a person reads it. */
export function shown(value: number | undefined): string {
  if (value === undefined) return '–';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

/** A target as a person reads it; empty where there is none. */
export function targetOf({ target, better }: Row): string {
  const sign = better === 'higher' ? '≥' : '≤';
  const parts = [
    target?.ratio === undefined ? '' : `${sign} ${target.ratio}×`,
    target?.min === undefined ? '' : `≥ ${target.min}`,
    target?.max === undefined ? '' : `≤ ${target.max}`,
  ];
  return parts.filter(Boolean).join(', ');
}
