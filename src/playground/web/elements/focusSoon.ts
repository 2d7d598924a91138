const FRAMES = 20;

/** Focuses what `find` finds, waiting some frames for it: menus draw their button after the rest. The returned call gives up. */
export function focusSoon(find: () => HTMLElement | null | undefined, otherwise?: () => void): () => void {
  let frame = 0;
  const attempt = (left: number) => {
    const found = find();
    if (found) found.focus();
    else if (left > 0) frame = requestAnimationFrame(() => attempt(left - 1));
    else otherwise?.();
  };
  frame = requestAnimationFrame(() => attempt(FRAMES));
  return () => cancelAnimationFrame(frame);
}
