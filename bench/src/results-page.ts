import { cpus, totalmem } from 'node:os';
import type { ContenderName } from './contender.js';
import { isMet, peersOf, ratioOf, shown, standingOf, targetOf } from './report.js';
import type { Row } from './scenario.js';

/** Where figures come from. */
export interface Provenance {
  readonly versions: Readonly<Record<string, string>>;
  /** The command that was run. */
  readonly command: string;
  readonly contenders: readonly ContenderName[];
  readonly runs: number;
}

/** A Markdown page of rows, with all that is needed to judge and repeat them; nothing in it tells whose machine it was. */
export function resultsPage(rows: readonly Row[], { versions, command, contenders, runs }: Provenance): string {
  const peers = peersOf(contenders);
  const head = ['', 'what', 'unit', ...contenders, 'Parley / floor', ...peers.map((peer) => `Parley / ${peer}`), 'target', 'lost, repeated, out of order'];
  const lines = rows.map((row) => {
    const ratio = ratioOf(row);
    const met = isMet(row);
    const target = `${targetOf(row)}${met === null ? '' : met ? ', met' : ', **missed**'}`;
    return [
      row.scenario,
      row.metric,
      row.unit,
      ...contenders.map((name) => shown(row.values[name])),
      ratio?.toFixed(2) ?? '',
      ...peers.map((peer) => standingOf(row, peer)),
      target,
      `${row.lost}, ${row.repeated}, ${row.outOfOrder}`,
    ];
  });
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory`;
  const software = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ');
  return [
    '# Results',
    '',
    `${machine}; ${software}; medians of ${runs} runs in turn; PostgreSQL, Redis, servers and load generator all on these cores.`,
    '',
    `    ${command}`,
    '',
    ...table,
    '',
  ].join('\n');
}
