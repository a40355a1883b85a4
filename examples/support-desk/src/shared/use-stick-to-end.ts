import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Keeps a scrolling box at its end while its reader is there, and where it was while earlier content comes in above. */
export function useStickToEnd(content: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const before = useRef({ height: 0, isAtEnd: true });

  const onScroll = useCallback(() => {
    if (box.current === null) return;
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    before.current.isAtEnd = scrollHeight - scrollTop - clientHeight < 40;
    setIsAtEnd(before.current.isAtEnd);
  }, []);
  const toEnd = useCallback(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    if (box.current === null) return;
    const { scrollHeight } = box.current;
    if (before.current.isAtEnd) toEnd();
    else if (box.current.scrollTop < 200) box.current.scrollTop += scrollHeight - before.current.height;
    before.current.height = scrollHeight;
  }, [content, toEnd]);

  return { box, isAtEnd, onScroll, toEnd };
}
