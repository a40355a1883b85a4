import { icons } from '@parley/example-parts/icons';
import { useMessages, useTyping } from '@parley/react';
import { isChatError, type MessageItem } from '@parley/sdk';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { optionId, QuickReplies } from './quick-replies.js';
import { useQuickReplies } from './use-quick-replies.js';

/** What the input is for. */
export type Draft =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly message: MessageItem }
  | { readonly kind: 'edit'; readonly message: MessageItem };

interface ComposerProps {
  readonly draft: Draft;
  readonly isReady: boolean;
  readonly onDone: () => void;
  readonly onSend: () => void;
  readonly onEditLast: (message: MessageItem) => void;
}

const labels: Record<Draft['kind'], string> = { new: 'Message', reply: 'Reply', edit: 'Edit message' };

/**
 * Where one writes. Enter sends, Shift+Enter breaks the line, Escape leaves a reply or an edit, ↑ edits the newest own message, and a slash at
 * the beginning finds the quick replies of those who have them.
 */
export function Composer({ draft, isReady, onDone, onSend, onEditLast }: ComposerProps) {
  const { sendMessage, editMessage } = useMessages({ select: ({ sendMessage, editMessage }) => ({ sendMessage, editMessage }) });
  const lastOwn = useMessages({
    select: ({ messages }) => messages.findLast((message) => message.isOwn && message.id !== null && !message.isDeleted),
  });
  const { keystroke, stop } = useTyping({ select: ({ keystroke, stop }) => ({ keystroke, stop }) });
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const quick = useQuickReplies({ text, setText, onProblem: setProblem });

  useEffect(() => {
    if (draft.kind === 'edit') setText(draft.message.text);
    setProblem(null);
    if (draft.kind !== 'new' || matchMedia('(hover: hover)').matches) input.current?.focus();
  }, [draft]);

  useLayoutEffect(() => {
    const area = input.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [text]);

  const leave = () => {
    if (draft.kind === 'edit') setText('');
    onDone();
  };

  const submit = async () => {
    if (text.trim() === '') return;
    setProblem(null);
    stop();
    if (draft.kind === 'edit') {
      if (draft.message.id === null) return;
      try {
        await editMessage(draft.message.id, text);
      } catch (error) {
        setProblem(isChatError(error) ? error.message : 'unable to edit message');
        return;
      }
    } else {
      // A failure shows on the message itself, with the ways out.
      sendMessage({ text, parentId: draft.kind === 'reply' ? draft.message.id : null })
        .then(quick.taken())
        .catch(() => undefined);
      onSend();
    }
    setText('');
    onDone();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || quick.onKeyDown(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape' && draft.kind !== 'new') {
      event.stopPropagation();
      leave();
    } else if (event.key === 'ArrowUp' && text === '' && lastOwn !== undefined) {
      event.preventDefault();
      onEditLast(lastOwn);
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft.kind !== 'new' ? (
        <div className="composer-draft">
          <p>
            <strong>{draft.kind === 'edit' ? 'Editing' : `Reply to ${draft.message.sender.displayName}`}</strong>
            <span>{draft.message.text}</span>
          </p>
          <button type="button" className="icon" onClick={leave} aria-label={draft.kind === 'edit' ? 'Stop editing' : 'Do not reply'}>
            {icons.close}
          </button>
        </div>
      ) : null}
      {problem !== null ? <p role="alert">{problem}</p> : null}
      {quick.isOpen ? (
        <QuickReplies id={quick.id} replies={quick.replies} status={quick.status} activeId={quick.active?.id ?? null} onChoose={(reply) => void quick.choose(reply)} />
      ) : null}
      <div className="composer-line">
        {quick.mayUse ? (
          <button
            type="button"
            className="icon"
            aria-label="Quick replies"
            aria-expanded={quick.isOpen}
            disabled={text !== '' && !quick.isOpen}
            onClick={() => {
              quick.toggle();
              input.current?.focus();
            }}
          >
            {icons.quick}
          </button>
        ) : null}
        <textarea
          ref={input}
          rows={1}
          value={text}
          aria-label={labels[draft.kind]}
          aria-autocomplete={quick.mayUse ? 'list' : undefined}
          aria-controls={quick.isOpen ? quick.id : undefined}
          aria-activedescendant={quick.isOpen && quick.active ? optionId(quick.id, quick.active.id) : undefined}
          placeholder={isReady ? 'Write a message' : 'Loading'}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '') stop();
            else keystroke();
          }}
        />
        <button className="icon send" aria-label={draft.kind === 'edit' ? 'Save' : 'Send'} disabled={text.trim() === ''}>
          {icons.send}
        </button>
      </div>
    </form>
  );
}
