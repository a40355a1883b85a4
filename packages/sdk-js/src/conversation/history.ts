/** Pages of messages that do not miss what happens while they are on their way. */
import type { ConversationFeedItem, Message, MessageConnection } from '../generated/types.js';
import { changeLoaded } from './messages.js';

/** Something that hands on the items of a feed. */
export interface ItemSource {
  onItem(reader: (item: ConversationFeedItem) => void): () => void;
}

/** A page, brought up to date. */
export interface LoadedPage {
  /** Ascending. */
  readonly messages: readonly Message[];
  /** The message that the page hangs on, where there is one. */
  readonly parent: Message | null;
  /** Messages that were sent while the page was on its way: it may be without them. */
  readonly sent: readonly Message[];
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

/** A count that an event changed cannot be brought up to date, because the page may have it already: ask once more. */
const MOST_ATTEMPTS = 3;

/**
 * Fetches a page. Edits, deletions and reactions that the feed brings meanwhile concern messages that are nowhere yet, so
 * they are kept and applied to the page; they are states, so it does no harm where the page has them already.
 */
export async function loadPage(source: ItemSource, fetch: () => Promise<MessageConnection>, fetchParent: () => Promise<Message | null> = async () => null): Promise<LoadedPage> {
  for (let attempt = 1; ; attempt += 1) {
    const meanwhile: ConversationFeedItem[] = [];
    const stop = source.onItem((item) => {
      meanwhile.push(item);
    });
    try {
      const parent = await fetchParent();
      const { edges, pageInfo } = await fetch();
      let messages: readonly Message[] = [...(parent ? [parent] : []), ...edges.map((edge) => edge.node)];
      const sent = meanwhile.flatMap((item) => (item.__typename === 'MessageSent' ? [item.message] : []));
      const isCounted = sent.some(({ parentId }) => messages.some((message) => message.id === parentId));
      if (isCounted && attempt < MOST_ATTEMPTS) continue;
      for (const item of meanwhile) messages = changeLoaded(messages, item);
      const { hasPreviousPage, hasNextPage } = pageInfo;
      return { parent: parent && (messages[0] ?? null), messages: parent ? messages.slice(1) : messages, sent, hasPreviousPage, hasNextPage };
    } finally {
      stop();
    }
  }
}
