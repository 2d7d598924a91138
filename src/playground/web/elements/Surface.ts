import { createContext, useContext } from 'react';
import type { Answer } from '../api/call.ts';
import type { Json, Place, Values } from '../api/state.ts';
import type { Confirm } from '../blocks/kit.ts';

/** One thing that a person does with an element. */
export interface Deed {
  readonly blockId: string;
  readonly actionId: string;
  /** what is chosen, in the words of `/client/action` */
  readonly chosen: Json;
  /** while one is under way, the last of those that follow is sent after it; without it they are dropped */
  readonly isValue: boolean;
}

/** The message or view that elements stand in: what is typed there, and the way to the app. */
export interface Surface {
  readonly place: Place;
  readonly values: Values;
  /** a sentence for each block whose input was refused */
  readonly errors: Readonly<Record<string, string>>;
  /** what went wrong last, and in which block */
  readonly trouble: { readonly blockId: string; readonly text: string } | undefined;
  readonly enter: (blockId: string, actionId: string, value: Json) => void;
  readonly send: (deed: Deed) => void;
  readonly isBusy: (blockId: string, actionId: string) => boolean;
  /** asks "are you sure?" */
  readonly ask: (confirm: Confirm) => Promise<boolean>;
  readonly offers: (blockId: string, actionId: string, value: string) => Promise<Answer>;
  /** what was typed and is for the app to hear */
  readonly typed: () => Values;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('elements stand in a SurfaceProvider');
  return surface;
}
