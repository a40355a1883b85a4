/** What the machine says of processes, read from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as /proc counts; the same on every Linux that Node runs on. */
const TICKS = 100;

interface Stat {
  readonly parent: number;
  readonly ticks: number;
  /** Of children that have ended. */
  readonly pastTicks: number;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold anything, so the fields are counted from its end.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    const [, parent = 0] = fields;
    const [userTicks = 0, systemTicks = 0, pastUser = 0, pastSystem = 0] = fields.slice(11);
    return { parent, ticks: userTicks + systemTicks, pastTicks: pastUser + pastSystem };
  } catch {
    return null;
  }
}

/** Seconds of CPU that these processes have used so far, to a hundredth. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0) / TICKS;
}

/** Seconds of CPU that a process and its children have used so far, such as PostgreSQL with its connections; ended ones count. */
export function familyCpuSeconds(pid: number): number {
  const stats = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => statOf(Number(name)));
  const own = statOf(pid);
  const children = stats.reduce((sum, stat) => sum + (stat?.parent === pid ? stat.ticks : 0), 0);
  return (children + (own?.ticks ?? 0) + (own?.pastTicks ?? 0)) / TICKS;
}

/** Bytes of memory of a process: its own and its share of what it shares (PSS). */
export function memoryBytes(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
}
