import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import { IDLE, MAX_REFUSALS, TRANSITIONS, transition, type ConnectionEvent, type ConnectionStatus, type Machine } from './machine.js';

const error = new ChatError('NETWORK_ERROR', 'unable to connect; test');
const EVENTS: readonly ConnectionEvent[] = [
  { type: 'connect' },
  { type: 'opened' },
  { type: 'settled' },
  { type: 'dropped', error, waitMs: null },
  { type: 'refused', error, canRefresh: true },
  { type: 'refused', error, canRefresh: false },
  { type: 'rejected', error },
  { type: 'retryDue' },
  { type: 'outlasted' },
  { type: 'online' },
  { type: 'offline' },
  { type: 'renewDue' },
  { type: 'close' },
];
const STATUSES: readonly ConnectionStatus[] = ['idle', 'connecting', 'connected', 'reconnecting', 'suspended', 'failed', 'closed'];
const in_ = (status: ConnectionStatus, rest: Partial<Machine> = {}): Machine => ({ ...IDLE, status, ...rest });
const after = (machine: Machine, ...events: ConnectionEvent[]): Machine => events.reduce((now, event) => transition(now, event).machine, machine);

describe('the table', () => {
  it('has a cell for every state and event', () => {
    const types = new Set(EVENTS.map((event) => event.type));
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...STATUSES].sort());
    for (const status of STATUSES) {
      expect(new Set(Object.keys(TRANSITIONS[status]))).toEqual(types);
      for (const event of EVENTS) expect(STATUSES).toContain(transition(in_(status), event).machine.status);
    }
  });

  it('the closed state is the end', () => {
    for (const event of EVENTS) expect(transition(in_('closed'), event)).toEqual({ machine: in_('closed'), effects: [] });
    for (const status of STATUSES) expect(after(in_(status), { type: 'close' }).status).toBe('closed');
  });
});

describe('the way of a connection', () => {
  it('R94: connects, is lost, waits longer each time, and is back', () => {
    let machine = after(IDLE, { type: 'connect' }, { type: 'opened' }, { type: 'settled' });
    expect(machine.status).toBe('connected');
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const step = transition(machine, { type: 'dropped', error, waitMs: null });
      machine = after(step.machine, { type: 'retryDue' });
      for (const effect of step.effects) if (effect.do === 'wait') waits.push(effect.attempt);
    }
    expect(waits).toEqual([0, 1, 2, 3]);
    expect(machine).toMatchObject({ status: 'reconnecting', error });
    machine = after(machine, { type: 'opened' });
    expect(machine).toMatchObject({ status: 'connected', error: null, attempt: 4 });
    // Only a connection that lasted makes the waits short again: one that comes and goes must not be hammered.
    expect(after(machine, { type: 'settled' }).attempt).toBe(0);
  });

  it('a long outage is suspended, and a network that is back ends the wait', () => {
    const suspended = after(in_('reconnecting', { attempt: 9 }), { type: 'outlasted' });
    expect(suspended.status).toBe('suspended');
    expect(transition(suspended, { type: 'dropped', error, waitMs: null }).effects).toContainEqual({ do: 'wait', attempt: 9, slow: true, waitMs: null });
    expect(transition(suspended, { type: 'online' }).effects).toEqual([{ do: 'open', fresh: false }]);
    expect(after(suspended, { type: 'opened' }).status).toBe('connected');
  });

  it('a refused token is replaced at once, then with waits, then given up', () => {
    const refused: ConnectionEvent = { type: 'refused', error, canRefresh: true };
    const first = transition(in_('connected'), refused);
    expect(first.machine.status).toBe('reconnecting');
    expect(first.effects).toContainEqual({ do: 'open', fresh: true });
    const second = transition(first.machine, refused);
    expect(second.effects.some((effect) => effect.do === 'open')).toBe(false);
    expect(transition(second.machine, { type: 'retryDue' }).effects).toEqual([{ do: 'open', fresh: true }]);
    const all = after(in_('connected'), ...Array.from({ length: MAX_REFUSALS + 1 }, () => refused));
    expect(all).toMatchObject({ status: 'failed', error });
    expect(after(in_('connected'), { type: 'refused', error, canRefresh: false }).status).toBe('failed');
    expect(transition(all, { type: 'connect' })).toMatchObject({ machine: { status: 'connecting' }, effects: [{ do: 'open', fresh: true }] });
  });

  it('a token that ends soon is replaced without losing the connection', () => {
    expect(transition(in_('connected'), { type: 'renewDue' })).toEqual({ machine: in_('connected'), effects: [{ do: 'renew' }] });
    expect(transition(in_('connected'), { type: 'opened' }).machine.status).toBe('connected');
  });
});

describe('whatever happens', () => {
  const events = fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 });

  it('a machine that is not open either waits, tries, or has given up', () => {
    fc.assert(
      fc.property(events, (list) => {
        let machine = IDLE;
        let isTrying = false;
        let isWaiting = false;
        for (const event of list) {
          // Answers come only from attempts, and the end of a wait only from a wait.
          if ((event.type === 'opened' || event.type === 'dropped' || event.type === 'refused' || event.type === 'rejected') && !isTrying) continue;
          if (event.type === 'retryDue' && !isWaiting) continue;
          if (event.type === 'retryDue') isWaiting = false;
          const step = transition(machine, event);
          machine = step.machine;
          for (const effect of step.effects) {
            if (effect.do === 'open') [isTrying, isWaiting] = [true, false];
            if (effect.do === 'drop') isTrying = false;
            if (effect.do === 'rest') isWaiting = false;
            if (effect.do === 'wait') isWaiting = true;
          }
          if (machine.status === 'connected') expect(isTrying).toBe(true);
          if (machine.status === 'connecting' || machine.status === 'reconnecting' || machine.status === 'suspended') expect(isTrying || isWaiting).toBe(true);
          if (machine.status === 'failed' || machine.status === 'closed' || machine.status === 'idle') expect(isTrying || isWaiting).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
