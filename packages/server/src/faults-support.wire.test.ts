/** A node that dies while it publishes a broadcast or answers for the site: what it began is done by another, once. On the cluster, since a second node has to go on. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { InboxFeedDocument, messages, sendBroadcast, startSupport, updateAutomation, upsertArticle, upsertQueue } from '@parley/sdk/operations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from './kernel/clock.js';
import { startAutomation, stopAutomation } from './modules/automation/index.js';
import { PUBLISH_MS } from './modules/broadcasts/publisher.js';
import { type Actor, currentStack, seed, startServer, type TestServer } from './testing/index.js';

const doomed = fileURLToPath(new URL('./doomed-node.fixture.ts', import.meta.url));
const PATIENCE = { timeout: 60_000, interval: 500 };

describe.runIf(currentStack() === 'cluster')('a node that dies in the middle of', () => {
  // The node that lives on works by the clock only when a test turns it, so what is to be begun by the other is.
  let clock: TestClock;
  let server: TestServer;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    clock = createTestClock(new Date());
    server = await startServer({ clock });
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await server.close();
  });

  /** Starts a node that dies at a moment. Answers with its address and with its death. */
  async function startDoomed(moment: 'publish' | 'commit', mark: string): Promise<{ readonly url: string; readonly died: Promise<unknown[]> }> {
    const redisUrl = server.nodes[0]?.deps.config.redisUrl ?? '';
    const args = ['--import', 'tsx', doomed, server.database.databaseUrl ?? '', redisUrl, server.redisPrefix, moment, mark];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const died = once(child, 'exit');
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    return { url: String(line), died };
  }

  const turn = async (): Promise<void> => void (await clock.advance(PUBLISH_MS));
  const textsOf = async (as: Actor, conversationId: string): Promise<string[]> => (await messages(as, { conversationId, last: 50 })).edges.map(({ node }) => node.text);

  async function botSite() {
    const { people } = await seed(server).admin('ann').client('ada').ready();
    await upsertQueue(people.ann, { key: 'help', isBotFirst: true });
    const questions = ['The key is gone', 'Where can I get a second key?', 'I need another key'];
    await upsertArticle(people.ann, { key: 'key', title: 'I lost my key', answer: 'We bring another one.', questions });
    await upsertArticle(people.ann, { key: 'piano', title: 'Do you move pianos?', answer: 'Yes.', questions: ['Can you carry a piano?'] });
    return people;
  }

  const ASKED = { clientId: 'lost', text: 'I lost my key' } as const;

  /** Asks at a node that dies of it, then at the one that lives on, and looks at what there is for as long as it may change. */
  async function askDying(ada: Actor, of: { readonly moment: 'publish' | 'commit'; readonly mark: string; readonly before: readonly string[]; readonly after: readonly string[] }): Promise<string> {
    const node = await startDoomed(of.moment, of.mark);
    // The answer may come before the death, or not.
    await startSupport(ada.at(node.url), ASKED).catch(() => undefined);
    expect((await node.died)[1]).toBe('SIGKILL');
    const { conversation, isDuplicate, case: asked } = await startSupport(ada, ASKED);
    expect(isDuplicate).toBe(true);
    expect(await textsOf(ada, conversation.id)).toEqual(of.before);
    await expect.poll(async () => (await turn(), textsOf(ada, conversation.id)), PATIENCE).toEqual(of.after);
    for (let node = 0; node < 2; node += 1) {
      // A new node has worked on nothing yet and finds by its position what is left; stopping waits for that.
      await stopAutomation(server.deps);
      startAutomation(server.deps);
      await turn();
    }
    await stopAutomation(server.deps);
    expect(await textsOf(ada, conversation.id)).toEqual(of.after);
    return asked.id;
  }

  const question = ASKED.text;
  const answer = 'We bring another one.';

  it('P3 R127 R247: an answer of the bot, before it commits it: the next node answers, once', async () => {
    const { ada } = await botSite();
    const caseId = await askDying(ada, { moment: 'commit', mark: 'INSERT INTO bot_turn', before: [question], after: [question, answer] });
    expect(await server.db.prisma.botTurn.count({ where: { caseId } })).toBe(1);
  });

  it('P1 P3 R127 R247: an answer of the bot that it has committed and told nobody of: it is there, and no other node answers again', async () => {
    const { ada } = await botSite();
    const caseId = await askDying(ada, { moment: 'publish', mark: answer, before: [question, answer], after: [question, answer] });
    expect(await server.db.prisma.botTurn.count({ where: { caseId } })).toBe(1);
  });

  it('P3 R124: a welcome, before it commits it: the next node says it, once', async () => {
    const { ann, ada } = await botSite();
    await updateAutomation(ann, { welcomeText: 'Welcome.' });
    await askDying(ada, { moment: 'commit', mark: 'INSERT INTO case_automation', before: [question], after: [question, 'Welcome.', answer] });
  });

  it.each([
    ['commit', 'before it commits it', 'scheduled'],
    ['publish', 'after it has committed it', 'published'],
  ] as const)('P1 P4 R242: the publishing of broadcasts, dying at the %s, %s: each reaches an open inbox once, in order, with one number', async (moment, _, state) => {
    const { people, site } = await seed(server).admin('ann').client('ada').ready();
    const socket = await people.ada.socket();
    const inbox = socket.subscribe(InboxFeedDocument, {});
    await inbox.next();
    const soon = new Date(clock.now().getTime() + 1_000).toISOString();
    for (const title of ['one', 'two', 'three']) await sendBroadcast(people.ann, { clientId: title, title, text: title, sendAt: soon });
    const mark = moment === 'commit' ? `SET state = 'published'` : 'broadcastId';
    const { died } = await startDoomed(moment, mark);
    expect((await died)[1]).toBe('SIGKILL');
    const rows = () => server.db.prisma.broadcast.findMany({ where: { siteId: site.id }, orderBy: [{ seq: 'asc' }, { id: 'asc' }] });
    expect((await rows()).map((row) => row.state)).toEqual([state, state, state]);
    const posted = (): string[] => inbox.all.flatMap(({ inboxFeed: item }) => (item.__typename === 'BroadcastPosted' ? [item.broadcast.title] : []));
    await expect.poll(async () => (await turn(), posted()), PATIENCE).toEqual(['one', 'two', 'three']);
    for (let sweep = 0; sweep < 4; sweep += 1) await turn();
    expect((await rows()).map(({ seq, title, state: now }) => [seq, title, now])).toEqual([[1, 'one', 'published'], [2, 'two', 'published'], [3, 'three', 'published']]);
    expect(posted()).toEqual(['one', 'two', 'three']);
    await socket.close();
  });
});
