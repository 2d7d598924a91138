import { useCallback, useState } from 'react';
import { call } from '../../api/call.ts';
import { useSlack } from '../../api/LiveSlack.tsx';
import { clockError } from './clockError.ts';
import { sayInstant } from './sayInstant.ts';

type Target = { readonly advance: string } | { readonly to: string };

export interface ClockMove {
  /** this page or another one is moving the clock */
  readonly isMoving: boolean;
  /** what is going on or how it ended, in words; empty while there is nothing to say */
  readonly said: string;
  readonly hasFailed: boolean;
  /** `words` end the sentence "Moving the clock …" */
  readonly move: (target: Target, words: string) => Promise<void>;
  readonly dismiss: () => void;
}

/** Moves the playground's clock, one move at a time, and tells about it. */
export function useClockMove(zone: string): ClockMove {
  const { state } = useSlack();
  const [pending, setPending] = useState('');
  const [result, setResult] = useState({ said: '', hasFailed: false });

  const move = useCallback(
    async (target: Target, words: string) => {
      setPending(words);
      const { ok, error, now } = await call('clock', target);
      setPending('');
      setResult(
        ok
          ? { said: `It is ${sayInstant(new Date(String(now)), zone)}.`, hasFailed: false }
          : { said: clockError(error), hasFailed: true },
      );
    },
    [zone],
  );
  const dismiss = useCallback(() => setResult({ said: '', hasFailed: false }), []);

  if (pending !== '')
    return { isMoving: true, said: `Moving the clock ${pending}…`, hasFailed: false, move, dismiss };
  if (state.moving)
    return { isMoving: true, said: 'The clock is being moved…', hasFailed: false, move, dismiss };
  return { isMoving: false, ...result, move, dismiss };
}
