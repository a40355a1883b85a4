import { expect, it } from 'vitest';
import type { BookingPage } from './booking-page.js';
import { shows, useStage } from './stage.js';

const stage = useStage();

const send = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }`;

/** How far the message is from the top of what is in sight, in pixels. */
const placeOf = (page: BookingPage, text: string) =>
  page.message(text).evaluate((row) => {
    const top = row.closest('[role="log"]')?.getBoundingClientRect().top ?? 0;
    return Math.round(row.getBoundingClientRect().top - top);
  });

/** Scrolls there, and tells the message at the top and its place before anything can answer to that. */
const scrollTo = (page: BookingPage, scrollTop: number) =>
  page.log.evaluate((log, to) => {
    log.scrollTop = to;
    const { top } = log.getBoundingClientRect();
    const row = [...log.querySelectorAll('article')].find((article) => article.getBoundingClientRect().bottom > top);
    return { text: row?.querySelector('.text')?.textContent ?? '', offset: Math.round((row?.getBoundingClientRect().top ?? 0) - top) };
  }, scrollTop);

it('R81: scrolling back loads page after page and holds the place', async () => {
  const { world, conversationId, visit } = await stage.twoPeople();
  for (let number = 1; number <= 200; number += 1) {
    const sender = number % 3 === 0 ? world.people.ben : world.people.ada;
    await sender.must(send, { input: { conversationId, clientId: `history-${number}`, text: `Message ${number}` } });
  }
  const ada = await visit('ada');
  await shows(ada.message('Message 200'));
  const first = await ada.messages.count();
  expect(first).toBe(50);

  const before = await scrollTo(ada, 40);
  expect(before.text).toBe('Message 151');
  await expect.poll(() => ada.messages.count()).toBeGreaterThan(first);
  expect(await placeOf(ada, before.text)).toBe(before.offset);

  // A new message below does not move what is being read either.
  await world.people.ben.must(send, { input: { conversationId, clientId: 'late', text: 'Message 201' } });
  await expect.poll(() => ada.message('Message 201').count()).toBe(1);
  expect(await placeOf(ada, before.text)).toBe(before.offset);

  await expect
    .poll(async () => {
      await ada.log.evaluate((log) => {
        log.scrollTop = 0;
      });
      return ada.messages.count();
    })
    .toBe(201);
  expect(await ada.texts()).toEqual(Array.from({ length: 201 }, (_, index) => `Message ${index + 1}`));

  await ada.page.getByRole('button', { name: 'To the newest message' }).click();
  await expect.poll(() => ada.message('Message 201').isVisible()).toBe(true);
});

it('R80: a search leads to a message far back, and from there on in both directions and to the newest', async () => {
  const { world, conversationId, visit } = await stage.twoPeople();
  const { ben } = world.people;
  for (let number = 0; number <= 120; number += 1) {
    const text = number === 0 ? 'The key is under the <b>Doormat</b>' : `Message ${number}`;
    await ben.must(send, { input: { conversationId, clientId: `m${number}`, text } });
  }
  const context = { viewport: { width: 360, height: 640 } };
  const ada = await visit('ada', { context });
  await shows(ada.message('Message 120'));
  const { page } = ada;
  await page.getByRole('button', { name: 'Search this conversation' }).click();
  await page.keyboard.type('doorm');
  const panel = page.getByRole('complementary', { name: 'Search' });
  await shows(panel.getByRole('status').getByText('1 message found'));
  expect(await panel.locator('mark').allInnerTexts()).toEqual(['Doorm']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await shows(ada.message('The key is under the <b>Doormat</b>'));
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Doormat');
  expect(await ada.message('Message 120').count()).toBe(0);
  await ada.log.evaluate((log) => log.scrollTo(0, log.scrollHeight));
  await shows(ada.message('Message 60'));
  const shown = await ada.texts();
  expect(new Set(shown).size).toBe(shown.length);
  await page.getByRole('button', { name: 'To the newest message' }).click();
  await shows(ada.message('Message 120'));
});

it('a phone shows one column at a time, without scrolling sideways', async () => {
  const { visit } = await stage.twoPeople();
  const context = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
  const ada = await visit('ada', { atConversation: false, context });
  const overflow = () => ada.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await shows(ada.links.first());
  expect(await overflow()).toBe(0);

  await ada.links.first().tap();
  await shows(ada.input);
  expect(await ada.links.first().isVisible()).toBe(false);
  await ada.send(`A very long word: ${'a'.repeat(400)}`);
  await shows(ada.log.locator('.ticks').getByText('Sent'));
  await ada.messages.last().tap();
  await shows(ada.messages.last().getByRole('button', { name: 'Delete' }));
  expect(await overflow()).toBe(0);

  await ada.messages.last().getByRole('button', { name: 'Open thread' }).tap();
  await shows(ada.page.getByRole('complementary', { name: 'Thread' }));
  expect(await overflow()).toBe(0);
  await ada.page.getByRole('button', { name: 'Close thread' }).tap();
  await ada.page.getByRole('button', { name: 'Back to the list' }).tap();
  await shows(ada.links.first());
  expect(await ada.input.isVisible()).toBe(false);
});

it('everything can be done with the keyboard alone', async () => {
  const { visit } = await stage.twoPeople();
  const ada = await visit('ada', { atConversation: false });
  const { keyboard } = ada.page;
  const focused = () => ada.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
  await shows(ada.links.first());
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await shows(ada.input);
  await expect.poll(focused).toBe('Message');

  for (const text of ['First', 'Second', 'Third']) {
    await keyboard.type(text);
    await keyboard.press('Enter');
    await shows(ada.status(text).getByText('Sent'));
  }
  // From the input back into the messages: one stop, then arrows.
  const reach = async (name: string, key: string) => {
    for (let presses = 0; presses < 12; presses += 1) {
      if ((await focused()).includes(name)) return;
      await keyboard.press(key);
    }
    throw new Error(`unable to reach ${name} with ${key}; the focus is on ${await focused()}`);
  };
  await ada.page.locator('article[tabindex="0"]').focus();
  await reach('Third', 'ArrowDown');
  await keyboard.press('ArrowUp');
  expect(await focused()).toContain('Second');
  await keyboard.press('Home');
  expect(await focused()).toContain('First');

  await reach('React', 'Tab');
  await keyboard.press('Enter');
  await expect.poll(focused).toBe('React with 👍');
  await keyboard.press('Enter');
  await shows(ada.message('First').getByRole('button', { name: '👍 by ada' }));
  expect(await focused()).toContain('First');

  await reach('Delete', 'Tab');
  await keyboard.press('Enter');
  await shows(ada.page.getByRole('dialog', { name: 'Delete this message?' }));
  await keyboard.press('Escape');
  await expect.poll(() => ada.page.getByRole('dialog').count()).toBe(0);

  await ada.input.focus();
  await keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('Edit message');
  await keyboard.press('Escape');
  await expect.poll(focused).toBe('Message');
});

it('roles and names say what everything is', async () => {
  const { visit } = await stage.twoPeople();
  const ada = await visit('ada');
  const ben = await visit('ben');
  await ben.send('Good morning');
  await ada.send('Hello Ben');
  await shows(ada.message('Good morning'));
  await shows(ada.status('Hello Ben').getByText('Read'));

  const { page } = ada;
  await shows(page.getByRole('navigation', { name: 'Conversations' }));
  await shows(page.getByRole('main').getByRole('region', { name: 'Moving a piano' }));
  expect(await ada.log.getAttribute('aria-live')).toBe('polite');
  await shows(page.getByRole('article', { name: /^ben Provider Good morning/ }));
  await shows(page.getByRole('article', { name: /^You Hello Ben .*Read$/ }));
  expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toHaveLength(1);

  // What axe would count as its gravest: controls without a name, ids twice, fields without a label, no language.
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.getAttribute('title') || '');
    for (const element of document.querySelectorAll('button, a, textarea, input, [role="log"], nav, aside, section')) {
      if (nameOf(element) === '' || (/^(TEXTAREA|INPUT|NAV|ASIDE|SECTION)$/.test(element.tagName) && !element.hasAttribute('aria-label'))) {
        found.push(`no name: ${element.outerHTML.slice(0, 80)}`);
      }
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    if (new Set(ids).size !== ids.length) found.push('an id is there twice');
    for (const element of document.querySelectorAll('[aria-labelledby]')) {
      for (const id of element.getAttribute('aria-labelledby')?.split(' ') ?? []) {
        if (document.getElementById(id) === null) found.push(`labelled by nothing: ${id}`);
      }
    }
    for (const element of document.querySelectorAll('ul, ol')) {
      if ([...element.children].some((child) => child.tagName !== 'LI')) found.push('a list with other than items');
    }
    if (document.documentElement.lang === '') found.push('no language');
    if (document.querySelectorAll('article[tabindex="0"]').length !== 1) found.push('the messages are not one stop');
    return found;
  });
  expect(faults).toEqual([]);
});
