import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { message, type SlackMessage } from '../message.ts';
import { section } from '../section.ts';
import { CEASE_NOTICE_TITLE } from './ceaseNoticeModal.ts';

/** No notice is due, since the customer wants no contact; and what may be written all the same, with the way to it. */
export function ceaseNoticeMessage(view: {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly said: string;
  /** what may still be written, as a sentence */
  readonly about: string;
}): SlackMessage {
  const { debtorId, debtorName, said, about } = view;
  const open = button({
    text: CEASE_NOTICE_TITLE,
    actionId: 'open_cease_notice',
    value: debtorId,
    label: `${CEASE_NOTICE_TITLE}: ${debtorName}`,
  });
  return message({
    text: `${said} ${about}`,
    blocks: [section(said), section(about), actions([open])],
  });
}
