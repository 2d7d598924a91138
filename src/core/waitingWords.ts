const words: Readonly<Record<string, string>> = {
  day: 'its day comes then',
  gate: 'an earlier step has to be done first',
  gap: 'some days have to go by after the step before it',
  prompt_open: 'the step before it is still asked for',
  pending: 'the step before it is not done yet',
  failed: 'the step before it could not be sent',
  part_payment: 'a part payment came',
  reply: 'the customer replied',
  approval_ended: 'its approval was declined or expired, or it was recalled',
  delay_reason: 'the customer named a reason that is ours to mend',
  deadline: 'a date that we put in writing has to pass',
  promised_in_writing: 'a promised day that we confirmed in writing has to pass',
  unplaced_cash: 'finance has to say what money of theirs is for',
  freshness: 'payments are not known up to date',
  spacing: 'we wrote a short while ago',
  contact_rules: 'the contact rules allow no call before',
  usual_day: 'the customer usually pays by then',
  one_a_day: 'one step a day',
  closed_day: 'the day before is closed',
};

/** Why a step waits, as a clause; a rule without words of its own is shown by its name. */
export function waitingWords(why: string): string {
  return words[why] ?? why.replaceAll('_', ' ');
}
