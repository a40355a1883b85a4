import { createChatClient, type ChatClient, type ChatClientOptions, type ClientTiming, type ConversationState } from '@parley/sdk';
import type { TestServer } from '@parley/server/testing';

/** Where nothing is broken, nothing is given up because the machine is slow. */
const PATIENT: Partial<ClientTiming> = {
  connectTimeoutMs: 60_000,
  pingTimeoutMs: 60_000,
  retryBaseMs: 40,
  retryMaxMs: 200,
  requestTimeoutMs: 60_000,
  firstItemMs: 60_000,
  markIntervalMs: 50,
  pollIntervalMs: 60,
};

/** Durations that let a fault be noticed and survived within a test. On a slow machine they give up what is well too, which must do no harm. */
export const QUICK: Partial<ClientTiming> = { connectTimeoutMs: 3_000, pingIntervalMs: 150, pingTimeoutMs: 1_000, requestTimeoutMs: 3_000, firstItemMs: 1_500 };

/** Makes clients and closes them after the test. */
export function clientsOf(server: () => TestServer, usual: Partial<ClientTiming> = {}) {
  const open: ChatClient[] = [];
  return {
    make(token: ChatClientOptions['token'], options: Partial<ChatClientOptions> = {}): ChatClient {
      const client = createChatClient({ url: server().url, token, ...options, timing: { ...PATIENT, ...usual, ...options.timing } });
      open.push(client);
      return client;
    },
    async closeAll(): Promise<void> {
      await Promise.all(open.splice(0).map((client) => client.close()));
    },
  };
}

/** What people wrote, without what the system says. */
export const texts = (state: ConversationState): string[] => state.messages.filter((message) => message.kind === 'TEXT').map((message) => message.text);

/** Numbered texts. */
export const numbered = (count: number, prefix = 'message'): string[] => Array.from({ length: count }, (_, index) => `${prefix} ${index + 1}`);
