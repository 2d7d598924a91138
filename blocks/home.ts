import type { types } from '@slack/bolt';
import { type Content, fitBlocks } from './fitBlocks.ts';
import { fitsView } from './fitsView.ts';
import { limits } from './limits.ts';
import { section } from './section.ts';
import { within } from './within.ts';

export interface HomeOptions extends Content {
  readonly callbackId?: string;
  readonly metadata?: string;
}

/**
 * A Home tab within Slack's limits.
 * @throws RangeError when an id or the metadata is longer than Slack takes.
 */
export function home(options: HomeOptions): types.HomeView {
  const { callbackId, metadata } = options;
  const fitted = fitBlocks(options, fitsView);
  return {
    type: 'home',
    ...(callbackId !== undefined && {
      callback_id: within(callbackId, limits.view.callbackId, 'callback_id'),
    }),
    ...(metadata !== undefined && {
      private_metadata: within(metadata, limits.view.privateMetadata, 'private_metadata'),
    }),
    blocks: fitted.length > 0 ? fitted : [section('')],
  };
}
