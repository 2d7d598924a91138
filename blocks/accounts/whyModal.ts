import type { types } from '@slack/bolt';
import { modal } from '../modal.ts';
import type { WhyView } from './WhyView.ts';
import { whyBlocks } from './whyBlocks.ts';

/** Why, in a window of its own. */
export function whyModal(view: WhyView): types.ModalView {
  return modal({ callbackId: 'why', title: 'Why?', close: 'Close', blocks: whyBlocks(view) });
}
