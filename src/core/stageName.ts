const names: Readonly<Record<string, string>> = {
  issued: 'Invoice check',
  pre_due: 'Friendly reminder before the due date',
  due: 'Due-date reminder',
  chase: 'Polite reminder',
  alternate_contact: 'Another contact',
  commitment_call: 'Call for a firm date',
  firm_notice: 'Late-payment notice',
  credit_hold: 'Credit hold',
  final_notice: 'Final notice',
  direct_contact: 'Visit',
  demand_letter: 'Formal letter of demand',
  hand_off: 'Hand-off',
  statement: 'Statement of account',
  terms_reminder: 'Reminder of the payment terms',
  promise_reminder: 'Courtesy reminder of a promise',
  promise_confirmation: 'Confirmation of what was agreed',
  efforts_end: 'Notice that our efforts end',
  remedy_possible: 'Notice of a remedy that may be used',
  remedy_intended: 'Notice of a remedy that will be used',
};

/** A stage as the team calls it; an unknown key (a team's own stage) is shown as words. */
export function stageName(stage: string): string {
  const words = stage.replaceAll('_', ' ');
  return names[stage] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
