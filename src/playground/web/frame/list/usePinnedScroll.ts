import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 40;

interface Anchor {
  readonly ts: string;
  /** how far below the upper edge it stands */
  readonly top: number;
}

/** Keeps a list at its end while it grows; for a reader who has scrolled up, what they read stays where it is. */
export function usePinnedScroll(scroller: RefObject<HTMLElement | null>, first: string | undefined) {
  const pinned = useRef(true);
  const anchor = useRef<Anchor>(undefined);
  const [isPinned, setPinned] = useState(true);

  const settle = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    if (pinned.current) box.scrollTop = box.scrollHeight;
    else if (anchor.current) {
      const row = box.querySelector<HTMLElement>(`[data-ts="${anchor.current.ts}"]`);
      if (row) box.scrollTop = row.offsetTop - anchor.current.top;
    }
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
    anchor.current = anchorIn(box);
    setPinned(pinned.current);
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another first message moves all that stand below it
  useLayoutEffect(settle, [first, settle]);

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

function anchorIn(box: HTMLElement): Anchor | undefined {
  for (const row of box.querySelectorAll<HTMLElement>('[data-ts]')) {
    const top = row.offsetTop - box.scrollTop;
    if (top >= 0 && row.dataset.ts) return { ts: row.dataset.ts, top };
  }
  return undefined;
}
