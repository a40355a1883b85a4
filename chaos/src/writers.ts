import { isChatError, type ChatClient, type ClientTiming, type ConversationHandle, type MessageItem } from '@parley/sdk';
import type { sendMessage } from '@parley/sdk/operations';
import { OperationError } from '@parley/server/testing';
import type { History, Pending } from './history.js';
import type { Random } from './random.js';
import type { Person } from './world.js';

/** Durations that let a fault be noticed within a smoke run. */
export const QUICK: Partial<ClientTiming> = {
  connectTimeoutMs: 2_000,
  pingIntervalMs: 400,
  pingTimeoutMs: 1_500,
  retryBaseMs: 50,
  retryMaxMs: 500,
  settleMs: 500,
  requestTimeoutMs: 8_000,
  firstItemMs: 4_000,
  markIntervalMs: 500,
};

/** Codes after which nobody knows whether the operation had its effect. */
const OPEN_ENDED = new Set(['UNAVAILABLE', 'INTERNAL', 'TIMEOUT', 'NETWORK_ERROR', 'CLIENT_CLOSED', 'OVERLOADED']);

/** Milliseconds that a request over HTTP may take. */
export const PATIENCE_MS = 8_000;

/** What a writer needs. */
export interface WriterOptions {
  readonly person: Person;
  readonly conversationId: string;
  readonly url: string;
  readonly history: History;
  readonly random: Random;
  /** Milliseconds between two messages, on average. */
  readonly paceMs: number;
}

/** Somebody who writes. */
export interface Writer {
  readonly person: Person;
  readonly conversationId: string;
  /** Sends one message now, whatever the pace. */
  say(text: string): void;
  start(): void;
  /** Begins nothing more. */
  stop(): void;
  /** Whether what it began has ended. */
  readonly isSettled: boolean;
  close(): Promise<void>;
}

/** What an app's list showed that it must not. */
export interface ListWriter extends Writer {
  readonly offences: readonly string[];
  /** Forgets the offences so far. */
  forgive(): void;
  /** The list as the app shows it now. */
  readonly messages: readonly MessageItem[];
  /** Up to where its feed has come. What it sent itself may stand behind that, as the answer said. */
  readonly seq: number;
  /** Whether the feed is where the server is, as far as the app knows. */
  readonly isSynced: boolean;
  /** How often the state was built anew. */
  readonly resets: readonly string[];
}

/** An app on the SDK: it shows the conversation and writes into it; the SDK alone decides when to send again. */
export function sdkWriter(options: WriterOptions): ListWriter {
  const { person, conversationId, url, history, random } = options;
  const client: ChatClient = person.sdk.createChatClient({ url, token: person.token, storage: person.sdk.memoryStorage(), timing: QUICK });
  const handle: ConversationHandle = client.conversation(conversationId);
  const resets: string[] = [];
  const offences: string[] = [];
  client.onReset((event) => void resets.push(event.reason));
  const release = handle.retain();
  const unwatch = handle.subscribe(() => checkList(handle.getSnapshot().messages, offences));
  const open = new Set<Pending>();
  const loop = pacer(options, () => {
    // An app whose messages wait does not write more and more.
    if (open.size < 20) (random.chance(0.12) ? edit : () => say(textOf(options)))();
  });

  function say(text: string): void {
    const pending = history.begin({ kind: 'send', by: person.name, conversationId, key: text });
    open.add(pending);
    handle
      .send(text)
      .then(({ id, seq, clientId }) => pending.done({ seq, messageId: id, clientId }), (error: unknown) => refused(pending, error))
      .finally(() => open.delete(pending));
  }

  function edit(): void {
    const own = handle.getSnapshot().messages.filter((message) => message.isOwn && message.id !== null && message.kind === 'TEXT');
    const message = own.at(-random.whole(1, 5));
    if (!message?.id) return say(textOf(options));
    const text = `${message.text.slice(0, 60)} (edited ${random.whole(1, 1e6)})`;
    const pending = history.begin({ kind: 'edit', by: person.name, conversationId, key: text });
    open.add(pending);
    handle
      .edit(message.id, text)
      .then(({ id }) => pending.done({ seq: 0, messageId: id, clientId: null }), (error: unknown) => refused(pending, error))
      .finally(() => open.delete(pending));
  }

  return {
    person,
    conversationId,
    say,
    ...loop,
    offences,
    forgive: () => void offences.splice(0),
    resets,
    get messages() {
      return handle.getSnapshot().messages;
    },
    get seq() {
      return handle.getSnapshot().seq;
    },
    get isSynced() {
      const state = handle.getSnapshot();
      return state.status === 'ready' && state.syncStatus === 'synced';
    },
    get isSettled() {
      return open.size === 0;
    },
    async close() {
      loop.stop();
      unwatch();
      release();
      await client.close();
    },
  };
}

