import { useEffect, useRef } from 'react';
import { useSlack } from '../api/LiveSlack.tsx';

/** Lets the modals give the focus back by themselves first. */
const WAIT_MS = 150;

/** When the last modal closes the focus goes back to what opened it, or to its message where that was replaced. */
export function useFocusReturns(): void {
  const open = useSlack().state.views.length > 0;
  const last = useRef<{ element: HTMLElement; ts: string | undefined }>(undefined);

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.closest('.page')) return;
      last.current = { element: target, ts: target.closest<HTMLElement>('article')?.dataset.ts };
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);

  useEffect(() => {
    if (open) return;
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body || !last.current) return;
      const { element, ts } = last.current;
      const message = ts ? document.querySelector<HTMLElement>(`article[data-ts="${ts}"]`) : null;
      (element.isConnected ? element : (message ?? document.getElementById('main')))?.focus();
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [open]);
}
