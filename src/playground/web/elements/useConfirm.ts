import { useCallback, useState } from 'react';
import type { Confirm } from '../blocks/kit.ts';

/** A question that waits for its answer. */
export interface Asked {
  readonly confirm: Confirm;
  readonly answer: (yes: boolean) => void;
}

/** Lets an element ask "are you sure?", one question at a time. */
export function useConfirm(): { asked: Asked | undefined; ask: (confirm: Confirm) => Promise<boolean> } {
  const [asked, setAsked] = useState<Asked>();
  const ask = useCallback(
    (confirm: Confirm) =>
      new Promise<boolean>((resolve) => {
        const answer = (yes: boolean) => {
          setAsked(undefined);
          resolve(yes);
        };
        setAsked({ confirm, answer });
      }),
    [],
  );
  return { asked, ask };
}
