import { useEffect, useRef } from 'react';

/**
 * Where the focus goes when another pane opens: from the list of channels to where one writes, as on Slack; to the
 * pane itself where what had the focus is gone.
 */
export function useFocusFollows(pane: string, narrow: boolean): void {
  const before = useRef(pane);
  useEffect(() => {
    if (before.current === pane) return;
    before.current = pane;
    const focused = document.activeElement;
    const main = document.getElementById('main');
    const text = narrow ? null : main?.querySelector('textarea');
    if (focused?.closest('.side') && text) text.focus();
    else if (!focused || focused === document.body) main?.focus();
  }, [pane, narrow]);
}
