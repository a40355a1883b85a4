import { describe, expect, it } from 'vitest';
import { ASK_AGAIN_MS, type Free, match, rankOf, type Waiting } from './policy.js';

const waiting = (id: string, rest: Partial<Waiting> = {}): Waiting => ({ id, department: null, skillsRequired: [], skillsPreferred: [], declined: [], ...rest });
const agent = (id: string, rest: Partial<Free> = {}): Free => ({ id, departments: [], skills: [], maxConversations: 8, load: 0, idleSince: 0, ...rest });
/** In milliseconds. */
const now = 100_000;
const pairs = (cases: readonly Waiting[], agents: readonly Free[]): string[] => match(cases, agents, now).map(({ caseId, agentId }) => `${caseId} ${agentId}`);

describe('matching', () => {
  it('R110: nobody gets more than they take, however well they fit', () => {
    const german = { skillsPreferred: ['german'] };
    const cases = [waiting('1', german), waiting('2', german), waiting('3', german), waiting('4', german)];
    expect(pairs(cases, [agent('a', { skills: ['german'], maxConversations: 3, load: 1 }), agent('b', { maxConversations: 1 })])).toEqual(['1 a', '2 a', '3 b']);
  });

  it('R109 R114: department and required skills are needed; who refused lately is not asked', () => {
    const skilled = agent('a', { departments: ['billing'], skills: ['payments'] });
    expect(pairs([waiting('1', { department: 'moves' }), waiting('2', { skillsRequired: ['dutch'] }), waiting('3', { declined: [{ agentId: 'a', at: now, isTransfer: false }] })], [skilled])).toEqual([]);
    expect(pairs([waiting('1', { department: 'billing', skillsRequired: ['payments'] })], [agent('b'), skilled])).toEqual(['1 a']);
  });

  it('P9 R104: what all who are there declined goes, 10 seconds after the last of them, to who declined it longest ago, but to nobody who transferred it', () => {
    const refused = (a: number, b: number): Waiting => waiting('1', { skillsPreferred: ['german'], declined: [{ agentId: 'a', at: a, isTransfer: false }, { agentId: 'b', at: b, isTransfer: false }] });
    const [a, b] = [agent('a', { load: 3 }), agent('b', { skills: ['german'] })];
    expect(pairs([refused(now - 20_000, now - ASK_AGAIN_MS)], [a, b])).toEqual(['1 a']);
    expect(pairs([refused(now - 20_000, now - ASK_AGAIN_MS)], [{ ...a, load: 8 }, b])).toEqual(['1 b']);
    expect(pairs([refused(now - 20_000, now - ASK_AGAIN_MS + 1)], [a, b])).toEqual([]);
    expect(pairs([refused(now - 20_000, now - 15_000)], [a, b, agent('c', { load: 8 })])).toEqual([]);
    expect(pairs([refused(now - 20_000, now - 15_000)], [a, b, agent('c')])).toEqual(['1 c']);
    const transferred = refused(now - 20_000, now - 15_000);
    expect(pairs([{ ...transferred, declined: transferred.declined.map((each) => ({ ...each, isTransfer: each.agentId === 'a' })) }], [a, b])).toEqual(['1 b']);
    expect(pairs([{ ...refused(now - 20_000, now), department: 'moves' }], [{ ...a, departments: ['moves'] }, b])).toEqual(['1 a']);
  });

  it('R110: the least busy first, then who has been idle longest', () => {
    const agents = [agent('a', { load: 1 }), agent('b', { idleSince: 20 }), agent('c', { idleSince: 10 })];
    expect(pairs(['1', '2', '3', '4'].map((id) => waiting(id)), agents)).toEqual(['1 c', '2 b', '3 a', '4 c']);
  });

  it('R108: a step of priority is worth so much waiting, and no more', () => {
    const at = (seconds: number, priority: 'low' | 'urgent'): number => rankOf({ queuedAt: new Date(seconds * 1_000), priority, ageingSeconds: 60 }).getTime();
    expect(at(179, 'urgent')).toBeLessThan(at(0, 'low'));
    expect(at(181, 'urgent')).toBeGreaterThan(at(0, 'low'));
  });
});
