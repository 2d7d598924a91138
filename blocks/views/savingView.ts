import type { types } from '@slack/bolt';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** Shown while a form is saved. It carries what was typed, so that no words are lost whatever happens next. */
export function savingView(
  title: string,
  typed: readonly (readonly [label: string, value: string])[],
): types.ModalView {
  const lines = typed
    .filter(([, value]) => value !== '')
    .map(([label, value]) => mrkdwn`*${label}:* ${value}`);
  return modal({
    callbackId: 'saving',
    title,
    close: 'Close',
    blocks: [section('Saving…'), lines.length > 0 ? section(join(lines)) : undefined],
  });
}
