import { useConversation, useMessages } from '@parley/react';
import { useConversationContext, useSupport } from '@parley/react/support';
import type { SupportCase } from '@parley/sdk';
import { useState } from 'react';
import { Composer } from '../shared/composer.js';
import { MessageList } from '../shared/message-list.js';
import { Problem, useAction } from '../shared/problem.js';
import { Place } from './place.js';
import { Rating } from './rating.js';

interface ChatProps {
  readonly mine: SupportCase;
  readonly placeholder: string;
  readonly onAgain: () => void;
}

/** The conversation: the place in the line while one waits, a rating when it is over. */
export function Chat({ mine, placeholder, onAgain }: ChatProps) {
  const sendMessage = useMessages({ select: ({ sendMessage }) => sendMessage });
  const canSend = useConversation({ select: ({ canSend }) => canSend });
  const { end, rate, outcome, canRate, question, choose, talkToHuman } = useSupport();
  const actions = useConversationContext({ conversationId: mine.conversationId, select: ({ actions }) => actions });
  const [text, setText] = useState('');
  const { run, problem, isRunning } = useAction();
  const isOver = mine.status === 'RESOLVED' || mine.status === 'CLOSED';
  const send = (toSend: string) => {
    setText('');
    // A failure shows on the message itself, with the ways out.
    sendMessage(toSend).catch(() => undefined);
  };
  return (
    <>
      {mine.status === 'QUEUED' && mine.control === 'QUEUE' ? <Place /> : null}
      <MessageList>
        {question === null || isOver ? null : (
          <div className="choices" role="group" aria-label="What did you mean?">
            {question.choices.map(({ articleId, title }) => (
              <button key={articleId} onClick={() => void run(() => choose(articleId))}>
                {title}
              </button>
            ))}
          </div>
        )}
      </MessageList>
      <Problem text={problem} />
      {isOver ? <Rating isAsked={canRate} given={outcome?.rating ?? null} onRate={(rating, comment) => rate({ rating, ...(comment === '' ? {} : { comment }) })} onAgain={onAgain} /> : null}
      {mine.status !== 'CLOSED' && canSend ? (
        <Composer text={text} onText={setText} onSend={send} placeholder={placeholder}>
          {isOver ? null : (
            <p className="choices">
              {actions.includes('TALK_TO_HUMAN') ? (
                <button type="button" className="small" disabled={isRunning} onClick={() => void run(talkToHuman)}>
                  Talk to a human
                </button>
              ) : null}
              <button type="button" className="small" disabled={isRunning || !actions.includes('END_SUPPORT')} onClick={() => void run(end)}>
                End the chat
              </button>
            </p>
          )}
        </Composer>
      ) : null}
    </>
  );
}
