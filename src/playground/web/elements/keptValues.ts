import { elementsOf } from '../../interaction/elementsOf.ts';
import { stateFieldOf } from '../../interaction/inputState.ts';
import { isObject, objectsOf } from '../../json.ts';
import type { Block, Json, Values } from '../api/state.ts';

/**
 * What of the typed values still has its element in these blocks: same block_id, action_id and type. A choice that is no
 * longer offered is dropped.
 */
export function keptValues(blocks: readonly Block[], typed: Values): Values {
  const kept: Record<string, Record<string, Json>> = {};
  for (const { block, element } of elementsOf(blocks)) {
    const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
    const value = typed[blockId]?.[actionId];
    if (value?.type !== element.type || !value || !isOffered(element, value)) continue;
    kept[blockId] = { ...kept[blockId], [actionId]: value };
  }
  return kept;
}

function isOffered(element: Json, value: Json): boolean {
  const groups = objectsOf(element.option_groups).map(({ options }) => options);
  const lists = [element.options, ...groups].filter(Array.isArray);
  const field = stateFieldOf(element.type)?.field ?? '';
  if (lists.length === 0) return true;
  const offered = new Set(lists.flatMap(objectsOf).map((option) => option.value));
  const chosen = [value[field]].flat().filter(isObject);
  return chosen.every((option) => offered.has(option.value));
}
