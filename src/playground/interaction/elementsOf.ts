import { isObject, type JsonObject, objectsOf } from '../json.ts';

/** An interactive element, and the block that holds it. */
export interface Placed {
  block: JsonObject;
  element: JsonObject;
}

/** Every element of these blocks that a person could use, in reading order. */
export function elementsOf(blocks: readonly JsonObject[]): Placed[] {
  return blocks.flatMap((block) => {
    const inner = [
      ...objectsOf(block.child_blocks),
      ...(block.type === 'carousel' ? objectsOf(block.elements) : []),
    ];
    const own = [
      block.accessory,
      block.element,
      ...(block.type === 'actions' || block.type === 'context_actions' ? objectsOf(block.elements) : []),
      ...(block.type === 'card' ? objectsOf(block.actions) : []),
    ];
    const elements = own.filter(isObject).filter((element) => element.type !== 'image');
    return [...elements.map((element) => ({ block, element })), ...elementsOf(inner)];
  });
}
