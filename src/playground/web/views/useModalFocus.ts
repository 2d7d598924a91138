import { type RefObject, useEffect, useRef } from 'react';
import { focusSoon } from '../elements/focusSoon.ts';
import { USABLE } from '../elements/usable.ts';

/**
 * Puts the focus where Slack does when a modal comes to the top: on the element that asks for it, else on the first input; on
 * coming back, where it was.
 */
export function useModalFocus(form: RefObject<HTMLFormElement | null>, isTop: boolean): void {
  const last = useRef<HTMLElement>(undefined);
  useEffect(() => {
    const root = form.current;
    if (!root || !isTop) return;
    const before = last.current;
    const giveUp = focusSoon(() => (before?.isConnected ? before : firstOf(root)));
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = target;
    };
    root.addEventListener('focusin', note);
    return () => {
      giveUp();
      root.removeEventListener('focusin', note);
    };
  }, [form, isTop]);
}

function firstOf(root: HTMLElement): HTMLElement | null {
  const asked = root.querySelector('[data-focus-on-load]') ?? root.querySelector('.block-input .element');
  return asked?.querySelector<HTMLElement>(USABLE) ?? null;
}
