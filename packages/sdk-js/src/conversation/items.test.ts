import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import type { OutboxEntry } from '../outbox/queue.js';
import { message, person, receipt } from './fixtures.js';
import { ItemBuilder, type ItemSources } from './items.js';

const viewer = person('usr_a');
const entry = (clientId: string, rest: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientId,
  conversationId: 'cnv_1',
  text: clientId,
  parentId: null,
  metadata: null,
  audience: null,
  createdAt: 0,
  state: 'queued',
  error: null,
  message: null,
  ...rest,
});
function setUp() {
  const done: string[] = [];
  const builder = new ItemBuilder({ retry: (id) => done.push(`retry ${id}`), discard: (id) => done.push(`discard ${id}`) });
  const build = (sources: Partial<ItemSources>) => builder.build({ messages: [], lane: [], viewer, receipts: [], ...sources });
  return { build, done };
}

describe('items', () => {
  it('R71 R72: an own message is sent, delivered and read as the others get on; others’ messages stay as they are', () => {
    const { build } = setUp();
    const messages = [message(1), message(2, { sender: person('usr_b') }), message(3)];
    const statuses = (deliveredSeq: number, readSeq: number) =>
      build({ messages, receipts: [receipt('usr_a', { deliveredSeq: 9, readSeq: 9 }), receipt('usr_b', { deliveredSeq, readSeq })] }).map((item) => item.status);
    expect(statuses(0, 0)).toEqual(['sent', 'sent', 'sent']);
    expect(statuses(3, 0)).toEqual(['delivered', 'sent', 'delivered']);
    expect(statuses(3, 1)).toEqual(['read', 'sent', 'delivered']);
    expect(statuses(3, 3)).toEqual(['read', 'sent', 'read']);
  });

  it('keeps the objects of what did not change, and the key and functions from sending to read', () => {
    const { build, done } = setUp();
    const [first, sending] = build({ messages: [message(1)], lane: [entry('x')] });
    expect(sending).toMatchObject({ key: 'x', id: null, seq: null, status: 'sending', isOwn: true });
    const acknowledged = message(2, { clientId: 'x' });
    const [same, sent] = build({ messages: [message(1)].map((each) => (each.seq === 1 ? each : each)), lane: [entry('x', { state: 'acknowledged', message: acknowledged })] });
    expect(same).not.toBe(first);
    expect(sent).toMatchObject({ key: 'x', id: 'msg_2', status: 'sent' });
    expect(sent?.retry).toBe(sending?.retry);
    const messages = [message(1), acknowledged];
    const before = build({ messages });
    const after = build({ messages });
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[1]?.key).toBe('x');
    sending?.retry();
    expect(done).toEqual(['retry x']);
  });

  it('shows a message once though the feed and the outbox both have it', () => {
    const { build } = setUp();
    const both = message(2, { clientId: 'x' });
    expect(build({ messages: [both], lane: [entry('x', { state: 'acknowledged', message: both })] })).toHaveLength(1);
  });

  it('somebody else who took the same client id does not hide an own message', () => {
    const { build } = setUp();
    const items = build({ messages: [message(2, { clientId: 'x', sender: person('usr_b') })], lane: [entry('x')] });
    expect(items.map((item) => item.isOwn)).toEqual([false, true]);
    expect(new Set(items.map((item) => item.key)).size).toBe(2);
  });

  it('a failed message says why', () => {
    const { build } = setUp();
    const error = new ChatError('MESSAGE_TOO_LONG', 'unable to send message; it is too long');
    expect(build({ lane: [entry('x', { state: 'failed', error })] })).toMatchObject([{ status: 'failed', error }]);
  });
});
