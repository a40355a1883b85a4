import { describe, expect, it } from 'vitest';
import { AT, conversation } from '../conversation/fixtures.js';
import type { Broadcast, InboxEntry, InboxFeedItem, Notice } from '../generated/types.js';
import { applyInboxItem, emptyInbox } from './apply.js';

const entry = (id: string, lastActivityAt: string, unreadCount = 0): InboxEntry => ({
  conversation: {
    ...conversation(1),
    id,
    lastActivityAt,
    viewer: { role: 'CLIENT', unreadCount, isMuted: false, readSeq: 0, deliveredSeq: 0, canSend: true },
  },
});
const notice = (seq: number): Notice => ({ id: `ntc_${seq}`, seq, kind: 'CONVERSATION_ADDED', conversationId: null, data: {}, createdAt: AT, readAt: null });
const broadcast = (seq: number): Broadcast => ({ id: `bct_${seq}`, seq, title: `t${seq}`, text: 'x', metadata: {}, link: null, publishedAt: AT, expiresAt: AT });
const first: InboxFeedItem = {
  __typename: 'InboxSnapshot',
  epoch: 'e1',
  position: 'p1',
  reason: 'FIRST',
  entries: [entry('a', '2026-01-03'), entry('b', '2026-01-02')],
  hasMore: false,
  unread: { messages: 0, conversations: 0 },
  presences: [],
  notices: [notice(1)],
  broadcasts: [broadcast(1)],
  broadcastReadSeq: 0,
};
const start = applyInboxItem(emptyInbox(), first);
const ids = (state: typeof start) => state.entries.map((each) => each.conversation.id);

describe('the inbox', () => {
  it('R82: an entry that changes moves to its place and brings the totals', () => {
    const state = applyInboxItem(start, { __typename: 'InboxEntryChanged', entry: entry('b', '2026-01-04', 2), unread: { messages: 2, conversations: 1 } });
    expect(ids(state)).toEqual(['b', 'a']);
    expect(state.unread).toEqual({ messages: 2, conversations: 1 });
    expect(ids(applyInboxItem(state, { __typename: 'InboxEntryRemoved', conversationId: 'b', unread: { messages: 0, conversations: 0 } }))).toEqual(['a']);
  });

  it('P4: the position moves with heads alone, so that a replay which was cut off comes again', () => {
    const resumed = applyInboxItem(start, { __typename: 'InboxResumed', epoch: 'e1', position: 'p5', unread: { messages: 0, conversations: 0 }, presences: [] });
    expect(resumed.position).toBe('p1');
    expect(applyInboxItem(resumed, { __typename: 'InboxHead', position: 'p5', at: AT }).position).toBe('p5');
  });

  it('notices come newest first, once', () => {
    const state = [notice(2), notice(3), notice(2)].reduce((now, each) => applyInboxItem(now, { __typename: 'NoticePosted', notice: each }), start);
    expect(state.notices.map((each) => each.seq)).toEqual([3, 2, 1]);
  });

  it('R60: broadcasts come newest first, once; one that was taken back goes, and the read mark only rises', () => {
    const shown = (state: typeof start) => state.broadcasts.map((each) => each.seq);
    const posted = [3, 2, 3].reduce((now, seq) => applyInboxItem(now, { __typename: 'BroadcastPosted', broadcast: broadcast(seq) }), start);
    expect(shown(posted)).toEqual([3, 2, 1]);
    expect(shown(applyInboxItem(posted, { __typename: 'BroadcastRemoved', broadcastId: 'bct_2' }))).toEqual([3, 1]);
    const read = [3, 2].reduce((now, readSeq) => applyInboxItem(now, { __typename: 'BroadcastsRead', readSeq }), posted);
    expect(read.broadcastReadSeq).toBe(3);
    const listed = applyInboxItem(read, { __typename: 'BroadcastsListed', broadcasts: [broadcast(4)], readSeq: 1 });
    expect([shown(listed), listed.broadcastReadSeq]).toEqual([[4], 3]);
  });
});
