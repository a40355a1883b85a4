import { useJoinConversationMutation } from '@parley/react/operations';
import { useCase, useConversationContext, useQueue } from '@parley/react/support';
import type { ChatError } from '@parley/sdk';
import { statusWords, titleOf } from '../shared/case-words.js';
import { Chip } from '../shared/chip.js';
import { Problem, useAction } from '../shared/problem.js';

interface UnreadCaseProps {
  readonly conversationId: string;
  readonly error: ChatError | null;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** A case whose messages I may not read yet: what is known of it, and the way to take it. */
export function UnreadCase({ conversationId, error, onRetry, onClose }: UnreadCaseProps) {
  const known = useQueue({ select: ({ cases }) => cases.find((each) => each.conversationId === conversationId) });
  const { takeOver } = useCase({ conversationId });
  const actions = useConversationContext({ conversationId, select: ({ actions }) => actions });
  const [join] = useJoinConversationMutation();
  const { run, problem, isRunning } = useAction();
  /** Does what lets me read the messages, and reads them. */
  const enter = (act: () => Promise<unknown>) =>
    run(async () => {
      await act();
      onRetry();
    });
  return (
    <div className="empty">
      {known === undefined ? (
        <p role="alert">{error?.message}</p>
      ) : (
        <>
          <h1>{titleOf(known)}</h1>
          <p>
            <Chip of={statusWords[known.status]} /> <span className="chip">{known.queue.name}</span> {known.agent === null ? null : <span className="chip">{known.agent.displayName}</span>}
          </p>
          <p>Who takes a case, or joins who has it, reads its messages; the customer sees that.</p>
          <p>
            <button className="primary" disabled={isRunning || !actions.includes('TAKE_OVER_CASE')} onClick={() => void enter(takeOver)}>
              {known.agent === null ? 'Take' : 'Take over'}
            </button>{' '}
            {known.agent === null || !actions.includes('JOIN_CONVERSATION') ? null : (
              <button disabled={isRunning} onClick={() => void enter(() => join({ conversationId }))}>
                Join
              </button>
            )}
          </p>
        </>
      )}
      <Problem text={problem} />
      <p>
        <button onClick={onRetry}>Try again</button> <button onClick={onClose}>Back</button>
      </p>
    </div>
  );
}
