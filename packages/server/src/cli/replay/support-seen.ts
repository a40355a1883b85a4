/** What a customer of a replay of support makes of what their client shows. */
import type { Person, QueuePositionChanged, SupportCase } from '@parley/sdk';
import type { CustomerResult } from './support-tally.js';

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

/** What a customer has seen so far. */
export interface Seen {
  assignedAt: number | null;
  handedOver: number | null;
  shown: CustomerResult['shown'];
  estimate: CustomerResult['estimate'];
  /** When the bot handed over. */
  lineAt: number | null;
  hasAnswer: boolean;
  isBotRight: boolean;
}

/** Nothing yet. */
export function nothingSeen(): Seen {
  return { assignedAt: null, handedOver: null, shown: null, estimate: null, lineAt: null, hasAnswer: false, isBotRight: false };
}

/** What is shown of a conversation, as far as it matters here. */
export interface Shown {
  readonly queuePosition: Pick<QueuePositionChanged, 'position' | 'estimatedWaitSeconds' | 'at'> | null;
  readonly supportCase: Pick<SupportCase, 'status' | 'assignedAt'> | null;
  readonly messages: readonly { readonly sender: Pick<Person, 'role'> }[];
}

/**
 * Looks at what is shown. A case is `over` once it is settled and answered, by an agent or rightly by the bot. `settled` alone is not the end: a feed that catches up shows the case as it is
 * now, before the messages that came first (rule 2.4 of the protocol), and that the bot was right is known with the answer to the customer's call.
 */
export function look(state: Shown, seen: Seen, of: { readonly queue: string; readonly handOvers: HandOvers }): 'waiting' | 'settled' | 'over' {
  const { queuePosition: place, supportCase, messages } = state;
  if (supportCase && supportCase.assignedAt !== null && seen.assignedAt === null) {
    seen.assignedAt = Date.parse(supportCase.assignedAt);
    seen.handedOver = of.handOvers.add(of.queue);
  }
  if (place && place.position !== null && seen.assignedAt === null) {
    seen.shown ??= { position: place.position, handedOver: of.handOvers.of(of.queue) };
    if (place.estimatedWaitSeconds !== null) seen.estimate ??= { seconds: place.estimatedWaitSeconds, at: Date.parse(place.at) };
  }
  seen.hasAnswer ||= messages.some(({ sender }) => sender.role === 'AGENT');
  if (supportCase?.status !== 'RESOLVED' && supportCase?.status !== 'CLOSED') return 'waiting';
  return seen.hasAnswer || seen.isBotRight ? 'over' : 'settled';
}
