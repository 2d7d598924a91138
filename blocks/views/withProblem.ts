import type { types } from '@slack/bolt';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

const BLOCK = 'problem';

/** The same form with a sentence on top that says what is wrong; what was typed stays. */
export function withProblem(view: types.ModalView, problem: string): types.ModalView {
  const rest = view.blocks.filter((block) => block.block_id !== BLOCK);
  return { ...view, blocks: [section(mrkdwn`:warning: *${problem}*`, { blockId: BLOCK }), ...rest] };
}
