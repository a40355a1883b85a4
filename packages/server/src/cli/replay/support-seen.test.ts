import { describe, expect, it } from 'vitest';
import { HandOvers, look, nothingSeen, type Seen, type Shown } from './support-seen.js';

const AT = '2026-01-01T00:00:00.000Z';
const state = (rest: Partial<Shown> = {}): Shown => ({ queuePosition: null, supportCase: { status: 'QUEUED', assignedAt: null }, messages: [], ...rest });
const resolved: Shown['supportCase'] = { status: 'RESOLVED', assignedAt: AT };
const answer: Shown['messages'] = [{ sender: { role: 'CLIENT' } }, { sender: { role: 'AGENT' } }];

/** Looks at one after the other, as one customer. */
const after = (states: readonly Shown[], rest: Partial<Seen> = {}) => {
  const seen = { ...nothingSeen(), ...rest };
  const handOvers = new HandOvers();
  return { stands: states.map((each) => look(each, seen, { queue: 'help', handOvers })), seen, handOvers };
};

describe('what a customer of a replay of support sees', () => {
  it('P1: a case that a feed shows as settled before its messages is not over until the answer is there', () => {
    const { stands } = after([state(), state({ supportCase: resolved }), state({ supportCase: resolved, messages: answer })]);
    expect(stands).toEqual(['waiting', 'settled', 'over']);
  });

  it('P1: who is settled without an answer stays so', () => {
    const { stands, seen } = after([state({ supportCase: resolved }), state({ supportCase: { status: 'CLOSED', assignedAt: null }, messages: [{ sender: { role: 'BOT' } }] })]);
    expect(stands).toEqual(['settled', 'settled']);
    expect(seen.hasAnswer).toBe(false);
  });

  it('a case that comes back into the line is waited for again', () => {
    expect(after([state({ supportCase: resolved }), state()]).stands).toEqual(['settled', 'waiting']);
  });

  it('the end that a right answer of the bot brings is one', () => {
    const closed = state({ supportCase: { status: 'CLOSED', assignedAt: null } });
    expect(after([closed], { isBotRight: true }).stands).toEqual(['over']);
    expect(after([closed]).stands).toEqual(['settled']);
  });

  it('R105: keeps the first place and the first estimate, and counts a hand-over once', () => {
    const place = (position: number | null, estimatedWaitSeconds: number | null): Partial<Shown> => ({ queuePosition: { position, estimatedWaitSeconds, at: AT } });
    const taken = state({ supportCase: { status: 'OPEN', assignedAt: AT } });
    const { seen, handOvers } = after([state(place(4, null)), state(place(3, 20)), taken, taken, state(place(1, 5))]);
    expect(seen).toMatchObject({ shown: { position: 4, handedOver: 0 }, estimate: { seconds: 20 }, assignedAt: Date.parse(AT), handedOver: 1 });
    expect(handOvers.of('help')).toBe(1);
  });
});
