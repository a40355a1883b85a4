import { createChatClient } from '@parley/sdk';
import { openBookingConversation } from '@parley/sdk/operations';

const server = process.env.PARLEY_URL ?? 'http://localhost:4000';
const token = async (user) => (await (await fetch(`${server}/examples/token?user=${user}`)).json()).token;
const signIn = (user) => createChatClient({ url: `${server}/graphql`, token: () => token(user) });
const [ada, ben] = [signIn('ada'), signIn('ben')];

// Both look at the conversation of one booking, and hear of everything that happens in it.
const { conversation } = await openBookingConversation(ada, { externalId: 'demo-101' });
const [adas, bens] = [ada.conversation(conversation.id), ben.conversation(conversation.id)];
const newest = () => adas.getSnapshot().messages.at(-1);
const heard = new Promise((resolve) => adas.subscribe(() => newest()?.text === 'Nine is fine.' && resolve()));
bens.subscribe(() => console.log(`Ben sees ${bens.getSnapshot().messages.length} messages`));

await adas.send('Is nine still fine?');
await bens.send('Nine is fine.');
await heard;
for (const { sender, text } of adas.getSnapshot().messages) console.log(`${sender.displayName}: ${text}`);
await Promise.all([ada.close(), ben.close()]);
