import { startServer, type TestServer } from '@parley/server/testing';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '../../../packages/server/src/demo/seed.js';
import { schema } from '../../../packages/server/src/graphql/schema.js';
import { launchChromium } from './chromium.js';
import { DeskPage } from './desk-page.js';
import { buildExample, type BuiltExamples } from './example-build.js';
import { hides, shows } from './stage.js';

let examples: BuiltExamples;
let server: TestServer;
let browser: Browser;
const opened: DeskPage[] = [];

beforeAll(async () => {
  examples = await buildExample('support-desk');
  server = await startServer({ stack: 'embedded', options: { isDemo: true, examplesDir: examples.folder } });
  await seedDemo(server.deps, schema);
  browser = await launchChromium();
});
afterEach(async () => {
  const problems = opened.flatMap((page) => page.problems);
  await Promise.all(opened.splice(0).map((page) => page.close()));
  expect(problems).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await examples.remove();
});

async function visit(path: string, context: BrowserContextOptions = {}): Promise<DeskPage> {
  const page = await DeskPage.open({ browser, origin: new URL(server.url).origin, path, context });
  opened.push(page);
  return page;
}
const phone = { viewport: { width: 390, height: 800 } };
const QUESTION = 'My parrot sits in the van and sings';

it('R18 R104 R105 R107 R111 R112 R152: a customer, two agents and an admin on four pages: asked, refused, taken, noted, decided, transferred, settled, rated', async () => {
  const admin = await visit('admin/?user=root#board');
  const tile = (text: string) => admin.page.locator('.tile').filter({ hasText: text }).locator('strong');
  await shows(admin.page.getByRole('heading', { name: 'Board' }));

  // Nobody is there yet: the bot knows no answer, and the customer waits.
  const customer = await visit('shop/', phone);
  await customer.button('Contact support').click();
  await customer.page.getByRole('textbox', { name: 'Your question' }).fill(QUESTION);
  await customer.page.getByRole('textbox', { name: 'Your name' }).fill('Dora');
  await customer.draw('widget-begin-390');
  await customer.button('Start the chat').click();
  await shows(customer.message(QUESTION));
  await shows(customer.page.getByText('You are next'));
  await customer.draw('widget-waits-390');
  await expect.poll(() => tile('waiting').first().innerText()).toBe('1');

  // Sam is asked, and leaves it to others.
  const sam = await visit('agent/?user=sam');
  const offer = (page: DeskPage) => page.page.getByRole('list', { name: 'Offers' }).getByRole('listitem');
  await shows(offer(sam).getByText('Dora'));
  await sam.draw('agent-offer-1280');
  await offer(sam).getByRole('button', { name: 'Reject' }).click();
  await hides(offer(sam));

  const tess = await visit('agent/?user=tess');
  await shows(offer(tess).getByText(/^\d+ s$/));
  await offer(tess).getByRole('button', { name: 'Accept' }).click();
  await shows(customer.page.getByText('You talk with Tess'));
  await hides(customer.page.getByText('You are next'));
  await expect.poll(() => tile('open').innerText()).toBe('1');
  await shows(admin.page.locator('.card').filter({ hasText: 'Tess' }).getByText('1 of 4'));

  await shows(tess.message(QUESTION));
  await tess.write('Reply', 'We will let it out at once');
  await shows(customer.message('We will let it out at once'));
  await customer.write('Message', 'Thank you, it likes seeds');
  await shows(tess.message('Thank you, it likes seeds'));

  await tess.button('Note').click();
  await tess.write('Note', 'The third parrot this week');
  await shows(tess.message('The third parrot this week').getByText('only staff see this'));
  await tess.draw('agent-case-1280');
  await admin.draw('admin-board-1280');

  // The agent asks an admin, who decides.
  await tess.page.getByRole('textbox', { name: 'Ask an admin' }).fill('May it have seeds?');
  await tess.button('Ask').click();
  await admin.page.getByRole('link', { name: 'Escalations' }).click();
  await shows(admin.page.getByText('May it have seeds?'));
  await admin.button('Decide').click();
  await admin.page.getByRole('textbox', { name: 'In words' }).fill('A handful');
  await admin.button('Tell the agent').click();
  await shows(tess.page.getByText('A handful'));
  await admin.page.getByRole('link', { name: 'Board' }).click();

  await tess.button('Transfer').click();
  const dialog = tess.page.getByRole('dialog', { name: 'Transfer' });
  await dialog.getByLabel('Agent').selectOption({ label: 'Sam, online' });
  await dialog.getByLabel('Note for staff').fill('Sam knows birds');
  await dialog.getByRole('button', { name: 'Transfer', exact: true }).click();
  await shows(customer.page.getByText('You talk with Sam'));

  await sam.page.getByRole('navigation', { name: 'Cases' }).getByRole('link').first().click();
  await shows(sam.message('The third parrot this week'));
  await sam.write('Reply', 'It is free, and has eaten');
  await shows(customer.message('It is free, and has eaten'));
  await sam.button('Resolve').click();
  await sam.page.getByRole('dialog', { name: 'Resolve' }).getByLabel('What it was').fill('animals');
  await sam.button('Resolve the case').click();

  await shows(customer.page.getByText('How was it?'));
  await customer.page.getByRole('radio', { name: 'Very good' }).check({ force: true });
  await customer.page.getByRole('textbox', { name: 'Anything to add?' }).fill('Quick');
  await customer.draw('widget-rates-390');
  await customer.button('Send rating').click();
  await shows(customer.page.getByText('Thank you for your rating: very good.'));
  await expect.poll(() => tile('open').innerText()).toBe('0');

  // What only staff may see has never been on the customer's page.
  for (const secret of ['The third parrot this week', 'Sam knows birds', 'May it have seeds?', 'A handful', 'animals']) expect(await customer.page.getByText(secret).count()).toBe(0);

  // The same browser finds the same conversation after a reload.
  await customer.page.reload();
  await shows(customer.message('It is free, and has eaten'));
}, 120_000);

it('R87 R117 R119: every page fits a phone and can be left by the keyboard', async () => {
  for (const path of ['', 'shop/', 'agent/?user=sam', ...['board', 'escalations', 'queues', 'routing', 'agents', 'templates', 'knowledge', 'hours', 'sla', 'broadcasts', 'widget'].map((page) => `admin/?user=root#${page}`)]) {
    const page = await visit(path, phone);
    await page.page.waitForLoadState('networkidle').catch(() => undefined);
    expect(await page.overflow(), path).toBe(0);
    await page.draw(`${page.name || 'start'}-390`);
    await page.close();
    opened.pop();
  }
  const customer = await visit('shop/');
  await customer.button('Contact support').focus();
  await customer.page.keyboard.press('Enter');
  await shows(customer.page.getByRole('textbox', { name: 'Your question' }));
  await customer.page.keyboard.press('Escape');
  await hides(customer.page.getByRole('textbox', { name: 'Your question' }));
}, 120_000);
