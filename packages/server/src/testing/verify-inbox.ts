import { applyInboxItem, emptyInbox, type InboxFeedState } from '@parley/sdk';
import { InboxEventsDocument, InboxFeedDocument } from '@parley/sdk/operations';
import type { Actor } from './actor.js';
import { eventually } from './deadline.js';
import { explainDifference } from './difference.js';

/** What to verify. */
export interface VerifyInbox {
  /** Whose inboxes, by a name for the messages. */
  readonly viewers: Readonly<Record<string, Actor>>;
  /** What happens meanwhile. */
  readonly act: () => Promise<unknown>;
  /** Texts that must never reach the viewers of these names. */
  readonly secrets?: readonly { readonly text: string; readonly hiddenFrom: readonly string[] }[];
}

/**
 * Proves for every viewer that an inbox snapshot plus its items becomes the same as a later snapshot: live, by resuming, and by
 * polling. Inbox items are states and may be merged on their way, so the inbox is given time to become equal.
 * @throws naming the viewer and the first difference that stayed.
 */
export async function verifyInbox({ viewers, act, secrets = [] }: VerifyInbox): Promise<void> {
  const watches = [];
  for (const [name, viewer] of Object.entries(viewers)) {
    const socket = await viewer.socket();
    let state = emptyInbox();
    const feed = socket.subscribe(InboxFeedDocument, {}, ({ inboxFeed }) => (state = applyInboxItem(state, inboxFeed)));
    await feed.next();
    watches.push({ name, viewer, socket, first: state, live: () => state });
  }
  await act();
  for (const { name, viewer, socket, first, live } of watches) {
    const fresh = async (): Promise<InboxFeedState> => {
      const { inboxEvents } = await viewer.must(InboxEventsDocument, {});
      return inboxEvents.items.reduce(applyInboxItem, emptyInbox());
    };
    await becomesEqual(`${name}, live`, fresh, () => Promise.resolve(live()));
    const after = first.epoch !== null && first.position !== null ? { epoch: first.epoch, position: first.position } : null;
    let resumed = first;
    const again = socket.subscribe(InboxFeedDocument, { after }, ({ inboxFeed }) => (resumed = applyInboxItem(resumed, inboxFeed)));
    await becomesEqual(`${name}, resumed`, fresh, () => Promise.resolve(resumed));
    again.stop();
    await becomesEqual(`${name}, polled`, fresh, async () => {
      const { inboxEvents } = await viewer.must(InboxEventsDocument, { after });
      return inboxEvents.items.reduce(applyInboxItem, first);
    });
    for (const { text, hiddenFrom } of secrets) {
      if (hiddenFrom.includes(name) && JSON.stringify(socket.frames).includes(text)) throw new Error(`${name} was sent a text that is hidden from them: ${text}`);
    }
    await socket.close();
  }
}

async function becomesEqual(name: string, fresh: () => Promise<InboxFeedState>, state: () => Promise<InboxFeedState>): Promise<void> {
  let difference: string | null = null;
  try {
    await eventually(name, async () => {
      difference = explainDifference(durable(await fresh()), durable(await state()));
      return difference === null;
    });
  } catch {
    throw new Error(`${name}: snapshot plus items is not the later snapshot; ${difference ?? ''}`);
  }
}

/** `lastSeq` counts what an inbox does not show (reactions, marks), so it may lag behind. */
function durable({ entries, unread, notices, broadcasts, broadcastReadSeq }: InboxFeedState): unknown {
  const shown = entries.map(({ conversation }) => ({ ...conversation, lastSeq: 0 }));
  return { entries: shown, unread, notices, broadcasts, broadcastReadSeq };
}
