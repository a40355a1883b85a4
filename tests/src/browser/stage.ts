import { seed, startServer, type TestServer } from '@parley/server/testing';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { BookingPage } from './booking-page.js';
import { launchChromium } from './chromium.js';
import { buildExample, type BuiltExamples } from './example-build.js';

/** How a person opens the page. */
export interface VisitOptions {
  /** False: they come to their list. Default: to the conversation. */
  readonly atConversation?: boolean;
  /** Where they find the server. Default: directly. */
  readonly origin?: string;
  readonly context?: BrowserContextOptions;
}

/** What it takes to read and to wait for: a locator has it. */
interface Shown {
  waitFor(options?: { readonly state?: 'visible' | 'hidden' }): Promise<void>;
}

/** Waits until it is on the page. */
export const shows = (locator: Shown): Promise<void> => locator.waitFor();

/** Waits until it is not on the page. */
export const hides = (locator: Shown): Promise<void> => locator.waitFor({ state: 'hidden' });

/**
 * A server with the built example and a browser, for all tests of a file. Pages are closed after each, and must be without
 * errors; with `PARLEY_SCREENSHOTS` in the environment they are drawn into that folder first.
 */
export function useStage() {
  let examples: BuiltExamples;
  let server: TestServer;
  let browser: Browser;
  const opened: BookingPage[] = [];

  beforeAll(async () => {
    examples = await buildExample('booking-chat');
    server = await startServer({ stack: 'embedded', options: { examplesDir: examples.folder } });
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    const folder = process.env['PARLEY_SCREENSHOTS'];
    for (const [index, { page }] of folder === undefined ? [] : opened.entries()) {
      if (!page.isClosed()) await page.screenshot({ path: `${folder}/${task.name.replaceAll(/\W+/g, '-').slice(0, 60)}-${index}.png` });
    }
    const problems = opened.flatMap((page) => page.problems);
    await Promise.all(opened.splice(0).map((page) => page.close()));
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await examples.remove();
  });

  return {
    get server() {
      return server;
    },
    /** A booking of Ada's with Ben, and the way to open the page as one of them. */
    async twoPeople() {
      const world = await seed(server).client('ada').provider('ben').booking('Moving a piano').ready();
      const { conversationId } = world.bookings['Moving a piano'];
      const visit = async (user: 'ada' | 'ben', options: VisitOptions = {}): Promise<BookingPage> => {
        const page = await BookingPage.open({
          browser,
          origin: options.origin ?? new URL(server.url).origin,
          user,
          token: world.people[user].token,
          ...(options.atConversation === false ? {} : { conversationId }),
          ...(options.context === undefined ? {} : { context: options.context }),
        });
        opened.push(page);
        return page;
      };
      return { world, conversationId, visit };
    },
  };
}
