import { isAskedOfRole, type PromptKind } from '../prompts/promptKinds.ts';

/** What a review ends at every stop of an account, and asks again once it is over. */
const endedByReview: ReadonlySet<string> = new Set(['terms_reminder', 'credit_line', 'issued']);

/**
 * Whether a question stays open when its account is handed off: a manager's or finance's to decide or to clear up, whoever looks after the
 * account, and a dispute to settle; none that belongs to a step of the ladder, save whether its mail went out.
 */
export function outlivesHandOff({ kind, stepId }: { kind: string; stepId: string | null }): boolean {
  if (endedByReview.has(kind) || kind === 'dispute_due' || kind === 'unsure_mail') return true;
  return isAskedOfRole(kind) && stepId === null;
}

/** What collectors were asked beside the ladder and no review asks anew; it ends with the facts that it is about. */
const askedAgain: ReadonlySet<string> = new Set<PromptKind>([
  'broken_promise',
  'call_back',
  'part_payment',
  'usual_day',
  'promise_reminder',
  'payment_not_found',
  'undelivered',
  'reply',
]);

/** Whether a question that a hand-off closes is asked again once the account is recalled. */
export function comesBackWithRecall({ kind, stepId }: { kind: string; stepId: string | null }): boolean {
  return askedAgain.has(kind) && stepId === null;
}
