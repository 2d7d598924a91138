import { stateValues } from '../../interaction/inputState.ts';
import type { Block, Values } from '../api/state.ts';
import { keptValues } from './keptValues.ts';

/** What stands in every element of these blocks: what was typed here, else what the playground holds, else the app's own. */
export function shownValues(blocks: readonly Block[], held: Values, typed: Values): Values {
  return stateValues(blocks, merge(held, keptValues(blocks, typed)));
}

function merge(under: Values, over: Values): Record<string, Record<string, Values[string][string]>> {
  const merged = Object.entries(over).map(([id, actions]) => [id, { ...under[id], ...actions }]);
  return { ...under, ...Object.fromEntries(merged) };
}
