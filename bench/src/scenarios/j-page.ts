import type { Browser } from 'playwright-core';
import { type Entry, inTurn, rowOf } from '../arena.js';
import { hasPage, openPage, startBrowser } from '../browser.js';
import { type Scenario, timesOf, type Tools } from '../scenario.js';
import { type Faults, SequenceCheck } from '../sequence.js';

const RATE = 1_000;
const SENDERS = 4;
const PATIENCE_MS = 30_000;

/** What a page cost. */
interface PageCost extends Faults {
  readonly longTasks: number;
  /** Main-thread CPU for 1,000 messages, in milliseconds. */
  readonly mainMs: number;
  /** Messages a second that the server took. */
  readonly rate: number;
}

/** What the SDK and the hooks cost in a browser, against a page that only parses and renders. */
export const page: Scenario = {
  letter: 'j',
  title: `a browser page that receives ${RATE} messages a second`,
  async run(tools) {
    const browser = await startBrowser();
    if (!browser) {
      tools.log('j needs Chromium, which is not installed here');
      return [];
    }
    try {
      const contenders = tools.contenders.filter(({ name }) => hasPage(name));
      const outcomes = await inTurn({ ...tools, contenders }, { seed: { conversations: 1, members: SENDERS + 1 } }, (entry) => measure(tools, browser, entry));
      const lower = { scenario: 'j', better: 'lower' } as const;
      return [
        rowOf({ ...lower, metric: 'tasks of more than 50 ms', unit: '', target: { max: 0 } }, outcomes, ({ longTasks }) => longTasks),
        rowOf({ ...lower, metric: 'main-thread CPU for 1,000 messages', unit: 'ms' }, outcomes, ({ mainMs }) => mainMs),
        rowOf({ scenario: 'j', metric: 'messages a second that came', unit: '1/s', better: 'higher' }, outcomes, ({ rate }) => rate),
      ];
    } finally {
      await browser.close();
    }
  },
};

async function measure(tools: Tools, browser: Browser, { contender, target }: Entry): Promise<PageCost> {
  const [conversation] = target.conversations;
  const [node] = target.nodes;
  const [reader, ...senders] = conversation?.members ?? [];
  if (!conversation || !node || reader === undefined || !hasPage(contender.name)) throw new Error('a conversation was to be seeded');
  const load = { target: { ...target, conversations: [{ ...conversation, members: senders }] }, inFlight: 200, textLength: 80 };
  const { warmMs, measureMs } = timesOf(tools, { quick: 4, full: 10 });
  const watched = await openPage(browser, contender.name, { url: node.url, wsUrl: node.wsUrl, credential: reader, conversation: conversation.id });
  try {
    const warm = await tools.load('paced', { ...load, rate: RATE / 5, forMs: warmMs });
    await shown(watched.newest, warm.acknowledged);
    const before = await watched.taskMs();
    const { acknowledged, seconds } = await tools.load('paced', { ...load, rate: RATE, forMs: measureMs });
    await shown(watched.newest, acknowledged);
    const mainMs = ((await watched.taskMs()) - before) / (acknowledged.length / 1000);
    const { seqs, longTasks } = await watched.report();
    const check = new SequenceCheck(0);
    for (const seq of seqs) check.take(seq);
    const rate = acknowledged.length / seconds;
    const tasks = longTasks.length === 0 ? 'no long task' : `${longTasks.length} long tasks up to ${Math.max(...longTasks)} ms`;
    tools.log(`j ${contender.name}: ${Math.round(rate)} messages a second, ${mainMs.toFixed(0)} ms of the main thread for 1,000, ${tasks}`);
    return { longTasks: longTasks.length, mainMs, rate, ...check.faults([...warm.acknowledged, ...acknowledged]) };
  } finally {
    await watched.close();
  }
}

/** Waits until the page has shown the newest of these messages, or patience ends. */
async function shown(newest: () => Promise<number>, acknowledged: readonly number[]): Promise<void> {
  const last = acknowledged.reduce((max, seq) => Math.max(max, seq), 0);
  const deadline = performance.now() + PATIENCE_MS;
  while ((await newest()) < last && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
}
