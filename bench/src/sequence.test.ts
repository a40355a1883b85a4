import { describe, expect, it } from 'vitest';
import { SequenceCheck, sumFaults } from './sequence.js';

function taken(seqs: readonly number[], acknowledged: readonly number[] = seqs) {
  const check = new SequenceCheck(10);
  for (const seq of seqs) check.take(seq);
  return check.faults(acknowledged);
}

describe('the check of what a subscriber got', () => {
  it('finds nothing wrong with numbers that rise, whatever is between them', () => {
    expect(taken([11, 12, 15, 16])).toEqual({ lost: 0, repeated: 0, outOfOrder: 0 });
  });

  it('counts an acknowledged message that was skipped, or that is behind the last one, as lost', () => {
    expect(taken([11, 13], [11, 12, 13, 14])).toEqual({ lost: 2, repeated: 0, outOfOrder: 0 });
  });

  it('tells what came twice from what came late', () => {
    expect(taken([11, 11, 13, 12, 12, 10])).toEqual({ lost: 0, repeated: 3, outOfOrder: 1 });
  });

  it('adds up', () => {
    expect(sumFaults([taken([11, 11]), taken([13], [12])])).toEqual({ lost: 1, repeated: 1, outOfOrder: 0 });
  });
});
