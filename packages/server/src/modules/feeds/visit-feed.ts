import type { Deps } from '../../deps.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { VisitView } from '../../kernel/views.js';
import { isVisitSignal, visitTopic } from '../../log/topics.js';
import { accessVisitor, readVisit } from '../visits/index.js';
import { openStateFeed } from './state-feed.js';

/** Where the user is at the moment in which the feed begins. */
export interface VisitSnapshotItem {
  readonly type: 'VisitSnapshot';
  readonly last: VisitView | null;
}

/** The user went to another page. */
export interface VisitChangedItem {
  readonly type: 'VisitChanged';
  readonly visit: VisitView;
}

/** The feed lives. */
export interface VisitReadItem {
  readonly type: 'VisitRead';
  readonly at: string;
}

/** Any item of the feed of a visit. */
export type VisitFeedItem = VisitSnapshotItem | VisitChangedItem | VisitReadItem;

/** How often the kept page is read again, in milliseconds: what the bus lost is seen within this. */
const READ_MS = 15_000;

/**
 * Opens the feed of the page on which a user is. It has no position: a new one begins with the page. The feed ends with RESYNC_REQUIRED, ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError FORBIDDEN for those who are no staff, NOT_FOUND
 */
export async function openVisitFeed(deps: Deps, viewer: Viewer, input: { readonly userId: string }): Promise<AsyncIterableIterator<VisitFeedItem, undefined>> {
  const operation = 'follow visit';
  const user = await accessVisitor(deps, viewer, { userId: input.userId, operation });
  return openStateFeed<VisitFeedItem>(deps, viewer, {
    operation,
    capacity: 10,
    async begin(queue, hold) {
      let newest = '';
      const show = (visit: VisitView): void => {
        if (visit.at <= newest) return;
        newest = visit.at;
        // What was heard before the first reading may be older than that.
        queue.put('visit', () => (visit.at < newest ? null : { type: 'VisitChanged', visit }));
      };
      const readAgain = async (): Promise<void> => {
        const visit = await readVisit(deps, user);
        if (visit) show(visit);
        queue.putLast('read', () => ({ type: 'VisitRead', at: deps.clock.now().toISOString() }));
      };
      hold(await deps.bus.subscribe(visitTopic(user.userId), (message) => void (isVisitSignal(message) && show(message.visit))));
      const visit = await readVisit(deps, user);
      if (visit && visit.at >= newest) newest = visit.at;
      const timer = deps.clock.every(READ_MS, () => {
        readAgain().catch((error: unknown) => deps.log.error({ event: 'visits.unread', err: error }, 'unable to read a visit; trying again later'));
      });
      hold(() => timer.cancel());
      return [{ type: 'VisitSnapshot', last: visit }];
    },
  });
}
