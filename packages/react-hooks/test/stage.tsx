import './dom.js';
import { cleanup, configure } from '@testing-library/react';
import { ChatProvider, ConversationProvider } from '@parley/react';
import { createChatClient, type ChatClient, type ChatClientOptions } from '@parley/sdk';
import { seed, startServer, type TestServer } from '@parley/server/testing';
import type { ReactNode } from 'react';
import { afterAll, afterEach, beforeAll } from 'vitest';

// Every component of these tests is mounted twice, as React does in development.
configure({ reactStrictMode: true, asyncUtilTimeout: 30_000 });

/** A component that puts the hooks of a test where they have their providers. */
export const within = (client: ChatClient, conversationId?: string) =>
  function Providers({ children }: { readonly children: ReactNode }) {
    return (
      <ChatProvider client={client}>
        {conversationId === undefined ? children : <ConversationProvider conversationId={conversationId}>{children}</ConversationProvider>}
      </ChatProvider>
    );
  };

/** A server for all tests of a file, and real clients of real people. Each test may have people of its own. */
export function useStage() {
  let server: TestServer;
  const ends: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    server = await startServer({ stack: 'embedded' });
  });
  afterEach(async () => {
    cleanup();
    for (const end of ends.splice(0).reverse()) await end();
  });
  afterAll(async () => {
    await server.close();
  });

  return {
    get server() {
      return server;
    },
    /** Ends with the test. */
    ends(end: () => Promise<void>) {
      ends.push(end);
    },
    /** A client that is closed with the test. */
    client(token: string, options: Partial<ChatClientOptions> = {}): ChatClient {
      const client = createChatClient({ url: server.url, token, timing: { releaseGraceMs: 50 }, ...options });
      ends.push(() => client.close());
      return client;
    },
    /** Ada booked Ben; both are signed in. */
    async twoPeople() {
      const world = await seed(server).client('ada').provider('ben').booking('Moving a piano').ready();
      ends.push(() => world.close());
      const { conversationId } = world.bookings['Moving a piano'];
      return {
        world,
        conversationId,
        ada: this.client(world.people.ada.token),
        ben: this.client(world.people.ben.token),
      };
    },
  };
}
