import { icons } from '@parley/example-parts/icons';
import { useMessages } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { RowHandlers } from './message-row.js';
import { useReactionToggle } from './use-reaction-toggle.js';

const emojis = ['👍', '❤️', '😂', '🎉', '🙏', '👀'];

interface MessageActionsProps extends RowHandlers {
  readonly message: MessageItem;
  readonly isActive: boolean;
  readonly myId: string | null;
}

function DeleteDialog({ messageId, onClose }: { readonly messageId: string; readonly onClose: () => void }) {
  const deleteMessage = useMessages({ select: (result) => result.deleteMessage });
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <dialog
      className="dialog"
      aria-labelledby="delete-title"
      ref={(dialog) => {
        if (dialog !== null && !dialog.open) dialog.showModal();
      }}
      onClose={onClose}
    >
      <h2 id="delete-title">Delete this message?</h2>
      <p>Everybody sees that a message was here, but not what it said.</p>
      {problem !== null ? <p role="alert">{problem}</p> : null}
      <div className="dialog-buttons">
        <button onClick={onClose}>Keep</button>
        <button
          className="danger"
          onClick={() => deleteMessage(messageId).then(onClose, () => setProblem('The message could not be deleted. Try again.'))}
        >
          Delete
        </button>
      </div>
    </dialog>
  );
}

/** The buttons of a message: seen under the pointer, in focus, and on the message that was tapped. */
export function MessageActions({ message, isActive, myId, onReply, onEdit, onOpenThread }: MessageActionsProps) {
  const [isPicking, setIsPicking] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const toggle = useReactionToggle(message, myId);
  const tabIndex = isActive ? 0 : -1;

  const leavePicker = () => {
    setIsPicking(false);
    bar.current?.closest<HTMLElement>('article')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leavePicker();
  };

  return (
    <>
    <div ref={bar} className="actions" role="group" aria-label="Actions" data-picking={isPicking} onKeyDown={onKeyDown}>
      {isPicking ? (
        emojis.map((emoji, index) => (
          <button
            key={emoji}
            className="icon"
            autoFocus={index === 0}
            aria-label={`React with ${emoji}`}
            onClick={() => {
              toggle(emoji);
              leavePicker();
            }}
          >
            {emoji}
          </button>
        ))
      ) : (
        <>
          <button className="icon" tabIndex={tabIndex} aria-label="React" title="React" onClick={() => setIsPicking(true)}>
            {icons.react}
          </button>
          <button className="icon" tabIndex={tabIndex} aria-label="Reply" title="Reply" onClick={() => onReply(message)}>
            {icons.reply}
          </button>
          <button
            className="icon"
            tabIndex={tabIndex}
            aria-label="Open thread"
            title="Open thread"
            onClick={() => message.id !== null && onOpenThread(message.parentId ?? message.id)}
          >
            {icons.chat}
          </button>
          {message.isOwn ? (
            <>
              <button className="icon" tabIndex={tabIndex} aria-label="Edit" title="Edit" onClick={() => onEdit(message)}>
                {icons.edit}
              </button>
              <button className="icon" tabIndex={tabIndex} aria-label="Delete" title="Delete" onClick={() => setIsDeleting(true)}>
                {icons.remove}
              </button>
            </>
          ) : null}
        </>
      )}
    </div>
    {isDeleting && message.id !== null ? <DeleteDialog messageId={message.id} onClose={() => setIsDeleting(false)} /> : null}
    </>
  );
}
