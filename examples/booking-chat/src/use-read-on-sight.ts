import { useReadReceipts } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { useEffect, useRef, type RefObject } from 'react';

/** Somebody is looking: the page is in front and has the focus. */
const isLooking = () => document.visibilityState === 'visible' && document.hasFocus();

/**
 * Marks messages as read when they were really seen: the end of the message inside the box, the page visible and focused.
 * A mark at the end of each message tells its number in `data-seq`.
 */
export function useReadOnSight(box: RefObject<HTMLElement | null>, messages: readonly MessageItem[]): void {
  const markRead = useReadReceipts({ select: (receipts) => receipts.markRead });
  const observer = useRef<IntersectionObserver | null>(null);

  useEffect(() => {
    let seen = 0;
    let marked = 0;
    const mark = () => {
      if (seen <= marked || !isLooking()) return;
      marked = seen;
      // A lost mark is sent again with the next one, which is higher.
      markRead(seen).catch(() => undefined);
    };
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting && target instanceof HTMLElement) seen = Math.max(seen, Number(target.dataset['seq']));
        }
        mark();
      },
      { root: box.current },
    );
    observer.current = sight;
    addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      sight.disconnect();
      observer.current = null;
      removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [box, markRead]);

  useEffect(() => {
    for (const end of box.current?.querySelectorAll('[data-seq]') ?? []) observer.current?.observe(end);
  }, [box, messages]);
}
