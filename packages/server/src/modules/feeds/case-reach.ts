/** How far staff see cases while a feed of theirs is open: what an admin changes of an agent's departments or permissions holds for it too. */
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { agentsTopic, isAgentSignal } from '../../log/topics.js';
import { type CaseScope, caseScope } from '../queues/index.js';
import type { Hold } from './state-feed.js';

/** The reach of a viewer whose feed is open. */
export interface CaseReach {
  /** Whether the viewer may know of a case. */
  isVisible(of: { readonly department: string | null; readonly agentId: string | null }): boolean;
  /** Looks whether it is as it was, and ends the feed when it is not. Never throws. */
  check(): void;
}

/** A feed whose items hang on which cases its viewer may see. */
export interface ReachingFeed {
  readonly operation: string;
  /** Ends the feed. */
  readonly end: (error: Error) => void;
  readonly hold: Hold;
}

/** Reads how far the viewer sees cases; when that changes, the feed ends with RESYNC_REQUIRED, and begins anew with what it may show then. */
export async function followReach(deps: Deps, viewer: Viewer, feed: ReachingFeed): Promise<CaseReach> {
  const check = (): void => {
    caseScope(deps, viewer).then(
      (now) => {
        if (keyOf(now) !== keyOf(scope)) feed.end(new ChatError('RESYNC_REQUIRED', `unable to ${feed.operation}; the cases that the viewer may see have just changed`));
      },
      (error: unknown) => deps.log.warn({ event: 'reach.unread', err: error }, 'unable to read which cases an agent may see; trying again later'),
    );
  };
  if (viewer.role === 'agent') {
    feed.hold(
      await deps.bus.subscribe(agentsTopic(viewer.siteId), (message) => {
        if (isAgentSignal(message) && message.agentId === viewer.userId) check();
      }),
    );
  }
  const scope = await caseScope(deps, viewer);
  const { agent } = scope;
  return {
    isVisible: ({ department, agentId }) => agent === null || department === null || agentId === agent.id || agent.departments.includes(department),
    check: agent === null && viewer.role !== 'agent' ? () => undefined : check,
  };
}

function keyOf({ customerId, agent }: CaseScope): string {
  return JSON.stringify([customerId, agent && [agent.id, [...agent.departments].sort()]]);
}
