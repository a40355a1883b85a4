import { describe, expect, it } from 'vitest';
import { AT } from '../conversation/fixtures.js';
import type { Offer, Queue, QueueState, SupportCase } from '../generated/types.js';
import { cases } from './cases.js';
import { supportCase } from './cases.fixture.js';
import { setUpClient } from './client.fixture.js';
import { offers } from './offers.js';
import { queues } from './queues.js';

const queue = (id: string): Queue => ({
  id,
  key: id,
  name: id,
  department: null,
  schedule: null,
  isDefault: false,
  defaultPriority: 'MEDIUM',
  maxWaiting: null,
  overflowQueueId: null,
  ageingSeconds: 300,
  offerSeconds: 30,
  wrapUpSeconds: 0,
  closeAfterSeconds: null,
  isBotFirst: false,
  isActive: true,
});
const state = (id: string, waiting = 0): QueueState => ({ queue: queue(id), waiting, offered: 0, open: 0, pending: 0, snoozed: 0, oldestQueuedAt: null });
const offer = (id: string, status: Offer['status'] = 'PENDING'): Offer => ({
  id,
  agentId: 'usr_sam',
  status,
  createdAt: AT,
  expiresAt: AT,
  acceptedAt: null,
  wrapUpUntil: null,
  endedAt: null,
  reason: null,
  case: supportCase(),
});
const page = (nodes: readonly SupportCase[], hasNextPage = false) => ({ edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null } });

describe('the board of queues', () => {
  it('R106: begins with everything, and each queue and case changes in its place', () => {
    const { client, feed } = setUpClient();
    const board = queues(client);
    board.subscribe(() => undefined);
    const one = supportCase();
    feed('queueFeed').next({ __typename: 'QueuesSnapshot', queues: [state('a', 1), state('b')], cases: [one] });
    feed('queueFeed').next({ __typename: 'QueueChanged', state: state('b', 1) });
    feed('queueFeed').next({ __typename: 'QueueCaseChanged', case: supportCase({ id: 'case_2' }) });
    feed('queueFeed').next({ __typename: 'QueueCaseChanged', case: supportCase({ status: 'OPEN' }) });
    const shown = () => board.getSnapshot().cases.map(({ id, status }) => `${id} ${status}`);
    expect(board.getSnapshot().queues.map(({ queue: { id }, waiting }) => `${id} ${waiting}`)).toEqual(['a 1', 'b 1']);
    expect(shown()).toEqual(['case_1 OPEN', 'case_2 QUEUED']);
    const before = board.getSnapshot();
    feed('queueFeed').next({ __typename: 'QueuesRead', at: AT });
    expect(board.getSnapshot()).toBe(before);
    feed('queueFeed').next({ __typename: 'QueueCaseRemoved', caseId: 'case_1' });
    expect(shown()).toEqual(['case_2 QUEUED']);
  });

  it('R96 R106: where only polling passes, the figures are counted out of the cases', async () => {
    const { client, relink, request, settle } = setUpClient();
    const board = queues(client);
    relink('polling');
    board.subscribe(() => undefined);
    const inQueue = (id: string, rest: Partial<SupportCase>) => supportCase({ id, queue: { id: 'a', key: 'a', name: 'a' }, ...rest });
    request('supportCases').answer(page([inQueue('case_3', { queuedAt: '2026-01-03T00:00:00.000Z' })], true));
    await settle();
    request('supportCases').answer(page([inQueue('case_2', { queuedAt: '2026-01-02T00:00:00.000Z' }), inQueue('case_1', { status: 'PENDING' })]));
    await settle();
    request('queues').answer([queue('a'), queue('b')]);
    await settle();
    expect(board.getSnapshot().cases.map(({ id }) => id)).toEqual(['case_1', 'case_2', 'case_3']);
    expect(board.getSnapshot().queues).toMatchObject([{ waiting: 2, pending: 1, oldestQueuedAt: '2026-01-02T00:00:00.000Z' }, { waiting: 0, oldestQueuedAt: null }]);
  });

  it('R119: a list of cases is read again when the board changes', async () => {
    const { client, clock, feed, request, asked, settle } = setUpClient();
    queues(client).subscribe(() => undefined);
    const over = cases(client, { status: ['RESOLVED'] });
    over.subscribe(() => undefined);
    feed('queueFeed').next({ __typename: 'QueuesSnapshot', queues: [], cases: [supportCase()] });
    request('supportCases').answer(page([]));
    await settle();
    await clock.advance(1_000);
    const before = asked('supportCases').length;
    feed('queueFeed').next({ __typename: 'QueuesRead', at: AT });
    await clock.advance(1_000);
    expect(asked('supportCases')).toHaveLength(before);
    feed('queueFeed').next({ __typename: 'QueueCaseRemoved', caseId: 'case_1' });
    await clock.advance(1_000);
    request('supportCases').answer(page([supportCase({ status: 'RESOLVED' })]));
    await settle();
    expect(over.getSnapshot().items).toMatchObject([{ id: 'case_1', status: 'RESOLVED' }]);
  });
});

describe('the offers of an agent', () => {
  it('R104: come and go with the feed; accepting answers with the case', async () => {
    const { client, feed, request, settle } = setUpClient();
    const mine = offers(client);
    mine.subscribe(() => undefined);
    feed('offerFeed').next({ __typename: 'OffersSnapshot', offers: [offer('off_1', 'ACCEPTED')] });
    feed('offerFeed').next({ __typename: 'OfferChanged', offer: offer('off_2') });
    feed('offerFeed').next({ __typename: 'OfferChanged', offer: offer('off_1', 'WRAPPING_UP') });
    const shown = () => mine.getSnapshot().offers.map(({ id, status }) => `${id} ${status}`);
    expect(shown()).toEqual(['off_1 WRAPPING_UP', 'off_2 PENDING']);
    const accepted = mine.accept('off_2');
    await settle();
    expect(request('acceptOffer').variables).toEqual({ input: { offerId: 'off_2' } });
    request('acceptOffer').answer({ case: supportCase({ status: 'OPEN' }) });
    expect(await accepted).toMatchObject({ status: 'OPEN' });
    void mine.reject('off_3').catch(() => undefined);
    await settle();
    expect(request('rejectOffer').variables).toEqual({ input: { offerId: 'off_3' } });
    feed('offerFeed').next({ __typename: 'OfferRemoved', offerId: 'off_1' });
    expect(shown()).toEqual(['off_2 PENDING']);
  });
});
