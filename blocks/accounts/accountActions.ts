import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import { button } from '../button.ts';
import type { AccountView } from './AccountView.ts';
import { CEASE_NOTICE_TITLE } from './ceaseNoticeModal.ts';

export interface AccountChoices {
  /** the reader may log calls and keep contacts */
  readonly mayLog: boolean;
  /** the reader may say what was seen at the bank */
  readonly maySeePayment?: boolean;
  /** the reader may correct its kind, set its tags, take it back from those it was handed to, and a write-off, have its records kept */
  readonly mayManage?: boolean;
  /** the reader may put it into a group */
  readonly mayGroup?: boolean;
  /** the account may be shown to the channel it was asked for in */
  readonly mayShare?: boolean;
}

/** What can be done from an account; each button carries the debtor's id alone. */
export function accountActions(
  {
    debtorId,
    name,
    onHold,
    onCreditHold,
    stopped,
    mayBeNoticed,
    validated,
    writtenOff,
    handedOff,
    onLegalHold,
  }: Pick<
    AccountView,
    | 'debtorId'
    | 'name'
    | 'onHold'
    | 'onCreditHold'
    | 'stopped'
    | 'mayBeNoticed'
    | 'validated'
    | 'writtenOff'
    | 'handedOff'
    | 'onLegalHold'
  >,
  { mayLog, maySeePayment = false, mayManage = false, mayGroup = false, mayShare = false }: AccountChoices,
): types.ActionsBlock | undefined {
  const one = (text: string, actionId: string, style?: 'primary') =>
    button({ text, actionId, value: debtorId, label: `${text}: ${name}`, ...(style && { style }) });
  return actions([
    mayLog ? one('Log a call', 'log_call', 'primary') : undefined,
    mayLog ? one('Record a promise', 'open_promise') : undefined,
    mayLog ? one('Instalments', 'open_plan') : undefined,
    mayLog ? one('Reply received', 'open_reply') : undefined,
    mayLog ? one('I wrote', 'open_wrote') : undefined,
    mayLog ? one('Dispute', 'open_dispute') : undefined,
    mayLog ? one('Pause', 'open_pause') : undefined,
    mayLog && onHold ? one('Resume', 'open_resume') : undefined,
    mayLog || maySeePayment ? one(stopped ? 'Stopped' : 'Stop', 'open_stop') : undefined,
    mayLog && mayBeNoticed ? one(CEASE_NOTICE_TITLE, 'open_cease_notice') : undefined,
    mayLog && onCreditHold ? one('Release credit hold', 'open_release') : undefined,
    maySeePayment ? one('Payment seen', 'open_paid') : undefined,
    mayLog ? one('Contacts', 'add_contact') : undefined,
    mayManage && validated ? one('No validation notice', 'open_not_validated') : undefined,
    mayManage && writtenOff ? one('Take write-off back', 'open_write_off_back') : undefined,
    mayManage && handedOff ? one('Recall', 'open_recall') : undefined,
    mayManage && onLegalHold ? one('End legal hold', 'open_end_legal_hold') : undefined,
    mayManage && !onLegalHold ? one('Legal hold', 'open_legal_hold') : undefined,
    mayManage ? one('Kind', 'open_kind') : undefined,
    mayManage ? one('Place', 'open_place') : undefined,
    mayManage ? one('Tags', 'open_tags') : undefined,
    mayGroup ? one('Group', 'open_group') : undefined,
    mayLog || maySeePayment ? one('Write-off', 'open_writeoff') : undefined,
    mayLog ? one('Statement', 'open_statement') : undefined,
    one('Why?', 'why_account'),
    mayShare ? one('Share to channel', 'share_account') : undefined,
  ]);
}