/** A writer who can choose. */
export interface RawWriter extends Writer {
  /** Sends an internal note, which no app gets. */
  note(text: string): void;
}

/**
 * A back-end or a hand-made client over HTTP: one request each, with a client id of its own. What has no clear answer it sends again
 * under the same id, most of the time; the rest stays unknown for ever.
 */
export function rawWriter(options: WriterOptions): RawWriter {
  const { person, conversationId, history, random } = options;
  let open = 0;
  let count = 0;
  const loop = pacer(options, () => (random.chance(0.3) ? note : say)(textOf(options)));

  function say(text: string): void {
    void deliver({ conversationId, clientId: nextId(), text });
  }

  function note(text: string): void {
    void deliver({ conversationId, clientId: nextId(), text, audience: 'STAFF' });
  }

  const nextId = (): string => `${person.name}-${(count += 1)}`;

  async function deliver(input: Parameters<typeof sendMessage>[1] & { readonly text: string }): Promise<void> {
    open += 1;
    const { text, clientId } = input;
    for (let attempt = 1; attempt <= 60; attempt += 1) {
      const pending = history.begin({ kind: 'send', by: person.name, conversationId, key: text, clientId });
      try {
        const { message, seq } = await inTime(person.sdk.sendMessage(person.actor, input), PATIENCE_MS);
        pending.done({ seq, messageId: message.id, clientId });
      } catch (error) {
        refused(pending, error);
      }
      const isForgotten = attempt === 1 && !text.includes('die:') && random.chance(0.25);
      if (pending.operation.outcome !== 'unknown' || isForgotten) break;
      await pause(random.whole(50, 400));
    }
    open -= 1;
  }

  return {
    person,
    conversationId,
    say,
    note,
    ...loop,
    get isSettled() {
      return open === 0;
    },
    async close() {
      loop.stop();
    },
  };
}

/** Edits a message over HTTP, through the transaction path, under a client id of the caller's. */
export async function rawEdit(of: { readonly person: Person; readonly conversationId: string; readonly history: History }, edit: { readonly messageId: string; readonly text: string; readonly clientId: string }): Promise<Pending> {
  const pending = of.history.begin({ kind: 'edit', by: of.person.name, conversationId: of.conversationId, key: edit.text, clientId: edit.clientId });
  try {
    const { message, seq } = await inTime(of.person.sdk.editMessage(of.person.actor, edit), PATIENCE_MS);
    pending.done({ seq, messageId: message.id, clientId: edit.clientId });
  } catch (error) {
    refused(pending, error);
  }
  return pending;
}

/** Writes down what the error of a call tells of its outcome. */
export function refused(pending: Pending, error: unknown): void {
  const code = error instanceof OperationError ? error.code : isChatError(error) ? error.code : 'NETWORK_ERROR';
  if (OPEN_ENDED.has(code) || code.startsWith('no code')) pending.unknown(code);
  else pending.failed(code);
}

let written = 0;
const textOf = ({ person, random }: WriterOptions): string => `${person.name} says ${(written += 1)} ${'·'.repeat(random.whole(0, 60))}`;

function pacer({ random, paceMs }: WriterOptions, act: () => void): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  const next = (): void => {
    timer = setTimeout(() => {
      act();
      next();
    }, random.whole(Math.ceil(paceMs / 3), Math.ceil((paceMs * 5) / 3)));
  };
  return {
    start: () => {
      if (!timer) next();
    },
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}

/** An app's list is in the order of `seq`, with what is on its way at the end, and shows nothing twice. */
function checkList(messages: readonly MessageItem[], offences: string[]): void {
  if (offences.length > 20) return;
  const keys = new Set(messages.map((message) => message.key));
  if (keys.size !== messages.length) offences.push('a list showed a message twice');
  let last = 0;
  for (const { seq } of messages) {
    if (seq === null) continue;
    if (seq <= last) {
      offences.push(`a list showed ${seq} after ${last}`);
      return;
    }
    last = seq;
  }
}

/** Resolves after so many milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Rejects when the work takes longer than `ms`; the work itself goes on. */
export async function inTime<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OperationError('TIMEOUT', [])), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
