import type { SupportCase } from '@parley/sdk';
import { Chip } from '../shared/chip.js';
import { duration } from '../shared/time.js';

/** The target that is due next, and how long is left; late ones in red. */
export function SlaChip({ supportCase, now }: { readonly supportCase: SupportCase; readonly now: number }) {
  const [next] = (supportCase.slaClocks ?? [])
    .flatMap(({ kind, dueAt, stoppedAt, warnedAt }) => (dueAt === null || stoppedAt !== null ? [] : [{ kind, due: Date.parse(dueAt), isWarned: warnedAt !== null }]))
    .sort((a, b) => a.due - b.due);
  if (next === undefined) return null;
  const what = next.kind.toLowerCase().replace('_', ' ');
  const left = next.due - now;
  return <Chip of={left < 0 ? [`${what} late by ${duration(-left)}`, 'bad'] : [`${what} in ${duration(left)}`, next.isWarned ? 'wait' : '']} />;
}
