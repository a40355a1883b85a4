import { describe, expect, it } from 'vitest';
import { judge, type Evidence } from './checker.js';
import { Follower } from './follower.js';
import { History } from './history.js';
import { randomOf } from './random.js';
import { CURRENT_SDK } from './sdk.js';
import type { Truth } from './truth.js';
import type { Person } from './world.js';
import { Actor } from '@parley/server/testing';

const ID = 'cnv_1';
const person: Person = { name: 'clara', id: 'usr_clara', place: 'client', token: '', sdk: CURRENT_SDK, actor: new Actor('http://127.0.0.1:1/graphql', null) };
const message = (seq: number, audience = 'all') => ({ id: `msg_${seq}`, seq, senderId: person.id, clientId: `c${seq}`, text: `text ${seq}`, isDeleted: false, audience });
const event = (seq: number, audience = 'all') => ({ seq, type: 'MessageSent', audience, actorId: person.id, messageId: `msg_${seq}`, userId: person.id });
const left = (seq: number) => ({ seq, type: 'ParticipantLeft', audience: 'all', actorId: null, messageId: null, userId: person.id });

const truthOf = (change: Partial<Truth> = {}): Truth => ({
  conversationId: ID,
  lastSeq: 3,
  events: [event(1), event(2), event(3)],
  messages: [message(1), message(2), message(3)],
  versions: [],
  ...change,
});

/** A follower who began at 0 and saw these. */
function saw(...seqs: readonly number[]): Follower {
  const follower = new Follower({ person, conversationId: ID, url: () => '', history: new History(), random: randomOf('test') });
  const snapshot = { kind: 'ConversationSnapshot', reason: 'FIRST', epoch: 'e', seq: 0, after: null, messages: [] } as const;
  const sightings = seqs.map((seq) => ({ type: 'MessageSent', seq, prevSeq: seq - 1, messageId: `msg_${seq}`, at: seq }));
  follower.openings.push(snapshot);
  follower.chapters.push({ snapshot, sightings });
  return follower;
}

const promisesOf = (evidence: Partial<Evidence>): string[] => [
  ...new Set(judge({ history: new History(), truths: [truthOf()], followers: [], writers: [], lists: [], ...evidence }).map(({ promise }) => promise)),
];

function acknowledged(seq: number, messageId: string): History {
  const history = new History();
  history.begin({ kind: 'send', by: 'clara', conversationId: ID, key: 'text 1', clientId: 'c1' }).done({ seq, messageId, clientId: 'c1' });
  return history;
}

describe('the judge of a run', () => {
  it('finds nothing where all is well', () => {
    expect(promisesOf({ followers: [saw(1, 2, 3)], history: acknowledged(1, 'msg_1') })).toEqual([]);
  });

  it('P1: an acknowledgement without its message, or with another place, and a sighting that the log does not have', () => {
    expect(promisesOf({ history: acknowledged(4, 'msg_4') })).toEqual(['P1']);
    expect(promisesOf({ history: acknowledged(2, 'msg_1') })).toEqual(['P1']);
    expect(promisesOf({ followers: [saw(1, 2, 3, 4)] })).toContain('P1');
  });

  it('P2: a hole in the log, and a reader who missed, swapped or repeated something', () => {
    expect(promisesOf({ truths: [truthOf({ events: [event(1), event(3)], messages: [message(1), message(3)] })] })).toEqual(['P2']);
    for (const seqs of [[1, 3], [1, 3, 2], [1, 2, 2, 3]]) expect(promisesOf({ followers: [saw(...seqs)] })).toContain('P2');
  });

  it('P3: two messages of one client id, two answers to it, and one thing said twice', () => {
    expect(promisesOf({ truths: [truthOf({ messages: [message(1), message(2), { ...message(3), clientId: 'c1' }] })] })).toEqual(['P3']);
    const history = acknowledged(1, 'msg_1');
    history.begin({ kind: 'send', by: 'clara', conversationId: ID, key: 'text 1', clientId: 'c1' }).done({ seq: 2, messageId: 'msg_2', clientId: 'c1' });
    expect(promisesOf({ history })).toEqual(['P3']);
    expect(promisesOf({ history: acknowledged(1, 'msg_1'), truths: [truthOf({ messages: [message(1), message(2), { ...message(3), text: 'text 1' }] })] })).toEqual(['P3']);
  });

  it('P4 P5: a feed that began anew without a reason, what the follower noticed, and a snapshot that lacks a message', () => {
    const anew = saw(1, 2, 3);
    anew.openings.push({ kind: 'ConversationSnapshot', reason: 'AHEAD_OF_LOG', epoch: 'e', seq: 3, after: null, messages: [] });
    expect(promisesOf({ followers: [anew] })).toEqual(['P4']);
    const offended = saw(1, 2, 3);
    offended.offences.push('a feed began with FeedHead');
    expect(promisesOf({ followers: [offended] })).toEqual(['P4']);
    const poor = saw();
    const snapshot = { kind: 'ConversationSnapshot', reason: 'FIRST', epoch: 'e', seq: 2, after: null, messages: [{ id: 'msg_1', seq: 1 }] } as const;
    poor.chapters.splice(0, 1, { snapshot, sightings: [] });
    expect(promisesOf({ followers: [poor] })).toEqual(['P5']);
  });

  it('P8: what was for others, and what came after somebody was taken out', () => {
    expect(promisesOf({ truths: [truthOf({ events: [event(1), event(2, 'staff'), event(3)], messages: [message(1), message(2, 'staff'), message(3)] })], followers: [saw(1, 2, 3)] })).toContain('P8');
    const truths = [truthOf({ events: [event(1), left(2), event(3)], messages: [message(1), message(3)] })];
    expect(promisesOf({ truths, followers: [saw(1)] })).toEqual([]);
    expect(promisesOf({ truths, followers: [saw(1, 3)] })).toContain('P8');
  });
});
