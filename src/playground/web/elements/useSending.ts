import { useCallback, useRef, useState } from 'react';
import type { Answer } from '../api/call.ts';
import type { Deed, Surface } from './Surface.ts';

const keyOf = (blockId: string, actionId: string) => `${blockId} ${actionId}`;

/**
 * Sends deeds one at a time for each element: a second click is not sent while the first is under way, a second value waits
 * for the first.
 */
export function useSending(
  post: (deed: Deed) => Promise<Answer>,
  explain: (answer: Answer) => string | undefined,
): Pick<Surface, 'send' | 'isBusy' | 'trouble'> {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<Surface['trouble']>();
  const running = useRef(new Map<string, Deed | undefined>());
  const latest = useRef({ post, explain });
  latest.current = { post, explain };

  const send = useCallback(async (deed: Deed) => {
    const key = keyOf(deed.blockId, deed.actionId);
    if (running.current.has(key)) {
      if (deed.isValue) running.current.set(key, deed);
      return;
    }
    for (let next: Deed | undefined = deed; next; next = running.current.get(key)) {
      running.current.set(key, undefined);
      setBusy(new Set(running.current.keys()));
      setTrouble(undefined);
      const text = latest.current.explain(await latest.current.post(next));
      setTrouble(text === undefined ? undefined : { blockId: deed.blockId, text });
    }
    running.current.delete(key);
    setBusy(new Set(running.current.keys()));
  }, []);

  const isBusy = useCallback(
    (blockId: string, actionId: string) => busy.has(keyOf(blockId, actionId)),
    [busy],
  );
  return { send, isBusy, trouble };
}
