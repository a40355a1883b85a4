/** One conversation of a replay: two clients that write in turn, over connections that are cut. */
import { type ChatClient, createChatClient, type ConversationHandle, type ConversationState } from '@parley/sdk';
import { conversation, messages as readMessages, unread } from '@parley/sdk/operations';
import { stopwatch, systemClock } from '../../kernel/clock.js';
import { type CuttableSockets, cuttableSockets, seededNumbers } from './cuts.js';
import type { Dialogue, Side } from './dialogue.js';
import type { ReplayHost } from './host.js';
import { compareTurns, type ConversationResult } from './tally.js';

/** What a conversation is replayed with. */
export interface ReplaySetting {
  /** Where the client connects, and where the provider does. */
  readonly urls: readonly [client: string, provider: string];
  readonly host: ReplayHost;
  /** Connections cut for each 100 messages. */
  readonly cuts: number;
  readonly seed: string;
  /** Called as each message has arrived. */
  readonly onMessage: () => void;
}

interface Party {
  readonly client: ChatClient;
  readonly handle: ConversationHandle;
  readonly sockets: CuttableSockets;
  /** Numbers of the turns, in the order in which they first showed up here. */
  readonly arrived: number[];
  readonly stop: () => void;
}

/** Milliseconds after which a message that has not arrived counts as lost. */
const PATIENCE_MS = 60_000;
/** How often a question is asked, and milliseconds between. */
const ATTEMPTS = 5;
const PAUSE_MS = 200;
/** The clients come back sooner than people's would, so that cuts cost milliseconds and not half seconds. */
const TIMING = { retryBaseMs: 40, markIntervalMs: 20, releaseGraceMs: 0 } as const;

/**
 * Replays one conversation and compares what both sides got, and what the server has, with the file.
 * Never rejects: what does not arrive counts as lost, and `problem` says why.
 */
export async function replayConversation(dialogue: Dialogue, setting: ReplaySetting): Promise<ConversationResult & { readonly problem: string | null }> {
  const latencies: number[] = [];
  const parties: Party[] = [];
  let cuts = 0;
  let problem: string | null = null;
  const count = dialogue.turns.length;
  const chance = seededNumbers(`${setting.seed} ${dialogue.line}`);
  try {
    const conversationId = await setting.host.book(dialogue);
    const client = join(setting.urls[0], conversationId, await setting.host.token(dialogue, 'client'));
    parties.push(client);
    const provider = join(setting.urls[1], conversationId, await setting.host.token(dialogue, 'provider'));
    parties.push(provider);
    await Promise.all(parties.map((party) => until(party, (state) => state.status === 'ready', 'to open the conversation')));
    const sideOf: Readonly<Record<Side, Party>> = { client, provider };
    for (const [turn, { from, text }] of dialogue.turns.entries()) {
      const sender = sideOf[from];
      const receiver = from === 'client' ? provider : client;
      const maybeCut = (): void => {
        // Three moments a turn: before it is sent, under way, and at its arrival; either side.
        if (chance() < setting.cuts / 300 && (chance() < 0.5 ? sender : receiver).sockets.cut()) cuts += 1;
      };
      maybeCut();
      const elapsed = stopwatch();
      const sent = sender.handle.send({ text, metadata: { turn } });
      maybeCut();
      const arrival = until(receiver, () => receiver.arrived.includes(turn), `for turn ${turn + 1} to arrive`).then(() => latencies.push(elapsed()));
      await Promise.all([sent, arrival]);
      maybeCut();
      setting.onMessage();
      if (dialogue.turns[turn + 1]?.from === from) continue;
      await until(sender, () => sender.arrived.includes(turn), `to see turn ${turn + 1}, its own`);
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const checked = await check(parties, count).catch((error: unknown) => {
    return { lost: count, repeated: 0, outOfOrder: 0, unread: 0, problem: error instanceof Error ? error.message : String(error) };
  });
  await Promise.all(parties.map(leave));
  return { messages: count, ...checked, cuts, latencies, problem: problem ?? checked.problem };
}

function join(url: string, conversationId: string, token: string): Party {
  const sockets = cuttableSockets();
  const client = createChatClient({ url, token, webSocketImpl: sockets.implementation, timing: TIMING });
  const handle = client.conversation(conversationId);
  const arrived: number[] = [];
  const shown = new Set<string>();
  const look = (): void => {
    for (const { id, key, metadata } of handle.getSnapshot().messages) {
      if (id === null || shown.has(key)) continue;
      shown.add(key);
      if (typeof metadata['turn'] === 'number') arrived.push(metadata['turn']);
    }
  };
  return { client, handle, sockets, arrived, stop: handle.subscribe(look) };
}

/** Resolves when the store of a party shows what is waited for. */
function until(party: Party, isThere: (state: ConversationState) => boolean, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      timer.cancel();
      stop();
    };
    const timer = systemClock.after(PATIENCE_MS, () => {
      stop();
      reject(new Error(`a client waited ${PATIENCE_MS / 1000} seconds in vain ${what}`));
    });
    const look = (): void => {
      const state = party.handle.getSnapshot();
      if (state.status === 'failed') {
        done();
        reject(state.error ?? new Error('the conversation could not be opened'));
      } else if (isThere(state)) {
        done();
        resolve();
      }
    };
    const stop = party.handle.subscribe(look);
    look();
  });
}

