import { useCallback, useRef } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import type { Message } from '../../api/state.ts';
import { errorInWords } from '../errorInWords.ts';
import { useNotice } from '../notice/NoticeProvider.tsx';

/** Adds one's reaction to a message, or takes it back where it stands already. */
export function useReact(channel: string, { ts, reactions }: Message): (name: string) => Promise<void> {
  const { state, act } = useSlack();
  const tell = useNotice();
  const underWay = useRef(new Set<string>());
  return useCallback(
    async (name) => {
      if (underWay.current.has(name)) return;
      underWay.current.add(name);
      const remove = reactions.some((r) => r.name === name && r.users.includes(state.user));
      const { ok, error } = await act('react', { channel, ts, name, remove });
      underWay.current.delete(name);
      if (!ok) tell(errorInWords(error), 'problem');
    },
    [act, tell, channel, ts, reactions, state.user],
  );
}
