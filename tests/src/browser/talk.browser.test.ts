import { createQuickReply, quickReplies } from '@parley/sdk/operations';
import { expect, it } from 'vitest';
import { hides, shows, useStage } from './stage.js';

const stage = useStage();

it('R71 R72 R93: a message goes from sent to delivered to read, and the sender sees it', async () => {
  const { visit } = await stage.twoPeople();
  const ada = await visit('ada');
  await ada.send('The piano stands on the third floor');
  await shows(ada.status('The piano stands on the third floor').getByText('Sent'));

  // Ben is at his list: the message reaches his device, nobody has read it.
  const ben = await visit('ben', { atConversation: false });
  await shows(ada.status('The piano stands on the third floor').getByText('Delivered'));
  await shows(ben.links.getByText('1 unread'));

  await ben.links.first().click();
  await shows(ben.page.getByRole('heading', { name: 'New messages' }));
  await shows(ben.message('The piano stands on the third floor'));
  await shows(ada.status('The piano stands on the third floor').getByText('Read'));
  await hides(ben.links.getByText('1 unread'));

  await ben.send('I will bring the long straps');
  await shows(ada.message('I will bring the long straps'));
  await shows(ben.status('I will bring the long straps').getByText('Read'));
});

it('R87: a provider puts in a quick reply with a slash or a button, and its use is counted; a client has none', async () => {
  const { world, visit } = await stage.twoPeople();
  const { ben: provider } = world.people;
  await createQuickReply(provider, { clientId: 'q1', shortcut: 'late', title: 'Running late', text: 'Dear {{client.name}}, I am ten minutes late.' });
  await createQuickReply(provider, { clientId: 'q2', shortcut: 'lift', title: 'Lift', text: 'Is there a lift?' });
  const ben = await visit('ben', { context: { viewport: { width: 360, height: 640 } } });
  const list = ben.page.getByRole('listbox', { name: 'Quick replies' });
  const options = list.getByRole('option');
  await shows(ben.page.getByRole('button', { name: 'Quick replies' }));
  await ben.input.pressSequentially('/l');
  await shows(ben.page.getByText('2 quick replies'));
  await shows(options.first());
  expect(await ben.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await ben.input.press('ArrowDown');
  expect(await options.last().getAttribute('aria-selected')).toBe('true');
  expect(await ben.input.getAttribute('aria-activedescendant')).toBe(await options.last().getAttribute('id'));
  await ben.input.press('ArrowDown');
  await ben.input.press('Enter');
  await expect.poll(() => ben.input.inputValue()).toBe('Dear ada, I am ten minutes late.');
  await hides(list);
  expect(await ben.messages.count()).toBe(0);
  await ben.input.press('Enter');

  const ada = await visit('ada');
  await shows(ada.message('Dear ada, I am ten minutes late.'));
  const usesOf = async () => (await quickReplies(provider)).edges.map(({ node }) => [node.shortcut, node.usageCount]);
  await expect.poll(usesOf).toEqual([['late', 1], ['lift', 0]]);
  await ben.page.getByRole('button', { name: 'Quick replies' }).click();
  await options.filter({ hasText: 'Lift' }).click();
  await expect.poll(() => ben.input.inputValue()).toBe('Is there a lift?');

  expect(await ada.page.getByRole('button', { name: 'Quick replies' }).count()).toBe(0);
  await ada.send('/l');
  await shows(ada.message('/l'));
});

it('R72 R85: nothing is read while the page has no focus', async () => {
  const { visit } = await stage.twoPeople();
  const ada = await visit('ada');
  const ben = await visit('ben');
  await shows(ben.input);
  await ben.page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => false });
  });
  await ada.send('Are you there?');
  await shows(ben.message('Are you there?'));
  await shows(ada.status('Are you there?').getByText('Delivered'));

  await ada.send('Hello?');
  await shows(ada.status('Hello?').getByText('Delivered'));
  expect(await ada.status('Are you there?').innerText()).toBe('Delivered');

  await ben.page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => true });
    dispatchEvent(new Event('focus'));
  });
  await shows(ada.status('Hello?').getByText('Read'));
});

it('R90 R91: typing and presence come and go', async () => {
  const { visit } = await stage.twoPeople();
  const ada = await visit('ada');
  await shows(ada.page.locator('.presence').getByText('Offline'));
  const ben = await visit('ben');
  await shows(ada.page.locator('.presence').getByText('Online'));

  await ben.input.pressSequentially('On my');
  await shows(ada.page.getByText('ben is typing'));
  await ben.input.fill('');
  await hides(ada.page.getByText('ben is typing'));

  await ben.close();
  await shows(ada.page.locator('.presence').getByText('Last seen'));
});

