import type { types } from '@slack/bolt';
import type { Block } from '../Block.ts';
import type { AccountLines } from '../calls/CallLogForm.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

/** What every form of one account shows and remembers. */
export interface AgreementFrame {
  /** encoded: what the window remembers until it is submitted */
  readonly metadata: string;
  readonly account: AccountLines;
}

/** A form of one account, with who they are and what they owe on top. */
export function agreementModal(
  { metadata, account }: AgreementFrame,
  form: { callbackId: string; title: string; submit: string; blocks: readonly (Block | undefined)[] },
): types.ModalView {
  const { callbackId, title, submit, blocks } = form;
  const top = section(join([mrkdwn`*${account.name}*`, ...account.lines]));
  return modal({ callbackId, title, submit, close: 'Cancel', metadata, blocks: [top, ...blocks] });
}
