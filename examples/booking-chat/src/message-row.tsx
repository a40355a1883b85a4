import type { MessageItem } from '@parley/sdk';
import { memo, useId } from 'react';
import { FailedLine } from './failed-line.js';
import { MessageActions } from './message-actions.js';
import { Reactions } from './reactions.js';
import { Ticks } from './ticks.js';
import { clockTime } from './time.js';
import { words } from './words.js';

/** What a row can start outside of itself. */
export interface RowHandlers {
  readonly onReply: (message: MessageItem) => void;
  readonly onEdit: (message: MessageItem) => void;
  readonly onOpenThread: (messageId: string) => void;
}

interface MessageRowProps extends RowHandlers {
  readonly message: MessageItem;
  readonly parent: MessageItem | null;
  readonly day: string | null;
  readonly isFirstOfGroup: boolean;
  readonly isFirstNew: boolean;
  /** The one that the Tab key finds. */
  readonly isActive: boolean;
  readonly myId: string | null;
  readonly onActivate: (key: string) => void;
}

function Quote({ message }: { readonly message: MessageItem | null }) {
  return (
    <blockquote className="quote">
      <strong>{message?.sender.displayName ?? 'An earlier message'}</strong>
      {message ? <span>{message.isDeleted ? 'Message deleted' : message.text}</span> : null}
    </blockquote>
  );
}

/** One message: who, what, when, how far it got, and what can be done with it. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, parent, day, isFirstOfGroup, isFirstNew, isActive, myId, onActivate, onOpenThread } = props;
  const id = useId();
  const { isOwn, isDeleted, status, editedAt, replyCount, seq } = message;
  const isSystem = message.kind === 'SYSTEM';
  return (
    <li className="row" data-own={isOwn} data-system={isSystem} data-first={isFirstOfGroup}>
      {day !== null ? <h3 className="day">{day}</h3> : null}
      {isFirstNew ? <h3 className="new">New messages</h3> : null}
      <article
        className="message"
        tabIndex={isActive ? 0 : -1}
        aria-labelledby={`${id}-who ${id}-text ${id}-when`}
        data-active={isActive}
        onFocus={() => onActivate(message.key)}
        onClick={() => onActivate(message.key)}
      >
        <p id={`${id}-who`} className={isFirstOfGroup && !isOwn && !isSystem ? 'who' : 'visually-hidden'}>
          {isOwn ? 'You' : message.sender.displayName}
          {isSystem || isOwn ? null : <small> {words.role[message.sender.role]}</small>}
        </p>
        <div className="bubble" data-status={isOwn ? status : undefined} data-deleted={isDeleted}>
          {message.parentId !== null ? <Quote message={parent} /> : null}
          <p id={`${id}-text`} className="text" dir="auto">
            {isDeleted ? 'Message deleted' : message.text}
          </p>
          <p id={`${id}-when`} className="when">
            {editedAt !== null && !isDeleted ? <span>edited </span> : null}
            <time dateTime={message.sentAt}>{clockTime(message.sentAt)}</time>
            {isOwn ? <Ticks status={status} /> : null}
          </p>
          {isDeleted || isSystem || message.id === null ? null : <MessageActions {...props} myId={myId} />}
        </div>
        {seq === null ? null : <span className="row-end" data-seq={seq} />}
        <Reactions message={message} myId={myId} isActive={isActive} />
        {replyCount > 0 && message.id !== null ? (
          <button className="replies" tabIndex={isActive ? 0 : -1} onClick={() => onOpenThread(message.id ?? '')}>
            {replyCount} {replyCount === 1 ? 'reply' : 'replies'}
          </button>
        ) : null}
        {status === 'failed' ? <FailedLine message={message} /> : null}
      </article>
    </li>
  );
});