type Differences = Pick<ConversationResult, 'lost' | 'repeated' | 'outOfOrder' | 'unread'> & { readonly problem: string | null };

/** Compares the file with what each side saw, what each side shows now, and what the server has. The worst of the three counts. */
async function check(parties: readonly Party[], count: number): Promise<Differences> {
  if (parties.length < 2) return { lost: count, repeated: 0, outOfOrder: 0, unread: 0, problem: null };
  const problems: string[] = [];
  let [lost, repeated, outOfOrder, left] = [0, 0, 0, 0];
  for (const { client, handle, arrived } of parties) {
    const { edges } = await again(() => readMessages(client, { conversationId: handle.id, last: 100 }));
    const views = [arrived, turnsOf(handle.getSnapshot().messages), turnsOf(edges.map((edge) => edge.node))].map((turns) => compareTurns(turns, count));
    lost = Math.max(lost, ...views.map((view) => view.lost));
    repeated = Math.max(repeated, ...views.map((view) => view.repeated));
    outOfOrder = Math.max(outOfOrder, ...views.map((view) => view.outOfOrder));
    await again(() => handle.markRead());
    const { messages: unreadHere } = await again(() => unread(client));
    if (unreadHere > 0) problems.push(await describeUnread(client, handle, unreadHere));
    left += unreadHere;
  }
  return { lost, repeated, outOfOrder, unread: left, problem: problems.join('; ') || null };
}

async function describeUnread(client: ChatClient, handle: ConversationHandle, count: number): Promise<string> {
  const seen = handle.getSnapshot();
  const place = (await again(() => conversation(client, { id: handle.id })))?.viewer;
  return `${seen.me?.role ?? 'one side'} has ${count} unread after marking ${seen.messages.at(-1)?.seq ?? 0} of ${seen.seq}, the server has it at ${place?.readSeq ?? 0} with ${place?.unreadCount ?? 0} unread`;
}

/** A question that was under way when its connection was cut is asked again; sends do that by themselves. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise<void>((resolve) => systemClock.after(PAUSE_MS, resolve));
    }
  }
}

function turnsOf(messages: ReadonlyArray<{ readonly metadata: Readonly<Record<string, unknown>> }>): number[] {
  return messages.map((message) => message.metadata['turn']).filter((turn) => typeof turn === 'number');
}

async function leave(party: Party): Promise<void> {
  party.stop();
  await party.client.close();
}
