import type { types } from '@slack/bolt';
import { modal } from '../modal.ts';
import { section } from '../section.ts';

/** Opened at once on a click, before anything is read; filled by views.update. */
export function loadingView(title: string): types.ModalView {
  return modal({ callbackId: 'loading', title, close: 'Close', blocks: [section('One moment…')] });
}
