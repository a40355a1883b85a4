import { faultProxy, type FaultProxy } from '@parley/server/testing';
import { afterEach, expect, it } from 'vitest';
import { hides, shows, useStage } from './stage.js';

const stage = useStage();
const proxies: FaultProxy[] = [];
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

/** A bad network between a page and the server. */
async function badNetwork() {
  const proxy = await faultProxy({ port: Number(new URL(stage.server.url).port) });
  proxies.push(proxy);
  return { proxy, origin: new URL(proxy.through(stage.server.url)).origin };
}

it('P4 R94: a lost network is seen, and what was missed and what was written meanwhile arrives once and in order', async () => {
  const { visit } = await stage.twoPeople();
  const { proxy, origin } = await badNetwork();
  const ada = await visit('ada', { origin });
  const ben = await visit('ben');
  await ada.send('Before');
  await shows(ben.message('Before'));
  await shows(ada.page.getByText('Connected'));

  proxy.set('refuse');
  await shows(ada.page.getByText('No connection.'));
  await ben.send('While you were away, one');
  await ben.send('While you were away, two');
  await shows(ben.status('While you were away, two').getByText('Sent'));
  await ada.send('Written without a network');
  await shows(ada.status('Written without a network').getByText('Sending'));

  proxy.set('ok');
  // It may be back by itself before the button is reached.
  await Promise.race([ada.page.getByRole('button', { name: 'Try now' }).click(), shows(ada.page.getByText('Connected'))]);
  await shows(ada.page.getByText('Connected'));
  await hides(ada.page.getByText('No connection.'));
  await shows(ada.status('Written without a network').getByText('Read'));
  const texts = ['Before', 'While you were away, one', 'While you were away, two', 'Written without a network'];
  expect(await ada.texts()).toEqual(texts);
  expect(await ben.texts()).toEqual(texts);
});

it('R97: what was written without a network outlives a reload and is sent later', async () => {
  const { visit } = await stage.twoPeople();
  const { proxy, origin } = await badNetwork();
  const ada = await visit('ada', { origin });
  const ben = await visit('ben');
  await shows(ada.page.getByText('Connected'));
  await shows(ben.page.getByText('Connected'));

  proxy.set('refuse');
  await shows(ada.page.getByText('No connection.'));
  await ada.send('Kept over a reload');
  await shows(ada.status('Kept over a reload').getByText('Sending'));
  // The page itself still loads, as from a cache: what goes to the server is cut off.
  await ada.loadFrom(new URL(stage.server.url).origin);
  await ada.page.reload();
  await shows(ada.status('Kept over a reload').getByText('Sending'));
  expect(await ben.texts()).toEqual([]);

  proxy.set('ok');
  await shows(ben.message('Kept over a reload'));
  await shows(ada.status('Kept over a reload').getByText('Read'));
  expect(await ben.texts()).toEqual(['Kept over a reload']);
});

it('P1 R94: what is written and sent before the page has loaded is not lost', async () => {
  const { visit } = await stage.twoPeople();
  const { proxy, origin } = await badNetwork();
  const ben = await visit('ben');
  proxy.set('slow', 250);
  const ada = await visit('ada', { origin });
  await ada.send('Faster than the network');
  await shows(ben.message('Faster than the network'));
  await shows(ada.status('Faster than the network').getByText('Read'));
  expect(await ben.texts()).toEqual(['Faster than the network']);
});
