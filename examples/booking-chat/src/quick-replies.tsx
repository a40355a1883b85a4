import type { QuickReply } from '@parley/sdk';

interface QuickRepliesProps {
  readonly id: string;
  readonly replies: readonly QuickReply[];
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** The one that Enter takes. */
  readonly activeId: string | null;
  readonly onChoose: (reply: QuickReply) => void;
}

/** The id of a choice in the page, for the field that points to it. */
export const optionId = (id: string, replyId: string): string => `${id}-${replyId}`;

/** What can be put in with a few keys. The focus stays in the field, which moves the choice. */
export function QuickReplies({ id, replies, status, activeId, onChoose }: QuickRepliesProps) {
  const count = replies.length === 1 ? '1 quick reply' : `${replies.length} quick replies`;
  const news = { idle: '', loading: 'Looking for quick replies', failed: 'Unable to load quick replies', ready: replies.length === 0 ? 'No quick reply begins like this' : `${count}: arrows choose, Enter puts in, Escape leaves` };
  return (
    <div className="quick-replies">
      <p role="status">{news[status]}</p>
      <div id={id} role="listbox" aria-label="Quick replies">
        {replies.map((reply) => (
          <div
            key={reply.id}
            id={optionId(id, reply.id)}
            role="option"
            aria-selected={reply.id === activeId}
            // Before the field loses the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(reply)}
          >
            <strong>{reply.title}</strong> <small>/{reply.shortcut}</small>
            <span>{reply.text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
