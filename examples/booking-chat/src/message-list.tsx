import { icons } from '@parley/example-parts/icons';
import { useConversation, useMessages } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { MessageRow } from './message-row.js';
import { arrangeRows } from './rows.js';
import { useMessagesAround, type MessageSource } from './use-messages-around.js';
import { useReadBefore } from './use-read-before.js';
import { useReadOnSight } from './use-read-on-sight.js';
import { useScroll } from './use-scroll.js';

interface MessageListProps {
  readonly onReply: (message: MessageItem) => void;
  readonly onEdit: (message: MessageItem) => void;
  readonly onOpenThread: (messageId: string) => void;
}

interface SourcedListProps extends MessageListProps {
  readonly source: MessageSource;
  /** The message to begin at, which gets the focus; null for the newest. */
  readonly startAt: number | null;
  /** Leads to the newest message from a list that ends before it. */
  readonly onNewest?: () => void;
}

interface EdgeProps {
  readonly name: 'Earlier' | 'Later';
  readonly onReach: () => void;
  readonly isLoading: boolean;
}

/** Loads more messages when this end of the list comes near. */
function Edge({ name, onReach, isLoading }: EdgeProps) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark.current === null || isLoading) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onReach(), {
      root: mark.current.closest('.log'),
      rootMargin: name === 'Earlier' ? '600px 0px 0px' : '0px 0px 600px',
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [isLoading, name, onReach]);
  return (
    <div ref={mark} className="earlier">
      <button className="quiet" disabled={isLoading} onClick={onReach}>
        {isLoading ? `Loading ${name.toLowerCase()} messages` : `${name} messages`}
      </button>
    </div>
  );
}

const noMore = () => Promise.resolve();

/** The newest messages, and what comes. */
export function LiveMessages(props: MessageListProps) {
  const live = useMessages();
  return <MessageList {...props} source={{ ...live, hasNewer: false, loadNewer: noMore }} startAt={null} />;
}

/** The messages around the one that was found. */
export function MessagesAround({ seq, ...props }: MessageListProps & { readonly seq: number; readonly onNewest: () => void }) {
  return <MessageList {...props} source={useMessagesAround(seq)} startAt={seq} />;
}

/**
 * The messages. One stop of the Tab key: arrows, Home and End move between messages, Tab goes on to the buttons of the
 * one in focus.
 */
function MessageList({ source, startAt, onNewest, onReply, onEdit, onOpenThread }: SourcedListProps) {
  const { messages, status, hasMore, hasNewer, isLoadingMore, loadMore, loadNewer } = source;
  const myId = useConversation({ select: ({ me }) => me?.user.id ?? null });
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const { isAtEnd, onScroll, toEnd } = useScroll(box, list, { messages, startAt, hasNewer });
  useReadOnSight(box, messages);

  const readBefore = useReadBefore() ?? Infinity;
  const rows = useMemo(() => arrangeRows(messages, readBefore), [messages, readBefore]);
  const active = rows.some(({ message }) => message.key === activeKey) ? activeKey : rows.at(-1)?.message.key;
  // A failed page is asked for again when the top is reached again.
  const loadEarlier = useCallback(() => void loadMore().catch(() => undefined), [loadMore]);
  const loadLater = useCallback(() => void loadNewer().catch(() => undefined), [loadNewer]);

  const moveTo = (index: number) => {
    const row = list.current?.querySelectorAll<HTMLElement>('article')[index];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.tagName !== 'ARTICLE') return;
    const index = rows.findIndex(({ message }) => message.key === active);
    const target = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(Math.min(Math.max(target, 0), rows.length - 1));
  };

  return (
    <div className="log-frame">
      <div
        ref={box}
        className="log"
        role="log"
        aria-label="Messages"
        aria-live={isLoadingMore || status !== 'ready' ? 'off' : 'polite'}
        aria-relevant="additions"
        aria-busy={status === 'loading' || isLoadingMore}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        {hasMore ? <Edge name="Earlier" onReach={loadEarlier} isLoading={isLoadingMore} /> : null}
        {messages.length === 0 ? (
          <p className="empty">{status === 'loading' ? 'Loading messages' : 'No messages yet. Say hello.'}</p>
        ) : null}
        <ol ref={list} className="rows">
          {rows.map(({ message, day, isFirstOfGroup, isFirstNew, parent }) => (
            <MessageRow
              key={message.key}
              message={message}
              parent={parent}
              day={day}
              isFirstOfGroup={isFirstOfGroup}
              isFirstNew={isFirstNew}
              isActive={message.key === active}
              myId={myId}
              onActivate={setActiveKey}
              onReply={onReply}
              onEdit={onEdit}
              onOpenThread={onOpenThread}
            />
          ))}
        </ol>
        {hasNewer ? <Edge name="Later" onReach={loadLater} isLoading={isLoadingMore} /> : null}
      </div>
      {isAtEnd && !hasNewer ? null : (
        <button className="icon to-end" onClick={onNewest ?? toEnd} aria-label="To the newest message">
          {icons.down}
        </button>
      )}
    </div>
  );
}
