import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import { snapshot } from '../conversation/fixtures.js';
import type { SupportCase } from '../generated/types.js';
import { setUpClient } from './client.fixture.js';
import { supportCase } from './cases.fixture.js';
import { support } from './support.js';

const me = { id: 'usr_ada', displayName: 'Ada', role: 'CLIENT', avatarUrl: null, isGuest: false } as const;
const page = (cases: readonly SupportCase[]) => ({ edges: cases.map((node) => ({ node, cursor: node.id })), pageInfo: { hasNextPage: false, endCursor: null } });

async function open(cases: readonly SupportCase[] = []) {
  const stage = setUpClient(me);
  const own = support(stage.client);
  own.subscribe(() => undefined);
  stage.request('supportCases').answer(page(cases));
  await stage.settle();
  return { ...stage, own };
}

describe('the customer’s own matter', () => {
  it('R18: there is none, then one is asked; its conversation is followed', async () => {
    const { own, request, settle, feed, feeds } = await open();
    expect(own.getSnapshot()).toMatchObject({ status: 'ready', case: null, place: null });
    const asked = own.start({ text: 'Where is my piano?' });
    await settle();
    request('startSupport').answer({ case: supportCase() });
    expect(await asked).toMatchObject({ id: 'case_1', status: 'QUEUED' });
    expect(own.getSnapshot().case?.id).toBe('case_1');
    const followed = feeds.filter(({ field }) => field !== 'inboxFeed');
    expect(followed.map(({ field, variables }) => [field, variables])).toEqual([['conversationFeed', expect.objectContaining({ conversationId: 'cnv_1' })]]);
    expect(feed('conversationFeed').isStopped).toBe(false);
  });

  it('R107: the place in the line and the case are those of the conversation’s feed, which ends when another case is asked', async () => {
    const { own, feed, feeds, request, settle } = await open([supportCase()]);
    const place = { __typename: 'QueuePositionChanged', caseId: 'case_1', position: 3, estimatedWaitSeconds: 120, basis: null, noEstimateReason: null, at: '2026-01-01T00:00:00.000Z' };
    feed('conversationFeed').next({ ...snapshot({ seq: 1 }), supportCase: supportCase() });
    feed('conversationFeed').next(place);
    expect(own.getSnapshot()).toMatchObject({ case: { status: 'QUEUED' }, place: { position: 3, estimatedWaitSeconds: 120 } });
    feed('conversationFeed').next({ __typename: 'CaseUpdated', seq: 2, prevSeq: 1, at: '2026-01-01T00:00:01.000Z', case: supportCase({ status: 'OPEN', control: 'AGENT' }) });
    expect(own.getSnapshot()).toMatchObject({ case: { status: 'OPEN' }, place: null });

    const again = own.start({ text: 'Another thing' });
    await settle();
    request('startSupport').answer({ case: supportCase({ id: 'case_2', conversationId: 'cnv_2' }) });
    await again;
    expect(own.getSnapshot()).toMatchObject({ case: { id: 'case_2' } });
    expect(feeds.filter(({ field }) => field === 'conversationFeed').map(({ variables }) => variables)).toEqual([expect.objectContaining({ conversationId: 'cnv_1' }), expect.objectContaining({ conversationId: 'cnv_2' })]);
  });

  it('P3: the same question after an unknown outcome has the same client id, another one has its own', async () => {
    const { own, asked, request, settle } = await open();
    const lost = own.start({ text: 'Hello?' });
    await settle();
    request('startSupport').fail(new ChatError('NETWORK_ERROR', 'unable to start support; lost'));
    await expect(lost).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
    void own.start({ text: 'Hello?' }).catch(() => undefined);
    await settle();
    request('startSupport').answer({ case: supportCase() });
    await settle();
    void own.start({ text: 'Hello?' }).catch(() => undefined);
    await settle();
    const ids = asked('startSupport').map(({ variables }) => JSON.parse(JSON.stringify(variables)).input.clientId);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
