/** A customer of a replay of support: asks, watches their place, and is done when an agent has answered and settled it. */
import { createChatClient, type ConversationState } from '@parley/sdk';
import { startSupport } from '@parley/sdk/operations';
import { stopwatch, systemClock } from '../../kernel/clock.js';
import { cuttableSockets } from './cuts.js';
import type { CustomerResult } from './support-tally.js';

/** What a customer asks, and where. */
export interface Asking {
  readonly url: string;
  readonly token: string;
  readonly clientId: string;
  readonly queue: string;
  readonly text: string;
}

/** Hand-overs of each line so far, as the customers see them. */
export class HandOvers {
  readonly #counts = new Map<string, number>();

  of(line: string): number {
    return this.#counts.get(line) ?? 0;
  }

  add(line: string): number {
    const count = this.of(line) + 1;
    this.#counts.set(line, count);
    return count;
  }
}

/** For how long a customer waits before they count as lost, in milliseconds. */
export const PATIENCE_MS = 600_000;

interface Seen {
  assignedAt: number | null;
  handedOver: number | null;
  shown: CustomerResult['shown'];
  estimate: CustomerResult['estimate'];
  hasAnswer: boolean;
  isBot: boolean;
}

/** Asks once and waits for the end. Never throws. */
export async function askAndWait(asking: Asking, handOvers: HandOvers): Promise<CustomerResult> {
  const client = createChatClient({ url: asking.url, token: asking.token, webSocketImpl: cuttableSockets().implementation });
  const seen: Seen = { assignedAt: null, handedOver: null, shown: null, estimate: null, hasAnswer: false, isBot: false };
  const line = asking.queue;
  let queuedAt = 0;
  let caseId: string | null = null;
  try {
    const started = await startSupport(client, { clientId: asking.clientId, queue: asking.queue, text: asking.text.slice(0, 2_000) });
    const { case: mine } = started;
    queuedAt = Date.parse(mine.queuedAt);
    caseId = mine.id;
    const waited = stopwatch();
    const conversation = client.conversation(mine.conversationId);
    const problem = await new Promise<string | null>((resolve) => {
      const end = (found: string | null): void => {
        impatience.cancel();
        stop();
        resolve(found);
      };
      const impatience = systemClock.every(1_000, () => {
        if (waited() > PATIENCE_MS) end('nobody came');
      });
      const look = (): void => {
        const state = conversation.getSnapshot();
        if (hear(state, seen, { line, handOvers })) end(null);
        else if (state.status === 'failed') end(state.error?.message ?? 'the feed failed');
      };
      const stop = conversation.subscribe(look);
    });
    return resultOf({ line, caseId, queuedAt, seen, problem });
  } catch (error) {
    return resultOf({ line, caseId, queuedAt, seen, problem: error instanceof Error ? error.message : String(error) });
  } finally {
    await client.close();
  }
}

function resultOf(of: { readonly line: string; readonly caseId: string | null; readonly queuedAt: number; readonly seen: Seen; readonly problem: string | null }): CustomerResult {
  const { line, caseId, queuedAt, seen, problem } = of;
  const { hasAnswer, isBot, ...rest } = seen;
  return { line, caseId, queuedAt, offeredAt: null, ...rest, isAnswered: problem === null && hasAnswer, isAnsweredByBot: problem === null && isBot && !hasAnswer, problem };
}

/** Looks at what is shown; true when the case is settled. */
function hear(state: ConversationState, seen: Seen, of: { readonly line: string; readonly handOvers: HandOvers }): boolean {
  const { queuePosition: place, supportCase, messages } = state;
  if (supportCase && supportCase.assignedAt !== null && seen.assignedAt === null) {
    seen.assignedAt = Date.parse(supportCase.assignedAt);
    seen.handedOver = of.handOvers.add(of.line);
  }
  if (place && place.position !== null && seen.assignedAt === null) {
    seen.shown ??= { position: place.position, handedOver: of.handOvers.of(of.line) };
    if (place.estimatedWaitSeconds !== null) seen.estimate ??= { seconds: place.estimatedWaitSeconds, at: Date.parse(place.at) };
  }
  seen.hasAnswer ||= messages.some(({ sender }) => sender.role === 'AGENT');
  seen.isBot ||= messages.some(({ sender }) => sender.role === 'BOT');
  return supportCase?.status === 'RESOLVED' || supportCase?.status === 'CLOSED';
}
