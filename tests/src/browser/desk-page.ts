import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { unhurried } from './chromium.js';

/** Which page of the support desk, and by whom. */
export interface DeskVisit {
  readonly browser: Browser;
  readonly origin: string;
  /** Such as `agent/?user=sam`. */
  readonly path: string;
  readonly context?: BrowserContextOptions;
}

/** A page of the support desk in a browser profile of its own. */
export class DeskPage {
  /** What went wrong on the page; a test fails when it is not empty. */
  readonly problems: string[] = [];

  private constructor(
    readonly name: string,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.problems.push(`${name}: ${error.message}`));
    page.on('console', (line) => {
      if (line.type() === 'error' && !/WebSocket|Failed to load resource|net::/.test(line.text())) this.problems.push(`${name}: ${line.text()}`);
    });
  }

  static async open({ browser, origin, path, context: options }: DeskVisit): Promise<DeskPage> {
    const context = unhurried(await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options }));
    const self = new DeskPage(path.replaceAll(/\W+/g, '-'), await context.newPage());
    await self.page.goto(`${origin}/examples/support-desk/${path}`);
    return self;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** The messages, as the person sees them. */
  get log(): Locator {
    return this.page.getByRole('log', { name: 'Messages' });
  }

  /** The message that says this. */
  message(text: string): Locator {
    return this.log.getByRole('article').filter({ has: this.page.getByText(text, { exact: true }) });
  }

  async write(field: 'Message' | 'Reply' | 'Note', text: string): Promise<void> {
    const input = this.page.getByRole('textbox', { name: field, exact: true });
    await input.fill(text);
    await input.press('Enter');
  }

  /** How much wider the page is than its window: nothing, where it fits. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  }

  /** Draws the page into the folder of `PARLEY_SCREENSHOTS`, where there is one. */
  async draw(name: string): Promise<void> {
    const folder = process.env['PARLEY_SCREENSHOTS'];
    if (folder !== undefined) await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
