import { stageName } from '../../core/stageName.ts';

const titles: Readonly<Record<string, string>> = {
  last_call: 'Last call before the final notice',
  broken_promise: 'Broken promise, call today',
  call_back: 'Call back',
  part_payment: 'Part payment, ask about the rest',
  alternate_contact: 'Reach somebody else',
  reply: 'Reply to classify',
  agree: 'Agreement asked for',
  find_payment: 'Payment to find, the customer says it is paid',
  payment_not_found: 'Payment not found, call',
  freshness: 'Payments to bring up to date',
  unsure_mail: 'Mail to clear up, sent or not',
  approval_ended: 'Final notice not sent',
};

/** What a prompt is called on the list and on its message. */
export function promptTitle(kind: string, stage: string | undefined): string {
  // between two notices the policy asks for a call
  if (kind === 'call' && stage === 'firm_notice') return 'Call after the late-payment notice';
  return titles[kind] ?? (stage ? stageName(stage) : 'Follow-up');
}
