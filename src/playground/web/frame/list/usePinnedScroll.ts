import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 40;

/** Keeps a list at its end while it grows, unless the reader has scrolled up; earlier messages push nothing away. */
export function usePinnedScroll(scroller: RefObject<HTMLElement | null>, first: string | undefined) {
  const pinned = useRef(true);
  const height = useRef(0);
  const [isPinned, setPinned] = useState(true);

  const settle = useCallback(() => {
    const box = scroller.current;
    if (box && pinned.current) box.scrollTop = box.scrollHeight;
    height.current = box?.scrollHeight ?? 0;
  }, [scroller]);

  const toBottom = useCallback(() => {
    pinned.current = true;
    setPinned(true);
    settle();
  }, [settle]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    pinned.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    setPinned(pinned.current);
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another first message means that earlier ones came above it
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box && !pinned.current) box.scrollTop += box.scrollHeight - height.current;
    settle();
  }, [first, scroller, settle]);

  // Images, blocks and the window itself change heights after the messages are there.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(settle);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, [scroller, settle]);

  return { isPinned, toBottom, onScroll };
}
