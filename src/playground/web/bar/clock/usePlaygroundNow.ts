import { useEffect, useReducer, useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';

const TICK_MS = 1000;

/** The playground's time. It runs on between states, and stands while it is being moved or the playground is away. */
export function usePlaygroundNow(): Date {
  const { state, away } = useSlack();
  const [, tick] = useReducer((n: number) => n + 1, 0);
  const [ahead, setAhead] = useState(() => Date.parse(state.now) - Date.now());
  const stands = state.moving || away;

  useEffect(() => setAhead(Date.parse(state.now) - Date.now()), [state]);
  useEffect(() => {
    if (stands) return;
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [stands]);

  return new Date(stands ? state.now : Date.now() + ahead);
}
