/** What the server says by itself in a case, as a page shows it. */
import type { MessageItem } from '../conversation/items.js';
import type { Message } from '../generated/types.js';

/** An article to choose. */
export interface AnswerChoice {
  readonly articleId: string;
  readonly title: string;
}

/** Why the server said something, with what belongs to it. */
export type Automation =
  | { readonly kind: 'welcome' | 'outOfHours' | 'waiting' | 'inactivity' | 'handOver' }
  /** The bot’s answer out of an article, which `knowledge(client).rate` takes. */
  | { readonly kind: 'answer'; readonly articleId: string; readonly title: string }
  /** The bot asks which is meant: `support(client).choose`. */
  | { readonly kind: 'choices'; readonly choices: readonly AnswerChoice[] };

/** Why the server said a message by itself; null for one that somebody wrote. */
export function automationOf({ metadata, origin, sender }: Pick<Message, 'metadata' | 'origin' | 'sender'>): Automation | null {
  const { kind, articleId, title, choices } = fieldsOf(metadata.automation);
  // Whoever sends may put what they like into metadata: only what the site's own bot and its system user say counts.
  const isBots = kind === 'answer' || kind === 'choices' || kind === 'handOver';
  if (origin !== 'AUTOMATED' || sender.role !== (isBots ? 'BOT' : 'SYSTEM')) return null;
  if (kind === 'answer') return typeof articleId === 'string' && typeof title === 'string' ? { kind, articleId, title } : null;
  if (kind === 'choices') return Array.isArray(choices) ? { kind, choices: choices.flatMap(choiceOf) } : null;
  return kind === 'welcome' || kind === 'outOfHours' || kind === 'waiting' || kind === 'inactivity' || kind === 'handOver' ? { kind } : null;
}

/** What the bot asks the customer at the moment. */
export interface BotQuestion {
  /** The message with the choices. */
  readonly messageId: string;
  readonly choices: readonly AnswerChoice[];
}

/** Finds what the bot asks in the newest message; the same object while that is the same message. */
export function botQuestionFinder(): (messages: readonly MessageItem[]) => BotQuestion | null {
  let known: { readonly message: MessageItem; readonly question: BotQuestion | null } | null = null;
  return (messages) => {
    const message = messages.at(-1);
    if (!message) return null;
    if (known?.message !== message) {
      const asked = automationOf(message);
      known = { message, question: asked?.kind === 'choices' && message.id !== null ? { messageId: message.id, choices: asked.choices } : null };
    }
    return known.question;
  };
}

function choiceOf(value: unknown): AnswerChoice[] {
  const { articleId, title } = fieldsOf(value);
  return typeof articleId === 'string' && typeof title === 'string' ? [{ articleId, title }] : [];
}

interface Fields {
  readonly kind?: unknown;
  readonly articleId?: unknown;
  readonly title?: unknown;
  readonly choices?: unknown;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value : {};
}
