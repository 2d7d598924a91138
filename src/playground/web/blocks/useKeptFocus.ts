import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { focusSoon } from '../elements/focusSoon.ts';
import { USABLE } from '../elements/usable.ts';

/**
 * Gives the focus back when an update took away the element that had it: to the element that does the same now, else to the
 * first input, else to the whole, so that the keyboard does not start at the top of the page again.
 */
export function useKeptFocus(within: RefObject<HTMLElement | null>, content: unknown): void {
  const last = useRef<{ target: Element; action: string | undefined }>(undefined);
  useEffect(() => {
    const root = within.current;
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === root) return;
      last.current = { target, action: target.closest<HTMLElement>('[data-action]')?.dataset.action };
    };
    // Focus that goes elsewhere is not to be brought back; focus that is lost with its element goes nowhere.
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) last.current = undefined;
    };
    root?.addEventListener('focusin', note);
    root?.addEventListener('focusout', leave);
    return () => {
      root?.removeEventListener('focusin', note);
      root?.removeEventListener('focusout', leave);
    };
  }, [within]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the content is what may have taken the element away
  useLayoutEffect(() => {
    const root = within.current;
    const lost = last.current;
    if (!root || !lost || lost.target.isConnected || document.activeElement !== document.body) return;
    const again = lost.action ? root.querySelector(`[data-action="${CSS.escape(lost.action)}"]`) : null;
    const next = again ?? root.querySelector('.block-input .element');
    return focusSoon(
      () => (next ? next.querySelector<HTMLElement>(USABLE) : root),
      () => root.focus({ preventScroll: true }),
    );
  }, [content, within]);
}
