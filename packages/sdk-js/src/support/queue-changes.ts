/** Tells when what staff see of cases may be out of date. */
import type { ChatClient } from '../create-chat-client.js';
import type { QueueFeedItem } from '../generated/types.js';
import { queues } from './queues.js';

/** Keeps the feed of the queues open and calls back with whatever changes in it, other than what is said in cases. The result ends it. */
export function watchQueues(client: ChatClient, changed: (item: QueueFeedItem) => void): () => void {
  const board = queues(client);
  const release = board.retain();
  const stop = board.onItem((item) => {
    if (item.__typename !== 'QueueCaseActivity' && item.__typename !== 'QueuesRead' && item.__typename !== 'QueuesSnapshot') changed(item);
  });
  return () => {
    stop();
    release();
  };
}
