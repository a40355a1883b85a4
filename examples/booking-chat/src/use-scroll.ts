import type { MessageItem } from '@parley/sdk';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

interface Shown {
  readonly messages: readonly MessageItem[];
  /** The message to begin at; null for the end. */
  readonly startAt: number | null;
  /** Whether the list ends before the newest message: then it has no end to follow. */
  readonly hasNewer: boolean;
}

/** Within so many pixels of the end the list follows new messages. */
const nearEnd = 80;

interface Place {
  /** Follows the end. */
  isPinned: boolean;
  /** Else: the first message in sight, and how far its top is from the top of the box. */
  row: HTMLElement | null;
  offset: number;
}

/** The first message that is not above the top edge; they are in order, so halving finds it. */
function firstInSight(rows: HTMLCollectionOf<HTMLElement>, top: number): HTMLElement | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && row.offsetTop + row.offsetHeight <= top) low = middle + 1;
    else high = middle;
  }
  return rows[low] ?? null;
}

/**
 * Keeps the list where the eye is: at its end while one is there, else at the row in sight, whatever comes above, below
 * or changes its height.
 */
export function useScroll(box: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>, { messages, startAt, hasNewer }: Shown) {
  const place = useRef<Place>({ isPinned: startAt === null, row: null, offset: 0 });
  const [isAtEnd, setIsAtEnd] = useState(startAt === null);
  const hasStarted = useRef(startAt === null);

  const restore = useCallback(() => {
    const element = box.current;
    const { isPinned, row, offset } = place.current;
    if (element === null) return;
    if (isPinned) element.scrollTop = element.scrollHeight;
    else if (row?.isConnected) element.scrollTop = row.offsetTop - offset;
  }, [box]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (element === null || list.current === null) return;
    const isPinned = !hasNewer && element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    const row = firstInSight(list.current.getElementsByTagName('article'), element.scrollTop);
    place.current = { isPinned, row, offset: (row?.offsetTop ?? 0) - element.scrollTop };
    setIsAtEnd(isPinned);
  }, [box, hasNewer, list]);

  const toEnd = useCallback(() => {
    place.current = { isPinned: true, row: null, offset: 0 };
    setIsAtEnd(true);
    restore();
  }, [restore]);

  const last = messages.at(-1);
  const sending = last?.isOwn && last.seq === null ? last.key : null;
  useLayoutEffect(() => {
    if (sending !== null) toEnd();
  }, [sending, toEnd]);
  useLayoutEffect(() => {
    const start = hasStarted.current ? null : list.current?.querySelector<HTMLElement>(`[data-seq="${startAt}"]`)?.closest('article');
    if (start) {
      hasStarted.current = true;
      start.dataset['found'] = 'true';
      place.current = { isPinned: false, row: start, offset: (box.current?.clientHeight ?? 0) / 3 };
      start.focus({ preventScroll: true });
    }
    restore();
  }, [box, list, messages, restore, startAt]);

  useEffect(() => {
    if (box.current === null || list.current === null) return undefined;
    const observer = new ResizeObserver(restore);
    observer.observe(box.current);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [box, list, restore]);

  return { isAtEnd, onScroll, toEnd };
}
