import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 719px)');

function watch(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the page is as narrow as a phone: it shows one pane at a time then. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => query.matches);
}
