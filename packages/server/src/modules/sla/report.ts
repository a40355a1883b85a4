import type { Deps } from '../../deps.js';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { SlaClockKind, SupportPriority } from '../../kernel/words.js';
import { REPORT } from './store.js';

const OPERATION = 'report service levels';
/** The longest time that a report is about: a leap year. */
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/** How clocks of one kind went, for cases of one priority. Lengths are in milliseconds of the hours that they ran by, of those that were met. */
export interface SlaFigures {
  readonly kind: SlaClockKind;
  readonly priority: SupportPriority;
  readonly started: number;
  readonly metInTime: number;
  readonly metLate: number;
  readonly cancelled: number;
  readonly running: number;
  readonly breached: number;
  readonly averageMs: number | null;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
}

/** How clocks went that began from `from` until before `to`, of one queue or all. @throws ChatError FORBIDDEN for all but staff; INVALID_INPUT */
export async function slaReport(deps: Deps, viewer: Viewer, input: { readonly from: Date; readonly to: Date; readonly queue: string | null }): Promise<SlaFigures[]> {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; only staff may`);
  const { from, to, queue } = input;
  if (to <= from) throw invalidInput(OPERATION, 'to', 'is not later than from');
  if (to.getTime() - from.getTime() > MAX_DAYS * DAY_MS) throw invalidInput(OPERATION, 'to', `is more than ${MAX_DAYS} days later than from`);
  return deps.db.hot<SlaFigures>(REPORT, [viewer.siteId, from.toISOString(), to.toISOString(), queue]);
}

/** The part of what was decided that was in time, 0 to 1: met in time, among those met or breached. Null while nothing is decided. */
export function attainmentOf({ metInTime, breached }: SlaFigures): number | null {
  const decided = metInTime + breached;
  return decided === 0 ? null : metInTime / decided;
}
