import { useCallback, useEffect, useState } from 'react';
import { type Answer, call, read } from '../../api/call.ts';
import type { Json } from '../../api/state.ts';
import type { Fault } from './Fault.ts';

const POLL_MS = 1000;

interface Armed {
  readonly faults: readonly Fault[];
  readonly rate_limits: 'auto' | 'on' | 'off';
}

/** What is armed to go wrong, as it is used up, and how to arm more. */
export function useArmedFaults() {
  const [armed, setArmed] = useState<Armed>({ faults: [], rate_limits: 'auto' });
  const look = useCallback(() => read<Armed>('faults').then(setArmed, () => undefined), []);

  useEffect(() => {
    void look();
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [look]);

  const arm = useCallback(
    async (body: Json): Promise<Answer> => {
      const answer = await call('faults', body);
      await look();
      return answer;
    },
    [look],
  );
  return { ...armed, arm };
}
