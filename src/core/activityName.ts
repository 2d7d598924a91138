const outcomes: Readonly<Record<string, string>> = {
  promised: 'promised to pay',
  paid: 'says it is paid',
  disputes: 'disputes it',
  instalments: 'wants instalments',
  call_back: 'call back later',
  refuses: 'refuses to pay',
  hardship: 'in hardship',
  no_answer: 'no answer',
  left_message: 'left a message',
  wrong_number: 'wrong number',
  not_connected: 'not connected',
  plan_agreed: 'instalments agreed',
  dispute_raised: 'dispute raised',
  dispute_ended: 'dispute settled',
  paused: 'put on hold',
  resumed: 'hold ended',
  condition_recorded: 'account stopped',
  condition_ended: 'stop ended',
  write_off_proposed: 'write-off proposed',
  write_off_taken_back: 'write-off taken back',
  payment_seen: 'payment seen at the bank',
  validation_taken_back: 'was no validation notice',
  cash_placed: 'said what their money is for',
  bank_details: 'names other bank details',
  reason_mended: 'reason for the delay mended',
  reason_in_order: 'reason for the delay looked into, all in order',
  limit_overridden: 'house limit overridden',
  imported: 'as an import says',
};

const kinds: Readonly<Record<string, string>> = {
  call: 'Call',
  email: 'Email',
  text: 'Text message',
  letter: 'Letter',
  visit: 'Visit',
  reply: 'Reply received',
  note: 'Note',
};

/** What was done as people say it: "Call, no answer", "Email received". Unknown words are shown with underscores opened. */
export function activityName(activity: {
  readonly kind: string;
  readonly direction: string;
  readonly outcome?: string | undefined;
}): string {
  const kind = kinds[activity.kind] ?? activity.kind.replaceAll('_', ' ');
  const received = activity.direction === 'in' && activity.kind !== 'reply' && activity.kind !== 'note';
  const outcome = activity.outcome && (outcomes[activity.outcome] ?? activity.outcome.replaceAll('_', ' '));
  return [received ? `${kind} received` : kind, outcome].filter(Boolean).join(', ');
}
