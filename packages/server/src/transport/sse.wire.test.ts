import { afterEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../kernel/clock.js';
import { announceChange } from '../modules/identity/index.js';
import { seed, startServer, type TestServer } from '../testing/index.js';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: Parameters<typeof startServer>[0] = {}): Promise<TestServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}

/** Opens the inbox over server-sent events; `next()` is the next result, or null at the end. */
async function openInbox(url: string, token: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: 'subscription { inboxFeed { __typename } }' }),
  });
  if (!response.body) throw new Error('no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<unknown> => {
    for (;;) {
      const found = /event: (next|complete)\ndata:([^\n]*)\n\n/.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return found[1] === 'next' ? JSON.parse(found[2] ?? '') : null;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  return { type: response.headers.get('content-type'), next };
}

describe('server-sent events', () => {
  it('R96: carry the same feed, until its token ends', async () => {
    const clock = createTestClock();
    const server = await start({ clock });
    const world = await seed(server).ready();
    const inbox = await openInbox(server.url, await world.token('ada', 'client', 5));
    expect(inbox.type).toMatch(/^text\/event-stream/);
    expect(await inbox.next()).toEqual({ data: { inboxFeed: { __typename: 'InboxSnapshot' } } });
    await clock.advance(5_001);
    expect(await inbox.next()).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_EXPIRED', retry: 'now' } }] });
    expect(await inbox.next()).toBeNull();
  });

  it('R176: end at once for a user who is switched off', async () => {
    const server = await start();
    const world = await seed(server).client('ada').ready();
    const inbox = await openInbox(server.url, world.people.ada.token);
    await inbox.next();
    announceChange(server.deps, { siteId: world.site.id, userId: world.people.ada.id, endsSessions: true });
    expect(await inbox.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('P1: end with UNAVAILABLE when the server stops, so that the client goes elsewhere', async () => {
    const server = await startServer();
    const world = await seed(server).client('ada').ready();
    const inbox = await openInbox(server.url, world.people.ada.token);
    await inbox.next();
    const closed = server.close();
    expect(await inbox.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE', retry: 'after' } }] });
    await closed;
  });
});
