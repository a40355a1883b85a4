import { startServer, type TestServer } from '@parley/server/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '../../../packages/server/src/demo/seed.js';
import { schema } from '../../../packages/server/src/graphql/schema.js';
import { BookingPage } from './booking-page.js';
import { launchChromium, unhurried } from './chromium.js';
import { buildExample, type BuiltExamples } from './example-build.js';
import { shows } from './stage.js';

let examples: BuiltExamples;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  examples = await buildExample('booking-chat');
  server = await startServer({ stack: 'embedded', options: { isDemo: true, examplesDir: examples.folder } });
  await seedDemo(server.deps, schema);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await examples.remove();
});

it('R7 R45 R46: from the choice of a person to a talk around the seeded booking, with nothing but the demo server', async () => {
  const origin = new URL(server.url).origin;
  const page = await unhurried(await browser.newContext()).newPage();
  await page.goto(`${origin}/examples/booking-chat/`);
  await expect.poll(() => page.getByRole('link').count()).toBe(3);
  await page.getByRole('link', { name: 'Ada' }).click();
  await page.getByRole('link', { name: /Moving a piano/ }).click();
  await shows(page.getByText('Done, I put two chairs out.').last());
  await page.locator('.booking summary').click();
  await shows(page.getByText('12 Canal Street'));
  const link = page.url();

  // The link to the booking's conversation works for the other side too.
  const ben = await BookingPage.open({ browser, origin, user: 'ben', conversationId: new URL(link).hash.slice(1) });
  await ben.send('See you at nine');
  await shows(page.getByRole('log').getByText('See you at nine'));
  await shows(ben.status('See you at nine').getByText('Read'));
  expect(ben.problems).toEqual([]);
});
