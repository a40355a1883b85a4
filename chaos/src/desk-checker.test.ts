import { describe, expect, it } from 'vitest';
import { judgeDesk, madeAt, type DeskEvidence } from './desk-checker.js';
import type { DeskTruth, KeptCase, KeptOffer } from './desk-truth.js';
import { History } from './history.js';

/** An id whose moment is so many milliseconds since the epoch. */
const idAt = (prefix: string, ms: number): string => `${prefix}_${ms.toString(16).padStart(12, '0')}${'7'.padEnd(20, '0')}`;
const waiting = (id: string, rank: number): KeptCase => ({ id, clientId: id, customerId: 'usr_clara', status: 'resolved', agentId: 'usr_sam', rank, createdAt: 10, present: [] });
const offer = (caseId: string, at: number, change: Partial<KeptOffer> = {}): KeptOffer => ({ id: idAt('off', at), caseId, agentId: 'usr_sam', status: 'completed', acceptedAt: at + 1, endedAt: at + 5, ...change });

const TRUTH: DeskTruth = { cases: [waiting('a', 1), waiting('b', 2)], offers: [offer('a', 20), offer('b', 30)] };
const promisesOf = (change: Partial<DeskEvidence> = {}): string[] => [
  ...new Set(judgeDesk({ history: new History(), truth: TRUTH, seen: new Set(), orderedSince: new Date(0), ...change }).map(({ promise }) => promise)),
];

describe('the judge of a desk', () => {
  it('finds nothing where all is well', () => {
    expect(madeAt(idAt('off', 1_234_567))).toBe(1_234_567);
    const history = new History();
    history.begin({ kind: 'ask', by: 'clara', conversationId: '', key: 'a' }).done({ seq: 1, messageId: 'a', clientId: 'a' });
    history.begin({ kind: 'accept', by: 'usr_sam', conversationId: '', key: idAt('off', 20) }).done({ seq: 2, messageId: 'a', clientId: null });
    expect(promisesOf({ history })).toEqual([]);
  });

  it('P9: a case with two agents, one after the other without an end between, or at any moment', () => {
    const second = offer('a', 23, { agentId: 'usr_sue' });
    expect(promisesOf({ truth: { ...TRUTH, offers: [...TRUTH.offers, second] } })).toEqual(['P9']);
    expect(promisesOf({ truth: { ...TRUTH, offers: [...TRUTH.offers, { ...second, id: idAt('off', 26), acceptedAt: 26 }] } })).toEqual([]);
    expect(promisesOf({ truth: { ...TRUTH, cases: [{ ...waiting('a', 1), present: ['usr_sam', 'usr_sue'] }, waiting('b', 2)] } })).toEqual(['P9']);
    expect(promisesOf({ seen: new Set(['agent usr_sam had 2 cases at once and takes 1']) })).toEqual(['P9']);
  });

  it('P9: somebody who came later and was offered first, and somebody who was never offered', () => {
    const offers = [offer('a', 40), offer('b', 30)];
    expect(promisesOf({ truth: { ...TRUTH, offers } })).toEqual(['P9']);
    expect(promisesOf({ truth: { ...TRUTH, offers }, orderedSince: null })).toEqual([]);
    expect(promisesOf({ truth: { ...TRUTH, offers: [offer('a', 20)] } })).toEqual(['P9']);
  });

  it('P1 P3: a case or a claim that was told of and is not there, and two answers to one question', () => {
    const history = new History();
    const ask = (messageId: string): void => history.begin({ kind: 'ask', by: 'clara', conversationId: '', key: 'a' }).done({ seq: 1, messageId, clientId: 'a' });
    ask('a');
    ask('b');
    expect(promisesOf({ history })).toEqual(['P3']);
    ask('c');
    expect(promisesOf({ history })).toEqual(['P1', 'P3']);
    const claimed = new History();
    claimed.begin({ kind: 'accept', by: 'usr_sue', conversationId: '', key: idAt('off', 20) }).done({ seq: 2, messageId: 'a', clientId: null });
    expect(promisesOf({ history: claimed })).toEqual(['P1']);
  });
});
