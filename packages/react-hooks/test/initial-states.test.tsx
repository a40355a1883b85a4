import { createChatClient } from '@parley/sdk';
import { expect, it } from 'vitest';
import { initialConnection, initialConversation, initialInbox, initialWindow } from '../src/initial-states.js';

it('what a server renders is what the stores of the SDK say before anybody opens them', () => {
  const client = createChatClient({ url: 'http://localhost:9/graphql', token: 'none' });
  const conversation = client.conversation('cnv_1');
  expect(client.connection.getSnapshot()).toEqual(initialConnection);
  expect(conversation.getSnapshot()).toEqual(initialConversation);
  expect(conversation.thread('msg_1').getSnapshot()).toEqual(initialWindow);
  expect(client.inbox().getSnapshot()).toEqual(initialInbox);
});
