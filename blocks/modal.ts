import type { types } from '@slack/bolt';
import { type Content, fitBlocks } from './fitBlocks.ts';
import { fitsView } from './fitsView.ts';
import { limits } from './limits.ts';
import { oneLine } from './oneLine.ts';
import { plain } from './plain.ts';
import { section } from './section.ts';
import { within } from './within.ts';

export interface ModalOptions extends Content {
  readonly callbackId: string;
  readonly title: string;
  /** "Save" where there is something to fill in and nothing else is said. */
  readonly submit?: string;
  readonly close?: string;
  /** What the view must remember, already encoded; at most 3,000 characters. */
  readonly metadata?: string;
  readonly externalId?: string;
  readonly notifyOnClose?: boolean;
  readonly clearOnClose?: boolean;
}

/**
 * A modal within Slack's limits.
 * @throws RangeError when an id or the metadata is longer than Slack takes.
 */
export function modal(options: ModalOptions): types.ModalView {
  const { callbackId, title, close, metadata, externalId, notifyOnClose, clearOnClose } = options;
  const fitted = fitBlocks(options, fitsView);
  const blocks = fitted.length > 0 ? fitted : [section('')];
  const submit = options.submit ?? (blocks.some((block) => block.type === 'input') ? 'Save' : undefined);
  return {
    type: 'modal',
    callback_id: within(callbackId, limits.view.callbackId, 'callback_id'),
    title: plain(oneLine(title), limits.view.title),
    ...(submit !== undefined && { submit: plain(submit, limits.view.submit) }),
    ...(close !== undefined && { close: plain(close, limits.view.close) }),
    blocks,
    ...(metadata !== undefined && {
      private_metadata: within(metadata, limits.view.privateMetadata, 'private_metadata'),
    }),
    ...(externalId !== undefined && {
      external_id: within(externalId, limits.view.externalId, 'external_id'),
    }),
    ...(notifyOnClose === true && { notify_on_close: true }),
    ...(clearOnClose === true && { clear_on_close: true }),
  };
}
