import type { types } from '@slack/bolt';

/** A line across. */
export function divider(): types.DividerBlock {
  return { type: 'divider' };
}
