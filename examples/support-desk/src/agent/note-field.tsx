import { useMessages } from '@parley/react';
import { useNotes } from '@parley/react/support';
import { useId, useRef, useState } from 'react';
import { Composer } from '../shared/composer.js';
import { Suggestions } from './suggestions.js';
import { useMentions } from './use-mentions.js';

interface NoteFieldProps {
  readonly conversationId: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly onProblem: (error: unknown) => void;
}

/** A note that only staff see. An `@` names colleagues, who are told. */
export function NoteField({ conversationId, text, setText, onProblem }: NoteFieldProps) {
  const sendMessage = useMessages({ select: ({ sendMessage }) => sendMessage });
  const { add, colleagues } = useNotes({ conversationId, select: ({ add, colleagues }) => ({ add, colleagues }) });
  const [caret, setCaret] = useState(text.length);
  const put = (next: string, at = next.length) => {
    setCaret(at);
    setText(next);
  };
  const mentions = useMentions({ text, caret, setText: put, colleagues, onProblem });
  /** What is on its way: the same text has the same id, so that a second try makes no second note. */
  const attempt = useRef<{ readonly text: string; readonly clientId: string } | null>(null);
  const list = useId();

  const send = (toSend: string) => {
    const named = mentions.mentionsIn(toSend);
    setText('');
    if (named.length === 0) {
      // Kept and sent later without a connection; a failure shows on the note itself.
      sendMessage({ text: toSend, audience: 'STAFF' }).catch(() => undefined);
      return;
    }
    if (attempt.current?.text !== toSend) attempt.current = { text: toSend, clientId: crypto.randomUUID() };
    add({ text: toSend, mentions: named, clientId: attempt.current.clientId }).then(
      () => {
        attempt.current = null;
      },
      (error: unknown) => {
        setText(toSend);
        onProblem(error);
      },
    );
  };
  return (
    <>
      {mentions.isOpen ? (
        <Suggestions id={list} label="Colleagues" items={mentions.people} active={mentions.active} onChoose={mentions.choose} none="Nobody of that name may see this case">
          {({ displayName, role }) => (
            <>
              <strong>@{displayName}</strong> {role.toLowerCase()}
            </>
          )}
        </Suggestions>
      ) : null}
      <Composer
        text={text}
        onText={put}
        onCaret={setCaret}
        onSend={send}
        onKey={mentions.onKey}
        isQuiet
        label="Note"
        placeholder="A note for staff, @ names a colleague; the customer never sees it"
        list={mentions.isOpen && mentions.active !== null ? { id: list, activeId: mentions.active.id } : null}
      />
    </>
  );
}
