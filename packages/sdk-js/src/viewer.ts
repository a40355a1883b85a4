/** Finds out who the viewer is, as soon as there is a connection. */
import { Alarm, type ClientClock } from './clock.js';
import type { Connection } from './connection/connection.js';
import { ViewerDocument } from './generated/operations.js';
import type { Person } from './generated/types.js';
import { keepRecord, type WritableStore } from './store.js';
import { backoffMs, type ClientTiming } from './timing.js';
import type { Executor, WaitFor } from './transport/execute.js';

/** What {@link watchViewer} needs. */
export interface ViewerDeps {
  readonly viewer: WritableStore<Person | null>;
  readonly link: Connection;
  readonly wait: WaitFor;
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
}

/** Asks on each new link until it is known, and again where somebody wants to be sure. */
export function watchViewer({ viewer, link, wait, clock, timing }: ViewerDeps) {
  const again = new Alarm(clock);
  let failures = 0;

  const load = async (executor: Executor): Promise<void> => {
    const { viewer: user } = await executor.run(ViewerDocument, {}, wait);
    const { id, displayName, role, avatarUrl, isGuest } = user;
    const next = { id, displayName, role, avatarUrl, isGuest };
    const before = viewer.getSnapshot();
    viewer.set(before ? keepRecord(before, next) : next);
  };
  const ask = () => {
    again.clear();
    const open = link.link.getSnapshot();
    if (!open || viewer.getSnapshot()) return;
    load(open.executor).then(
      () => {
        failures = 0;
      },
      () => {
        failures += 1;
        again.set(backoffMs({ timing, clock }, failures), ask);
      },
    );
  };
  const stop = link.link.subscribe(ask);
  return {
    /** Asks now, over a given executor. Rejects with a `ChatError`. */
    load,
    close: () => {
      stop();
      again.clear();
    },
  };
}
