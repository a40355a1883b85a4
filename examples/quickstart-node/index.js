import { createChatClient } from '@parley/sdk';
import { openBookingConversation } from '@parley/sdk/operations';

const server = process.env.PARLEY_URL ?? 'http://localhost:4000';
const token = async (user) => (await (await fetch(`${server}/examples/token?user=${user}`)).json()).token;
const signIn = (user) => createChatClient({ url: `${server}/graphql`, token: () => token(user) });
const [ada, ben] = [signIn('ada'), signIn('ben')];

// Both look at the conversation of one booking. Subscribing brings what is there, then everything that happens.
const { conversation } = await openBookingConversation(ada, { externalId: 'demo-101' });
const [adas, bens] = [ada.conversation(conversation.id), ben.conversation(conversation.id)];
const has = (view, { id }) => view.getSnapshot().messages.some((message) => message.id === id);
const arrives = (view, message) => new Promise((resolve) => view.subscribe(() => has(view, message) && resolve()));

const question = await adas.send('Is nine still fine?');
await arrives(bens, question);
const answer = await bens.send('Nine is fine.');
await arrives(adas, answer);
for (const { sender, text } of adas.getSnapshot().messages) console.log(`${sender.displayName}: ${text}`);
await Promise.all([ada.close(), ben.close()]);
