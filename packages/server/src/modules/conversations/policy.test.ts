import { describe, expect, it } from 'vitest';
import type { ConversationKind, ParticipantRole, SendGateState } from '../../kernel/words.js';
import { type AccessFacts, addedParticipantRole, decide, heldPlace, isOpen, mayJoin, mayLeave, mayProviderAdd, type Need } from './policy.js';

const now = new Date('2026-01-05T09:00:00.000Z');
const later = new Date('2026-01-05T10:00:00.000Z');
const NEEDS: readonly Need[] = ['read', 'member', 'send', 'react', 'manage', 'join'];
const ok = null;

function answers(viewer: AccessFacts['viewer'], participantRole: ParticipantRole | null, gate: SendGateState, openUntil: Date | null = null, kind: ConversationKind = 'booking') {
  return NEEDS.map((need) => decide({ viewer, kind, participantRole, gate, openUntil, now, need }));
}

const client = { kind: 'user', role: 'client' } as const;
const provider = { kind: 'user', role: 'provider' } as const;
const agent = { kind: 'user', role: 'agent' } as const;
const admin = { kind: 'user', role: 'admin' } as const;
const service = { kind: 'service', role: 'admin' } as const;

describe('who may do what with a conversation', () => {
  //                                        read         member       send                   react                  manage       join
  const F = 'FORBIDDEN';
  const N = 'NOT_FOUND';
  const C = 'CONVERSATION_CLOSED';
  const rows = [
    ['client inside, open', answers(client, 'client', 'open'), [ok, ok, ok, ok, F, F]],
    ['client inside, open for a while', answers(client, 'client', 'open', later), [ok, ok, ok, ok, F, F]],
    ['client inside, that while is over', answers(client, 'client', 'open', now), [ok, ok, C, C, F, F]],
    ['client inside, read only', answers(client, 'client', 'read_only'), [ok, ok, C, C, F, F]],
    ['client inside, hidden', answers(client, 'client', 'hidden'), [N, N, N, N, N, N]],
    ['client outside', answers(client, null, 'open'), [N, N, N, N, N, N]],
    ['provider inside', answers(provider, 'provider', 'open'), [ok, ok, ok, ok, ok, F]],
    ['provider inside, hidden', answers(provider, 'provider', 'hidden'), [N, N, N, N, N, N]],
    ['team member', answers(provider, 'team_member', 'open'), [ok, ok, ok, ok, F, F]],
    ['agent outside', answers(agent, null, 'open'), [N, N, N, N, N, ok]],
    ['agent inside', answers(agent, 'agent', 'open'), [ok, ok, ok, ok, F, ok]],
    ['agent inside, hidden', answers(agent, 'agent', 'hidden'), [ok, ok, C, C, F, ok]],
    ['admin outside', answers(admin, null, 'open'), [ok, F, F, F, ok, ok]],
    ['agent of a team chat', answers(agent, 'agent', 'open', null, 'team'), [ok, ok, ok, ok, ok, ok]],
    ['agent of an escalation', answers(agent, 'agent', 'open', null, 'escalation'), [ok, ok, ok, ok, F, ok]],
    ['one who was an agent, team chat', answers(client, 'agent', 'open', null, 'team'), [N, N, N, N, N, N]],
    ['admin outside, hidden', answers(admin, null, 'hidden'), [ok, F, F, F, ok, ok]],
    ['admin inside, read only', answers(admin, 'admin', 'read_only'), [ok, ok, C, C, ok, ok]],
    ['back-end', answers(service, null, 'read_only'), [ok, F, ok, ok, ok, F]],
  ] as const;
  it.each(rows)('P8 R41 R49 R58: %s', (_what, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

describe('staff', () => {
  const note = (viewer: AccessFacts['viewer'], participantRole: ParticipantRole | null, gate: SendGateState = 'open') =>
    decide({ viewer, kind: 'support', participantRole, gate, openUntil: null, now, need: 'note' });

  it('P8 R58 R63: notes are written by staff inside, and by admins wherever they look, into what is open', () => {
    expect([note(agent, 'agent'), note(admin, 'admin'), note(admin, null)]).toEqual([ok, ok, ok]);
    expect([note(client, 'client'), note(provider, 'team_member'), note(service, null), note(agent, null)]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND']);
    expect([note(admin, null, 'read_only'), note(agent, 'agent', 'hidden')]).toEqual(['CONVERSATION_CLOSED', 'CONVERSATION_CLOSED']);
  });

  it('P8 R57 R64: a place of staff holds as long as its owner works for the site', () => {
    for (const place of ['agent', 'admin', 'bot'] as const) {
      expect((['agent', 'admin', 'bot'] as const).map((role) => heldPlace(role, place))).toEqual([place, place, place]);
      expect((['client', 'provider'] as const).map((role) => heldPlace(role, place))).toEqual([null, null]);
    }
    for (const place of ['client', 'provider', 'team_member'] as const) expect((['client', 'provider', 'agent'] as const).map((role) => heldPlace(role, place))).toEqual([place, place, place]);
  });
});

describe('people of a conversation', () => {
  it('R42: a gate is open until its end, and not at it', () => {
    expect(isOpen({ gate: 'open', openUntil: null, now })).toBe(true);
    expect(isOpen({ gate: 'open', openUntil: new Date(now.getTime() + 1), now })).toBe(true);
    expect(isOpen({ gate: 'open', openUntil: now, now })).toBe(false);
    expect(isOpen({ gate: 'read_only', openUntil: later, now })).toBe(false);
  });

  it('R48 R49: what people become, whom a provider adds, who leaves, where support joins', () => {
    expect((['client', 'provider', 'agent', 'admin', 'bot', 'system'] as const).map(addedParticipantRole)).toEqual(['client', 'team_member', 'agent', 'admin', 'bot', null]);
    expect((['client', 'provider', 'agent', 'admin', 'bot', 'system'] as const).map(mayProviderAdd)).toEqual([false, true, false, false, true, false]);
    expect((['client', 'provider', 'team_member', 'agent'] as const).map((role) => mayLeave('booking', role))).toEqual([false, false, true, true]);
    expect(mayLeave('direct', 'client')).toBe(true);
    expect(mayJoin('agent', 'booking', ['client', 'provider'])).toBe(true);
    expect(mayJoin('agent', 'booking', ['client', 'agent'])).toBe(false);
    expect(mayJoin('agent', 'booking', ['client'])).toBe(true);
    expect(mayJoin('agent', 'booking', ['client', 'bot'])).toBe(true);
    expect(mayJoin('agent', 'booking', ['bot'])).toBe(false);
    expect(mayJoin('agent', 'support', ['client', 'agent'])).toBe(true);
    expect(mayJoin('provider', 'support', ['client'])).toBe(false);
    expect(mayJoin('admin', 'booking', ['agent'])).toBe(true);
    expect(mayJoin('client', 'booking', ['client', 'provider'])).toBe(false);
  });
});