it('R73 R75: reactions, edits and deletions reach the other side', async () => {
  const { visit } = await stage.twoPeople();
  const ada = await visit('ada');
  const ben = await visit('ben');
  await ada.send('At nine');
  await shows(ben.message('At nine'));

  await ben.act('At nine', 'React');
  await ben.button('At nine', 'React with 👍').click();
  await shows(ada.message('At nine').getByRole('button', { name: '👍 by ben' }));
  await ada.message('At nine').getByRole('button', { name: '👍 by ben' }).click();
  await shows(ben.message('At nine').getByRole('button', { name: 'by ada and ben' }));
  await ada.message('At nine').getByRole('button', { name: 'by ada and ben' }).click();
  await shows(ben.message('At nine').getByRole('button', { name: '👍 by ben' }));

  await ada.act('At nine', 'Edit');
  const editor = ada.page.getByRole('textbox', { name: 'Edit message' });
  await expect.poll(() => editor.inputValue()).toBe('At nine');
  await editor.fill('At ten');
  await editor.press('Enter');
  await shows(ben.message('At ten').getByText('edited'));

  await ada.act('At ten', 'Delete');
  await ada.page.getByRole('dialog', { name: 'Delete this message?' }).getByRole('button', { name: 'Delete' }).click();
  await shows(ben.message('Message deleted'));
  await shows(ada.message('Message deleted'));
});

it('R74: a reply quotes its message, and the thread shows both', async () => {
  const { visit } = await stage.twoPeople();
  const ada = await visit('ada');
  const ben = await visit('ben');
  await ada.send('Shall I keep a parking place free?');
  await shows(ben.message('Shall I keep a parking place free?'));

  await ben.act('Shall I keep a parking place free?', 'Reply');
  await ben.page.getByRole('textbox', { name: 'Reply', exact: true }).fill('Please do, eight metres');
  await ben.page.keyboard.press('Enter');
  const reply = ada.messages.filter({ hasText: 'Please do, eight metres' });
  await shows(reply.locator('blockquote').getByText('Shall I keep a parking place free?'));

  await ada.page.getByRole('button', { name: '1 reply' }).click();
  const thread = ada.page.getByRole('complementary', { name: 'Thread' });
  await shows(thread.getByText('Please do, eight metres'));
  await thread.getByRole('textbox', { name: 'Reply in thread' }).fill('Done');
  await ada.page.keyboard.press('Enter');
  await shows(thread.getByRole('log', { name: 'Replies' }).getByText('Done'));
  await shows(ben.page.getByRole('button', { name: '2 replies' }));
  await ada.page.keyboard.press('Escape');
  await hides(thread);
  await expect.poll(() => ada.page.evaluate(() => document.activeElement?.textContent)).toMatch(/repl/);
});

it('R95: a refused message says why and can be sent again or discarded', async () => {
  const { world, visit } = await stage.twoPeople();
  const limit = (maxMessageLength: number) =>
    world.service.must('mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { id } } }', {
      input: { settings: { maxMessageLength } },
    });
  await limit(10);
  const ada = await visit('ada');
  await ada.send('This is longer than ten');
  await ada.send('So is this one here');
  await shows(ada.message('This is longer than ten').getByRole('alert'));
  await shows(ada.message('So is this one here').getByRole('alert'));

  await ada.button('So is this one here', 'Discard').click();
  await hides(ada.message('So is this one here'));
  await limit(1000);
  await ada.button('This is longer than ten', 'Send again').click();
  await shows(ada.status('This is longer than ten').getByText('Sent'));
  await hides(ada.message('This is longer than ten').getByRole('alert'));
});

it('R42 R45: the booking is shown, and a completed one can be read but not written', async () => {
  const { world, visit } = await stage.twoPeople();
  const ada = await visit('ada');
  await shows(ada.page.getByRole('heading', { name: 'ben' }));
  await shows(ada.page.locator('.booking').getByText('Confirmed'));
  await ada.send('Thank you');
  await world.service.must('mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { id } } }', {
    input: { settings: { bookingOpenHours: 0 } },
  });
  await world.bookings['Moving a piano'].become('COMPLETED');
  await shows(ada.page.locator('.booking').getByText('Completed'));
  await shows(ada.page.getByText('This conversation takes no new messages.'));
  await hides(ada.input);
  await shows(ada.message('Thank you'));
});
