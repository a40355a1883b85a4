import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import { agentBoard } from './agent-board.js';
import { agentStatus } from './agent-status.js';
import { agent } from './agents.fixture.js';
import { setUpClient } from './client.fixture.js';

function open() {
  const stage = setUpClient();
  const own = agentStatus(stage.client);
  own.subscribe(() => undefined);
  stage.feed('agentFeed').next({ __typename: 'AgentsSnapshot', agents: [agent('sue'), agent('sam')] });
  const chosen = () => own.getSnapshot().chosenStatus;
  const board = (status: 'ONLINE' | 'AWAY' | 'BUSY', name = 'sam') => stage.feed('agentFeed').next({ __typename: 'AgentChanged', agent: agent(name, status) });
  return { ...stage, own, chosen, board };
}

describe('the status of an agent', () => {
  it('R12: is the viewer’s own of all agents, and follows what others choose for them', () => {
    const { own, chosen, board } = open();
    expect(own.getSnapshot()).toMatchObject({ status: 'ready', error: null, agent: { user: { id: 'usr_sam' } }, chosenStatus: 'ONLINE' });
    const before = own.getSnapshot();
    board('AWAY', 'sue');
    expect(own.getSnapshot()).toBe(before);
    board('BUSY');
    expect(chosen()).toBe('BUSY');
  });

  it('R12: a choice shows at once and stays until the board has it, whichever comes first', async () => {
    const { own, chosen, board, request, settle } = open();
    const first = own.setStatus('BUSY');
    expect(chosen()).toBe('BUSY');
    await settle();
    request('setAgentStatus').answer({ agent: agent('sam', 'BUSY') });
    await first;
    expect(chosen()).toBe('BUSY');
    board('AWAY', 'sue');
    expect(chosen()).toBe('BUSY');
    board('BUSY');
    board('ONLINE');
    expect(chosen()).toBe('ONLINE');

    const second = own.setStatus('AWAY');
    await settle();
    board('AWAY');
    // Somebody else chose again, before the answer came.
    board('BUSY');
    request('setAgentStatus').answer({ agent: agent('sam', 'AWAY') });
    await second;
    expect(chosen()).toBe('BUSY');
  });

  it('R12: a choice that the board never brings ends with its next heartbeat', async () => {
    const { own, chosen, feed, request, settle } = open();
    const done = own.setStatus('BUSY');
    await settle();
    request('setAgentStatus').answer({ agent: agent('sam', 'BUSY') });
    await done;
    feed('agentFeed').next({ __typename: 'AgentsRead', at: '2026-01-01T00:00:00.000Z' });
    expect(chosen()).toBe('ONLINE');
  });

  it('a refused choice is taken back, and choices reach the server in their order', async () => {
    const { own, chosen, asked, request, settle } = open();
    const refused = own.setStatus('AWAY');
    const next = own.setStatus('BUSY');
    await settle();
    expect(asked('setAgentStatus')).toHaveLength(1);
    request('setAgentStatus').fail(new ChatError('RATE_LIMITED', 'unable to set the status; too often'));
    await expect(refused).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(chosen()).toBe('BUSY');
    await settle();
    request('setAgentStatus').fail(new ChatError('FORBIDDEN', 'unable to set the status; no agent'));
    await expect(next).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(chosen()).toBe('ONLINE');
  });

  it('R12 P6: a lost connection keeps the last state, and the next one brings all of it anew', () => {
    const { own, cut, relink, feeds, feed } = open();
    cut();
    expect(own.getSnapshot()).toMatchObject({ status: 'ready', chosenStatus: 'ONLINE' });
    relink();
    expect(feeds).toHaveLength(2);
    expect(own.getSnapshot().syncStatus).toBe('replaying');
    feed('agentFeed').next({ __typename: 'AgentsSnapshot', agents: [agent('sam', 'AWAY')] });
    expect(own.getSnapshot()).toMatchObject({ syncStatus: 'synced', chosenStatus: 'AWAY' });
  });

  it('is shared with the board: one feed for a client, open while anybody looks', async () => {
    const { client, feeds, clock, own } = open();
    const board = agentBoard(client);
    expect(agentBoard(client)).toBe(board);
    expect(agentStatus(client)).toBe(own);
    const stop = board.subscribe(() => undefined);
    expect(feeds).toHaveLength(1);
    expect(board.getSnapshot().agents).toHaveLength(2);
    stop();
    await clock.advance(10_000);
    expect(feeds[0]?.isStopped).toBe(false);
  });

  it('says so when the feed ended for good, and opens again on demand', () => {
    const { own, feeds, feed } = open();
    feed('agentFeed').fail(new ChatError('ACCESS_REVOKED', 'unable to follow agents; access ended'));
    expect(own.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'ACCESS_REVOKED' } });
    own.retry();
    expect(feeds).toHaveLength(2);
  });

  it('R96: where neither socket nor stream passes, all pages of agents are asked for', async () => {
    const { own, relink, request, settle } = open();
    relink('polling');
    const page = (name: string, hasNextPage: boolean) => ({ edges: [{ node: agent(name, 'AWAY') }], pageInfo: { hasNextPage, endCursor: name } });
    request('agents').answer(page('sue', true));
    await settle();
    expect(request('agents').variables).toEqual({ first: 100, after: 'sue' });
    request('agents').answer(page('sam', false));
    await settle();
    expect(own.getSnapshot()).toMatchObject({ status: 'ready', chosenStatus: 'AWAY' });
  });
});
