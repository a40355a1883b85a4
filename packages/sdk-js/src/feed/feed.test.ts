import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import type { Link, TransportKind } from '../connection/connection.js';
import type { OperationDocument } from '../operation.js';
import { createStore } from '../store.js';
import { createTestClock } from '../test-clock.js';
import { DEFAULT_TIMING } from '../timing.js';
import type { Executor } from '../transport/execute.js';
import { Feed, type FeedReader } from './feed.js';

const document: OperationDocument<{ item: number }, { after: number }> = { kind: 'subscription', field: 'feed', hash: '', text: '' };
const pages: OperationDocument<{ items: number[] }, { after: number }> = { kind: 'query', field: 'pages', hash: '', text: '' };

/** A feed over numbers that follow each other, on a link that a test breaks as it likes. */
function setUp() {
  const clock = createTestClock();
  const link = createStore<Link | null>(null);
  const openings: { after: unknown; next(item: number): void; fail(error: ChatError): void; complete(): void; isStopped: boolean }[] = [];
  const polls: { after: unknown; answer(items: number[]): void; fail(error: ChatError): void }[] = [];
  const told: string[] = [];
  let generation = 0;
  // The generics of an executor say that any document may come; here only two do.
  const executor: Executor = {
    run: (_document, variables) =>
      new Promise((resolve, reject) => {
        polls.push({ after: variables, answer: (items) => void resolve(JSON.parse(JSON.stringify({ items }))), fail: reject });
      }),
    stream: (_document, variables, sink) => {
      const opening = {
        after: variables,
        next: (item: number) => sink.next(JSON.parse(JSON.stringify({ item }))),
        fail: (error: ChatError) => sink.error(error),
        complete: () => sink.complete(),
        isStopped: false,
      };
      openings.push(opening);
      return () => (opening.isStopped = true);
    },
  };
  const received: number[] = [];
  let position = 0;
  const reader: FeedReader<number> = {
    stream: (run) => run(document, { after: position }, (data) => data.item),
    poll: async (run) => ({ items: (await run(pages, { after: position })).items, hasMore: false }),
    opening: () => void told.push('opening'),
    receive: (item) => {
      if (item <= position) return 'ok';
      if (item > position + 1) return 'hole';
      position = item;
      received.push(item);
      return 'ok';
    },
    failed: (error) => void told.push(`failed ${error.code}`),
  };
  const feed = new Feed(
    {
      link,
      clock,
      timing: DEFAULT_TIMING,
      wait: () => () => undefined,
      refused: (error) => void told.push(`refused ${error.code}`),
      fallBack: () => {
        told.push('fallBack');
        connect('polling');
      },
    },
    reader,
  );
  const connect = (transport: TransportKind = 'websocket') => {
    generation += 1;
    link.set({ generation, transport, executor });
  };
  return { clock, link, connect, feed, openings, polls, received, told };
}
const last = <Item>(list: readonly Item[]): Item => {
  const item = list.at(-1);
  if (!item) throw new Error('nothing was opened');
  return item;
};

describe('a feed', () => {
  it('P4: opens on every new link from where it is, and not twice on one', () => {
    const { connect, link, feed, openings, received } = setUp();
    feed.start();
    expect(openings).toHaveLength(0);
    connect();
    expect(last(openings).after).toEqual({ after: 0 });
    last(openings).next(1);
    last(openings).next(2);
    link.set(null);
    expect(last(openings).isStopped).toBe(true);
    connect();
    expect(openings).toHaveLength(2);
    expect(last(openings).after).toEqual({ after: 2 });
    openings[0]?.next(3);
    expect(received).toEqual([1, 2]);
    last(openings).next(3);
    expect(received).toEqual([1, 2, 3]);
  });

  it('P4 P6: a hole opens it again at once from before the hole', async () => {
    const { clock, connect, feed, openings, received } = setUp();
    feed.start();
    connect();
    last(openings).next(1);
    last(openings).next(3);
    expect(openings[0]?.isStopped).toBe(true);
    await clock.advance(1);
    expect(last(openings).after).toEqual({ after: 1 });
    for (const item of [2, 3, 4]) last(openings).next(item);
    expect(received).toEqual([1, 2, 3, 4]);
  });

  it('P6 P7: silence, an end and a full queue open it again; each time later while nothing comes', async () => {
    const { clock, connect, feed, openings } = setUp();
    feed.start();
    connect();
    last(openings).next(1);
    await clock.advance(DEFAULT_TIMING.silenceMs + 1_000);
    expect(openings.length).toBeGreaterThan(1);
    last(openings).complete();
    const before = openings.length;
    await clock.advance(DEFAULT_TIMING.retryMaxMs);
    expect(openings.length).toBeGreaterThan(before);
    last(openings).next(2);
    const count = openings.length;
    last(openings).fail(new ChatError('RESYNC_REQUIRED', 'unable to follow; too slow'));
    await clock.advance(1);
    expect(openings).toHaveLength(count + 1);
    for (let round = 0; round < 20; round += 1) {
      last(openings).fail(new ChatError('RESYNC_REQUIRED', 'unable to follow; too slow'));
      await clock.advance(1);
    }
    expect(openings.length).toBeLessThan(count + 6);
  });

  it('P8: an end for good is one: it is told, and no new link opens the feed again', async () => {
    const { clock, connect, feed, openings, told } = setUp();
    feed.start();
    connect();
    last(openings).fail(new ChatError('ACCESS_REVOKED', 'unable to follow; access ended'));
    expect(told).toContain('failed ACCESS_REVOKED');
    await clock.advance(600_000);
    connect();
    expect(openings).toHaveLength(1);
    feed.start();
    expect(openings).toHaveLength(2);
  });

  it('R96: a stream that brings nothing falls back to polling, which goes on from the same place', async () => {
    const { clock, connect, feed, openings, polls, received, told } = setUp();
    feed.start();
    connect('sse');
    expect(openings).toHaveLength(1);
    await clock.advance(DEFAULT_TIMING.firstItemMs + 1);
    expect(told).toContain('fallBack');
    last(polls).answer([1, 2]);
    await clock.advance(DEFAULT_TIMING.pollIntervalMs + 1);
    expect(received).toEqual([1, 2]);
    expect(last(polls).after).toEqual({ after: 2 });
    last(polls).fail(new ChatError('NETWORK_ERROR', 'unable to poll; lost'));
    await clock.advance(DEFAULT_TIMING.retryMaxMs);
    last(polls).answer([3]);
    await clock.advance(10);
    expect(received).toEqual([1, 2, 3]);
    feed.stop();
    const asked = polls.length;
    await clock.advance(60_000);
    expect(polls).toHaveLength(asked);
    expect(clock.pending).toBe(0);
  });

  it('a token that is not taken any more is reported', () => {
    const { connect, feed, openings, told } = setUp();
    feed.start();
    connect('sse');
    last(openings).fail(new ChatError('TOKEN_EXPIRED', 'unable to follow; the token is over'));
    expect(told).toContain('refused TOKEN_EXPIRED');
  });
});
