import { useMessages } from '@parley/react';
import { useEffect } from 'react';

/** Marks the conversation read while its newest message is on a page that somebody looks at. */
export function useReadOnSight(isAtEnd: boolean): void {
  const markRead = useMessages({ select: ({ markRead }) => markRead });
  const newest = useMessages({ select: ({ messages }) => messages.findLast((message) => message.seq !== null)?.seq ?? null });
  useEffect(() => {
    if (newest === null || !isAtEnd) return undefined;
    const mark = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) void markRead().catch(() => undefined);
    };
    mark();
    window.addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      window.removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [isAtEnd, markRead, newest]);
}
