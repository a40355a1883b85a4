import { useMessages } from '@parley/react';
import { useId, useState } from 'react';
import { Composer } from '../shared/composer.js';
import { KnowledgeLookUp } from './knowledge-look-up.js';
import { Suggestions } from './suggestions.js';
import { useSavedReplies } from './use-saved-replies.js';

interface ReplyFieldProps {
  readonly conversationId: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly isLookingUp: boolean;
  readonly onLookedUp: () => void;
  readonly onProblem: (error: unknown) => void;
}

/** An answer to the customer. A slash finds the templates; articles are looked up beside it. */
export function ReplyField({ conversationId, text, setText, isLookingUp, onLookedUp, onProblem }: ReplyFieldProps) {
  const sendMessage = useMessages({ select: ({ sendMessage }) => sendMessage });
  const saved = useSavedReplies({ conversationId, text, setText, onProblem });
  /** Grows when the articles are left, so that the field takes the focus. */
  const [left, setLeft] = useState(0);
  const list = useId();
  const send = (toSend: string) => {
    setText('');
    // A failure shows on the message itself, with the ways out.
    sendMessage({ text: toSend })
      .then(({ id }) => saved.sent(id))
      .catch(() => undefined);
  };
  return (
    <>
      {isLookingUp ? (
        <KnowledgeLookUp
          onPut={(answer) => {
            setText(text.trim() === '' ? answer : `${text.trimEnd()}\n\n${answer}`);
            setLeft(left + 1);
            onLookedUp();
          }}
          onClose={() => {
            setLeft(left + 1);
            onLookedUp();
          }}
        />
      ) : null}
      {saved.isOpen ? (
        <Suggestions id={list} label="Templates" items={saved.templates} active={saved.active} onChoose={saved.choose} none={saved.status === 'loading' ? 'Loading' : 'No template begins like this'}>
          {({ shortcut, title, usageCount }) => (
            <>
              <strong>/{shortcut}</strong> {title}
              <small>{usageCount === 0 ? 'not used yet' : `used ${usageCount} times`}</small>
            </>
          )}
        </Suggestions>
      ) : null}
      <Composer
        text={text}
        onText={setText}
        onSend={send}
        onKey={saved.onKey}
        label="Reply"
        placeholder="Write to the customer, / for templates"
        focusKey={left}
        list={saved.isOpen && saved.active !== null ? { id: list, activeId: saved.active.id } : null}
      />
    </>
  );
}
