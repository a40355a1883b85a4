import { describe, expect, it } from 'vitest';
import { type CaseHolder, Desk } from './support-agents.js';

/** An agent whose client shows cases as theirs. */
const agent = (...cases: string[]) => {
  const shown = new Set(cases);
  return { shown, readings: 0, holds: (caseId: string) => shown.has(caseId) } satisfies CaseHolder & { shown: Set<string> };
};

/** The agent's client is told everything anew. */
const readAgain = (desk: Desk, who: ReturnType<typeof agent>): void => {
  who.readings += 1;
  desk.read(who);
};

describe('the desk of a replay of support', () => {
  it('P9: counts a case that an agent is still shown when all was told twice since another took it', () => {
    const desk = new Desk();
    const [sam, sue] = [agent('case_1'), agent('case_1')];
    desk.taken('case_1', sam, 10);
    desk.taken('case_1', sue, 20);
    readAgain(desk, sam);
    expect([desk.result.doubleAssigned.size, desk.result.heardLate]).toEqual([0, 1]);
    readAgain(desk, sam);
    expect([...desk.result.doubleAssigned]).toEqual(['case_1']);
  });

  it('P9: counts it whichever of them is heard first, and never against the one who has it', () => {
    const desk = new Desk();
    const [sam, sue] = [agent('case_1'), agent('case_1')];
    desk.taken('case_1', sue, 20);
    desk.taken('case_1', sam, 10);
    for (let turn = 0; turn < 3; turn += 1) readAgain(desk, sue);
    desk.settled('case_1', sue);
    expect(desk.result.doubleAssigned.size).toBe(0);
    for (let turn = 0; turn < 2; turn += 1) readAgain(desk, sam);
    expect(desk.result.doubleAssigned.size).toBe(1);
  });

  it('counts nobody who hears meanwhile that it was taken back, who was away, or who has it again', () => {
    const desk = new Desk();
    const [sam, sue] = [agent('case_1', 'case_2'), agent('case_1', 'case_2', 'case_3')];
    for (const id of ['case_1', 'case_2', 'case_3']) {
      desk.taken(id, sam, 10);
      desk.taken(id, sue, 20);
    }
    sam.shown.delete('case_1');
    desk.taken('case_2', sam, 30);
    sue.shown.delete('case_2');
    for (let turn = 0; turn < 3; turn += 1) for (const who of [sam, sue]) readAgain(desk, who);
    expect(desk.result.doubleAssigned.size).toBe(0);
  });

  it('P9: counts a case that is settled by one while another has it', () => {
    const desk = new Desk();
    const [sam, sue] = [agent(), agent('case_1')];
    desk.taken('case_1', sam, 10);
    desk.settled('case_1', sam);
    expect(desk.result.doubleAssigned.size).toBe(0);
    desk.taken('case_1', sue, 20);
    desk.settled('case_1', sam);
    expect(desk.result.doubleAssigned.size).toBe(1);
  });
});
