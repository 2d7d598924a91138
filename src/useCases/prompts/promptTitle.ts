import { isCeaseNotice } from '../../core/ceaseNotices.ts';
import { stageName } from '../../core/stageName.ts';

const titles: Readonly<Record<string, string>> = {
  issued: 'Invoice to complete',
  broken_promise: 'Broken promise, call today',
  call_back: 'Call back',
  part_payment: 'Part payment, ask about the rest',
  promise_reminder: 'Payment promised for the next business day, remind them',
  usual_day: 'Usual day of payment has come, call',
  terms_reminder: 'Habitual late payer, remind them of the terms',
  credit_line: 'Habitual late payer, review the credit line',
  month_end: 'Month end, nothing done for 15 days',
  undelivered: 'Mail not delivered, correct the contact',
  alternate_contact: 'Reach somebody else',
  credit_hold: 'Credit hold to propose',
  set_credit_hold: 'Credit hold to set in the order system',
  release_credit_hold: 'Credit hold to release',
  direct_contact: 'Visit in person',
  hand_off: 'Hand-off to decide on',
  pass_on: 'Pass on to the agency or court',
  recall: 'Account to recall, what was handed off is settled',
  post_letter: 'Letter to post and record',
  reply: 'Reply to classify',
  agree: 'Agreement asked for',
  decide_dispute: 'Dispute after the final notice, to decide today',
  decide_condition: 'Account stopped, to decide on',
  dispute_due: 'Dispute to settle',
  find_payment: 'Payment to find, the customer says it is paid',
  payment_not_found: 'Payment not found, call',
  seen_not_come: 'Payment seen at the bank, not in the ledger',
  find_customer: 'Find the customer',
  to_mend: 'Reason for the delay to mend',
  freshness: 'Payments to bring up to date',
  unplaced_cash: 'Money received, what is it for?',
  unsure_mail: 'Mail to clear up, sent or not',
};

/** What a prompt is called on the list and on its message. */
export function promptTitle(kind: string, stage: string | undefined): string {
  // between two notices the policy asks for a call
  if (kind === 'call' && stage === 'firm_notice') return 'Call after the late-payment notice';
  if (kind === 'last_call') {
    return stage && stage !== 'final_notice'
      ? `${stageName(stage)}, ask for approval`
      : 'Last call before the final notice';
  }
  if (kind === 'approval_ended') return `${stageName(stage ?? 'final_notice')} not sent`;
  if (kind === 'undelivered' && stage)
    return `${stageName(stage)} not sent, ${isCeaseNotice(stage) ? 'ask for approval' : 'send it'} again`;
  return titles[kind] ?? (stage ? stageName(stage) : 'Follow-up');
}
