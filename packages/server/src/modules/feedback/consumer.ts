import type { Deps } from '../../deps.js';
import { LogConsumer } from '../../log/consumer.js';
import { noteEnd } from './outcome.js';

/** A node's watch over the ends of cases, until it is stopped. */
export type FeedbackWatch = Pick<LogConsumer, 'stop' | 'idle' | 'sweep'>;

/** Begins to note on this node how cases end, and to ask their customers. Call it once when the server starts. */
export function startFeedback(deps: Deps): FeedbackWatch {
  return new LogConsumer(deps, { name: 'feedback', types: ['CaseUpdated'], handle: (event) => noteEnd(deps, event) });
}
