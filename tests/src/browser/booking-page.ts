import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { unhurried } from './chromium.js';

/** What a test needs to open the page as somebody. */
export interface Visit {
  readonly browser: Browser;
  /** Address of the server, or of a proxy before it. */
  readonly origin: string;
  /** Whom the page's own user picker knows. */
  readonly user: 'ada' | 'ben' | 'cleo';
  /** What the token endpoint is to answer for them. Default: what the server's own answers. */
  readonly token?: string;
  readonly conversationId?: string;
  readonly context?: BrowserContextOptions;
}

/** The booking chat as one person sees it, in a browser profile of their own. */
export class BookingPage {
  /** What went wrong on the page; a test fails when it is not empty. */
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (line) => {
      // The browser itself reports lost connections; the page shows them to people.
      if (line.type() === 'error' && !/WebSocket|Failed to load resource|net::/.test(line.text())) this.problems.push(line.text());
    });
  }

  static async open(visit: Visit): Promise<BookingPage> {
    const context = unhurried(await visit.browser.newContext({ viewport: { width: 1200, height: 760 }, ...visit.context }));
    const { token } = visit;
    if (token !== undefined) await context.route('**/examples/token?*', (route) => route.fulfill({ json: { token } }));
    const self = new BookingPage(await context.newPage());
    const hash = visit.conversationId === undefined ? '' : `#${visit.conversationId}`;
    await self.page.goto(`${visit.origin}/examples/booking-chat/?user=${visit.user}${hash}`);
    return self;
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Messages' });
  }

  get input(): Locator {
    return this.page.getByRole('textbox', { name: 'Message', exact: true });
  }

  get messages(): Locator {
    return this.log.getByRole('article');
  }

  get links(): Locator {
    return this.page.getByRole('navigation', { name: 'Conversations' }).locator('a.conversation-link');
  }

  /** The message that says this. */
  message(text: string): Locator {
    return this.messages.filter({ has: this.page.getByText(text, { exact: true }) });
  }

  /** How far an own message got, as it is read out. */
  status(text: string): Locator {
    return this.message(text).locator('.ticks');
  }

  /** A button of a message. */
  button(text: string, name: string): Locator {
    return this.message(text).getByRole('button', { name, exact: true });
  }

  async send(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  /** Presses one of the buttons that appear on a message. */
  async act(text: string, name: string): Promise<void> {
    await this.message(text).hover();
    await this.button(text, name).click();
  }

  /** What the messages say, from the oldest on. */
  texts(): Promise<string[]> {
    return this.messages.locator('.text').allTextContents();
  }

  /** Has the page's own files come from here, whatever happens to its network: as a cache would. */
  async loadFrom(origin: string): Promise<void> {
    await this.page.context().route('**/examples/booking-chat/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: origin + pathname }) });
    });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
