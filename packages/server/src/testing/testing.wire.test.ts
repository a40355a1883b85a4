import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Arrivals } from './arrivals.js';
import { currentStack, eventually, expectQueries, faultProxy, seed, startServer, within, type TestServer } from './index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('startServer and seed', () => {
  it('serves a seeded person over HTTP and WebSocket', async () => {
    const world = await seed(server).client('ada').ready();
    const { ada } = world.people;
    expect(await ada.must('{ viewer { displayName role } }')).toEqual({ viewer: { displayName: 'ada', role: 'CLIENT' } });
    const socket = await ada.socket();
    expect(await socket.request('{ viewer { id } }')).toEqual({ data: { viewer: { id: ada.id } } });
    expect(await world.nobody.codeOf('{ viewer { id } }')).toBe('UNAUTHENTICATED');
    await world.close();
    expect(await socket.closed).toMatchObject({ code: 1000 });
  });

  it('keeps seeds apart: each is a site of its own', async () => {
    const [first, second] = [await seed(server).client('ada').ready(), await seed(server).client('ada').ready()];
    expect(first.people.ada.id).not.toBe(second.people.ada.id);
    expect(first.site.id).not.toBe(second.site.id);
  });

  it('expectQueries tells the statements of a whole request', async () => {
    const { people } = await seed(server).client('ada').ready();
    await expect(expectQueries(server.db, 99, () => people.ada.must('{ viewer { displayName } }'))).rejects.toThrow(/expected 99 statements, ran \d+:\n {2}1\. /);
  });

  it.runIf(currentStack() === 'cluster')('starts several nodes on one database', async () => {
    const cluster = await startServer({ nodes: 2 });
    const { people } = await seed(cluster).client('ada').ready();
    const [, second = ''] = cluster.urls;
    expect(await people.ada.at(second).must('{ viewer { id } }')).toEqual({ viewer: { id: people.ada.id } });
    await cluster.close();
  });
});

describe('faultProxy', () => {
  it('carries, refuses, swallows and cuts', async () => {
    const echo = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.pipe(socket);
    });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    const address = echo.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const proxy = await faultProxy({ port: address.port });
    const socket = connect(proxy.port, '127.0.0.1');
    const answers = new Arrivals<string>('an echo');
    socket.on('data', (data) => answers.push(String(data)));
    const closed = new Promise<string>((resolve) => socket.on('error', (error) => resolve(error.message)));

    socket.write('one');
    expect(await answers.next()).toBe('one');
    proxy.set('blackhole');
    socket.write('two');
    await eventually('bytes to be swallowed', () => proxy.swallowed === 3);
    proxy.set('slow', 20);
    const sentAt = performance.now();
    socket.write('three');
    expect(await answers.next()).toBe('three');
    expect(performance.now() - sentAt).toBeGreaterThan(35);
    // What is on its way is not overtaken when the link is less slow.
    proxy.set('slow', 200);
    socket.write('four');
    const direct = connect(address.port, '127.0.0.1');
    direct.write('a turn');
    await within(new Promise((resolve) => direct.once('data', resolve)), 'an echo');
    direct.destroy();
    proxy.set('slow', 1);
    socket.write('five');
    let both = '';
    while (both.length < 8) both += await answers.next();
    expect(both).toBe('fourfive');
    proxy.cut();
    expect(await within(closed, 'a reset')).toContain('ECONNRESET');
    proxy.set('refuse');
    const refused = connect(proxy.port, '127.0.0.1');
    await within(new Promise((resolve) => refused.on('error', resolve)), 'a reset');
    await proxy.close();
    await new Promise((resolve) => echo.close(resolve));
  });
});
