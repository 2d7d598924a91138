import { isObject, type JsonObject, objectsOf } from '../json.ts';
import type { Block } from '../state/model.ts';
import { newSlackId } from '../state/newSlackId.ts';
import { elementsOf } from './elementsOf.ts';

/**
 * Checked blocks as Slack stores them: a copy in which ids and defaults that the app left out are filled in
 * (`block_id`, `action_id`, `emoji`, `verbatim`, `optional`, `dispatch_action`).
 */
export function completeBlocks(blocks: readonly unknown[]): Block[] {
  const copy = objectsOf(structuredClone(blocks));
  const complete = copy.map((block) => withId(block));
  for (const { element } of elementsOf(complete)) element.action_id ??= newSlackId('', 5);
  fillTexts(complete);
  return complete;
}

function withId(block: JsonObject): Block {
  for (const inner of objectsOf(block.child_blocks)) inner.block_id ??= newSlackId('', 5);
  if (block.type === 'input') {
    block.optional ??= false;
    block.dispatch_action ??= false;
  }
  return { ...block, type: String(block.type), block_id: String(block.block_id ?? newSlackId('', 5)) };
}

function fillTexts(value: unknown): void {
  if (Array.isArray(value)) for (const entry of value) fillTexts(entry);
  if (!isObject(value)) return;
  if (value.type === 'plain_text') value.emoji ??= true;
  if (value.type === 'mrkdwn') value.verbatim ??= false;
  for (const inner of Object.values(value)) if (typeof inner === 'object') fillTexts(inner);
}
