import type { types } from '@slack/bolt';
import { limits } from './limits.ts';

type Element = types.ActionsBlock['elements'][number];

/**
 * A row of buttons and menus. Undefined when there are none (messages and views leave it out); what is beyond Slack's
 * number is dropped: order them by use.
 */
export function actions(
  elements: readonly (Element | undefined)[],
  blockId?: string,
): types.ActionsBlock | undefined {
  const shown = elements.filter((element) => element !== undefined).slice(0, limits.actions.elements);
  if (shown.length === 0) return undefined;
  return { type: 'actions', ...(blockId !== undefined && { block_id: blockId }), elements: shown };
}
