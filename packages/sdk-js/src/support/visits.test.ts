import { expect, it } from 'vitest';
import { setUpClient } from './client.fixture.js';
import { pageReporter, visitOf } from './visits.js';

const visit = (url: string) => ({ userId: 'usr_1', url, title: null, referrer: null, userAgent: null, ip: null, at: '2026-01-01T00:00:00.000Z' });

it('R122: the newest page is told at once, then the last one of every two seconds; what fails is left', async () => {
  const { client, clock, asked } = setUpClient();
  const { report } = pageReporter(client);
  expect(pageReporter(client).report).toBe(report);
  for (const page of ['a', 'b', 'c']) report({ url: `https://x.example/${page}` });
  const told = () => asked('reportPage').map(({ variables }) => variables);
  const of = (page: string) => ({ input: { url: `https://x.example/${page}` } });
  expect(told()).toEqual([of('a')]);
  await clock.advance(2_000);
  expect(told()).toEqual([of('a'), of('c')]);
  await clock.advance(10_000);
  expect(told()).toHaveLength(2);
  report({ url: 'https://x.example/d' });
  expect(told()).toEqual([of('a'), of('c'), of('d')]);
});

it('R122: staff follow the page of a visitor, from what is known', async () => {
  const { client, feed, settle } = setUpClient();
  const store = visitOf(client, { userId: 'usr_1' });
  expect(visitOf(client, { userId: 'usr_1' })).toBe(store);
  store.subscribe(() => undefined);
  await settle();
  feed('visitFeed').next({ __typename: 'VisitSnapshot', last: visit('a') });
  expect(store.getSnapshot()).toMatchObject({ status: 'ready', visit: { url: 'a' } });
  feed('visitFeed').next({ __typename: 'VisitChanged', visit: visit('b') });
  feed('visitFeed').next({ __typename: 'VisitRead', at: '2026-01-01T00:00:00.000Z' });
  expect(store.getSnapshot().visit?.url).toBe('b');
});
