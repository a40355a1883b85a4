/** Pages in the machine's Chromium, and what the browser says that they cost. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { type ContenderName, isPeer, type PeerName } from './contender.js';
import type { PageReport, Visit } from './pages/report.js';
import { findChromium } from './services.js';

/** The contenders that have a page. */
export type PageName = Exclude<ContenderName, PeerName>;

/** Whether a contender has a page. */
export function hasPage(name: ContenderName): name is PageName {
  return !isPeer(name);
}

/** A page under measurement. */
export interface WatchedPage {
  /** CPU that the page's main thread has spent in tasks so far, in milliseconds. */
  taskMs(): Promise<number>;
  /** What the page has seen so far. */
  report(): Promise<PageReport>;
  /** Number of the newest message that the page has shown; 0 before the first. */
  newest(): Promise<number>;
  close(): Promise<void>;
}

/** Starts Chromium with a profile of its own and nothing that talks to the world; null when it is not installed. */
export async function startBrowser(): Promise<Browser | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Opens the page of a contender, from its server's own address, and waits until it follows the conversation. */
export async function openPage(browser: Browser, contender: PageName, visit: Visit): Promise<WatchedPage> {
  // The page comes from here and not from the server, so that it counts as a stranger to the server's address.
  const context = await browser.newContext({ permissions: ['local-network-access'] });
  const page = await context.newPage();
  // Beside the bundle that this file becomes part of.
  const script = readFileSync(fileURLToPath(new URL(`./pages/${contender}.js`, import.meta.url)), 'utf8');
  const address = `${visit.url}/bench`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><body></body>' }));
  await page.goto(`${address}#${encodeURIComponent(JSON.stringify(visit))}`);
  await page.unrouteAll();
  const devtools = await context.newCDPSession(page);
  // Time of the thread and not of the wall: on a busy machine a task also waits.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addScriptTag({ content: script });
  await page.waitForFunction(() => globalThis.benchReport?.isLive === true);
  return {
    async taskMs() {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    },
    async report() {
      return (await page.evaluate(() => globalThis.benchReport)) ?? { isLive: false, seqs: [], longTasks: [] };
    },
    newest: () => page.evaluate(() => globalThis.benchReport?.seqs.at(-1) ?? 0),
    close: () => context.close(),
  };
}
