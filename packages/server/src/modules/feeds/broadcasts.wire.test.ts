import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceViewer, UserViewer } from '../../kernel/viewer.js';
import { eventually } from '../../testing/deadline.js';
import { recordQueries } from '../../testing/queries.js';
import { publishDue } from '../broadcasts/publisher.js';
import { markBroadcastsRead } from '../broadcasts/reading.js';
import { revokeBroadcast, sendBroadcast } from '../broadcasts/service.js';
import { upsertUser } from '../identity/index.js';
import { createFeedWorld, FeedReader, type FeedWorld, sweep } from './feeds.fixture.js';
import { type InboxInput, openInboxFeed } from './inbox.js';
import type { InboxFeedItem } from './inbox-item.js';

let world: FeedWorld;
let host: ServiceViewer;
let made = 0;
const opened: FeedReader<InboxFeedItem>[] = [];

beforeAll(async () => {
  world = await createFeedWorld(2);
  const { userId } = await world.user('admin');
  host = { kind: 'service', siteId: world.siteId, userId, role: 'admin', isGuest: false, displayName: 'host', avatarUrl: null, apiKeyId: 'key_1', tokenExpiresAt: null };
});
afterAll(() => world.close());
afterEach(async () => {
  world.fate = () => 'pass';
  for (const reader of opened.splice(0)) await reader.stop();
});

async function open(viewer: UserViewer, node = 0, input: InboxInput = {}): Promise<FeedReader<InboxFeedItem>> {
  const reader = new FeedReader(await openInboxFeed(world.node(node).deps, viewer, input));
  opened.push(reader);
  return reader;
}
const send = (text: string, more: object = {}) => sendBroadcast(world.deps, host, { clientId: `c${(made += 1)}`, title: 'News', text, audience: { includesNewcomers: true }, ...more });
const posted = (reader: FeedReader<InboxFeedItem>): string[] => reader.items.flatMap((item) => (item.type === 'BroadcastPosted' ? [item.broadcast.text] : []));

