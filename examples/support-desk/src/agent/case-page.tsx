import { icons } from '@parley/example-parts/icons';
import { useConversation } from '@parley/react';
import { useCase, useColleagues, useConversationContext } from '@parley/react/support';
import { useState } from 'react';
import { awaitedWords, controlWords, priorityWords, statusWords, titleOf } from '../shared/case-words.js';
import { Chip } from '../shared/chip.js';
import { MessageList } from '../shared/message-list.js';
import { ago } from '../shared/time.js';
import { useNow } from '../shared/use-now.js';
import { CaseActions } from './case-actions.js';
import { CustomerPanel } from './customer-panel.js';
import { ReplyBox } from './reply-box.js';
import { SlaChip } from './sla-chip.js';
import { UnreadCase } from './unread-case.js';

interface CasePageProps {
  readonly conversationId: string;
  readonly onClose: () => void;
}

/** Who else has this case before their eyes, so that two do not answer at once. */
function Collision({ conversationId }: { readonly conversationId: string }) {
  const { colleagues, keystroke } = useColleagues({ conversationId });
  return (
    <div onKeyDown={keystroke} className="answer">
      <p className="collision" role="status">
        {colleagues.length === 0
          ? ''
          : colleagues.map(({ user, activity }) => `${user.displayName} ${activity === 'TYPING' ? 'is writing here' : 'is looking at this'}`).join(', ')}
      </p>
      <ReplyBox conversationId={conversationId} />
    </div>
  );
}

/** Whose turn it is, and since when. */
function Turn({ conversationId, now }: { readonly conversationId: string; readonly now: number }) {
  const awaited = useConversationContext({ conversationId, select: ({ awaited }) => awaited });
  if (awaited === null) return null;
  return (
    <span className="chip" title="Whose turn it is">
      {awaitedWords[awaited.role]} {ago(awaited.since, now)}
    </span>
  );
}

/** One case: the conversation with its customer, notes among it, and what is known of them. */
export function CasePage({ conversationId, onClose }: CasePageProps) {
  const { status, error, retry } = useConversation({ select: ({ status, error, retry }) => ({ status, error, retry }) });
  const { case: supportCase } = useCase({ conversationId });
  const now = useNow(5_000);
  const [hasContext, setHasContext] = useState(() => matchMedia('(min-width: 1081px)').matches);

  if (status === 'failed') return <UnreadCase conversationId={conversationId} error={error} onRetry={retry} onClose={onClose} />;
  return (
    <div className="case-page" data-context={hasContext}>
      <section className="talk" aria-label="Case">
        <header className="talk-header">
          <button className="icon back" aria-label="Back to the cases" onClick={onClose}>
            {icons.back}
          </button>
          <div className="who-and-what">
            <h1>{supportCase === null ? 'Loading' : titleOf(supportCase)}</h1>
            {supportCase === null ? null : (
              <p className="chips">
                <Chip of={statusWords[supportCase.status]} />
                <Chip of={supportCase.priority === null ? null : priorityWords[supportCase.priority]} />
                <Chip of={controlWords[supportCase.control]} />
                <Turn conversationId={conversationId} now={now} />
                <SlaChip supportCase={supportCase} now={now} />
                <span className="chip">{supportCase.queue.name}</span>
                {supportCase.agent === null ? null : <span className="chip">{supportCase.agent.displayName}</span>}
              </p>
            )}
          </div>
          <button className="icon" aria-label="About the customer" aria-pressed={hasContext} onClick={() => setHasContext(!hasContext)}>
            {icons.person}
          </button>
          {supportCase === null ? null : <CaseActions supportCase={supportCase} />}
        </header>
        <MessageList />
        <Collision conversationId={conversationId} />
      </section>
      {hasContext && supportCase !== null ? <CustomerPanel supportCase={supportCase} onClose={() => setHasContext(false)} /> : null}
    </div>
  );
}
