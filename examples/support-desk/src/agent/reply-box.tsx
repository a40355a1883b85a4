import { useConversation, useMessages } from '@parley/react';
import { useId, useState } from 'react';
import { Composer } from '../shared/composer.js';
import { icons } from '../shared/icons.js';
import { Problem, problemOf } from '../shared/problem.js';
import { useSavedReplies } from './use-saved-replies.js';

type Mode = 'reply' | 'note';

/** Where an agent writes: to the customer, or a note that only staff see. A slash finds the templates. */
export function ReplyBox({ conversationId }: { readonly conversationId: string }) {
  const canSend = useConversation({ select: ({ canSend }) => canSend });
  const sendMessage = useMessages({ select: ({ sendMessage }) => sendMessage });
  const [mode, setMode] = useState<Mode>('reply');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const saved = useSavedReplies({ conversationId, text, setText, onProblem: (error) => setProblem(problemOf(error)) });

  const send = (toSend: string) => {
    setProblem(null);
    setText('');
    // A failure shows on the message itself, with the ways out.
    sendMessage(mode === 'note' ? { text: toSend, audience: 'STAFF' } : { text: toSend })
      .then(({ id: messageId }) => saved.sent(messageId))
      .catch(() => undefined);
  };
  return (
    <div className="reply-box" data-mode={mode}>
      <div className="reply-modes" role="group" aria-label="What to write">
        {(['reply', 'note'] as const).map((each) => (
          <button key={each} aria-pressed={mode === each} onClick={() => setMode(each)}>
            {each === 'reply' ? 'Reply' : 'Note'}
          </button>
        ))}
        <button
          className="icon"
          aria-label="Templates"
          aria-expanded={saved.isOpen}
          onClick={() => {
            setText(saved.isOpen ? '' : '/');
          }}
        >
          {icons.quick}
        </button>
        <Problem text={problem} />
      </div>
      {saved.isOpen ? (
        <ul className="saved-replies" role="listbox" id={id} aria-label="Templates">
          {saved.templates.map((template) => (
            <li key={template.id} role="option" aria-selected={template.id === saved.active?.id} onClick={() => void saved.choose(template)}>
              <strong>/{template.shortcut}</strong> {template.title}
              <small>{template.usageCount === 0 ? 'not used yet' : `used ${template.usageCount} times`}</small>
            </li>
          ))}
          {saved.templates.length === 0 ? <li className="hint">{saved.status === 'loading' ? 'Loading' : 'No template begins like this'}</li> : null}
        </ul>
      ) : null}
      {canSend || mode === 'note' ? (
        <Composer
          text={text}
          onText={setText}
          onSend={send}
          onKey={saved.onKey}
          isQuiet={mode === 'note'}
          label={mode === 'note' ? 'Note' : 'Reply'}
          placeholder={mode === 'note' ? 'A note for staff; the customer never sees it' : 'Write to the customer, / for templates'}
        />
      ) : (
        <p className="hint closed">This conversation is over.</p>
      )}
    </div>
  );
}
