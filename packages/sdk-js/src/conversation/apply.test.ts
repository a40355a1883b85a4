import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationFeedItem, Message, Receipt } from '../generated/types.js';
import { applyConversationItem, standingOf } from './apply.js';
import { emptyConversation, type ConversationFeedState } from './feed-state.js';
import { conversation, joined, message, participant, receipt, snapshot, AT } from './fixtures.js';

const apply = (state: ConversationFeedState, ...items: ConversationFeedItem[]) => items.reduce(applyConversationItem, state);
const start = apply(emptyConversation(), snapshot({ seq: 5, messages: [message(3), message(5)] }));
const sent = (seq: number, rest: Partial<Message> = {}, prevSeq = seq - 1): ConversationFeedItem => ({ __typename: 'MessageSent', seq, prevSeq, at: AT, message: message(seq, rest) });

describe('events', () => {
  it('P5: the first snapshot is the state, and says whether there is more', () => {
    expect(start).toMatchObject({ epoch: 'e1', seq: 5, hasMore: false });
    expect(start.messages.map((each) => each.seq)).toEqual([3, 5]);
  });

  it('R92: a message is appended, moves its sender’s marks and the preview, and ends their typing', () => {
    const typing = apply(start, { __typename: 'TypingStarted', user: message(1).sender, expiresAt: AT });
    const state = apply(typing, sent(6, { text: 'x'.repeat(200) }));
    expect(state.messages.map((each) => each.seq)).toEqual([3, 5, 6]);
    expect(state.receipts.find((each) => each.userId === 'usr_a')).toMatchObject({ deliveredSeq: 6, readSeq: 6, readAt: AT });
    expect(state.receipts.find((each) => each.userId === 'usr_b')).toMatchObject({ readSeq: 0 });
    expect(state.conversation).toMatchObject({ lastSeq: 6, lastActivityAt: AT, lastMessage: { seq: 6, text: 'x'.repeat(120) } });
    expect(state.typing).toEqual([]);
  });

  it('R73: an edit and a deletion change the message, and the preview of the newest', () => {
    const edited = apply(start, { __typename: 'MessageEdited', seq: 6, prevSeq: 5, at: AT, message: message(5, { text: 'better', editCount: 1 }) });
    expect(edited.messages.at(-1)).toMatchObject({ text: 'better', editCount: 1 });
    const after = apply(apply(start, sent(6)), { __typename: 'MessageDeleted', seq: 7, prevSeq: 6, at: AT, message: message(6, { text: '', isDeleted: true }) });
    expect(after.messages.at(-1)).toMatchObject({ isDeleted: true });
    expect(after.conversation?.lastMessage).toMatchObject({ seq: 6, text: '' });
  });

  it('R75: reactions are grouped by emoji, once per user, and an empty group goes', () => {
    const react = (seq: number, userId: string, kind: 'ReactionAdded' | 'ReactionRemoved' = 'ReactionAdded', emoji = '👍'): ConversationFeedItem => ({
      __typename: kind,
      seq,
      prevSeq: seq - 1,
      at: AT,
      messageId: 'msg_5',
      emoji,
      userId,
    });
    const both = apply(start, react(6, 'usr_a'), react(7, 'usr_b'), react(8, 'usr_b', 'ReactionAdded', '🎉'));
    expect(both.messages.at(-1)?.reactions).toEqual([
      { emoji: '👍', userIds: ['usr_a', 'usr_b'] },
      { emoji: '🎉', userIds: ['usr_b'] },
    ]);
    const none = apply(both, react(9, 'usr_a', 'ReactionRemoved'), react(10, 'usr_b', 'ReactionRemoved'));
    expect(none.messages.at(-1)?.reactions).toEqual([{ emoji: '🎉', userIds: ['usr_b'] }]);
    expect(apply(start, react(6, 'usr_a'), react(7, 'usr_a')).messages.at(-1)?.reactions).toEqual([{ emoji: '👍', userIds: ['usr_a'] }]);
  });

  it('R74: replies are counted once, also when a replay brings messages as they are now', () => {
    const live = apply(start, sent(6, { parentId: 'msg_5' }), sent(7, { parentId: 'msg_5' }));
    expect(live.messages.find((each) => each.id === 'msg_5')?.replyCount).toBe(2);
    const replayed = apply(start, sent(6, { replyCount: 2 }), sent(7, { parentId: 'msg_6' }), sent(8, { parentId: 'msg_6' }), sent(9, { parentId: 'msg_6' }));
    expect(replayed.messages.find((each) => each.id === 'msg_6')?.replyCount).toBe(3);
    const edited = apply(
      apply(start, sent(6, { parentId: 'msg_5' })),
      { __typename: 'MessageEdited', seq: 7, prevSeq: 6, at: AT, message: message(5, { text: 'now', replyCount: 2 }) },
      sent(8, { parentId: 'msg_5' }),
      sent(9, { parentId: 'msg_5' }),
    );
    expect(edited.messages.find((each) => each.id === 'msg_5')?.replyCount).toBe(3);
  });

  it('R74 P8: a reply of a narrower audience than its message is not counted', () => {
    const noted = apply(start, sent(6, { parentId: 'msg_5', audience: 'STAFF' }), sent(7, { parentId: 'msg_5' }));
    expect(noted.messages.find((each) => each.id === 'msg_5')?.replyCount).toBe(1);
    const note = apply(start, sent(6, { audience: 'STAFF' }), sent(7, { parentId: 'msg_6', audience: 'STAFF' }));
    expect(note.messages.find((each) => each.id === 'msg_6')?.replyCount).toBe(1);
  });

  it('R93: marks of a replay never go back', () => {
    const ahead: Receipt = receipt('usr_a', { deliveredSeq: 9, readSeq: 9, readAt: 'later' });
    const state = apply(start, { __typename: 'ReceiptAdvanced', seq: 6, prevSeq: 5, at: AT, receipt: ahead }, sent(7));
    expect(state.receipts.find((each) => each.userId === 'usr_a')).toEqual(ahead);
  });

  it('R83: people come with a receipt and go with everything of theirs', () => {
    const came = apply(start, joined(6, 'usr_c'));
    expect(came.conversation?.participants.map((each) => each.user.id)).toEqual(['usr_a', 'usr_b', 'usr_c']);
    expect(came.receipts.map((each) => each.userId)).toContain('usr_c');
    const gone = apply(came, { __typename: 'ParticipantLeft', seq: 7, prevSeq: 6, at: AT, participant: participant('usr_c') });
    expect(gone.conversation?.participants.map((each) => each.user.id)).toEqual(['usr_a', 'usr_b']);
    expect(gone.receipts.map((each) => each.userId)).not.toContain('usr_c');
  });

  it('an update without a preview keeps the one that is known', () => {
    const state = apply(start, sent(6), { __typename: 'ConversationUpdated', seq: 7, prevSeq: 6, at: AT, conversation: { ...conversation(7), title: 'new', lastMessage: null } });
    expect(state.conversation).toMatchObject({ title: 'new', lastMessage: { seq: 6 } });
  });

  it('R90 R91: what passes changes no position', () => {
    const user = message(1).sender;
    const state = apply(start, { __typename: 'TypingStarted', user, expiresAt: AT }, { __typename: 'PresenceChanged', presence: { userId: 'usr_b', status: 'ONLINE', lastSeenAt: null } });
    expect(state).toMatchObject({ seq: 5, typing: [{ user }], presences: [{ userId: 'usr_b', status: 'ONLINE' }] });
    expect(apply(state, { __typename: 'TypingStopped', userId: user.id }).typing).toEqual([]);
  });
});

