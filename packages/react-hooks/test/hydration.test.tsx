import { useStage, within } from './stage.js';
import { render, waitFor } from '@testing-library/react';
import { useConversation, useMessages } from '@parley/react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';

const stage = useStage();

function Room() {
  const { messages, status } = useMessages();
  const title = useConversation({ select: ({ conversation }) => conversation?.title ?? 'no title yet' });
  return (
    <p>
      {title}: {status === 'ready' ? messages.length : 'loading'}
    </p>
  );
}

it('a page from the server is taken over without a mismatch, even when the client already knows more', async () => {
  const { ada, world, conversationId } = await stage.twoPeople();
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Server = within(stage.client(world.people.ada.token), conversationId);
  const container = document.createElement('div');
  container.innerHTML = renderToString(
    <Server>
      <Room />
    </Server>,
  );
  expect(container.textContent).toBe('no title yet: loading');

  const release = ada.conversation(conversationId).retain();
  await waitFor(() => expect(ada.conversation(conversationId).getSnapshot().status).toBe('ready'));
  const Providers = within(ada, conversationId);
  document.body.append(container);
  render(
    <Providers>
      <Room />
    </Providers>,
    { container, hydrate: true },
  );
  await waitFor(() => expect(container.textContent).toBe('Moving a piano: 0'));
  expect(complain.mock.calls).toEqual([]);
  complain.mockRestore();
  release();
});
