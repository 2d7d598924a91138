import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSlack } from '../api/LiveSlack.tsx';
import type { Block, Json, Place, Values } from '../api/state.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { keptValues } from './keptValues.ts';
import { type Deed, type Surface, SurfaceContext } from './Surface.ts';
import { shownValues } from './shownValues.ts';
import { useConfirm } from './useConfirm.ts';
import { useSending } from './useSending.ts';
import { whatWentWrong } from './whatWentWrong.ts';

interface Props {
  readonly place: Place;
  readonly blocks: readonly Block[];
  /** what the playground holds already */
  readonly held?: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

const NOTHING = {};

/** Keeps what is typed in a message or view, and sends what is done there to the app. */
export function SurfaceProvider({ place, blocks, held = NOTHING, errors = NOTHING, children }: Props) {
  const { act, state } = useSlack();
  const [typed, setTyped] = useState<Values>(NOTHING);
  const { asked, ask } = useConfirm();
  const now = useRef({ typed, blocks });
  now.current.blocks = blocks;
  // A message takes no `values`: what was typed there is told before the next deed.
  const untold = useRef(new Map<string, () => Promise<unknown>>());

  const change = useCallback((next: Values) => {
    now.current.typed = next;
    setTyped(next);
  }, []);
  // What lost its element stays lost, should the element come back.
  useEffect(() => {
    if (now.current.typed !== NOTHING) change(keptValues(blocks, now.current.typed));
  }, [blocks, change]);

  const told = useCallback(() => keptValues(now.current.blocks, now.current.typed), []);
  const whole = useCallback(() => ('view' in place ? { values: told() } : {}), [place, told]);

  const enter = useCallback(
    (blockId: string, actionId: string, value: Json) => {
      const before = now.current.typed;
      change({ ...before, [blockId]: { ...before[blockId], [actionId]: value } });
      if ('view' in place) return;
      untold.current.set(`${blockId} ${actionId}`, () =>
        act('action', { ...place, block_id: blockId, action_id: actionId, ...value }),
      );
    },
    [act, change, place],
  );

  const post = async ({ blockId, actionId, chosen }: Deed) => {
    const others = [...untold.current].filter(([key]) => key !== `${blockId} ${actionId}`);
    untold.current.clear();
    for (const [, tell] of others) await tell();
    return act('action', { ...place, block_id: blockId, action_id: actionId, ...chosen, ...whole() });
  };
  const { send, isBusy, trouble } = useSending(post, (answer) => whatWentWrong(answer, state.bot.app_name));

  const offers = useCallback(
    (blockId: string, actionId: string, value: string) =>
      act('options', { ...place, block_id: blockId, action_id: actionId, value, ...whole() }),
    [act, place, whole],
  );
  const values = useMemo(() => shownValues(blocks, held, typed), [blocks, held, typed]);
  const surface = useMemo<Surface>(
    () => ({ place, values, errors, trouble, enter, send, isBusy, ask, offers, typed: told }),
    [place, values, errors, trouble, enter, send, isBusy, ask, offers, told],
  );
  return (
    <SurfaceContext value={surface}>
      {children}
      {asked && <ConfirmDialog {...asked} />}
    </SurfaceContext>
  );
}
