/** A customer of a replay of support: asks, takes what the bot says or a person instead, watches their place, and is done when it is answered and settled. */
import { createChatClient, type ConversationState } from '@parley/sdk';
import { startSupport } from '@parley/sdk/operations';
import { automationOf } from '@parley/sdk/support';
import { stopwatch, systemClock } from '../../kernel/clock.js';
import type { CuttableSockets } from './cuts.js';
import { PATIENT, patiently, problemOf } from './patience.js';
import { answerBot } from './support-bot.js';
import type { Placing } from './support-desk.js';
import { type HandOvers, look, nothingSeen, type Seen } from './support-seen.js';
import type { CustomerResult } from './support-tally.js';

/** What a customer asks, and where. */
export interface Asking extends Placing {
  readonly url: string;
  readonly token: string;
  readonly sockets: CuttableSockets;
  readonly clientId: string;
  readonly text: string;
  /** What it is about. */
  readonly category: string;
  /** The category of each of the bot's articles, by id. */
  readonly categories: ReadonlyMap<string, string>;
}

/** For how long a customer waits before they count as lost, in milliseconds. */
export const PATIENCE_MS = 600_000;

/** For how long a case shows as settled without an answer before its customer counts as lost, in milliseconds. */
const SETTLED_MS = 30_000;

/** Asks once and waits for the end. Never throws. */
export async function askAndWait(asking: Asking, handOvers: HandOvers): Promise<CustomerResult> {
  const client = createChatClient({ url: asking.url, token: asking.token, webSocketImpl: asking.sockets.implementation, timing: PATIENT });
  const seen = nothingSeen();
  const { line, queue, attributes, category, categories } = asking;
  let queuedAt = 0;
  let caseId: string | null = null;
  try {
    const started = await patiently(() => startSupport(client, { clientId: asking.clientId, queue, attributes, text: asking.text.slice(0, 2_000) }));
    const mine = started.case.id;
    queuedAt = Date.parse(started.case.queuedAt);
    caseId = mine;
    const waited = stopwatch();
    const conversation = client.conversation(started.case.conversationId);
    const problem = await new Promise<string | null>((resolve) => {
      const end = (found: string | null): void => {
        impatience.cancel();
        stop();
        resolve(found);
      };
      let settled: (() => number) | null = null;
      const impatience = systemClock.every(1_000, () => {
        if (waited() > PATIENCE_MS) end('nobody came');
        if (settled && settled() > SETTLED_MS) end('the case was settled without an answer');
      });
      const heard = new Set<string>();
      const hearBot = ({ messages }: ConversationState): void => {
        for (const message of messages) {
          const said = message.id === null || heard.has(message.id) ? null : automationOf(message);
          if (said === null || message.id === null) continue;
          heard.add(message.id);
          if (said.kind === 'handOver') seen.lineAt = Date.parse(message.sentAt);
          answerBot(client, said, { caseId: mine, messageId: message.id, category, categories })
            .then((isRight) => {
              seen.isBotRight ||= isRight;
              see();
            })
            .catch((error: unknown) => end(problemOf(error)));
        }
      };
      const see = (): void => {
        const state = conversation.getSnapshot();
        hearBot(state);
        const stand = look(state, seen, { queue, handOvers });
        if (stand === 'over') end(null);
        else if (state.status === 'failed') end(state.error?.message ?? 'the feed failed');
        settled = stand === 'settled' ? (settled ?? stopwatch()) : null;
      };
      const stop = conversation.subscribe(see);
    });
    return resultOf({ line, caseId, queuedAt, seen, problem });
  } catch (error) {
    return resultOf({ line, caseId, queuedAt, seen, problem: problemOf(error) });
  } finally {
    await client.close();
  }
}

function resultOf(of: { readonly line: string; readonly caseId: string | null; readonly queuedAt: number; readonly seen: Seen; readonly problem: string | null }): CustomerResult {
  const { line, caseId, queuedAt, seen, problem } = of;
  const { hasAnswer, isBotRight, lineAt, ...rest } = seen;
  const isAnsweredByBot = problem === null && isBotRight && !hasAnswer;
  return { line, caseId, queuedAt, lineAt: lineAt ?? queuedAt, isHandedOver: lineAt !== null, offers: [], ...rest, isAnswered: problem === null && hasAnswer, isAnsweredByBot, problem };
}