describe('the chain', () => {
  it('P4: knows a repeat, a hole and a silent tail', () => {
    expect(standingOf(start, sent(5))).toBe('repeat');
    expect(standingOf(start, sent(6))).toBe('apply');
    expect(standingOf(start, sent(9, {}, 5))).toBe('apply');
    // A snapshot may stand past the last event of this audience.
    expect(standingOf(start, sent(9, {}, 3))).toBe('apply');
    expect(standingOf(start, sent(9, {}, 8))).toBe('hole');
    expect(standingOf(start, { __typename: 'FeedHead', seq: 5, at: AT })).toBe('apply');
    expect(standingOf(start, { __typename: 'FeedHead', seq: 6, at: AT })).toBe('hole');
  });

  it('P4: events that come again, in any number, change nothing', () => {
    const items: ConversationFeedItem[] = [sent(6), sent(7, { parentId: 'msg_6' }), joined(8, 'usr_c'), sent(9)];
    const once = apply(start, ...items);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: items.length - 1 }), { maxLength: 20 }), (repeats) => {
        let state = start;
        for (const item of items) {
          state = apply(state, item);
          for (const index of repeats) if (standingOf(state, items[index] ?? item) === 'repeat') state = apply(state, items[index] ?? item);
        }
        expect(state).toEqual(once);
      }),
    );
  });

  it('parts that an event does not touch keep their identity', () => {
    const state = apply(start, sent(6));
    expect(state.presences).toBe(start.presences);
    expect(state.messages[0]).toBe(start.messages[0]);
    expect(state.conversation?.participants).toBe(start.conversation?.participants);
  });
});
