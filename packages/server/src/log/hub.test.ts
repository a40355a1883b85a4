import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, audiencesOf } from '../kernel/audience.js';
import type { LogEvent } from './event.js';
import { gateMoved, hubOver, MemoryLog, messageSent, placeChanged, settle, TestReader } from './hub.fixture.js';

function logOf(count: number): MemoryLog {
  const log = new MemoryLog();
  for (let seq = 1; seq <= count; seq += 1) log.append(messageSent(seq));
  return log;
}

describe('conversation hub', () => {
  it('P2: puts early events in order and drops repeated ones, without reading the log for what came', async () => {
    const log = logOf(2);
    const { hub, counters } = hubOver(log);
    hub.begin(log.head());
    const reader = new TestReader(hub, { userId: 'ben', role: 'provider' }).start(2);
    log.append(messageSent(3));
    for (const seq of [3, 3, 2, 1]) hub.receive(messageSent(seq));
    await settle();
    expect(reader.chain).toEqual([[3, 2]]);
    expect(counters).toMatchObject({ eventsLive: 1, eventsDropped: 3, holes: 0 });
    expect(log.reads).toBe(0);
  });

  it('P6: a hole is read from the log, once for all feeds', async () => {
    const log = logOf(2);
    const { hub, counters } = hubOver(log);
    hub.begin(log.head());
    const readers = Array.from({ length: 50 }, (_, index) => new TestReader(hub, { userId: `u${index}`, role: 'client' }).start(2));
    log.append(messageSent(3), messageSent(4), messageSent(5));
    hub.receive(messageSent(5));
    await settle();
    for (const reader of readers) expect(reader.chain).toEqual([[3, 2], [4, 3], [5, 4]]);
    expect(log.reads).toBe(1);
    expect(counters.eventsFromLog).toBe(3);
  });

  it('P6: a silent tail is found by the next sweep', async () => {
    const log = logOf(1);
    const { hub } = hubOver(log);
    hub.begin(log.head());
    const reader = new TestReader(hub, { userId: 'ben', role: 'provider' }).start(1);
    log.append(messageSent(2));
    await hub.notice(1);
    expect(reader.chain).toEqual([]);
    await hub.notice(2);
    await settle();
    expect(reader.chain).toEqual([[2, 1]]);
  });

  it('P6: while the log cannot be read the hub waits, and goes on with the next event', async () => {
    const log = logOf(1);
    const { hub, counters } = hubOver(log);
    hub.begin(log.head());
    const reader = new TestReader(hub, { userId: 'ben', role: 'provider' }).start(1);
    log.append(messageSent(2), messageSent(3), messageSent(4));
    log.isDown = true;
    hub.receive(messageSent(3));
    await settle();
    expect(counters.surprises).toBe(1);
    expect(reader.chain).toEqual([]);
    log.isDown = false;
    hub.receive(messageSent(4));
    await settle();
    expect(reader.chain).toEqual([[2, 1], [3, 2], [4, 3]]);
  });

  it('P2: what came before the head of the log was known is sorted out then', async () => {
    const log = logOf(3);
    const { hub } = hubOver(log);
    hub.receive(messageSent(3));
    log.append(messageSent(4));
    hub.receive(messageSent(5));
    const head = log.head();
    log.append(messageSent(5));
    const reader = new TestReader(hub, { userId: 'ben', role: 'provider' });
    hub.begin(head);
    reader.start(4);
    await settle();
    expect(reader.chain).toEqual([[5, 4]]);
  });

  it('P7: a reader that does not read ends alone, with RESYNC_REQUIRED; the others get everything', async () => {
    const log = logOf(0);
    const { hub } = hubOver(log);
    hub.begin(log.head());
    const stalled = new TestReader(hub, { userId: 'slow', role: 'client' });
    stalled.subscriber.start([], 0);
    const others = Array.from({ length: 20 }, (_, index) => new TestReader(hub, { userId: `u${index}`, role: 'client' }).start(0));
    for (let seq = 1; seq <= 3_000; seq += 1) {
      hub.receive(messageSent(seq));
      if (seq % 100 === 0) await settle();
    }
    await settle();
    for (const reader of others) expect(reader.chain).toHaveLength(3_000);
    expect(stalled.subscriber.queue.waiting).toBe(0);
    await expect(stalled.subscriber.queue.next()).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
    await expect(stalled.subscriber.queue.next()).resolves.toEqual({ value: undefined, done: true });
    expect([...hub.subscribers()]).not.toContain(stalled.subscriber);
  });

  it('P8: one item serves all feeds of an audience, and internal notes make legitimate gaps in the chains of the others', async () => {
    const log = logOf(0);
    const { hub } = hubOver(log);
    hub.begin(log.head());
    const client = new TestReader(hub, { userId: 'ada', role: 'client' }).start(0);
    const twin = new TestReader(hub, { userId: 'eve', role: 'client' }).start(0);
    const provider = new TestReader(hub, { userId: 'ben', role: 'provider' }).start(0);
    const staff = new TestReader(hub, { userId: 'sam', role: 'agent' }).start(0);
    for (const event of [messageSent(1), messageSent(2, 'staff'), messageSent(3, 'provider'), messageSent(4, 'client'), messageSent(5)]) hub.receive(event);
    await settle();
    expect(client.chain).toEqual([[1, 0], [4, 1], [5, 4]]);
    expect(provider.chain).toEqual([[1, 0], [3, 1], [5, 3]]);
    expect(staff.chain).toEqual([[1, 0], [2, 1], [3, 2], [4, 3], [5, 4]]);
    client.items.forEach((item, index) => expect(twin.items[index]).toBe(item));
    hub.sendHeads((seq) => ({ type: 'FeedHead', seq, at: '2026-01-05T09:00:15.000Z' }));
    await settle();
    expect(client.items.at(-1)).toEqual({ type: 'FeedHead', seq: 5, at: '2026-01-05T09:00:15.000Z' });
    expect(twin.items.at(-1)).toBe(client.items.at(-1));
  });

  it('P8: who leaves gets nothing from then on, not even the event of it, nor what was still waiting', async () => {
    const log = logOf(0);
    const { hub } = hubOver(log);
    hub.begin(log.head());
    const gone = new TestReader(hub, { userId: 'ada', role: 'client' });
    gone.subscriber.start([], 0);
    const stays = new TestReader(hub, { userId: 'ben', role: 'provider' }).start(0);
    hub.receive(messageSent(1));
    hub.receive(placeChanged('ParticipantLeft', 2, { userId: 'ada', role: 'client' }));
    hub.receive(messageSent(3));
    await settle();
    await expect(gone.subscriber.queue.next()).rejects.toMatchObject({ code: 'ACCESS_REVOKED' });
    expect(stays.chain).toEqual([[1, 0], [2, 1], [3, 2]]);
  });

  it('P8: who left and is back before the feed began is not ended by the late event of leaving', async () => {
    const log = logOf(0);
    const { hub } = hubOver(log);
    hub.begin(log.head());
    const left = placeChanged('ParticipantLeft', 1, { userId: 'ada', role: 'client' });
    const joined = placeChanged('ParticipantJoined', 2, { userId: 'ada', role: 'client' });
    const early = new TestReader(hub, { userId: 'ada', role: 'client' });
    hub.receive(left);
    early.start(2);
    const late = new TestReader(hub, { userId: 'ada', role: 'client' }).start(2);
    hub.receive(joined);
    hub.receive(messageSent(3));
    await settle();
    expect(early.chain).toEqual([[3, 2]]);
    expect(late.chain).toEqual([[3, 2]]);
    const unaware = new TestReader(hub, { userId: 'ada', role: 'client' });
    hub.receive(placeChanged('ParticipantLeft', 4, { userId: 'ada', role: 'client' }));
    unaware.start(3);
    await expect(unaware.ended).resolves.toMatchObject({ code: 'ACCESS_REVOKED' });
  });

  it('P8: a gate that hides the conversation ends all feeds but those of staff', async () => {
    const log = logOf(0);
    const { hub } = hubOver(log);
    hub.begin(log.head());
    const client = new TestReader(hub, { userId: 'ada', role: 'client' }).start(0);
    const agent = new TestReader(hub, { userId: 'sam', role: 'agent' }).start(0);
    const admin = new TestReader(hub, { userId: 'root', role: null }).start(0);
    hub.receive(gateMoved(1, 'hidden'));
    await expect(client.ended).resolves.toMatchObject({ code: 'ACCESS_REVOKED' });
    await settle();
    expect(client.chain).toEqual([]);
    expect(agent.chain).toEqual([[1, 0]]);
    expect(admin.chain).toEqual([[1, 0]]);
  });

  it('P2 P4 P6: over a bus that drops, repeats and reorders, every feed gets exactly what its audience may see, once and in order', async () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('write' as const), audience: fc.constantFrom(...AUDIENCES), fate: fc.constantFrom('now', 'now', 'twice', 'late', 'lost') }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), role: fc.constantFrom('client', 'provider', 'agent') }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const), pick: fc.nat(20) }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'turn' as const }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(4), fc.array(step, { maxLength: 60 }), async (before, steps) => {
        const log = logOf(before);
        const { hub, counters } = hubOver(log);
        hub.begin(log.head());
        const late: LogEvent[] = [];
        const feeds: Array<{ reader: TestReader; role: 'client' | 'provider' | 'agent'; from: number }> = [];
        for (const one of steps) {
          if (one.kind === 'write') {
            const event = messageSent(log.lastSeq + 1, one.audience);
            log.append(event);
            if (one.fate === 'late') late.push(event);
            else if (one.fate !== 'lost') for (let n = one.fate === 'twice' ? 2 : 1; n > 0; n -= 1) hub.receive(event);
          } else if (one.kind === 'open') {
            const reader = new TestReader(hub, { userId: `u${feeds.length}`, role: one.role });
            // The hub may be behind what the reader took from the log.
            const position = log.lastSeq;
            reader.start(position);
            feeds.push({ reader, role: one.role, from: position });
          } else if (one.kind === 'late') {
            const [event] = late.splice(one.pick % Math.max(1, late.length), 1);
            if (event) hub.receive(event);
          } else {
            await settle();
          }
        }
        await hub.notice(log.lastSeq);
        await settle();
        expect(counters.surprises).toBe(0);
        for (const { reader, role, from } of feeds) {
          const expected = log.expected(audiencesOf(role), from);
          expect(reader.chain).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});
