import { useEffect, useState } from 'react';
import { read } from '../../api/call.ts';
import type { Entry } from './Entry.ts';

const POLL_MS = 700;
/** Older ones are forgotten here, as the server forgets them. */
const KEPT = 5000;

/** All calls and deliveries, newest first, while this is shown; undefined before the first answer. */
export function useTraffic(): readonly Entry[] | undefined {
  const [entries, setEntries] = useState<readonly Entry[]>();

  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const poll = async () => {
      const fresh = await read<Entry[]>('traffic', { after: String(last) }).catch(() => []);
      if (isOver) return;
      last = fresh.at(-1)?.n ?? last;
      if (fresh.length > 0) setEntries((known = []) => [...fresh.reverse(), ...known].slice(0, KEPT));
      else setEntries((known = []) => known);
      timer = setTimeout(poll, POLL_MS);
    };
    void poll();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);

  return entries;
}
