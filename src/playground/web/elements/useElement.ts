import { useEffect, useRef } from 'react';
import type { Json } from '../api/state.ts';
import type { Confirm } from '../blocks/kit.ts';
import type { Standing } from './Standing.ts';
import { useSurface } from './Surface.ts';

interface Usable {
  readonly type: string;
  readonly action_id?: string;
  readonly confirm?: Confirm;
}

export interface UsedElement {
  /** what stands in it, as in `view.state.values` */
  readonly value: Json;
  readonly isBusy: boolean;
  /** puts a value into it and tells the app when it wants to know at once */
  readonly choose: (fields: Json) => void;
  /** the same for what is typed part by part: the app is told once it has come to rest */
  readonly chooseSlowly: (fields: Json) => void;
  /** puts a value into it */
  readonly enter: (fields: Json) => void;
  /** tells the app that this was done */
  readonly send: (fields: Json) => void;
  /** a click, told to the app once it is confirmed; false when it was declined */
  readonly click: (fields: Json) => Promise<boolean>;
}

const NOTHING: Json = {};
const REST = 600;

/** What a person sees in an element and does with it. */
export function useElement(element: Usable, { blockId, dispatches }: Standing): UsedElement {
  const surface = useSurface();
  const { type, action_id: actionId = '', confirm } = element;
  const enter = (fields: Json) => surface.enter(blockId, actionId, { type, ...fields });
  const tell = (chosen: Json, isValue: boolean) => surface.send({ blockId, actionId, chosen, isValue });
  const isSure = async () => confirm === undefined || (await surface.ask(confirm));
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);

  const choose = async (fields: Json) => {
    if (!dispatches) return enter(fields);
    if (!(await isSure())) return;
    enter(fields);
    tell(fields, true);
  };
  return {
    value: surface.values[blockId]?.[actionId] ?? NOTHING,
    isBusy: surface.isBusy(blockId, actionId),
    enter,
    send: (fields) => tell(fields, true),
    choose,
    chooseSlowly: (fields) => {
      if (!dispatches || confirm) return void choose(fields);
      enter(fields);
      clearTimeout(rest.current);
      rest.current = setTimeout(() => tell(fields, true), REST);
    },
    click: async (fields) => {
      if (surface.isBusy(blockId, actionId) || !(await isSure())) return false;
      tell(fields, false);
      return true;
    },
  };
}