describe('broadcasts in the inbox', () => {
  it('R60 R242: come live on every node to those they are for, in order, and go live when they are taken back', async () => {
    const [ada, ben] = [await world.user('client'), await world.user('provider')];
    const readers = [await open(ada), await open(ada, 1), await open(ben, 1)] as const;
    const gone = await send('for all');
    await send('for clients', { audience: { roles: ['client'] } });
    await send('for providers', { audience: { roles: ['provider'] } });
    await revokeBroadcast(world.deps, host, { broadcastId: gone.id });
    for (const reader of readers) await reader.next('BroadcastRemoved', ({ broadcastId }) => broadcastId === gone.id);
    expect(posted(readers[0])).toEqual(['for all', 'for clients']);
    expect(posted(readers[1])).toEqual(['for all', 'for clients']);
    expect(posted(readers[2])).toEqual(['for all', 'for providers']);
  });

  it('R242: one that is taken back is told to nobody who never had it', async () => {
    const ben = await world.user('provider');
    const reader = await open(ben);
    const hidden = await send('not for ben', { audience: { roles: ['agent'] } });
    await revokeBroadcast(world.deps, host, { broadcastId: hidden.id });
    await send('the next');
    await reader.next('BroadcastPosted', ({ broadcast }) => broadcast.text === 'the next');
    expect(JSON.stringify(reader.items)).not.toContain(hidden.id);
  });

  it('P4 R60: who was away gets what they missed once and in order, whatever became of it meanwhile', async () => {
    const ada = await world.user('client');
    const before = await send('before');
    const live = await open(ada);
    const { epoch, position, broadcasts } = await live.next('InboxSnapshot');
    expect(broadcasts.map(({ text }) => text)).toContain('before');
    await live.stop();
    const missed = [await send('missed 1'), await send('missed 2')];
    await send('taken back').then(({ id }) => revokeBroadcast(world.deps, host, { broadcastId: id }));
    await revokeBroadcast(world.deps, host, { broadcastId: before.id });
    const resumed = await open(ada, 1, { after: { epoch, position } });
    const listed = await resumed.next('BroadcastsListed');
    const texts = listed.broadcasts.map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(['missed 2', 'missed 1']);
    expect(texts).not.toContain('before');
    expect(texts).not.toContain('taken back');
    const head = await resumed.next('InboxHead');
    await resumed.stop();
    for (const { id } of missed) await revokeBroadcast(world.deps, host, { broadcastId: id });
    const again = await open(ada, 0, { after: { epoch, position: head.position } });
    expect((await again.next('BroadcastsListed')).broadcasts.some(({ text }) => text.startsWith('missed'))).toBe(false);
  });

  it('P6 R242: with every bus message lost, the sweep brings them before the head goes out, and repeats none', async () => {
    const ada = await world.user('client');
    const reader = await open(ada, 1);
    await reader.next('InboxSnapshot');
    const known = await send('heard');
    await reader.next('BroadcastPosted', ({ broadcast }) => broadcast.text === 'heard');
    world.fate = () => 'lost';
    await send('lost');
    await revokeBroadcast(world.deps, host, { broadcastId: known.id });
    for (let n = 0; n < 3; n += 1) await sweep(world.node(1).deps, true);
    await reader.next('InboxHead');
    expect(reader.items.filter((item) => item.type === 'BroadcastPosted' || item.type === 'BroadcastRemoved').map(({ type }) => type)).toEqual([
      'BroadcastPosted',
      'BroadcastRemoved',
      'BroadcastPosted',
    ]);
  });

  it('P6: a bus that repeats and delays shows each once, and ends in the newest state', async () => {
    const ada = await world.user('client');
    const reader = await open(ada, 1);
    await reader.next('InboxSnapshot');
    world.fate = () => 'twice';
    await send('repeated');
    world.fate = () => 'late';
    const revoked = await send('late');
    await revokeBroadcast(world.deps, host, { broadcastId: revoked.id });
    world.release();
    world.fate = () => 'pass';
    await send('end');
    await reader.next('BroadcastPosted', ({ broadcast }) => broadcast.text === 'end');
    expect(posted(reader)).toEqual(['repeated', 'end']);
  });

  it('R60: a changed profile brings what is for the person now, and takes the rest', async () => {
    const ada = await world.user('client');
    const reader = await open(ada, 1);
    await reader.next('InboxSnapshot');
    const segment = [{ allOf: [{ field: 'profile' as const, operator: 'is' as const, key: 'plan', texts: ['pro'] }] }];
    await send('for pros', { audience: { segment, includesNewcomers: true } });
    const become = (plan: string) => upsertUser(world.deps, host, { externalId: ada.userId, role: 'client', profile: { plan } });
    await become('pro');
    await reader.next('BroadcastsListed', ({ broadcasts }) => broadcasts.some(({ text }) => text === 'for pros'));
    await become('free');
    await reader.next('BroadcastsListed', ({ broadcasts }) => broadcasts.every(({ text }) => text !== 'for pros'));
  });

  it('R242: what is read on one device is read on the others', async () => {
    const ada = await world.user('client');
    const reader = await open(ada, 1);
    const { broadcastReadSeq } = await reader.next('InboxSnapshot');
    expect(broadcastReadSeq).toBe(0);
    const { seq } = await send('to be read');
    expect(await markBroadcastsRead(world.deps, ada, { upToSeq: seq ?? 0 })).toBe(seq);
    expect(await reader.next('BroadcastsRead')).toMatchObject({ readSeq: seq });
  });

  it('R242: two nodes that find the same ones due publish each once, and each inbox hears it once', async () => {
    const ada = await world.user('client');
    const readers = [await open(ada), await open(ada, 1)];
    for (const reader of readers) await reader.next('InboxSnapshot');
    const names = ['due 1', 'due 2', 'due 3'];
    for (const [index, text] of names.entries()) await send(text, { sendAt: new Date(world.clock.now().getTime() + (index + 1) * 60_000) });
    await world.clock.sleep(10 * 60_000);
    const counts = await Promise.all([0, 1, 0, 1].map((node) => publishDue(world.node(node).deps)));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3);
    await eventually('all of them', () => readers.every((reader) => posted(reader).length >= 3));
    for (const reader of readers) expect(posted(reader)).toEqual(names);
  });

  it('R242: publishing costs the same statements for two open inboxes as for thirty', async () => {
    const cost = async (): Promise<number> => {
      const text = `counted ${(made += 1)}`;
      const { statements } = await recordQueries(world.node(0).db, async () => {
        await send(text);
        for (const reader of opened) await reader.next('BroadcastPosted', ({ broadcast }) => broadcast.text === text);
      });
      return statements.length;
    };
    for (let n = 0; n < 2; n += 1) await open(await world.user('client'));
    const few = await cost();
    for (let n = 0; n < 28; n += 1) await open(await world.user('client'));
    expect(await cost()).toBe(few);
  });
});
