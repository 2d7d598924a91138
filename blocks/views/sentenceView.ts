import type { types } from '@slack/bolt';
import type { Text } from '../Markup.ts';
import { modal } from '../modal.ts';
import { section } from '../section.ts';

/** A modal that only says something: a result, or why something cannot be done. */
export function sentenceView(title: string, ...sentences: readonly Text[]): types.ModalView {
  return modal({
    callbackId: 'sentence',
    title,
    close: 'Close',
    blocks: sentences.map((text) => section(text)),
  });
}
