import { Avatar } from '@parley/example-parts/avatar';
import { icons } from '@parley/example-parts/icons';
import { useMessages, useTyping, useViewer } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { memo, useMemo, type ReactNode } from 'react';
import { clockTime } from './time.js';
import { useReadOnSight } from './use-read-on-sight.js';
import { useStickToEnd } from './use-stick-to-end.js';

const ticks: Partial<Record<MessageItem['status'], string>> = { sending: 'Sending', sent: 'Sent', delivered: 'Delivered', read: 'Read' };

/** What a surface adds to a message: the bot's choices in the widget, for one. */
export type MessageExtras = (message: MessageItem, isNewest: boolean) => ReactNode;

interface RowProps {
  readonly message: MessageItem;
  readonly isFirstOfGroup: boolean;
  /** A note that names who looks. */
  readonly isNamed: boolean;
  readonly children?: ReactNode;
}

const kindOf = ({ kind, audience, isOwn }: MessageItem): string => (kind === 'SYSTEM' ? 'system' : audience === 'STAFF' ? 'note' : isOwn ? 'own' : 'other');

const Row = memo(function Row({ message, isFirstOfGroup, isNamed, children }: RowProps) {
  const kind = kindOf(message);
  const { sender, isOwn, isDeleted, status, error } = message;
  return (
    <li className="row" data-kind={kind} data-own={isOwn} data-first={isFirstOfGroup} data-named={isNamed}>
      {kind === 'other' && isFirstOfGroup ? <Avatar name={sender.displayName} /> : null}
      <article className="message">
        {isFirstOfGroup && kind !== 'system' ? (
          <p className={isOwn && kind === 'own' ? 'visually-hidden' : 'who'}>
            {isOwn ? 'You' : sender.displayName}
            {kind === 'note' ? <span className="note-label">Note · only staff see this{isNamed ? ' · names you' : ''}</span> : null}
          </p>
        ) : null}
        <div className="bubble" data-status={isOwn ? status : undefined}>
          <p className="text" dir="auto">
            {isDeleted ? 'Message deleted' : message.text}
          </p>
          {kind === 'system' ? null : (
            <p className="when">
              <time dateTime={message.sentAt}>{clockTime(message.sentAt)}</time>
              {isOwn && kind === 'own' && ticks[status] !== undefined ? <span className="ticks">{ticks[status]}</span> : null}
            </p>
          )}
        </div>
        {status === 'failed' ? (
          <p role="alert" className="problem">
            {error?.message ?? 'unable to send'} <button onClick={message.retry}>Send again</button> <button onClick={message.discard}>Discard</button>
          </p>
        ) : null}
        {children}
      </article>
    </li>
  );
});

/** Whom a note names is in its metadata; what others wrote there may be anything. */
const namedIn = ({ audience, metadata }: MessageItem): readonly unknown[] => (audience === 'STAFF' && Array.isArray(metadata['mentions']) ? metadata['mentions'] : []);

function Typing() {
  const { people } = useTyping();
  return (
    <p className="typing" role="status">
      {people.length === 0 ? '' : `${people.map(({ displayName }) => displayName).join(' and ')} ${people.length === 1 ? 'is' : 'are'} typing`}
    </p>
  );
}

/** The messages of the conversation, the newest in sight. `children` stand behind the last one and scroll with it. */
export function MessageList({ extras, children }: { readonly extras?: MessageExtras; readonly children?: ReactNode }) {
  const { messages, status, hasMore, isLoadingMore, loadMore } = useMessages();
  const me = useViewer();
  const { box, isAtEnd, onScroll, toEnd } = useStickToEnd(messages);
  useReadOnSight(isAtEnd);
  const rows = useMemo(
    () =>
      messages.map((message, index) => {
        const before = messages[index - 1];
        const isNamed = me !== null && namedIn(message).includes(me.id);
        return { message, isNamed, isFirstOfGroup: isNamed || before === undefined || before.sender.id !== message.sender.id || kindOf(before) !== kindOf(message) };
      }),
    [messages, me],
  );
  return (
    <div className="log-frame">
      <div ref={box} className="log" role="log" aria-label="Messages" aria-busy={status === 'loading' || isLoadingMore} tabIndex={0} onScroll={onScroll}>
        {hasMore ? (
          <button className="quiet earlier" disabled={isLoadingMore} onClick={() => void loadMore().catch(() => undefined)}>
            Earlier messages
          </button>
        ) : null}
        {status === 'loading' ? <p className="hint">Loading</p> : null}
        <ol className="rows">
          {rows.map(({ message, isFirstOfGroup, isNamed }, index) => (
            <Row key={message.key} message={message} isFirstOfGroup={isFirstOfGroup} isNamed={isNamed}>
              {extras?.(message, index === rows.length - 1)}
            </Row>
          ))}
        </ol>
        {children}
        <Typing />
      </div>
      {isAtEnd ? null : (
        <button className="icon to-end" aria-label="To the newest message" onClick={toEnd}>
          {icons.down}
        </button>
      )}
    </div>
  );
}
