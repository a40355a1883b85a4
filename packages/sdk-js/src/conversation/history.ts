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
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

/** A count that an event changed cannot be brought up to date, because the page may have it already: ask once more. */
const MOST_ATTEMPTS = 3;

/**
 * Fetches a page. Edits, deletions and reactions that the feed brings meanwhile concern messages that are nowhere yet, so
 * they are kept and applied to the page; they are states, so it does no harm where the page has them already.
 */
export async function loadPage(source: ItemSource, fetch: () => Promise<MessageConnection>): Promise<LoadedPage> {
  for (let attempt = 1; ; attempt += 1) {
    const meanwhile: ConversationFeedItem[] = [];
    const stop = source.onItem((item) => {
      meanwhile.push(item);
    });
    try {
      const { edges, pageInfo } = await fetch();
      let messages: readonly Message[] = edges.map((edge) => edge.node);
      const ids = new Set(messages.map((message) => message.id));
      const counts = meanwhile.some((item) => item.__typename === 'MessageSent' && item.message.parentId !== null && ids.has(item.message.parentId));
      if (counts && attempt < MOST_ATTEMPTS) continue;
      for (const item of meanwhile) messages = changeLoaded(messages, item);
      return { messages, hasPreviousPage: pageInfo.hasPreviousPage, hasNextPage: pageInfo.hasNextPage };
    } finally {
      stop();
    }
  }
}
